// Two-dimensional codes: a text as dark and light modules that a scanner or a phone reads.
#pragma once

#include <string_view>

#include "intent/base/result.h"
#include "intent/exporters/drawing.h"
#include "intent/exporters/sheet/options.h"

namespace colo::sheets {

/// How many light modules must stay around a code for it to be read (ISO/IEC 18004 for QR, ISO/IEC
/// 16022 for Data Matrix).
constexpr std::size_t quiet_zone(CodeKind kind) { return kind == CodeKind::qr ? 4 : 1; }

/// The text as a code, the smallest that holds it: a QR code with error correction M or better
/// (ISO/IEC 18004), or a square Data Matrix of ECC 200 (ISO/IEC 16022). ASCII is encoded as it is;
/// other text as UTF-8 and marked so (ECI 26); bytes that are no UTF-8 as U+FFFD. The box is empty
/// and the quiet zone is not part of it: both are the caller's. The style is `ink`.
/// Fails with `code-text` for an empty text and one that is too long: more than 2331 bytes in a QR
/// code, 1555 in a Data Matrix (more when they are digits or capitals).
Result<exporters::Code> two_dimensional_code(std::string_view text, CodeKind kind);

}  // namespace colo::sheets
