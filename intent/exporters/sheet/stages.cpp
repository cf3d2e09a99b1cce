#include "intent/exporters/sheet/stages.h"

#include <algorithm>
#include <set>

#include "intent/base/names.h"

namespace colo::sheets {

using exporters::find_by_id;

namespace {

bool disturbs(Task task) {
    return task == Task::move || task == Task::replace || task == Task::remove ||
           task == Task::replug;
}

/// Ports that a cable held before and does not hold in the same way after: work makes them free.
std::set<PortId> freed_ports(const Desk& desk) {
    std::set<PortId> out;
    for (const CableWork& work : desk.cables)
        if (work.before && disturbs(work.task))
            for (const CableEnd* end : {&work.before->a, &work.before->b})
                if (end->port) out.insert(*end->port);
    return out;
}

bool uses(const Cable& cable, const std::set<PortId>& ports) {
    return (cable.a.port && ports.contains(*cable.a.port)) ||
           (cable.b.port && ports.contains(*cable.b.port));
}

/// Whether two devices cannot be in the rack at once. Faces and depths are left out of account: a
/// newcomer that waits a little does no harm.
bool are_in_each_others_way(const Device& standing, const Device& newcomer) {
    if (newcomer.parent) return standing.parent == newcomer.parent && standing.bay == newcomer.bay;
    if (!standing.unit || !newcomer.unit || standing.rack != newcomer.rack || standing.parent)
        return false;
    return *standing.unit <= exporters::top_unit(newcomer) &&
           *newcomer.unit <= exporters::top_unit(standing);
}

class Sorting {
public:
    explicit Sorting(const Desk& desk) : desk_(desk), freed_(freed_ports(desk)) {}

    Stages run() {
        for (std::size_t i = 0; i < desk_.devices.size(); ++i)
            if (disturbs(desk_.devices[i].task) && desk_.devices[i].before) at_worked_on_device(i);
        count_disturbed();
        for (std::size_t i = 0; i < desk_.devices.size(); ++i) put_device(i);
        for (std::size_t i = 0; i < desk_.cables.size(); ++i)
            if (disturbs(desk_.cables[i].task)) unplug(i);
        order_by_room();
        for (std::size_t i = 0; i < desk_.cables.size(); ++i)
            if (disturbs(desk_.cables[i].task) && desk_.cables[i].after) plug(i);
        for (std::size_t i = 0; i < desk_.cables.size(); ++i)
            if (!disturbs(desk_.cables[i].task)) put_cable(i);
        for (const DeviceId& id : order_) stages_.blocks.push_back(std::move(blocks_[id]));
        return std::move(stages_);
    }

private:
    /// The device whose block work on a device belongs to: itself, or what it is put into when
    /// that is worked on too.
    DeviceId root_of(const Device& device) const {
        if (device.parent)
            if (const DeviceWork* const parent = desk_.device_work(*device.parent))
                if (parent->before && disturbs(parent->task)) return *device.parent;
        return device.id;
    }

    Block& block_at(const DeviceId& id) {
        const auto [at, is_new] = blocks_.try_emplace(id);
        if (!is_new) return at->second;
        order_.push_back(id);
        at->second.at = id;
        if (const Device* const device = find(id)) at->second.pair = device->pair.value_or("");
        return at->second;
    }

    const Device* find(const DeviceId& id) const {
        const Device* const then = desk_.before().places.device(id);
        return then ? then : desk_.now().places.device(id);
    }

    void at_worked_on_device(std::size_t index) {
        block_at(root_of(*desk_.devices[index].before)).devices.push_back(index);
        worked_on_.insert(desk_.devices[index].before->id);
    }

    void count_disturbed() {
        for (const CableWork& work : desk_.cables)
            if (disturbs(work.task))
                for (const CableEnd* end : {&work.before->a, &work.before->b})
                    if (end->device) ++disturbed_at_[*end->device];
    }

    /// Where work on a cable that stands belongs: to an end that is worked on itself; of power to
    /// the strip, so that no device loses two feeds at once; else to the member of a pair, so that
    /// the other member stays; else to the end where more is done.
    std::optional<DeviceId> hub_of(const Cable& cable) const {
        const auto &a = cable.a.device, &b = cable.b.device;
        for (const auto* end : {&a, &b})
            if (*end && worked_on_.contains(**end)) return root_of(*find(**end));
        if (!a || !b) return a ? a : b;
        if (cable.kind == CableKind::power) {
            const Device* const strip = find(*b);
            return strip && !strip->unit ? b : a;
        }
        const auto weight = [&](const DeviceId& id) {
            const Device* const device = find(id);
            const auto many = disturbed_at_.find(id);
            return std::pair(device && device->pair.has_value(),
                             many == disturbed_at_.end() ? 0 : many->second);
        };
        return weight(*b) > weight(*a) ? b : a;
    }

