// The whole main job from the command line, as a person sees it: transcripts that were read once
// and found right. COLO_ACCEPT=1 rewrites them.
#include <gmock/gmock.h>

#include "tests/tools/colo/session.h"

namespace colo::tests {

TEST_F(Session, OfLab1IsAsItWasWhenItWasRead) {
    type("validate lab1");
    type("plan lab1");
    type("apply lab1");
    type("apply lab1 --yes -m 'first build' --ticket CHG-1");
    type("plan lab1 --detailed-exitcode");
    type("list lab1 devices");
    type("list lab1 racks");
    type("explain lab1 lab1-leaf-01:Ethernet2");
    type("explain lab1 10.99.8.12");
    type("explain lab1 lab1-srv-0003");
    edit("site-definitions/lab1.yaml", "A: 3 kW, B: 3 kW", "A: 4 kW, B: 4 kW");
    edit("site-definitions/lab1.yaml", "trading-servers: 6", "trading-servers: 7");
    type("plan lab1 --detailed-exitcode");
    type("apply lab1 --yes -m 'one more for the strategy team'");
    type("log lab1");
    type("show lab1");
    type("show lab1 lab1-leaf-01:Ethernet2");
    type("show lab1 lab1-srv-007 --at 2");
    type("show lab1 lab1-srv-007 --at 1");
    type("show lab1 X-1 --format json");
    type("show lab1 R1:U4");
    edit("site-definitions/lab1.yaml", "trading-servers: 7", "trading-serverz: 7");
    type("plan lab1");
    expect_golden("tools/colo/golden/lab1.txt", transcript_);
}

TEST_F(Session, OfAms1IsAsItWasWhenItWasRead) {
    type("validate ams1");
    type("plan ams1");
    type("apply ams1 --yes -m 'first build'");
    edit("site-definitions/ams1.yaml", "trading-servers: 240", "trading-servers: 241");
    type("plan ams1");
    type("plan ams1 --verbose");
    type("apply ams1 --yes");
    type("plan ams1");
    edit("site-definitions/ams1.yaml", "trading-servers: 241", "trading-servers: 300");
    type("plan ams1");
    expect_golden("tools/colo/golden/ams1.txt", transcript_);
}

TEST_F(Session, OfMistakesSaysWhatToDo) {
    type("plan nowhere");
    type("show nowhere");
    type("list lab1 devices");
    type("export lab1 --format intent");
    type("validate --format xml");
    type("validate lab nowhere lab2.yaml site-definitions");
    type("validate lab1.yaml --format junit");
    type("explain unknown-kye");
    type("explain count-negative");
    type("apply lab1 --yes --store sqlite:/dev/null/x");
    type("show lab1 --at 7");
    type("show lab1 --at ''");
    type("record head --head kept.txt");
    expect_golden("tools/colo/golden/mistakes.txt", transcript_);
}

TEST_F(Session, OfValidateInEveryFormatIsAsItWasWhenItWasRead) {
    edit("site-definitions/lab1.yaml", "W-1:", "W_1:");
    edit("site-definitions/lab1.yaml", "panels:", "  R3: {units: 42, depth: 1 m}\npanels:");
    for (const char* format : {"text", "json", "sarif", "junit"})
        type(std::string("validate ams1 lab1 --format ") + format);
    expect_golden("tools/colo/golden/formats.txt", transcript_);
}

TEST_F(Session, WarningsAreShownAndAreNoFailure) {
    edit("standards/device-types/Opengear/OM2248-10G.yaml", "model:", "colour: black\nmodel:");
    EXPECT_THAT(run("validate lab1"), testing::HasSubstr("unknown key colour is not used"));
    EXPECT_EQ(last_exit_, 0);
    EXPECT_THAT(run("validate lab1 --format sarif"), testing::HasSubstr("\"level\": \"warning\""));
    EXPECT_EQ(last_exit_, 0);
}

TEST_F(Session, AStandardThatChangedUnderItsVersionIsToldWhenItIsPlanned) {
    run("apply lab1 --yes");
    edit("standards/trading-colo/1.0.0/standard.yaml", "{model: mgmt-48x1,", "{model:  mgmt-48x1,");
    for (const char* command : {"validate lab1", "plan lab1"}) {
        EXPECT_THAT(run(command), testing::HasSubstr("has changed since it was first applied "
                                                     "[standard-changed]"));
        EXPECT_EQ(last_exit_, 1);
    }
}

TEST_F(Session, AFileInTheRootIsValidatedByItsName) {
    fs::copy(root_ / "site-definitions/lab1.yaml", root_ / "f.yaml");
    EXPECT_EQ(run("validate f.yaml"),
              "f.yaml: good. 2 racks, 23 devices, 105 cables, 96 addresses\n");
}

TEST_F(Session, OfASecondSiteSaysWhatTheFirstOneHas) {
    run("apply lab1 --yes");
    fs::copy(root_ / "site-definitions/lab1.yaml", root_ / "site-definitions/lab2.yaml");
    edit("site-definitions/lab2.yaml", "site: lab1", "site: lab2");
    type("validate lab2");
    type("validate lab1");
    type("validate lab2 --store sqlite:none.db");
    EXPECT_FALSE(fs::exists(root_ / "none.db"));
    edit("site-definitions/lab2.yaml", "facility: {name: our own lab",
         "facility: {name: the annex");
    edit("site-definitions/lab2.yaml", "ipv4: 10.99.0.0/18", "ipv4: 10.99.32.0/19");
    edit("site-definitions/lab2.yaml", "fd00:99::/40", "fd00:9900::/40");
    edit("site-definitions/lab2.yaml", "asn: 65099", "asn: 65098");
    type("apply lab2 --yes");
    expect_golden("tools/colo/golden/two-sites.txt", transcript_);
}

TEST_F(Session, ExportsGoToFilesAndAreTheSameTwice) {
    run("apply lab1 --yes");
    EXPECT_EQ(run("export lab1 --format cable-csv -o a.csv -q"), "");
    EXPECT_EQ(run("export lab1 --format elevation-svg -o drawings/ -q"), "");
    EXPECT_TRUE(fs::exists(root_ / "drawings/lab1-R1.svg"));
    EXPECT_EQ(run("export lab1 --format intent-json"), run("show lab1 --format json"));
    EXPECT_THAT(run("export lab1 --format cable-csv"), testing::Eq(read_golden(root_ / "a.csv")));
}

TEST_F(Session, ThePictureInTheReadmeIsWhatColoDraws) {
    run("apply ams1 --yes");
    run("export ams1 --format elevation-svg -o drawings/");
    expect_golden("tools/colo/golden/ams1-R01.svg", read_golden(root_ / "drawings/ams1-R01.svg"));
}

TEST_F(Session, AFullDiskIsNoSuccess) {
    run("apply lab1 --yes");
    EXPECT_THAT(run("show lab1 --format json >/dev/full"), testing::HasSubstr("output-lost"));
    EXPECT_EQ(last_exit_, 1);
}

}  // namespace colo::tests
