// What cables run through (`via`) and what devices are put into (`place: {in}`).
#include <fmt/format.h>

#include <algorithm>

#include "intent/base/names.h"
#include "intent/definition/reference_names.h"

namespace colo::definition {

namespace {

class References {
public:
    References(const Standard& standard, const std::map<std::string, Hardware>& hardware,
               const ReferenceNames& names, Diagnostics& out)
        : standard_(standard), hardware_(hardware), names_(names), out_(out) {}

    void check() {
        for (const auto& [name, rule] : standard_.cabling)
            if (rule.via) check_via(*rule.via);
        for (const auto& [name, medium] : standard_.media)
            if (medium.via) check_patching(*medium.via);
        for (const auto& [name, role] : standard_.roles)
            if (role.place && (role.place->in || !role.place->bay.empty())) check_bays(*role.place);
    }

private:
    void check_via(const Via& via) {
        for (const At<std::string>* group : {&via.in, &via.out}) {
            Selector end = via.through;
            end.at = via.at;
            end.ports = {*group};
            names_.check_selector(end);
        }
        for (const auto& role : via.through.role) {
            const Hardware* const hardware = hardware_of(*role);
            if (!hardware || !hardware->groups.contains(*via.in) ||
                !hardware->groups.contains(*via.out))
                continue;
            const std::size_t in = hardware->groups.at(*via.in).size();
            const std::size_t out = hardware->groups.at(*via.out).size();
            if (in != out)
                out_.error("via-unequal", via.at,
                           fmt::format("model {} has {} in {}, but {} in {}", hardware->model,
                                       count_of(in, "port"), *via.in, out, *via.out))
                    .hint = "a cable that enters at the third port of one leaves at the third of "
                            "the other";
        }
    }

    void check_patching(const Patching& patching) {
        if (patching.trunk.given() &&
            names_.known(standard_.media, patching.trunk, "unknown-media", "medium") &&
            standard_.media.at(*patching.trunk).via)
            out_.error("unknown-media", patching.trunk.at,
                       fmt::format("{} is itself patched; a trunk is one cable", *patching.trunk))
                .hint = "name the medium that lies between the panels";
        if (!names_.known(standard_.roles, patching.role, "unknown-role", "role")) return;
        const Hardware* const hardware = hardware_of(*patching.role);
        if (!hardware) return;
        if (patching.ports.given()) {
            Selector panels;
            panels.at = patching.at;
            panels.role = {patching.role};
            panels.ports = {patching.ports};
            names_.check_selector(panels);
        } else if (hardware->groups.size() != 1) {
            out_.error("missing-key", patching.at, "ports is missing here").hint =
                fmt::format("model {} has {}", hardware->model,
                            count_of(hardware->groups.size(), "port group"));
        }
    }

    void check_bays(const definition::Place& place) {
        if (!place.in) {
            out_.error("missing-key", place.at, "in is missing here").hint =
                "a bay is one of another device: place: {in: {role: chassis}, bay: ...}";
            return;
        }
        if (place.units || place.near || place.unit)
            out_.error("exclusive-keys", place.at,
                       "only one of these can be said: in, and units, unit or near");
        Selector chassis = place.in->of;
        chassis.at = place.in->at;
        names_.check_selector(chassis);
        for (const auto& role : place.in->of.role) {
            const auto found = standard_.roles.find(*role);
            if (found == standard_.roles.end()) continue;
            if (found->second.place && found->second.place->in)
                out_.error("bay-in-bay", role.at,
                           fmt::format("devices of {} are themselves put into bays", *role))
                    .hint = "name the role of what stands in units of a rack";
            else if (const Hardware* const hardware = hardware_of(*role))
                check_bays_of(*hardware, place);
        }
    }

    void check_bays_of(const Hardware& hardware, const definition::Place& place) {
        const auto& there = hardware.device_bays;
        if (there.empty())
            out_.error("unknown-bay", place.in->at,
                       fmt::format("{} has no device bays", hardware.device_type))
                .hint = "put them under device-bays in a device type of the standard's own";
        else
            for (const auto& list : place.bay) {
                const NameList bays = expand_names(*list);
                if (!bays.error.empty()) out_.error("bad-range", list.at, bays.error);
                for (const std::string& bay : bays.names)
                    if (std::find(there.begin(), there.end(), bay) == there.end())
                        out_.error(
                                "unknown-bay", list.at,
                                fmt::format("{} has no device bay {}", hardware.device_type, bay))
                            .hint = suggestion(bay, there);
            }
    }

    const Hardware* hardware_of(const std::string& role) const {
        const auto found = standard_.roles.find(role);
        if (found == standard_.roles.end()) return nullptr;
        const auto hardware = hardware_.find(*found->second.model);
        return hardware == hardware_.end() ? nullptr : &hardware->second;
    }

    const Standard& standard_;
    const std::map<std::string, Hardware>& hardware_;
    const ReferenceNames& names_;
    Diagnostics& out_;
};

}  // namespace

void check_between_references(const Standard& standard,
                              const std::map<std::string, Hardware>& hardware,
                              const ReferenceNames& names, Diagnostics& out) {
    References(standard, hardware, names, out).check();
}

}  // namespace colo::definition
