#include "intent/exporters/exporter.h"

#include <algorithm>

namespace colo::exporters {

namespace {

Files cable_file(const Export& what) {
    return {{what.intent.head.site + "-cables.csv", cable_csv(what)}};
}

Files device_file(const Export& what) {
    return {{what.intent.head.site + "-devices.csv", device_csv(what)}};
}

Files intent_file(const Export& what) {
    return {{what.intent.head.site + "-intent.json", intent_json(what)}};
}

}  // namespace

const std::vector<Exporter>& all_exporters() {
    static const std::vector<Exporter> all{
        {"cable-csv", "the cable schedule as CSV, one line a cable", false, cable_file},
        {"cabling-svg", "how each rack is cabled, and the site between its racks, as SVG", true,
         cabling_svg},
        {"device-csv", "the list of devices as CSV", false, device_file},
        {"elevation-svg", "the elevation of each rack, front and rear, as SVG", true,
         elevation_svg},
        {"intent-json", "the whole intent as colo-intent/1 JSON", false, intent_file},
    };
    return all;
}

const Exporter* find_exporter(std::string_view name) {
    const auto& all = all_exporters();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Exporter& one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace colo::exporters
