// Devices in the bays of others.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "tests/trial.h"

namespace colo::tests {

namespace {

using testing::AllOf;
using testing::HasSubstr;

constexpr const char* chassis_type =
    "manufacturer: Dell\nmodel: C6400\nslug: c6400\nu_height: 2\nis_full_depth: true\n"
    "weight: 50\nweight_unit: kg\nsubdevice_role: parent\n"
    "power-ports:\n  - {name: PSU1, type: iec-60320-c14, maximum_draw: 600}\n"
    "  - {name: PSU2, type: iec-60320-c14, maximum_draw: 600}\n"
    "device-bays:\n  - {name: Slot 1}\n  - {name: Slot 2}\n  - {name: Slot 3}\n  - {name: Slot "
    "4}\n";
constexpr const char* sled_type =
    "manufacturer: Dell\nmodel: C6420\nslug: c6420\nu_height: 0\nis_full_depth: true\n"
    "subdevice_role: child\nweight: 8\nweight_unit: kg\n"
    "interfaces:\n  - {name: eth0, type: 25gbase-x-sfp28}\n  - {name: eth1, type: "
    "25gbase-x-sfp28}\n"
    "  - {name: iDRAC, type: 1000base-t, mgmt_only: true}\n";

Trial with_sleds(int chassis, int sleds, const std::string& place, const Allocations& earlier = {},
                 const std::string& rest = "", const std::string& exceptions = "") {
    const std::string standard =
        "format: colo-standard/1\nstandard: trading-colo\nversion: 9.0.0\n"
        "extends: trading-colo 1.0.0\nparameters: {chassis: {type: count, default: 1}, sleds: "
        "{type: count, default: 4}}\nmodels:\n"
        "  chassis: {device-type: Dell/C6400}\n"
        "  sled: {device-type: Dell/C6420, ports: {data: \"eth[0-1]\", bmc: iDRAC}}\nroles:\n"
        "  chassis: {model: chassis, count: {parameter: chassis}, place: {units: bottom}, name: "
        "\"{site}-chs-{n}\"}\n"
        "  sled: {model: sled, count: {parameter: sleds}, place: " +
        place + ", name: \"{site}-sled-{n}\", platform: debian}\n" +
        "cabling:\n  server-data: {from: {role: [trading-server, sled]}}\n"
        "  bmc: {from: {role: [trading-server, sled]}}\n"
        "networks: {servers: {members: {role: [trading-server, sled]}}}\n" +
        rest;
    return try_site(
        shipped_site("lab1", {{"trading-colo 1.0.0", "trading-colo 9.0.0"},
                              {"A: 3 kW, B: 3 kW", "A: 12 kW, B: 12 kW"},
                              {"ptp: false", "ptp: false\n  chassis: " + std::to_string(chassis) +
                                                 "\n  sleds: " + std::to_string(sleds) + "\n" +
                                                 exceptions}}),
        earlier,
        {{"standards/trading-colo/9.0.0/standard.yaml", standard},
         {"standards/device-types/Dell/C6400.yaml", chassis_type},
         {"standards/device-types/Dell/C6420.yaml", sled_type}});
}

const std::string any_slot = "{in: {role: chassis, pick: least-used}, bay: \"Slot [1-4]\"}";

/// Device -> `chassis.1 Slot 2`.
std::map<std::string, std::string> bays(const Trial& trial) {
    std::map<std::string, std::string> out;
    for (const Device& device : trial.intent().devices)
        if (device.parent)
            out[device.id.value] = device.parent->value + " " + device.bay.value_or("?");
    return out;
}

const Device& device(const Trial& trial, const std::string& id) {
    for (const Device& one : trial.intent().devices)
        if (one.id.value == id) return one;
    throw std::runtime_error("no device " + id);
}

using Places = std::map<std::string, std::string>;

}  // namespace

TEST(Bays, SledsArePutIntoTheirChassis) {
    const Trial trial = with_sleds(1, 4, any_slot);
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    EXPECT_EQ(trial.diagnostics, "");
    EXPECT_EQ(bays(trial), (Places{{"sled.1", "chassis.1 Slot 1"},
                                   {"sled.2", "chassis.1 Slot 2"},
                                   {"sled.3", "chassis.1 Slot 3"},
                                   {"sled.4", "chassis.1 Slot 4"}}));
    const Device &sled = device(trial, "sled.3"), &chassis = device(trial, "chassis.1");
    EXPECT_EQ(sled.rack, chassis.rack);
    EXPECT_EQ(sled.unit, chassis.unit);
    EXPECT_EQ(sled.height.value, 0);
    EXPECT_FALSE(sled.weight.has_value());
    EXPECT_FALSE(sled.maximum.has_value());
    EXPECT_EQ(chassis.maximum->value, 600'000);
}

TEST(Bays, UnitPowerAndWeightAreTheParents) {
    const Trial with = with_sleds(1, 4, any_slot), without = with_sleds(1, 0, any_slot);
    ASSERT_TRUE(with.outcome && without.outcome) << with.diagnostics << without.diagnostics;
    EXPECT_EQ(with.intent().racks, without.intent().racks);
}

TEST(Bays, LeastUsedSpreadsAndLeftOutFills) {
    const Trial spread = with_sleds(2, 3, any_slot);
    ASSERT_TRUE(spread.outcome) << spread.diagnostics;
    EXPECT_EQ(bays(spread), (Places{{"sled.1", "chassis.1 Slot 1"},
                                    {"sled.2", "chassis.2 Slot 1"},
                                    {"sled.3", "chassis.1 Slot 2"}}));
    const Trial filled = with_sleds(2, 3, "{in: {role: chassis}, bay: [\"Slot 4\", \"Slot 1\"]}");
    ASSERT_TRUE(filled.outcome) << filled.diagnostics;
    EXPECT_EQ(bays(filled), (Places{{"sled.1", "chassis.1 Slot 4"},
                                    {"sled.2", "chassis.1 Slot 1"},
                                    {"sled.3", "chassis.2 Slot 4"}}));
}

TEST(Bays, ASledStaysInItsBay) {
    const Trial before = with_sleds(1, 3, any_slot);
    ASSERT_TRUE(before.outcome) << before.diagnostics;
    const Trial after = with_sleds(2, 5, any_slot, before.allocations());
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    auto places = bays(after);
    for (const auto& [sled, place] : bays(before)) EXPECT_EQ(places[sled], place) << sled;
    EXPECT_EQ(places["sled.4"], "chassis.2 Slot 1");
}

TEST(Bays, RenamedSledsAndChassisStayWhereTheyAre) {
    const Trial before = with_sleds(1, 2, any_slot);
    ASSERT_TRUE(before.outcome) << before.diagnostics;
    Rename rename{NameOf::device, true, {{"chassis", "box"}}, {}, "box", ""};
    Renames renames;
    renames.add(rename);
    const Allocation place{AllocationKind::place, "sled.1", "in: chassis.1 Slot 1"};
    EXPECT_EQ(renames.allocation(place).value, "in: box.1 Slot 1");
    EXPECT_TRUE(std::find(before.allocations().begin(), before.allocations().end(), place) !=
                before.allocations().end());
}

TEST(Bays, SaysWhatIsShortOrUnknown) {
    EXPECT_THAT(with_sleds(1, 6, any_slot).diagnostics,
                AllOf(HasSubstr("2 devices of sled find no bay in a chassis"),
                      HasSubstr("the first of them is sled.5"),
                      HasSubstr("raise the count of chassis")));
    EXPECT_THAT(with_sleds(1, 1, "{in: {role: chassis}, bay: \"Slot [1-5]\"}").diagnostics,
                AllOf(HasSubstr("Dell/C6400 has no device bay Slot 5"), HasSubstr("unknown-bay")));
    EXPECT_THAT(with_sleds(1, 1, "{in: {role: leaf}}").diagnostics,
                HasSubstr("Arista/DCS-7050SX3-48YC8-R has no device bays"));
    EXPECT_THAT(with_sleds(1, 1, "{in: {role: sled}}").diagnostics, HasSubstr("[bay-in-bay]"));
    EXPECT_THAT(with_sleds(1, 1, "{bay: \"Slot 1\"}").diagnostics, HasSubstr("in is missing here"));
    EXPECT_THAT(with_sleds(1, 1, "{in: {role: chassis}, units: top}").diagnostics,
                HasSubstr("only one of these can be said: in, units"));
}

TEST(Bays, ASledIsLostWithItsChassis) {
    // both data ports of all sleds hang on one chassis, whose loss takes the sleds with it
    const Trial trial = with_sleds(1, 4, any_slot, {}, "survives: [chassis, feed]\n");
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    EXPECT_EQ(trial.diagnostics, "");
}

TEST(Bays, AnExceptionHasTheBetterClaim) {
    const std::string third = "exceptions: [{on: {device: sled.3}, set: {place: {bay: Slot 1}}, "
                              "reason: its cooler is there}]\n";
    const Places wanted{{"sled.1", "chassis.1 Slot 2"},
                        {"sled.2", "chassis.1 Slot 3"},
                        {"sled.3", "chassis.1 Slot 1"}};
    const Trial fresh = with_sleds(1, 3, any_slot, {}, "", third);
    ASSERT_TRUE(fresh.outcome) << fresh.diagnostics;
    EXPECT_EQ(bays(fresh), wanted);
    const Trial before = with_sleds(1, 3, any_slot);
    const Trial later = with_sleds(1, 3, any_slot, before.allocations(), "", third);
    ASSERT_TRUE(later.outcome) << later.diagnostics;
    EXPECT_EQ(bays(later)["sled.3"], "chassis.1 Slot 1");
    EXPECT_EQ(bays(later)["sled.2"], "chassis.1 Slot 2");
    EXPECT_EQ(bays(later)["sled.1"], "chassis.1 Slot 3");  // which sled.3 left
}

TEST(Bays, NobodyIsDisplacedWithoutNeed) {
    const Trial before = with_sleds(1, 2, any_slot);
    ASSERT_TRUE(before.outcome) << before.diagnostics;
    const Trial after =
        with_sleds(1, 2, any_slot, before.allocations(), "",
                   "exceptions: [{on: {device: sled.2}, set: {place: {bay: [Slot 1, "
                   "Slot 4]}}, reason: near the fan}]\n");
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    EXPECT_EQ(bays(after),
              (Places{{"sled.1", "chassis.1 Slot 1"}, {"sled.2", "chassis.1 Slot 4"}}));
}

TEST(Bays, TwoInAFullChassisChangePlaces) {
    const std::string two = "{in: {role: chassis}, bay: \"Slot [1-2]\"}";
    const Trial before = with_sleds(1, 2, two);
    ASSERT_TRUE(before.outcome) << before.diagnostics;
    const Trial after = with_sleds(
        1, 2, two, before.allocations(), "",
        "exceptions: [{on: {device: sled.2}, set: {place: {bay: Slot 1}}, reason: its cooler}]\n");
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    EXPECT_EQ(bays(after),
              (Places{{"sled.1", "chassis.1 Slot 2"}, {"sled.2", "chassis.1 Slot 1"}}));
}

TEST(Bays, ASledWhoseChassisGoesStaysInItsRack) {
    const Trial before = with_sleds(4, 2, any_slot);  // chassis 1 and 3 stand in R1, 2 and 4 in R2
    ASSERT_TRUE(before.outcome) << before.diagnostics;
    ASSERT_EQ(bays(before)["sled.2"], "chassis.2 Slot 1");
    const Trial after =
        with_sleds(4, 2, any_slot, before.allocations(), "",
                   "exceptions: [{on: {device: chassis.2}, set: {retired: true}, reason: x}]\n");
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    EXPECT_EQ(bays(after)["sled.2"], "chassis.4 Slot 1");
    EXPECT_EQ(device(after, "sled.2").rack, device(before, "sled.2").rack);
}

TEST(Bays, WhatMustLeaveItsBayStaysInItsChassis) {
    const Trial before = with_sleds(2, 2, any_slot);
    ASSERT_TRUE(before.outcome) << before.diagnostics;
    const Trial after = with_sleds(
        2, 2, "{in: {role: chassis, pick: least-used}, bay: \"Slot [2-4]\"}", before.allocations());
    ASSERT_TRUE(after.outcome) << after.diagnostics;
    EXPECT_EQ(bays(after),
              (Places{{"sled.1", "chassis.1 Slot 2"}, {"sled.2", "chassis.2 Slot 2"}}));
}

TEST(Bays, ExceptionsAreCheckedAsTheStandardIs) {
    const auto said = [](const std::string& device, const std::string& set) {
        return with_sleds(2, 4, any_slot, {}, "",
                          "exceptions: [{on: {device: " + device + "}, set: {" + set +
                              "}, reason: x}]\n")
            .diagnostics;
    };
    EXPECT_THAT(said("sled.1", "place: {bay: Slot 9}"), HasSubstr("[unknown-bay]"));
    EXPECT_THAT(said("sled.1", "place: {in: {role: leaf}}"), HasSubstr("[unknown-bay]"));
    EXPECT_THAT(said("sled.1", "place: {in: {role: nosuch}}"), HasSubstr("unknown role nosuch"));
    EXPECT_THAT(said("sled.1", "place: {rack: R1, unit: 20}"), HasSubstr("[exclusive-keys]"));
    EXPECT_THAT(said("sled.1", "place: {units: top}"), HasSubstr("[exclusive-keys]"));
    EXPECT_THAT(said("trading-server.1", "place: {in: {role: chassis}}"),
                HasSubstr("[inlet-in-bay]"));
    EXPECT_THAT(said("trading-server.1", "place: {bay: Slot 3}"), HasSubstr("in is missing here"));
    EXPECT_THAT(said("chassis.1", "place: {in: {role: chassis}}"), HasSubstr("[inlet-in-bay]"));
}

TEST(Bays, AChassisOfAnotherModelTakesNoneInBaysThatItLacks) {
    const Trial trial =
        with_sleds(2, 4, any_slot, {}, "",
                   "exceptions: [{on: {device: chassis.1}, set: {model: panel-24}, reason: x}]\n");
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    for (const auto& [sled, place] : bays(trial)) EXPECT_THAT(place, HasSubstr("chassis.2"));
    EXPECT_EQ(bays(trial).size(), 4U);
}

}  // namespace colo::tests
