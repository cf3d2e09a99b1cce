#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "intent/base/digest.h"
#include "intent/store/columns.h"
#include "intent/store/schema.h"
#include "tests/intent/database/each_database.h"
#include "tests/intent/store/any_intent.h"
#include "tests/intent/store/example.h"

namespace colo::store {
namespace {

using tests::any_goal;
using tests::expect_holds;
using tests::Optionals;

class RoundTrip : public tests::OnEachDatabase {
protected:
    void expect_round_trip(Optionals optionals);
};
INSTANTIATE_TEST_SUITE_P(On, RoundTrip, tests::each_kind(), tests::name_of);

void RoundTrip::expect_round_trip(Optionals optionals) {
    Store store = tests::open_store(url());
    std::mt19937_64 random(7);
    const Generated goal = any_goal(random, optionals);
    tests::apply(store, goal);
    expect_holds(store.base("ams1").value(), goal);
}

TEST_P(RoundTrip, AnIntentWithEveryFieldSetComesBackEqual) { expect_round_trip(Optionals::all); }
TEST_P(RoundTrip, AnIntentWithEveryOptionalAbsentComesBackEqual) {
    expect_round_trip(Optionals::none);
}

RC_GTEST_PROP(AnyRevisions, EachComesBackEqualAndTheRecordHolds, (unsigned seed, bool few)) {
    const bool postgresql = seed % 10 == 0 && tests::PostgresqlServer::is_installed();
    tests::Databases databases(postgresql ? tests::Kind::postgresql : tests::Kind::sqlite);
    Store store = tests::open_store(databases.url());
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

class Schema : public tests::OnEachDatabase {};
INSTANTIATE_TEST_SUITE_P(On, Schema, tests::each_kind(), tests::name_of);

TEST_P(Schema, EachTableHasTheColumnsThatItsKindOfObjectDescribes) {
    using database::Type;
    tests::open_store(url());
    const auto session = database::open_session(url());
    const Intent none;
    for_each_table(none, [&]<class O>(const char* table, const std::vector<O>&) {
        database::Columns expected{{"site", Type::integer, false},
                                   {"since", Type::integer, false},
                                   {"until", Type::integer, true},
                                   {"digest", Type::text, false}};
        for (const database::Column& column : columns_of<O>()) expected.push_back(column);
        EXPECT_EQ(session.value()->columns(table).value(), expected) << table;
    });
}

TEST(Migration, TheFirstMigrationIsAsItWasReleased) {
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
