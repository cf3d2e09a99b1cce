// What all design rules say of the example site after one thing in it was broken.
#pragma once

#include <string>

#include "intent/rules/rule.h"
#include "tests/intent/example_intent.h"
#include "tests/intent/rules/routed.h"

namespace colo::example {

/// A site and what the rules must know of it; to be broken.
struct Case {
    explicit Case(Size of = {}) : size(of), intent(site(of).intent), limits(constraints(of)) {
        add_gateways(intent);
        add_gateways(limits);
    }

    /// All that all rules say, as the user reads it; empty when all is well.
    std::string verdict() const {
        Diagnostics out;
        rules::check_all(intent, limits, out);
        const Sources files = sources(size);
        out.sort(files);
        return to_text(out, files, false);
    }

    Size size;
    Intent intent;
    Constraints limits;
};

}  // namespace colo::example
