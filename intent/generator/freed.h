// What is said where something is exhausted that this very change frees: it is handed out only
// after the change was applied.
#pragma once

#include <fmt/format.h>

#include "intent/base/names.h"

namespace colo::generator {

/// `2 ports are freed by this change, and free once it is applied`.
inline std::string freed_text(std::size_t count, std::string_view one, std::string_view many = {}) {
    return fmt::format("{} {} freed by this change, and free once it is applied",
                       count_of(count, one, many), count == 1 ? "is" : "are");
}

/// The hint that goes with it, before what else would help.
inline constexpr std::string_view apply_first =
    "apply first what frees them, without what is new; else ";

}  // namespace colo::generator
