#include <utility>

#include "intent/database/session.h"
#include "intent/database/steps.h"
#include "intent/database/transaction.h"
#include "intent/store/allocations.h"
#include "intent/store/circumstances.h"
#include "intent/store/objects.h"
#include "intent/store/record.h"
#include "intent/store/schema.h"
#include "intent/store/site.h"
#include "intent/store/store.h"
#include "intent/store/uniqueness.h"

namespace colo::store {

using database::in_order;
using database::Session;

namespace {

std::string told(const RevisionEntry& entry) {
    std::string text =
        "revision " + std::to_string(entry.number) + " by " + entry.author + " at " + entry.at;
    if (!entry.reason.empty()) text += ": " + entry.reason;
    return text + " (+" + std::to_string(entry.added) + " ~" + std::to_string(entry.changed) +
           " -" + std::to_string(entry.removed) + ")";
}

Failure stale(const std::string& site, std::int64_t base, std::int64_t now,
              const std::vector<Record>& since) {
    const std::string made_from = base == 0
                                      ? "before " + site + " was first applied"
                                      : "from revision " + std::to_string(base) + " of " + site;
    Failure failure{"plan-stale",
                    "the plan was made " + made_from + ", which is at revision " +
                        std::to_string(now) + " now",
                    {},
                    "look at what has changed and plan again: colo plan " + site,
                    false};
    for (const Record& record : since) failure.causes.push_back(told(record.entry));
    return failure;
}

Failure foreign(const plan::Plan& plan) {
    return {"plan-foreign",
            "the plan was made from another store",
            {},
            "name that store (--store, COLO_STORE), or plan again: colo plan " +
                plan.goal.intent.head.site,
            false};
}

/// Whether the store is the one that the plan was made from. A plan from before there was any store
/// names none.
Result<Done> check_store(Session& session, const plan::Plan& plan) {
    if (plan.base.lineage.empty() && plan.base.revision == 0) return Done{};
    const std::string again = "plan again: colo plan " + plan.goal.intent.head.site;
    const auto lineage = read_lineage(session);
    if (!lineage) return lineage.failure();
    if (lineage->name != plan.base.lineage) return foreign(plan);
    if (lineage->epoch != plan.base.epoch)
        return Failure{"plan-restored",
                       "the store was restored from a backup since the plan was made",
                       {},
                       again,
                       false};
    return Done{};
}

/// Whether the site, if the store has it, is where the plan began.
Result<Done> check_revision(Session& session, const plan::Plan& plan,
                            const std::optional<Site>& site) {
    const std::string& name = plan.goal.intent.head.site;
    const std::int64_t base = plan.base.revision, now = site ? site->revision : 0;
    if (base != now) {
        const auto since = read_records({session, site ? site->number : 0}, base);
        if (!since) return since.failure();
        return stale(name, base, now, *since);
    }
    if (plan.base.record.empty() || !site) return Done{};
    const auto record = read_record({session, site->number, base});
    if (!record) return record.failure();
    if (*record && (*record)->entry.record_digest == plan.base.record) return Done{};
    return Failure{"plan-foreign",
                   "the plan was made from a copy of this store that has gone another way since",
                   {"revision " + std::to_string(base) + " of " + name + " is not the same there"},
                   "plan again: colo plan " + name,
                   false};
}

/// The site's row, made when it is new. Fails unless it is where the plan began.
Result<Site> check_site(Session& session, const plan::Plan& plan) {
    const std::string& name = plan.goal.intent.head.site;
    auto site = find_site(session, name);
    if (!site) return site.failure();
    if (const auto same = check_revision(session, plan, *site); !same) return same.failure();
    if (*site) return **site;
    const auto made = session.execute("INSERT INTO site (number, name, revision) "
                                      "SELECT COALESCE(MAX(number), 0) + 1, :name, 0 FROM site",
                                      {name});
    if (!made) return made.failure();
    site = find_site(session, name);
    if (!site) return site.failure();
    return **site;
}

/// A version of a standard never changes once a site was built to it.
Result<Done> check_standard(Session& session, const SiteHead& head) {
    const auto known = find_standard(session, head.standard, head.standard_version);
    if (!known) return known.failure();
    const std::string version = head.standard + " " + head.standard_version;
    if (!*known) {
        const auto added = session.execute(
            "INSERT INTO standard (name, version, digest) VALUES (:name, :version, :digest)",
            {head.standard, head.standard_version, head.standard_digest});
        if (!added) return added.failure();
    } else if (**known != head.standard_digest) {
        return Failure{"standard-changed",
                       "the standard " + version + " has changed since it was first applied",
                       {"applied with digest " + **known, "now has digest " + head.standard_digest},
                       "a published version never changes: undo the edit, or give it a new version",
                       false};
    }
    return Done{};
}

/// Nobody else writes before this transaction ends, so what is free now stays so until then.
Result<Done> check_unique(Session& session, const plan::Plan& plan) {
    const auto taken = find_taken(session, plan.base.intent, plan.goal.intent);
    if (!taken) return taken.failure();
    if (taken->empty()) return Done{};
    const Taken& first = taken->front();
    Failure failure{first.code, first.summary, {}, first.hint, false};
    if (!first.detail.empty()) failure.causes.push_back(first.detail);
    for (std::size_t i = 1; i < taken->size(); ++i) failure.causes.push_back((*taken)[i].summary);
    return failure;
}

Result<std::string> last_record_digest(const Place& place) {
    if (place.revision == 1) return std::string();
    const auto last = read_record({place.session, place.site, place.revision - 1});
    if (!last) return last.failure();
    if (!*last) return damaged("the last revision's entry is missing");
    return (*last)->entry.record_digest;
}

/// Who makes a revision and when, and the random name of this one try.
struct Attempt {
    const Author& author;
    const std::string& now_utc;
    const std::string& name;
};

Result<Record> record_of(const Place& place, const SiteHead& head, const Written& written,
                         const Attempt& attempt) {
    auto previous = last_record_digest(place);
    if (!previous) return previous.failure();
    Record record;
    record.entry = {place.revision,
                    attempt.now_utc,
                    attempt.author.name,
                    attempt.author.reason,
                    attempt.author.ticket,
                    head.standard,
                    head.standard_version,
                    written.added,
                    written.changed,
                    written.removed,
                    ""};
    record.standard_digest = head.standard_digest;
    record.intent_digest = digest_of(written.contents);
    record.previous_digest = std::move(*previous);
    record.attempt = attempt.name;
    record.entry.record_digest = digest_of(head.site, record);
    return record;
}

Result<Done> write_goal(const Place& place, const Generated& goal, Written& written) {
    const Circumstances circumstances{goal.intent.head, goal.intent.exceptions, goal.origins};
    add_content(written.contents, circumstances);
    return in_order([&] { return write_objects(place, goal.intent, written); },
                    [&] { return write_allocations(place, goal.allocations, written.contents); },
                    [&] { return write_circumstances(place, circumstances); });
}

Result<Done> advance(const Place& place) {
    const auto moved =
        place.session.execute("UPDATE site SET revision = :revision WHERE number = :number",
                              {place.revision, place.site});
    if (!moved) return moved.failure();
    return Done{};
}

Result<Done> write_revision(const Place& place, const plan::Plan& plan, const Attempt& attempt,
                            Written& written) {
    if (auto done = write_goal(place, plan.goal, written); !done) return done;
    const auto record = record_of(place, plan.goal.intent.head, written, attempt);
    if (!record) return record.failure();
    return in_order([&] { return write_record(place, *record); },
                    [&] { return write_contents(place, written.contents); },
                    [&] { return advance(place); });
}

bool is_large(const Written& written) {
    return written.added + written.changed + written.removed > 1000;
}

}  // namespace

Result<Done> Store::check_base(const plan::Plan& plan) const {
    if (session_ == nullptr) {
        if (plan.base.lineage.empty() && plan.base.revision == 0) return Done{};
        return foreign(plan);
    }
    auto transaction = database::Transaction::begin(*session_, database::Access::read);
    if (!transaction) return transaction.failure();
    if (auto same = check_store(*session_, plan); !same) return same;
    const auto site = find_site(*session_, plan.goal.intent.head.site);
    if (!site) return site.failure();
    return check_revision(*session_, plan, *site);
}

Result<Store::Tried> Store::try_apply(const plan::Plan& plan, const Author& author,
                                      const std::string& now_utc) {
    auto transaction = database::Transaction::begin(*session_, database::Access::write);
    if (!transaction) return transaction.failure();
    if (const auto same = check_store(*session_, plan); !same) return same.failure();
    const auto site = check_site(*session_, plan);
    if (!site) return site.failure();
    const auto attempt = session_->random_name();
    if (!attempt) return attempt.failure();
    const Place place{*session_, site->number, site->revision + 1};
    Written written;
    const auto done =
        in_order([&] { return check_standard(*session_, plan.goal.intent.head); },
                 [&] { return check_unique(*session_, plan); },
                 [&] { return write_revision(place, plan, {author, now_utc, *attempt}, written); });
    if (!done) return done.failure();
    return Tried{place.revision, *attempt, is_large(written), transaction->commit()};
}

Result<std::int64_t> Store::apply(const plan::Plan& plan, const Author& author,
                                  const std::string& now_utc) {
    COLO_ASSERT(session_ != nullptr, "nothing can be applied where no store was to be made");
    const auto tried = try_apply(plan, author, now_utc);
    if (!tried) return tried.failure();
    if (tried->committed) {
        if (tried->is_large) (void)session_->analyze(tables_of_store());  // only speed hangs on it
        return tried->revision;
    }
    if (tried->committed.failure().code != database::unknown_outcome)
        return tried->committed.failure();
    return settle(plan.goal.intent.head.site, *tried);
}

}  // namespace colo::store
