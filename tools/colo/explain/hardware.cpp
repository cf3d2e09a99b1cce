// Racks, their units, and devices.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "intent/model/cable_ways.h"
#include "intent/plan/field_text.h"
#include "tools/colo/explain/explaining.h"

namespace colo::tool {

namespace {

/// Whether a device takes some of a unit on a face.
bool stands_in(const Device& device, std::int64_t unit, Face face) {
    if (!device.unit || device.parent) return false;
    const std::int64_t units = (device.height.value + 1) / 2;
    return unit >= *device.unit && unit < *device.unit + units &&
           (device.depth == Depth::full || device.face == face);
}

void decide_place(Explaining& to, const Device& device) {
    const std::string text = plan::place_text(device);
    if (!device.role) return to.derive("place", text, "as the site says");
    const auto kept = std::pair(AllocationKind::place, device.id.value);
    if (device.parent)
        return to.decide(
            "bay",
            fmt::format("{} of {}", device.bay.value_or("?"), to.device_name(*device.parent)),
            {"place"}, kept, "a newcomer takes the first that is free", "");
    const bool one_rack = to.excepted("place.rack") && !to.excepted("place.unit");
    const std::string newcomers = "a newcomer takes the highest or lowest run that is free, as its "
                                  "role says";
    if (!one_rack || !device.rack) {
        to.decide("place", text, {"place.unit", "place.rack"}, kept, newcomers, "");
        return;
    }
    to.decide("rack", device.rack->value, {"place.rack"}, std::nullopt, "", "");
    if (device.unit) to.decide("unit", fmt::format("U{}", *device.unit), {}, kept, newcomers, "");
}

void inside(Explaining& to, const Device& device) {
    for (const Device& one : to.intent().devices)
        if (one.parent == device.id)
            to.fact(
                fmt::format("in its {}: {} ({})", one.bay.value_or("bay"), one.name, one.id.value));
    for (const Cable& piece : to.intent().cables) {
        if (!piece.path || piece.b.device != device.id) continue;
        const auto way = way_of(to.intent().cables, piece);
        if (piece.id != way.back()->id && way.front()->a.device != device.id)
            to.fact(fmt::format("at {} runs through: {}, {} to {}", piece.b.name.value_or("?"),
                                *piece.path, to.end_text(way.front()->a),
                                to.end_text(way.back()->b)));
    }
}

/// Who has a unit on a face, as a fact; what decided it.
void explain_face(Explaining& to, const Rack& rack, std::int64_t unit, Face face) {
    for (const Device& device : to.intent().devices)
        if (device.rack == rack.id && stands_in(device, unit, face)) {
            if (device.face != face)
                return to.fact(fmt::format("{}: {} too, which takes the whole depth", to_text(face),
                                           to.device_name(device.id)));
            to.fact(fmt::format("{}: {}, {}, {}U high from U{}", to_text(face),
                                to.device_name(device.id), device.device_type,
                                colo::to_text(device.height), *device.unit));
            to.lay_over(device.id.value);
            decide_place(to, device);
            if (device.role) to.rule("roles", *device.role);
            to.because_of(device.id);
            return;
        }
    to.fact(fmt::format("{}: free", to_text(face)));
}

}  // namespace

std::optional<std::pair<std::string, std::int64_t>> read_position(std::string_view text) {
    const std::size_t mark = text.rfind(":U");
    if (mark == std::string_view::npos || mark == 0) return std::nullopt;
    std::int64_t unit = 0;
    const auto [end, error] =
        std::from_chars(text.data() + mark + 2, text.data() + text.size(), unit);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return std::pair(std::string(text.substr(0, mark)), unit);
}

void explain(Explaining& to, const Rack& rack) {
    to.title(fmt::format("rack {}", rack.name));
    to.fact(fmt::format("row {} position {}, {}U, {} of {}", rack.row, rack.position, rack.units,
                        colo::to_text(rack.weight),
                        rack.max_weight ? colo::to_text(*rack.max_weight) : "no limit"));
    for (const auto& [name, feed] : rack.feeds)
        to.fact(fmt::format("feed {}: {} at most, {} with another feed lost, of {}", name,
                            colo::to_text(feed.maximum),
                            feed.failover ? colo::to_text(*feed.failover) : "nothing",
                            colo::to_text(feed.capacity)));
    for (const ReservedUnits& units : rack.reserved)
        to.fact(fmt::format("U{} to U{} are reserved: {}", units.first, units.last, units.why));
    to.lay_over("exceptions/waived/" + rack.id.value);
    to.because("racks/" + rack.id.value);
    to.derive("position", fmt::format("row {} position {}", rack.row, rack.position),
              "as the site says, or its order among the racks");
    to.derive("loads", fmt::format("of {} feeds", rack.feeds.size()), "summed up of what it holds");
    to.groups_of(rack.id);
}

void explain_position(Explaining& to, const std::string& position) {
    const auto place = read_position(position);
    const Rack* rack = place ? plan::find_by_id(to.intent().racks, place->first) : nullptr;
    if (!rack) return;
    to.title(fmt::format("unit U{} of rack {}", place->second, rack->name));
    for (const ReservedUnits& units : rack->reserved)
        if (place->second >= units.first && place->second <= units.last) {
            to.fact(fmt::format("reserved by the site definition, U{} to U{}: {}", units.first,
                                units.last, units.why));
            to.derive("reserved", fmt::format("U{} to U{}", units.first, units.last),
                      "as the site says: nothing is placed there");
            return to.because("racks/" + rack->id.value);
        }
    for (const Face face : {Face::front, Face::rear}) explain_face(to, *rack, place->second, face);
    to.drop_idle_exceptions();
    to.because("racks/" + rack->id.value);
}

void explain(Explaining& to, const Device& device) {
    const std::string& id = device.id.value;
    to.title(fmt::format("device {} ({})", device.name, id));
    to.fact(fmt::format("{}, model {}, {}", device.device_type, device.model,
                        plan::place_text(device)));
    if (device.pair) to.fact(fmt::format("one of {}", *device.pair));
    inside(to, device);
    to.lay_over(id);
    to.lay_over("exceptions/waived/" + id);
    if (device.role) to.rule("roles", *device.role);
    to.because_of(device.id);
    to.decide("number", std::to_string(device.number), {"number"},
              std::pair(AllocationKind::number, id), "a newcomer takes the lowest that is free",
              "");
    to.decide("name", device.name, {"name"}, std::nullopt, "",
              "made by the name of its role from number, rack and site");
    decide_place(to, device);
    to.decide("model", device.model, {"model"}, std::nullopt, "",
              device.role ? "its role's" : "as the site says");
    if (const Allocation* feed = to.allocated(AllocationKind::feed, id))
        to.decide("feed", feed->value, {"feeds"}, std::pair(AllocationKind::feed, id),
                  "a newcomer with one cord takes the emptier feed, or what its role says", "");
    else if (to.excepted("feeds"))
        to.decide("feeds", "", {"feeds"}, std::nullopt, "", "");
}

}  // namespace colo::tool
