// How plans of many sites are written: a table for people, colo-fleet-plan/1 for programs.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

#include "intent/base/names.h"
#include "tools/colo/fleet_plan.h"
#include "tools/colo/table.h"

namespace colo::tool {

namespace {

using definition::StandardRef;
using nlohmann::ordered_json;
using Plans = std::vector<SitePlan>;

bool fails(const SitePlan& plan) { return !plan.does_not_fit.empty(); }
bool is_left_out(const SitePlan& plan) { return plan.left_out; }

/// `1.0.0`; `1.0.0 -> 1.1.0` where the definition itself names another one; `new`.
std::string from_text(const SitePlan& plan, bool as_if) {
    if (!plan.does_not_fit.empty()) return plan.named ? plan.named->version : "";
    if (plan.from.empty()) return as_if ? "new" : "new, " + plan.to;
    return as_if || plan.from == plan.to ? plan.from : plan.from + " -> " + plan.to;
}

std::string or_dash(const std::string& text) { return text.empty() ? "-" : text; }

std::vector<std::string> row_of(const SitePlan& plan, bool as_if) {
    const bool by_record = plan.brief.hands.empty() && plan.brief.push.empty();
    return {plan.site, from_text(plan, as_if),
            by_record && plan.changes ? "none; record: " + plan.brief.record
                                      : or_dash(plan.brief.hands),
            or_dash(plan.brief.push), or_dash(plan.brief.moved)};
}

/// What is wrong with a site runs on over the columns that it has nothing for.
std::string table(const Plans& plans, bool as_if) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> ends;
    for (const SitePlan& plan : plans) {
        if (plan.left_out) continue;
        rows.push_back(row_of(plan, as_if));
        if (fails(plan)) rows.back().resize(2), rows.back().emplace_back();
        ends.push_back(fails(plan) ? "does not fit: " + plan.does_not_fit : "");
    }
    if (rows.empty()) return {};
    std::istringstream lines(
        aligned({"site", "from", "hands on site", "push", "moved names/addresses"}, rows));
    std::string text, line;
    std::getline(lines, line);
    text = line + '\n';
    const std::size_t column = line.find("hands on site");
    for (const std::string& end : ends) {
        std::getline(lines, line);
        if (!end.empty()) line.resize(column, ' ');
        text += line + end + '\n';
    }
    return text;
}

std::size_t count(const Plans& plans, bool (*is)(const SitePlan&)) {
    return static_cast<std::size_t>(std::count_if(plans.begin(), plans.end(), is));
}

std::string closing(const Plans& plans, const std::optional<StandardRef>& as_if) {
    const std::size_t broken = count(plans, fails), others = count(plans, is_left_out);
    const std::size_t asked = plans.size() - others, good = asked - broken;
    const std::size_t changed = count(plans, [](const SitePlan& one) { return one.changes; });
    std::string text = count_of(asked, "site") + ", ";
    text += as_if ? fmt::format("{} can move, {} cannot", good, broken)
                  : fmt::format("{} without changes, {} with changes, {} cannot be planned",
                                good - changed, changed, broken);
    return text + ". Nothing was changed.\n";
}

std::string left_out_text(const Plans& plans) {
    std::vector<std::string> names;
    for (const SitePlan& plan : plans)
        if (plan.left_out) names.push_back(fmt::format("{} ({})", plan.site, plan.named->name));
    return names.empty() ? "" : fmt::format("of other standards: {}\n", fmt::join(names, ", "));
}

std::string exceptions_text(const Plans& plans) {
    std::vector<std::string> sites;
    for (const SitePlan& plan : plans)
        if (plan.exceptions > 0) sites.push_back(fmt::format("{} {}", plan.site, plan.exceptions));
    return sites.empty() ? ""
                         : fmt::format("exceptions in force: {} (colo plan SITE lists them)\n",
                                       fmt::join(sites, ", "));
}

/// How a broken site is looked at by itself.
std::string hint(const Plans& plans, const std::optional<StandardRef>& as_if) {
    const auto first = std::find_if(plans.begin(), plans.end(), fails);
    if (first == plans.end()) return {};
    return fmt::format("all that is wrong with one: colo plan {}{}\n", first->site,
                       as_if ? fmt::format(" --standard {}@{}", as_if->name, as_if->version) : "");
}

ordered_json by_table(const std::map<std::string, std::size_t>& counts) {
    ordered_json out = ordered_json::object();
    for (const auto& [table, count] : counts) out[table] = count;
    return out;
}

ordered_json or_null(const std::string& text) {
    return text.empty() ? ordered_json() : ordered_json(text);
}

ordered_json reference(const std::optional<StandardRef>& ref) {
    if (!ref) return {};
    return {{"name", ref->name}, {"version", ref->version}};
}

ordered_json json_of(const SitePlan& plan) {
    ordered_json out{{"site", plan.site},          {"named", reference(plan.named)},
                     {"from", or_null(plan.from)}, {"to", or_null(plan.to)},
                     {"left_out", plan.left_out},  {"does_not_fit", or_null(plan.does_not_fit)}};
    if (plan.left_out || fails(plan)) return out;
    out["changes"] = plan.changes;
    out["hands"] = or_null(plan.brief.hands);
    out["push"] = or_null(plan.brief.push);
    out["counts"] = {{"add", by_table(plan.counts.added)},
                     {"change", by_table(plan.counts.changed)},
                     {"remove", by_table(plan.counts.removed)},
                     {"push", plan.counts.pushed}};
    out["moved"] = by_table(plan.moved);
    out["renumbered"] = plan.brief.renumbered;
    out["exceptions"] = plan.exceptions;
    return out;
}

}  // namespace

std::string fleet_text(const Plans& plans, const std::optional<StandardRef>& as_if) {
    return table(plans, as_if.has_value()) + left_out_text(plans) + exceptions_text(plans) +
           closing(plans, as_if) + hint(plans, as_if);
}

std::string fleet_json(const Plans& plans, const std::optional<StandardRef>& as_if) {
    ordered_json sites = ordered_json::array();
    for (const SitePlan& plan : plans) sites.push_back(json_of(plan));
    const ordered_json out{{"format", "colo-fleet-plan/1"},
                           {"standard", reference(as_if)},
                           {"sites", std::move(sites)}};
    return out.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace colo::tool
