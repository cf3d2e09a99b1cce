#include "intent/exporters/places.h"

namespace colo::exporters {

std::optional<std::int64_t> top_unit(const Device& device) {
    if (!device.unit) return std::nullopt;
    return *device.unit + std::max<std::int64_t>((device.height.value + 1) / 2, 1) - 1;
}

std::string units_text(const Device& device, const Rack& rack, const Numbering& numbering) {
    const auto top = top_unit(device);
    if (!top) return {};
    const auto [least, most] = std::minmax(
        {printed_unit(rack, *device.unit, numbering), printed_unit(rack, *top, numbering)});
    if (least == most) return "U" + std::to_string(least);
    return "U" + std::to_string(least) + "-" + std::to_string(most);
}

Places::Places(const Intent& intent, const Numbering& numbering)
    : intent_(&intent), numbering_(numbering) {
    for (const Outlet& outlet : intent.outlets) {
        const auto [at, is_new] = feeds_.try_emplace(outlet.device, outlet.feed);
        if (!is_new && at->second != outlet.feed) at->second.reset();
    }
    for (const auto& [id, feed] : feeds_) {
        const Device* strip = device(id);
        if (strip && strip->rack && !strip->unit && feed) ++strips_[{*strip->rack, *feed}];
    }
}

const Rack* Places::rack(const Device& device) const {
    return device.rack ? find_by_id(intent_->racks, *device.rack) : nullptr;
}

std::optional<std::int64_t> Places::top_unit(const Device& device) const {
    const Device* const into = device.parent ? this->device(*device.parent) : nullptr;
    return exporters::top_unit(into ? *into : device);
}

std::optional<std::int64_t> Places::named_unit(const Device& device) const {
    const Device* const into = device.parent ? this->device(*device.parent) : nullptr;
    const Device& named = into ? *into : device;
    const auto unit = numbering_.by_lowest ? named.unit : exporters::top_unit(named);
    const Rack* const in = rack(named);
    return unit && in ? printed_unit(*in, *unit, numbering_) : unit;
}

std::string Places::units(const Device& device) const {
    const Device* const into = device.parent ? this->device(*device.parent) : nullptr;
    const Device& named = into ? *into : device;
    const Rack* const in = rack(named);
    return in ? units_text(named, *in, numbering_) : "";
}

std::optional<std::string> Places::feed(const Device& device) const {
    const auto found = feeds_.find(device.id);
    return found == feeds_.end() ? std::nullopt : found->second;
}

std::string Places::spot(const Device& device) const {
    if (const Device* const into = device.parent ? this->device(*device.parent) : nullptr)
        if (!into->parent) return spot(*into) + " " + device.bay.value_or(device.name);
    if (const auto unit = named_unit(device)) return std::to_string(*unit);
    const auto of_feed = feed(device);
    if (!device.rack || !of_feed) return device.name;
    const auto count = strips_.find({*device.rack, *of_feed});
    return count != strips_.end() && count->second == 1 ? "PDU-" + *of_feed : device.name;
}

}  // namespace colo::exporters
