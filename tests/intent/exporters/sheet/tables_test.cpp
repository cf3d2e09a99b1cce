// The tables of a sheet say what the intent says, in the words of those who work from it.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <set>

#include "intent/exporters/sheet/tables.h"
#include "tests/intent/exporters/sheet/sheet_trial.h"

namespace colo::sheets {

namespace {

using example::the;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using tests::ChangeJob;
using tests::column;
using tests::shipped;
using tests::table;
using tests::whole;

/// What a stranger writes down who has nothing but the schedule: both ends of each cable.
std::set<std::string> ends_read_from(const Table& cables) {
    const auto read = [&](const char* key) { return column(cables, key); };
    const auto label = read("label"), a_rack = read("a_rack"), a_u = read("a_u"),
               a_port = read("a_port"), b_rack = read("b_rack"), b_u = read("b_u"),
               b_port = read("b_port"), a = read("a_device"), b = read("b_device");
    std::set<std::string> out;
    for (std::size_t i = 0; i < label.size(); ++i)
        out.insert(label[i] + ": " + a_rack[i] + "-" + a_u[i] + " " + a[i] + ":" + a_port[i] +
                   " - " + b_rack[i] + "-" + b_u[i] + " " + b[i] + ":" + b_port[i]);
    return out;
}

std::string end_of(const Intent& intent, const CableEnd& end) {
    const exporters::Places places(intent);
    const Device* const device = end.device ? places.device(*end.device) : nullptr;
    if (!device) return "- :" + end.text.value_or(end.name.value_or(""));
    const Rack* const rack = places.rack(*device);
    const auto unit = places.top_unit(*device);
    return (rack ? rack->name : "") + "-" + (unit ? std::to_string(*unit) : "") + " " +
           device->name + ":" + end.name.value_or("");
}

}  // namespace

TEST(SheetTables, TheScheduleOfASiteIsItsCablesEndByEnd) {
    for (const char* site : {"pop1", "lab1", "tok1"}) {
        const Intent& intent = shipped(site).intent();
        std::set<std::string> meant;
        for (const Cable& cable : intent.cables)
            meant.insert(cable.label + ": " + end_of(intent, cable.a) + " - " +
                         end_of(intent, cable.b));
        const Sheet sheet = make_sheet(whole(shipped(site)));
        EXPECT_EQ(ends_read_from(table(sheet, "cables")), meant) << site;
    }
}

TEST(SheetTables, EveryRowIsAsWideAsItsTable) {
    const Sheet sheet = make_sheet(whole(shipped("ams1")));
    EXPECT_THAT(sheet.tables, SizeIs(14));
    for (const Table& one : sheet.tables) {
        std::set<std::string> keys;
        for (const Column& column : one.columns)
            EXPECT_TRUE(keys.insert(column.key).second) << one.key << " " << column.key;
        for (const Row& row : one.rows) ASSERT_EQ(row.cells.size(), one.columns.size()) << one.key;
    }
}

TEST(SheetTables, JsonAndCsvSayTheSame) {
    const Sheet sheet = make_sheet(whole(shipped("lab1")));
    for (const Table& one : sheet.tables) {
        const auto json = nlohmann::json::parse(table_json(one));
        EXPECT_EQ(json["format"], "colo-sheet/1");
        EXPECT_EQ(json["table"], one.key);
        ASSERT_EQ(json["rows"].size(), one.rows.size());
        const std::string csv = table_csv(one);
        EXPECT_EQ(static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n')),
                  one.rows.size() + 1);
        for (const Column& column : one.columns) EXPECT_THAT(csv, HasSubstr(column.key));
    }
}

TEST(SheetTables, OnlyTheWorkOfAChangeIsInItsSheet) {
    const ChangeJob change([](Intent& i) { i.cables.front().length = {9000}; });
    const Sheet sheet = make_sheet(change.job);
    EXPECT_THAT(column(table(sheet, "cables"), "action"), ElementsAre("replace"));
    EXPECT_THAT(table(sheet, "devices").rows, IsEmpty());
    EXPECT_THAT(sheet.labels, SizeIs(2));
    EXPECT_EQ(sheet.cover.title, "Work sheet");
}

TEST(SheetTables, ADeviceThatMovesStandsInTheSheetWithBothItsRacksDrawn) {
    const ChangeJob change([](Intent& i) {
        Device& server = the(i.devices, "trading-server.1");
        server.rack = RackId{"R02"};
        server.unit = 30;
    });
    const Sheet sheet = make_sheet(change.job);
    EXPECT_THAT(column(table(sheet, "devices"), "action"), ElementsAre("move"));
    EXPECT_THAT(sheet.racks, ElementsAre(RackId{"R01"}, RackId{"R02"}));
    EXPECT_THAT(column(table(sheet, "cables"), "action"), Contains("replug"));
}

TEST(SheetTables, UnitsAreCountedAndNamedAsTheSiteWantsThem) {
    Job job = whole(shipped("lab1"));
    const auto units = column(table(make_sheet(job), "devices"), "units");
    const auto racks = column(table(make_sheet(job), "racks"), "units");
    job.options.units_from = UnitsFrom::top;
    const Sheet sheet = make_sheet(job);
    const auto from_top = column(table(sheet, "devices"), "units");
    ASSERT_EQ(units.size(), from_top.size());
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (units[i].find('-') != std::string::npos || units[i].empty()) continue;
        EXPECT_EQ(std::stoi(units[i].substr(1)) + std::stoi(from_top[i].substr(1)),
                  std::stoi(racks.front()) + 1);
    }
}

