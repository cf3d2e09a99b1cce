// What a single change must know of the rest: which devices come, stay or go, which of them carry
// a VLAN or have an address in a prefix, and what may have caused a change.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "intent/plan/plan.h"

namespace colo::plan {

/// An object that is one port of a device: interface, inlet, outlet, console or panel port.
template <class T>
concept PortLike = requires(const T& o) {
    o.device.value;
    o.name;
    o.type;
};

class Surroundings {
public:
    /// Both intents must live as long as this.
    Surroundings(const Intent& before, const Intent& after);

    /// Whether the device is there before and after.
    bool stays(const DeviceId& device) const;
    /// Whether it stays and colo configures it.
    bool can_be_pushed(const DeviceId& device) const;
    /// As it will be; as it was when it goes; null when it is on neither side.
    const Device* device(const DeviceId& device) const;

    /// The devices whose configuration a change of the object touches, sorted, each once.
    std::vector<std::string> devices_to_push(const Device& device) const;
    std::vector<std::string> devices_to_push(const Vlan& vlan) const;
    std::vector<std::string> devices_to_push(const Prefix& prefix) const;
    std::vector<std::string> devices_to_push(const Session& session) const;
    template <class T>
    std::vector<std::string> devices_to_push(const T& object) const {
        if constexpr (requires { object.device.value; }) return pushable({object.device});
        return {};
    }

    /// Subjects of origins that may have caused a change of the object, likeliest first.
    std::vector<std::string> causes(const Rack& rack) const;
    std::vector<std::string> causes(const Device& device) const;
    std::vector<std::string> causes(const Cable& cable) const;
    /// A bundle is there for the cables of its members.
    std::vector<std::string> causes(const Interface& port) const;
    std::vector<std::string> causes(const Circuit& circuit) const;
    std::vector<std::string> causes(const Vlan& vlan) const;
    std::vector<std::string> causes(const Prefix& prefix) const;
    std::vector<std::string> causes(const Address& address) const;
    std::vector<std::string> causes(const Asn& asn) const;
    std::vector<std::string> causes(const Session& session) const;
    template <PortLike T>
    std::vector<std::string> causes(const T& port) const {
        return causes_of_port(port.cable, port.device);
    }

private:
    struct Sides {
        const Device* before = nullptr;
        const Device* after = nullptr;
    };
    using Holders = std::unordered_map<std::string_view, std::vector<DeviceId>>;

    Sides sides(const DeviceId& device) const;
    const Holders& carriers() const;  // of each VLAN
    const Holders& members() const;   // of each prefix
    std::vector<std::string> pushable(std::vector<DeviceId> devices) const;
    std::vector<std::string> causes_of_port(const std::optional<CableId>& cable,
                                            const DeviceId& device) const;
    /// What stands now where the device stood or keeps its units free, and its pair's other member,
    /// from which it stays apart.
    void add_displacers(std::vector<std::string>& subjects, const Device& was,
                        const Device& is) const;
    /// The cable that is plugged now where one of the cable's ends was.
    void add_displacers(std::vector<std::string>& subjects, const Cable& was,
                        const Cable& is) const;
    /// What may have caused that the device is as it is, but for its rule: its own line, and what
    /// pushed it aside.
    void add_own(std::vector<std::string>& subjects, const std::optional<DeviceId>& device) const;
    const std::vector<const Device*>& changed_in(const RackId& rack) const;
    void add_newcomer(std::vector<std::string>& subjects,
                      const std::optional<DeviceId>& device) const;
    void add_device(std::vector<std::string>& subjects,
                    const std::optional<DeviceId>& device) const;

    const Intent* before_;
    const Intent* after_;
    std::unordered_map<std::string_view, Sides> devices_;
    /// Devices in each rack and of each pair afterwards.
    using Groups = std::unordered_map<std::string_view, std::vector<const Device*>>;
    mutable std::optional<Groups> racks_;
    mutable Groups pairs_;
    mutable std::optional<Groups> changed_;              // in each rack: what came or left
    mutable std::optional<Holders> carriers_, members_;  // made when first asked for: most plans
                                                         // change no VLAN and no prefix
};

}  // namespace colo::plan
