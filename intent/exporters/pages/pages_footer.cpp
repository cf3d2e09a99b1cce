#include <algorithm>

#include "intent/exporters/pages/pages.h"
#include "intent/exporters/pages/pages_parts.h"

namespace colo::sheets {

namespace {

/// As large as it may be to fit between the margins.
exporters::Text footer(std::string content, const Drawing& page) {
    const Micrometres room = page.width - 2 * page_margin;
    const std::int64_t width = std::max<std::int64_t>(ems(content), 1);
    const Micrometres size = std::min(mm(2.4), room * 1000 / width);
    const Micrometres baseline = page.height - page_margin - size * 24 / 100;
    return {{page_margin, baseline}, size, std::move(content), "sheet-footer"};
}

}  // namespace

void number_pages(std::vector<Drawing>& pages, const Cover& cover) {
    const std::string state =
        cover.site + " · " + cover.revision + " · digest " + cover.short_digest() + " · page ";
    for (std::size_t i = 0; i < pages.size(); ++i) {
        Drawing& page = pages[i];
        page.styles["sheet-footer"].fill = exporters::Colour{"#333333", "#333333"};
        page.shapes.push_back(
            {footer(state + std::to_string(i + 1) + " of " + std::to_string(pages.size()), page)});
    }
}

}  // namespace colo::sheets
