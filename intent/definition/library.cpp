#include "intent/definition/library.h"

#include <algorithm>
#include <set>

#include "intent/base/suggestion.h"
#include "intent/definition/breakout.h"
#include "intent/definition/files.h"
#include "intent/definition/hardware_reader.h"

namespace colo::definition {

namespace fs = std::filesystem;

namespace {

bool is_safe_type(const std::string& type) {
    return type.find('/') != std::string::npos && type.find("..") == std::string::npos &&
           !type.starts_with('/');
}

std::string in_bay(std::string name, const std::string& position) {
    for (std::size_t at = name.find("{module}"); at != std::string::npos;
         at = name.find("{module}", at + position.size()))
        name.replace(at, 8, position);
    return name;
}

/// Puts modules into their bays: their ports join the device's.
void add_modules(Hardware& hardware, const DeviceType& type, const ModuleUse& use,
                 const ModuleType& module, Diagnostics& out) {
    const NameList bays = expand_names(*use.bay);
    if (!bays.error.empty()) out.error("bad-range", use.bay.at, bays.error);
    for (const std::string& name : bays.names) {
        const auto bay = std::find_if(type.bays.begin(), type.bays.end(),
                                      [&](const ModuleBay& b) { return b.name == name; });
        if (bay == type.bays.end()) {
            std::vector<std::string> all;
            for (const ModuleBay& known : type.bays) all.push_back(known.name);
            out.error("unknown-port", use.bay.at, fmt::format("{} has no bay {}", type.model, name))
                .hint = suggestion(name, all);
            continue;
        }
        hardware.modules.push_back(module.part_number.empty() ? module.model : module.part_number);
        for (PortSpec port : module.ports) {
            port.name = in_bay(port.name, bay->position);
            hardware.ports.push_back(std::move(port));
        }
    }
}

/// Index of each port by name; a front and a rear port may have one name.
std::map<std::string, int> by_name(const Hardware& hardware) {
    std::map<std::string, int> found;
    for (std::size_t i = 0; i < hardware.ports.size(); ++i)
        found.emplace(hardware.ports[i].name, static_cast<int>(i));
    return found;
}

/// Two ports of one name could not be told apart; a panel's front and rear ports can.
void check_names(const Hardware& hardware, const SourceRange& at, Diagnostics& out) {
    std::set<std::pair<int, std::string>> seen;
    for (const PortSpec& port : hardware.ports) {
        const int side = port.table == PortTable::front_port  ? 1
                         : port.table == PortTable::rear_port ? 2
                                                              : 0;
        if (!seen.emplace(side, port.name).second)
            out.error("port-name-twice", at,
                      fmt::format("{} has two ports {}", hardware.device_type, port.name));
    }
    std::set<std::string> bays;
    for (const std::string& bay : hardware.device_bays)
        if (!bays.insert(bay).second)
            out.error("port-name-twice", at,
                      fmt::format("{} has two device bays {}", hardware.device_type, bay));
}

/// What draws power must have an inlet to draw it through.
void check_inlets(const Hardware& hardware, const ModelEntry& entry, Diagnostics& out) {
    const bool has_inlet =
        std::any_of(hardware.ports.begin(), hardware.ports.end(),
                    [](const PortSpec& port) { return port.table == PortTable::power_port; });
    if (!has_inlet && (entry.power.maximum || entry.power.typical))
        out.error("model-contradicts-device-type", entry.power.at,
                  fmt::format("{} draws power, but {} has no inlet", hardware.model,
                              hardware.device_type))
            .hint = "fill its module bays under modules, or mend the device type";
}

void add_group(Hardware& hardware, const std::map<std::string, int>& ports,
               const std::string& group, const std::vector<At<std::string>>& lists,
               const SourceRange& at, Diagnostics& out) {
    std::vector<int>& members = hardware.groups[group];
    std::set<int> seen;
    if (lists.empty())
        out.error("bad-range", at,
                  fmt::format("port group {} of {} is empty", group, hardware.model));
    for (const auto& list : lists) {
        const NameList names = expand_names(*list);
        if (!names.error.empty()) out.error("bad-range", list.at, names.error);
        for (const std::string& name : names.names) {
            const auto found = ports.find(name);
            if (found != ports.end()) {
                if (!seen.insert(found->second).second)
                    out.error("port-twice", list.at,
                              fmt::format("port {} is in group {} of {} twice", name, group,
                                          hardware.model));
                members.push_back(found->second);
                continue;
            }
            out.error("unknown-port", list.at,
                      fmt::format("{} has no port {}", hardware.device_type, name))
                .hint = suggestion(name, names_of(ports));
            break;
        }
    }
}

/// Ports of network gear and panels are on the device's front; a server's are at its back.
Face usual_port_side(const Hardware& hardware) {
    const auto many =
        std::count_if(hardware.ports.begin(), hardware.ports.end(), [](const auto& p) {
            if (p.lanes > 0 && !p.name.ends_with(p.broken_out)) return false;  // one cage
            return (p.table == PortTable::interface && !p.management_only) ||
                   p.table == PortTable::console_server_port || p.table == PortTable::front_port;
        });
    return many >= 8 ? Face::front : Face::rear;
}

/// The largest of the inlets, or their sum.
void gather(std::optional<Power>& draw, const std::optional<Power>& of_inlet, bool sum) {
    if (sum && draw && of_inlet)
        *draw += *of_inlet;
    else
        draw = std::max(draw, of_inlet);
}

/// Draw of the whole device: what the model says, else its largest inlet, for supplies are there
/// to replace each other, unless they are `summed`.
void fill_draw(Hardware& hardware, const Draw& said, bool sum) {
    std::optional<Power> maximum, allocated;
    for (const PortSpec& port : hardware.ports) {
        if (port.table != PortTable::power_port) continue;
        gather(maximum, port.maximum_draw, sum);
        gather(allocated, port.allocated_draw, sum);
    }
    hardware.maximum = said.maximum ? said.maximum : maximum ? maximum : allocated;
    hardware.typical = said.typical ? said.typical : allocated ? allocated : hardware.maximum;
    if (!hardware.maximum) hardware.maximum = hardware.typical;
}

void check_gap(const std::string& what, const SourceRange& at, const SourceRange& type,
               Diagnostics& out) {
    out.error("model-contradicts-device-type", at,
              fmt::format("the device type says another {}", what))
        .notes = {{type, "device type"}};
}

}  // namespace

std::optional<Node> Library::read(const std::string& kind, const std::string& type,
                                  const SourceRange& at, Diagnostics& out) {
    if (is_safe_type(type))
        for (const fs::path& folder : folders_)
            for (const char* ending : {".yaml", ".yml"}) {
                const fs::path path = folder / kind / (type + ending);
                std::error_code error;
                if (fs::is_regular_file(path, error)) return read_document(path, sources_, out);
            }
    Diagnostic& problem =
        out.error("unknown-hardware", at,
                  fmt::format("there is no {} {}", kind.substr(0, kind.size() - 1), type));
    if (const auto near = nearest_name(type, known(kind)))
        problem.hint = fmt::format("did you mean {}?", *near);
    else
        problem.hint =
            fmt::format("put a file {}/{}.yaml into {}", kind, type, shown_path(folders_.back()));
    return std::nullopt;
}

std::vector<std::string> Library::known(const std::string& kind) const {
    std::vector<std::string> found;
    for (const fs::path& folder : folders_) {
        std::error_code error;
        for (fs::recursive_directory_iterator it(folder / kind, error), end; !error && it != end;
             it.increment(error))
            if (it->is_regular_file())
                found.push_back(
                    fs::relative(it->path(), folder / kind).replace_extension().string());
    }
    std::sort(found.begin(), found.end());
    return found;
}

const DeviceType* Library::device_type(const At<std::string>& type, Diagnostics& out) {
    const auto [found, is_new] = device_types_.try_emplace(*type);
    if (is_new)
        if (const auto node = read("device-types", *type, type.at, out))
            found->second = read_device_type(*node, out);
    return found->second ? &*found->second : nullptr;
}

const ModuleType* Library::module_type(const At<std::string>& type, Diagnostics& out) {
    const auto [found, is_new] = module_types_.try_emplace(*type);
    if (is_new)
        if (const auto node = read("module-types", *type, type.at, out))
            found->second = read_module_type(*node, out);
    return found->second ? &*found->second : nullptr;
}

std::optional<RackType> Library::rack_type(const std::string& type, const SourceRange& at,
                                           Diagnostics& out) {
    const auto node = read("rack-types", type, at, out);
    return node ? std::optional(read_rack_type(*node, out)) : std::nullopt;
}

std::optional<Hardware> Library::model(const std::string& name, const ModelEntry& entry,
                                       Diagnostics& out) {
    const DeviceType* type = device_type(entry.device_type, out);
    if (!type) return std::nullopt;
    Hardware hardware;
    hardware.model = name;
    hardware.device_type = *entry.device_type;
    hardware.part_number = type->part_number;
    hardware.ports = type->ports;
    hardware.height = type->height.value_or(HalfUnits{2});
    hardware.depth = hardware.height.value == 0 ? Depth::zero
                     : type->full_depth         ? Depth::full
                                                : Depth::half;
    hardware.airflow = type->airflow;
    hardware.device_bays = type->device_bays;
    hardware.weight = type->weight;
    if (entry.weight) {
        if (type->weight && *type->weight != **entry.weight)
            check_gap("weight", entry.weight->at, type->at, out);
        hardware.weight = **entry.weight;
    }
    if (entry.airflow) {
        if (!type->airflow.empty() && type->airflow != **entry.airflow)
            check_gap("airflow", entry.airflow->at, type->at, out);
        hardware.airflow = **entry.airflow;
    }
    if (entry.depth) hardware.known_depth = **entry.depth;
    if (entry.rails) {
        hardware.rails_from = entry.rails->from;
        hardware.rails_to = entry.rails->to;
    }
    for (const ModuleUse& use : entry.modules)
        if (const ModuleType* module = module_type(use.type, out))
            add_modules(hardware, *type, use, *module, out);
    break_out(hardware, entry, out);
    check_names(hardware, entry.device_type.at, out);
    check_inlets(hardware, entry, out);
    const auto ports = by_name(hardware);
    for (const auto& [group, lists] : entry.ports)
        add_group(hardware, ports, group, lists, entry.device_type.at, out);
    check_whole(hardware, entry, out);
    group_by_speed(hardware, entry, out);
    if (entry.supplies && !summed.holds(*entry.supplies))
        out.error("wrong-type", entry.at,
                  fmt::format("supplies is {}; it can only be summed", *entry.supplies));
    fill_draw(hardware, entry.power, entry.supplies.has_value());
    hardware.port_side = entry.port_side.value_or(usual_port_side(hardware));
    return hardware;
}

}  // namespace colo::definition