TEST(SheetTables, ADeviceOfSeveralUnitsIsNamedByItsTopmostOrItsLowest) {
    Generated site = example::site();
    Device& server = the(site.intent.devices, "trading-server.4");
    server.unit = 20, server.height = {8};
    Job job;
    job.intent = &site.intent;
    const auto named = [&] {
        const Sheet sheet = make_sheet(job);
        const auto names = column(table(sheet, "devices"), "device");
        const auto at = std::find(names.begin(), names.end(), "lab1-srv-004") - names.begin();
        return column(table(sheet, "devices"), "u")[static_cast<std::size_t>(at)];
    };
    EXPECT_EQ(named(), "23");
    job.options.device_named_by = NamedBy::bottom;
    EXPECT_EQ(named(), "20");
}

TEST(SheetTables, OnPaperLengthsMayBeFeet) {
    Table metres{"x",  "X", "", {printed("length_m", "Cable (m)")}, {{{Thousandths{3048}}, "", ""}},
                 false};
    Options options;
    EXPECT_EQ(for_paper(metres, options), metres);
    options.lengths = LengthUnit::feet;
    const Table feet = for_paper(metres, options);
    EXPECT_EQ(feet.columns.front().key, "length_ft");
    EXPECT_EQ(feet.columns.front().title, "Cable (ft)");
    EXPECT_EQ(to_text(feet.rows.front().cells.front()), "10");
}

TEST(Labels, StandAtBothEndsOfACableAndAreEachOthersMirror) {
    const Sheet sheet = make_sheet(whole(shipped("lab1")));
    std::map<std::string, const Label*> cables;
    for (const Label& label : sheet.labels)
        if (label.kind == LabelKind::cable) cables[label.what] = &label;
    EXPECT_EQ(cables.size(), 2 * shipped("lab1").intent().cables.size());
    for (const Cable& cable : shipped("lab1").intent().cables) {
        const Label &a = *cables.at(cable.label + " A"), &b = *cables.at(cable.label + " B");
        EXPECT_EQ("/ " + a.lines[1], b.lines[2]);
        EXPECT_EQ("/ " + b.lines[1], a.lines[2]);
        EXPECT_EQ(a.code, "lab1/" + cable.label);
        EXPECT_TRUE(a.wraps && b.wraps);
    }
}

TEST(Labels, AreForEveryDeviceFrontAndRearEveryPanelPortAndRack) {
    const Intent& intent = shipped("ams1").intent();
    std::map<LabelKind, std::size_t> counts;
    for (const Label& label : make_sheet(whole(shipped("ams1"))).labels) ++counts[label.kind];
    EXPECT_EQ(counts[LabelKind::device], 2 * intent.devices.size());
    EXPECT_EQ(counts[LabelKind::rack], intent.racks.size());
    EXPECT_EQ(counts[LabelKind::port], intent.panel_ports.size());
    EXPECT_EQ(counts[LabelKind::cable], 2 * intent.cables.size());
}

TEST(Letters, AuthoriseOnePortForOneCrossConnect) {
    const Sheet sheet = make_sheet(whole(shipped("ams1")));
    ASSERT_THAT(sheet.letters, SizeIs(shipped("ams1").intent().circuits.size()));
    for (const Letter& letter : sheet.letters) {
        EXPECT_EQ(letter.status, "planned");
        std::string all;
        for (const auto& [what, text] : letter.lines) all += what + ": " + text + "\n";
        EXPECT_THAT(all, HasSubstr("Cross-connect: " + letter.circuit));
        EXPECT_THAT(all, HasSubstr("Facility: Equinix AM3, Amsterdam"));
        EXPECT_THAT(all, HasSubstr("panel "));
        EXPECT_THAT(all, HasSubstr(", Port "));
    }
}

TEST(Letters, ACircuitThatGoesIsDisconnectedByALetter) {
    const ChangeJob change([](Intent& i) {
        const CircuitId gone = i.circuits.front().id;
        const auto cable = i.circuits.front().cable;
        i.circuits.clear();
        std::erase_if(i.cables, [&](const Cable& one) { return one.id == cable; });
    });
    const Sheet sheet = make_sheet(change.job);
    ASSERT_THAT(sheet.letters, SizeIs(1));
    EXPECT_EQ(sheet.letters.front().status, "cancelled");
    EXPECT_THAT(column(table(sheet, "circuits"), "planned_status"), ElementsAre("cancelled"));
}

}  // namespace colo::sheets
