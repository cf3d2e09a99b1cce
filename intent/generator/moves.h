// `moved`: earlier decisions follow what is called otherwise now (language.md, section 12).
#pragma once

#include "intent/base/diagnostic.h"
#include "intent/generator/workbench.h"
#include "intent/model/renames.h"

namespace colo::generator {

/// Earlier allocations under today's identities, and the renames that met something there.
struct Carried {
    Allocations allocations;
    Renames renames;
    /// Single devices that were renamed must be there under their new names.
    std::vector<MovedDevice> devices;
};

/// Carries out what `moved` of the standard and of the site say, in this order. An entry whose
/// `from` is not in `earlier` has been carried out before, or the site never had such things; one
/// that meets neither what was nor what is now is `moved-nothing`, one whose `to` is there already,
/// or whose `from` stays, `moved-clash`.
Carried carry_over(const definition::Inputs& inputs, const Allocations& earlier,
                   const Sources& sources, Diagnostics& out);

}  // namespace colo::generator
