// What pushed something aside: nothing moves by itself, so what took its place is the reason.
#include <algorithm>

#include "intent/plan/lookup.h"
#include "intent/plan/surroundings.h"

namespace colo::plan {

namespace {

struct Units {
    std::int64_t first, last;
    bool meets(const Units& other) const { return first <= other.last && other.first <= last; }
};

/// Nothing for what stands in no units of a rack.
std::optional<Units> units_of(const Device& device) {
    if (!device.rack || !device.unit || device.parent || device.height.value < 1) return {};
    return Units{*device.unit, *device.unit + (device.height.value + 1) / 2 - 1};
}

bool is_reserved(const Rack* rack, const Units& units) {
    return rack &&
           std::any_of(rack->reserved.begin(), rack->reserved.end(), [&](const ReservedUnits& one) {
               return units.meets({one.first, one.last});
           });
}

bool stands_in(const Device* device, const RackId& rack, const Units& units) {
    const auto its = device && device->rack == rack ? units_of(*device) : std::nullopt;
    return its && its->meets(units);
}

/// The cable at a port, whatever table the port is in.
const Cable* plugged_into(const Intent& intent, const std::string& port) {
    const Cable* found = nullptr;
    for_each_table(intent, [&]<class T>(const char*, const std::vector<T>& table) {
        if constexpr (PortLike<T>)
            if (const T* const one = find_by_id(table, port); one && one->cable)
                found = find_by_id(intent.cables, one->cable->value);
    });
    return found;
}

bool ends_at(const Cable& cable, const PortId& port) {
    return cable.a.port == port || cable.b.port == port;
}

}  // namespace

void Surroundings::add_displacers(std::vector<std::string>& subjects, const Device& was,
                                  const Device& is) const {
    const auto units = units_of(was);
    if (!units || (was.rack == is.rack && was.unit == is.unit)) return;
    const std::string& rack = was.rack->value;
    if (is_reserved(find_by_id(after_->racks, rack), *units) &&
        !is_reserved(find_by_id(before_->racks, rack), *units))
        subjects.push_back("reserved/" + rack);
    if (!racks_) {
        racks_.emplace();
        for (const Device& device : after_->devices) {
            if (device.rack) (*racks_)[device.rack->value].push_back(&device);
            if (device.pair) pairs_[*device.pair].push_back(&device);
        }
    }
    for (const Device* other : (*racks_)[rack]) {
        if (other->id == was.id || !stands_in(other, *was.rack, *units)) continue;
        if (stands_in(sides(other->id).before, *was.rack, *units)) continue;
        subjects.push_back(other->id.value);
        subjects.push_back("roles/" + other->rule);
    }
    if (!is.pair) return;
    for (const Device* other : pairs_[*is.pair])
        if (other->id != is.id) subjects.push_back(other->id.value);
}

void Surroundings::add_displacers(std::vector<std::string>& subjects, const Cable& was,
                                  const Cable& is) const {
    for (const auto end : {&Cable::a, &Cable::b}) {
        const auto& port = (was.*end).port;
        if (!port || (is.*end).port == port) continue;
        const Cable* const other = plugged_into(*after_, port->value);
        if (!other || other->id == is.id) continue;
        const Cable* const before = find_by_id(before_->cables, other->id.value);
        if (before && ends_at(*before, *port)) continue;
        subjects.push_back(other->path.value_or(other->id.value));
        subjects.push_back("cabling/" + other->rule);
    }
}

}  // namespace colo::plan
