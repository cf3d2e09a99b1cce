// VLANs, prefixes, addresses, AS numbers and sessions.
#include <fmt/format.h>

#include "intent/plan/field_text.h"
#include "tools/colo/explain/explaining.h"

namespace colo::tool {

namespace {

/// `servers.R03` of `servers.R03/ipv4`.
std::string network_of(const std::string& prefix) { return prefix.substr(0, prefix.rfind('/')); }

}  // namespace

void explain(Explaining& to, const Vlan& vlan) {
    to.title(fmt::format("VLAN {} of {}", vlan.vid, vlan.id.value));
    to.lay_over("exceptions/networks/" + vlan.id.value);
    to.rule("networks", vlan.rule);
    to.because("site");
    to.decide("VLAN id", std::to_string(vlan.vid), {"vlan"},
              std::pair(AllocationKind::vlan, vlan.id.value),
              "a newcomer takes the lowest of the range that is free", "as the standard says");
}

void explain(Explaining& to, const Prefix& prefix) {
    const std::string family(colo::to_text(prefix.prefix.family()));
    to.title(fmt::format("prefix {} ({})", colo::to_text(prefix.prefix), prefix.id.value));
    if (prefix.pool) to.fact(fmt::format("in {}", *prefix.pool));
    to.lay_over("exceptions/networks/" + network_of(prefix.id.value));
    to.rule("networks", prefix.rule);
    const bool of_circuit = !prefix.pool && prefix.scope.starts_with("circuit");
    const std::size_t slash = prefix.id.value.find('/');
    const std::string inner = network_of(prefix.id.value);
    if (!prefix.pool && slash < inner.size())
        to.because("circuits/" + inner.substr(slash + 1));
    else
        to.because("site");
    to.decide("prefix", colo::to_text(prefix.prefix), {family},
              std::pair(AllocationKind::prefix, prefix.id.value),
              "a newcomer takes the first of the pool that fits",
              !prefix.pool || of_circuit ? "given from outside: the circuit's"
                                         : fmt::format("worked out within {}", *prefix.pool));
    to.drop_idle_exceptions();
    if (prefix.gateway)
        to.derive("gateway", colo::to_text(*prefix.gateway), "where the network's gateway stands");
}

void explain(Explaining& to, const Address& address) {
    to.title(fmt::format("address {} of {}", colo::to_text(address.address),
                         to.device_name(address.device)));
    to.fact(fmt::format("on {}, in {}", address.interface.value, address.prefix.value));
    if (address.shared_by) to.fact("shared by " + *address.shared_by);
    to.lay_over(address.device.value);
    to.lay_over("exceptions/networks/" + network_of(address.prefix.value));
    to.rule("networks", address.rule);
    to.because_of(address.device);
    const std::string family(colo::to_text(address.address.address.family));
    const std::string by_name = "address." + address.rule;
    const std::string by_id = "address." + network_of(address.prefix.value);
    const auto kept = std::pair(AllocationKind::host, address.id.value);
    to.decide("address", colo::to_text(address.address.address),
              to.allocated(kept.first, kept.second) ? std::vector<std::string_view>{}
                                                    : std::vector<std::string_view>{by_name, by_id},
              kept, "a newcomer takes the lowest host that is free",
              "worked out: a gateway, one end of a link, or by the network's term");
    const Prefix* prefix = plan::find_by_id(to.intent().prefixes, address.prefix.value);
    if (prefix)
        to.decide("prefix", colo::to_text(prefix->prefix), {family},
                  std::pair(AllocationKind::prefix, prefix->id.value),
                  "a newcomer takes the first of the pool that fits",
                  prefix->pool ? fmt::format("worked out within {}", *prefix->pool)
                               : "given from outside: the circuit's");
    to.drop_idle_exceptions();
    if (address.dns_name) to.derive("DNS name", *address.dns_name, "made from the device's name");
}

void explain(Explaining& to, const Asn& asn) {
    to.title(fmt::format("AS {} of {}", asn.asn, to.device_name(asn.device)));
    to.rule("asns", asn.rule);
    to.because_of(asn.device);
    std::string owner = asn.id.value;
    if (const Device* device = to.device(asn.device);
        device && device->pair && !to.allocated(AllocationKind::asn, owner))
        owner = asn.rule + "/" + *device->pair;
    to.decide("AS number", std::to_string(asn.asn), {}, std::pair(AllocationKind::asn, owner),
              "a newcomer takes the lowest of the range that is free",
              "the site's own, or as the standard says");
}

void explain(Explaining& to, const Session& session) {
    to.title(fmt::format("{} session {}", session.kind, session.id.value));
    to.fact(fmt::format("{} with {}", plan::field_text(session.a), plan::field_text(session.b)));
    to.rule("sessions", session.rule);
    if (const std::size_t slash = session.id.value.find('/'); session.b.text)
        to.because("circuits/" + network_of(session.id.value).substr(slash + 1));
    for (const SessionEnd* end : {&session.a, &session.b})
        if (end->device) {
            to.because_of(*end->device);
            break;
        }
    for (const auto& [end, name] : {std::pair{&session.a, "our end"}, {&session.b, "far end"}})
        to.derive(name, plan::field_text(*end),
                  end->device ? "from the addresses and AS numbers of its devices"
                              : "from the circuit that the site says");
}

}  // namespace colo::tool
