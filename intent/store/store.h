// The store: every applied revision of every site, and what each one made true.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intent/base/result.h"
#include "intent/plan/plan.h"
#include "intent/store/record_head.h"

namespace colo::database {
class Session;
}

namespace colo::store {

/// Who applies, and why.
struct Author {
    std::string name, reason, ticket;
};

/// One applied plan.
struct RevisionEntry {
    std::int64_t number = 0;  ///< counts per site, from 1
    std::string at;           ///< UTC, `2026-11-21T09:42:00Z`
    std::string author, reason, ticket;
    std::string standard, standard_version;
    std::int64_t added = 0, changed = 0, removed = 0;  ///< objects
    std::string record_digest;                         ///< of this entry and the one before it

    bool operator==(const RevisionEntry&) const = default;
};

/// What to do where there is no store yet: `make` it, or read as from an `empty` one and make none.
enum class Missing : std::uint8_t { make, empty };

/// What a plan would give to a site although another site of the store has it.
struct Taken {
    std::string code;     ///< address-space-taken, asn-taken, circuit-taken, serial-taken
    std::string summary;  ///< `AS 65021 belongs to ams1`
    std::string detail;   ///< what there is here and there; may be empty
    std::string hint;
    std::string object;  ///< ours: a circuit or device; empty for the site itself

    bool operator==(const Taken&) const = default;
};

/// Two revisions of a site, only what the one has and the other has not, and the devices that are
/// named by it; of the allocations, too. Origins, exceptions and heads are there as a whole.
struct RevisionDifference {
    plan::Base from, to;
};

/// An object as it was for some revisions.
struct Version {
    RevisionEntry since;                 ///< the revision that brought it
    std::optional<RevisionEntry> until;  ///< the one that changed or removed it
    Intent object;                       ///< this one object, in its table
};
struct StoredSite;  // fleet.h

class Store {
public:
    /// Opens `sqlite:FILE` or `postgresql://...` and brings its schema up to date. Where nothing
    /// was ever written, `Missing::empty` leaves it so.
    static Result<Store> open(const std::string& url, Missing missing);

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    /// What is stored of a site now: revision 0 and nothing for a site that was never applied. All
    /// that is read is checked against its record: `store-damaged` where it is not what was
    /// applied.
    Result<plan::Base> base(const std::string& site) const;
    /// The same, only its place in history and the allocations: what a generation begins with.
    Result<plan::Base> beginning(const std::string& site) const;
    /// Fills in what `beginning` left out. A table that the goal has too, by its digest, is copied
    /// from it and not read; where everything is the goal's, only Base::is_the_goal is set.
    Result<Done> complete(plan::Base& base, const Generated& goal) const;
    /// The site's place in history, and of its objects and allocations those that an answer about
    /// one thing needs (gather_around() says which). Objects are checked against their own digests,
    /// what the site is as a whole against the record; allocations are not, `check_record` does.
    /// Now, or as it was at a revision.
    Result<plan::Base> around(const std::string& site, const std::string& text,
                              std::optional<std::int64_t> revision = {}) const;
    /// What was stored at a revision; `store-no-revision` where there is no such one.
    Result<plan::Base> at(const std::string& site, std::int64_t revision) const;

    /// Makes the plan's goal the site's next revision, in one transaction, and gives its number.
    /// Refused: `plan-stale` when the site has changed since the plan was made, `plan-foreign` when
    /// it was made from another store or from a copy of this one that has gone another way,
    /// `plan-restored` when the store was restored from a backup since, `standard-changed` when a
    /// standard that was applied before comes with other content. So is what `taken` would tell of,
    /// with its code: of two that take one thing at once, one wins. Where the answer to the commit
    /// is lost, a new session finds out what came of it: `store-not-applied` when nothing did;
    /// `store-outcome-unknown` only where no session can be had in time. A bug to call on a store
    /// that was opened as an empty one.
    Result<std::int64_t> apply(const plan::Plan& plan, const Author& author,
                               const std::string& now_utc);

    /// Whether `apply` would still take the plan to be made from this store as it is now; fails as
    /// `apply` does, before anybody is asked to confirm.
    Result<Done> check_base(const plan::Plan& plan) const;

    /// What the goal has, the site had not before, and another site has: address space (in part or
    /// whole), the site's own AS number, circuits, serial numbers. All are unique over all sites.
    Result<std::vector<Taken>> taken(const Intent& before, const Intent& goal) const;

    /// The digest that a version of a standard had when it was first applied; none where it never
    /// was.
    Result<std::optional<std::string>> standard_digest(const std::string& name,
                                                       const std::string& version) const;

    /// The site's revisions, the first one first.
    Result<std::vector<RevisionEntry>> log(const std::string& site) const;
    /// The names of all sites, sorted.
    Result<std::vector<std::string>> sites() const;
    /// Every site in a few words, without its objects; sorted by name.
    Result<std::vector<StoredSite>> fleet() const;
    /// The revision that brought an object as it is now; none when there is no such object.
    Result<std::optional<RevisionEntry>> brought(const std::string& site, std::string_view table,
                                                 const std::string& id) const;

    /// The revision that made an allocation what it is now; none when there is no such allocation.
    Result<std::optional<RevisionEntry>> decided(const std::string& site, AllocationKind kind,
                                                 const std::string& identity) const;

    /// Reads everything that is stored of a site and fails with `store-damaged`, naming what
    /// differs, unless it is what the chain of records says.
    Result<Done> check_record(const std::string& site) const;
    /// Everything that is wrong with the database's own files, with what all sites share, and with
    /// each site in turn; `begin` is called before each. Empty: nothing is.
    Result<std::vector<Failure>> check(const std::function<void(std::string_view)>& begin) const;

    /// The end of the record of every site.
    Result<RecordHead> record_head() const;
    /// What was edited, left out or cut off of the record since a head was taken. Empty: nothing.
    Result<std::vector<Failure>> verify(const RecordHead& kept) const;

    /// What differs between two revisions of a site; `store-no-revision` where one is not there.
    Result<RevisionDifference> difference(const std::string& site, std::int64_t from,
                                          std::int64_t to) const;
    /// All that an object has been, the first version first.
    Result<std::vector<Version>> versions(const std::string& site, std::string_view table,
                                          const std::string& id) const;

    /// How long to try for a new session after one was lost while committing; 30 s unless said.
    void wait_for_server(std::chrono::milliseconds longest) { longest_wait_ = longest; }

private:
    Store(std::string url, std::unique_ptr<database::Session> session);

    /// A try that came as far as its commit.
    struct Tried {
        std::int64_t revision;
        std::string attempt;  ///< its random name
        bool is_large;        ///< whether it changed so much that the database should know
        Result<Done> committed;
    };
    Result<Tried> try_apply(const plan::Plan& plan, const Author& author,
                            const std::string& now_utc);
    Result<std::int64_t> settle(const std::string& site, const Tried& tried);

    std::string url_;
    std::unique_ptr<database::Session> session_;  ///< null: there is no store
    std::chrono::milliseconds longest_wait_{30'000};
};

}  // namespace colo::store
