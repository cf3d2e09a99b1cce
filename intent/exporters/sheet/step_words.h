// Words of the steps: parts, tools and checks.
#pragma once

#include <string>
#include <vector>

#include "intent/exporters/sheet/desk.h"

namespace colo::sheets {

/// `12 x c13-c14 0.6 m red, 2 x dac-25g 2 m`: cables as they are taken out of the box. The pieces
/// of one assembly are one.
std::string parts_of(const Desk& desk, const std::vector<const CableWork*>& cables);

/// `C-0101 ... C-0140, C-0150`: their labels, runs of numbers drawn together; in order of labels.
enum class Labels : std::uint8_t { as_they_will_be, as_they_are };
std::string labels_of(const std::vector<const CableWork*>& cables,
                      Labels which = Labels::as_they_will_be);

/// `leaf-48x25 (DCS-7050SX3-48YC8), 9.3 kg`.
std::string part_of(const Desk& desk, const Device& device);

/// `U41-42, front`; `rear posts, zero-U`; `bay Slot 2 of ams1-chassis-01, U10-19`; `no unit`.
std::string position_of(const Layout& layout, const Device& device);

/// What it takes to lift it: `two people`, `a lift` by its weight; empty for what one carries.
std::string lifting_of(const Device& device);

/// A length as the sheet's options show it: `2 m`, `6.6 ft`.
std::string length_text(const Options& options, Length length);

/// Names in natural order, each once: `a, b, c`.
std::string listed(std::vector<std::string> names);

}  // namespace colo::sheets
