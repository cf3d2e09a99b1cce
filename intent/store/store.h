// The store: every applied revision of every site, and what each one made true.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intent/base/result.h"
#include "intent/plan/plan.h"

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

class Store {
public:
    /// Opens `sqlite:FILE` and brings its schema up to date.
    static Result<Store> open(const std::string& url, Missing missing);

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    /// What is stored of a site now: revision 0 and nothing for a site that was never applied.
    Result<plan::Base> base(const std::string& site) const;
    /// What was stored at a revision; `store-no-revision` where there is no such one.
    Result<plan::Base> at(const std::string& site, std::int64_t revision) const;

    /// Makes the plan's goal the site's next revision, in one transaction, and gives its number.
    /// Refused: `plan-stale` when the site has changed since the plan was made, `plan-foreign` when
    /// it was made from another store or from a copy of this one that has gone another way,
    /// `plan-restored` when the store was restored from a backup since, `standard-changed` when a
    /// standard that was applied before comes with other content. So is what `taken` would tell of,
    /// with its code: of two that take one thing at once, one wins. A bug to call on a store that
    /// was opened as an empty one.
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
    /// The revision that brought an object as it is now; none when there is no such object.
    Result<std::optional<RevisionEntry>> brought(const std::string& site, std::string_view table,
                                                 const std::string& id) const;

    /// Reads everything that is stored of a site and fails with `store-damaged`, naming what
    /// differs, unless it is what the chain of records says.
    Result<Done> check_record(const std::string& site) const;

private:
    explicit Store(std::unique_ptr<database::Session> session);

    std::unique_ptr<database::Session> session_;  ///< null: there is no store
};

}  // namespace colo::store
