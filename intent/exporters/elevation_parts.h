// The parts that an elevation is composed of; each gives shapes at a place on the page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intent/exporters/elevation.h"
#include "intent/exporters/text.h"

namespace colo::exporters {

using Shapes = std::vector<Shape>;

/// What the page holds from side to side.
struct Page {
    static constexpr Micrometres width = mm(210), height = mm(297), margin = mm(10);
    static constexpr Micrometres right = width - margin;
};

/// A text shortened to the width there is. Bold by its style's name only: say so in `weight`.
Text fitted(Text text, Micrometres width, Weight weight = Weight::regular);

/// The baseline of a text of that size whose letters stand around the middle.
constexpr Micrometres baseline(Micrometres middle, Micrometres size) {
    return middle + size * 36 / 100;
}

/// Both faces, with their captions, from `top` down.
Shapes faces(const RackView& view, const RackLayout& layout, Micrometres top,
             Micrometres unit_height);
/// How much higher than its units `faces` is: captions and frames.
inline constexpr Micrometres faces_extra = mm(7);

/// A part that is as high as what it holds.
struct Part {
    Shapes shapes;
    Micrometres height = 0;
};

/// What the colours, keys and hatches mean: the roles of this rack.
Part legend(const RackView& view, Micrometres top);

/// Free units, weight and power, each against what there is.
Part sums(const RackView& view, const RackLayout& layout, Micrometres top);

/// One unit of a legend or a bay that is free, or taken by the back of a device.
Rect free_box(Box box);
Shapes back_of_device(Box box, Micrometres tab_width);
Shapes role_tab(const RoleMark& mark, Box box);

/// What is shown where a reader points at a device.
std::string device_title(const RackView& view, const Device& device);

/// Every style that these parts name, and those of the roles in the rack.
std::map<std::string, Style> elevation_styles(const RackView& view);

/// The marks of the roles in the rack, in the order of their names, what has none last.
std::vector<const RoleMark*> marks_of(const RackView& view);

}  // namespace colo::exporters
