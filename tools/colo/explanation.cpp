#include "tools/colo/explanation.h"

#include <fmt/format.h>

#include <algorithm>

#include "intent/model/cable_ways.h"
#include "intent/model/describe.h"
#include "intent/plan/field_text.h"

namespace colo::tool {

namespace {

template <class T>
const T* find(const std::vector<T>& table, const std::string& id) {
    const auto found =
        std::lower_bound(table.begin(), table.end(), id,
                         [](const T& a, const std::string& b) { return a.id.value < b; });
    return found != table.end() && found->id.value == id ? &*found : nullptr;
}

class Explaining {
public:
    Explaining(const plan::Base& base, const std::optional<store::RevisionEntry>& brought)
        : base_(base), intent_(base.intent), brought_(brought) {}

    std::string explain(const Found& found) {
        for_each_table(intent_, [&](const char* name, const auto& table) {
            if (found.table != name) return;
            if (const auto* object = find(table, found.id)) explain(*object);
        });
        came();
        return text_;
    }

private:
    void line(const std::string& text) { text_ += text + "\n"; }
    void detail(const std::string& text) { text_ += "  " + text + "\n"; }

    std::string device_name(const DeviceId& id) const {
        const Device* device = find(intent_.devices, id.value);
        return device ? fmt::format("{} ({})", device->name, id.value) : id.value;
    }

    const Origin* origin(const std::string& subject) const {
        const auto found =
            std::lower_bound(base_.origins.begin(), base_.origins.end(), subject,
                             [](const Origin& a, const std::string& b) { return a.subject < b; });
        return found != base_.origins.end() && found->subject == subject ? &*found : nullptr;
    }

    /// What an allocation decided, or nothing: then the value was derived.
    const std::string* allocated(AllocationKind kind, const std::string& identity) const {
        const Allocation wanted{kind, identity, ""};
        const auto found =
            std::lower_bound(base_.allocations.begin(), base_.allocations.end(), wanted);
        return found != base_.allocations.end() && found->kind == kind &&
                       found->identity == identity
                   ? &found->value
                   : nullptr;
    }

    /// `rule uplink  standards/...:88`, where the standard says it.
    void rule(const std::string& section, const std::string& name) {
        const Origin* found = origin(section + "/" + name);
        if (found && !found->rule_place.empty())
            detail(fmt::format("rule {:<22} {}", name, found->rule_place));
        else
            detail(fmt::format("rule {}", name));
    }

    void because(const std::string& subject) {
        const Origin* found = origin(subject);
        if (found && !found->because_place.empty())
            detail(fmt::format("because {:<19} {}", found->because_text, found->because_place));
    }

    void because_of(const DeviceId& id) {
        if (const Device* device = find(intent_.devices, id.value)) {
            because(device->role ? "roles/" + *device->role : id.value);
        }
    }

    void came() {
        if (!brought_) return;
        detail(
            fmt::format("as it is since revision {} ({}, {}{})", brought_->number, brought_->at,
                        brought_->author,
                        brought_->reason.empty() ? "" : fmt::format(", \"{}\"", brought_->reason)));
    }

    void cable_line(const std::optional<CableId>& id) {
        const Cable* cable = id ? find(intent_.cables, id->value) : nullptr;
        if (!cable) return detail("not cabled");
        detail(fmt::format("cable {}: {} to {}, {} {}{}", cable->label, end_text(cable->a),
                           end_text(cable->b), to_text(cable->length), cable->media,
                           cable->colour ? ", " + *cable->colour : ""));
        if (cable->path) detail(fmt::format("  piece of the way {}", *cable->path));
        if (cable->route_length)
            detail(fmt::format("  route {}, next stocked length {}", to_text(*cable->route_length),
                               to_text(cable->length)));
    }

    std::string end_text(const CableEnd& end) const {
        if (!end.device) return end.text.value_or("");
        return fmt::format("{} {}", device_name(*end.device), end.name.value_or(""));
    }

    void explain(const Rack& rack) {
        line(fmt::format("rack {}", rack.name));
        detail(fmt::format("row {} position {}, {}U, {} of {}", rack.row, rack.position, rack.units,
                           to_text(rack.weight),
                           rack.max_weight ? to_text(*rack.max_weight) : "no limit"));
        for (const auto& [name, feed] : rack.feeds)
            detail(fmt::format("feed {}: {} at most, {} with another feed lost, of {}", name,
                               to_text(feed.maximum),
                               feed.failover ? to_text(*feed.failover) : "nothing",
                               to_text(feed.capacity)));
        because("racks/" + rack.id.value);
    }

    void explain(const Device& device) {
        line(fmt::format("device {} ({})", device.name, device.id.value));
        detail(fmt::format("{}, model {}, {}", device.device_type, device.model,
                           plan::place_text(device)));
        if (device.role) rule("roles", *device.role);
        because_of(device.id);
        detail(fmt::format("number {}: the lowest free when it came; its name is made from it",
                           device.number));
        if (device.pair) detail(fmt::format("one of {}", *device.pair));
        if (const auto* place = allocated(AllocationKind::place, device.id.value))
            detail(device.role ? fmt::format("place: {}, chosen when it came and kept", *place)
                               : fmt::format("place: {}, as the site says", *place));
        for (const Device& inside : intent_.devices)
            if (inside.parent == device.id)
                detail(fmt::format("in its {}: {} ({})", inside.bay.value_or("bay"), inside.name,
                                   inside.id.value));
        for (const Cable& piece : intent_.cables)
            if (piece.path && piece.b.device == device.id)
                if (const auto way = way_of(intent_.cables, piece);
                    piece.id != way.back()->id && way.front()->a.device != device.id)
                    detail(fmt::format("at {} runs through: {}, {} to {}",
                                       piece.b.name.value_or("?"), *piece.path,
                                       end_text(way.front()->a), end_text(way.back()->b)));
    }

