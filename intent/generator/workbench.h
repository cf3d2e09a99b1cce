// What generation works on: racks, devices and cables by index, so that steps find each other's
// results without looking up texts. The last step turns it into an Intent.
#pragma once

#include <deque>
#include <memory>
#include <unordered_map>

#include "intent/base/diagnostic.h"
#include "intent/definition/project.h"
#include "intent/generator/exceptions.h"
#include "intent/generator/ledger.h"
#include "intent/model/constraints.h"

namespace colo::generator {

using definition::Hardware;
using definition::Inputs;
using definition::PortSpec;
using definition::PortTable;

inline constexpr int none = -1;

struct WorkRack {
    std::string id;
    const definition::RackEntry* entry = nullptr;
    int order = 0;      ///< place in natural order of the ids
    int row_order = 0;  ///< place of its row among the rows
    std::int64_t position = 0, units = 0;
    Length width, depth;
    Posts posts;
    std::optional<Mass> max_weight;
    std::vector<std::string> feeds;               ///< names, sorted
    std::vector<Power> capacity;                  ///< by feed
    std::map<std::string, std::string> founders;  ///< group -> founder's rack id
};

/// One inlet of a device and the feed it hangs on.
struct Inlet {
    int port = none;  ///< index into the hardware's ports
    int feed = none;  ///< index into the rack's feeds
};

struct WorkDevice {
    std::string id, name, role_name, scope;
    const definition::Role* role = nullptr;  ///< nullptr for panels
    const Hardware* hardware = nullptr;
    int scope_rack = none;  ///< for roles per rack or feed
    std::string scope_feed, scope_row, scope_founder;
    std::int64_t ordinal = 0;  ///< 0: one per scope
    std::int64_t number = 0;
    std::optional<definition::At<std::int64_t>> fixed_number;
    int pair = none;  ///< index into Workbench::pairs
    int member = 0;   ///< 1 or 2 of its pair
    int rack = none;
    int parent = none;     ///< the device that it is put into; rack, unit and face are its
    std::string bay;       ///< of its parent
    int half_unit = none;  ///< lowest half of a unit that it takes, from 0; none for zero-U
    Face face = Face::front;
    std::vector<Inlet> inlets;
    std::vector<int> port_cable;      ///< by port of the hardware: index of its cable, or none
    std::vector<int> port_interface;  ///< by port: its place in intent.interfaces, or none
    std::string platform;

    bool is_panel() const { return role == nullptr; }
};

struct WorkPair {
    std::string id;  ///< `pair.leaf.R03.1`
    std::int64_t number = 0;
    std::vector<int> devices;  ///< by member
};

struct PortRef {
    int device = none, port = none;
    bool known() const { return device != none; }
    bool operator==(const PortRef&) const = default;
};

/// A piece of a way that leads through other devices: what is laid and labelled by itself.
struct WorkPiece {
    std::string id;  ///< the way's and its place on it: `uplink/leaf.R03.1/spine.1/1/2`
    PortRef a, b;    ///< `a` unknown: the way begins outside
    std::string medium_name, colour;
    Length route, length;
    std::int64_t label = none;
};

/// A cable, or a way of several.
struct WorkCable {
    std::string id, rule_name;
    const definition::CablingRule* rule = nullptr;  ///< nullptr for power cords
    PortRef a, b;
    std::string a_text;                ///< of an end that is not ours
    Length a_extra;                    ///< route beyond our racks
    std::string circuit;               ///< id, when it lands a circuit
    int index_from = 0, index_to = 0;  ///< from 0: its place among the cables of that end
    std::string medium_name;
    const definition::MediumEntry* medium = nullptr;
    std::optional<Speed> speed;
    CableKind kind = CableKind::data;
    Length route, length;
    std::string colour;
    std::string assembly;  ///< the port whose lanes its cables fan out from; else empty
    std::optional<std::int64_t> number;  ///< of a site's link
    std::int64_t label = none;           ///< its number
    std::vector<PortRef> through;        ///< ports between its ends: into a device, out of it, ...
    std::vector<WorkPiece> pieces;       ///< once media are chosen: one more than devices between
};

/// A device that `moved` calls otherwise.
struct MovedDevice {
    std::string from, to;
    SourceRange at;
};

class EarlierPorts;  // ports.h

struct Workbench {
    const Inputs& inputs;
    const Sources& sources;
    Ledger& ledger;
    Diagnostics& out;
    Exceptions exceptions{inputs, out};

    std::vector<MovedDevice> moved_devices;
    std::vector<WorkRack> racks;  ///< natural order
    std::vector<WorkDevice> devices;
    std::vector<WorkPair> pairs;
    std::vector<WorkCable> cables;
    std::map<std::string, definition::CablingRule> link_rules;  ///< by link: what a rule would say
    std::vector<int> cables_by_id;  ///< once all are there: the cables in the order of their ids
    std::unordered_map<std::string, int> rack_index, device_index;
    std::map<std::string, std::vector<int>, NaturalLess> devices_of_role;  ///< by number
    std::vector<std::map<std::string, std::vector<int>>> pdus;  ///< by rack: feed -> devices

    std::shared_ptr<const EarlierPorts> earlier_ports;  ///< once there are devices

    /// Filled by the later steps, in the shape of the intent.
    Intent intent;
    std::unordered_map<std::string, int>
        made_interfaces;                ///< port id -> place in intent.interfaces
    std::vector<int> lag_of_interface;  ///< by place in intent.interfaces: its bundle's, or none
    std::vector<int> address_interface, address_device;  ///< by place in intent.addresses
    Constraints constraints;

    int rack_of(const std::string& id) const {
        const auto found = rack_index.find(id);
        return found == rack_index.end() ? none : found->second;
    }
    bool is_power_source(const WorkDevice& device) const;
    const PortSpec& port(const PortRef& ref) const {
        return devices[static_cast<std::size_t>(ref.device)]
            .hardware->ports[static_cast<std::size_t>(ref.port)];
    }
    PortId port_id(const PortRef& ref) const;
    /// The cable that is plugged into a port, of a way its piece; nullptr where there is none.
    const std::string* cable_at(const PortRef& ref) const;
    const std::string* stood_at(const std::string& device) const;
    /// Where a device stands: itself, or what it is put into.
    const WorkDevice& body(const WorkDevice& device) const {
        return device.parent == none ? device : devices[static_cast<std::size_t>(device.parent)];
    }
    /// What exceptions know a device by; its rack, else that of its
    /// scope, else where it stood before, else its group's founder.
    DeviceFacts facts(const WorkDevice& device) const;
    /// The interface of a port in intent.interfaces, or none for a port of another table.
    int interface_at(const PortRef& ref) const {
        return devices[static_cast<std::size_t>(ref.device)]
            .port_interface[static_cast<std::size_t>(ref.port)];
    }
    /// The bundle that the interface is part of, else the interface itself.
    int whole_interface(int interface) const {
        const int lag = lag_of_interface[static_cast<std::size_t>(interface)];
        return lag == none ? interface : lag;
    }
};

/// A network is for management when ports for management only have addresses in it.
bool is_management(const Inputs& inputs, const std::string& network);

/// `index` as what the containers take.
constexpr std::size_t at(int index) { return static_cast<std::size_t>(index); }

}  // namespace colo::generator
