// What came of a commit whose answer was lost.
#include <thread>
#include <utility>

#include "intent/database/session.h"
#include "intent/database/transaction.h"
#include "intent/store/store.h"

namespace colo::store {

namespace {

using Clock = std::chrono::steady_clock;

/// Whether the site's revision was made by this attempt. Asked while nobody can write: a commit
/// that the server still works on has ended before.
Result<bool> was_made(database::Session& session, const std::string& site, std::int64_t revision,
                      const std::string& attempt) {
    auto alone = database::Transaction::begin(session, database::Access::write);
    if (!alone) return alone.failure();
    const auto rows = session.query("SELECT r.number FROM revision r JOIN site s ON s.number = "
                                    "r.site WHERE s.name = :site AND r.number = :revision AND "
                                    "r.attempt = :attempt",
                                    {site, revision, attempt});
    if (!rows) return rows.failure();
    return !rows->empty();
}

Failure unknown(const std::string& site, std::int64_t revision, const Failure& lost,
                const Failure& why) {
    Failure failure{database::unknown_outcome,
                    "it is not known whether revision " + std::to_string(revision) + " of " + site +
                        " was applied",
                    lost.causes,
                    "when the store can be reached again, `colo log " + site +
                        "` tells; to apply once more does no harm: what was done is not done twice",
                    true};
    failure.causes.insert(failure.causes.end(), why.causes.begin(), why.causes.end());
    return failure;
}

}  // namespace

Result<std::int64_t> Store::settle(const std::string& site, const Tried& tried) {
    const std::int64_t revision = tried.revision;
    const Failure& lost = tried.committed.failure();
    const auto end = Clock::now() + longest_wait_;
    for (;;) {
        session_.reset();
        auto session = database::open_session(url_);
        if (session) session_ = std::move(*session);
        const auto made = session_ == nullptr ? Result<bool>(session.failure())
                                              : was_made(*session_, site, revision, tried.attempt);
        if (made && *made) return revision;
        if (made) break;
        if (!made.failure().may_retry || Clock::now() >= end)
            return unknown(site, revision, lost, made.failure());
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
    }
    return Failure{"store-not-applied", "the store was lost before the change was made",
                   lost.causes, "nothing was changed: run the command again", true};
}

}  // namespace colo::store
