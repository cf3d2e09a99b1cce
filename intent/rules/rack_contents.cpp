#include "intent/rules/rack_contents.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "intent/base/names.h"

namespace colo::rules {

std::vector<RackContents> contents_of_racks(const Intent& intent) {
    std::vector<RackContents> out;
    for (const Rack& rack : intent.racks) out.push_back({&rack, {}});
    std::sort(out.begin(), out.end(), [](const RackContents& a, const RackContents& b) {
        return natural_less(a.rack->id.value, b.rack->id.value);
    });
    std::unordered_map<std::string_view, RackContents*> by_id;
    for (RackContents& contents : out) by_id[contents.rack->id.value] = &contents;
    for (const Device& device : intent.devices)
        if (const auto found = device.rack ? by_id.find(device.rack->value) : by_id.end();
            found != by_id.end())
            found->second->devices.push_back(&device);
    return out;
}

bool stands_on_units(const Device& device) {
    return device.rack && device.unit && device.depth != Depth::zero && device.height.value > 0;
}

bool takes_front(const Device& device) {
    return device.depth == Depth::full || device.face == Face::front;
}

bool takes_rear(const Device& device) {
    return device.depth == Depth::full || device.face == Face::rear;
}

std::int64_t top_unit(const Device& device) {
    return *device.unit + (device.height.value + 1) / 2 - 1;
}

UnitMap::UnitMap(const RackContents& contents, const std::vector<ReservedUnits>& reserved)
    : units_(std::max<std::int64_t>(contents.rack->units, 0)),
      front_(static_cast<std::size_t>(units_)),
      rear_(static_cast<std::size_t>(units_)) {
    for (const ReservedUnits& range : reserved)
        take(range.first, HalfUnits{2 * (range.last - range.first + 1)}, true, true);
    for (const Device* device : contents.devices)
        if (stands_on_units(*device))
            take(*device->unit, device->height, takes_front(*device), takes_rear(*device));
}

int& UnitMap::halves(std::int64_t unit, bool front) {
    return (front ? front_ : rear_)[static_cast<std::size_t>(unit - 1)];
}

int UnitMap::halves(std::int64_t unit, bool front) const {
    return (front ? front_ : rear_)[static_cast<std::size_t>(unit - 1)];
}

void UnitMap::take(std::int64_t unit, HalfUnits height, bool front, bool rear) {
    for (std::int64_t left = height.value; left > 0; left -= 2, ++unit) {
        if (unit < 1 || unit > units_) continue;
        const int taken = left > 1 ? 2 : 1;
        if (front) halves(unit, true) += taken;
        if (rear) halves(unit, false) += taken;
    }
}

bool UnitMap::is_free(std::int64_t unit, const Device& shape) const {
    for (std::int64_t left = shape.height.value; left > 0; left -= 2, ++unit) {
        if (unit < 1 || unit > units_) return false;
        const int wanted = left > 1 ? 2 : 1;
        if (takes_front(shape) && halves(unit, true) + wanted > 2) return false;
        if (takes_rear(shape) && halves(unit, false) + wanted > 2) return false;
    }
    return true;
}

std::optional<std::int64_t> UnitMap::lowest_free(const Device& shape) const {
    for (std::int64_t unit = 1; unit <= units_; ++unit)
        if (is_free(unit, shape)) return unit;
    return std::nullopt;
}

std::int64_t UnitMap::room_for(const Device& shape) const {
    UnitMap rest = *this;
    std::int64_t count = 0;
    for (std::int64_t unit = 1; unit <= units_; ++unit)
        for (; rest.is_free(unit, shape); ++count)
            rest.take(unit, shape.height, takes_front(shape), takes_rear(shape));
    return count;
}

}  // namespace colo::rules
