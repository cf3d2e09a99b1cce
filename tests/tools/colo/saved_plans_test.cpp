// Saved plans from the command line: saved, shown, asked, applied, and refused.
#include <gmock/gmock.h>

#include "tests/tools/colo/session.h"

namespace colo::tests {

namespace {

using testing::HasSubstr;
using testing::Not;

std::string text_of(const fs::path& file) { return read_golden(file); }

void write(const fs::path& file, const std::string& text) { std::ofstream(file) << text; }

}  // namespace

TEST_F(Session, OfSavedPlansIsAsItWasWhenItWasRead) {
    type("plan lab1 --out first.plan");
    type("plan first.plan --detailed-exitcode");
    type("apply first.plan");
    type("apply first.plan --yes -m 'first build' --ticket CHG-1");
    type("apply first.plan --yes");
    type("plan first.plan --format json >/dev/null");
    type("plan lab1 --out empty.plan --detailed-exitcode");
    type("plan empty.plan --detailed-exitcode");
    edit("site-definitions/lab1.yaml", "A: 3 kW, B: 3 kW", "A: 4 kW, B: 4 kW");
    edit("site-definitions/lab1.yaml", "trading-servers: 6", "trading-servers: 7");
    type("plan lab1 --out more.plan --expires 12h -q");
    edit("site-definitions/lab1.yaml", "trading-servers: 7", "trading-servers: none");
    type("apply more.plan --yes -m 'from the file alone'");
    type("log lab1");
    now_ = "1795305600";  // 14 hours later
    type("plan more.plan");
    type("apply more.plan --yes");
    expect_golden("tools/colo/golden/saved-plans.txt", transcript_);
}

TEST_F(Session, OfWhatIsAtRiskIsAsItWasWhenItWasRead) {
    run("apply ams1 --yes");
    edit("site-definitions/ams1.yaml", "R[01-06]: {row: A,",
         "R[01-06]: {reserved: {1: cable duct}, row: A,");
    edit("site-definitions/ams1.yaml", "trading-servers: 240", R"(trading-servers: 241
links:
  X1: {a: "leaf.R04.1:Ethernet1", b: "leaf.R04.2:Ethernet1", media: [dac-25g]}
exceptions:
  - on: {device: leaf.R07.1}
    set: {place: {rack: R07, unit: 30}}
    reason: duct in the way
  - on: {device: exchange-router.1}
    set: {place: {rack: R02, unit: 30}}
    reason: nearer to the meet-me room)");
    type("plan ams1");
    edit("site-definitions/ams1.yaml", "unit: 30}}\n    reason: nearer",
         "unit: 31}}\n    reason: nearer");
    type("plan ams1 --verbose | sed -n '/^at risk/,/^$/p'");
    expect_golden("tools/colo/golden/at-risk.txt", transcript_);
}

TEST_F(Session, ASavedPlanShowsWhatItShowedWhenItWasSaved) {
    run("apply lab1 --yes");
    edit("site-definitions/lab1.yaml", "A: 3 kW, B: 3 kW", "A: 4 kW, B: 4 kW");
    edit("site-definitions/lab1.yaml", "trading-servers: 6", "trading-servers: 7");
    for (const std::string view : {"", " --verbose"}) {
        const std::string then = run("plan lab1 --out a.plan -q" + view);
        fs::rename(root_ / "site-definitions", root_ / "gone");
        std::string now = run("plan a.plan --store sqlite:none.db" + view);
        fs::rename(root_ / "gone", root_ / "site-definitions");
        now.erase(0, now.find('\n') + 1);  // who saved it, and when
        EXPECT_EQ(now, then);
    }
    EXPECT_THAT(run("plan a.plan --format json"),
                HasSubstr("\"expires\": \"2026-11-28T10:00:00Z\""));
    EXPECT_FALSE(fs::exists(root_ / "none.db"));
}

TEST_F(Session, ASavedPlanIsForItsOwnerAloneToRead) {
    run("plan lab1 --out a.plan");
    EXPECT_EQ(fs::status(root_ / "a.plan").permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(Session, ASavedPlanIsKnownByItsContentAndAnEditedOneIsRefused) {
    run("plan lab1 --out a.plan");
    fs::copy(root_ / "a.plan", root_ / "lab1.yaml");
    EXPECT_THAT(run("plan lab1.yaml"), HasSubstr("saved by engineer-1"));
    std::string text = text_of(root_ / "a.plan");
    write(root_ / "cut.plan", text.substr(0, text.size() / 2));
    for (const char* command : {"plan cut.plan", "apply cut.plan --yes"})
        EXPECT_EQ(run(command),
                  "colo: error: the plan file is not as colo wrote it [plan-file-damaged]\n"
                  "  because in cut.plan\n"
                  "  because it was changed or cut: its digest is another one\n"
                  "  hint: fetch it again from where it was saved, or plan again: colo plan SITE "
                  "--out FILE\nexit 1\n");
    text.replace(text.find("/1"), 2, "/2");
    write(root_ / "later.plan", text);
    EXPECT_THAT(run("apply later.plan --yes"), HasSubstr("[plan-file-newer]"));
    EXPECT_FALSE(fs::exists(root_ / "colo.db"));
}

TEST_F(Session, ASavedPlanGoesToTheStoreThatItWasMadeFromAndToNoOther) {
    run("apply lab1 --yes");
    edit("site-definitions/lab1.yaml", "A: 3 kW, B: 3 kW", "A: 4 kW, B: 4 kW");
    fs::copy(root_ / "colo.db", root_ / "copy.db");
    run("apply lab1 --yes --store sqlite:copy.db");
    edit("site-definitions/lab1.yaml", "trading-servers: 6", "trading-servers: 7");
    run("apply lab1 --yes");
    edit("site-definitions/lab1.yaml", "trading-servers: 7", "trading-servers: 8");
    run("plan lab1 --out a.plan");
    EXPECT_THAT(run("apply a.plan --yes --store sqlite:none.db"), HasSubstr("[plan-foreign]"));
    EXPECT_FALSE(fs::exists(root_ / "none.db"));
    EXPECT_THAT(run("apply a.plan --yes --store sqlite:copy.db"),
                HasSubstr("the plan was made from a copy of this store that has gone another way "
                          "since [plan-foreign]"));
    EXPECT_THAT(run("apply a.plan --yes"), HasSubstr("applied: revision 3"));
}

TEST_F(Session, ASavedPlanIsCalledStaleBeforeAnybodyIsAsked) {
    run("apply lab1 --yes");
    edit("site-definitions/lab1.yaml", "A: 3 kW, B: 3 kW", "A: 4 kW, B: 4 kW");
    run("plan lab1 --out a.plan");
    run("apply lab1 --yes -m 'stronger feeds'");
    const std::string said = run("apply a.plan");
    EXPECT_THAT(said, HasSubstr("[plan-stale]"));
    EXPECT_THAT(said,
                HasSubstr("revision 2 by engineer-1 at 2026-11-21T10:00:00Z: stronger feeds"));
    EXPECT_THAT(said, Not(HasSubstr("[not-confirmed]")));
}

TEST_F(Session, WhatCannotBeSavedSaysWhatToDo) {
    EXPECT_THAT(run("plan lab1 ams1 --out a.plan"),
                HasSubstr("--out saves a new plan of one site"));
    EXPECT_THAT(run("plan lab1 --expires 3d"), HasSubstr("say where to: --out FILE"));
    EXPECT_THAT(run("plan lab1 --out a.plan --expires soon"),
                HasSubstr("say it in minutes, hours, days or weeks: --expires 90m, 12h, 3d, 2w"));
    EXPECT_THAT(run("plan lab1 --out standards"), HasSubstr("standards cannot be written"));
    EXPECT_FALSE(fs::exists(root_ / "a.plan"));
}

}  // namespace colo::tests
