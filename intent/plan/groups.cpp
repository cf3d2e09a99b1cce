#include "intent/plan/groups.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include "intent/base/names.h"
#include "intent/plan/listing.h"

namespace colo::plan {

std::vector<ChangeList> runs_of(const Plan& plan, Impact impact) {
    std::vector<ChangeList> out;
    const std::string* table = nullptr;
    std::size_t first = 0;  // of the table's three runs
    for (const Change& change : plan.changes) {
        if (change.impact != impact) continue;
        if (!table || *table != change.table) {
            table = &change.table;
            first = out.size();
            out.resize(first + 3);
        }
        out[first + static_cast<std::size_t>(change.action)].push_back(&change);
    }
    std::erase_if(out, [](const ChangeList& run) { return run.empty(); });
    return out;
}

std::string common_reason(const ChangeList& changes) {
    for (const Change* change : changes)
        if (change->because != changes.front()->because) return {};
    return changes.empty() ? std::string() : changes.front()->because;
}

Block listed_block(const Plan& plan, const ChangeList& changes) {
    Block out;
    out.reserve(changes.size());
    for (const Change* change : changes) out.push_back(listed(plan, *change));
    return out;
}

std::string counts_by_rule(const ChangeList& changes) {
    std::map<std::string_view, std::size_t, NaturalLess> counts;
    for (const Change* change : changes) ++counts[change->rule];
    std::string out;
    for (const auto& [rule, count] : counts)
        out += fmt::format("{}{} {}", out.empty() ? "" : ", ", with_thousands(count), rule);
    return out;
}

std::string field_names(const ChangeList& changes) {
    std::set<std::string_view> names;
    for (const Change* change : changes)
        for (const FieldChange& field : change->fields)
            names.insert(std::string_view(field.field).substr(0, field.field.find('.')));
    return names.empty() ? "" : fmt::format(" ({})", fmt::join(names, ", "));
}

std::string span_of_names(const std::string& first, const std::string& last) {
    return first == last ? first : fmt::format("{} ... {}", first, last);
}

std::vector<Block> all_blocks(const Plan& plan, Impact impact) {
    std::vector<Block> out;
    for (const ChangeList& run : runs_of(plan, impact)) out.push_back(listed_block(plan, run));
    return out;
}

}  // namespace colo::plan
