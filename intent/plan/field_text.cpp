#include "intent/plan/field_text.h"

#include <algorithm>

namespace colo::plan {

std::string field_text(HalfUnits height) { return to_text(height); }

std::string field_text(Power power) { return thousandths_text(power.value) + " W"; }

std::string field_text(const CableEnd& end) {
    if (end.port) return end.port->value;
    if (end.device && end.name) return end.device->value + ":" + *end.name;
    return end.text.value_or("");
}

std::string field_text(const SessionEnd& end) {
    const std::string who = end.device ? end.device->value : end.text.value_or("");
    return fmt::format("{} {} AS{}", who, to_text(end.address), end.asn);
}

std::string field_text(const Handoff& handoff) {
    return handoff.device ? fmt::format("{} {}", handoff.place, handoff.port)
                          : fmt::format("{} port {}", handoff.place, handoff.port);
}

std::string field_text(const std::vector<std::string>& names) {
    return fmt::format("{}", fmt::join(names, ", "));
}

std::string field_text(const std::vector<ReservedUnits>& reserved) {
    std::string out;
    for (const ReservedUnits& units : reserved)
        out += fmt::format("{}U{}-U{} {}", out.empty() ? "" : ", ", units.first, units.last,
                           units.why);
    return out;
}

std::string place_text(const Device& device) {
    if (!device.rack) return "no rack";
    std::string out = device.rack->value;
    if (device.parent)
        return fmt::format("{} in {} {}", out, device.parent->value, device.bay.value_or(""));
    if (device.unit) out += fmt::format(" U{}", *device.unit);
    if (device.unit && device.face == Face::rear) out += " rear";
    return out;
}

void FieldTexts::operator()(const char* name, const Feeds& feeds) {
    for (const auto& [feed, load] : feeds) {
        const std::string of = fmt::format("{}.{}.", name, feed);
        all_.emplace_back(of + "capacity_w", field_text(load.capacity));
        all_.emplace_back(of + "typical_w", field_text(load.typical));
        all_.emplace_back(of + "maximum_w", field_text(load.maximum));
        all_.emplace_back(of + "failover_w", field_text(load.failover));
    }
}

std::vector<FieldChange> differing_fields(const FieldTexts& before, const FieldTexts& after) {
    const auto text_of = [](const FieldTexts& side, const std::string& name) {
        for (const auto& [field, text] : side.all())
            if (field == name) return text;
        return std::string();
    };
    const auto is_in = [](const FieldTexts& side, const std::string& name) {
        return std::any_of(side.all().begin(), side.all().end(),
                           [&](const auto& field) { return field.first == name; });
    };
    std::vector<FieldChange> out;
    for (const auto& [name, text] : before.all())
        if (std::string now = text_of(after, name); now != text)
            out.push_back({name, text, std::move(now)});
    for (const auto& [name, text] : after.all())
        if (!is_in(before, name)) out.push_back({name, {}, text});
    return out;
}

}  // namespace colo::plan
