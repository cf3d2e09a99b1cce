#include "intent/generator/no_room.h"

#include <fmt/format.h>

#include <algorithm>

namespace colo::generator {

namespace {

constexpr std::size_t most_racks_shown = 12;

SourceRange asked_for(const WorkDevice& device) {
    const auto& count = device.role->count;
    if (count) return count->origin.known() ? count->origin : count->at;
    return device.role->at;
}

/// What is short in every rack, where it is the same in all.
std::optional<Shortage::Kind> only_kind(const std::map<int, Shortage>& shortages) {
    if (shortages.empty()) return std::nullopt;
    const Shortage::Kind first = shortages.begin()->second.kind;
    const bool alike = std::all_of(shortages.begin(), shortages.end(),
                                   [&](const auto& s) { return s.second.kind == first; });
    return alike ? std::optional(first) : std::nullopt;
}

std::string code_of(const WorkDevice& device, const std::map<int, Shortage>& shortages) {
    const auto kind = only_kind(shortages);
    if (!kind) return "placement-no-room";
    switch (*kind) {  // of the hardware itself, in whatever rack
        case Shortage::Kind::depth: return "too-deep";
        case Shortage::Kind::rails: return "rails-do-not-reach";
        case Shortage::Kind::airflow: return "airflow-against-rack";
        case Shortage::Kind::apart: return "pair-in-one-rack";
        default: break;
    }
    if (shortages.size() != 1 || device.scope_rack == none) return "placement-no-room";
    switch (*kind) {
        case Shortage::Kind::units: return "rack-overfull";
        case Shortage::Kind::outlets: return "no-outlet-left";
        case Shortage::Kind::feeds: return "power-single-feed";
        default: return "placement-no-room";
    }
}

std::string need_of(const WorkDevice& device) {
    std::string need = fmt::format("each needs {}U", to_text(device.hardware->height));
    if (device.hardware->depth == Depth::zero) need = "each needs a zero-U slot";
    if (device.hardware->known_depth)
        need += fmt::format(", {} mm of depth with its cords",
                            (*device.hardware->known_depth + depth_of_cords).value);
    if (device.hardware->maximum) need += fmt::format(", {}", to_text(*device.hardware->maximum));
    if (device.hardware->weight) need += fmt::format(", {}", to_text(*device.hardware->weight));
    return need;
}

/// Whether the text says what is missing; else it says what is wrong.
bool is_short(const Shortage& lacks) {
    return lacks.kind != Shortage::Kind::airflow && lacks.kind != Shortage::Kind::unit_taken &&
           lacks.kind != Shortage::Kind::apart;
}

/// Racks by what is short there, the nearest to fitting first.
std::vector<std::string> table_of(const Workbench& bench,
                                  const std::map<int, Shortage>& shortages) {
    std::vector<std::pair<int, const Shortage*>> rows;
    for (const auto& [rack, lacks] : shortages) rows.emplace_back(rack, &lacks);
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.second->size < b.second->size; });
    std::vector<std::string> lines;
    for (const auto& [rack, lacks] : rows) {
        if (lines.size() == most_racks_shown) {
            lines.push_back(fmt::format("and {} more racks", rows.size() - most_racks_shown));
            break;
        }
        lines.push_back(fmt::format("{}: {}{}", bench.racks[at(rack)].id,
                                    is_short(*lacks) ? "short of " : "", lacks->text));
    }
    return lines;
}

/// Whether a count may be set to that many: a parameter has a least value, and none is no advice.
bool may_be_set_to(const Workbench& bench, const definition::At<std::int64_t>& count,
                   std::size_t many) {
    if (many == 0) return false;
    const auto parameter = bench.inputs.standard.parameters.find(count.parameter);
    if (parameter == bench.inputs.standard.parameters.end() || !parameter->second.minimum)
        return true;
    return static_cast<std::int64_t>(many) >= **parameter->second.minimum;
}

/// What would make room where the same is short in all racks.
std::string_view what_would_help(Shortage::Kind kind) {
    switch (kind) {
        case Shortage::Kind::units: return "another rack, or a higher one, makes room";
        case Shortage::Kind::weight: return "another rack, or one that carries more, makes room";
        case Shortage::Kind::power: return "more power on the feeds, or another rack, makes room";
        case Shortage::Kind::outlets:
            return "a strip with more such outlets, or another rack, makes room";
        default: return "";
    }
}

std::string hint_of(const Workbench& bench, const WorkDevice& device, std::size_t lost,
                    const std::map<int, Shortage>& shortages) {
    const auto& count = device.role->count;
    const auto total = bench.devices_of_role.at(device.role_name).size();
    std::string hint;
    if (count && *device.role->per == "site" && may_be_set_to(bench, *count, total - lost))
        hint = count->parameter.empty()
                   ? fmt::format("{} fit{}", total - lost, total - lost == 1 ? "s" : "")
                   : fmt::format("{}: {} fits", count->parameter, total - lost);
    const auto nearest =
        std::min_element(shortages.begin(), shortages.end(), [](const auto& a, const auto& b) {
            return a.second.size < b.second.size;
        });
    if (nearest != shortages.end() && shortages.size() > 1)
        hint += fmt::format("{}nearest to fitting is {}", hint.empty() ? "" : "; ",
                            bench.racks[at(nearest->first)].id);
    const auto only = only_kind(shortages);
    if (const std::string_view more = only ? what_would_help(*only) : ""; !more.empty())
        hint += fmt::format("{}{}", hint.empty() ? "" : "; ", more);
    return hint;
}

void report(Workbench& bench, const Missed& missed, const std::vector<int>& devices) {
    const WorkDevice& first = bench.devices[at(devices.front())];
    const auto& shortages = missed.shortages(first);
    const std::string where = first.scope_rack != none
                                  ? fmt::format("rack {}", bench.racks[at(first.scope_rack)].id)
                                  : std::string("the site");
    const std::string what =
        devices.size() == 1
            ? fmt::format("{} has no place in {}", first.id, where)
            : fmt::format("{} of {} {} have no place in {}", devices.size(),
                          bench.devices_of_role.at(first.role_name).size(), first.role_name, where);
    Diagnostic& problem = bench.out.error(code_of(first, shortages), asked_for(first), what);
    problem.object = first.id;
    problem.detail = table_of(bench, shortages);
    problem.detail.insert(problem.detail.begin(), need_of(first));
    if (shortages.empty()) problem.detail.push_back("no rack of the site may hold it");
    problem.hint = hint_of(bench, first, devices.size(), shortages);
    problem.notes = {{first.role->at, fmt::format("role {}", first.role_name)}};
}

}  // namespace

void report_no_room(Workbench& bench, const Missed& missed) {
    std::map<std::string, std::vector<int>> groups;  // by role and scope
    for (const int device : missed.devices()) {
        const WorkDevice& lost = bench.devices[at(device)];
        groups[lost.role_name + "/" + lost.scope].push_back(device);
    }
    for (const auto& [key, devices] : groups) report(bench, missed, devices);
}

}  // namespace colo::generator
