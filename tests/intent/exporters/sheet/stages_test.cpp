// What stands is never taken out in a way that takes both of a pair, or two feeds, at once.
#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "intent/exporters/sheet/stages.h"
#include "tests/intent/exporters/sheet/sheet_trial.h"

namespace colo::sheets {

namespace {

using example::the;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using tests::ChangeJob;

std::vector<std::string> labels(const Desk& desk, const Indices& cables) {
    std::vector<std::string> out;
    for (const std::size_t at : cables) out.push_back(desk.cables[at].shown().id.value);
    return out;
}

std::vector<std::string> places(const Stages& stages) {
    std::vector<std::string> out;
    for (const Block& block : stages.blocks) out.push_back(block.at.value);
    return out;
}

/// The cables of a device by one of their ends.
std::vector<Cable*> cables_at(Intent& intent, const std::string& device) {
    std::vector<Cable*> out;
    for (Cable& cable : intent.cables)
        if (cable.a.device == DeviceId{device} || cable.b.device == DeviceId{device})
            out.push_back(&cable);
    return out;
}

}  // namespace

TEST(Stages, ANewSiteDisturbsNothing) {
    const Intent& lab = tests::shipped("lab1").intent();
    const Job job = tests::whole(tests::shipped("lab1"));
    const Desk desk(job);
    const Stages stages = stages_of(desk);
    EXPECT_THAT(stages.blocks, IsEmpty());
    EXPECT_THAT(stages.undisturbing.devices, SizeIs(lab.devices.size()));
    EXPECT_THAT(stages.undisturbing.cables, SizeIs(lab.cables.size()));
}

TEST(Stages, WhatIsAddedBesideWhatStandsDisturbsNothing) {
    const Generated larger = example::site({2, 5});
    plan::Plan plan = plan::make_plan(example::stored(example::site({2, 4})), larger);
    Job job;
    job.intent = &plan.goal.intent;
    job.changes = &plan;
    const Desk desk(job);
    const Stages stages = stages_of(desk);
    EXPECT_THAT(stages.blocks, IsEmpty());
    EXPECT_THAT(stages.undisturbing.devices, SizeIs(1));
}

TEST(Stages, ADeviceThatMovesHasItsCablesPulledAndPluggedInAgain) {
    const ChangeJob change([](Intent& i) { the(i.devices, "trading-server.1").unit = 9; });
    const Desk desk(change.job);
    const Stages stages = stages_of(desk);
    ASSERT_THAT(places(stages), ElementsAre("trading-server.1"));
    const Block& block = stages.blocks.front();
    Intent intent = example::site().intent;
    EXPECT_THAT(block.unplugged, SizeIs(cables_at(intent, "trading-server.1").size()));
    EXPECT_EQ(labels(desk, block.unplugged), labels(desk, block.plugged));
}

TEST(Stages, BothMembersOfAPairMoveOneAfterTheOther) {
    const ChangeJob change([](Intent& i) {
        the(i.devices, "leaf.R01.1").unit = 30;
        the(i.devices, "leaf.R01.2").unit = 30;
    });
    const Desk desk(change.job);
    const Stages stages = stages_of(desk);
    ASSERT_THAT(places(stages), ElementsAre("leaf.R01.1", "leaf.R01.2"));
    for (const Block& block : stages.blocks) EXPECT_THAT(block.devices, SizeIs(1));
    EXPECT_EQ(stages.blocks[0].pair, stages.blocks[1].pair);
}

TEST(Stages, WhatMovesToWhereAnotherStandsWaitsUntilThatOneHasGone) {
    const ChangeJob change([](Intent& i) {
        the(i.devices, "trading-server.1").unit = 2;  // where 3 stands
        the(i.devices, "trading-server.3").unit = 9;
    });
    EXPECT_THAT(places(stages_of(Desk(change.job))),
                ElementsAre("trading-server.3", "trading-server.1"));
}

TEST(Stages, ANewDeviceWhoseUnitsAreTakenComesRightBehindTheOneThatGoes) {
    const ChangeJob change([](Intent& i) {
        Device newcomer = the(i.devices, "trading-server.1");
        newcomer.id = DeviceId{"quant.1"};
        newcomer.name = "lab1-quant-001";
        i.devices.push_back(newcomer);
        the(i.devices, "trading-server.1").unit = 9;
    });
    const Desk desk(change.job);
    const Stages stages = stages_of(desk);
    EXPECT_THAT(stages.undisturbing.devices, IsEmpty());
    ASSERT_THAT(stages.blocks, SizeIs(1));
    const Indices& newcomers = stages.blocks.front().newcomers.devices;
    ASSERT_THAT(newcomers, SizeIs(1));
    EXPECT_EQ(desk.devices[newcomers.front()].shown().id.value, "quant.1");
}

TEST(Stages, CablesToBothMembersOfAPairAreChangedOneMemberAfterTheOther) {
    const ChangeJob change([](Intent& i) {
        for (Cable& cable : i.cables)
            if (cable.kind == CableKind::data && cable.a.device == DeviceId{"trading-server.1"})
                cable.length = {3000};
    });
    EXPECT_THAT(places(stages_of(Desk(change.job))),
                testing::UnorderedElementsAre("leaf.R01.1", "leaf.R01.2"));
}

TEST(Stages, CablesToTwoFeedsAreNeverChangedTogether) {
    const ChangeJob change([](Intent& i) {
        for (Cable& cable : i.cables)
            if (cable.kind == CableKind::power) cable.length = {3000};
    });
    for (const Block& block : stages_of(Desk(change.job)).blocks)
        EXPECT_TRUE(block.at.value.ends_with(".A") || block.at.value.ends_with(".B"))
            << block.at.value;
}

TEST(Stages, ACableBetweenTwoThatAreWorkedOnIsOutAndInAgainAtEach) {
    const ChangeJob change([](Intent& i) {
        the(i.devices, "leaf.R01.1").unit = 30;
        the(i.devices, "leaf.R01.2").unit = 30;
    });
    const Desk desk(change.job);
    const Stages stages = stages_of(desk);
    const auto between = [&](const Block& block) {
        return std::count_if(block.plugged.begin(), block.plugged.end(), [&](std::size_t at) {
            const Cable& cable = desk.cables[at].shown();
            return cable.a.device->value.starts_with("leaf") &&
                   cable.b.device->value.starts_with("leaf");
        });
    };
    ASSERT_THAT(stages.blocks, SizeIs(2));
    EXPECT_GT(between(stages.blocks[0]), 0);
    EXPECT_EQ(between(stages.blocks[0]), between(stages.blocks[1]));
}

TEST(Stages, AChainOfMovesIsOpenedFromItsEnd) {
    const ChangeJob change(
        [](Intent& i) {
            for (Device& device : i.devices)
                if (device.id.value.starts_with("trading-server.") && device.rack == RackId{"R01"})
                    device.unit = *device.unit + 1;
        },
        {2, 12});
    const auto order = places(stages_of(Desk(change.job)));
    EXPECT_THAT(order, ElementsAre("trading-server.11", "trading-server.9", "trading-server.7",
                                   "trading-server.5", "trading-server.3", "trading-server.1"));
}

TEST(Stages, TwoThatChangePlacesAreOneBlock) {
    const ChangeJob change([](Intent& i) {
        std::swap(the(i.devices, "trading-server.1").unit, the(i.devices, "trading-server.3").unit);
    });
    const Desk desk(change.job);
    const Stages stages = stages_of(desk);
    ASSERT_THAT(stages.blocks, SizeIs(1));
    EXPECT_THAT(stages.blocks.front().devices, SizeIs(2));
}

RC_GTEST_PROP(Stages, OfAPairNeverMoreThanOneIsOutAndEveryCableIsAtTheBlocksDevice, ()) {
    const auto picks = *rc::gen::container<std::vector<int>>(12, rc::gen::inRange(0, 1000));
    const ChangeJob change(
        [&](Intent& i) {
            std::size_t n = 0;
            const auto pick = [&](std::size_t size) {
                return static_cast<std::size_t>(picks[n++ % picks.size()]) % size;
            };
            for (int k = 0; k < 3; ++k) i.devices[pick(i.devices.size())].unit = 20 + k;
            for (int k = 0; k < 4; ++k) i.cables[pick(i.cables.size())].length = {9000 + k};
            for (int k = 0; k < 2; ++k) {
                const Cable gone = i.cables[pick(i.cables.size())];
                std::erase_if(i.cables, [&](const Cable& one) { return one.id == gone.id; });
            }
        },
        {4, 8});
    const Desk desk(change.job);
    const Stages stages = stages_of(desk);
    std::set<std::size_t> unplugged, plugged, devices;
    for (const Block& block : stages.blocks) {
        std::set<std::string> pairs;
        for (const std::size_t at : block.devices) {
            RC_ASSERT(devices.insert(at).second);
            const Device& device = *desk.devices[at].before;
            if (device.pair) RC_ASSERT(pairs.insert(*device.pair).second);
        }
        for (const std::size_t at : block.unplugged) {
            RC_ASSERT(unplugged.insert(at).second || desk.cables[at].task == Task::replug);
            const Cable& cable = *desk.cables[at].before;
            RC_ASSERT(cable.a.device == block.at || cable.b.device == block.at);
        }
        for (const std::size_t at : block.plugged) {
            RC_ASSERT(plugged.insert(at).second || desk.cables[at].task == Task::replug);
            RC_ASSERT(unplugged.contains(at) || desk.cables[at].task == Task::add);
        }
    }
    for (const std::size_t at : stages.undisturbing.cables) RC_ASSERT(plugged.insert(at).second);
    for (const Block& block : stages.blocks)
        for (const std::size_t at : block.newcomers.cables) RC_ASSERT(plugged.insert(at).second);
    for (std::size_t at = 0; at < desk.cables.size(); ++at) {
        const CableWork& work = desk.cables[at];
        if (work.task == Task::label) continue;
        RC_ASSERT(unplugged.contains(at) == (work.before != nullptr));
        RC_ASSERT(plugged.contains(at) == (work.after != nullptr));
    }
}

RC_GTEST_PROP(Stages, NothingIsPutWhereAnotherThingStands, ()) {
    const int count = 8;
    const auto order = *rc::gen::container<std::vector<int>>(count, rc::gen::inRange(0, 1000));
    std::vector<std::int64_t> units;
    const ChangeJob change(
        [&](Intent& i) {
            std::vector<Device*> servers;
            for (Device& device : i.devices)
                if (device.id.value.starts_with("trading-server.") && device.rack == RackId{"R01"})
                    servers.push_back(&device);
            for (const Device* server : servers) units.push_back(*server->unit);
            units.push_back(15);  // one place more, so that there are chains as well as rings
            for (std::size_t k = units.size(); k > 1; --k)
                std::swap(units[k - 1], units[static_cast<std::size_t>(order[k % count]) % k]);
            for (std::size_t k = 0; k < servers.size(); ++k) servers[k]->unit = units[k];
        },
        {2, 2 * count});
    const Desk desk(change.job);
    std::map<std::int64_t, std::string> standing;
    for (const Device& device : desk.before().intent->devices)
        if (device.id.value.starts_with("trading-server.") && device.rack == RackId{"R01"})
            standing[*device.unit] = device.id.value;
    std::size_t moved = 0;
    for (const Block& block : stages_of(desk).blocks) {
        for (const std::size_t at : block.devices) standing.erase(*desk.devices[at].before->unit);
        for (const std::size_t at : block.devices) {
            const Device& device = *desk.devices[at].after;
            RC_ASSERT(standing.emplace(*device.unit, device.id.value).second);
            ++moved;
        }
    }
    RC_ASSERT(moved == desk.devices.size());
}

}  // namespace colo::sheets
