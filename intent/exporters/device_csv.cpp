#include <algorithm>

#include "intent/base/names.h"
#include "intent/exporters/csv.h"
#include "intent/exporters/exporter.h"
#include "intent/exporters/places.h"

namespace colo::exporters {

namespace {

// `u` is the lowest unit, `top_u` the topmost, by which labels and the cable schedule name a
// device. Draws are of the whole device, in watts.
const std::vector<std::string_view> header{
    "device_id", "name",      "role",      "model",    "device_type", "platform", "site",
    "rack",      "u",         "top_u",     "height_u", "face",        "depth",    "feed",
    "weight_kg", "typical_w", "maximum_w", "serial",   "parent",      "bay"};

struct Line {
    const Device* device;
    const Rack* rack;  // none: null
};

/// By rack, from the bottom up, what has no unit last; then what is in no rack.
bool comes_before(const Line& a, const Line& b) {
    if (!a.rack != !b.rack) return a.rack != nullptr;
    if (a.rack != b.rack && a.rack->name != b.rack->name)
        return natural_less(a.rack->name, b.rack->name);
    const Device &x = *a.device, &y = *b.device;
    if (x.unit.has_value() != y.unit.has_value()) return x.unit.has_value();
    if (x.unit != y.unit) return x.unit < y.unit;
    if (x.face != y.face) return x.face < y.face;
    return natural_less(x.id.value, y.id.value);
}

template <class Q>
std::optional<std::int64_t> value_of(const std::optional<Q>& quantity) {
    return quantity ? std::optional(quantity->value) : std::nullopt;
}

void add_line(CsvText& csv, const Line& line, const Places& places, const std::string& site) {
    const Device& device = *line.device;
    csv.cell(device.id.value).cell(device.name).cell(device.role).cell(device.model);
    csv.cell(device.device_type).cell(device.platform).cell(site);
    csv.cell(line.rack ? line.rack->name : "").cell(device.unit).cell(places.top_unit(device));
    csv.cell(to_text(device.height)).cell(to_text(device.face));
    csv.cell(to_text(device.depth)).cell(places.feed(device));
    csv.thousandths(value_of(device.weight)).thousandths(value_of(device.typical));
    csv.thousandths(value_of(device.maximum)).cell(device.serial);
    csv.cell(device.parent ? device.parent->value : "").cell(device.bay);
    csv.end_line();
}

}  // namespace

std::string device_csv(const Export& what) {
    const Places places(what.intent);
    std::vector<Line> lines;
    lines.reserve(what.intent.devices.size());
    for (const Device& device : what.intent.devices)
        lines.push_back({&device, places.rack(device)});
    std::sort(lines.begin(), lines.end(), comes_before);
    CsvText csv(header);
    for (const Line& line : lines) add_line(csv, line, places, what.intent.head.site);
    return csv.take();
}

}  // namespace colo::exporters
