#include "intent/generator/ports.h"

#include <charconv>

namespace colo::generator {

namespace {

std::int64_t key(int device, int port) {
    return static_cast<std::int64_t>(device) << 20 | static_cast<std::int64_t>(port);
}

}  // namespace

std::string port_place_text(const std::string& device, const std::string& group, int place) {
    return device + ":" + group + "/" + std::to_string(place);
}

PortBook::PortBook(Workbench& bench) : bench_(bench) {
    for (const AllocationKind kind : {AllocationKind::from, AllocationKind::to})
        for (const auto& [cable, text] : bench.ledger.all_earlier(kind))
            if (const auto port = read(*text))
                blocked_.emplace(key(port->device, port->port), std::string(cable));
}

std::optional<PortBook::Kept> PortBook::read(const std::string& text) const {
    const std::size_t colon = text.find(':');
    const std::size_t slash = text.rfind('/');
    if (colon == std::string::npos || slash == std::string::npos || slash < colon)
        return std::nullopt;
    const auto device = bench_.device_index.find(text.substr(0, colon));
    if (device == bench_.device_index.end()) return std::nullopt;
    const auto& groups = bench_.devices[at(device->second)].hardware->groups;
    const auto group = groups.find(text.substr(colon + 1, slash - colon - 1));
    if (group == groups.end()) return std::nullopt;
    std::size_t place = 0;
    std::from_chars(text.data() + slash + 1, text.data() + text.size(), place);
    if (place < 1 || place > group->second.size()) return std::nullopt;
    return Kept{device->second, group->second[place - 1]};
}

const std::string* PortBook::holder(int device, int port) const {
    const auto found = blocked_.find(key(device, port));
    return found == blocked_.end() ? nullptr : &found->second;
}

std::optional<Selection::GroupPort>
PortBook::lowest_free(const std::vector<Selection::GroupPort>& ports, int device,
                      const std::string& cable) const {
    for (const auto& port : ports) {
        if (is_taken(device, port.port)) continue;
        const std::string* had = holder(device, port.port);
        if (!had || *had == cable) return port;
    }
    return std::nullopt;
}

std::size_t PortBook::count_free(const std::vector<Selection::GroupPort>& ports, int device,
                                 const std::string& cable_prefix) const {
    std::size_t free = 0;
    for (const auto& port : ports) {
        if (is_taken(device, port.port)) continue;
        const std::string* had = holder(device, port.port);
        if (!had || had->starts_with(cable_prefix)) ++free;
    }
    return free;
}

}  // namespace colo::generator
