// How a site wants its sheets: options of the standard, laid over by those of the facility.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace colo::sheets {

enum class Paper : std::uint8_t { a4, letter };
enum class LengthUnit : std::uint8_t { metres, feet };
enum class UnitsFrom : std::uint8_t { bottom, top };
enum class NamedBy : std::uint8_t { top, bottom };
enum class CodeKind : std::uint8_t { qr, data_matrix };

struct Options {
    Paper paper = Paper::a4;
    LengthUnit lengths = LengthUnit::metres;     ///< on paper; files for programs are metric
    UnitsFrom units_from = UnitsFrom::bottom;    ///< where U1 is
    NamedBy device_named_by = NamedBy::top;      ///< which of its units names a device
    CodeKind codes = CodeKind::qr;               ///< on labels
    std::map<std::string, std::string> colours;  ///< kind of cable to `#rrggbb`; else ours

    bool operator==(const Options&) const = default;
};

}  // namespace colo::sheets
