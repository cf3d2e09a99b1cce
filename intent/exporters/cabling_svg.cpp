#include "intent/exporters/cabling/cabling.h"
#include "intent/exporters/exporter.h"
#include "intent/exporters/svg.h"

namespace colo::exporters {

Files cabling_svg(const Export& what) {
    const Intent& intent = what.intent;
    const Places places(intent);
    const CableEnds ends(intent);
    const CablingIndex index(intent, ends);
    Files out;
    const auto add = [&](const std::string& name, const std::vector<Drawing>& pages) {
        for (std::size_t i = 0; i < pages.size(); ++i)
            out.emplace(name + (i == 0 ? "" : "-" + std::to_string(i + 1)) + ".svg", svg(pages[i]));
    };
    for (const Rack& rack : intent.racks)
        add(intent.head.site + "-" + rack.id.value + "-cabling",
            rack_cabling({intent, what.revision, rack, places, ends, index, {}, {}, {}}));
    if (!intent.racks.empty())
        add(intent.head.site + "-cabling", site_cabling({intent, what.revision, ends, {}, {}, {}}));
    return out;
}

}  // namespace colo::exporters
