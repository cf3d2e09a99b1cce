// What is read of a site to answer about one thing in it.
#include <gmock/gmock.h>

#include "intent/model/describe.h"
#include "intent/plan/lookup.h"
#include "tests/intent/database/each_database.h"
#include "tests/intent/example_intent.h"
#include "tests/intent/store/example.h"

namespace colo::store {
namespace {

using plan::find_by_id;
using testing::ElementsAre;
using testing::UnorderedElementsAre;
using tests::open_store;

class Around : public tests::OnEachDatabase {
protected:
    Around() : store_(open_store(url())) {
        Generated site = example::site({4, 12});
        for (const Device& device : site.intent.devices)
            site.allocations.push_back({AllocationKind::place, device.id.value, "here"});
        for (const Rack& rack : site.intent.racks)
            site.allocations.push_back({AllocationKind::group, "pods/" + rack.id.value, "R01"});
        std::sort(site.allocations.begin(), site.allocations.end());
        tests::apply(store_, site);
        whole_ = *store_.base("lab1");
    }

    Intent around(const std::string& text) const { return store_.around("lab1", text)->intent; }

    Store store_;
    plan::Base whole_;
};
INSTANTIATE_TEST_SUITE_P(On, Around, tests::each_kind(), tests::name_of);

std::vector<std::string> ids_of(const auto& objects) {
    std::vector<std::string> ids;
    for (const auto& object : objects) ids.push_back(object.id.value);
    return ids;
}

/// Fails unless each object of a part is one of the whole.
void expect_part_of(const Intent& part, const Intent& whole) {
    for_each_table(part, [&]<class O>(const char* table, const std::vector<O>& objects) {
        for (const O& object : objects) {
            const O* const same = find_by_id(plan::table_of<O>(whole), object.id.value);
            EXPECT_TRUE(same && *same == object) << table << " " << object.id.value;
        }
    });
}

TEST_P(Around, EveryObjectIsFoundByItsIdentityAsItIsAndLittleBeside) {
    for_each_table(whole_.intent, [&]<class O>(const char* table, const std::vector<O>& objects) {
        for (std::size_t i = 0; i < objects.size(); i += objects.size() / 5 + 1) {
            const std::string& id = objects[i].id.value;
            const Intent found = around(id);
            EXPECT_NE(find_by_id(plan::table_of<O>(found), id), nullptr) << table << " " << id;
            EXPECT_LT(found.object_count(), 12U) << table << " " << id;
            expect_part_of(found, whole_.intent);
        }
    });
}

TEST_P(Around, ACableComesWithTheDevicesAtItsEndsByIdentityOrLabel) {
    const Cable& cable = whole_.intent.cables.front();
    for (const std::string& text : {cable.id.value, cable.label}) {
        const Intent found = around(text);
        EXPECT_THAT(ids_of(found.cables), ElementsAre(cable.id.value));
        EXPECT_THAT(ids_of(found.devices),
                    UnorderedElementsAre(cable.a.device->value, cable.b.device->value));
    }
}

TEST_P(Around, APortComesWithItsDeviceAndItsCable) {
    for (const Interface& port : whole_.intent.interfaces) {
        if (!port.cable) continue;
        const Device& device = *find_by_id(whole_.intent.devices, port.device.value);
        for (const std::string& text :
             {port.id.value, device.id.value + ":" + port.name, device.name + ":" + port.name}) {
            const Intent found = around(text);
            EXPECT_NE(find_by_id(found.interfaces, port.id.value), nullptr) << text;
            EXPECT_NE(find_by_id(found.devices, device.id.value), nullptr) << text;
            EXPECT_NE(find_by_id(found.cables, port.cable->value), nullptr) << text;
        }
        break;
    }
}

TEST_P(Around, AUnitComesWithTheRackAndAllThatStandsInIt) {
    const Intent found = around("R01:U1");
    EXPECT_THAT(ids_of(found.racks), ElementsAre("R01"));
    for (const Device& device : whole_.intent.devices)
        EXPECT_EQ(find_by_id(found.devices, device.id.value) != nullptr,
                  device.rack && device.rack->value == "R01")
            << device.id.value;
}

TEST_P(Around, AnAddressIsFoundWithItsLengthOrWithoutAndInAnySpelling) {
    const Address& address = whole_.intent.addresses.front();
    for (const std::string& text :
         {to_text(address.address), to_text(address.address.address), address.id.value}) {
        const Intent found = around(text);
        EXPECT_THAT(ids_of(found.addresses), ElementsAre(address.id.value)) << text;
        EXPECT_NE(find_by_id(found.prefixes, address.prefix.value), nullptr) << text;
        EXPECT_NE(find_by_id(found.devices, address.device.value), nullptr) << text;
    }
}

TEST_P(Around, TheAllocationsAreThoseOfTheObjectsAndTheGroupsOfTheRacks) {
    const auto of = [&](const std::string& text) {
        const auto base = store_.around("lab1", text);
        std::vector<std::string> identities;
        for (const Allocation& one : base->allocations) identities.push_back(one.identity);
        return identities;
    };
    EXPECT_THAT(of("R01"), ElementsAre("pods/R01"));
    const std::string& device = whole_.intent.devices.front().id.value;
    EXPECT_THAT(of(device), testing::Contains(device));
    EXPECT_EQ(store_.around("lab1", device)->origins, whole_.origins);
}

TEST_P(Around, WhatNobodyIsCalledFindsNothing) {
    for (const char* text : {"nobody", "", ":", "R01:U", "%", "10.250.0.1", "0", "x' OR '1'='1"})
        EXPECT_EQ(around(text).object_count(), text == std::string("R01:U") ? 9U : 0U) << text;
    EXPECT_EQ(store_.around("nowhere", "R01")->revision, 0);
}

TEST_P(Around, ItIsAsItWasAtARevision) {
    Generated next = example::site({4, 12});
    example::the(next.intent.devices, "leaf.R01.1").serial = "S1";
    tests::apply(store_, next);
    const auto serial = [&](std::optional<std::int64_t> revision) {
        return store_.around("lab1", "leaf.R01.1", revision)->intent.devices.front().serial;
    };
    EXPECT_EQ(serial(1), std::nullopt);
    EXPECT_EQ(serial(std::nullopt), "S1");
    EXPECT_EQ(store_.around("lab1", "leaf.R01.1", 3).failure().code, "store-no-revision");
}

TEST_P(Around, ARowThatWasEditedIsNotShown) {
    tests::tamper(url(), "UPDATE devices SET serial = 'X' WHERE id = 'leaf.R01.1'");
    EXPECT_EQ(store_.around("lab1", "leaf.R01.1").failure().code, "store-damaged");
    EXPECT_TRUE(store_.around("lab1", "leaf.R02.1"));
}

TEST_P(Around, WhatOthersReferToMustBeThere) {
    const Cable& cable = whole_.intent.cables.front();
    tests::tamper(url(), "DELETE FROM cables WHERE id = '" + cable.id.value + "'");
    EXPECT_EQ(store_.around("lab1", cable.a.port->value).failure().code, "store-damaged");
    EXPECT_TRUE(store_.around("lab1", cable.a.device->value));
}

}  // namespace
}  // namespace colo::store
