#include "intent/plan/taken_over.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "intent/base/names.h"
#include "intent/model/allocation_forms.h"
#include "intent/plan/lookup.h"

namespace colo::plan {

namespace {

const Allocation* find(const Allocations& all, AllocationKind kind, const std::string& identity) {
    const auto found = std::lower_bound(all.begin(), all.end(), Allocation{kind, identity, ""});
    return found != all.end() && found->kind == kind && found->identity == identity ? &*found
                                                                                    : nullptr;
}

/// No identity ends so: whoever has a value under it is gone, and the value is free with the next
/// plan.
Allocation freed(const Allocation& stored) {
    return {stored.kind, stored.identity + "~", stored.value};
}

std::vector<std::string> all_claims(const Allocation& one, const Allocations& all) {
    std::vector<std::string> claims = claims_of(one);
    if (one.kind == AllocationKind::host)
        if (auto claim = claim_of_host(one, all)) claims.push_back(*std::move(claim));
    return claims;
}

/// Who has what in the goal.
using Owners = std::unordered_map<std::string, const Allocation*>;

Owners owners_of(const Allocations& goal) {
    Owners owners;
    for (const Allocation& one : goal)
        for (std::string& claim : all_claims(one, goal)) owners.emplace(std::move(claim), &one);
    return owners;
}

/// The identities of each kind, for those that are spelt almost so.
using Names = std::map<AllocationKind, std::vector<std::string>>;

class Judging {
public:
    Judging(const Generated& goal, const Renames& renames) : goal_(goal), renames_(renames) {}

    std::vector<NotKept> judge(const Allocations& given) {
        std::vector<NotKept> all;
        for (std::size_t i = 0; i < given.size(); ++i) {
            const Allocation now = renames_.allocation(given[i]);
            const Allocation* const got = find(goal_.allocations, now.kind, now.identity);
            if (got && got->value == now.value) continue;
            if (!owners_) owners_ = owners_of(goal_.allocations);
            NotKept lost{i, got ? got->value : "", "", ""};
            if (got)
                lost.why = why_other(now, *got);
            else
                say_unknown(now, all.size(), lost);
            all.push_back(std::move(lost));
        }
        return all;
    }

private:
    std::string why_other(const Allocation& wanted, const Allocation& got) const {
        for (const std::string& claim : all_claims(wanted, goal_.allocations))
            if (const auto owner = owners_->find(claim);
                owner != owners_->end() && owner->second->identity != got.identity)
                return fmt::format("{} is {}'s", claim, owner->second->identity);
        if (wanted.kind == AllocationKind::place && same_unit(wanted.value, got.value))
            return "it stands there, but its hardware takes other units or depth than the file "
                   "says";
        return std::string(does_not_do(wanted.kind));
    }

    static std::string_view does_not_do(AllocationKind kind) {
        switch (kind) {
            case AllocationKind::place:
                return "the standard, an exception or what the rack has room for says otherwise";
            case AllocationKind::from:
            case AllocationKind::to:
            case AllocationKind::via: return "the rule's ends say otherwise, or an exception does";
            case AllocationKind::length:
                return "the route, the stock, the ends or an exception ask for another";
            case AllocationKind::prefix:
                return "it lies outside of its pool, has another size, or overlaps another";
            case AllocationKind::host:
                return "the prefix has no such host to give: a gateway, reserved, or outside";
            case AllocationKind::vlan:
            case AllocationKind::asn: return "it lies outside of the range that the standard gives";
            case AllocationKind::number: return "its numbers are of another space, or one is fixed";
            default: return "the definition or its standard says otherwise";
        }
    }

    /// `R03 U23` of both.
    static bool same_unit(const std::string& a, const std::string& b) {
        const std::size_t unit = a.find(' ', a.find(' ') + 1);
        return unit != std::string::npos && b.compare(0, unit + 1, a, 0, unit + 1) == 0;
    }

    /// The object is not there, or its value is no allocation.
    void say_unknown(const Allocation& wanted, std::size_t told, NotKept& lost) {
        if (auto decided = derived_value(wanted); !decided.empty()) {
            lost.instead = std::move(decided);
            lost.why = "nothing is chosen here: the standard, the site or an exception says it";
            return;
        }
        lost.why =
            fmt::format("the definition makes nothing that has this {}", to_text(wanted.kind));
        constexpr std::size_t told_what_is_near = 100;  // each looks at all identities
        if (told >= told_what_is_near) return;
        if (const auto near = nearest_name(wanted.identity, names(wanted.kind)))
            lost.hint = fmt::format("did you mean {}?", *near);
    }

    /// What the object has, where no allocation gave it.
    std::string derived_value(const Allocation& wanted) const {
        const Intent& intent = goal_.intent;
        switch (wanted.kind) {
            case AllocationKind::prefix:
                if (const Prefix* found = find_by_id(intent.prefixes, wanted.identity))
                    return to_text(found->prefix);
                return "";
            case AllocationKind::host:
                if (const Address* found = find_by_id(intent.addresses, wanted.identity))
                    return to_text(found->address.address);
                return "";
            case AllocationKind::vlan:
                if (const Vlan* found = find_by_id(intent.vlans, wanted.identity))
                    return std::to_string(found->vid);
                return "";
            case AllocationKind::asn:
                if (const Asn* found = find_by_id(intent.asns, wanted.identity))
                    return std::to_string(found->asn);
                return "";
            case AllocationKind::from:
            case AllocationKind::to:
                if (const Cable* found = find_by_id(intent.cables, wanted.identity)) {
                    const CableEnd& end = wanted.kind == AllocationKind::from ? found->a : found->b;
                    return end.port ? end.port->value : end.text.value_or("");
                }
                return "";
            default: return "";
        }
    }

    const std::vector<std::string>& names(AllocationKind kind) {
        auto [found, is_new] = names_.try_emplace(kind);
        if (is_new)
            for (const Allocation& one : goal_.allocations)
                if (one.kind == kind) found->second.push_back(one.identity);
        return found->second;
    }

    const Generated& goal_;
    const Renames& renames_;
    std::optional<Owners> owners_;
    Names names_;
};

}  // namespace

Allocations laid_over(const Allocations& stored, const Allocations& given) {
    if (stored.empty()) return given;
    Allocations all = given;
    std::unordered_set<std::string> taken;
    for (const Allocation& one : given)
        for (std::string& claim : all_claims(one, given)) taken.insert(std::move(claim));
    for (const Allocation& one : stored) {
        const Allocation* const said = find(given, one.kind, one.identity);
        const auto claims = all_claims(one, stored);
        const bool loses = std::any_of(claims.begin(), claims.end(), [&](const std::string& claim) {
            return taken.contains(claim);
        });
        if (!said && !loses)
            all.push_back(one);
        else if (one.kind != AllocationKind::retired && (!said || said->value != one.value))
            all.push_back(freed(one));
    }
    std::sort(all.begin(), all.end());
    return all;
}

std::vector<NotKept> not_kept(const Allocations& given, const Generated& goal,
                              const Renames& renames) {
    return Judging(goal, renames).judge(given);
}

}  // namespace colo::plan
