#include <gmock/gmock.h>

#include "tests/tools/colo/session.h"

namespace colo::tests {

using testing::HasSubstr;

class HistorySession : public Session {};

TEST_F(HistorySession, OfWhoDidWhatIsAsItWasWhenItWasRead) {
    run("apply lab1 --yes -m 'first build'");
    edit("site-definitions/lab1.yaml", "trading-servers: 6", "trading-servers: 5");
    run("apply lab1 --yes -m 'one less' --ticket CHG-2");
    type("log lab1");
    type("diff lab1 1 2");
    type("blame lab1 trading-server.6");
    type("blame lab1 leaf.R2.1:Ethernet3");
    type("blame lab1 lab1-leaf-02");
    type("blame lab1 lab1-leaf-99");
    type("diff lab1 1 3");
    type("diff lab1 one 2");
    type("revert lab1 1");
    type("revert lab1 1 --yes");
    type("blame lab1 trading-server.6");
    type("diff lab1 1 3");
    type("revert lab1 3 --yes");
    expect_golden("tools/colo/golden/history.txt", transcript_);
}

TEST_F(HistorySession, OfKeepingAStoreIsAsItWasWhenItWasRead) {
    run("apply lab1 --yes");
    type("store check");
    type("store backup kept.db");
    type("store backup kept.db");
    type("store copy sqlite:copy.db");
    type("store copy sqlite:copy.db");
    edit("site-definitions/lab1.yaml", "trading-servers: 6", "trading-servers: 5");
    run("apply lab1 --yes");
    type("store restore kept.db");
    type("store restore kept.db --yes");
    type("log lab1");
    type("store restore nothing.db --yes");
    type("store restore site-definitions/lab1.yaml --yes");
    type("store sell");
    type("store backup");
    expect_golden("tools/colo/golden/keeping.txt", transcript_);
}

TEST_F(HistorySession, AHeadKeptElsewhereShowsWhatWasCut) {
    run("apply lab1 --yes");
    run("store backup before.db");
    edit("site-definitions/lab1.yaml", "trading-servers: 6", "trading-servers: 5");
    run("apply lab1 --yes");
    EXPECT_THAT(run("record head"), HasSubstr("lab1 2 "));
    run("record head -o head.txt");
    EXPECT_EQ(run("record verify --head head.txt"),
              "the record holds: 1 site, 2 revisions, and all that the kept head covers\n");
    run("store restore before.db --yes");
    EXPECT_THAT(run("record verify"), HasSubstr("the record holds: 1 site, 1 revision\n"));
    const std::string cut = run("record verify --head head.txt");
    EXPECT_THAT(cut, HasSubstr("lab1 was at revision 2 and is at 1: the end was cut off"));
    EXPECT_EQ(last_exit_, 1);
    EXPECT_THAT(run("record verify --head none.txt"), HasSubstr("[file-not-readable]"));
    EXPECT_THAT(run("record verify --head before.db"), HasSubstr("[record-head]"));
    EXPECT_THAT(run("record tail"), HasSubstr("[bad-usage]"));
}

TEST_F(HistorySession, AResultNeverTakesThePlaceOfAStoreOrAnInput) {
    run("apply lab1 --yes");
    const std::string store = read_golden(root_ / "colo.db");
    for (const char* words : {"plan lab1 --out colo.db", "record head -o colo.db",
                              "allocations export lab1 -o site-definitions/ams1.yaml"}) {
        EXPECT_THAT(run(words), HasSubstr("[file-not-replaced]")) << words;
        EXPECT_EQ(last_exit_, 1);
    }
    EXPECT_TRUE(read_golden(root_ / "colo.db") == store);
    EXPECT_THAT(run("plan --all --out x.plan"), HasSubstr("--out does not go with --all"));
    EXPECT_THAT(run("store check --store sqlite:none.db"), HasSubstr("[store-missing]"));
}

TEST_F(HistorySession, NoPartOfAPasswordInAnAddressIsShown) {
    for (const char* url : {"postgresql://u:SECRET@h/db", "postgresql://u:SECRET%zzpw@h/db",
                            "postgresql://u:SEC/RET@h/db", "postgresql://u:SECRET@[::1/db",
                            "postgresql://u:SECRET", "postgresql://h/db?sslpassword=SECRET"}) {
        const std::string said = run(std::string("log lab1 --store '") + url + "'");
        EXPECT_THAT(said, HasSubstr("[store-url]")) << url;
        EXPECT_THAT(said, testing::Not(testing::AnyOf(HasSubstr("SEC"), HasSubstr("RET")))) << url;
    }
}

}  // namespace colo::tests
