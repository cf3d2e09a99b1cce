#include "intent/exporters/elevation_parts.h"

namespace colo::exporters {

namespace {

constexpr Micrometres row_height = mm(5), size = mm(2.6);
constexpr Micrometres swatch = mm(4.6), swatch_height = mm(3.6), gap = mm(1.2), between = mm(4);

enum class Sign : std::uint8_t { role, back, free };
struct Item {
    Sign sign;
    const RoleMark* mark;
    std::string text;
    Point at;
};

/// The legend's items, line by line as they fit.
std::vector<Item> items_of(const RackView& view, Micrometres top) {
    std::vector<Item> items;
    for (const RoleMark* mark : marks_of(view)) items.push_back({Sign::role, mark, mark->name, {}});
    items.push_back({Sign::back, nullptr, "mounted on the other face", {}});
    items.push_back({Sign::free, nullptr, "free", {}});
    constexpr Micrometres line = Page::right - Page::margin;
    Point at{Page::margin, top};
    for (Item& item : items) {
        item.text = shortened(item.text, size, line - swatch - gap);
        const Micrometres width = swatch + gap + text_width(item.text, size);
        if (at.x + width > Page::right) at = {Page::margin, at.y + row_height};
        item.at = at;
        at.x += width + between;
    }
    return items;
}

Shapes drawn(const Item& item) {
    const Box box{item.at.x, item.at.y + (row_height - swatch_height) / 2, swatch, swatch_height};
    Shapes out;
    if (item.sign == Sign::role) out = role_tab(*item.mark, box);
    if (item.sign == Sign::back) out = back_of_device(box, box.width);
    if (item.sign == Sign::free) out.push_back({free_box(box)});
    const Micrometres y = baseline(box.middle(), size);
    out.push_back({Text{{box.right() + gap, y}, size, item.text, "ink"}});
    return out;
}

}  // namespace

Part legend(const RackView& view, Micrometres top) {
    Part out;
    for (const Item& item : items_of(view, top)) {
        Shapes shapes = drawn(item);
        std::move(shapes.begin(), shapes.end(), std::back_inserter(out.shapes));
        out.height = item.at.y + row_height - top;
    }
    return out;
}

}  // namespace colo::exporters
