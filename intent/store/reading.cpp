#include "intent/store/reading.h"

#include <utility>

#include "intent/database/steps.h"
#include "intent/database/transaction.h"
#include "intent/store/allocations.h"
#include "intent/store/around.h"
#include "intent/store/circumstances.h"
#include "intent/store/objects.h"
#include "intent/store/record.h"
#include "intent/store/site.h"

namespace colo::store {

using database::Access;
using database::in_order;
using database::Transaction;

namespace {

/// Rows of the base's revision: the live ones where it is the last.
Moment moment_of(const Site& site, std::int64_t revision) {
    return {site.number, revision == site.revision ? std::nullopt : std::optional(revision)};
}

Failure otherwise(const std::string& part, const plan::Base& base) {
    return damaged(part + " at revision " + std::to_string(base.revision) + " of " +
                   base.intent.head.site + " are not what was applied");
}

/// What the record says that each part of the revision is, and the digest of its entry.
struct Recorded {
    Contents contents;
    std::string digest;
};

Result<Recorded> read_recorded(const Place& place, const plan::Base& base) {
    auto contents = read_contents_at(place);
    if (!contents) return contents.failure();
    auto record = read_record(place);
    if (!record) return record.failure();
    if (!*record) return otherwise("the entry", base);
    if (digest_of(base.intent.head.site, **record) != (*record)->entry.record_digest ||
        digest_of(*contents) != (*record)->intent_digest)
        return otherwise("the digests", base);
    return Recorded{*std::move(contents), std::move((*record)->entry.record_digest)};
}

enum class Part { table, allocations, circumstances };

Part part_of(const std::string& name) {
    if (is_object_table(name)) return Part::table;
    return name.starts_with("allocations.") ? Part::allocations : Part::circumstances;
}

/// Fails unless what was found is all that was recorded of such parts.
Result<Done> check_found(const Contents& recorded, const Contents& found, Part part,
                         const plan::Base& base) {
    Contents wanted;
    for (const auto& [name, content] : recorded)
        if (part_of(name) == part) wanted.emplace(name, content);
    const std::string name = first_difference(wanted, found);
    if (!name.empty()) return otherwise(name, base);
    return Done{};
}

Result<Done> read_checked(const Place& place, const Contents& recorded, plan::Base& base) {
    auto what = read_circumstances(place);
    if (!what) return what.failure();
    Contents found;
    add_content(found, *what);
    if (auto same = check_found(recorded, found, Part::circumstances, base); !same) return same;
    what->head.site = std::move(base.intent.head.site);
    base.intent.head = std::move(what->head);
    base.intent.exceptions = std::move(what->exceptions);
    base.origins = std::move(what->origins);
    return Done{};
}

/// Whether what is no table is what the goal says.
bool are_the_goal(const plan::Base& base, const Generated& goal) {
    return base.intent.head == goal.intent.head && base.origins == goal.origins &&
           base.intent.exceptions == goal.intent.exceptions && base.allocations == goal.allocations;
}

/// Reads the tables that the goal has otherwise, and takes the others from it; none where all of
/// the base is the goal.
Result<Done> read_tables(database::Session& session, const Moment& moment, const Contents& recorded,
                         const Generated& all, plan::Base& base) {
    const Intent& goal = all.intent;
    Contents wanted;
    add_content(wanted, goal);
    base.is_the_goal =
        check_found(recorded, wanted, Part::table, base).ok() && are_the_goal(base, all);
    if (base.is_the_goal) return Done{};
    const auto same = [&](const char* table) {
        const auto a = recorded.find(table);
        const auto b = wanted.find(table);
        return a != recorded.end() && b != wanted.end() && a->second == b->second;
    };
    if (auto read = read_objects(session, moment, goal, same, base.intent); !read) return read;
    for (auto part = wanted.begin(); part != wanted.end();)
        part = same(part->first.c_str()) ? std::next(part) : wanted.erase(part);
    Contents found;
    add_content(found, base.intent, [&](const char* table) { return !same(table); });
    found.merge(wanted);
    return check_found(recorded, found, Part::table, base);
}

}  // namespace

Failure no_revision(const std::string& site, std::int64_t wanted, std::int64_t last) {
    Failure failure{
        "store-no-revision", site + " has no revision " + std::to_string(wanted), {}, "", false};
    failure.hint =
        last == 0 ? site + " was never applied" : "its last revision is " + std::to_string(last);
    return failure;
}

namespace {

/// A revision and where its rows are; `site` is 0 for a site that was never applied.
struct Start {
    plan::Base base;
    std::int64_t site = 0;
    Moment moment;
    Recorded recorded;
};

/// Finds the last revision unless one is asked for.
Result<Start> find_start(database::Session& session, const std::string& name,
                         std::optional<std::int64_t> revision) {
    const auto lineage = read_lineage(session);
    if (!lineage) return lineage.failure();
    const auto site = find_site(session, name);
    if (!site) return site.failure();

    Start start;
    plan::Base& base = start.base;
    base.lineage = lineage->name, base.epoch = lineage->epoch;
    const std::int64_t last = *site ? (*site)->revision : 0;
    base.revision = revision.value_or(last);
    if (base.revision < 0 || base.revision > last) return no_revision(name, base.revision, last);
    if (base.revision == 0) return start;
    base.intent.head.site = name;
    start.site = (*site)->number, start.moment = moment_of(**site, base.revision);
    auto recorded = read_recorded({session, start.site, base.revision}, base);
    if (!recorded) return recorded.failure();
    base.record = recorded->digest;
    start.recorded = *std::move(recorded);
    return start;
}

}  // namespace

Result<plan::Base> read_beginning(database::Session& session, const std::string& name,
                                  std::optional<std::int64_t> revision) {
    auto transaction = Transaction::begin(session, Access::read);
    if (!transaction) return transaction.failure();
    auto start = find_start(session, name, revision);
    if (!start) return start.failure();
    plan::Base& base = start->base;
    if (base.revision == 0) return base;
    auto allocations = read_allocations(session, start->moment);
    if (!allocations) return allocations.failure();
    Contents found;
    add_content(found, *allocations);
    if (const auto same = check_found(start->recorded.contents, found, Part::allocations, base);
        !same)
        return same.failure();
    base.allocations = std::move(*allocations);
    return base;
}

Result<plan::Base> read_around(database::Session& session, const std::string& name,
                               std::optional<std::int64_t> revision, const std::string& text) {
    auto transaction = Transaction::begin(session, Access::read);
    if (!transaction) return transaction.failure();
    auto start = find_start(session, name, revision);
    if (!start) return start.failure();
    plan::Base& base = start->base;
    if (base.revision == 0) return base;
    const Place place{session, start->site, base.revision};
    const auto done =
        in_order([&] { return read_checked(place, start->recorded.contents, base); },
                 [&] { return gather_around(session, start->moment, text, base.intent); });
    if (!done) return done.failure();
    auto allocations = allocations_about(session, start->moment, base.intent);
    if (!allocations) return allocations.failure();
    base.allocations = *std::move(allocations);
    return base;
}

Result<Done> read_circumstances_of(database::Session& session, std::int64_t site,
                                   plan::Base& base) {
    const Place place{session, site, base.revision};
    const auto recorded = read_recorded(place, base);
    if (!recorded) return recorded.failure();
    base.record = recorded->digest;
    return read_checked(place, recorded->contents, base);
}

Result<Done> read_rest(database::Session& session, plan::Base& base, const Generated& goal) {
    auto transaction = Transaction::begin(session, Access::read);
    if (!transaction) return transaction.failure();
    const auto site = find_site(session, base.intent.head.site);
    if (!site) return site.failure();
    if (!*site || (*site)->revision < base.revision)
        return damaged(base.intent.head.site + " has lost revisions");
    const Place place{session, (*site)->number, base.revision};
    const auto recorded = read_recorded(place, base);
    if (!recorded) return recorded.failure();
    return in_order([&] { return read_checked(place, recorded->contents, base); },
                    [&] {
                        return read_tables(session, moment_of(**site, base.revision),
                                           recorded->contents, goal, base);
                    });
}

}  // namespace colo::store
