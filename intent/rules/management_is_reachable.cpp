#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <unordered_set>

#include "intent/rules/contributors.h"
#include "intent/rules/rule.h"
#include "intent/rules/unreachable.h"

namespace colo::rules {

namespace {

constexpr const char* code = "unreachable-by-management";

/// Devices with an address where they are managed: in any network, where none is for management.
std::unordered_set<std::string_view> devices_with_address(const Subject& subject) {
    const auto& networks = subject.constraints.management_networks;
    std::unordered_set<std::string_view> out;
    for (const Address& address : subject.intent.addresses)
        if (networks.empty() || networks.contains(address.rule)) out.insert(address.device.value);
    return out;
}

void say_no_address(const Subject& subject, const std::vector<const Device*>& devices,
                    Diagnostics& out) {
    const Device& first = *devices.front();
    const auto& networks = subject.constraints.management_networks;
    const std::string name = fmt::format("{}", fmt::join(networks, ", "));
    Diagnostic& one =
        out.error("unreachable-by-management", subject.constraints.place("roles/" + first.rule),
                  "a managed device has no address to be managed at");
    one.object = first.id.value;
    const std::size_t more = devices.size() - 1;
    one.detail = {fmt::format(
        "{}{} {} managed as {} and {} no address{}", first.name,
        more == 0 ? ""
                  : fmt::format(" and {} {} more", with_thousands(more), people_role(first, more)),
        more == 0 ? "is" : "are", *first.platform, more == 0 ? "has" : "have",
        networks.empty() ? "" : " in " + name)};
    one.hint = networks.empty() ? "make it a member of a network, or leave out `platform`"
                                : fmt::format("make its management port a member of {} and cable "
                                              "it, or leave out `platform`",
                                              name);
}

void without_address(const Subject& subject, Diagnostics& out) {
    const auto reachable = devices_with_address(subject);
    std::map<std::string_view, std::vector<const Device*>> missing;  // by rule
    for (const Device& device : subject.intent.devices)
        if (device.platform && !reachable.contains(device.id.value))
            missing[device.rule].push_back(&device);
    for (const auto& [rule, devices] : missing) say_no_address(subject, devices, out);
}

void cut_off(const Subject& subject, const Network& network, Diagnostics& out) {
    if (network.gateways.empty() ||
        !subject.constraints.management_networks.contains(std::string(network.entry)))
        return;
    const auto led = network.led_to_gateway();
    std::vector<const NetworkEnd*> ends;
    for (const NetworkEnd& end : network.ends)
        if (subject.intent.devices[end.device].platform && !gets_through(end, led))
            ends.push_back(&end);
    if (!ends.empty())
        say_unreachable(subject, network, led, ends, code,
                        "managed devices do not reach the management gateway", out);
}

void check(const Subject& subject, Diagnostics& out) {
    without_address(subject, out);
    for (const Network& network : subject.paths->networks()) cut_off(subject, network, out);
}

}  // namespace

Rule management_is_reachable() {
    return {"management-is-reachable",
            "a device with a platform has an address to be managed at, and its management port "
            "leads to the management gateway",
            {"unreachable-by-management"},
            check};
}

}  // namespace colo::rules
