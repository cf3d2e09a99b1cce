// Drawings as SVG 1.1: one file that stands for itself, without scripts or anything fetched.
#pragma once

#include <string>

#include "intent/exporters/drawing.h"

namespace colo::exporters {

/// The drawing in millimetres, with text as text, light or dark as the reader's screen is set and
/// always light on paper. Well-formed XML 1.0 whatever its texts hold.
std::string svg(const Drawing& drawing);

}  // namespace colo::exporters
