#include <gtest/gtest.h>

#include "intent/model/renames.h"

namespace colo {

namespace {

Renames renames(NameOf named, bool whole, std::vector<std::pair<std::string, std::string>> pairs,
                std::string name) {
    Renames made;
    made.add({named, whole, std::move(pairs), {}, std::move(name), "here"});
    return made;
}

Renames role() { return renames(NameOf::device, true, {{"leaf", "tor"}}, "tor"); }
Renames rule() { return renames(NameOf::cabling, true, {{"uplink", "leaf-spine"}}, "leaf-spine"); }

}  // namespace

TEST(Renames, ARoleIsRenamedWhereverItsDevicesAreNamed) {
    EXPECT_EQ(role().device("leaf.R03.1").text, "tor.R03.1");
    EXPECT_EQ(role().device("leaf").text, "tor");
    EXPECT_EQ(role().device("leaf2.R03.1").text, "leaf2.R03.1");
    EXPECT_EQ(role().device("pair.leaf.R03.1").text, "pair.tor.R03.1");
    EXPECT_EQ(role().port("leaf.R03.1:Ethernet1/1").text, "tor.R03.1:Ethernet1/1");
    EXPECT_EQ(role().cable("leaf/leaf.R03.1/spine.1/1").text, "leaf/tor.R03.1/spine.1/1");
    EXPECT_EQ(role().network("leaf.R03/leaf.R03.1/ipv4").text, "leaf.R03/tor.R03.1/ipv4");
    EXPECT_EQ(role().below("asn/pair.leaf.R03.1").text, "asn/pair.tor.R03.1");
    EXPECT_EQ(role().scope("pair.leaf.R03.1").text, "pair.tor.R03.1");
}

TEST(Renames, ACablingRuleIsRenamedInItsCablesAndBundles) {
    EXPECT_EQ(rule().cable("uplink/leaf.R03.1/1").text, "leaf-spine/leaf.R03.1/1");
    EXPECT_EQ(rule().port("leaf.R03.1:lag-uplink").text, "leaf.R03.1:lag-leaf-spine");
    EXPECT_EQ(rule().port("leaf.R03.1:uplink").text, "leaf.R03.1:uplink");
    EXPECT_EQ(rule().network("uplink/leaf.R03.1/ipv4").by, nullptr);
}

TEST(Renames, ListsOfIdentitiesAndStarsBindInOrder) {
    const Renames some = renames(NameOf::device, false, {{"a.3", "b.1"}, {"a.7", "b.2"}}, "b");
    EXPECT_EQ(some.device("a.7").text, "b.2");
    EXPECT_EQ(some.device("a.30").text, "a.30");
    const Renames star = renames(NameOf::device, false, {{"pdu.*.*", "pdu.*.*.1"}}, "pdu");
    EXPECT_EQ(star.device("pdu.R01.A").text, "pdu.R01.A.1");
    EXPECT_EQ(star.device("pdu.R01.A.1").text, "pdu.R01.A.1");
    EXPECT_EQ(star.device("pdu.R01").by, nullptr);
}

TEST(Renames, LaterOnesSeeWhatEarlierOnesMade) {
    Renames both = role();
    both.add({NameOf::device, true, {{"tor", "access"}}, {}, "access", "there"});
    const Renamed now = both.device("leaf.R03.1");
    EXPECT_EQ(now.text, "access.R03.1");
    EXPECT_EQ(now.by->because, "there");
}

TEST(Renames, AnAllocationFollowsInItsIdentityAndInTheDeviceItNames) {
    const Allocation cable{AllocationKind::to, "data/server.1/1", "leaf.R03.1:servers/4"};
    EXPECT_EQ(role().allocation(cable),
              (Allocation{AllocationKind::to, "data/server.1/1", "tor.R03.1:servers/4"}));
    const Allocation place{AllocationKind::place, "leaf.R03.1", "R03 U40 1U rear full"};
    EXPECT_EQ(role().allocation(place).value, place.value);
}

TEST(Renames, LongerNamesThatBeginAlikeAreOtherThings) {
    Renames made;
    made.add(
        {NameOf::device, true, {{"leaf", "leaf.old"}}, {"leaf.b", "leaf.old"}, "leaf.old", ""});
    made.add({NameOf::cabling, true, {{"up", "upl"}}, {"up-b"}, "upl", ""});
    EXPECT_EQ(made.device("leaf.1").text, "leaf.old.1");
    EXPECT_EQ(made.device("leaf.old.1").text, "leaf.old.1") << "carried out before";
    EXPECT_EQ(made.device("leaf.b.1").text, "leaf.b.1");
    EXPECT_EQ(made.port("x.1:lag-up-y.1").text, "x.1:lag-upl-y.1");
    EXPECT_EQ(made.port("x.1:lag-up-b-y.1").text, "x.1:lag-up-b-y.1");
}

TEST(Renames, PoolsAndPartsOfAddressesAreNoDevices) {
    const Renames gateway = renames(NameOf::device, true, {{"gateway", "edge"}}, "edge");
    EXPECT_EQ(gateway.network("servers/leaf.R1.1/gateway/ipv4").text,
              "servers/leaf.R1.1/gateway/ipv4");
    const Allocation pool{AllocationKind::prefix, "pools/leaf", "10.0.0.0/20"};
    EXPECT_EQ(role().allocation(pool), pool);
    const Allocation number{AllocationKind::number, "leaf.R1.1", "leaf/7"};
    EXPECT_EQ(role().allocation(number).value, "tor/7");
}

}  // namespace colo
