// Racks, strips and devices.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "intent/base/names.h"
#include "intent/exporters/sheet/step_words.h"
#include "intent/exporters/sheet/step_writer.h"

namespace colo::sheets {

namespace {

using ByRack = std::map<std::string, Indices, NaturalLess>;

bool is_strip(const Device& device) { return device.rack && !device.unit && !device.parent; }

ByRack by_rack(const StepWriter& writer, const Indices& devices) {
    ByRack out;
    for (const std::size_t at : devices)
        out[writer.desk().rack_name(writer.desk().devices[at])].push_back(at);
    return out;
}

const Rack* rack_called(const Intent& intent, const std::string& name) {
    const auto found = std::find_if(intent.racks.begin(), intent.racks.end(),
                                    [&](const Rack& rack) { return rack.name == name; });
    return found == intent.racks.end() ? nullptr : &*found;
}

void write_preparation(StepWriter& writer, const std::string& name, const Indices& devices) {
    const Desk& desk = writer.desk();
    const Rack* const rack = rack_called(desk.intent(), name);
    if (!rack) return;
    std::size_t with_rails = 0;
    for (const std::size_t at : devices) with_rails += desk.devices[at].after->unit ? 1 : 0;
    Step step{.phase = "Prepare", .rack = name};
    step.position = fmt::format("row {}, position {}", rack->row, rack->position);
    std::string feeds;
    for (const auto& [feed, load] : rack->feeds)
        feeds += fmt::format("{}{} ({})", feeds.empty() ? "" : ", ", feed, to_text(load.capacity));
    const bool stands = desk.is_change() && rack_called(*desk.before().intent, name);
    step.work =
        fmt::format("Find rack {}{}. Check that it is {}free where devices are to go{}.", name,
                    stands ? "" : " and stick its label on", stands ? "" : "earthed, levelled and ",
                    feeds.empty() ? "" : ", and that its feeds are there: " + feeds);
    if (with_rails > 0)
        step.work += fmt::format(" Mark the positions; fit the rails or cage nuts of {}.",
                                 count_of(with_rails, "device"));
    step.parts = stands ? "" : "rack label";
    if (with_rails > 0)
        step.parts += fmt::format("{}{} of rails or cage nuts", stands ? "" : ", ",
                                  count_of(with_rails, "set"));
    step.tools = "level, screwdriver, cage nut tool";
    step.check = fmt::format("rails stand level at the positions of the elevation of {}", name);
    writer.add(std::move(step), {}, {});
}

void write_strips(StepWriter& writer, const std::string& rack, const Indices& devices) {
    const Desk& desk = writer.desk();
    Indices strips;
    std::vector<std::string> names, parts;
    for (const std::size_t at : devices) {
        const Device& device = *desk.devices[at].after;
        if (!is_strip(device)) continue;
        strips.push_back(at);
        const auto feed = desk.now().places.feed(device);
        names.push_back(feed ? fmt::format("{} (feed {})", device.name, *feed) : device.name);
        parts.push_back(part_of(desk, device));
    }
    if (strips.empty()) return;
    Step step{.phase = "Mount", .rack = rack, .position = "zero-U, rear posts"};
    step.work = fmt::format(
        "Hang {} on the rear posts, on the sides that the elevation shows, and label them.",
        listed(names));
    for (const std::string& part : parts) step.parts += (step.parts.empty() ? "" : "; ") + part;
    step.tools = "screwdriver";
    step.check = "they sit firm, the outlets face the devices, and the side is the elevation's";
    writer.add(std::move(step), strips, {});
}

/// What hands its power on: strips, in units or beside them. Outlets are sorted by their ids, which
/// begin with the device's.
bool is_source(const Desk& desk, const Device& device) {
    const auto& outlets = desk.intent().outlets;
    const auto at = std::lower_bound(
        outlets.begin(), outlets.end(), device.id.value + ":",
        [](const Outlet& outlet, const std::string& id) { return outlet.id.value < id; });
    return at != outlets.end() && at->device == device.id;
}

/// The facility's part: nothing of ours says where its whips hang.
void write_feeding(StepWriter& writer, const std::string& name, const Indices& devices) {
    const Desk& desk = writer.desk();
    const Rack* const rack = rack_called(desk.intent(), name);
    std::vector<std::string> strips;
    for (const std::size_t at : devices)
        if (const Device& device = *desk.devices[at].after; is_source(desk, device)) {
            const auto feed = desk.now().places.feed(device);
            strips.push_back(device.name + (feed ? " to feed " + *feed : ""));
        }
    if (strips.empty() || !rack) return;
    Step step{.phase = "Power", .rack = name};
    step.work = fmt::format(
        "Have the facility connect {}, and switch the feeds on. Look at the whip's label: the "
        "letter must be the strip's.",
        listed(std::move(strips)));
    step.tools = "telephone";
    step.check = "each strip has power: its display or lamp is lit, and it is on its own feed";
    writer.add(std::move(step), {}, {});
}

/// A new rack is tried with each feed gone before anything in it is in use.
void write_power_proof(StepWriter& writer, const std::string& name, const Indices& devices) {
    const Desk& desk = writer.desk();
    const Rack* const rack = rack_called(desk.intent(), name);
    const bool has_strips = std::any_of(devices.begin(), devices.end(), [&](std::size_t at) {
        return is_source(desk, *desk.devices[at].after);
    });
    const bool stands = desk.is_change() && rack_called(*desk.before().intent, name);
    if (!rack || !has_strips || stands || rack->feeds.size() < 2) return;
    Step step{.phase = "Prove", .rack = name};
    step.work = "Ask the contact for the go. Switch one feed off and on again, then the next; "
                "write what each carries, by the strip's display, into Feeds.";
    step.tools = "telephone";
    step.check = "with any one feed off every device with two inlets runs on; what has one inlet "
                 "on that feed is dark, and nothing else";
    step.testable = "the loss of a feed: the contact sees which supplies were lost";
    writer.add(std::move(step), {}, {});
}

void write_mounting(StepWriter& writer, std::size_t at) {
    const Desk& desk = writer.desk();
    const DeviceWork& work = desk.devices[at];
    const Device& device = *work.after;
    const std::string lifting = lifting_of(device);
    Step step{.phase = "Mount", .rack = desk.rack_name(work)};
    step.position = position_of(desk.now(), device);
    step.work = fmt::format("{} {}. Label it front and rear; write its serial number down.",
                            device.parent ? "Put in" : "Mount", device.name);
    step.parts = part_of(desk, device);
    if (!device.role) {  // the facility puts panels into our racks
        step.work =
            fmt::format("Find {}, which the facility has put there, and label it.", device.name);
        step.parts.clear();
    }
    step.tools = (lifting.empty() ? "" : lifting + ", ") + std::string("screwdriver");
    step.check = "it sits in its position, screwed on both sides, and carries its label";
    if (device.parent) step.check = "it is latched in its bay and carries its label";
    writer.add(std::move(step), {at}, {});
}

}  // namespace

void write_opening(StepWriter& writer) {
    const Desk& desk = writer.desk();
    if (desk.devices.empty() && desk.cables.empty()) return;
    Step step{.phase = "Prepare"};
    step.work =
        "Call the contact: compare revision and digest, ask whether work may begin. Lay out "
        "what was delivered and compare it, rack by rack, with the bill of materials.";
    step.tools = "telephone, this sheet, labels as printed";
    step.check = "nothing is missing or damaged, or the contact knows what is";
    writer.add(std::move(step), {}, {});
}

void write_heap(StepWriter& writer, const Heap& heap) {
    const Desk& desk = writer.desk();
    const ByRack racks = by_rack(writer, heap.devices);
    for (const auto& [rack, devices] : racks) write_preparation(writer, rack, devices);
    for (const auto& [rack, devices] : racks) write_strips(writer, rack, devices);
    // by rack and from the bottom up, as the desk has them; what is put into others after these
    for (const bool in_bays : {false, true})
        for (const auto& [rack, devices] : racks)
            for (const std::size_t at : devices) {
                const Device& device = *desk.devices[at].after;
                if (!is_strip(device) && device.parent.has_value() == in_bays)
                    write_mounting(writer, at);
            }
    for (const auto& [rack, devices] : racks) write_feeding(writer, rack, devices);
    write_cables(writer, heap.cables);
    for (const auto& [rack, devices] : racks) write_power_proof(writer, rack, devices);
}

void write_labels(StepWriter& writer, const Stages& stages) {
    const Desk& desk = writer.desk();
    for (const auto& [rack, devices] : by_rack(writer, stages.device_labels)) {
        std::vector<std::string> names;
        for (const std::size_t at : devices) names.push_back(desk.devices[at].after->name);
        Step step{.phase = "Label", .rack = rack};
        step.work = "Take the old labels off and stick the new ones on: " + listed(names);
        step.parts = count_of(devices.size(), "device label") + ", front and rear";
        step.check = "each device carries its new name, and no old one";
        writer.add(std::move(step), devices, {});
    }
    std::map<std::string, Indices, NaturalLess> cables;
    for (const std::size_t at : stages.cable_labels)
        cables[desk.rack_name(desk.cables[at])].push_back(at);
    for (const auto& [rack, indices] : cables) {
        Step step{.phase = "Label", .rack = rack};
        step.work = "Change the labels at both ends of " +
                    labels_of(writer.cables(indices), Labels::as_they_are) +
                    ": the cable schedule says what each reads from now on";
        step.parts = count_of(2 * indices.size(), "cable label");
        step.check = "both ends carry the new text; nothing was unplugged";
        writer.add(std::move(step), {}, indices);
    }
}

void write_close(StepWriter& writer) {
    const Desk& desk = writer.desk();
    if (desk.devices.empty() && desk.cables.empty()) return;
    Step step{.phase = "Close"};
    step.work =
        "Dress the cables, fit blanking panels into free units, photograph each rack front and "
        "rear, take rubbish and what is left over out of the room.";
    step.parts = "hook-and-loop tape, blanking panels";
    step.check = "doors close, nothing hangs into the air's way, photographs are sharp";
    step.testable = "the whole site: ask the contact to compare it with this sheet";
    writer.add(std::move(step), {}, {});
    Step report{.phase = "Close"};
    report.work =
        "Fill in the serial capture, measured lengths and the sign-off, and return them as the "
        "cover says.";
    report.check = "the contact says that they have arrived";
    writer.add(std::move(report), {}, {});
}

}  // namespace colo::sheets
