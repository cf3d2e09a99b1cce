#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "intent/base/names.h"
#include "intent/plan/counts.h"
#include "intent/plan/groups.h"
#include "intent/plan/impact.h"
#include "intent/plan/listing.h"
#include "intent/plan/lookup.h"

namespace colo::plan {

namespace {

/// What is pushed to one device.
struct Push {
    std::map<std::string, std::size_t> counts;  // changed objects by table
    std::string own;                            // what changes of the device itself
    std::set<std::string> own_fields;
    std::set<std::string> reasons;
};
using Pushes = std::map<std::string, Push, NaturalLess>;

std::vector<FieldChange> pushed_fields(const Change& change) {
    std::vector<FieldChange> fields;
    for (const FieldChange& field : change.fields) {
        const auto work = work_of(change.table, field);
        if (std::any_of(work.begin(), work.end(),
                        [](Work one) { return impact_of(one) == Impact::push; }))
            fields.push_back(field);
    }
    return fields;
}

Pushes pushes_of(const Plan& plan) {
    Pushes out;
    for (const Change& change : plan.changes)
        for (const std::string& device : change.devices) {
            Push& push = out[device];
            push.reasons.insert(change.because);
            if (change.table != "devices") {
                ++push.counts[change.table];
                continue;
            }
            const auto fields = pushed_fields(change);
            push.own = fields_text(fields);
            for (const FieldChange& field : fields) push.own_fields.insert(field.field);
        }
    return out;
}

std::string described(const Push& push) {
    std::vector<std::string> parts;
    if (!push.own.empty()) parts.push_back(push.own);
    for (const auto& [table, count] : push.counts) parts.push_back(counted(count, table));
    return fmt::format("{}", fmt::join(parts, ", "));
}

/// Devices of one role to which the same is done.
struct Likes {
    std::vector<std::string> devices;
    Push push;
};
using Groups = std::map<std::string, Likes>;

std::string role_of(const Plan& plan, const std::string& device) {
    const Device* const found = find_by_id(plan.goal.intent.devices, device);
    return found ? found->rule : "";
}

Groups alike(const Plan& plan, const Pushes& pushes) {
    Groups out;
    for (const auto& [device, push] : pushes) {
        const std::string reason = push.reasons.size() == 1 ? *push.reasons.begin() : "";
        Likes& group = out[role_of(plan, device) + '\n' + described(push) + '\n' + reason];
        group.devices.push_back(device);
        group.push = push;
    }
    return out;
}

Groups by_role(const Plan& plan, const Pushes& pushes) {
    Groups out;
    for (const auto& [device, push] : pushes) {
        Likes& group = out[role_of(plan, device)];
        group.devices.push_back(device);
        for (const auto& [table, count] : push.counts) group.push.counts[table] += count;
        group.push.own_fields.insert(push.own_fields.begin(), push.own_fields.end());
        group.push.own = fmt::format("{}", fmt::join(group.push.own_fields, ", "));
        group.push.reasons.insert(push.reasons.begin(), push.reasons.end());
    }
    return out;
}

/// `leaf.R09.1, leaf.R09.2: 1 interface each`; from five devices on `24 leaf` and their span.
Entry entry_of(const Plan& plan, const Likes& group, const char* each) {
    constexpr std::size_t named = 4;
    const bool many = group.devices.size() > named;
    const std::string who =
        many ? fmt::format("{} {} ({})", with_thousands(group.devices.size()),
                           role_of(plan, group.devices.front()),
                           span_of_names(group.devices.front(), group.devices.back()))
             : fmt::format("{}", fmt::join(group.devices, ", "));
    return {Action::change,
            {fmt::format("{}: {}{}", who, described(group.push),
                         group.devices.size() > 1 && !group.push.counts.empty() ? each : "")},
            group.push.reasons.size() == 1 ? *group.push.reasons.begin() : ""};
}

Block device_block(const Plan& plan) {
    const Pushes pushes = pushes_of(plan);
    Groups groups = alike(plan, pushes);
    const char* each = " each";
    if (groups.size() > few) {
        groups = by_role(plan, pushes);
        each = " in all";
    }
    Block out;
    for (const auto& [key, group] : groups) out.push_back(entry_of(plan, group, each));
    return out;
}

/// Networks are on no one device: what changes of them is said by itself.
Block network_block(const Plan& plan) {
    ChangeList changes;
    for (const Change& change : plan.changes)
        if (change.impact == Impact::push &&
            (change.table == "vlans" || change.table == "prefixes"))
            changes.push_back(&change);
    if (changes.size() <= few) return listed_block(plan, changes);
    return {{Action::change,
             {fmt::format("{} networks: {}{}", with_thousands(changes.size()),
                          counts_by_rule(changes), field_names(changes))},
             common_reason(changes)}};
}

}  // namespace

Block also_pushed_block(const Plan& plan) {
    Block out;
    for (const Change& change : plan.changes)
        if (change.impact == Impact::hands && !change.devices.empty())
            out.push_back({Action::change,
                           {change.id, change.name, fields_text(pushed_fields(change))},
                           change.because});
    return out;
}

std::vector<Block> push_blocks(const Plan& plan) {
    return {network_block(plan), device_block(plan)};
}

}  // namespace colo::plan
