// The order of work, as the trade does it.
#include <gmock/gmock.h>

#include "intent/exporters/sheet/steps.h"
#include "tests/intent/exporters/sheet/sheet_trial.h"

namespace colo::sheets {

namespace {

using example::the;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using tests::ChangeJob;

std::vector<Step> steps_of(const Job& job) {
    Desk desk(job);
    return order_of_work(desk);
}

const Step& step_with(const std::vector<Step>& steps, const std::string& words) {
    for (const Step& step : steps)
        if (step.work.find(words) != std::string::npos) return step;
    static const Step none;
    ADD_FAILURE() << "no step with " << words;
    return none;
}

}  // namespace

TEST(Steps, PhasesFollowTheTrade) {
    const std::vector<std::string> order{"Prepare", "Mount",   "Power", "Management", "Console",
                                         "Data",    "Circuit", "Prove", "Close"};
    for (const char* site : {"lab1", "ams1", "tok1", "pop1"}) {
        std::ptrdiff_t last = 0;
        for (const Step& step : steps_of(tests::whole(tests::shipped(site)))) {
            const auto at = std::find(order.begin(), order.end(), step.phase) - order.begin();
            EXPECT_GE(at, last) << site << ": " << step.work;
            last = at;
        }
        EXPECT_EQ(last, 8);
    }
}

TEST(Steps, EveryDeviceAndCableOfASiteIsInAStep) {
    for (const char* site : {"lab1", "ams1", "chi1", "tok1", "pop1", "fab1"}) {
        const Job job = tests::whole(tests::shipped(site));
        Desk desk(job);
        const std::vector<Step> steps = order_of_work(desk);
        for (const DeviceWork& work : desk.devices)
            EXPECT_GT(work.step, 0) << work.shown().id.value;
        for (const CableWork& work : desk.cables) EXPECT_GT(work.step, 0) << work.shown().id.value;
        for (const Step& step : steps) EXPECT_FALSE(step.check.empty()) << step.work;
    }
}

TEST(Steps, DevicesAreMountedFromTheBottomOfTheirRackUp) {
    const Job job = tests::whole(tests::shipped("ams1"));
    Desk desk(job);
    order_of_work(desk);
    std::map<RackId, std::pair<std::int64_t, std::int64_t>> last;  // step, unit
    std::vector<const DeviceWork*> mounted;
    for (const DeviceWork& work : desk.devices)
        if (work.after->unit && !work.after->parent) mounted.push_back(&work);
    std::sort(mounted.begin(), mounted.end(),
              [](const auto* a, const auto* b) { return a->step < b->step; });
    for (const DeviceWork* work : mounted) {
        auto& [step, unit] = last[*work->after->rack];
        EXPECT_LE(unit, *work->after->unit);
        step = work->step, unit = *work->after->unit;
    }
}

TEST(Steps, AHeavyDeviceIsNotLiftedAlone) {
    Generated site = example::site();
    the(site.intent.devices, "trading-server.1").weight = Mass{25'000};
    the(site.intent.devices, "trading-server.2").weight = Mass{60'000};
    Job job;
    job.intent = &site.intent;
    const auto steps = steps_of(job);
    EXPECT_THAT(step_with(steps, "Mount lab1-srv-001").tools, HasSubstr("two people"));
    EXPECT_THAT(step_with(steps, "Mount lab1-srv-002").tools, HasSubstr("lift"));
}

TEST(Steps, WorkOnOneOfAPairNamesTheOtherAndWhatIsLost) {
    const ChangeJob change([](Intent& i) { the(i.devices, "leaf.R01.1").unit = 30; });
    const auto steps = steps_of(change.job);
    const Device& partner = the(change.plan->goal.intent.devices, "leaf.R01.2");
    const Step& first = steps[1];  // the call comes before
    EXPECT_THAT(first.work, AllOf(HasSubstr("Ask the contact"), HasSubstr("Last, power")));
    EXPECT_THAT(first.lost, HasSubstr("Its partner " + partner.name + " stays untouched"));
    EXPECT_THAT(first.lost, HasSubstr("no redundancy"));
}

TEST(Steps, TheNextDeviceIsTouchedOnlyWhenTheOneBeforeIsProven) {
    const ChangeJob change([](Intent& i) {
        the(i.devices, "leaf.R01.1").unit = 30;
        the(i.devices, "leaf.R01.2").unit = 30;
    });
    const auto steps = steps_of(change.job);
    const auto back = std::find_if(steps.begin(), steps.end(), [](const Step& step) {
        return step.check.find("Only then go on to") != std::string::npos;
    });
    ASSERT_NE(back, steps.end());
    const auto second = std::find_if(back + 1, steps.end(), [](const Step& step) {
        return step.work.starts_with("Ask the contact");
    });
    EXPECT_NE(second, steps.end());
}

TEST(Steps, AChangedCableIsUnpluggedAndPluggedInOneStep) {
    const ChangeJob change([](Intent& i) { i.cables.front().length = {9000}; });
    const auto steps = steps_of(change.job);
    const std::string label = change.plan->goal.intent.cables.front().label;
    const Step& step = step_with(steps, "out, in again");
    EXPECT_THAT(step.work, HasSubstr(label));
    EXPECT_THAT(step.parts, HasSubstr("9 m"));
}

TEST(Steps, ANewNameIsANewLabelAndNothingIsUnplugged) {
    const ChangeJob change(
        [](Intent& i) { the(i.devices, "trading-server.1").name = "lab1-quant-001"; });
    const auto steps = steps_of(change.job);
    EXPECT_EQ(step_with(steps, "lab1-quant-001").phase, "Label");
    for (const Step& step : steps) EXPECT_THAT(step.work, Not(HasSubstr("unplug")));
}

TEST(Steps, WhatGoesIsPulledAndTakenOut) {
    const ChangeJob change([](Intent& i) {
        std::erase_if(i.cables, [](const Cable& cable) {
            return cable.a.device == DeviceId{"trading-server.4"};
        });
        example::without(i.devices, "trading-server.4");
    });
    const auto steps = steps_of(change.job);
    EXPECT_THAT(step_with(steps, "Ask the contact").work, HasSubstr("Take out"));
    EXPECT_THAT(step_with(steps, "Take lab1-srv-004 out").position, HasSubstr("U"));
}

TEST(Steps, OfThreeThatChangePlacesOneIsLaidAside) {
    const ChangeJob change(
        [](Intent& i) {
            auto &a = the(i.devices, "trading-server.1").unit,
                 &b = the(i.devices, "trading-server.3").unit,
                 &c = the(i.devices, "trading-server.5").unit;
            const auto first = a;
            a = b, b = c, c = first;
        },
        {2, 6});
    std::vector<std::string> work;
    for (const Step& step : steps_of(change.job))
        if (step.work.starts_with("Take") || step.work.starts_with("Move"))
            work.push_back(step.work.substr(0, 19));
    EXPECT_THAT(work, testing::ElementsAre("Take lab1-srv-005 o", "Move lab1-srv-003 f",
                                           "Move lab1-srv-001 f", "Move lab1-srv-005 f"));
}

}  // namespace colo::sheets
