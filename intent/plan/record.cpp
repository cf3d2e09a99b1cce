#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "intent/base/names.h"
#include "intent/plan/counts.h"
#include "intent/plan/groups.h"
#include "intent/plan/lookup.h"

namespace colo::plan {

namespace {

/// A port that only takes or loses a cable: the cable itself is listed.
bool follows_its_cable(const Change& change) {
    return change.table.ends_with("ports") || change.table == "outlets"
               ? std::all_of(change.fields.begin(), change.fields.end(),
                             [](const FieldChange& field) {
                                 return field.field == "cable" || field.field == "feed";
                             })
               : false;
}

bool is_listed(const Change& change) {
    return change.renamed || change.table == "exceptions" ||
           (change.table == "site" && change.action == Action::change);
}

std::size_t dns_names(const Plan& plan, const ChangeList& addresses) {
    std::set<std::string_view> names;
    for (const Change* change : addresses) {
        const bool gone = change->action == Action::remove;
        const Intent& side = gone ? plan.base.intent : plan.goal.intent;
        const Address* const address = find_by_id(side.addresses, change->id);
        if (address && address->dns_name) names.insert(*address->dns_name);
    }
    return names.size();
}

/// `4 addresses, 1 DNS name`; `2 racks (feeds, weight_kg)`.
std::string summed(const Plan& plan, const std::vector<ChangeList>& runs, Action action) {
    std::vector<std::string> parts;
    for (const ChangeList& run : runs) {
        if (run.front()->action != action) continue;
        const std::string& table = run.front()->table;
        parts.push_back(counted(run.size(), table) + field_names(run));
        const bool named = table == "addresses" && action != Action::change;
        if (const std::size_t names = named ? dns_names(plan, run) : 0; names > 0)
            parts.push_back(count_of(names, "DNS name"));
    }
    return fmt::format("{}", fmt::join(parts, ", "));
}

/// Takes those out of a run whose identity alone differs.
ChangeList take_called_otherwise(ChangeList& run) {
    const auto rest = std::stable_partition(run.begin(), run.end(), [](const Change* change) {
        return !change->was.empty() && change->fields.empty();
    });
    ChangeList otherwise(run.begin(), rest);
    run.erase(run.begin(), rest);
    return otherwise;
}

/// Few devices are listed; of all else it is said how many.
void add_called_otherwise(const Plan& plan, const ChangeList& otherwise, Block& out) {
    if (otherwise.empty()) return;
    const std::string& table = otherwise.front()->table;
    if (table == "devices" && otherwise.size() <= few) {
        for (Entry& entry : listed_block(plan, otherwise)) out.push_back(std::move(entry));
        return;
    }
    out.push_back({Action::change,
                   {counted(otherwise.size(), table) + " called otherwise"},
                   common_reason(otherwise)});
}

ChangeList all_of(const std::vector<ChangeList>& runs, Action action) {
    ChangeList out;
    for (const ChangeList& run : runs)
        if (run.front()->action == action) out.insert(out.end(), run.begin(), run.end());
    return out;
}

}  // namespace

std::vector<Block> record_blocks(const Plan& plan) {
    Block otherwise, by_itself, sums;
    std::vector<ChangeList> rest;
    for (ChangeList& run : runs_of(plan, Impact::record)) {
        std::erase_if(run, [](const Change* change) {
            return follows_its_cable(*change) ||
                   (change->table == "site" && change->action == Action::add);
        });
        add_called_otherwise(plan, take_called_otherwise(run), otherwise);
        const auto by_itself_end = std::partition(
            run.begin(), run.end(), [](const Change* change) { return is_listed(*change); });
        const ChangeList own(run.begin(), by_itself_end);
        if (own.size() <= few) {
            for (Entry& entry : listed_block(plan, own)) by_itself.push_back(std::move(entry));
            run.erase(run.begin(), by_itself_end);
        }
        if (!run.empty()) rest.push_back(std::move(run));
    }
    for (const Action action : {Action::add, Action::change, Action::remove})
        if (const std::string text = summed(plan, rest, action); !text.empty())
            sums.push_back({action, {text}, common_reason(all_of(rest, action))});
    return {otherwise, by_itself, sums};
}

}  // namespace colo::plan
