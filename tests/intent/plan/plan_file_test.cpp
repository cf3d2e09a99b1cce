#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>

#include <functional>

#include "intent/plan/plan_file.h"
#include "tests/intent/example_intent.h"
#include "tests/intent/store/any_intent.h"

namespace colo::plan {

namespace {

using Json = nlohmann::json;
using testing::HasSubstr;

SavedPlan saved(Plan plan) {
    return {std::move(plan),
            {{"site-definitions/lab1.yaml", "d2"}, {"standards/lab/1.0.0/standard.yaml", "d1"}},
            "engineer-1",
            "2026-11-21T09:42:00Z",
            "2026-11-28T09:42:00Z"};
}

/// A plan with a bit of everything: a move, a rename, removed and added devices, another prefix.
Plan mixed() {
    Generated goal = example::site({2, 5});
    example::the(goal.intent.devices, "trading-server.3").unit = 9;
    example::the(goal.intent.devices, "leaf.R01.1").unit = 30;
    example::the(goal.intent.devices, "panel.R01.PP1").name = "lab1-r01-pp9";
    example::without(goal.intent.devices, "trading-server.4");
    goal.intent.exceptions = {{"{device: leaf.R01.1}", "{unit: 30}", "cable duct", "2027-01-31"}};
    goal.allocations = {{AllocationKind::number, "leaf.R01.1", "1"}};
    return make_plan(example::stored(example::site({2, 4})), goal);
}

std::string file() { return to_file(saved(mixed())); }

/// The file with its JSON edited and sealed again, as somebody with a will could.
std::string edited(const std::function<void(Json&)>& edit) {
    const std::string text = file();
    Json json = Json::parse("{" + text.substr(text.find('\n') + 1));
    edit(json);
    return sealed(json.dump().substr(1));
}

std::string refusal(const std::string& text) {
    const auto read = read_plan_file(text);
    return read ? "read" : read.failure().code + ": " + read.failure().causes.front();
}

void expect_same(const SavedPlan& one, const SavedPlan& other) {
    EXPECT_TRUE(one.plan.goal.intent == other.plan.goal.intent);
    EXPECT_EQ(one.plan.goal.allocations, other.plan.goal.allocations);
    EXPECT_EQ(one.plan.goal.origins, other.plan.goal.origins);
    EXPECT_EQ(one.plan.changes, other.plan.changes);
    EXPECT_EQ(one.plan.proof, other.plan.proof);
    EXPECT_EQ(one.plan.moved, other.plan.moved);
    EXPECT_EQ(one.plan.risks, other.plan.risks);
    EXPECT_EQ(one.plan.base.lineage, other.plan.base.lineage);
    EXPECT_EQ(one.plan.base.epoch, other.plan.base.epoch);
    EXPECT_EQ(one.plan.base.revision, other.plan.base.revision);
    EXPECT_EQ(one.plan.base.record, other.plan.base.record);
    EXPECT_EQ(one.inputs, other.inputs);
    EXPECT_EQ(one.author, other.author);
    EXPECT_EQ(one.made_at, other.made_at);
    EXPECT_EQ(one.expires_at, other.expires_at);
}

void expect_shows_the_same(const Plan& one, const Plan& other) {
    for (const View view : {View::terse, View::full})
        EXPECT_EQ(to_text(one, view, false), to_text(other, view, false));
    EXPECT_EQ(to_json(one), to_json(other));
}

TEST(PlanFile, a_saved_plan_comes_back_equal_and_shows_the_same_in_every_view) {
    const SavedPlan plan = saved(mixed());
    const auto read = read_plan_file(to_file(plan));
    ASSERT_TRUE(read) << read.failure().causes.front();
    expect_same(plan, *read);
    expect_shows_the_same(plan.plan, read->plan);
}

TEST(PlanFile, a_first_plan_and_an_empty_one_come_back_too) {
    for (const Plan& plan : {make_plan({}, example::site()),
                             make_plan(example::stored(example::site()), example::site())}) {
        const auto read = read_plan_file(to_file(saved(plan)));
        ASSERT_TRUE(read) << read.failure().causes.front();
        EXPECT_EQ(read->plan.empty(), plan.empty());
        expect_shows_the_same(plan, read->plan);
    }
}

RC_GTEST_PROP(PlanFile, any_plan_comes_back_equal_and_shows_the_same, (unsigned seed)) {
    std::mt19937_64 random(seed);
    const auto optionals = seed % 2 == 0 ? tests::Optionals::some : tests::Optionals::all;
    Generated before = tests::any_goal(random, optionals, 8);
    const SavedPlan plan =
        saved(make_plan(example::stored(std::move(before)), tests::any_goal(random, optionals, 8)));
    const std::string text = to_file(plan);
    const auto read = read_plan_file(text);
    RC_ASSERT(read.ok());
    expect_same(plan, *read);
    expect_shows_the_same(plan.plan, read->plan);
    RC_ASSERT(to_file(*read) == text);
}

TEST(PlanFile, it_is_known_by_what_it_begins_with) {
    EXPECT_TRUE(is_plan_file(file().substr(0, 256)));
    EXPECT_TRUE(is_plan_file("\n {\"format\": \"colo-plan-file/9\""));
    EXPECT_FALSE(is_plan_file("site: ams1\n"));
    EXPECT_FALSE(is_plan_file("{\"format\":\"colo-plan/1\""));
    EXPECT_FALSE(is_plan_file(""));
}

TEST(PlanFile, cut_at_any_byte_it_is_refused) {
    const std::string text = file();
    for (std::size_t length = 0; length < text.size(); length += length < 300 ? 1 : 997)
        EXPECT_EQ(read_plan_file(text.substr(0, length)).failure().code, "plan-file-damaged")
            << length;
}

TEST(PlanFile, with_any_byte_changed_it_is_refused) {
    const std::string text = file();
    for (std::size_t at = 0; at < text.size(); at += at < 300 ? 1 : 997) {
        std::string other = text;
        other[at] = other[at] == 'x' ? 'y' : 'x';
        EXPECT_FALSE(read_plan_file(other)) << at;
    }
}

TEST(PlanFile, without_any_of_its_lines_it_is_refused) {
    const std::string text = file();
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin) + 1;
        std::string other = text;
        other.erase(begin, end - begin);
        EXPECT_EQ(read_plan_file(other).failure().code, "plan-file-damaged") << begin;
        begin = end;
    }
}

