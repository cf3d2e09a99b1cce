// Texts as outputs need them: no wider than there is room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "intent/base/utf8.h"

namespace colo::exporters {

enum class Weight : std::uint8_t { regular, bold };

/// How wide the text runs at a font size, in the unit of `size`: an estimate from above, by the
/// widths of DejaVu Sans, the widest of the usual sans-serif fonts.
std::int64_t text_width(std::string_view text, std::int64_t size, Weight weight = Weight::regular);

/// The text, or as much of its beginning as fits into `width` with an ellipsis; empty when not
/// even a letter and the ellipsis fit.
std::string shortened(std::string_view text, std::int64_t size, std::int64_t width,
                      Weight weight = Weight::regular);

}  // namespace colo::exporters
