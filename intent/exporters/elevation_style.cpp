#include <algorithm>
#include <set>

#include "intent/exporters/elevation_parts.h"

namespace colo::exporters {

namespace {

const Colour ink{"#111111", "#f0f2f4"}, faint{"#555f69", "#a6b0ba"}, red{"#b00020", "#ff7a7a"};
const Colour paper{"#ffffff", "#14171a"}, free_edge{"#a9b2bb", "#56616c"};

Style filled(const Colour& colour) {
    Style style;
    style.fill = colour;
    return style;
}

Style text_style(const Colour& colour, bool bold, bool italic = false) {
    Style style = filled(colour);
    style.bold = bold;
    style.italic = italic;
    return style;
}

Style outlined(const Colour& colour, Micrometres width, std::vector<Micrometres> dashes = {}) {
    Style style;
    style.stroke = colour;
    style.stroke_width = width;
    style.dashes = std::move(dashes);
    return style;
}

}  // namespace

std::map<std::string, Style> elevation_styles(const RackView& view) {
    std::map<std::string, Style> styles{
        {"paper", filled(paper)},
        {"ink", filled(ink)},
        {"strong", text_style(ink, true)},
        {"faint", filled(faint)},
        {"back", text_style(faint, false, true)},
        {"alarm", text_style(red, true)},
        {"key", text_style({"#ffffff", "#ffffff"}, true)},
        {"frame", outlined(ink, mm(0.5))},
        {"rule", outlined(faint, mm(0.2))},
        {"free", outlined(free_edge, mm(0.15), {mm(0.3), mm(0.7)})},
        {"back-box", outlined(faint, mm(0.15), {mm(1.2), mm(0.6)})},
        {"hatch", outlined(faint, mm(0.12))},
        {"bar", filled({"#5b6b7a", "#8fa3b5"})},
        {"bar-over", filled(red)},
        {"bar-frame", outlined(ink, mm(0.25))},
    };
    styles["back-box"].fill = paper;
    for (const RoleMark* mark : marks_of(view)) {
        styles[mark->box_style] = mark->box;
        styles[mark->tab_style] = mark->tab;
    }
    return styles;
}

std::vector<const RoleMark*> marks_of(const RackView& view) {
    std::map<std::string, const RoleMark*> by_name;
    const RoleMark* without = nullptr;
    for (const Device* device : view.devices) {
        const RoleMark& mark = view.marks.of(*device);
        if (device->role)
            by_name[mark.name] = &mark;
        else
            without = &mark;
    }
    std::vector<const RoleMark*> out;
    for (const auto& [name, mark] : by_name) out.push_back(mark);
    if (without) out.push_back(without);
    return out;
}

Text fitted(Text text, Micrometres width, Weight weight) {
    text.content = shortened(text.content, text.size, width, weight);
    return text;
}

Rect free_box(Box box) { return {box.inset(mm(0.45)), "free"}; }

Shapes back_of_device(Box box, Micrometres tab_width) {
    Lines hatch{{}, "hatch"};
    const Box tab{box.x, box.y, tab_width, box.height};
    constexpr Micrometres step = mm(1.2);
    for (Micrometres at = step; at < tab.width + tab.height; at += step) {
        const Point low{tab.x + std::max<Micrometres>(0, at - tab.height),
                        tab.y + std::min(at, tab.height)};
        const Point high{tab.x + std::min(at, tab.width),
                         tab.y + std::max<Micrometres>(0, at - tab.width)};
        hatch.from_to.emplace_back(low, high);
    }
    return {{Rect{box, "back-box"}}, {std::move(hatch)}};
}

Shapes role_tab(const RoleMark& mark, Box box) {
    const Micrometres size = std::min({mm(2.6), box.height * 75 / 100, box.width * 70 / 100});
    Text key{{box.x + box.width / 2, baseline(box.middle(), size)},
             size,
             mark.key,
             "key",
             Anchor::middle};
    return {{Rect{box, mark.tab_style}}, {fitted(std::move(key), box.width, Weight::bold)}};
}

}  // namespace colo::exporters
