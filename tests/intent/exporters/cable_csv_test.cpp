#include <gmock/gmock.h>

#include "intent/exporters/cable_ends.h"
#include "intent/exporters/exporter.h"
#include "tests/golden.h"
#include "tests/intent/exporters/sample_site.h"

namespace colo::exporters {

namespace {

using testing::ElementsAre;

Device& device(Intent& site, const std::string& id) {
    for (Device& one : site.devices)
        if (one.id.value == id) return one;
    ADD_FAILURE() << id << " is not there";
    return site.devices.front();
}

CableEndPlace place(const Intent& site, const std::string& of, const std::string& port) {
    return CableEnds(site).place(tests::end_at(PortId(of + ":" + port), of, port));
}

std::vector<std::string> first_cells(const std::string& csv) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < csv.size(); at = csv.find('\n', at) + 1)
        out.push_back(csv.substr(at, csv.find(',', at) - at));
    return out;
}

TEST(CableCsv, IsTheGoldenFileForATinySite) {
    tests::expect_golden("intent/exporters/golden/tiny-cables.csv",
                         cable_csv({tests::tiny_site(), 7}));
}

TEST(CableCsv, IsSortedByRackThenKindThenLabelInNaturalOrder) {
    Intent site = tests::tiny_site();
    site.cables.clear();
    tests::add_device(site, "server.9", "server", "R02", 3, 2);
    site.racks.push_back(site.racks[0]);
    site.racks[1].id = RackId("R02");
    site.racks[0].name = "R10";
    site.racks[1].name = "R9";
    const auto add = [&](const char* id, const char* label, CableKind kind, const char* from) {
        Cable cable;
        cable.id = CableId(id);
        cable.label = label;
        cable.kind = kind;
        if (*from) cable.a.device = DeviceId(from);
        cable.b.text = "elsewhere";
        site.cables.push_back(cable);
    };
    add("nowhere", "C-1", CableKind::data, "");
    add("in-r10", "C-1", CableKind::data, "trading-server.1");
    add("power", "C-2", CableKind::power, "server.9");
    add("second", "C-10", CableKind::data, "server.9");
    add("first", "C-9", CableKind::data, "server.9");
    site.sort();
    EXPECT_THAT(first_cells(cable_csv({site, 7})),
                ElementsAre("cable_id", "first", "second", "power", "in-r10", "nowhere"));
}

TEST(CableCsv, ACableWithOnlyItsBEndInARackStandsWithThatRack) {
    Intent site = tests::tiny_site();
    Cable& cable = site.cables.front();
    cable.kind = CableKind::data;
    cable.label = "C-1";
    cable.a = {};
    cable.a.text = "elsewhere";
    EXPECT_EQ(first_cells(cable_csv({site, 7}))[1], cable.id.value);
    cable.b = cable.a;
    EXPECT_EQ(first_cells(cable_csv({site, 7})).back(), cable.id.value);
}

TEST(CableCsv, ALabelThatIsAFormulaIsGuarded) {
    Intent site = tests::tiny_site();
    site.cables[0].label = "=HYPERLINK(1)";
    EXPECT_THAT(cable_csv({site, 7}), testing::HasSubstr(",'=HYPERLINK(1),"));
}

TEST(CableLabel, NamesTheOwnEndFirstAndIsMirroredAtTheOther) {
    const Intent site = tests::tiny_site();
    const auto a = place(site, "trading-server.1", "NIC1-1");
    const auto b = place(site, "wan-router.1", "Ethernet1");
    EXPECT_EQ(label_text(a, b), "R01-1:NIC1-1 / R01-40:Ethernet1");
    EXPECT_EQ(label_text(b, a), "R01-40:Ethernet1 / R01-1:NIC1-1");
}

TEST(CableLabel, NamesADeviceOfSeveralUnitsByItsTopmost) {
    Intent site = tests::tiny_site();
    device(site, "trading-server.1").height = {8};
    EXPECT_EQ(place(site, "trading-server.1", "NIC1-1").label, "R01-4:NIC1-1");
    EXPECT_EQ(place(site, "trading-server.1", "NIC1-1").unit, 4);
    device(site, "trading-server.1").height = {3};
    EXPECT_EQ(place(site, "trading-server.1", "NIC1-1").label, "R01-2:NIC1-1");
    device(site, "trading-server.1").height = {1};
    EXPECT_EQ(place(site, "trading-server.1", "NIC1-1").label, "R01-1:NIC1-1");
}

TEST(CableLabel, NamesTheOnlyStripOnAFeedByTheFeed) {
    Intent site = tests::tiny_site();
    EXPECT_EQ(place(site, "pdu.R01.A", "C13 01").label, "R01-PDU-A:C13 01");
    EXPECT_EQ(place(site, "pdu.R01.A", "C13 01").unit, std::nullopt);
}

TEST(CableLabel, NamesStripsByTheirNamesWhereTwoAreOnOneFeed) {
    Intent site = tests::tiny_site();
    tests::add_strip(site, "pdu.R01.A2", "R01", "A");
    site.sort();
    EXPECT_EQ(place(site, "pdu.R01.A", "C13 01").label, "R01-ams1-pdu.R01.A:C13 01");
}

TEST(CableLabel, NamesADeviceWithoutARackByItsName) {
    Intent site = tests::tiny_site();
    device(site, "wan-router.1").rack.reset();
    device(site, "wan-router.1").unit.reset();
    EXPECT_EQ(place(site, "wan-router.1", "Ethernet1").label, "wan-router.1:Ethernet1");
}

TEST(CableEnd, OfAPanelsRearPortIsReachedFromTheOtherFace) {
    const Intent site = tests::tiny_site();
    const CableEnd front =
        tests::end_at(PortId("panel.R01.PP1:front/Port 3"), "panel.R01.PP1", "Port 3");
    CableEnd rear = front;
    rear.port = PortId("panel.R01.PP1:rear/Port 3");
    EXPECT_EQ(CableEnds(site).place(front).face, "front");
    EXPECT_EQ(CableEnds(site).place(rear).face, "rear");
    EXPECT_EQ(CableEnds(site).place(rear).label, "R01-47:Port 3 rear");
}

TEST(CableEnd, ThatIsNotOursHasOnlyItsText) {
    CableEnd end;
    end.text = "MMR-2 PP 17, 3-4";
    CableEndPlace expected;
    expected.port = "MMR-2 PP 17, 3-4";
    expected.label = "MMR-2 PP 17, 3-4";
    EXPECT_EQ(CableEnds(tests::tiny_site()).place(end), expected);
}

TEST(DeviceCsv, IsTheGoldenFileForTheSampleSite) {
    tests::expect_golden("intent/exporters/golden/sample-devices.csv",
                         device_csv({tests::sample_site(), 7}));
}

TEST(DeviceCsv, GoesUpTheRackAndThenToWhatHasNoUnitOrNoRack) {
    Intent site = tests::tiny_site();
    device(site, "wan-router.1").rack.reset();
    EXPECT_THAT(first_cells(device_csv({site, 7})),
                ElementsAre("device_id", "trading-server.1", "leaf.R01.1", "panel.R01.PP1",
                            "pdu.R01.A", "wan-router.1"));
}

}  // namespace

}  // namespace colo::exporters
