#include "intent/generator/exceptions.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

#include "intent/base/suggestion.h"
#include "intent/definition/between_references.h"
#include "intent/definition/extends.h"
#include "intent/definition/network_fields.h"

namespace colo::generator {

namespace {

using definition::At;
using definition::ExceptionEntry;
using definition::Node;
using definition::Target;

bool contains(const std::vector<At<std::string>>& names, const std::string& name) {
    return std::any_of(names.begin(), names.end(), [&](const auto& one) { return *one == name; });
}

bool is_of_devices(const Target& target) {
    return !target.cabling.given() && !target.network.given() && !target.circuit.given();
}

/// `ipv4: none` leaves the family out.
void drop_none(Node& network) {
    std::erase_if(network.entries, [](const definition::Entry& entry) {
        return (entry.key == "ipv4" || entry.key == "ipv6") && entry.value.text == "none";
    });
}

/// The dotted paths of all that a map sets.
void list_leaves(const Node& map, const std::string& above, std::vector<std::string>& out) {
    for (const definition::Entry& entry : map.entries)
        if (entry.value.is_map())
            list_leaves(entry.value, above + entry.key + ".", out);
        else
            out.push_back(above + entry.key);
}

}  // namespace

Exceptions::Exceptions(const definition::Inputs& inputs, Diagnostics& out)
    : inputs_(inputs),
      out_(out),
      met_(inputs.site.exceptions.size()),
      changed_(inputs.site.exceptions.size()) {}

bool Exceptions::is_meant(const Target& target, const DeviceFacts& device) const {
    if (!target.device.empty() &&
        std::none_of(target.device.begin(), target.device.end(),
                     [&](const auto& pattern) { return definition::matches(*pattern, device.id); }))
        return false;
    if (!target.role.empty() && !contains(target.role, device.role)) return false;
    if (!target.rack.empty() && !contains(target.rack, device.rack)) return false;
    if (target.member && *target.member != device.member) return false;
    if (target.where.empty()) return true;
    const auto rack = inputs_.site.racks.find(device.rack);
    return rack != inputs_.site.racks.end() &&
           std::all_of(target.where.begin(), target.where.end(), [&](const auto& label) {
               const auto found = rack->second.labels.find(label.first);
               return found != rack->second.labels.end() && found->second == label.second;
           });
}

Exceptions::Indices Exceptions::of_device(const DeviceFacts& device) const {
    Indices found;
    for (std::size_t i = 0; i < inputs_.site.exceptions.size(); ++i) {
        const Target& target = inputs_.site.exceptions[i].on;
        const bool names_devices = !target.device.empty() || !target.role.empty();
        if (names_devices && is_of_devices(target) && is_meant(target, device)) found.push_back(i);
    }
    return found;
}

/// All that these exceptions set, in one map.
Node Exceptions::combine(const Indices& which) {
    Node all;
    all.kind = Node::Kind::map;
    std::map<std::string, std::size_t> said;
    for (const std::size_t i : which) {
        const ExceptionEntry& exception = inputs_.site.exceptions[i];
        std::vector<std::string> leaves;
        list_leaves(exception.set.changes, "", leaves);
        for (const std::string& leaf : leaves) {
            const auto [first, is_new] = said.emplace(leaf, i);
            if (is_new || !told_.insert(fmt::format("{} {}", first->second, i)).second) continue;
            out_.error("exception-conflict", exception.set.at,
                       fmt::format("two exceptions set {} of one thing", leaf))
                .notes = {{inputs_.site.exceptions[first->second].set.at, "it is set here too"}};
        }
        all = definition::lay_over(std::move(all), exception.set.changes);
    }
    return all;
}

template <class Entry>
const Entry* Exceptions::vary(const std::string& section, const std::string& name,
                              const Entry& entry, const Indices& which,
                              std::map<std::string, std::deque<Entry>>& made) {
    Indices with_changes;
    for (const std::size_t i : which) {
        met_[i] = true;
        if (!inputs_.site.exceptions[i].set.changes.entries.empty()) with_changes.push_back(i);
    }
    if (with_changes.empty()) return &entry;
    auto& variants = made[fmt::format("{} {}", name, fmt::join(with_changes, " "))];
    if (!variants.empty()) return &variants.front();
    const Node* collection = inputs_.standard.document.find(section);
    const Node* original = collection ? collection->find(name) : nullptr;
    if (!original) return &entry;
    Node node = definition::lay_over(*original, combine(with_changes));
    if constexpr (std::is_same_v<Entry, definition::Network>) drop_none(node);
    if (definition::flow_text(node) != definition::flow_text(*original))
        for (const std::size_t i : with_changes) changed_[i] = true;
    Entry made_entry = definition::read_value<Entry>(node, out_);
    made_entry.at = entry.at;
    if constexpr (std::is_same_v<Entry, definition::Role>) check(made_entry);
    if constexpr (std::is_same_v<Entry, definition::CablingRule>) check(made_entry);
    return &variants.emplace_back(std::move(made_entry));
}

/// The names that a variant uses must exist; those of the standard were checked before.
void Exceptions::check(const definition::Role& role) {
    const auto say = [&](const At<std::string>& name, const char* code, const char* what,
                         const auto& known) {
        std::vector<std::string> names;
        for (const auto& [one, value] : known) names.push_back(one);
        Diagnostic& problem = out_.error(code, name.at, fmt::format("unknown {} {}", what, *name));
        if (const auto near = nearest_name(*name, names))
            problem.hint = fmt::format("did you mean {}?", *near);
    };
    if (!inputs_.hardware.contains(*role.model))
        say(role.model, "unknown-model", "model", inputs_.hardware);
    if (role.place && role.place->rack && !inputs_.site.racks.contains(**role.place->rack))
        say(*role.place->rack, "unknown-rack", "rack", inputs_.site.racks);
    definition::check_bays(role, inputs_.standard, inputs_.hardware, out_);
}

void Exceptions::check(const definition::CablingRule& rule) {
    for (const auto& medium : rule.media)
        if (*medium != "from-circuit" && !inputs_.standard.media.contains(*medium)) {
            std::vector<std::string> names;
            for (const auto& [one, value] : inputs_.standard.media) names.push_back(one);
            out_.error("unknown-media", medium.at, fmt::format("unknown medium {}", *medium)).hint =
                suggestion(*medium, names);
        }
    definition::check_via(rule, inputs_.standard, inputs_.hardware, out_);
}

void Exceptions::note(const std::string& thing, const Indices& which) {
    if (which.empty()) return;
    auto& noted = of_things_[thing];
    noted.clear();
    for (const std::size_t i : std::views::reverse(which))
        noted.push_back(&inputs_.site.exceptions[i]);
}

const definition::Role* Exceptions::role(const DeviceFacts& device, const definition::Role& entry) {
    const Indices which = of_device(device);
    note(device.id, which);
    return which.empty() ? &entry : vary("roles", device.role, entry, which, roles_);
}

const definition::CablingRule* Exceptions::cabling(const std::string& rule,
                                                   const definition::CablingRule& entry,
                                                   const DeviceFacts* from,
                                                   const std::string& circuit) {
    Indices which;
    for (std::size_t i = 0; i < inputs_.site.exceptions.size(); ++i) {
        const Target& target = inputs_.site.exceptions[i].on;
        if (!target.cabling.given() && !target.circuit.given()) continue;
        if (target.cabling.given() && *target.cabling != rule) continue;
        if (target.circuit.given() && *target.circuit != circuit) continue;
        if (from ? is_meant(target, *from) : target.device.empty() && target.role.empty())
            which.push_back(i);
    }
    note("exceptions/cabling/" + rule + "/" + (from ? from->id : circuit), which);
    return which.empty() ? &entry : vary("cabling", rule, entry, which, rules_);
}

const definition::Network* Exceptions::network(const std::string& name, const std::string& id,
                                               const definition::Network& entry) {
    Indices which;
    for (std::size_t i = 0; i < inputs_.site.exceptions.size(); ++i) {
        const auto& wanted = inputs_.site.exceptions[i].on.network;
        if (wanted.given() && (*wanted == name || *wanted == id)) which.push_back(i);
    }
    note("exceptions/networks/" + id, which);
    return which.empty() ? &entry : vary("networks", name, entry, which, networks_);
}

std::optional<At<std::int64_t>> Exceptions::number(const DeviceFacts& device) {
    for (const std::size_t i : of_device(device))
        if (const auto& number = inputs_.site.exceptions[i].set.number) {
            met_[i] = changed_[i] = true;
            return number;
        }
    return std::nullopt;
}

bool Exceptions::is_retired(const DeviceFacts& device) {
    for (const std::size_t i : of_device(device))
        if (const auto& retired = inputs_.site.exceptions[i].set.retired; retired && **retired) {
            met_[i] = changed_[i] = true;
            return true;
        }
    return false;
}

std::optional<At<IpAddress>> Exceptions::address(const DeviceFacts& device, const std::string& name,
                                                 const std::string& id, Family family) {
    for (const std::size_t i : of_device(device))
        for (const auto& [network, address] : inputs_.site.exceptions[i].set.address)
            if ((network == name || network == id) && address->family == family) {
                met_[i] = changed_[i] = true;
                return address;
            }
    return std::nullopt;
}

std::vector<Waiver> Exceptions::waivers(const std::vector<DeviceFacts>& devices) {
    std::vector<Waiver> all;
    for (std::size_t i = 0; i < inputs_.site.exceptions.size(); ++i) {
        const ExceptionEntry& exception = inputs_.site.exceptions[i];
        if (exception.set.waive.empty()) continue;
        Waiver waiver;
        for (const auto& code : exception.set.waive) waiver.codes.insert(*code);
        for (const auto& rack : exception.on.rack)
            if (inputs_.site.racks.contains(*rack)) waiver.objects.insert(*rack);
        for (const DeviceFacts& device : devices)
            if (is_of_devices(exception.on) && is_meant(exception.on, device))
                waiver.objects.insert({device.id, device.pair});
        waiver.at = exception.at;
        waiver.reason = exception.reason;
        waiver.until = exception.until ? **exception.until : "";
        met_[i] = met_[i] || !waiver.objects.empty();
        changed_[i] = true;  // whether it waived anything is for the rules to say
        all.push_back(std::move(waiver));
    }
    return all;
}

void Exceptions::settle(const std::vector<std::string>& known) {
    for (std::size_t i = 0; i < met_.size(); ++i) {
        const ExceptionEntry& exception = inputs_.site.exceptions[i];
        if (met_[i] && changed_[i]) continue;
        if (met_[i]) {
            out_.warning("exception-idle", exception.at,
                         fmt::format("this exception changes nothing: {}", exception.set_text))
                .hint = "the standard says so already; take the exception out";
            continue;
        }
        Diagnostic& problem =
            out_.error("exception-unmatched", exception.on.at,
                       fmt::format("nothing here is meant by {}", exception.on_text));
        std::string wanted = exception.on_text;
        for (const auto* names : {&exception.on.device, &exception.on.role, &exception.on.rack})
            if (!names->empty()) wanted = *names->front();
        for (const auto* name :
             {&exception.on.cabling, &exception.on.network, &exception.on.circuit})
            if (name->given()) wanted = **name;
        if (const auto near = nearest_name(wanted, known))
            problem.hint = fmt::format("did you mean {}?", *near);
    }
}

}  // namespace colo::generator
