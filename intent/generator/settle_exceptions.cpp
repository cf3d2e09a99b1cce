// The exceptions as they stand in the intent, what they waive, and those that met nothing.
#include "intent/generator/steps.h"

namespace colo::generator {

namespace {

template <class Map>
void add_names(const Map& map, std::vector<std::string>& out) {
    for (const auto& [name, entry] : map) out.push_back(name);
}

std::vector<std::string> known_names(const Workbench& bench) {
    std::vector<std::string> known;
    for (const WorkDevice& device : bench.devices) known.push_back(device.id);
    add_names(bench.inputs.standard.roles, known);
    add_names(bench.inputs.standard.cabling, known);
    add_names(bench.inputs.standard.networks, known);
    add_names(bench.inputs.site.racks, known);
    add_names(bench.inputs.site.circuits, known);
    return known;
}

}  // namespace

void settle_exceptions(Workbench& bench) {
    std::vector<DeviceFacts> devices;
    for (const WorkDevice& device : bench.devices)
        if (!device.is_panel()) devices.push_back(bench.facts(device));
    bench.constraints.waivers = bench.exceptions.waivers(devices);
    bench.exceptions.settle(known_names(bench));
    for (const definition::ExceptionEntry& one : bench.inputs.site.exceptions)
        bench.intent.exceptions.push_back({one.on_text, one.set_text, one.reason,
                                           one.until ? std::optional(**one.until) : std::nullopt});
}

}  // namespace colo::generator
