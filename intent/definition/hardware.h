// Hardware as the community's device type library describes it, and a standard's models of it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "intent/base/source.h"
#include "intent/model/objects.h"

namespace colo::definition {

enum class PortTable : std::uint8_t {
    interface,
    power_port,
    outlet,
    console_port,
    console_server_port,
    front_port,
    rear_port
};
std::string_view to_text(PortTable table);

struct PortSpec {
    PortTable table{};
    std::string name, type;
    bool management_only = false;
    std::optional<Power> maximum_draw, allocated_draw;  ///< of a power port
    std::optional<std::string> leg;                     ///< phase of an outlet
    std::string behind;                                 ///< of a front port: its rear port
    std::optional<Speed> speed;                         ///< said by the model; else its type tells
    std::string broken_out;  ///< of a lane: the port that it is part of; else empty
    int lanes = 0;           ///< of a lane: how many that port has

    bool operator==(const PortSpec&) const = default;
};

struct ModuleBay {
    std::string name, position;
};

/// A file of device-types/. What the file leaves out is empty.
struct DeviceType {
    std::string manufacturer, model, part_number;
    std::optional<HalfUnits> height;
    bool full_depth = true;  ///< the library's default
    std::string airflow;     ///< empty: not said
    std::optional<Mass> weight;
    std::vector<PortSpec> ports;
    std::vector<ModuleBay> bays;
    std::vector<std::string> device_bays;  ///< names, for devices of their own (sleds, blades)
    SourceRange at;
};

struct ModuleType {
    std::string manufacturer, model, part_number;
    std::vector<PortSpec> ports;  ///< names may hold `{module}`: the position of the bay
    SourceRange at;
};

struct RackType {
    std::int64_t units = 0;
    std::optional<Length> width, depth;
    std::optional<Length> posts;  ///< from the front posts to the rear ones
    bool rear_posts = true;       ///< false: a frame of two posts, or one on the wall
    std::optional<Mass> max_weight;
    SourceRange at;
};

/// A model of a standard: the device type with its modules in their bays.
struct Hardware {
    std::string model, device_type;
    std::string part_number;  ///< the manufacturer's; empty: not known
    /// The parts in its module bays: the manufacturer's number, else the model; one for each bay.
    std::vector<std::string> modules;
    HalfUnits height{2};
    Depth depth = Depth::full;
    std::optional<Length> known_depth;
    std::string airflow;  ///< front-to-rear, rear-to-front, passive, or empty
    std::optional<Length> rails_from, rails_to;  ///< distances of the posts that its rails reach
    std::optional<Mass> weight;
    std::optional<Power> typical, maximum;
    Face port_side = Face::rear;  ///< the side of the device that its ports are on
    std::vector<PortSpec> ports;
    std::map<std::string, std::vector<int>> groups;  ///< port group -> indices of ports, in order
    std::vector<std::string> device_bays;            ///< into which other devices are put
    /// Ports that must run at one speed, by index.
    std::vector<std::vector<int>> same_speed;

    bool is_panel() const;
};

}  // namespace colo::definition
