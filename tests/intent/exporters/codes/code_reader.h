// Codes read back from a drawing as a scanner would: from its picture.
#pragma once

#include <set>
#include <string>

#include "intent/exporters/drawing.h"

namespace colo::tests {

/// Every QR code in the drawing, printed at 300 dpi, as `zbarimg` reads it.
std::multiset<std::string> read_qr_codes(const exporters::Drawing& drawing);

/// Every Data Matrix in it, as libdmtx reads it, at most `most`.
std::multiset<std::string> read_data_matrices(const exporters::Drawing& drawing, int most = 1);

}  // namespace colo::tests
