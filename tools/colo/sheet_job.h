// What a build sheet needs beside the intent: from the standard, the site definition, the stock.
#pragma once

#include "intent/definition/project.h"
#include "intent/exporters/sheet/job.h"
#include "tools/colo/command.h"

namespace colo::tool {

/// Fills in what only the inputs of a site know: media, part numbers, spares, the facility, how
/// sheets are made. `head` is the intent's: of a stored one, the standard's version is its own,
/// whatever the definition names by now. Where the inputs cannot be read any more, the sheet is
/// made without, and a message says so.
void fill_in_from_inputs(sheets::Job& job, const SiteHead& head, Console& console);

/// How the inputs say that sheets are made.
sheets::Options sheet_options(const definition::Inputs& inputs);

/// What the inputs say of parts.
sheets::Supplies supplies_of(const definition::Inputs& inputs);

}  // namespace colo::tool
