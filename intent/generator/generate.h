// Turns a standard, a site definition and earlier allocations into the site's complete intent.
#pragma once

#include <optional>

#include "intent/base/diagnostic.h"
#include "intent/definition/project.h"
#include "intent/model/constraints.h"
#include "intent/model/intent.h"
#include "intent/model/renames.h"

namespace colo::generator {

struct Outcome {
    Generated generated;
    Renames renames;  ///< what `moved` called otherwise among what `earlier` knew
    Constraints constraints;
};

/// A function of its arguments alone: the same inputs and allocations give the same bytes. What is
/// kept in `earlier` and still valid stays; newcomers get the lowest free value in a stable order.
/// All errors of a step are reported together; with errors the result is empty.
std::optional<Outcome> generate(const definition::Inputs& inputs, const Allocations& earlier,
                                const Sources& sources, Diagnostics& out);

}  // namespace colo::generator
