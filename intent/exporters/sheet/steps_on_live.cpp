// Work on what stands and is in use: one device at a time, asked for before and proven after.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "intent/base/names.h"
#include "intent/exporters/sheet/step_words.h"
#include "intent/exporters/sheet/step_writer.h"

namespace colo::sheets {

namespace {

const Device* find_device(const Desk& desk, const DeviceId& id) {
    const Device* const then = desk.before().places.device(id);
    return then ? then : desk.now().places.device(id);
}

std::string name_of(const Desk& desk, const DeviceId& id) {
    const Device* const device = find_device(desk, id);
    return device ? device->name : id.value.empty() ? "an end that is not ours" : id.value;
}

/// Whether a device is taken out for good in this work.
bool goes(const Desk& desk, const DeviceId& id) {
    const DeviceWork* const work = desk.device_work(id);
    return work && work->task == Task::remove;
}

/// The other members of its pair, that must stay untouched.
std::vector<std::string> partners(const Desk& desk, const Block& block) {
    std::vector<std::string> out;
    if (block.pair.empty()) return out;
    for (const Device& device : desk.before().intent->devices)
        if (device.pair == block.pair && device.id != block.at && !goes(desk, device.id))
            out.push_back(device.name);
    return out;
}

struct Loss {
    plan::Loss kind;
    std::string of, left;
    auto operator<=>(const Loss&) const = default;
};

/// What is lost, by names that stand on things: a pair by its members.
std::string called(const Desk& desk, const std::string& of) {
    std::vector<std::string> members;
    for (const Device& device : desk.before().intent->devices)
        if (device.pair == of) members.push_back(device.name);
    return members.empty() ? of : "the pair " + listed(std::move(members));
}

std::string sentence(const Loss& loss, const std::string& who) {
    const std::string left = loss.left.empty() ? "" : fmt::format(" ({} carries on)", loss.left);
    switch (loss.kind) {
        case plan::Loss::service:
            return loss.of.empty() ? fmt::format("down: {}", who)
                                   : fmt::format("without {}: {}", loss.of, who);
        case plan::Loss::link: return fmt::format("link {} is down{}", loss.of, left);
        case plan::Loss::redundancy:
            return fmt::format("no redundancy of {}: {}{}", loss.of, who, left);
        case plan::Loss::feed: return fmt::format("on feed {} alone: {}", loss.left, who);
        case plan::Loss::management: return fmt::format("not managed: {}", who);
    }
    return {};
}

std::string rack_of(const Desk& desk, const DeviceId& id) {
    const Device* const device = find_device(desk, id);
    const Rack* const rack = device ? desk.before().places.rack(*device) : nullptr;
    return rack ? rack->name : "";
}

std::string lost_in(const Desk& desk, const Block& block) {
    std::set<std::string> cables, devices;
    for (const std::size_t at : block.unplugged) cables.insert(desk.cables[at].before->id.value);
    for (const std::size_t at : block.devices) devices.insert(desk.devices[at].before->id.value);
    std::string out = loss_text(desk, cables, devices);
    const auto others = partners(desk, block);
    if (!others.empty())
        out += fmt::format("{}Its partner {} stays untouched.", out.empty() ? "" : " ",
                           fmt::join(others, ", "));
    return out;
}

std::string next_text(const Desk& desk, const Block* next) {
    return next ? fmt::format(" Only then go on to {}.", name_of(desk, next->at)) : "";
}

/// Cables of a block, sorted into what goes, what comes and what only waits.
Indices with_task(const Desk& desk, const Indices& cables, std::initializer_list<Task> tasks) {
    Indices out;
    for (const std::size_t at : cables)
        if (std::find(tasks.begin(), tasks.end(), desk.cables[at].task) != tasks.end())
            out.push_back(at);
    return out;
}

std::string tools_for(const Desk& desk, const Cables& cables) {
    const bool fibre = std::any_of(cables.begin(), cables.end(), [&](const CableWork* work) {
        return is_fibre(desk, work->shown());
    });
    return std::string("telephone, hook-and-loop tape") +
           (fibre ? ", fibre cleaner, fibre microscope" : "");
}

/// Those that are in one list and not in the other.
Indices without(Indices indices, const Indices& others) {
    std::erase_if(indices, [&](std::size_t at) {
        return std::find(others.begin(), others.end(), at) != others.end();
    });
    return indices;
}

Indices of_power(const Desk& desk, const Indices& cables, bool power) {
    Indices out;
    for (const std::size_t at : cables)
        if ((desk.cables[at].shown().kind == CableKind::power) == power) out.push_back(at);
    return out;
}

/// What outlets of others hang on: a strip.
bool is_source(const Desk& desk, const DeviceId& id) {
    const Intent& intent = *desk.before().intent;
    return std::any_of(intent.outlets.begin(), intent.outlets.end(),
                       [&](const Outlet& outlet) { return outlet.device == id; });
}

bool has_inlets(const Desk& desk, const DeviceId& id) {
    const Intent& intent = *desk.before().intent;
    return std::any_of(intent.power_ports.begin(), intent.power_ports.end(),
                       [&](const PowerPort& port) { return port.device == id; });
}

void write_cable_block(StepWriter& writer, const Block& block, const Block* next) {
    const Desk& desk = writer.desk();
    const std::string name = name_of(desk, block.at);
    Indices both = block.unplugged;
    std::erase_if(both, [&](std::size_t at) {
        return std::find(block.plugged.begin(), block.plugged.end(), at) == block.plugged.end();
    });
    const Cables exchanged = writer.cables(both);
    const Cables out = writer.cables(without(block.unplugged, both));
    const Cables in = writer.cables(without(block.plugged, both));
    Step step{.phase = "Change", .rack = rack_of(desk, block.at)};
    step.lost = lost_in(desk, block);
    if (const Device* const device = desk.before().places.device(block.at))
        step.position = position_of(desk.before(), *device);
    step.work = fmt::format("At {}, ask the contact for the go.", name);
    if (!exchanged.empty())
        step.work += fmt::format(
            " One after the other, each out, in again as the schedule says, and its link LED seen "
            "before the next is touched: {}.",
            labels_of(exchanged, Labels::as_they_are));
    if (!out.empty())
        step.work += fmt::format(" Take out: {}.", labels_of(out, Labels::as_they_are));
    if (!in.empty()) step.work += fmt::format(" Plug in: {}.", labels_of(in));
    step.parts =
        parts_of(desk, writer.cables(with_task(desk, block.plugged, {Task::add, Task::replace})));
    step.tools = tools_for(desk, writer.cables(block.plugged));
    step.check = fmt::format("the contact confirms that {} has all its links.{}", name,
                             next_text(desk, next));
    Indices all = block.unplugged;
    all.insert(all.end(), block.plugged.begin(), block.plugged.end());
    writer.add(std::move(step), {}, all);
}

/// How a device is brought to rest before anything of it is pulled.
std::string resting(const Desk& desk, const DeviceId& id, const std::string& name) {
    if (is_source(desk, id))
        return fmt::format("Ask the contact for the go, and whether everything on {} runs on its "
                           "other feed. Have the facility switch its feed off.",
                           name);
    if (!has_inlets(desk, id)) return "Ask the contact for the go.";
    return fmt::format("Ask the contact for the go, and to shut {} down.", name);
}

void write_unplugging(StepWriter& writer, const Block& block, const std::string& name) {
    const Desk& desk = writer.desk();
    Step step{.phase = "Change", .rack = rack_of(desk, block.at)};
    step.lost = lost_in(desk, block);
    if (const Device* const device = desk.before().places.device(block.at))
        step.position = position_of(desk.before(), *device);
    const Cables power = writer.cables(of_power(desk, block.unplugged, true));
    const Cables others = writer.cables(of_power(desk, block.unplugged, false));
    step.work = resting(desk, block.at, name);
    if (!others.empty())
        step.work += fmt::format(" Unplug {}.", labels_of(others, Labels::as_they_are));
    if (!power.empty())
        step.work += fmt::format(" Last, power: {}.", labels_of(power, Labels::as_they_are));
    const Cables gone =
        writer.cables(with_task(desk, block.unplugged, {Task::remove, Task::replace}));
    if (!gone.empty())
        step.work += fmt::format(" Take out {}.", labels_of(gone, Labels::as_they_are));
    step.tools = "telephone";
    step.check = fmt::format("{} is {}, and the contact confirms that all else is well", name,
                             has_inlets(desk, block.at) ? "dark" : "free of cables");
    writer.add(std::move(step), {}, with_task(desk, block.unplugged, {Task::remove}));
}

void write_device_work(StepWriter& writer, std::size_t at) {
    const Desk& desk = writer.desk();
    const DeviceWork& work = desk.devices[at];
    const Device& device = work.shown();
    const std::string lifting = lifting_of(device);
    Step step{.phase = "Change", .rack = desk.rack_name(work)};
    step.tools = (lifting.empty() ? "" : lifting + ", ") + std::string("screwdriver");
    step.position = position_of(desk.layout(work), device);
    const std::string was = position_of(desk.before(), *work.before);
    const std::string from = rack_of(desk, work.before->id);
    switch (work.task) {
        case Task::move:
            step.work = fmt::format("Move {} from {} {}", device.name, from, was);
            step.check = "it sits in its new position and carries its label";
            break;
        case Task::replace:
            step.work = fmt::format("Take {} ({}) out of {} {} and mount the {} in its place; "
                                    "write both serial numbers down",
                                    device.name, work.before->model, from, was, device.model);
            step.parts = part_of(desk, device);
            step.check = "it sits in its position and carries its label";
            break;
        default:
            step.work = fmt::format("Take {} out; write its serial number down", device.name);
            step.check = "it is out, and its position is closed by a blanking panel";
    }
    writer.add(std::move(step), {at}, {});
}

void write_aside(StepWriter& writer, std::size_t at) {
    const Desk& desk = writer.desk();
    const Device& device = *desk.devices[at].before;
    Step step{.phase = "Change", .rack = rack_of(desk, device.id)};
    step.position = position_of(desk.before(), device);
    step.work =
        fmt::format("Take {} out and lay it aside: another takes its place first.", device.name);
    const std::string lifting = lifting_of(device);
    step.tools = (lifting.empty() ? "" : lifting + ", ") + std::string("screwdriver");
    step.check = "its position is free";
    writer.add(std::move(step), {}, {});
}

/// Each goes where nothing stands any more; where all stand in each other's way, one is laid aside.
void write_moves(StepWriter& writer, const Indices& devices) {
    const Desk& desk = writer.desk();
    Indices standing = devices, aside;
    const auto can_go = [&](std::size_t at) {
        const Device* const goal = desk.devices[at].after;
        return !goal || std::none_of(standing.begin(), standing.end(), [&](std::size_t other) {
            return other != at && are_in_each_others_way(*desk.devices[other].before, *goal);
        });
    };
    while (!standing.empty()) {
        auto next = std::find_if(standing.begin(), standing.end(), can_go);
        const bool goes = next != standing.end();
        if (!goes) next = standing.begin();
        goes ? write_device_work(writer, *next) : write_aside(writer, *next);
        if (!goes) aside.push_back(*next);
        standing.erase(next);
    }
    for (const std::size_t at : aside) write_device_work(writer, at);
}

void write_plugging(StepWriter& writer, const Block& block, const std::string& name,
                    const Block* next) {
    const Desk& desk = writer.desk();
    Step step{.phase = "Change", .rack = rack_of(desk, block.at)};
    const Device* const device = desk.now().places.device(block.at);
    if (device) {
        step.position = position_of(desk.now(), *device);
        if (const Rack* const rack = desk.now().places.rack(*device)) step.rack = rack->name;
    }
    const Cables power = writer.cables(of_power(desk, block.plugged, true));
    const Cables others = writer.cables(of_power(desk, block.plugged, false));
    if (device && is_source(desk, block.at))
        step.work = "Have the facility connect it to its feed and switch that on. ";
    if (!power.empty()) step.work += fmt::format("Plug in power: {}.", labels_of(power));
    if (!others.empty())
        step.work +=
            fmt::format("{} {}.", power.empty() ? "Plug in" : " Then plug in", labels_of(others));
    step.work += " Labels that read otherwise now are changed with it.";
    step.parts =
        parts_of(desk, writer.cables(with_task(desk, block.plugged, {Task::add, Task::replace})));
    step.tools = tools_for(desk, writer.cables(block.plugged));
    if (!device)
        step.check = "the contact confirms that nothing else is missed.";
    else if (is_source(desk, block.at))
        step.check = fmt::format("every PSU on {} is green again.", name);
    else
        step.check = fmt::format("the contact confirms that {} is back, with all links that are "
                                 "plugged in by now{}.",
                                 name, has_inlets(desk, block.at) ? " and every PSU" : "");
    step.check += next_text(desk, next);
    if (device) step.testable = name;
    writer.add(std::move(step), {}, block.plugged);
}

}  // namespace

std::string loss_text(const Desk& desk, const std::set<std::string>& cables,
                      const std::set<std::string>& devices) {
    std::map<Loss, std::vector<std::string>> losses;
    if (!desk.job().changes) return {};
    for (const plan::Risk& risk : desk.job().changes->risks) {
        const auto& ids = risk.table == "cables" ? cables : devices;
        const bool is_meant = (risk.table == "cables" || risk.table == "devices") &&
                              (ids.contains(risk.id) || ids.contains(risk.name));
        if (!is_meant) continue;
        std::vector<std::string> left;
        for (const std::string& one : risk.left)
            if (!goes(desk, DeviceId{one})) left.push_back(name_of(desk, DeviceId{one}));
        auto& who = losses[{risk.loss, called(desk, risk.of), listed(std::move(left))}];
        for (const std::string& device : risk.devices)
            who.push_back(name_of(desk, DeviceId{device}));
    }
    std::string out;
    for (auto& [loss, who] : losses)
        out += fmt::format("{}{}.", out.empty() ? "" : " ", sentence(loss, listed(std::move(who))));
    return out;
}

void write_block(StepWriter& writer, const Block& block, const Block* next) {
    const Desk& desk = writer.desk();
    if (block.devices.empty()) return write_cable_block(writer, block, next);
    const std::string name = name_of(desk, block.at);
    write_unplugging(writer, block, name);
    write_moves(writer, block.devices);
    if (!block.plugged.empty()) return write_plugging(writer, block, name, next);
    Step step{.phase = "Change", .rack = rack_of(desk, block.at)};
    step.work = "Tell the contact that it is done, and wait.";
    step.tools = "telephone";
    step.check = "the contact confirms that nothing else is missed." + next_text(desk, next);
    writer.add(std::move(step), {}, {});
}

}  // namespace colo::sheets
