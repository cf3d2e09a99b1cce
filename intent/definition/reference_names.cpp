#include "intent/definition/reference_names.h"

#include <algorithm>
#include <array>
#include <set>

namespace colo::definition {

namespace {

constexpr std::array same_words{"rack", "row", "pair", "feed"};

}  // namespace

void ReferenceNames::say_unknown(const At<std::string>& name, std::string_view code,
                                 std::string_view noun, const std::vector<std::string>& all) const {
    out_.error(std::string(code), name.at, fmt::format("unknown {} {}", noun, *name)).hint =
        suggestion(*name, all);
}

std::vector<std::string> ReferenceNames::scopes() const {
    std::vector<std::string> all{"site", "row", "rack", "feed"};
    for (const auto& [name, group] : standard_.groups) all.push_back(name);
    return all;
}

void ReferenceNames::check_selector(const Selector& selector) const {
    if (!selector.at.known()) return;  // it is missing, which was reported
    if (!selector.device.empty()) say_of_a_site(selector.at, "a device");
    if (selector.of_circuits()) {
        known(standard_.circuits, selector.circuit, "unknown-circuit-kind", "kind of circuit");
        return;
    }
    if (selector.role.empty())
        out_.error("missing-key", selector.at, "this selects nothing: role is missing here");
    for (const auto& role : selector.role)
        if (*role != "any" && known(standard_.roles, role, "unknown-role", "role"))
            check_groups(*role, selector);
    if (selector.any_role()) check_groups_somewhere(selector);
    if (selector.member && *selector.member != 1 && *selector.member != 2)
        out_.error("out-of-range", selector.at, "member is 1 or 2");
    if (selector.same.given()) check_same(selector.same);
    if (selector.not_.given() && *selector.not_ != "self" && *selector.not_ != "rack")
        out_.error("wrong-type", selector.not_.at, "not is self or rack");
}

bool ReferenceNames::refuse_any(const Selector& selector) const {
    for (const auto& role : selector.role)
        if (*role == "any") {
            out_.error("unknown-role", role.at, "any says too little here").hint = "name the roles";
            return true;
        }
    return false;
}

void ReferenceNames::say_of_a_site(const SourceRange& at, std::string_view what) const {
    out_.error("not-in-a-standard", at, fmt::format("a standard cannot name {} of a site", what))
        .hint = "say it in the site's definition, as an exception";
}

void ReferenceNames::check_same(const At<std::string>& same) const {
    std::vector<std::string> all(same_words.begin(), same_words.end());
    for (const auto& [name, group] : standard_.groups) all.push_back(name);
    if (std::find(all.begin(), all.end(), *same) == all.end())
        say_unknown(same, "unknown-scope", "scope", all);
}

const Hardware* ReferenceNames::hardware_of(const std::string& role) const {
    const auto found = standard_.roles.find(role);
    if (found == standard_.roles.end()) return nullptr;
    const auto hardware = hardware_.find(*found->second.model);
    return hardware == hardware_.end() ? nullptr : &hardware->second;
}

/// A named role must have the group; with several groups, at least one of them.
void ReferenceNames::check_groups(const std::string& role, const Selector& selector) const {
    const Hardware* hardware = hardware_of(role);
    if (!hardware || selector.ports.empty()) return;
    const bool has_one =
        std::any_of(selector.ports.begin(), selector.ports.end(),
                    [&](const auto& group) { return hardware->groups.contains(*group); });
    if (has_one) return;
    const auto& group = selector.ports.front();
    out_.error(
            "unknown-port-group", group.at,
            fmt::format("model {} of role {} has no port group {}", hardware->model, role, *group))
        .hint = suggestion(*group, names_of(hardware->groups));
}

std::vector<std::string> ReferenceNames::all_port_groups() const {
    std::set<std::string> all;
    for (const auto& [name, model] : standard_.models)
        for (const auto& [group, ports] : model.ports) all.insert(group);
    return {all.begin(), all.end()};
}

void ReferenceNames::check_groups_somewhere(const Selector& selector) const {
    for (const auto& group : selector.ports) {
        const bool somewhere =
            std::any_of(standard_.models.begin(), standard_.models.end(),
                        [&](const auto& model) { return model.second.ports.contains(*group); });
        if (!somewhere)
            out_.error("unknown-port-group", group.at,
                       fmt::format("no model has a port group {}", *group))
                .hint = suggestion(*group, all_port_groups());
    }
}

}  // namespace colo::definition
