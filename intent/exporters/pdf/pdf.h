// Drawings as one PDF. This folder alone includes cairo and pango.
#pragma once

#include <string>
#include <vector>

#include "intent/base/result.h"
#include "intent/exporters/drawing.h"

namespace colo::exporters {

/// What a PDF says about itself.
struct PdfHead {
    std::string title;
    /// ISO 8601 in UTC. A given time rather than the clock's: the same pages give the same bytes.
    std::string created = "1970-01-01T00:00:00Z";
};

/// One page for each drawing, as large as the drawing, in the colours for light paper; one empty
/// page of A4 where there is none. A bookmark stands wherever a drawing's title differs from the
/// one before. Every text can be selected and searched for; what the font (DejaVu Sans) has no
/// letters for is set in other fonts of the machine. A text never runs wider than `text_width`
/// says, but is condensed. A shape without a known style is filled with black, as in SVG.
/// Fails with `pdf-failed` where cairo does (no memory, no font).
Result<std::string> pdf(const std::vector<Drawing>& pages, const PdfHead& head);

}  // namespace colo::exporters
