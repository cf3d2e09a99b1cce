#include <fmt/format.h>

#include <algorithm>

#include "intent/base/names.h"
#include "intent/exporters/elevation_parts.h"

namespace colo::exporters {

namespace {

constexpr Micrometres number_width = mm(5), strip_width = mm(7), strip_gap = mm(0.8);
constexpr Micrometres gap_of_views = mm(6), tab_width = mm(4.6), padding = mm(1.2);

void append(Shapes& out, Shapes more) {
    std::move(more.begin(), more.end(), std::back_inserter(out));
}

/// What is printed on the device: the device type without its vendor.
std::string model_of(const Device& device) {
    if (device.device_type.empty()) return device.model;
    return device.device_type.substr(device.device_type.find('/') + 1);
}

/// What is in its bays, in their order (`ams1-sled-1 | ams1-sled-2`); the model where nothing is.
std::string model_or_inside(const RackView& view, const Device& device) {
    std::vector<const Device*> inside;
    for (const Device* one : view.devices)
        if (one->parent == device.id) inside.push_back(one);
    if (inside.empty()) return model_of(device);
    std::sort(inside.begin(), inside.end(), [](const Device* a, const Device* b) {
        return natural_less(a->bay.value_or(""), b->bay.value_or(""));
    });
    std::string out;
    for (const Device* one : inside) out += (out.empty() ? "" : " | ") + one->name;
    return out;
}

/// Name, model and units in a box of one line.
Shapes one_line(const RackView& view, const Device& device, const Box& box, bool from_behind) {
    const Micrometres size = std::min(mm(2.7), box.height * 82 / 100);
    const Micrometres small = size * 85 / 100;
    const Micrometres y = baseline(box.middle(), size);
    const Micrometres units_width = text_width("U88-88", small);
    const Weight weight = from_behind ? Weight::regular : Weight::bold;
    Text name{{box.x, y}, size, device.name, from_behind ? "back" : "strong"};
    name = fitted(std::move(name), box.width - units_width - padding, weight);
    const Micrometres used = text_width(name.content, size, weight) + 2 * padding;
    const Micrometres room = box.width - units_width - padding - used;
    Text units{{box.right(), y}, small, view.places.units(device), "faint", Anchor::end};
    Text detail{{box.right() - units_width - padding, y},
                small,
                from_behind ? std::string(to_text(device.face)) + "-mounted"
                            : model_or_inside(view, device),
                from_behind ? "back" : "ink",
                Anchor::end};
    return {{std::move(name)},
            {fitted(std::move(detail), room)},
            {fitted(std::move(units), units_width)}};
}

/// The same in a box of two units and more: the model, or what is inside, under the name.
Shapes two_lines(const RackView& view, const Device& device, const Box& box) {
    constexpr Micrometres size = mm(3.2), small = mm(2.7);
    const Micrometres units_width = text_width("U88-88", small);
    const Micrometres room = box.width - units_width - padding;
    Text name{{box.x, box.middle() - mm(0.5)}, size, device.name, "strong"};
    std::string below = model_or_inside(view, device);
    const Micrometres size_below = text_width(below, small) > room ? mm(2.2) : small;
    Text model{
        {box.x, box.middle() + mm(0.8) + small * 8 / 10}, size_below, std::move(below), "ink"};
    Text units{{box.right(), baseline(box.middle(), small)},
               small,
               view.places.units(device),
               "faint",
               Anchor::end};
    return {{fitted(std::move(name), room, Weight::bold)},
            {fitted(std::move(model), room)},
            {fitted(std::move(units), units_width)}};
}

Group device_group(const RackView& view, const Seen& seen, const Box& box) {
    const Box inner = box.inset(seen.from_behind ? mm(0.35) : mm(0.15));
    const Box tab{inner.x, inner.y, tab_width, inner.height};
    const Box text{tab.right() + padding, inner.y, inner.width - tab_width - 2 * padding,
                   inner.height};
    Group out{device_title(view, *seen.device), {}};
    if (seen.from_behind) {
        out.shapes = back_of_device(inner, tab_width);
    } else {
        const RoleMark& mark = view.marks.of(*seen.device);
        out.shapes.push_back({Rect{inner, mark.box_style}});
        append(out.shapes, role_tab(mark, tab));
    }
    const bool is_tall = box.height >= mm(8) && !seen.from_behind;
    append(out.shapes, is_tall ? two_lines(view, *seen.device, text)
                               : one_line(view, *seen.device, text, seen.from_behind));
    return out;
}

/// Units that nothing of ours may take, and why.
Group reserved_group(const RackView& view, const ReservedUnits& units, const Box& box) {
    const Box inner = box.inset(mm(0.35));
    const auto [first, last] =
        std::minmax({printed_unit(view.rack, units.first, view.places.numbering()),
                     printed_unit(view.rack, units.last, view.places.numbering())});
    const std::string range =
        first == last ? fmt::format("U{}", first) : fmt::format("U{}-{}", first, last);
    Group out{fmt::format("reserved: {}\nplace: {}", units.why, range),
              back_of_device(inner, tab_width)};
    const Micrometres size = std::min(mm(2.7), inner.height * 82 / 100), small = size * 85 / 100;
    const Micrometres y = baseline(inner.middle(), size), right = inner.right() - padding;
    const Micrometres units_width = text_width("U88-88", small);
    const Micrometres x = inner.x + tab_width + padding;
    out.shapes.push_back({fitted({{x, y}, size, "reserved: " + units.why, "back"},
                                 right - units_width - padding - x)});
    out.shapes.push_back({Text{{right, y}, small, range, "faint", Anchor::end}});
    return out;
}

/// One face: unit numbers on both sides, free units, devices.
Shapes face(const RackView& view, const std::vector<Seen>& devices,
            const std::vector<bool>& is_free, const Box& bay) {
    Shapes out;
    const Micrometres unit_height = bay.height / std::max<std::int64_t>(view.rack.units, 1);
    const Micrometres size = std::min(mm(2.5), unit_height * 65 / 100);
    for (std::size_t i = 0; i < is_free.size(); ++i) {
        const auto number = static_cast<std::int64_t>(i) + 1;
        const Box unit{bay.x, bay.bottom() - number * unit_height, bay.width, unit_height};
        if (is_free[i]) out.push_back({free_box(unit)});
        for (const Micrometres x : {bay.x - number_width / 2, bay.right() + number_width / 2})
            out.push_back(
                {Text{{x, baseline(unit.middle(), size)},
                      size,
                      std::to_string(printed_unit(view.rack, number, view.places.numbering())),
                      "faint",
                      Anchor::middle}});
    }
    for (const ReservedUnits& units : reserved_units(view.rack))
        out.push_back({reserved_group(view, units,
                                      {bay.x, bay.bottom() - units.last * unit_height, bay.width,
                                       (units.last - units.first + 1) * unit_height})});
    for (const Seen& seen : devices) {
        const Micrometres top = bay.bottom() - (seen.bottom + seen.height) * unit_height / 2;
        const Box box{bay.x, top, bay.width, seen.height * unit_height / 2};
        out.push_back({device_group(view, seen, box)});
    }
    out.push_back({Rect{bay, "frame"}});
    return out;
}

/// A zero-U device beside the units: its role, its feed, and upwards what names it.
Group strip(const RackView& view, const Device& device, const Box& box) {
    const RoleMark& mark = view.marks.of(device);
    const Box tab{box.x, box.y, box.width, std::min(tab_width, box.height / 4)};
    const Micrometres feed_size = mm(4.2), size = mm(2.7);
    const Micrometres feed_height = std::min(mm(6), box.height / 4);
    Group out{device_title(view, device), {{Rect{box, mark.box_style}}}};
    append(out.shapes, role_tab(mark, tab));
    const auto feed = view.places.feed(device);
    Text letter{{box.x + box.width / 2, baseline(tab.bottom() + feed_height / 2, feed_size)},
                feed_size,
                feed.value_or(""),
                "strong",
                Anchor::middle};
    out.shapes.push_back({fitted(std::move(letter), box.width - mm(0.6), Weight::bold)});
    const std::string spot = view.places.spot(device);
    const std::string named = spot == device.name ? spot : spot + " \u00b7 " + device.name;
    Text name{{box.x + box.width / 2 + size * 36 / 100, box.bottom() - padding},
              size,
              named + " \u00b7 " + model_of(device),
              "ink",
              Anchor::start,
              Direction::upwards};
    const Micrometres room = box.bottom() - padding - tab.bottom() - feed_height - padding;
    out.shapes.push_back({fitted(std::move(name), room)});
    return out;
}

Text caption(const Box& bay, std::string content) {
    constexpr Micrometres size = mm(3.2);
    return fitted({{bay.x, bay.y - mm(2)}, size, std::move(content), "strong"}, bay.width,
                  Weight::bold);
}

}  // namespace

std::string device_title(const RackView& view, const Device& device) {
    const auto power = [](const std::optional<Power>& draw) {
        return draw ? to_text(*draw) : std::string("unknown");
    };
    const std::string units = device.unit ? view.places.units(device) : "zero-U";
    std::string out = device.name + " (" + device.id.value + ")";
    out += "\nrole: " + device.role.value_or("none (panel)");
    out += "\nmodel: " + device.model + ", " + device.device_type;
    out += "\nplace: " + view.rack.name + " " + units + ", " + std::string(to_text(device.face));
    out += ", " + std::string(to_text(device.depth)) + " depth";
    out += "\nserial: " + device.serial.value_or("not known yet");
    out += "\npower: " + power(device.typical) + " typical, " + power(device.maximum) + " maximum";
    out += "\nweight: " + (device.weight ? to_text(*device.weight) : std::string("unknown"));
    for (const Device* inside : view.devices)
        if (inside->parent == device.id)
            out += "\n" + inside->bay.value_or("inside") + ": " + inside->name + " (" +
                   inside->id.value + ")";
    return out;
}

Shapes faces(const RackView& view, const RackLayout& layout, Micrometres top,
             Micrometres unit_height) {
    const auto strips = [](const auto& side) {
        return static_cast<Micrometres>(side.size()) * (strip_width + strip_gap);
    };
    const Micrometres around =
        gap_of_views + 4 * number_width + strips(layout.left) + strips(layout.right);
    const Micrometres width = std::max((Page::right - Page::margin - around) / 2, mm(20));
    const Box front{Page::margin + number_width, top + mm(5.5), width,
                    unit_height * view.rack.units};
    Box rear = front;
    rear.x = front.right() + 2 * number_width + gap_of_views + strips(layout.left);

    Shapes out = face(view, layout.front, layout.front_free, front);
    append(out, face(view, layout.rear, layout.rear_free, rear));
    out.push_back({caption(front, "Front")});
    out.push_back({caption(rear, "Rear, seen from behind")});
    Box beside{rear.x - number_width - strip_width, rear.y, strip_width, rear.height};
    for (const Device* device : layout.left) {
        out.push_back({strip(view, *device, beside)});
        beside.x -= strip_width + strip_gap;
    }
    beside.x = rear.right() + number_width;
    for (const Device* device : layout.right) {
        out.push_back({strip(view, *device, beside)});
        beside.x += strip_width + strip_gap;
    }
    return out;
}

}  // namespace colo::exporters
