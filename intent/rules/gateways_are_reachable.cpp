#include <fmt/format.h>

#include <unordered_set>

#include "intent/rules/rule.h"
#include "intent/rules/unreachable.h"

namespace colo::rules {

namespace {

/// Prefixes whose gateway's address some device has.
std::unordered_set<std::string_view> prefixes_with_gateway(const Intent& intent) {
    FlatMap<std::string_view, const IpAddress*> gateways;
    for (const Prefix& prefix : intent.prefixes)
        if (prefix.gateway) gateways.try_emplace(prefix.id.value, &*prefix.gateway);
    std::unordered_set<std::string_view> out;
    for (const Address& address : intent.addresses)
        if (const auto found = gateways.find(address.prefix.value);
            found != gateways.end() && *found.value() == address.address.address)
            out.insert(address.prefix.value);
    return out;
}

void missing(const Subject& subject, Diagnostics& out) {
    const auto held = prefixes_with_gateway(subject.intent);
    for (const Prefix& prefix : subject.intent.prefixes) {
        const bool wanted =
            prefix.gateway || subject.constraints.gateway_networks.contains(prefix.rule);
        if (!wanted || held.contains(prefix.id.value)) continue;
        Diagnostic& one =
            out.error("gateway-missing", subject.constraints.place("networks/" + prefix.rule),
                      "a network has no gateway");
        one.object = prefix.id.value;
        one.detail = {prefix.gateway ? fmt::format("no device has {}, the gateway of {} {}",
                                                   to_text(*prefix.gateway), prefix.id.value,
                                                   to_text(prefix.prefix))
                                     : fmt::format("{} {} has no gateway's address",
                                                   prefix.id.value, to_text(prefix.prefix))};
        one.hint = fmt::format("see that `gateway: on` of {} selects a device, or say `kind: none`",
                               prefix.rule);
    }
}

/// Devices that are managed in this network are for management_is_reachable to judge.
void unreachable(const Subject& subject, const Network& network, Diagnostics& out) {
    if (network.gateways.empty()) return;  // missing
    const bool management =
        subject.constraints.management_networks.contains(std::string(network.entry));
    const auto led = network.led_to_gateway();
    std::vector<const NetworkEnd*> ends;
    for (const NetworkEnd& end : network.ends)
        if (!gets_through(end, led) && !(management && subject.intent.devices[end.device].platform))
            ends.push_back(&end);
    if (!ends.empty())
        say_unreachable(subject, network, led, ends, "gateway-unreachable",
                        "members of a network do not reach its gateway", out);
}

void check(const Subject& subject, Diagnostics& out) {
    missing(subject, out);
    for (const Network& network : subject.paths->networks()) unreachable(subject, network, out);
}

}  // namespace

Rule gateways_are_reachable() {
    return {"gateways-are-reachable",
            "a network that wants a gateway has one, and each member reaches it over cables that "
            "carry the network",
            {"gateway-missing", "gateway-unreachable"},
            check};
}

}  // namespace colo::rules
