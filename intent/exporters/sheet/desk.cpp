#include "intent/exporters/sheet/desk.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "intent/base/names.h"

namespace colo::sheets {

using exporters::find_by_id;

namespace {

bool has(const plan::Change& change, plan::Work work) {
    return std::find(change.work.begin(), change.work.end(), work) != change.work.end();
}

std::optional<Task> task_of(const plan::Change& change) {
    if (change.action == plan::Action::add) return Task::add;
    if (change.action == plan::Action::remove) return Task::remove;
    if (has(change, plan::Work::mount)) return Task::replace;
    if (has(change, plan::Work::move)) return Task::move;
    if (has(change, plan::Work::cable)) {
        const bool is_another = std::any_of(
            change.fields.begin(), change.fields.end(), [](const plan::FieldChange& field) {
                return field.field == "media" || field.field == "length_m";
            });
        return is_another ? Task::replace : Task::move;
    }
    if (has(change, plan::Work::label)) return Task::label;
    return std::nullopt;
}

template <class T>
std::optional<WorkOn<T>> work_of(const plan::Change& change, const std::vector<T>& before,
                                 const std::vector<T>& after) {
    const auto task = task_of(change);
    if (!task) return std::nullopt;
    const decltype(T::id) id{change.id};
    const bool is_new = change.action == plan::Action::add;
    const bool goes = change.action == plan::Action::remove;
    const T* const then = is_new ? nullptr : find_by_id(before, id);
    const T* const now = goes ? nullptr : find_by_id(after, id);
    if (!then && !now) return std::nullopt;
    return WorkOn<T>{then, now, *task};
}

/// Cables whose ends are at devices that are taken out, and that stay as they are.
bool is_unplugged(const Cable& cable, const std::set<DeviceId>& out) {
    const auto is_out = [&](const CableEnd& end) {
        return end.device && out.contains(*end.device);
    };
    return is_out(cable.a) || is_out(cable.b);
}

}  // namespace

bool reads_otherwise(const Desk& desk, const CableWork& work) {
    if (!work.before || !work.after) return true;
    const exporters::CableEnds &then = desk.before().ends, &now = desk.now().ends;
    return work.before->label != work.after->label ||
           then.place(work.before->a).label != now.place(work.after->a).label ||
           then.place(work.before->b).label != now.place(work.after->b).label;
}

std::string_view to_text(Task task) {
    constexpr std::array<std::string_view, 6> words{"add",  "label",   "replug",
                                                    "move", "replace", "remove"};
    return words.at(static_cast<std::size_t>(task));
}

exporters::Numbering numbering_of(const Options& options) {
    return {options.units_from == UnitsFrom::top, options.device_named_by == NamedBy::bottom};
}

bool is_cage(std::string_view type) {
    constexpr std::array<std::string_view, 8> cages{"sfp",  "qsfp", "xfp", "cfp",
                                                    "osfp", "gbic", "x2",  "xenpak"};
    return std::any_of(cages.begin(), cages.end(), [&](std::string_view cage) {
        return type.find(cage) != std::string_view::npos;
    });
}

Desk::Desk(const Job& job) : job_(job), now_(*job.intent, numbering_of(job.options)) {
    if (job.changes && !job.changes->base.is_the_goal)
        before_.emplace(job.changes->base.intent, numbering_of(job.options));
    if (job.changes)
        take_changes();
    else
        take_all();
    sort();
    for (std::size_t i = 0; i < devices.size(); ++i) device_at_[devices[i].shown().id] = i;
    for (std::size_t i = 0; i < cables.size(); ++i) cable_at_[cables[i].shown().id] = i;
}

void Desk::take_all() {
    for (const Device& device : intent().devices) devices.push_back({nullptr, &device});
    for (const Cable& cable : intent().cables) cables.push_back({nullptr, &cable});
}

void Desk::take_changes() {
    const Intent& then = job_.changes->base.intent;
    for (const plan::Change& change : job_.changes->changes) {
        if (change.table == "devices")
            if (auto work = work_of(change, then.devices, intent().devices))
                devices.push_back(*work);
        if (change.table == "cables")
            if (auto work = work_of(change, then.cables, intent().cables)) cables.push_back(*work);
    }
    take_cables_of_worked_on();
    if (before_) take_what_reads_otherwise();
}

/// A rack or device that is called otherwise stands on the labels of what hangs on it.
void Desk::take_what_reads_otherwise() {
    std::set<CableId> known_cables;
    for (const CableWork& work : cables) known_cables.insert(work.shown().id);
    std::set<DeviceId> known_devices;
    for (const DeviceWork& work : devices) known_devices.insert(work.shown().id);
    const Intent& then = job_.changes->base.intent;
    for (const Cable& cable : intent().cables) {
        const Cable* const was =
            known_cables.contains(cable.id) ? nullptr : find_by_id(then.cables, cable.id);
        const CableWork work{was, &cable, Task::label};
        if (was && reads_otherwise(*this, work)) cables.push_back(work);
    }
    for (const Device& device : intent().devices) {
        const Device* const was =
            known_devices.contains(device.id) ? nullptr : find_by_id(then.devices, device.id);
        if (!was) continue;
        const Rack *const rack = now_.places.rack(device), *const old = before_->places.rack(*was);
        const bool same = (rack ? rack->name : "") == (old ? old->name : "") &&
                          now_.places.spot(device) == before_->places.spot(*was);
        if (!same) devices.push_back({was, &device, Task::label});
    }
}

void Desk::take_cables_of_worked_on() {
    std::set<DeviceId> out;
    for (const DeviceWork& work : devices)
        if (work.task == Task::move || work.task == Task::replace) out.insert(work.shown().id);
    if (out.empty()) return;
    for (const Device& device : job_.changes->base.intent.devices)  // sleds go with their chassis
        if (device.parent && out.contains(*device.parent)) out.insert(device.id);
    std::set<CableId> known;
    for (const CableWork& work : cables)
        if (work.task != Task::label) known.insert(work.shown().id);
    std::erase_if(cables, [&](const CableWork& work) {
        return work.task == Task::label && is_unplugged(work.shown(), out);
    });
    const Intent& then = job_.changes->base.intent;
    for (const Cable& cable : intent().cables)
        if (!known.contains(cable.id) && is_unplugged(cable, out))
            if (const Cable* const was = find_by_id(then.cables, cable.id))
                cables.push_back({was, &cable, Task::replug});
}

std::string Desk::rack_name(const DeviceWork& work) const {
    const Rack* const rack = layout(work).places.rack(work.shown());
    return rack ? rack->name : "";
}

std::string Desk::rack_name(const CableWork& work) const {
    const exporters::CableEnds& ends = layout(work).ends;
    const Rack* rack = ends.rack(work.shown().a);
    if (!rack) rack = ends.rack(work.shown().b);
    return rack ? rack->name : "";
}

void Desk::sort() {
    const auto by_rack = [](const std::string& a, const std::string& b) {
        if (a.empty() != b.empty()) return b.empty();
        return natural_less(a, b);
    };
    std::vector<std::pair<std::string, DeviceWork>> of_racks;
    of_racks.reserve(devices.size());
    for (DeviceWork& work : devices) of_racks.emplace_back(rack_name(work), work);
    std::sort(of_racks.begin(), of_racks.end(), [&](const auto& x, const auto& y) {
        if (x.first != y.first) return by_rack(x.first, y.first);
        const Device &a = x.second.shown(), &b = y.second.shown();
        const auto key = [](const Device& one) {
            return std::tuple(one.parent.has_value(), !one.unit, one.unit.value_or(0),
                              -one.weight.value_or(Mass{}).value, one.face);
        };
        if (key(a) != key(b)) return key(a) < key(b);
        return a.id.value != b.id.value ? natural_less(a.id.value, b.id.value) : a.id < b.id;
    });
    std::transform(of_racks.begin(), of_racks.end(), devices.begin(),
                   [](auto& one) { return one.second; });
    std::vector<std::pair<std::string, CableWork>> laid;
    laid.reserve(cables.size());
    for (CableWork& work : cables) laid.emplace_back(rack_name(work), work);
    std::sort(laid.begin(), laid.end(), [&](const auto& x, const auto& y) {
        if (x.first != y.first) return by_rack(x.first, y.first);
        const Cable &a = x.second.shown(), &b = y.second.shown();
        if (a.kind != b.kind) return a.kind < b.kind;
        if (a.label != b.label) return natural_less(a.label, b.label);
        return a.id < b.id;
    });
    std::transform(laid.begin(), laid.end(), cables.begin(), [](auto& one) { return one.second; });
}

const DeviceWork* Desk::device_work(const DeviceId& id) const {
    const auto found = device_at_.find(id);
    return found == device_at_.end() ? nullptr : &devices[found->second];
}

const CableWork* Desk::cable_work(const CableId& id) const {
    const auto found = cable_at_.find(id);
    return found == cable_at_.end() ? nullptr : &cables[found->second];
}

}  // namespace colo::sheets
