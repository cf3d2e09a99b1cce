#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string_view>
#include <unordered_map>

#include "intent/rules/rule.h"

namespace colo::rules {

namespace {

/// What a plug meets at a port.
struct Socket {
    std::string_view type;
    std::optional<Speed> speed;
    bool power = false;
};

/// Finds what is at a port. Ports that know of a cable are looked up quickly; that a cable's port
/// does not know of it is another rule's to say, and is found in the tables.
class Sockets {
public:
    explicit Sockets(const Intent& intent) : intent_(intent) {
        cabled_.reserve(2 * intent.cables.size());
        each_table(intent, [&](const auto& table, bool power) {
            for (const auto& port : table)
                if (port.cable) cabled_.emplace(port.id.value, socket_of(port, power));
        });
    }

    std::optional<Socket> at(const CableEnd& end) const {
        if (!end.port) return std::nullopt;
        const auto found = cabled_.find(end.port->value);
        return found == cabled_.end() ? search(end.port->value) : std::optional(found->second);
    }

private:
    template <class V>
    static void each_table(const Intent& intent, V&& table) {
        table(intent.interfaces, false), table(intent.power_ports, true);
        table(intent.outlets, true), table(intent.console_ports, false);
        table(intent.console_server_ports, false), table(intent.panel_ports, false);
    }

    template <class Port>
    static Socket socket_of(const Port& port, bool power) {
        if constexpr (requires { port.speed; })
            return {port.type, port.speed, power};
        else
            return {port.type, {}, power};
    }

    std::optional<Socket> search(std::string_view id) const {
        std::optional<Socket> result;
        each_table(intent_, [&](const auto& table, bool power) {
            const auto found = std::lower_bound(
                table.begin(), table.end(), id,
                [](const auto& port, std::string_view wanted) { return port.id.value < wanted; });
            if (found != table.end() && found->id.value == id) result = socket_of(*found, power);
        });
        return result;
    }

    const Intent& intent_;
    std::unordered_map<std::string_view, Socket> cabled_;
};

/// `14` of `iec-60320-c14`; nothing for another type.
std::optional<int> iec_number(std::string_view type) {
    constexpr std::string_view head = "iec-60320-c";
    if (!type.starts_with(head)) return std::nullopt;
    type.remove_prefix(head.size());
    int number = 0;
    const auto [end, error] = std::from_chars(type.data(), type.data() + type.size(), number);
    if (error != std::errc{} || end != type.data() + type.size()) return std::nullopt;
    return number;
}

/// IEC 60320: an inlet has an even number, its connector the odd one before it. NEMA: P and R.
/// Everything else (IEC 60309 and the like) mates with its own kind.
bool mate(std::string_view inlet, std::string_view outlet) {
    const auto a = iec_number(inlet), b = iec_number(outlet);
    if (a && b) return (*a % 2 == 0 && *b == *a - 1) || (*b % 2 == 0 && *a == *b - 1);
    if (inlet.starts_with("nema-") && outlet.starts_with("nema-") && inlet.ends_with('p'))
        return outlet.ends_with('r') &&
               inlet.substr(0, inlet.size() - 1) == outlet.substr(0, outlet.size() - 1);
    return inlet == outlet;
}

bool fits(const Medium& medium, std::string_view type) {
    return std::find(medium.fits.begin(), medium.fits.end(), type) != medium.fits.end();
}

class Check {
public:
    Check(const Intent& intent, const Constraints& constraints, Diagnostics& out)
        : sockets_(intent), constraints_(constraints), out_(out) {}

    void cable(const Cable& cable) {
        const std::optional<Socket> a = sockets_.at(cable.a);
        const std::optional<Socket> b = sockets_.at(cable.b);
        if (a && b && a->power && b->power && !mate(a->type, b->type)) {
            does_not_mate(cable, *a, *b);
            return;
        }
        const auto found = constraints_.media.find(cable.media);
        if (found == constraints_.media.end()) return;
        const std::vector<std::string> faults = faults_of(cable, found->second, a, b);
        if (!faults.empty()) does_not_fit(cable, faults);
    }

private:
    static std::vector<std::string> faults_of(const Cable& cable, const Medium& medium,
                                              const std::optional<Socket>& a,
                                              const std::optional<Socket>& b) {
        std::vector<std::string> out;
        for (const auto& [socket, end] : {std::pair{a, &cable.a}, std::pair{b, &cable.b}}) {
            if (!socket) continue;
            if (!fits(medium, socket->type))
                out.push_back(fmt::format("{} is {}; {} fits {}", end->port->value, socket->type,
                                          cable.media, fmt::join(medium.fits, ", ")));
            if (medium.speed && socket->speed && *socket->speed > *medium.speed)
                out.push_back(fmt::format("{} runs at {}; {} has {}", end->port->value,
                                          to_text(*socket->speed), cable.media,
                                          to_text(*medium.speed)));
        }
        // a medium without a speed runs at the slower end's
        if (medium.speed && a && b && a->speed && b->speed && *a->speed != *b->speed)
            out.push_back(fmt::format("{} runs at {}, {} at {}", cable.a.port->value,
                                      to_text(*a->speed), cable.b.port->value, to_text(*b->speed)));
        if (medium.longest && cable.length > *medium.longest)
            out.push_back(fmt::format("it is {} long; the longest {} is {}", to_text(cable.length),
                                      cable.media, to_text(*medium.longest)));
        return out;
    }

    void does_not_fit(const Cable& cable, const std::vector<std::string>& faults) {
        Diagnostic& one =
            out_.error("media-does-not-fit", constraints_.place("cabling/" + cable.rule),
                       "a cable does not fit the ports at its ends");
        one.object = cable.id.value;
        one.detail.push_back(fmt::format("{} is a {}", cable.id.value, cable.media));
        one.detail.insert(one.detail.end(), faults.begin(), faults.end());
        if (const SourceRange medium = constraints_.place("media/" + cable.media); medium.known())
            one.notes.push_back({medium, cable.media + " is described here"});
        one.hint = hint(cable);
    }

    /// The first medium, by name, that would do.
    std::string hint(const Cable& cable) const {
        const std::optional<Socket> a = sockets_.at(cable.a);
        const std::optional<Socket> b = sockets_.at(cable.b);
        for (const auto& [name, medium] : constraints_.media)
            if (faults_of(cable, medium, a, b).empty())
                return fmt::format("{} would fit: add it to the media of {}", name, cable.rule);
        return fmt::format("no medium of the standard fits both ends of {}", cable.rule);
    }

    void does_not_mate(const Cable& cable, const Socket& a, const Socket& b) {
        Diagnostic& one =
            out_.error("inlet-does-not-mate", constraints_.place("cabling/" + cable.rule),
                       "an inlet and its outlet do not mate");
        one.object = cable.id.value;
        one.detail = {fmt::format("{} is {}, {} is {}", cable.a.port->value, a.type,
                                  cable.b.port->value, b.type)};
        one.hint = "C14 mates with C13, C20 with C19: choose a strip that has the outlet";
    }

    Sockets sockets_;
    const Constraints& constraints_;
    Diagnostics& out_;
};

void check(const Intent& intent, const Constraints& constraints, Diagnostics& out) {
    Check one(intent, constraints, out);
    for (const Cable& cable : intent.cables) one.cable(cable);
}

}  // namespace

Rule media_fit() {
    return {"media-fit",
            "a cable fits the ports at both ends by plug, speed and length",
            {"media-does-not-fit", "inlet-does-not-mate"},
            check};
}

}  // namespace colo::rules