    void put_device(std::size_t index) {
        const DeviceWork& work = desk_.devices[index];
        if (work.task == Task::label) return stages_.device_labels.push_back(index);
        if (work.task != Task::add) return;
        const bool waits = is_in_the_way_of(*work.after) ||
                           (work.after->parent && late_.contains(*work.after->parent));
        if (waits) late_.insert(work.after->id);
        (waits ? stages_.late : stages_.undisturbing).devices.push_back(index);
    }

    bool is_in_the_way_of(const Device& newcomer) const {
        return std::any_of(worked_on_.begin(), worked_on_.end(), [&](const DeviceId& id) {
            const Device* const standing = desk_.before().places.device(id);
            return standing && are_in_each_others_way(*standing, newcomer);
        });
    }

    void unplug(std::size_t index) {
        const CableWork& work = desk_.cables[index];
        const auto hub = hub_of(*work.before);
        Block& block = block_at(hub.value_or(DeviceId{}));
        block.unplugged.push_back(index);
        for (const CableEnd* end : {&work.before->a, &work.before->b})
            if (end->port) freed_by_[*end->port] = block.at;
        unplugged_in_[index] = block.at;
    }

    /// What moves to where another thing stands waits for that one's block. Two that change places
    /// cannot both wait: they stay in their order.
    void order_by_room() {
        for (std::size_t moves = 0, i = 0; i < order_.size() && moves < order_.size(); ++i)
            if (const std::size_t last = last_in_the_way_of(order_[i]); last > i) {
                const auto at = order_.begin() + static_cast<std::ptrdiff_t>(i);
                std::rotate(at, at + 1, order_.begin() + static_cast<std::ptrdiff_t>(last) + 1);
                ++moves, --i;
            }
        for (std::size_t i = 0; i < order_.size(); ++i) place_[order_[i]] = i;
    }

    /// The place of the last block that makes room for this one; 0: none needs to.
    std::size_t last_in_the_way_of(const DeviceId& id) const {
        const DeviceWork* const work = desk_.device_work(id);
        if (!work || !work->after) return 0;
        for (std::size_t i = order_.size(); i-- > 0;) {
            const Device* const standing = desk_.before().places.device(order_[i]);
            if (order_[i] != id && worked_on_.contains(order_[i]) && standing &&
                are_in_each_others_way(*standing, *work->after))
                return i;
        }
        return 0;
    }

    void plug(std::size_t index) {
        place_plugging(index, *desk_.cables[index].after, unplugged_in_.at(index));
    }

    /// A cable is plugged in when its ends are there and its ports are free: with the last of the
    /// blocks that it waits for.
    void place_plugging(std::size_t index, const Cable& cable, DeviceId at) {
        const auto wait_for = [&](const DeviceId& block) {
            if (place_.at(block) > place_.at(at)) at = block;
        };
        for (const CableEnd* end : {&cable.a, &cable.b}) {
            if (!end->device) continue;
            if (late_.contains(*end->device)) return stages_.late.cables.push_back(index);
            if (worked_on_.contains(*end->device)) wait_for(root_of(*find(*end->device)));
            const auto freed = end->port ? freed_by_.find(*end->port) : freed_by_.end();
            if (freed != freed_by_.end()) wait_for(freed->second);
        }
        blocks_.at(at).plugged.push_back(index);
    }

    void put_cable(std::size_t index) {
        const CableWork& work = desk_.cables[index];
        if (work.task == Task::label) return stages_.cable_labels.push_back(index);
        const Cable& cable = *work.after;
        const bool is_late = (cable.a.device && late_.contains(*cable.a.device)) ||
                             (cable.b.device && late_.contains(*cable.b.device));
        if (is_late) return stages_.late.cables.push_back(index);
        const bool waits =
            uses(cable, freed_) || is_at_worked_on(cable.a) || is_at_worked_on(cable.b);
        if (!waits) return stages_.undisturbing.cables.push_back(index);
        for (const CableEnd* end : {&cable.a, &cable.b})
            if (end->port)
                if (const auto found = freed_by_.find(*end->port); found != freed_by_.end())
                    return place_plugging(index, cable, found->second);
        for (const CableEnd* end : {&cable.a, &cable.b})
            if (is_at_worked_on(*end))
                return place_plugging(index, cable, root_of(*find(*end->device)));
        stages_.late.cables.push_back(index);
    }

    bool is_at_worked_on(const CableEnd& end) const {
        return end.device && worked_on_.contains(*end.device);
    }

    const Desk& desk_;
    std::set<PortId> freed_;
    std::set<DeviceId> worked_on_, late_;
    std::map<DeviceId, std::size_t> disturbed_at_;
    std::map<PortId, DeviceId> freed_by_;           // port -> block
    std::map<std::size_t, DeviceId> unplugged_in_;  // cable -> block
    std::map<DeviceId, std::size_t> place_;         // of a block in the order
    std::map<DeviceId, Block> blocks_;
    std::vector<DeviceId> order_;
    Stages stages_;
};

}  // namespace

Stages stages_of(const Desk& desk) { return Sorting(desk).run(); }

}  // namespace colo::sheets
