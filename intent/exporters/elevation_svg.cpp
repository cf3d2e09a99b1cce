#include <map>

#include "intent/exporters/elevation.h"
#include "intent/exporters/exporter.h"
#include "intent/exporters/svg.h"

namespace colo::exporters {

Files elevation_svg(const Export& what) {
    const Intent& intent = what.intent;
    const Places places(intent);
    const RoleMarks marks(intent);
    std::map<RackId, std::vector<const Device*>> devices;
    for (const Device& device : intent.devices)
        if (device.rack) devices[*device.rack].push_back(&device);
    Files out;
    for (const Rack& rack : intent.racks) {
        const RackView view{intent.head, what.revision, rack, devices[rack.id], places, marks};
        out.emplace(intent.head.site + "-" + rack.id.value + ".svg", svg(elevation(view)));
    }
    return out;
}

}  // namespace colo::exporters