    void explain(const Interface& port) {
        line(fmt::format("interface {} of {}", port.name, device_name(port.device)));
        if (port.type == "virtual" || port.type == "lag")
            detail("made, not bought: " + port.type);
        else
            cable_line(port.cable);
        of_cable(port.cable, port.device, port.id.value);
        for (const Address& address : intent_.addresses)
            if (address.interface == port.id)
                detail(fmt::format("address {} in {}", to_text(address.address),
                                   address.prefix.value));
    }

    void of_cable(const std::optional<CableId>& id, const DeviceId& device,
                  const std::string& port) {
        const Cable* cable = id ? find(intent_.cables, id->value) : nullptr;
        if (!cable) return because_of(device);
        rule("cabling", cable->rule);
        const auto whole = way_of(intent_.cables, *cable);
        if (whole.front()->a.device) because_of(*whole.front()->a.device);
        if (cable->path && device != whole.front()->a.device && device != whole.back()->b.device)
            return detail(
                fmt::format("port of the way {}: the lowest free when it came", *cable->path));
        for (const AllocationKind kind : {AllocationKind::from, AllocationKind::to})
            if (const auto* place = allocated(kind, cable->path.value_or(cable->id.value));
                place && place->starts_with(device.value + ":"))
                return detail(fmt::format(
                    "port chosen: {} (its group and place), the lowest free when the cable came",
                    place->substr(device.value.size() + 1)));
        detail(fmt::format("port follows from the order of its group ({})", port));
    }

    template <class Port>
        requires requires(Port p) {
            p.cable;
            p.device;
        } && (!std::same_as<Port, Interface>)
    void explain(const Port& port) {
        line(fmt::format("port {} of {}", port.name, device_name(port.device)));
        cable_line(port.cable);
        of_cable(port.cable, port.device, port.id.value);
    }

    void explain(const Cable& cable) {
        line(fmt::format("cable {} ({})", cable.label, cable.id.value));
        cable_line(cable.id);
        rule("cabling", cable.rule);
        const auto whole = way_of(intent_.cables, cable);
        if (whole.front()->a.device) because_of(*whole.front()->a.device);
        const std::string& way = cable.path ? *cable.path : cable.id.value;
        if (cable.kind == CableKind::circuit && way.starts_with(cable.rule + "/"))
            because("circuits" + way.substr(cable.rule.size()));
        if (const auto* via = allocated(AllocationKind::via, way))
            detail(fmt::format("runs through {}, the lowest free when it came", *via));
        if (const auto* to = allocated(AllocationKind::to, way))
            detail(fmt::format("far end: {}, the lowest free when the cable came", *to));
    }

    void explain(const Circuit& circuit) {
        line(fmt::format("circuit {} ({})", circuit.id.value, circuit.kind));
        detail(fmt::format("handed over at {}", plan::field_text(circuit.handoff)));
        if (const Cable* cable =
                circuit.cable ? find(intent_.cables, circuit.cable->value) : nullptr)
            for (const Cable* piece : way_of(intent_.cables, *cable)) cable_line(piece->id);
        else
            detail("not cabled");
        because("circuits/" + circuit.id.value);
    }

    void explain(const Vlan& vlan) {
        line(fmt::format("VLAN {} of {}", vlan.vid, vlan.id.value));
        rule("networks", vlan.rule);
        detail(allocated(AllocationKind::vlan, vlan.id.value)
                   ? "id: the lowest free of its range when it came"
                   : "id: as the standard says");
    }

    void explain(const Prefix& prefix) {
        line(fmt::format("prefix {} ({})", to_text(prefix.prefix), prefix.id.value));
        rule("networks", prefix.rule);
        if (!prefix.pool)
            detail("given from outside: a circuit's");
        else if (allocated(AllocationKind::prefix, prefix.id.value))
            detail(fmt::format("the first that was free in {} when it came", *prefix.pool));
        else
            detail(fmt::format("worked out within {}", *prefix.pool));
        if (prefix.gateway) detail(fmt::format("gateway {}", to_text(*prefix.gateway)));
    }

    void explain(const Address& address) {
        line(
            fmt::format("address {} of {}", to_text(address.address), device_name(address.device)));
        detail(fmt::format("on {}, in {}", address.interface.value, address.prefix.value));
        if (address.dns_name) detail("known as " + *address.dns_name);
        rule("networks", address.rule);
        because_of(address.device);
        if (address.shared_by) detail("shared by " + *address.shared_by);
        if (const auto* offset = allocated(AllocationKind::host, address.id.value))
            detail(fmt::format("host {} of its prefix: the lowest free when it came", *offset));
        else
            detail("host: worked out, not allocated");
    }

    void explain(const Asn& asn) {
        line(fmt::format("AS {} of {}", asn.asn, device_name(asn.device)));
        rule("asns", asn.rule);
        because_of(asn.device);
    }

    void explain(const Session& session) {
        line(fmt::format("{} session {}", session.kind, session.id.value));
        detail(fmt::format("{} with {}", plan::field_text(session.a), plan::field_text(session.b)));
        rule("sessions", session.rule);
    }

    const plan::Base& base_;
    const Intent& intent_;
    const std::optional<store::RevisionEntry>& brought_;
    std::string text_;
};

}  // namespace

std::string explain(const plan::Base& base, const Found& found,
                    const std::optional<store::RevisionEntry>& brought) {
    return Explaining(base, brought).explain(found);
}

}  // namespace colo::tool
