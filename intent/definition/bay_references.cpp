// What devices are put into: `place: {in}`.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "intent/base/names.h"
#include "intent/definition/between_references.h"
#include "intent/definition/reference_names.h"

namespace colo::definition {

namespace {

class Bays {
public:
    Bays(const Standard& standard, const HardwareByModel& hardware, Diagnostics& out)
        : standard_(standard), hardware_(hardware), names_(standard, hardware, out), out_(out) {}

    void check(const Role& role) const {
        const definition::Place& place = *role.place;
        if (place.near) refuse_bays_as_near(*place.near);
        if (!place.in) {
            if (!place.bay.empty())
                out_.error("missing-key", place.at, "in is missing here").hint =
                    "a bay is one of another device: place: {in: {role: chassis}, bay: ...}";
            return;
        }
        check_exclusive(role);
        if (place.in->of.role.empty() || names_.refuse_any(place.in->of)) return;
        if (place.in->of.pick && *place.in->of.pick != Pick::least_used)
            out_.error("wrong-type", place.in->at, "pick is least-used here").hint =
                "left out, the first device with a free bay is taken";
        Selector chassis = place.in->of;
        chassis.at = place.in->at;
        names_.check_selector(chassis);
        check_child(role);
        for (const auto& parent : place.in->of.role) check_parent(parent, place);
    }

private:
    void refuse_bays_as_near(const Selector& near) const {
        for (const auto& role : near.role)
            if (const auto found = standard_.roles.find(*role);
                found != standard_.roles.end() && found->second.place && found->second.place->in)
                out_.error("bay-in-bay", role.at,
                           fmt::format("devices of {} are put into bays, last of all", *role))
                    .hint = "name the role of what they are put into";
    }

    void check_exclusive(const Role& role) const {
        const definition::Place& place = *role.place;
        const definition::Place usual;
        std::vector<std::string_view> without_use;
        if (place.units) without_use.push_back("units");
        if (place.unit) without_use.push_back("unit");
        if (place.near) without_use.push_back("near");
        if (place.face != usual.face) without_use.push_back("face");
        if (place.order != usual.order) without_use.push_back("order");
        if (!role.feeds.empty()) without_use.push_back("feeds");
        if (!without_use.empty())
            out_.error("exclusive-keys", place.at,
                       fmt::format("only one of these can be said: in, {}",
                                   fmt::join(without_use, ", ")))
                .hint = "unit, face and power are those of what the device is put into";
    }

    /// Power comes from the parent: an inlet of its own would stay without a cord.
    void check_child(const Role& role) const {
        const auto hardware = hardware_.find(*role.model);
        if (hardware == hardware_.end()) return;
        const auto& ports = hardware->second.ports;
        const auto inlet = std::find_if(ports.begin(), ports.end(), [](const PortSpec& port) {
            return port.table == PortTable::power_port;
        });
        if (inlet != ports.end())
            out_.error("inlet-in-bay", role.model.at,
                       fmt::format("{} has the inlet {}, which nothing feeds in a bay",
                                   hardware->second.device_type, inlet->name))
                .hint = "put it into units, or take a device type without inlets";
    }

    void check_parent(const At<std::string>& name, const definition::Place& place) const {
        const auto parent = standard_.roles.find(*name);
        if (parent == standard_.roles.end()) return;
        if (parent->second.place && parent->second.place->in) {
            out_.error("bay-in-bay", name.at,
                       fmt::format("devices of {} are themselves put into bays", *name))
                .hint = "name the role of what stands in units of a rack";
            return;
        }
        const Hardware* const hardware = names_.hardware_of(*name);
        if (!hardware) return;
        const auto& there = hardware->device_bays;
        if (there.empty()) {
            out_.error("unknown-bay", name.at,
                       fmt::format("{} has no device bays", hardware->device_type))
                .hint = "list them under device-bays in a device type of the standard's own";
            return;
        }
        for (const auto& list : place.bay) {
            const NameList bays = expand_names(*list);
            if (!bays.error.empty()) out_.error("bad-range", list.at, bays.error);
            for (const std::string& bay : bays.names)
                if (std::find(there.begin(), there.end(), bay) == there.end())
                    out_.error("unknown-bay", list.at,
                               fmt::format("{} has no device bay {}", hardware->device_type, bay))
                        .hint = suggestion(bay, there);
        }
    }

    const Standard& standard_;
    const HardwareByModel& hardware_;
    const ReferenceNames names_;
    Diagnostics& out_;
};

}  // namespace

void check_bays(const Role& role, const Standard& standard, const HardwareByModel& hardware,
                Diagnostics& out) {
    if (role.place) Bays(standard, hardware, out).check(role);
}

void check_bays(const Standard& standard, const HardwareByModel& hardware, Diagnostics& out) {
    for (const auto& [name, role] : standard.roles) check_bays(role, standard, hardware, out);
}

}  // namespace colo::definition
