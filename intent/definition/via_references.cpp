// What cables run through: `via` of rules and of media.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "intent/definition/between_references.h"
#include "intent/definition/reference_names.h"

namespace colo::definition {

namespace {

class Ways {
public:
    Ways(const Standard& standard, const HardwareByModel& hardware, Diagnostics& out)
        : standard_(standard), names_(standard, hardware, out), out_(out) {}

    // ---- via of a rule

    void check_via(const CablingRule& rule) const {
        const Via& via = *rule.via;
        if (via.through.role.empty() || !via.in.given() || !via.out.given()) return;  // was said
        if (names_.refuse_any(via.through)) return;
        for (const At<std::string>* group : {&via.in, &via.out}) {
            Selector end = via.through;
            end.at = via.at;
            end.ports = {*group};
            names_.check_selector(end);
        }
        if (rule.from.of_circuits()) check_circuit_via(via);
        for (const auto& role : via.through.role)
            if (const Hardware* const hardware = names_.hardware_of(*role))
                check_groups(via, *hardware);
    }

    // ---- via of a medium

    void check_patching(const std::string& name, const MediumEntry& medium) const {
        const Patching& patching = *medium.via;
        if (!patching.role.given()) return;
        const MediumEntry* trunk = &medium;
        if (patching.trunk.given()) {
            if (!names_.known(standard_.media, patching.trunk, "unknown-media", "medium")) return;
            trunk = &standard_.media.at(*patching.trunk);
            check_trunk(name, medium, patching, *trunk);
        }
        if (!names_.known(standard_.roles, patching.role, "unknown-role", "role")) return;
        const Hardware* const hardware = names_.hardware_of(*patching.role);
        if (!hardware) return;
        if (patching.ports.given()) {
            Selector panels;
            panels.at = patching.at;
            panels.role = {patching.role};
            panels.ports = {patching.ports};
            const int before = out_.errors();
            names_.check_selector(panels);
            if (out_.errors() != before) return;
        } else if (hardware->groups.size() != 1) {
            out_.error("missing-key", patching.at, "ports is missing here").hint =
                fmt::format("model {} has {}", hardware->model,
                            count_of(hardware->groups.size(), "port group"));
            return;
        }
        check_panel(name, medium, *trunk, *hardware);
    }

private:
    /// A circuit stands nowhere and is no member of anything; it has a side.
    void check_circuit_via(const Via& via) const {
        if (via.through.same.given())
            out_.error("exclusive-keys", via.through.same.at,
                       "a circuit shares no rack, row or group with a device")
                .hint = "leave out same; pick: same-side goes by the circuit's side";
        if (via.through.pick == Pick::same_member)
            out_.error("exclusive-keys", via.at, "a circuit is no member of a pair").hint =
                "pick: same-side goes by the circuit's side";
    }

    void check_groups(const Via& via, const Hardware& hardware) const {
        const auto in = hardware.groups.find(*via.in), out = hardware.groups.find(*via.out);
        if (in == hardware.groups.end() || out == hardware.groups.end()) return;
        if (in->second.size() != out->second.size()) {
            out_.error("via-unequal", via.at,
                       fmt::format("model {} has {} in {}, but {} in {}", hardware.model,
                                   count_of(in->second.size(), "port"), *via.in, out->second.size(),
                                   *via.out))
                .hint = "a cable that enters at the third port of one leaves at the third of the "
                        "other";
            return;
        }
        for (std::size_t place = 0; place < in->second.size(); ++place)
            if (in->second[place] == out->second[place]) {
                out_.error("via-unequal", via.at,
                           fmt::format(
                               "port {} of model {} would be entered and left",
                               hardware.ports[static_cast<std::size_t>(in->second[place])].name,
                               hardware.model))
                    .hint = "name two groups that have no port in common";
                return;
            }
    }

    void check_trunk(const std::string& name, const MediumEntry& medium, const Patching& patching,
                     const MediumEntry& trunk) const {
        const auto unfit = [&](const std::string& why) {
            out_.error("trunk-unfit", patching.trunk.at,
                       fmt::format("{} cannot be the trunk of {}: {}", *patching.trunk, name, why));
        };
        if (trunk.via) return unfit("it is itself patched; a trunk is one cable");
        if (trunk.branches) return unfit("it fans out");
        if (trunk.speed && medium.speed && *trunk.speed < *medium.speed)
            unfit(fmt::format("it runs at {}, the cords at {}", to_text(*trunk.speed),
                              to_text(*medium.speed)));
    }

    /// A medium that fits no port of its panels would never be taken, and nobody told.
    void check_panel(const std::string& name, const MediumEntry& medium, const MediumEntry& trunk,
                     const Hardware& hardware) const {
        const Patching& patching = *medium.via;
        const auto& group =
            patching.ports.given() ? *patching.ports : hardware.groups.begin()->first;
        const auto fits = [](const MediumEntry& one, const std::string& type) {
            return std::any_of(one.fits.begin(), one.fits.end(),
                               [&](const auto& fit) { return *fit == type; });
        };
        std::set<std::string> types;
        for (const int index : hardware.groups.at(group)) {
            const PortSpec& front = hardware.ports[static_cast<std::size_t>(index)];
            if (front.table != PortTable::front_port) continue;
            int fronts = 0;
            for (const PortSpec& port : hardware.ports)
                fronts += port.table == PortTable::front_port && port.behind == front.behind;
            if (fronts != 1) continue;
            for (const PortSpec& rear : hardware.ports) {
                if (rear.table != PortTable::rear_port || rear.name != front.behind) continue;
                if (fits(medium, front.type) && fits(trunk, rear.type)) return;
                types.insert(front.type + " before " + rear.type);
            }
        }
        Diagnostic& problem = out_.error(
            "trunk-unfit", patching.at,
            types.empty()
                ? fmt::format("group {} of {} has no front port with a rear port of its own", group,
                              hardware.device_type)
                : fmt::format("{} cannot be patched over {}: its ports are {}", name,
                              hardware.device_type, fmt::join(types, ", ")));
        problem.hint = types.empty()
                           ? "name the panel's front ports; a rear port behind several of "
                             "them is not used"
                           : "the cords must fit the front ports, the trunk the rear ones";
    }

    const Standard& standard_;
    const ReferenceNames names_;
    Diagnostics& out_;
};

}  // namespace

void check_via(const CablingRule& rule, const Standard& standard, const HardwareByModel& hardware,
               Diagnostics& out) {
    if (rule.via) Ways(standard, hardware, out).check_via(rule);
}

void check_vias(const Standard& standard, const HardwareByModel& hardware, Diagnostics& out) {
    const Ways ways(standard, hardware, out);
    for (const auto& [name, rule] : standard.cabling)
        if (rule.via) ways.check_via(rule);
    for (const auto& [name, medium] : standard.media)
        if (medium.via) ways.check_patching(name, medium);
}

}  // namespace colo::definition
