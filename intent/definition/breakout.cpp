#include "intent/definition/breakout.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "intent/base/suggestion.h"

namespace colo::definition {

namespace {

std::string lane_name(std::string port, std::string suffix, std::int64_t lane) {
    if (port.ends_with("/1")) port.resize(port.size() - 2);
    const std::string_view mark = "{lane}";
    if (const std::size_t at = suffix.find(mark); at != std::string::npos)
        suffix.replace(at, mark.size(), std::to_string(lane));
    return port + suffix;
}

/// The interfaces that lists name, by index; what is none is said.
std::vector<int> interfaces_of(const Hardware& hardware, const std::vector<At<std::string>>& lists,
                               Diagnostics& out) {
    std::vector<int> found;
    for (const At<std::string>& list : lists) {
        const NameList names = expand_names(*list);
        if (!names.error.empty()) out.error("bad-range", list.at, names.error);
        for (const std::string& name : names.names) {
            const auto port = std::find_if(
                hardware.ports.begin(), hardware.ports.end(), [&](const PortSpec& spec) {
                    return spec.table == PortTable::interface && spec.name == name;
                });
            if (port != hardware.ports.end()) {
                found.push_back(static_cast<int>(port - hardware.ports.begin()));
                continue;
            }
            std::vector<std::string> all;
            for (const PortSpec& spec : hardware.ports)
                if (spec.table == PortTable::interface) all.push_back(spec.name);
            out.error("unknown-port", list.at,
                      fmt::format("{} has no interface {}", hardware.device_type, name))
                .hint = suggestion(name, all);
            break;
        }
    }
    return found;
}

}  // namespace

void break_out(Hardware& hardware, const ModelEntry& entry, Diagnostics& out) {
    for (const auto& [group, breakout] : entry.breakout) {
        if (!lanes_of_port.holds(breakout.lanes) || breakout.ports.empty()) {
            out.error(
                "out-of-range", breakout.at,
                fmt::format("breakout {} has {} lanes of {}; it takes {} to {} lanes of a port",
                            group, breakout.lanes, count_of(breakout.ports.size(), "list"),
                            lanes_of_port.least, lanes_of_port.most));
            continue;
        }
        if (breakout.suffix.find("{lane}") == std::string::npos) {
            out.error("bad-template", breakout.at,
                      fmt::format("the lanes of {} would have one name", group))
                .hint = "write {lane} in the suffix: \"/{lane}\"";
            continue;
        }
        std::vector<int>& lanes = hardware.groups[group];
        for (const int port : interfaces_of(hardware, breakout.ports, out)) {
            const PortSpec whole = hardware.ports[static_cast<std::size_t>(port)];
            if (!whole.broken_out.empty()) {
                out.error("port-twice", breakout.at,
                          fmt::format("port {} of {} is broken out twice", whole.broken_out,
                                      hardware.model));
                continue;
            }
            for (std::int64_t number = 1; number <= breakout.lanes; ++number) {
                PortSpec lane = whole;
                lane.name = lane_name(whole.name, breakout.suffix, number);
                lane.speed = breakout.speed;
                lane.broken_out = whole.name;
                lane.lanes = static_cast<int>(breakout.lanes);
                lanes.push_back(number == 1 ? port : static_cast<int>(hardware.ports.size()));
                if (number == 1)
                    hardware.ports[static_cast<std::size_t>(port)] = std::move(lane);
                else
                    hardware.ports.push_back(std::move(lane));
            }
        }
    }
}

void check_whole(const Hardware& hardware, const ModelEntry& entry, Diagnostics& out) {
    for (const auto& [group, lists] : entry.ports) {
        const auto members = hardware.groups.find(group);
        if (lists.empty() || members == hardware.groups.end()) continue;
        if (entry.breakout.contains(group)) {
            out.error("port-twice", lists.front().at,
                      fmt::format("port group {} of {} stands under ports and under breakout",
                                  group, hardware.model));
            continue;
        }
        for (const int port : members->second) {
            const PortSpec& spec = hardware.ports[static_cast<std::size_t>(port)];
            if (spec.broken_out.empty()) continue;
            out.error("port-twice", lists.front().at,
                      fmt::format("port {} of {} is broken out, and whole in group {}",
                                  spec.broken_out, hardware.model, group))
                .hint = "take it out of the group, or out of breakout";
            break;
        }
    }
}

void group_by_speed(Hardware& hardware, const ModelEntry& entry, Diagnostics& out) {
    std::set<int> grouped;
    for (const SameSpeed& same : entry.same_speed) {
        if (!lanes_of_port.holds(same.each)) {
            out.error("out-of-range", same.at,
                      fmt::format("each is {}; it is {} to {}", same.each, lanes_of_port.least,
                                  lanes_of_port.most));
            continue;
        }
        const std::vector<int> ports = interfaces_of(hardware, same.ports, out);
        for (const int port : ports)
            if (!grouped.insert(port).second) {
                out.error("port-twice", same.at,
                          fmt::format("port {} of {} is in same-speed twice",
                                      hardware.ports[static_cast<std::size_t>(port)].name,
                                      hardware.model));
                break;
            }
        const auto each = static_cast<std::size_t>(same.each);
        if (ports.size() % each != 0)
            out.error("bad-range", same.at,
                      fmt::format("{} are not groups of {}", count_of(ports.size(), "port"), each));
        for (std::size_t first = 0; first < ports.size(); first += each)
            hardware.same_speed.emplace_back(
                ports.begin() + static_cast<std::ptrdiff_t>(first),
                ports.begin() + static_cast<std::ptrdiff_t>(std::min(first + each, ports.size())));
    }
}

}  // namespace colo::definition
