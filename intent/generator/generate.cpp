#include "intent/generator/generate.h"

#include <algorithm>
#include <array>

#include "intent/generator/moves.h"
#include "intent/generator/steps.h"

namespace colo::generator {

namespace {

constexpr std::array steps{lay_out_racks,  make_devices,      find_identity_changes,
                           number_devices, name_devices,      place_devices,
                           lay_cables,     cord_power,        choose_media,
                           label_cables,   emit_hardware,     number_networks,
                           number_routing, settle_exceptions, gather_constraints};

SiteHead head_of(const definition::Inputs& inputs) {
    SiteHead head;
    head.site = *inputs.site.name;
    head.standard = inputs.standard.name;
    head.standard_version = inputs.standard.version;
    head.standard_digest = inputs.standard.digest;
    head.facility = inputs.site.facility.name;
    head.city = inputs.site.facility.city;
    head.timezone = inputs.site.facility.timezone;
    for (const auto* space : {&inputs.site.address_space.ipv4, &inputs.site.address_space.ipv6})
        for (const auto& prefix : *space) head.address_space.push_back(*prefix);
    if (inputs.site.address_space.asn) head.asn = **inputs.site.address_space.asn;
    for (const definition::Capability& one : inputs.standard.capabilities)
        if (one.when) head.capabilities.push_back(one.name);
    std::sort(head.capabilities.begin(), head.capabilities.end());
    head.capabilities.erase(std::unique(head.capabilities.begin(), head.capabilities.end()),
                            head.capabilities.end());
    if (inputs.standard.power) {
        const auto text = [](definition::Basis basis) {
            return basis == definition::Basis::maximum ? "maximum" : "typical";
        };
        head.power_basis.budget = text(inputs.standard.power->budget);
        head.power_basis.feed_loss =
            text(inputs.standard.power->feed_loss.value_or(inputs.standard.power->budget));
    }
    return head;
}

}  // namespace

std::optional<Outcome> generate(const definition::Inputs& inputs, const Allocations& earlier,
                                const Sources& sources, Diagnostics& out) {
    const int before = out.errors();
    Carried carried;
    if (!inputs.standard.moved.empty() || !inputs.site.moved.empty())
        carried = carry_over(inputs, earlier, sources, out);
    if (out.errors() != before) return std::nullopt;
    Ledger ledger(carried.renames.empty() ? earlier : carried.allocations);
    Workbench bench{.inputs = inputs, .sources = sources, .ledger = ledger, .out = out};
    bench.moved_devices = std::move(carried.devices);
    bench.intent.head = head_of(inputs);
    for (const auto step : steps) {
        step(bench);
        if (out.errors() != before) return std::nullopt;
    }
    Outcome outcome;
    gather_origins(bench, outcome.generated.origins);
    outcome.generated.intent = std::move(bench.intent);
    outcome.generated.intent.sort();
    outcome.generated.allocations = ledger.take();
    outcome.renames = std::move(carried.renames);
    outcome.constraints = std::move(bench.constraints);
    std::sort(outcome.constraints.must_connect.begin(), outcome.constraints.must_connect.end());
    return outcome;
}

}  // namespace colo::generator
