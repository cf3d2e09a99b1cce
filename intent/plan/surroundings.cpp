#include "intent/plan/surroundings.h"

#include <algorithm>

#include "intent/model/cable_ways.h"
#include "intent/plan/lookup.h"

namespace colo::plan {

namespace {

void add_rule(std::vector<std::string>& subjects, const char* section, const std::string& rule) {
    subjects.push_back(std::string(section) + "/" + rule);
    subjects.push_back(rule);
}

void add_rack(std::vector<std::string>& subjects, const std::optional<RackId>& rack) {
    if (rack) add_rule(subjects, "racks", rack->value);
}

void append(std::vector<std::string>& to, const std::vector<std::string>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

/// A port of the bundle that has a cable; the ports of a device stand side by side.
const Interface* member_of_bundle(const Intent& intent, const Interface& bundle) {
    const std::string first = bundle.device.value + ":";
    auto one = std::lower_bound(
        intent.interfaces.begin(), intent.interfaces.end(), first,
        [](const Interface& port, const std::string& id) { return port.id.value < id; });
    for (; one != intent.interfaces.end() && one->id.value.starts_with(first); ++one)
        if (one->lag == bundle.id && one->cable) return &*one;
    return nullptr;
}

}  // namespace

Surroundings::Surroundings(const Intent& before, const Intent& after)
    : before_(&before), after_(&after) {
    devices_.reserve(std::max(before.devices.size(), after.devices.size()));
    for (const Device& device : before.devices) devices_[device.id.value].before = &device;
    for (const Device& device : after.devices) devices_[device.id.value].after = &device;
}

Surroundings::Sides Surroundings::sides(const DeviceId& device) const {
    const auto found = devices_.find(device.value);
    return found == devices_.end() ? Sides{} : found->second;
}

bool Surroundings::stays(const DeviceId& device) const {
    const Sides both = sides(device);
    return both.before && both.after;
}

bool Surroundings::can_be_pushed(const DeviceId& device) const {
    const Sides both = sides(device);
    return both.before && both.after && (both.before->platform || both.after->platform);
}

const Device* Surroundings::device(const DeviceId& device) const {
    const Sides both = sides(device);
    return both.after ? both.after : both.before;
}

std::vector<std::string> Surroundings::pushable(std::vector<DeviceId> devices) const {
    std::sort(devices.begin(), devices.end());
    devices.erase(std::unique(devices.begin(), devices.end()), devices.end());
    std::vector<std::string> out;
    for (const DeviceId& device : devices)
        if (can_be_pushed(device)) out.push_back(device.value);
    return out;
}

std::vector<std::string> Surroundings::devices_to_push(const Device& device) const {
    return pushable({device.id});
}

std::vector<std::string> Surroundings::devices_to_push(const Session& session) const {
    std::vector<DeviceId> ends;
    for (const SessionEnd* end : {&session.a, &session.b})
        if (end->device) ends.push_back(*end->device);
    return pushable(std::move(ends));
}

const Surroundings::Holders& Surroundings::carriers() const {
    if (carriers_) return *carriers_;
    carriers_.emplace();
    for (const Interface& port : after_->interfaces) {
        if (port.vlan) (*carriers_)[port.vlan->value].push_back(port.device);
        for (const std::string& vlan : port.tagged_vlans) (*carriers_)[vlan].push_back(port.device);
    }
    return *carriers_;
}

const Surroundings::Holders& Surroundings::members() const {
    if (members_) return *members_;
    members_.emplace();
    for (const Address& address : after_->addresses)
        (*members_)[address.prefix.value].push_back(address.device);
    return *members_;
}

std::vector<std::string> Surroundings::devices_to_push(const Vlan& vlan) const {
    const auto found = carriers().find(vlan.id.value);
    return found == carriers().end() ? std::vector<std::string>{} : pushable(found->second);
}

std::vector<std::string> Surroundings::devices_to_push(const Prefix& prefix) const {
    const auto found = members().find(prefix.id.value);
    return found == members().end() ? std::vector<std::string>{} : pushable(found->second);
}

std::vector<std::string> Surroundings::causes(const Rack& rack) const {
    std::vector<std::string> out;
    add_rack(out, rack.id);
    out.push_back("reserved/" + rack.id.value);
    for (const Device* device : changed_in(rack.id)) append(out, causes(*device));
    return out;
}

const std::vector<const Device*>& Surroundings::changed_in(const RackId& rack) const {
    static const std::vector<const Device*> none;
    if (!changed_) {
        changed_.emplace();
        const auto differs = [](const Device* one, const Device& other) {
            return !one || one->rack != other.rack || one->device_type != other.device_type;
        };
        for (const Device& device : before_->devices)
            if (device.rack && differs(sides(device.id).after, device))
                (*changed_)[device.rack->value].push_back(&device);
        for (const Device& device : after_->devices)
            if (device.rack && differs(sides(device.id).before, device))
                (*changed_)[device.rack->value].push_back(&device);
    }
    const auto found = changed_->find(rack.value);
    return found == changed_->end() ? none : found->second;
}

std::vector<std::string> Surroundings::causes(const Device& device) const {
    std::vector<std::string> out;
    add_own(out, device.id);
    const Sides both = sides(device.id);
    add_rule(out, "roles", device.rule);
    if (both.before && both.after) {
        add_rack(out, both.before->rack);
        add_rack(out, both.after->rack);
    }
    return out;
}

void Surroundings::add_own(std::vector<std::string>& subjects,
                           const std::optional<DeviceId>& device) const {
    if (!device) return;
    subjects.push_back(device->value);
    const Sides both = sides(*device);
    if (both.before && both.after) add_displacers(subjects, *both.before, *both.after);
}

void Surroundings::add_device(std::vector<std::string>& subjects,
                              const std::optional<DeviceId>& device) const {
    if (const Device* const found = device ? this->device(*device) : nullptr)
        append(subjects, causes(*found));
}

void Surroundings::add_newcomer(std::vector<std::string>& subjects,
                                const std::optional<DeviceId>& device) const {
    if (device && !stays(*device)) add_device(subjects, device);
}

std::vector<std::string> Surroundings::causes(const Cable& cable) const {
    const auto in_after = way_of(after_->cables, cable), in_before = way_of(before_->cables, cable);
    const auto& way = in_after.size() < in_before.size() ? in_before : in_after;
    const auto &from = way.front()->a.device, &to = way.back()->b.device;
    const std::string& id = cable.path ? *cable.path : cable.id.value;
    std::vector<std::string> out;
    if (cable.kind == CableKind::circuit && id.starts_with(cable.rule + "/"))
        out.push_back("circuits" + id.substr(cable.rule.size()));
    add_newcomer(out, from);
    add_newcomer(out, to);
    out.push_back(id);
    const Cable* const was = find_by_id(before_->cables, cable.id.value);
    const Cable* const is = find_by_id(after_->cables, cable.id.value);
    if (was && is) add_displacers(out, *was, *is);
    add_rule(out, "cabling", cable.rule);
    add_own(out, from);  // of both ends before the count of either one's role
    add_own(out, to);
    add_device(out, from);
    add_device(out, to);
    return out;
}

std::vector<std::string> Surroundings::causes_of_port(const std::optional<CableId>& cable,
                                                      const DeviceId& device) const {
    std::vector<std::string> out;
    const Cable* found = cable ? find_by_id(after_->cables, cable->value) : nullptr;
    if (!found && cable) found = find_by_id(before_->cables, cable->value);
    if (found) out = causes(*found);
    add_device(out, device);
    return out;
}

std::vector<std::string> Surroundings::causes(const Interface& port) const {
    if (!port.cable)
        for (const Intent* side : {after_, before_})
            if (const Interface* const member = member_of_bundle(*side, port))
                return causes_of_port(member->cable, port.device);
    return causes_of_port(port.cable, port.device);
}

std::vector<std::string> Surroundings::causes(const Circuit& circuit) const {
    std::vector<std::string> out{circuit.id.value};
    add_rule(out, "circuits", circuit.id.value);
    return out;
}

std::vector<std::string> Surroundings::causes(const Vlan& vlan) const {
    std::vector<std::string> out{vlan.id.value};
    add_rule(out, "networks", vlan.rule);
    return out;
}

std::vector<std::string> Surroundings::causes(const Prefix& prefix) const {
    std::vector<std::string> out{prefix.id.value};
    add_rule(out, "networks", prefix.rule);
    return out;
}

std::vector<std::string> Surroundings::causes(const Address& address) const {
    std::vector<std::string> out;
    add_newcomer(out, address.device);
    out.push_back(address.id.value);
    add_rule(out, "networks", address.rule);
    add_device(out, address.device);
    return out;
}

std::vector<std::string> Surroundings::causes(const Asn& asn) const {
    std::vector<std::string> out;
    add_newcomer(out, asn.device);
    out.push_back(asn.id.value);
    add_rule(out, "asns", asn.rule);
    add_device(out, asn.device);
    return out;
}

std::vector<std::string> Surroundings::causes(const Session& session) const {
    std::vector<std::string> out;
    add_newcomer(out, session.a.device);
    add_newcomer(out, session.b.device);
    out.push_back(session.id.value);
    add_rule(out, "sessions", session.rule);
    return out;
}

}  // namespace colo::plan
