#include "intent/exporters/role_marks.h"

#include <fmt/format.h>

#include <array>
#include <set>

#include "intent/base/result.h"

namespace colo::exporters {

namespace {

struct Rgb {
    int red, green, blue;
};

// Dark enough for white letters (contrast 4.5 and more, WCAG 2.1), and none that is taken for the
// red of an alarm.
constexpr std::array<Rgb, 10> palette{{{31, 95, 168},
                                       {168, 84, 0},
                                       {43, 117, 43},
                                       {106, 63, 160},
                                       {0, 112, 116},
                                       {160, 48, 120},
                                       {104, 98, 0},
                                       {118, 72, 42},
                                       {68, 84, 106},
                                       {70, 105, 18}}};
constexpr Rgb no_role{90, 90, 90};
constexpr Rgb white{255, 255, 255}, black{20, 23, 26};

std::string hex(Rgb colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

Rgb mixed(Rgb a, Rgb b, int percent_of_a) {
    const auto mix = [&](int x, int y) {
        return (x * percent_of_a + y * (100 - percent_of_a)) / 100;
    };
    return {mix(a.red, b.red), mix(a.green, b.green), mix(a.blue, b.blue)};
}

RoleMark mark(std::string name, const std::string& key, Rgb colour) {
    RoleMark out{std::move(name), key, "box-" + key, "tab-" + key, {}, {}};
    const Colour edge{hex(colour), hex(mixed(colour, white, 75))};
    out.box.fill = Colour{hex(mixed(colour, white, 12)), hex(mixed(colour, black, 38))};
    out.box.stroke = edge;
    out.box.stroke_width = mm(0.2);
    out.tab.fill = Colour{hex(colour), hex(colour)};
    return out;
}

}  // namespace

RoleMarks::RoleMarks(const Intent& intent) {
    std::set<std::string> names;
    for (const Device& device : intent.devices)
        if (device.role) names.insert(*device.role);
    marks_.emplace(std::nullopt, mark("panel", "P", no_role));
    std::size_t number = 0;
    for (const auto& name : names) {
        const Rgb colour = palette[number++ % palette.size()];
        marks_.emplace(name, mark(name, std::to_string(number), colour));
    }
}

const RoleMark& RoleMarks::of(const Device& device) const {
    const auto found = marks_.find(device.role);
    COLO_ASSERT(found != marks_.end(), "a device of a role that the intent does not have");
    return found->second;
}

}  // namespace colo::exporters
