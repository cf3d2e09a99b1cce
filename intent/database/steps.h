// Steps that follow each other until one fails.
#pragma once

#include <optional>
#include <utility>

#include "intent/base/result.h"

namespace colo::database {

/// Calls each step in turn; each takes nothing and returns a Result. Gives the first failure.
template <class... Steps>
Result<Done> in_order(Steps&&... steps) {
    std::optional<Failure> failure;
    const auto good = [&](auto&& step) {
        const auto result = step();
        if (!result) failure = result.failure();
        return result.ok();
    };
    if ((good(steps) && ...)) return Done{};
    return *std::move(failure);
}

}  // namespace colo::database
