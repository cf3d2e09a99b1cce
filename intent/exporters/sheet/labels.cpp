// What is stuck on: both ends of each cable, devices, panel ports, racks.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "intent/base/names.h"
#include "intent/exporters/sheet/tables.h"

namespace colo::sheets {

namespace {

class Labelling {
public:
    explicit Labelling(const Desk& desk) : desk_(desk), site_(desk.intent().head.site) {}

    void rack(const Rack& rack) {
        out_.push_back(
            {LabelKind::rack,
             rack.name,
             rack.name,
             {rack.name, site_, fmt::format("row {}, position {}", rack.row, rack.position)},
             code(rack.id.value),
             false});
    }

    void device(const Device& device) {
        const exporters::Places& places = desk_.now().places;
        const Rack* const rack = places.rack(device);
        const std::string where = rack ? rack->name + "-" + places.spot(device) : "";
        const std::string name = rack ? rack->name : "";
        for (const char* side : {"front", "rear"})
            out_.push_back({LabelKind::device,
                            fmt::format("{} {}", device.name, side),
                            name,
                            {device.name, where.empty() ? device.model : where},
                            code(device.id.value),
                            false});
    }

    /// One at each end; what is near stands first. An end that is not ours gets one as well:
    /// whoever patches it sticks it on.
    void cable(const CableWork& work) {
        const Cable& cable = *work.after;
        const auto a = desk_.now().ends.place(cable.a), b = desk_.now().ends.place(cable.b);
        for (const bool is_a : {true, false}) {
            const auto &near = is_a ? a : b, &far = is_a ? b : a;
            out_.push_back({LabelKind::cable,
                            cable.label + (is_a ? " A" : " B"),
                            near.rack,
                            {cable.label, near.label, "/ " + far.label},
                            code(cable.label),
                            true});
        }
    }

    void panel_port(const PanelPort& port, const Device& panel) {
        const exporters::Places& places = desk_.now().places;
        const Rack* const rack = places.rack(panel);
        const std::string own = (rack ? rack->name + "-" + places.spot(panel) : panel.name) + ":" +
                                port.name + (port.side == PanelSide::rear ? " rear" : "");
        std::vector<std::string> lines{own};
        if (port.cable)
            if (const Cable* const cable =
                    exporters::find_by_id(desk_.intent().cables, *port.cable)) {
                const bool is_a = cable->a.port == port.id;
                lines.push_back("/ " + desk_.now().ends.place(is_a ? cable->b : cable->a).label);
            }
        out_.push_back({LabelKind::port, own, rack ? rack->name : "", std::move(lines),
                        code(port.id.value), false});
    }

    std::vector<Label> take() && {
        std::stable_sort(out_.begin(), out_.end(), [](const Label& a, const Label& b) {
            if (a.rack.empty() != b.rack.empty()) return b.rack.empty();
            if (a.rack != b.rack) return natural_less(a.rack, b.rack);
            if (a.kind != b.kind) return a.kind > b.kind;  // racks, ports, devices, cables
            return natural_less(a.what, b.what);
        });
        return std::move(out_);
    }

private:
    std::string code(const std::string& of) const { return site_ + "/" + of; }

    const Desk& desk_;
    const std::string& site_;
    std::vector<Label> out_;
};

/// New racks with new devices in them, and those that are called otherwise; others have theirs.
void label_racks(Labelling& labelling, const Desk& desk, const std::set<RackId>& with_newcomers) {
    for (const Rack& rack : desk.intent().racks) {
        const Rack* const was = desk.is_change()
                                    ? exporters::find_by_id(desk.before().intent->racks, rack.id)
                                    : nullptr;
        if (was ? was->name != rack.name : with_newcomers.contains(rack.id)) labelling.rack(rack);
    }
}

bool is_labelled(Task task) { return task != Task::remove && task != Task::replug; }

}  // namespace

std::vector<Label> labels_of_work(const Desk& desk) {
    Labelling labelling(desk);
    std::set<RackId> racks;
    std::set<DeviceId> devices;
    for (const DeviceWork& work : desk.devices)
        if (work.after && is_labelled(work.task)) {
            devices.insert(work.after->id);
            if (work.after->rack && work.task == Task::add) racks.insert(*work.after->rack);
            labelling.device(*work.after);
        }
    label_racks(labelling, desk, racks);
    std::set<CableId> cables;
    for (const CableWork& work : desk.cables)
        if (work.after && (is_labelled(work.task) || reads_otherwise(desk, work))) {
            cables.insert(work.after->id);
            labelling.cable(work);
        }
    for (const PanelPort& port : desk.intent().panel_ports) {
        const Device* const panel = desk.now().places.device(port.device);
        if (panel && (devices.contains(panel->id) || (port.cable && cables.contains(*port.cable))))
            labelling.panel_port(port, *panel);
    }
    return std::move(labelling).take();
}

}  // namespace colo::sheets
