// Texts of cabling pictures: whole on several lines, ranges of labels, and what a pointer shows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intent/exporters/cable_ends.h"
#include "intent/exporters/text.h"

namespace colo::exporters::cabling {

/// The text in lines no wider than `width`, broken after a space or else a sign where there is
/// one, and anywhere where not; pieces of `text`, without the spaces it was broken at. A line has
/// one character at least; an empty text has no line.
std::vector<std::string_view> wrapped(std::string_view text, std::int64_t size, std::int64_t width,
                                      Weight weight = Weight::regular);

/// The same, no more lines than `most`: the last then ends in an ellipsis.
std::vector<std::string> wrapped_at_most(std::size_t most, std::string_view text, std::int64_t size,
                                         std::int64_t width, Weight weight = Weight::regular);

/// `C-0101 ... C-0112, C-0200`: labels in natural order, runs of three or more as their ends.
std::string label_ranges(std::vector<std::string> labels);

/// `10 m`; `5-10 m` for several lengths.
std::string length_range(const std::vector<const Cable*>& cables);

/// The port as its own device has it: `Ethernet7`, `Port 3 rear`.
std::string port_text(const CableEndPlace& place);

/// All about a cable in a line: label, both ends in full, kind, medium, length, colour.
std::string cable_title(const Cable& cable, const CableEndPlace& a, const CableEndPlace& b);

}  // namespace colo::exporters::cabling
