// The parts that work puts in and takes out, and what is bought on top of them.
#pragma once

#include <compare>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "intent/exporters/sheet/desk.h"

namespace colo::sheets {

enum class PartKind : std::uint8_t { device, module, transceiver, cable };
std::string_view to_text(PartKind kind);

/// What one orders: a model, a module, an optic, or a cable of a length.
struct Part {
    PartKind kind = PartKind::device;
    std::string name;    ///< model, module, optic, medium
    std::string number;  ///< the manufacturer's; empty: not known
    std::optional<Length> length;
    std::string colour;
    std::string hardware;  ///< of a device: `Vendor/Model`

    auto operator<=>(const Part&) const = default;
};

struct Amount {
    std::int64_t in = 0, out = 0;  ///< built in; taken out
    Mass weight;                   ///< of one, where it is known; else 0
    std::string medium;            ///< of an optic: the medium that asks for it; spares go by it
};

/// Fan-out cables of which pieces are there before and after: none of them is bought or comes back.
std::set<std::string> standing_assemblies(const Desk& desk);

/// By rack (empty: in none), then part.
using Parts = std::map<std::string, std::map<Part, Amount>>;
Parts parts_of_work(const Desk& desk);

/// The parts of everything that stands in an intent: what spares are reckoned from.
std::map<Part, Amount> parts_of_intent(const Desk& desk, const Layout& layout);

/// How many spares of each part the standard's rules ask for.
std::map<Part, std::int64_t> spares_of(const std::map<Part, Amount>& built_in,
                                       const std::map<std::string, SpareRule>& rules);

}  // namespace colo::sheets
