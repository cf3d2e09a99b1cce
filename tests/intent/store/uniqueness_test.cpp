#include <gmock/gmock.h>

#include <thread>

#include "tests/intent/database/each_database.h"
#include "tests/intent/store/example.h"

namespace colo::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::alice;
using tests::apply;
using tests::bob;
using tests::Folder;
using tests::open_store;
using tests::plan_for;
using tests::site_of;

constexpr const char* now = "2026-01-01T00:00:00Z";

class OnlyOnce : public tests::OnEachDatabase {};
INSTANTIATE_TEST_SUITE_P(On, OnlyOnce, tests::each_kind(), tests::name_of);

Generated with_space(const std::string& name, const std::vector<std::string>& prefixes) {
    Generated goal = site_of(1, name);
    for (const std::string& prefix : prefixes)
        goal.intent.head.address_space.push_back(*read_prefix(prefix));
    return goal;
}

Generated with_asn(const std::string& name, std::int64_t asn) {
    Generated goal = site_of(1, name);
    goal.intent.head.asn = asn;
    return goal;
}

Generated with_circuit(const std::string& name, const std::string& id,
                       const std::optional<std::string>& provider) {
    Generated goal = site_of(1, name);
    Circuit circuit;
    circuit.id = CircuitId(id);
    circuit.kind = "wan";
    circuit.provider = provider;
    circuit.media = "sm-10g";
    circuit.handoff.place = "R01";
    goal.intent.circuits.push_back(circuit);
    return goal;
}

Generated with_serial(const std::string& name, const std::string& serial) {
    Generated goal = site_of(1, name);
    goal.intent.devices.front().serial = serial;
    return goal;
}

/// What the store says of a goal of a site that it has as it is.
std::vector<std::string> said(const Store& store, const Generated& goal) {
    const auto base = store.base(goal.intent.head.site);
    const auto taken = store.taken(base->intent, goal.intent);
    EXPECT_TRUE(taken);
    std::vector<std::string> out;
    for (const Taken& one : *taken) out.push_back(one.code + ": " + one.summary);
    return out;
}

TEST_P(OnlyOnce, AddressSpaceOfAnotherSiteIsRefusedWithWhoHasIt) {
    Store store = open_store(url());
    apply(store, with_space("ams1", {"10.21.0.0/18", "fd00:21::/40"}));
    const Generated goal = with_space("lab1", {"10.21.0.0/18"});
    const auto refused = store.apply(plan_for(store, goal), alice, now);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.failure(), (Failure{"address-space-taken",
                                          "address space 10.21.0.0/18 belongs to ams1",
                                          {},
                                          "give the site addresses that no other site has",
                                          false}));
    EXPECT_THAT(store.sites().value(), ElementsAre("ams1"));
    EXPECT_THAT(said(store, goal),
                ElementsAre("address-space-taken: address space 10.21.0.0/18 belongs to ams1"));
}

TEST_P(OnlyOnce, AddressSpacesThatOverlapPartlyAreRefusedBothWaysRound) {
    Store store = open_store(url());
    apply(store, with_space("ams1", {"10.21.0.0/18", "fd00:21::/40"}));
    for (const char* other : {"10.21.32.0/24", "10.0.0.0/8", "fd00::/16"}) {
        const auto refused = store.apply(plan_for(store, with_space("lab1", {other})), alice, now);
        ASSERT_FALSE(refused) << other;
        EXPECT_EQ(refused.failure().code, "address-space-taken");
        EXPECT_EQ(refused.failure().causes.size(), 1U) << other;
    }
    EXPECT_EQ(apply(store, with_space("lab1", {"10.21.64.0/18", "fd00:2100::/40"})), 1);
}

TEST_P(OnlyOnce, WhatASiteHadItKeepsAndWhatItGaveUpIsFree) {
    Store store = open_store(url());
    apply(store, with_space("ams1", {"10.21.0.0/18"}));
    EXPECT_EQ(apply(store, with_space("ams1", {"10.21.0.0/18", "10.22.0.0/18"})), 2);
    apply(store, with_space("ams1", {"10.22.0.0/18"}));
    EXPECT_EQ(apply(store, with_space("lab1", {"10.21.0.0/18"})), 1);
}

TEST_P(OnlyOnce, ASitesOwnAsNumberIsItsAlone) {
    Store store = open_store(url());
    apply(store, with_asn("ams1", 65021));
    const auto refused = store.apply(plan_for(store, with_asn("lab1", 65021)), alice, now);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.failure().code, "asn-taken");
    EXPECT_EQ(refused.failure().message, "AS 65021 belongs to ams1");
    EXPECT_EQ(apply(store, with_asn("lab1", 65022)), 1);
    EXPECT_EQ(apply(store, with_asn("ams1", 65021)), 2);
}

