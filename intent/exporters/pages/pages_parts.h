// What the printed pages are composed of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intent/exporters/drawing.h"
#include "intent/exporters/sheet/options.h"
#include "intent/exporters/text.h"

namespace colo::sheets {

using exporters::Box;
using exporters::Drawing;
using exporters::Micrometres;
using exporters::mm;
using exporters::Point;
using exporters::Shape;
using exporters::Weight;

inline constexpr Micrometres page_margin = mm(10), footer_height = mm(6);

/// The outside of a sheet of paper.
Box paper_box(Paper paper, bool landscape);
/// What a page may fill: within the margins and above the footer.
Box page_body(Paper paper, bool landscape);

/// An empty page with the styles `ink`, `strong` (bold), `faint`, `rule` and `thick` (lines),
/// `header` and `band` (grey areas), and `box` (to be filled in).
Drawing empty_page(Paper paper, bool landscape, std::string title);

/// How wide a text is in thousandths of its font's size.
inline std::int64_t ems(std::string_view text, Weight weight = Weight::regular) {
    return exporters::text_width(text, 1000, weight);
}
/// The room there is in thousandths of a font's size.
constexpr std::int64_t ems_in(Micrometres width, Micrometres size) { return width * 1000 / size; }

/// From one line's baseline to the next one's.
constexpr Micrometres line_step(Micrometres size) { return size * 13 / 10; }

/// The text in lines of at most `room` thousandths of the font's size: broken at newlines and
/// spaces, and inside a word only where it alone is too wide, then preferably after one of - / : .
/// , _ and never between a letter and its accent. No line: an empty text. Only spaces at breaks
/// are left out. One letter that is wider than the room stands alone.
std::vector<std::string> wrapped(std::string_view text, std::int64_t room,
                                 Weight weight = Weight::regular);

/// The widest of the text's words in thousandths of the font's size.
std::int64_t widest_word(std::string_view text, Weight weight = Weight::regular);

/// Room given out between what each must have and what each would like: the small wishes are met
/// first, the others get the same each. Where even the musts do not fit, each gets its share.
std::vector<Micrometres> shared_out(const std::vector<Micrometres>& musts,
                                    const std::vector<Micrometres>& wishes, Micrometres room);

}  // namespace colo::sheets
