#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "intent/base/digest.h"
#include "intent/store/columns.h"
#include "intent/store/schema.h"
#include "tests/intent/store/any_intent.h"
#include "tests/intent/store/example.h"

namespace colo::store {
namespace {

using tests::any_goal;
using tests::expect_holds;
using tests::Folder;
using tests::Optionals;

void expect_round_trip(Optionals optionals) {
    const Folder folder;
    Store store = tests::open_store(folder.url());
    std::mt19937_64 random(7);
    const Generated goal = any_goal(random, optionals);
    tests::apply(store, goal);
    expect_holds(store.base("ams1").value(), goal);
}

TEST(RoundTrip, AnIntentWithEveryFieldSetComesBackEqual) { expect_round_trip(Optionals::all); }
TEST(RoundTrip, AnIntentWithEveryOptionalAbsentComesBackEqual) {
    expect_round_trip(Optionals::none);
}

RC_GTEST_PROP(RoundTrip, OverAnyRevisionsEachComesBackEqualAndTheRecordHolds,
              (unsigned seed, bool few)) {
    const Folder folder;
    Store store = tests::open_store(folder.url());
    std::mt19937_64 random(seed);
    std::vector<Generated> goals;
    for (int i = 0; i < 3; ++i) {
        goals.push_back(any_goal(random, Optionals::some, few ? 2 : 12));
        RC_ASSERT(tests::apply(store, goals.back()) == i + 1);
    }
    for (std::size_t i = 0; i < goals.size(); ++i) {
        const auto base = store.at("ams1", static_cast<std::int64_t>(i) + 1);
        RC_ASSERT(base.ok());
        RC_ASSERT(base->intent == goals[i].intent);
        RC_ASSERT(base->allocations == goals[i].allocations);
        RC_ASSERT(base->origins == goals[i].origins);
    }
    RC_ASSERT(store.base("ams1")->intent == goals.back().intent);
    RC_ASSERT(store.check_record("ams1").ok());
}

/// The columns of a table as SQLite has them.
database::Columns columns_in(database::Session& session, const std::string& table) {
    using database::text, database::Type;
    database::Columns columns;
    const auto rows = session.query("PRAGMA table_info(" + table + ")").value();
    for (const database::Row& row : rows) {
        EXPECT_TRUE(text(row[2]) == "BIGINT" || text(row[2]) == "TEXT") << table << text(row[1]);
        columns.push_back({text(row[1]), text(row[2]) == "BIGINT" ? Type::integer : Type::text,
                           text(row[3]) == "0"});
    }
    return columns;
}

TEST(Schema, EachTableHasTheColumnsThatItsKindOfObjectDescribes) {
    using database::Type;
    const Folder folder;
    tests::open_store(folder.url());
    const auto session = database::open_session(folder.url());
    const Intent none;
    for_each_table(none, [&]<class O>(const char* table, const std::vector<O>&) {
        database::Columns expected{{"site", Type::integer, false},
                                   {"since", Type::integer, false},
                                   {"until", Type::integer, true},
                                   {"digest", Type::text, false}};
        for (const database::Column& column : columns_of<O>()) expected.push_back(column);
        EXPECT_EQ(columns_in(*session.value(), table), expected) << table;
    });
}

TEST(Schema, TheFirstMigrationIsAsItWasReleased) {
    Digest digest;
    for (const std::string& statement : migration_1().statements) digest.part(statement);
    EXPECT_EQ(digest.hex(), "53e7eed31a61ba6123eeebb53b54695b076bfdbcf994a387fedd33bca9068686");
}

TEST(ObjectDigest, AFieldThatIsAbsentAddsNothing) {
    Device device;
    device.id = DeviceId("a");
    DigestText text;
    object_digest(text, device);
    EXPECT_THAT(text.text(), testing::Not(testing::HasSubstr("serial")));
    device.serial = "";
    object_digest(text, device);
    EXPECT_THAT(text.text(), testing::HasSubstr("serial=0:\n"));
}

/// The object without what it says in one field.
template <class O>
O without(O object, std::string_view name) {
    const auto reset = [&]<class T>(std::string_view field, T& value) {
        if (field == name) value = T{};
    };
    describe(reset, object);
    return object;
}

TEST(ObjectDigest, EveryFieldCounts) {
    std::mt19937_64 random(3);
    const Generated goal = any_goal(random, Optionals::all, 5);
    for_each_table(goal.intent, [&]<class O>(const char* table, const std::vector<O>& objects) {
        DigestText text;
        for (const O& object : objects) {
            const auto counts = [&](const char* field, const auto&) {
                const O other = without(object, field);
                if (other == object) return;
                EXPECT_NE(object_digest(text, other), object_digest(text, object))
                    << table << "." << field;
            };
            describe(counts, object);
        }
    });
}

}  // namespace
}  // namespace colo::store
