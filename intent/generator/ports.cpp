#include "intent/generator/ports.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "intent/base/suggestion.h"

namespace colo::generator {

namespace {

std::int64_t key(int device, int port) {
    return static_cast<std::int64_t>(device) << 20 | static_cast<std::int64_t>(port);
}

}  // namespace

PortRef port_behind(const Workbench& bench, const PortRef& port) {
    const auto& ports = bench.devices[at(port.device)].hardware->ports;
    const PortSpec& spec = ports[at(port.port)];
    for (std::size_t i = 0; i < ports.size(); ++i) {
        const bool is_behind =
            spec.table == PortTable::front_port
                ? ports[i].table == PortTable::rear_port && ports[i].name == spec.behind
                : spec.table == PortTable::rear_port && ports[i].table == PortTable::front_port &&
                      ports[i].behind == spec.name;
        if (is_behind) return {port.device, static_cast<int>(i)};
    }
    return {};
}

EarlierPorts::EarlierPorts(const Workbench& bench) {
    const auto note = [&](const PortRef& port, std::string_view owner) {
        if (port.known()) owners_.emplace(key(port.device, port.port), owner);
    };
    for (const AllocationKind kind : {AllocationKind::from, AllocationKind::to})
        for (const auto& [cable, text] : bench.ledger.all_earlier(kind))
            if (const auto port = read_port_place(bench, *text)) note(*port, cable);
    for (const auto& [way, text] : bench.ledger.all_earlier(AllocationKind::via))
        for (const std::string_view place : port_places(*text))
            if (const auto port = read_port_place(bench, place)) {
                note(*port, way);
                note(port_behind(bench, *port), way);
            }
}

std::string_view EarlierPorts::owner(const PortRef& port) const {
    const auto found = owners_.find(key(port.device, port.port));
    return found == owners_.end() ? std::string_view() : found->second;
}

PortBook::PortBook(Workbench& bench) : bench_(bench) {
    if (!bench.earlier_ports) bench.earlier_ports = std::make_shared<const EarlierPorts>(bench);
}

bool PortBook::is_free_for(const PortRef& port, std::string_view cable) const {
    if (is_taken(port)) return false;
    const std::string_view owner = bench_.earlier_ports->owner(port);
    return owner.empty() || owner == cable;
}

std::optional<PortRef> read_port_place(const Workbench& bench, std::string_view text) {
    const std::size_t colon = text.find(':');
    const std::size_t slash = text.rfind('/');
    if (colon == std::string::npos || slash == std::string::npos || slash < colon)
        return std::nullopt;
    const auto device = bench.device_index.find(std::string(text.substr(0, colon)));
    if (device == bench.device_index.end()) return std::nullopt;
    const auto& groups = bench.devices[at(device->second)].hardware->groups;
    const auto group = groups.find(std::string(text.substr(colon + 1, slash - colon - 1)));
    if (group == groups.end()) return std::nullopt;
    std::size_t place = 0;
    std::from_chars(text.data() + slash + 1, text.data() + text.size(), place);
    if (place < 1 || place > group->second.size()) return std::nullopt;
    return PortRef{device->second, group->second[place - 1]};
}

std::optional<PortRef> find_port(Workbench& bench, const definition::At<std::string>& text) {
    const std::size_t colon = text->find(':');
    const auto device = bench.device_index.find(text->substr(0, colon));
    if (device == bench.device_index.end()) {
        std::vector<std::string> all;
        constexpr int told_what_is_near = 20;  // each looks at all devices
        if (bench.out.errors() < told_what_is_near)
            for (const WorkDevice& one : bench.devices) all.push_back(one.id);
        bench.out
            .error("unknown-port", text.at,
                   fmt::format("the site has no device {}", text->substr(0, colon)))
            .hint = suggestion(text->substr(0, colon), all);
        return std::nullopt;
    }
    const std::string wanted = colon == std::string::npos ? "" : text->substr(colon + 1);
    const Hardware& hardware = *bench.devices[at(device->second)].hardware;
    std::vector<std::string> all;
    for (std::size_t i = 0; i < hardware.ports.size(); ++i) {
        const PortRef port{device->second, static_cast<int>(i)};
        const std::string id = bench.port_id(port).value;
        if (id == *text) return port;
        all.push_back(id.substr(id.find(':') + 1));
    }
    bench.out
        .error("unknown-port", text.at,
               wanted.empty() ? fmt::format("{} names no port", *text)
                              : fmt::format("{} has no port {}", hardware.device_type, wanted))
        .hint = wanted.empty() ? "write it as DEVICE:PORT" : suggestion(wanted, all);
    return std::nullopt;
}

std::optional<Selection::GroupPort>
PortBook::lowest_free(const std::vector<Selection::GroupPort>& ports, int device,
                      const std::string& cable, std::optional<Speed> speed) const {
    std::optional<Selection::GroupPort> best;
    int best_merit =
        0;  // 3: no neighbours to mind, or they run at this speed; 2: all free; 1: mixed
    for (const auto& port : ports) {
        if (!is_free_for({device, port.port}, cable)) continue;
        int merit = 3;
        if (const int block = block_of(device, port.port); block != none && speed) {
            const auto runs = speed_of_block_.find({device, block});
            merit = runs == speed_of_block_.end() ? 2 : runs->second == *speed ? 3 : 1;
        }
        if (merit == 3) return port;
        if (merit > best_merit) best = port, best_merit = merit;
    }
    return best;
}

int PortBook::block_of(int device, int port) const {
    const auto& blocks = bench_.devices[at(device)].hardware->same_speed;
    for (std::size_t block = 0; block < blocks.size(); ++block)
        if (std::find(blocks[block].begin(), blocks[block].end(), port) != blocks[block].end())
            return static_cast<int>(block);
    return none;
}

void PortBook::run_at(int device, int port, std::optional<Speed> speed) {
    if (const int block = block_of(device, port); block != none && speed)
        speed_of_block_.emplace(std::pair(device, block), *speed);
}

std::size_t PortBook::count_freed(const std::vector<Selection::GroupPort>& ports,
                                  int device) const {
    return static_cast<std::size_t>(
        std::count_if(ports.begin(), ports.end(), [&](const auto& port) {
            return !is_taken(device, port.port) &&
                   !bench_.earlier_ports->owner({device, port.port}).empty();
        }));
}

std::size_t PortBook::count_free(const std::vector<Selection::GroupPort>& ports, int device,
                                 const std::string& cable_prefix) const {
    std::size_t free = 0;
    for (const auto& port : ports) {
        if (is_taken(device, port.port)) continue;
        const std::string_view had = bench_.earlier_ports->owner({device, port.port});
        if (had.empty() || had.starts_with(cable_prefix)) ++free;
    }
    return free;
}

}  // namespace colo::generator
