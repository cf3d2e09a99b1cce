// Exporters turn an intent into something that others work from. One file each.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "intent/model/intent.h"

namespace colo::exporters {

/// What is exported: an intent and the revision it is stored as (0: not applied).
struct Export {
    const Intent& intent;
    std::int64_t revision = 0;
};

/// The files made, by name. A format that makes one file gives it the name it would have on its
/// own (`ams1-cables.csv`). Names hold identities only, so they are safe anywhere.
using Files = std::map<std::string, std::string>;

struct Exporter {
    std::string_view name;   ///< as `--format` takes it
    std::string_view makes;  ///< one line for the help
    bool many_files;         ///< needs a folder to write into
    Files (*run)(const Export& what);
};

/// All formats, sorted by name. The same intent and revision give the same bytes, always valid
/// UTF-8: what is not, in a text of the intent, comes out as U+FFFD.
const std::vector<Exporter>& all_exporters();

/// The format of that name; none: null.
const Exporter* find_exporter(std::string_view name);

/// A site's whole intent as colo-intent/1: one object a line, keys sorted.
std::string intent_json(const Export& what);

/// The cable schedule: one line a cable, by rack, kind and label (see `cable_csv.cpp`).
std::string cable_csv(const Export& what);

/// The list of devices: one line a device, by rack and unit.
std::string device_csv(const Export& what);

/// How each rack is cabled, `SITE-RACK-cabling.svg`, and what runs between them,
/// `SITE-cabling.svg`; further pages are `...-cabling-2.svg` and so on.
Files cabling_svg(const Export& what);

/// The elevations of all racks, `SITE-RACK.svg` each.
Files elevation_svg(const Export& what);

}  // namespace colo::exporters
