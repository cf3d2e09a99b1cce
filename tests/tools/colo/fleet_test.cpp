// All sites at once: the table of the fleet, and plans of every site.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/tools/colo/session.h"

namespace colo::tests {

using testing::HasSubstr;
using testing::Not;

namespace {

std::string line_with(const std::string& text, const std::string& word) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with(word)) return line;
    return {};
}

}  // namespace

TEST_F(Session, OfTheFleetIsAsItWasWhenItWasRead) {
    type("fleet");
    for (const char* site : {"ams1", "chi1", "lab1", "tok1"})
        run(std::string("apply ") + site + " --yes");
    fs::remove(root_ / "site-definitions/tok1.yaml");
    edit("site-definitions/lab1.yaml", "trading-colo 1.0.0", "trading-colo 1.1.0");
    edit("site-definitions/chi1.yaml", "until: 2027-06-30", "until: 2026-06-30");
    run("apply chi1 --yes");
    type("fleet");
    expect_golden("tools/colo/golden/fleet.txt", transcript_);
}

TEST_F(Session, OfPlansOfAllSitesIsAsItWasWhenItWasRead) {
    type("plan --all");
    for (const char* site : {"ams1", "chi1", "fab1", "lab1", "pop1", "tok1"})
        run(std::string("apply ") + site + " --yes");
    type("plan --all --detailed-exitcode");
    edit("site-definitions/ams1.yaml", "trading-servers: 240", "trading-servers: 242");
    edit("site-definitions/pop1.yaml", "city: Paris", "city: Lutetia");
    edit("site-definitions/tok1.yaml", "trading-servers: 27", "trading-servers: 30");
    type("plan --all --detailed-exitcode");
    type("plan --all --standard trading-colo@1.1.0");
    type("plan --all --standard trading-colo@2.0.0");
    type("plan chi1 pop1 --standard trading-colo@1.1.0");
    type("plan --all --standard trading-colo@3.0.0");
    type("plan --all --standard trading-coli@1.0.0");
    type("plan --standard trading-colo@1.0.0");
    type("plan lab1 --standard trading-colo");
    type("plan --all lab1");
    type("plan");
    expect_golden("tools/colo/golden/plan-all.txt", transcript_);
}

TEST_F(Session, PlansOfAllSitesChangeNothing) {
    run("apply lab1 --yes");
    const std::string before = run("show lab1 --format json");
    run("plan --all --standard trading-colo@2.0.0");
    EXPECT_EQ(run("show lab1 --format json"), before);
    EXPECT_THAT(run("log ams1"), Not(HasSubstr("trading-colo")));
    EXPECT_THAT(run("plan lab1"), HasSubstr("no changes"));
}

TEST_F(Session, ABrokenSiteDoesNotStopTheOthers) {
    run("apply lab1 --yes");
    std::ofstream(root_ / "site-definitions/aaa1.yaml") << "site: [";
    const std::string text = run("plan --all --detailed-exitcode");
    EXPECT_EQ(last_exit_, 1);
    EXPECT_THAT(line_with(text, "aaa1"), HasSubstr("does not fit: "));
    EXPECT_THAT(line_with(text, "lab1"), HasSubstr("0 names, 0 addresses"));
    EXPECT_THAT(text, HasSubstr("1 cannot be planned"));
}

TEST_F(Session, AMoveToAVersionDependsOnWhatIsStoredAndIsThePlanThatTheDefinitionWouldGive) {
    run("apply ams1 --yes");
    const auto as_if =
        nlohmann::json::parse(run("plan ams1 --standard trading-colo@1.1.0 --format json"));
    edit("site-definitions/ams1.yaml", "trading-colo 1.0.0", "trading-colo 1.1.0");
    const auto said = nlohmann::json::parse(run("plan ams1 --format json"));
    EXPECT_EQ(as_if, said);
}

TEST_F(Session, TheFleetAndItsPlansAreThereForPrograms) {
    run("apply chi1 --yes");
    const auto fleet = nlohmann::json::parse(run("fleet --format json"));
    EXPECT_EQ(fleet.at("format"), "colo-fleet/1");
    EXPECT_EQ(fleet.at("sites").at(1).at("stored").at("exceptions").size(), 3U);
    EXPECT_TRUE(fleet.at("sites").at(0).at("stored").is_null());

    const std::string printed = run("plan --all --standard trading-colo@1.1.0 --format json");
    EXPECT_EQ(last_exit_, 1);  // lab1 and tok1 do not fit
    const auto plans = nlohmann::json::parse(printed.substr(0, printed.rfind("exit 1")));
    EXPECT_EQ(plans.at("standard").at("version"), "1.1.0");
    EXPECT_EQ(plans.at("sites").at(1).at("counts").at("add").at("devices"), 1);
    EXPECT_EQ(plans.at("sites").at(2).at("left_out"), true);
}

}  // namespace colo::tests
