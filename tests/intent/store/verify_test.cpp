#include <gmock/gmock.h>

#include "tests/intent/database/each_database.h"
#include "tests/intent/store/example.h"

namespace colo::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::apply;
using tests::open_store;
using tests::site_of;

class KeptHead : public tests::OnEachDatabase {
protected:
    /// What a head that was kept shows of the store as it is now.
    std::vector<std::string> shown(const RecordHead& head) {
        std::vector<std::string> causes;
        const auto found = open_store(url()).verify(head).value();
        for (const Failure& one : found) causes.push_back(one.causes.front());
        return causes;
    }
};
INSTANTIATE_TEST_SUITE_P(On, KeptHead, tests::each_kind(), tests::name_of);

TEST_P(KeptHead, HoldsWhileRevisionsOnlyCome) {
    Store store = open_store(url());
    apply(store, site_of(1)), apply(store, site_of(2)), apply(store, site_of(1, "lab1"));
    const RecordHead head = store.record_head().value();
    EXPECT_EQ(head.sites.at("ams1").revision, 2);
    apply(store, site_of(3)), apply(store, site_of(1, "tok1"));
    EXPECT_THAT(shown(head), IsEmpty());
}

TEST_P(KeptHead, ShowsThatTheEndWasCutOffThoughTheChainStillHolds) {
    Store store = open_store(url());
    apply(store, site_of(1)), apply(store, site_of(2));
    const RecordHead head = store.record_head().value();
    for (const char* sql :
         {"DELETE FROM revision_content WHERE revision = 2",
          "DELETE FROM origin WHERE revision = 2", "DELETE FROM site_head WHERE revision = 2",
          "DELETE FROM revision WHERE number = 2", "DELETE FROM devices WHERE since = 2",
          "DELETE FROM allocation WHERE since = 2", "UPDATE site SET revision = 1"})
        tests::tamper(url(), sql);
    EXPECT_TRUE(open_store(url()).check_record("ams1")) << "the cut shows by itself";
    EXPECT_THAT(shown(head),
                ElementsAre("ams1 was at revision 2 and is at 1: the end was cut off"));
}

TEST_P(KeptHead, ShowsAHistoryThatWasWrittenAnew) {
    RecordHead head;
    {
        Store store = open_store(url());
        apply(store, site_of(1)), apply(store, site_of(2));
        head = store.record_head().value();
    }
    Store other = open_store(url("other"));
    apply(other, site_of(1)), apply(other, site_of(3));
    tests::tamper(url("other"), "UPDATE store SET lineage = '" + head.lineage + "'");
    const auto found = other.verify(head).value();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().code, "record-differs");
    EXPECT_THAT(found.front().causes,
                ElementsAre("revision 2 of ams1, or one before it, was replaced"));
}

TEST_P(KeptHead, ShowsASiteThatIsGoneAndAGap) {
    Store store = open_store(url());
    apply(store, site_of(1)), apply(store, site_of(1, "lab1")), apply(store, site_of(2, "lab1"));
    RecordHead head = store.record_head().value();
    head.sites["tok1"] = {1, "x"};
    tests::tamper(url(), "DELETE FROM revision_content WHERE revision = 1 AND site = 2");
    tests::tamper(url(), "DELETE FROM revision WHERE number = 1 AND site = 2");
    EXPECT_THAT(shown(head),
                ElementsAre("revision 1 of lab1 is missing",
                            "tok1 was at revision 1 and is at 0: the end was cut off"));
}

TEST_P(KeptHead, OfAnotherStoreOrALaterEpochDoesNotHold) {
    Store store = open_store(url());
    apply(store, site_of(1));
    RecordHead head = store.record_head().value();
    head.epoch = 2;
    EXPECT_THAT(shown(head), ElementsAre("the head is of epoch 2, the store of epoch 1"));
    head.lineage = "else";
    EXPECT_THAT(shown(head), ElementsAre("the head is of another store: else"));
}

TEST_P(KeptHead, EveryEditOfASharedStandardIsFoundByTheCheck) {
    Store store = open_store(url());
    apply(store, site_of(1));
    tests::tamper(url(), "UPDATE standard SET digest = 'x'");
    const auto found = store.check([](std::string_view) {}).value();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_THAT(found.front().causes,
                ElementsAre("the digest of trading-colo 1.0.0 is not the one it was applied with"));
}

TEST(RecordHead, ComesBackFromItsText) {
    const RecordHead head{"5f1c", 2, {{"ams1", {7, "9a0b"}}, {"lab1", {1, "77e2"}}}};
    EXPECT_EQ(read_record_head(to_text(head)).value(), head);
    EXPECT_EQ(read_record_head(to_text(RecordHead{"5f1c", 1, {}})).value().sites.size(), 0U);
}

TEST(RecordHead, CutOffAtAnyByteOrEditedIsRefused) {
    const std::string text = to_text({"5f1c", 2, {{"ams1", {7, "9a0b"}}, {"lab1", {1, "77e2"}}}});
    for (std::size_t length = 0; length + 1 < text.size(); ++length)
        EXPECT_FALSE(read_record_head(text.substr(0, length))) << length;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::string edited = text;
        edited[at] = edited[at] == '3' ? '4' : '3';
        EXPECT_FALSE(read_record_head(edited)) << at;
    }
    EXPECT_EQ(read_record_head("{}").failure().code, "record-head");
}

}  // namespace
}  // namespace colo::store
