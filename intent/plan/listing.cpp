#include "intent/plan/listing.h"

#include "intent/plan/field_text.h"
#include "intent/plan/lookup.h"

namespace colo::plan {

namespace {

using Facts = std::vector<std::string>;

/// `Dell/PowerEdge-R650xs` as people say it.
std::string hardware(const Device& device) {
    std::string out = device.device_type;
    if (const auto slash = out.find('/'); slash != std::string::npos) out[slash] = ' ';
    return out;
}

Facts facts(const Rack& rack) {
    return {fmt::format("row {}", rack.row), fmt::format("position {}", rack.position),
            fmt::format("{}U", rack.units)};
}
Facts facts(const Device& device) { return {place_text(device), hardware(device)}; }
Facts facts(const Cable& cable) {
    return {fmt::format("{} to {}", field_text(cable.a), field_text(cable.b)),
            fmt::format("{} {}", to_text(cable.length), cable.media)};
}
Facts facts(const Circuit& circuit) { return {circuit.kind, circuit.provider.value_or("")}; }
Facts facts(const Vlan& vlan) { return {std::to_string(vlan.vid)}; }
Facts facts(const Prefix& prefix) { return {to_text(prefix.prefix)}; }
Facts facts(const Address& address) {
    return {to_text(address.address), address.dns_name.value_or("")};
}
Facts facts(const Asn& asn) { return {fmt::format("AS{}", asn.asn)}; }
Facts facts(const Session& session) {
    return {fmt::format("{} {} to {}", session.kind, field_text(session.a), field_text(session.b))};
}
template <class T>
Facts facts(const T& port) {
    return {port.type};
}

const Intent& side_of(const Plan& plan, const Change& change) {
    return change.action == Action::remove ? plan.base.intent : plan.goal.intent;
}

/// `was trading-server.3`, and a comma where fields differ too.
std::string was_text(const Change& change) {
    if (change.was.empty()) return {};
    return fmt::format("was {}{}", change.was, change.fields.empty() ? "" : ", ");
}

/// A moved device says from where to where; all else says its fields.
std::string difference(const Plan& plan, const Change& change) {
    const Device* const before =
        change.moved ? find_by_id(plan.base.intent.devices, change.id) : nullptr;
    const Device* const after =
        change.moved ? find_by_id(plan.goal.intent.devices, change.id) : nullptr;
    if (!before || !after) return was_text(change) + fields_text(change.fields);

    std::string out =
        was_text(change) + fmt::format("{} -> {}", place_text(*before), place_text(*after));
    std::vector<FieldChange> others;
    for (const FieldChange& field : change.fields)
        if (field.field != "rack" && field.field != "unit" && field.field != "face" &&
            field.field != "parent" && field.field != "bay")
            others.push_back(field);
    return others.empty() ? out : out + ", " + fields_text(others);
}

}  // namespace

Facts facts_of(const Plan& plan, const Change& change) {
    Facts out;
    for_each_table(side_of(plan, change), [&](const char* name, const auto& table) {
        if (change.table != name) return;
        if (const auto* const object = find_by_id(table, change.id)) out = facts(*object);
    });
    return out;
}

std::string fields_text(const std::vector<FieldChange>& fields) {
    const auto shown = [](const std::string& text) { return text.empty() ? "-" : text; };
    std::string out;
    for (const FieldChange& field : fields)
        out += fmt::format("{}{} {} -> {}", out.empty() ? "" : ", ", field.field,
                           shown(field.before), shown(field.after));
    return out;
}

Entry listed(const Plan& plan, const Change& change) {
    Entry entry{change.action, {change.id}, change.because};
    if (change.name != change.id) entry.cells.push_back(change.name);
    if (change.table == "site" && change.action == Action::add)
        entry.cells.push_back("the site itself");
    else if (change.action == Action::change)
        entry.cells.push_back(difference(plan, change));
    else
        for (std::string& fact : facts_of(plan, change)) entry.cells.push_back(std::move(fact));
    return entry;
}

}  // namespace colo::plan
