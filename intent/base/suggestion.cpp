#include "intent/base/suggestion.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "intent/base/names.h"

namespace colo {

std::string suggestion(std::string_view name, const std::vector<std::string>& candidates) {
    constexpr std::size_t short_list = 20;
    if (const auto near = nearest_name(name, candidates))
        return fmt::format("did you mean {}?", *near);
    if (candidates.empty() || candidates.size() > short_list) return {};
    return fmt::format("there is {}", fmt::join(candidates, ", "));
}

}  // namespace colo