TEST_P(OnlyOnce, ACircuitOfOneProviderComesInAtOneSite) {
    Store store = open_store(url());
    apply(store, with_circuit("ams1", "WAN-88", "Colt"));
    const auto refused =
        store.apply(plan_for(store, with_circuit("lab1", "WAN-88", "Colt")), alice, now);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.failure().code, "circuit-taken");
    EXPECT_EQ(refused.failure().message, "circuit WAN-88 (provider Colt) belongs to ams1");
    EXPECT_EQ(apply(store, with_circuit("lab1", "WAN-88", "Zayo")), 1);
}

TEST_P(OnlyOnce, ACrossConnectIsKnownByTheFacilityThatGaveItsId) {
    Store store = open_store(url());
    apply(store, with_circuit("ams1", "XC-1", {}));
    Generated goal = with_circuit("lab1", "XC-1", {});
    EXPECT_THAT(said(store, goal),
                ElementsAre("circuit-taken: circuit XC-1 (facility AMS 1) belongs to ams1"));
    goal.intent.head.facility = "our own lab";
    EXPECT_THAT(said(store, goal), IsEmpty());
}

TEST_P(OnlyOnce, ASerialNumberIsAtOneSite) {
    Store store = open_store(url());
    apply(store, with_serial("ams1", "7XK2P93"));
    const auto refused = store.apply(plan_for(store, with_serial("lab1", "7XK2P93")), alice, now);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.failure(),
              (Failure{"serial-taken",
                       "serial 7XK2P93 of server.100000 belongs to ams1",
                       {"ams1 has it as server.100000"},
                       "read the label again, or take the device out of the other site first",
                       false}));
    apply(store, site_of(1, "ams1"));
    EXPECT_EQ(apply(store, with_serial("lab1", "7XK2P93")), 1);
}

TEST_P(OnlyOnce, AllThatIsTakenIsToldAtOnce) {
    Store store = open_store(url());
    Generated mine = with_circuit("ams1", "WAN-88", "Colt"), yours = mine;
    for (Generated* goal : {&mine, &yours}) {
        goal->intent.head.asn = 65021;
        goal->intent.head.address_space = {*read_prefix("10.21.0.0/18")};
        goal->intent.devices.front().serial = "7XK2P93";
    }
    yours.intent.head.site = "lab1";
    apply(store, mine);
    EXPECT_EQ(said(store, yours).size(), 4U);
    const auto refused = store.apply(plan_for(store, yours), alice, now);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.failure().causes.size(), 3U);
}

TEST_P(OnlyOnce, WhereThereIsNoStoreNothingIsTaken) {
    const auto none = Store::open(url(), Missing::empty);
    EXPECT_THAT(said(none.value(), with_asn("ams1", 65021)), IsEmpty());
}

TEST_P(OnlyOnce, TheHeadIsReadBackAsItWasAtEachRevision) {
    Store store = open_store(url());
    Generated goal = with_space("ams1", {"10.21.0.0/18", "fd00:21::/40"});
    goal.intent.head.asn = 4'200'000'001;
    apply(store, goal);
    apply(store, site_of(1));
    tests::expect_holds(store.at("ams1", 1).value(), goal);
    tests::expect_holds(store.base("ams1").value(), site_of(1));
    EXPECT_TRUE(store.check_record("ams1"));
    tests::tamper(url(), "UPDATE site_head SET asn = 65000 WHERE revision = 1");
    EXPECT_FALSE(store.check_record("ams1"));
}

TEST_P(OnlyOnce, OfTwoSitesThatTakeOneAddressSpaceExactlyOneWins) {
    Store first = open_store(url()), second = open_store(url());
    for (int round = 0; round < 10; ++round) {
        const std::string space = "10." + std::to_string(round) + ".0.0/16";
        const std::string ours = "a" + std::to_string(round), theirs = "b" + std::to_string(round);
        const plan::Plan one = plan_for(first, with_space(ours, {space}));
        const plan::Plan two = plan_for(second, with_space(theirs, {space}));
        std::optional<Result<std::int64_t>> a, b;
        std::thread thread([&] { a = first.apply(one, alice, now); });
        b = second.apply(two, bob, now);
        thread.join();
        ASSERT_NE(a->ok(), b->ok()) << round;
        const Failure& refused = (a->ok() ? b : a)->failure();
        EXPECT_EQ(refused.code, "address-space-taken");
        EXPECT_EQ(refused.message,
                  "address space " + space + " belongs to " + (a->ok() ? ours : theirs));
    }
    EXPECT_EQ(first.sites()->size(), 10U);
}

}  // namespace
}  // namespace colo::store