TEST(PlanFile, cut_or_short_of_a_line_and_sealed_again_it_is_refused_or_another_plan) {
    const std::string text = file(), rest = text.substr(text.find('\n') + 1);
    for (std::size_t length = 0; length < rest.size(); length += 4'999)
        EXPECT_THAT(refusal(sealed(rest.substr(0, length))), HasSubstr("plan-file-unfit"));
    std::size_t line = 0;
    for (std::size_t begin = 0; begin < rest.size(); begin = rest.find('\n', begin) + 1) {
        if (line++ % 7 != 0) continue;
        std::string other = rest;
        other.erase(begin, rest.find('\n', begin) + 1 - begin);
        const auto read = read_plan_file(sealed(other));
        if (!read)
            EXPECT_EQ(read.failure().code, "plan-file-unfit");
        else
            to_text(read->plan, View::full, false);
    }
}

TEST(PlanFile, one_of_a_later_format_is_refused_with_what_to_do) {
    std::string text = file();
    text.replace(text.find("file/1"), 6, "file/12");
    const Failure failure = read_plan_file(text).failure();
    EXPECT_EQ(failure.code, "plan-file-newer");
    EXPECT_EQ(failure.message,
              "the plan file is of the format colo-plan-file/12, which this colo does not know");
    EXPECT_EQ(failure.hint, "use the colo that wrote it, or plan again with this one: colo plan "
                            "SITE --out FILE");
}

struct Hostile {
    const char* what;
    std::function<void(Json&)> edit;
    const char* refusal;
};

TEST(PlanFile, what_colo_does_not_write_is_refused_by_name) {
    const std::vector<Hostile> all{
        {"a key gone", [](Json& j) { j.erase("lineage"); }, "lineage is missing"},
        {"a table gone", [](Json& j) { j.erase("goal.cables"); }, "goal.cables is missing"},
        {"a key more", [](Json& j) { j["more"] = 1; }, "it has members of another colo's"},
        {"a text for a number", [](Json& j) { j["revision"] = "7"; }, "revision is no such value"},
        {"half a number", [](Json& j) { j["epoch"] = 1.5; }, "epoch is no such value"},
        {"a number beyond all reason", [](Json& j) { j["epoch"] = largest_number + 1; },
         "epoch is no such value"},
        {"a number out of range", [](Json& j) { j["epoch"] = 0xFFFFFFFFFFFFFFFFULL; },
         "epoch is no such value"},
        {"below zero", [](Json& j) { j["revision"] = -1; }, "its base is none"},
        {"a table that is a text", [](Json& j) { j["goal.racks"] = "x"; },
         "goal.racks is no table"},
        {"a table with other fields", [](Json& j) { j["goal.racks"]["fields"][1] = "title"; },
         "goal.racks has other fields than this colo's"},
        {"an object short of a field", [](Json& j) { j["goal.racks"]["entries"][1].erase(0); },
         "entry 2 of goal.racks is no such thing"},
        {"an id twice", [](Json& j) { j["goal.racks"]["entries"][1][0] = "R01"; },
         "goal.racks is not sorted, or has R01 twice"},
        {"unsorted",
         [](Json& j) { std::swap(j["goal.racks"]["entries"][0], j["goal.racks"]["entries"][1]); },
         "goal.racks is not sorted, or has R02 twice"},
        {"a decision twice",
         [](Json& j) { j["goal.allocations"].push_back(j["goal.allocations"][0]); },
         "goal.allocations is not sorted"},
        {"an unknown word", [](Json& j) { j["changes"][0][4] = "explode"; },
         "entry 1 of changes is no such thing"},
        {"a change without work", [](Json& j) { j["changes"][0][6] = Json::array(); },
         "a change says no work"},
        {"a proof below zero", [](Json& j) { j["proof"][0][1] = -1; },
         "entry 1 of proof is no such thing"},
        {"no time", [](Json& j) { j["expires"] = "2026-13-41T09:42:00Z"; }, "its times are none"},
        {"another site", [](Json& j) { j["site"] = "ams1"; }, "its sites differ"},
        {"a terminal's command", [](Json& j) { j["author"] = "\x1b[2J"; },
         "author is no such value"},
        {"no object", [](Json& j) { j = Json::object(); }, "site is missing"}};
    for (const Hostile& one : all)
        EXPECT_EQ(refusal(edited(one.edit)), std::string("plan-file-unfit: ") + one.refusal)
            << one.what;
    EXPECT_EQ(refusal(sealed("")), "plan-file-unfit: it is no JSON");
    EXPECT_EQ(refusal(sealed(std::string(1'000'000, '['))),
              "plan-file-unfit: it is nested too deep");
    EXPECT_EQ(refusal(sealed("\"a\":\"" + std::string(1'000'000, '[') + "\"}")),
              "plan-file-unfit: site is missing");
}

TEST(PlanFile, times_are_said_in_minutes_hours_days_and_weeks) {
    EXPECT_EQ(read_duration("90m"), 5'400);
    EXPECT_EQ(read_duration("12h"), 43'200);
    EXPECT_EQ(read_duration("3d"), 259'200);
    EXPECT_EQ(read_duration("2w"), 1'209'600);
    for (const char* wrong : {"", "3", "d", "0d", "-1d", "1.5d", "3 d", "3y", "99999999999999d"})
        EXPECT_FALSE(read_duration(wrong)) << wrong;
    EXPECT_EQ(later("2026-12-31T23:59:59Z", 1), "2027-01-01T00:00:00Z");
    EXPECT_EQ(later("2028-02-28T12:00:00Z", 86'400), "2028-02-29T12:00:00Z");
    EXPECT_EQ(later("tomorrow", 1), "");
}

TEST(PlanFile, it_expires_at_its_very_second) {
    const SavedPlan plan = saved({});
    EXPECT_FALSE(has_expired(plan, "2026-11-28T09:41:59Z"));
    EXPECT_TRUE(has_expired(plan, "2026-11-28T09:42:00Z"));
}

TEST(PlanFile, the_view_for_programs_says_who_saved_it_and_whether_it_has_expired) {
    const Json json = Json::parse(to_json(saved(mixed()), "2027-01-01T00:00:00Z"));
    EXPECT_EQ(json["format"], "colo-plan/1");
    EXPECT_EQ(json["saved"]["author"], "engineer-1");
    EXPECT_EQ(json["saved"]["expires"], "2026-11-28T09:42:00Z");
    EXPECT_EQ(json["saved"]["expired"], true);
    EXPECT_EQ(json["saved"]["inputs"]["site-definitions/lab1.yaml"], "d2");
}

}  // namespace

}  // namespace colo::plan
