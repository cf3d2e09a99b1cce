#include "intent/rules/subject.h"

#include <algorithm>
#include <limits>

#include "intent/rules/network_paths.h"

namespace colo::rules {

namespace {

constexpr std::uint32_t no_port = std::numeric_limits<std::uint32_t>::max();

/// Visits the six tables of ports with whether they are of power.
template <class Visit>
void each_table(const Intent& intent, Visit&& visit) {
    visit(intent.interfaces, false), visit(intent.power_ports, true);
    visit(intent.outlets, true), visit(intent.console_ports, false);
    visit(intent.console_server_ports, false), visit(intent.panel_ports, false);
}

template <class Port>
Socket socket_of(const Port& port, bool power) {
    if constexpr (requires { port.speed; })
        return {port.type, port.speed, power};
    else
        return {port.type, {}, power};
}

/// The port with this id in a table sorted by id; null where there is none.
template <class Port>
const Port* find(const std::vector<Port>& table, std::string_view id) {
    const auto found = std::lower_bound(
        table.begin(), table.end(), id,
        [](const Port& port, std::string_view wanted) { return port.id.value < wanted; });
    return found != table.end() && found->id.value == id ? &*found : nullptr;
}

/// For the port that does not know of its cable; that it does not is another rule's to say.
std::optional<Socket> search(const Intent& intent, std::string_view id) {
    std::optional<Socket> result;
    each_table(intent, [&](const auto& table, bool power) {
        if (const auto* found = find(table, id)) result = socket_of(*found, power);
    });
    return result;
}

}  // namespace

CabledPorts::CabledPorts(const Intent& intent) {
    numbers_.reserve(2 * intent.cables.size());
    ids_.reserve(2 * intent.cables.size());
    ends_.reserve(intent.cables.size());
    const auto number_of = [&](const CableEnd& end) {
        if (!end.port) return no_port;
        const auto [entry, is_new] =
            numbers_.try_emplace(end.port->value, static_cast<std::uint32_t>(ids_.size()));
        if (is_new) ids_.push_back(entry.key());
        return entry.value();
    };
    for (const Cable& cable : intent.cables) {
        const std::uint32_t a = number_of(cable.a);
        ends_.push_back({a, number_of(cable.b)});
    }
    fill_sockets(intent);
}

void CabledPorts::fill_sockets(const Intent& intent) {
    sockets_.resize(ids_.size());
    interfaces_.resize(ids_.size(), nullptr);
    each_table(intent, [&](const auto& table, bool power) {
        for (const auto& port : table) {
            if (!port.cable) continue;
            const auto found = numbers_.find(port.id.value);
            if (found == numbers_.end()) continue;
            sockets_[found.value()] = socket_of(port, power);
            if constexpr (std::is_same_v<std::decay_t<decltype(port)>, Interface>)
                interfaces_[found.value()] = &port;
        }
    });
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        if (sockets_[i]) continue;
        sockets_[i] = search(intent, ids_[i]);
        interfaces_[i] = find(intent.interfaces, ids_[i]);
    }
}

std::array<std::optional<std::size_t>, 2> CabledPorts::ends(std::size_t cable) const {
    std::array<std::optional<std::size_t>, 2> out;
    for (std::size_t end = 0; end < 2; ++end)
        if (ends_[cable][end] != no_port) out[end] = ends_[cable][end];
    return out;
}

bool CabledPorts::contains(const PortId& port) const {
    return numbers_.find(port.value) != numbers_.end();
}

Subject::Subject(const Intent& of, const Constraints& under)
    : intent(of),
      constraints(under),
      ports(of),
      paths(std::make_unique<const NetworkPaths>(intent, constraints, ports)) {}

Subject::~Subject() = default;

}  // namespace colo::rules
