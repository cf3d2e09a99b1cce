#include <array>

#include "intent/plan/plan.h"

namespace colo::plan {

std::string_view to_text(Action action) {
    constexpr std::array<std::string_view, 3> names{"add", "change", "remove"};
    return names[static_cast<std::size_t>(action)];
}

std::string_view to_text(Impact impact) {
    constexpr std::array<std::string_view, 3> names{"hands", "push", "record"};
    return names[static_cast<std::size_t>(impact)];
}

std::string_view to_text(Work work) {
    constexpr std::array<std::string_view, 7> names{"mount",  "move",  "cable", "label",
                                                    "config", "image", "record"};
    return names[static_cast<std::size_t>(work)];
}

std::string_view to_text(Loss loss) {
    constexpr std::array<std::string_view, 5> names{"service", "link", "redundancy", "feed",
                                                    "management"};
    return names[static_cast<std::size_t>(loss)];
}

}  // namespace colo::plan
