#include "intent/plan/bump.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "intent/plan/impact.h"

namespace colo::plan {

namespace {

/// `interfaces` as one of them is called, for messages.
std::string one_of_table(const std::string& table) {
    if (table == "prefixes" || table == "addresses") return table.substr(0, table.size() - 2);
    std::string word = table.substr(0, table.size() - 1);
    std::replace(word.begin(), word.end(), '_', ' ');
    return word;
}

std::string named(const Change& change) {
    return fmt::format("{} {}", one_of_table(change.table), change.id);
}

/// Texts of a list as a plan has them: `a, b`.
std::set<std::string> items(const std::string& text) {
    std::set<std::string> out;
    for (std::size_t first = 0; first < text.size();) {
        const std::size_t end = std::min(text.find(", ", first), text.size());
        out.insert(text.substr(first, end - first));
        first = end + 2;
    }
    return out;
}

/// Nothing that was so is not so any more.
bool only_adds(const FieldChange& field) {
    if (field.before.empty()) return true;
    if (field.field != "tagged_vlans") return false;
    const auto before = items(field.before), after = items(field.after);
    return std::includes(after.begin(), after.end(), before.begin(), before.end());
}

/// A port that gets its first cable was of no use before: whatever else it gets comes with that.
bool was_unused(const Change& change) {
    return std::any_of(change.fields.begin(), change.fields.end(), [](const FieldChange& field) {
        return field.field == "cable" && field.before.empty();
    });
}

/// Where a field's change is felt most.
Impact impact_of_field(const Change& change, const FieldChange& field) {
    Impact most = Impact::record;
    for (const Work work : work_of(change.table, field)) most = std::min(most, impact_of(work));
    return most;
}

Step step_of(const FieldChange& field, const Change& change) {
    const Impact impact = impact_of_field(change, field);
    if (impact == Impact::record) return {};
    const std::string text = fmt::format("{}: {} {} -> {}", named(change), field.field,
                                         field.before.empty() ? "none" : field.before,
                                         field.after.empty() ? "none" : field.after);
    if (impact == Impact::push && (only_adds(field) || was_unused(change)))
        return {Bump::minor, text};
    return {Bump::major, text};
}

/// A version is another one by its name and digest: that is what is asked about. What it offers
/// other teams is theirs to count on.
void add_head(const Change& change, std::vector<Step>& out) {
    for (const FieldChange& field : change.fields) {
        if (field.field != "capabilities") continue;
        const auto before = items(field.before), after = items(field.after);
        for (const std::string& name : before)
            if (!after.contains(name)) out.push_back({Bump::major, "no longer offers " + name});
        for (const std::string& name : after)
            if (!before.contains(name)) out.push_back({Bump::minor, "offers " + name});
    }
}

void add_change(const Change& change, std::vector<Step>& out) {
    if (change.table == "site") return add_head(change, out);
    if (change.table == "exceptions" || change.table == "allocations") return;
    if (change.action == Action::add) return out.push_back({Bump::minor, "adds " + named(change)});
    if (change.action == Action::remove)
        return out.push_back({Bump::major, "removes " + named(change)});
    if (!change.was.empty())
        out.push_back({Bump::major, fmt::format("calls {} {} {}", one_of_table(change.table),
                                                change.was, change.id)});
    for (const FieldChange& field : change.fields) {
        Step step = step_of(field, change);
        if (step.bump != Bump::patch) out.push_back(std::move(step));
    }
}

}  // namespace

std::vector<Step> steps_of(const Plan& plan) {
    std::vector<Step> steps;
    for (const Moved& moved : plan.moved)
        steps.push_back({Bump::major, fmt::format("moves {} {}: {} -> {}", moved.what, moved.id,
                                                  moved.before, moved.after)});
    for (const Change& change : plan.changes) add_change(change, steps);
    std::stable_sort(steps.begin(), steps.end(),
                     [](const Step& a, const Step& b) { return a.bump > b.bump; });
    return steps;
}

Bump needed(const std::vector<Step>& steps) {
    return steps.empty() ? Bump::patch : steps.front().bump;
}

}  // namespace colo::plan
