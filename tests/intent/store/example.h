// A small site, and the steps that tests of the store take.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "intent/database/session.h"
#include "intent/store/store.h"
#include "tests/intent/database/folder.h"

namespace colo::tests {

inline const store::Author alice{"alice", "phase 1", "CHG-1"};
inline const store::Author bob{"bob", "two more", ""};

inline store::Store open_store(const std::string& url) {
    auto opened = store::Store::open(url, store::Missing::make);
    EXPECT_TRUE(opened) << opened.failure().message;
    return std::move(opened).value();
}

/// A site of that many servers, each with an allocation.
inline Generated site_of(int servers, const std::string& name = "ams1") {
    Generated goal;
    goal.intent.head = {name,        "trading-colo",     "1.0.0", "digest-1", "AMS 1",
                        "Amsterdam", "Europe/Amsterdam", {}};
    for (int i = 0; i < servers; ++i) {
        Device device;
        device.id = DeviceId("server." + std::to_string(100'000 + i));
        device.name = name + "-" + device.id.value;
        goal.intent.devices.push_back(device);
        goal.allocations.push_back(
            {AllocationKind::place, device.id.value, "R01 U" + std::to_string(i)});
    }
    goal.origins.push_back(
        {"servers", "standard.yaml:1", name + ".yaml:1", std::to_string(servers)});
    return goal;
}

inline plan::Plan plan_for(const store::Store& store, Generated goal) {
    auto base = store.base(goal.intent.head.site);
    EXPECT_TRUE(base) << base.failure().message;
    return {std::move(base).value(), std::move(goal), {}, {}};
}

/// Applies and gives the revision's number.
inline std::int64_t apply(store::Store& store, Generated goal, const store::Author& author = alice,
                          const std::string& at = "2026-01-01T00:00:00Z") {
    const auto applied = store.apply(plan_for(store, std::move(goal)), author, at);
    EXPECT_TRUE(applied) << applied.failure().message << ": "
                         << testing::PrintToString(applied.failure().causes);
    return applied ? applied.value() : 0;
}

inline void expect_holds(const plan::Base& base, const Generated& goal) {
    EXPECT_TRUE(base.intent == goal.intent);
    EXPECT_EQ(base.allocations, goal.allocations);
    EXPECT_EQ(base.origins, goal.origins);
}

/// Runs SQL on a store's file behind the store's back.
inline std::int64_t tamper(const std::string& url, const std::string& sql) {
    const auto session = database::open_session(url);
    const auto changed = session.value()->execute(sql);
    EXPECT_TRUE(changed) << changed.failure().causes.front();
    return changed ? changed.value() : 0;
}

}  // namespace colo::tests
