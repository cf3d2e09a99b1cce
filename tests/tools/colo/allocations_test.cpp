// Allocations out of a store and into one, and plans of CI that have none.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/tools/colo/session.h"

namespace colo::tests {

namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

class AllocationsCommand : public Session {
protected:
    void write(const std::string& file, const std::string& lines) {
        std::ofstream(root_ / file) << "format: colo-allocations/1\nsite: lab1\nallocations:\n"
                                    << lines;
        transcript_ += "# " + file + ":\n" + lines;
    }
};

}  // namespace

TEST_F(AllocationsCommand, OfASiteThatStandsAreImportedAsItWasWhenItWasRead) {
    run("allocations export lab1 --planned -o lab1.yaml");
    edit("lab1.yaml", "leaf.R1.1: R1 U41 1U rear full", "leaf.R1.1: R1 U20 1U rear full");
    edit("lab1.yaml", "trading-server.1/ipv4: 11", "trading-server.1/ipv4: 200");
    edit("lab1.yaml", "bmc/trading-server.1/1: 1\n", "bmc/trading-server.1/1: 777\n");
    edit("lab1.yaml", "  exchange-router.1: exchange-router/1",
         "  exchange-routr.1: exchange-router/1");
    type("allocations import lab1 lab1.yaml");
    type("allocations import lab1 lab1.yaml -m 'as found' --yes");
    edit("lab1.yaml", "exchange-routr.1", "exchange-router.1");
    edit("lab1.yaml", "    uplink/leaf.R1.1/exchange-router.1/1: 2000 mm dac-25g\n", "");
    edit("lab1.yaml", "    uplink/leaf.R1.1/exchange-router.2/1: 3000 mm dac-25g\n", "");
    type("allocations import lab1 lab1.yaml -m 'as found on 2026-11-20' --yes -q | tail -3");
    type("plan lab1");
    type("log lab1");
    write("moved.yaml", "  place: {trading-server.2: R2 U20 1U front full}\n");
    type("allocations import lab1 moved.yaml -m 'stands higher' --yes");
    expect_golden("tools/colo/golden/allocations-import.txt", transcript_);
}

TEST_F(AllocationsCommand, OfCiTellWhatIsDecidedOtherwiseWithoutAStore) {
    run("apply lab1 --yes");
    run("allocations export lab1 -o lab1.allocations.yaml");
    fs::rename(root_ / "colo.db", root_ / "away.db");
    type("validate lab1 --allocations lab1.allocations.yaml");
    type("plan lab1 --allocations lab1.allocations.yaml --detailed-exitcode | tail -4");
    edit("site-definitions/lab1.yaml", "A: 3 kW, B: 3 kW", "A: 4 kW, B: 4 kW");
    edit("site-definitions/lab1.yaml", "trading-servers: 6", "trading-servers: 7");
    edit("lab1.allocations.yaml", "lineage: ", "# lineage: ");  // is another one each time
    type("plan lab1 --allocations lab1.allocations.yaml --detailed-exitcode");
    type("plan ams1 --allocations lab1.allocations.yaml");
    type("validate --allocations lab1.allocations.yaml");
    type("plan lab1 --allocations lab1.allocations.yaml --store sqlite:x.db");
    type("plan lab1 --allocations nowhere.yaml");
    EXPECT_FALSE(fs::exists(root_ / "colo.db")) << "no store is opened or made";
    expect_golden("tools/colo/golden/allocations-ci.txt", transcript_);
}

TEST_F(AllocationsCommand, ExportedAreTheSameBytesAgainAndInJsonThePlanSaysTheSame) {
    run("apply lab1 --yes");
    const std::string first = run("allocations export lab1");
    EXPECT_EQ(run("allocations export lab1"), first);
    EXPECT_THAT(first, HasSubstr("\nrevision: 1\nlineage: "));
    run("allocations export lab1 -o out/a.yaml");
    const json plan = json::parse(run("plan lab1 --allocations out/a.yaml --format json"));
    EXPECT_EQ(plan.at("format"), "colo-allocations-plan/1");
    EXPECT_EQ(plan.at("changes"), json::array());
    EXPECT_EQ(plan.at("kept"), 465);
    EXPECT_EQ(plan.at("objects_compared"), false);
    EXPECT_EQ(plan.at("file_revision"), 1);
}

TEST_F(AllocationsCommand, WhatCannotBeKeptDoesNotCostWhatIsStored) {
    run("apply lab1 --yes");
    write("wrong.yaml", "  prefix: {management/ipv4: 10.77.4.0/22}\n");
    const std::string said = run("allocations import lab1 wrong.yaml -m why --yes --partial");
    EXPECT_THAT(said, HasSubstr("the prefix of management/ipv4 would be 10.99.4.0/22, not "
                                "10.77.4.0/22 [allocation-not-kept]"));
    EXPECT_THAT(said, HasSubstr("wrong.yaml: 0 of 1 allocation kept"));
    EXPECT_THAT(run("log lab1"), Not(HasSubstr("   2  ")));
}

TEST_F(AllocationsCommand, OfThingsThatStandButAreNotDefinedKeepTheirPlace) {
    write("found.yaml", "  place: {old-server.1: R1 U1 4U front full}\n");
    run("allocations import lab1 found.yaml -m found --yes --partial");
    EXPECT_THAT(run("list lab1 devices"),
                HasSubstr("trading-server.1   lab1-srv-001   server-25g      R1    5  "));
}

TEST_F(AllocationsCommand, AnswersMistakesWithWhatToSay) {
    for (const char* words :
         {"allocations exprot lab1", "allocations export lab1 x.yaml", "allocations import lab1",
          "allocations import lab1 nowhere.yaml -m x", "allocations export lab1",
          "allocations export lab1 --planned -o /dev/null/x", "allocations export lab7 --planned"})
        type(words);
    expect_golden("tools/colo/golden/allocations-mistakes.txt", transcript_);
}

}  // namespace colo::tests
