// The bill of materials: what is counted, what is bought on top, what lies in stock.
#include <gmock/gmock.h>

#include "intent/exporters/sheet/connectors.h"
#include "intent/exporters/sheet/parts.h"
#include "tests/intent/exporters/sheet/sheet_trial.h"

namespace colo::sheets {

namespace {

using example::the;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;
using tests::ChangeJob;
using tests::column;
using tests::table;

Part cable(const char* medium, std::int64_t millimetres) {
    return {PartKind::cable, medium, {}, Length{millimetres}, {}};
}

Amount built_in(std::int64_t count, const char* medium = "") { return {count, 0, {}, medium}; }

Supplies optics() {
    Supplies out;
    out.media["mm-25g"] = {{"25gbase-x-sfp28"}, "SFP-25G-SR", "om4-lc", {}};
    out.media["om4-lc"] = {{"lc"}, {}, {}, {}};
    out.media["dac-25g"] = {{"25gbase-x-sfp28"}, {}, {}, {}};
    out.media["cat6a"] = {{"1000base-t"}, {}, {}, {}};
    return out;
}

}  // namespace

TEST(Spares, APercentageIsOfWhatIsBuiltInAndRoundedUp) {
    EXPECT_THAT(spares_of({{cable("dac-25g", 2000), built_in(101)}}, {{"dac-25g", {{}, 5, {}}}}),
                ElementsAre(std::pair(cable("dac-25g", 2000), 6)));
}

TEST(Spares, OfEachLengthInUseThereAreAtLeastSoMany) {
    EXPECT_THAT(
        spares_of({{cable("dac-25g", 1000), built_in(3)}, {cable("dac-25g", 2000), built_in(200)}},
                  {{"dac-25g", {{}, 5, 2}}}),
        ElementsAre(std::pair(cable("dac-25g", 1000), 2), std::pair(cable("dac-25g", 2000), 10)));
}

TEST(Spares, APlainCountIsAddedOnceWhateverTheLengths) {
    EXPECT_THAT(
        spares_of({{cable("dac-25g", 1000), built_in(3)}, {cable("dac-25g", 2000), built_in(200)}},
                  {{"dac-25g", {4, {}, {}}}}),
        ElementsAre(std::pair(cable("dac-25g", 1000), 4)));
}

TEST(Spares, ARuleForAMediumWithOpticsMeansItsOptics) {
    const Part optic{PartKind::transceiver, "SFP-25G-SR", {}, {}, {}};
    EXPECT_THAT(spares_of({{optic, built_in(40, "mm-25g")}, {cable("om4-lc", 5000), built_in(20)}},
                          {{"mm-25g", {{}, 10, {}}}}),
                ElementsAre(std::pair(optic, 4)));
}

TEST(Connectors, AreThePlugsOfTheCableAndTheOpticsTheyGoInto) {
    const Supplies supplies = optics();
    const auto at = [&](const char* type, const char* medium) {
        const Connector out = connector_at(type, medium, supplies);
        return out.plug + (out.transceiver.empty() ? "" : " in " + out.transceiver);
    };
    EXPECT_EQ(at("25gbase-x-sfp28", "mm-25g"), "LC in SFP-25G-SR");
    EXPECT_EQ(at("lc", "mm-25g"), "LC");
    EXPECT_EQ(at("25gbase-x-sfp28", "dac-25g"), "SFP28");
    EXPECT_EQ(at("10gbase-x-sfpp", "dac-10g"), "SFP+");
    EXPECT_EQ(at("1000base-t", "cat6a"), "RJ45");
    EXPECT_EQ(at("de-9", "cat6a"), "DE-9");
    EXPECT_EQ(at("iec-60320-c14", "c13-c14"), "C13");  // an inlet takes a connector
    EXPECT_EQ(at("iec-60320-c13", "c13-c14"), "C14");  // an outlet takes a plug
    EXPECT_EQ(at("nema-5-15r", "cord"), "NEMA-5-15P");
    EXPECT_EQ(at("", "cord"), "");
}

TEST(Parts, ThePiecesOfOneAssemblyAreOneCable) {
    Generated site = example::site();
    std::vector<Cable*> data;
    for (Cable& one : site.intent.cables)
        if (one.kind == CableKind::data) data.push_back(&one);
    ASSERT_GE(data.size(), 4U);
    for (std::size_t i = 0; i < 4; ++i)
        data[i]->media = "fan-out", data[i]->length = {3000}, data[i]->assembly = "fan-out/1";
    Job job;
    job.intent = &site.intent;
    const Desk desk(job);
    std::int64_t count = 0;
    for (const auto& [rack, parts] : parts_of_work(desk))
        for (const auto& [part, amount] : parts)
            if (part.name == "fan-out") count += amount.in;
    EXPECT_EQ(count, 1);
}

TEST(Parts, WhatIsOrderedIsWhatIsNeededAndSpareAndNotInStock) {
    const Generated site = example::site();
    Job job;
    job.intent = &site.intent;
    const std::string model =
        the(const_cast<Generated&>(site).intent.devices, "trading-server.1").model;
    job.supplies.spares[model] = {2, {}, {}};
    job.stock = Stock{{model, {}, 3}, {"something else", {}, 9}};
    const Sheet sheet = make_sheet(job);
    const Table& order = table(sheet, "order");
    const auto parts = column(order, "part");
    const auto at =
        static_cast<std::size_t>(std::find(parts.begin(), parts.end(), model) - parts.begin());
    ASSERT_LT(at, parts.size());
    EXPECT_EQ(column(order, "needed")[at], "4");
    EXPECT_EQ(column(order, "spares")[at], "2");
    EXPECT_EQ(column(order, "in_stock")[at], "3");
    EXPECT_EQ(column(order, "to_order")[at], "3");
    EXPECT_THAT(parts, Not(Contains("something else")));
}

TEST(Parts, WhatIsTakenOutComesBack) {
    const ChangeJob change([](Intent& i) {
        std::erase_if(i.cables, [](const Cable& one) {
            return one.a.device == DeviceId{"trading-server.4"};
        });
        example::without(i.devices, "trading-server.4");
    });
    const Sheet sheet = make_sheet(change.job);
    const Table& order = table(sheet, "order");
    EXPECT_THAT(column(order, "comes_back"), Contains("1"));
    for (const std::string& needed : column(order, "needed")) EXPECT_EQ(needed, "");
}

}  // namespace colo::sheets
