#include "intent/exporters/pages/pages_parts.h"

#include <algorithm>
#include <numeric>

namespace colo::sheets {

namespace {

using exporters::Style;

Style filled(const char* colour, bool bold = false) {
    Style style;
    style.fill = exporters::Colour{colour, colour};
    style.bold = bold;
    return style;
}

Style lined(const char* colour, Micrometres width) {
    Style style;
    style.stroke = exporters::Colour{colour, colour};
    style.stroke_width = width;
    return style;
}

Style boxed() {
    Style style = lined("#333333", mm(0.2));
    style.fill = exporters::Colour{"#ffffff", "#ffffff"};
    return style;
}

}  // namespace

Box paper_box(Paper paper, bool landscape) {
    const Micrometres width = paper == Paper::a4 ? mm(210) : mm(215.9);
    const Micrometres height = paper == Paper::a4 ? mm(297) : mm(279.4);
    return landscape ? Box{0, 0, height, width} : Box{0, 0, width, height};
}

Box page_body(Paper paper, bool landscape) {
    Box out = paper_box(paper, landscape).inset(page_margin);
    out.height -= footer_height;
    return out;
}

Drawing empty_page(Paper paper, bool landscape, std::string title) {
    const Box box = paper_box(paper, landscape);
    return {box.width,
            box.height,
            std::move(title),
            {{"ink", filled("#111111")},
             {"strong", filled("#111111", true)},
             {"faint", filled("#555f69")},
             {"rule", lined("#b4bac0", mm(0.12))},
             {"thick", lined("#111111", mm(0.35))},
             {"header", filled("#dfe3e7")},
             {"band", filled("#f3f4f6")},
             {"box", boxed()}},
            {}};
}

std::vector<Micrometres> shared_out(const std::vector<Micrometres>& musts,
                                    const std::vector<Micrometres>& wishes, Micrometres room) {
    const Micrometres must = std::accumulate(musts.begin(), musts.end(), Micrometres{0});
    std::vector<Micrometres> out = musts;
    if (must > room) {
        for (Micrometres& one : out) one = one * room / must;
        return out;
    }
    const auto missing = [&](std::size_t i) {
        return std::max<Micrometres>(wishes[i] - musts[i], 0);
    };
    std::vector<std::size_t> order(musts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return missing(a) < missing(b); });
    Micrometres left = room - must;
    auto waiting = static_cast<Micrometres>(order.size());
    for (const std::size_t i : order) {
        const Micrometres given = std::min(missing(i), left / waiting--);
        out[i] += given;
        left -= given;
    }
    return out;
}

}  // namespace colo::sheets
