#include "intent/exporters/sheet/stages.h"

#include <algorithm>
#include <functional>
#include <set>

#include "intent/base/names.h"

namespace colo::sheets {

namespace {

bool disturbs(Task task) {
    return task == Task::move || task == Task::replace || task == Task::remove ||
           task == Task::replug;
}

class Sorting {
public:
    explicit Sorting(const Desk& desk) : desk_(desk) {}

    Stages run() {
        for (std::size_t i = 0; i < desk_.devices.size(); ++i)
            if (disturbs(desk_.devices[i].task) && desk_.devices[i].before) at_worked_on_device(i);
        order_by_room();
        count_disturbed();
        for (const Outlet& outlet : desk_.before().intent->outlets) sources_.insert(outlet.device);
        for (std::size_t i = 0; i < desk_.devices.size(); ++i) put_device(i);
        for (std::size_t i = 0; i < desk_.cables.size(); ++i)
            if (disturbs(desk_.cables[i].task)) unplug(i);
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
        DeviceId out = device.id;
        if (device.parent)
            if (const DeviceWork* const parent = desk_.device_work(*device.parent))
                if (parent->before && disturbs(parent->task)) out = *device.parent;
        return ring_of(out);
    }

    Block& block_at(const DeviceId& id) {
        const auto [at, is_new] = blocks_.try_emplace(id);
        if (!is_new) return at->second;
        place_[id] = order_.size();
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

    /// Where work on a cable that stands belongs: to the end that is worked on itself, of two the
    /// one that comes first; of power to the strip, so that no device loses two feeds at once; else
    /// to the member of a pair, so that the other member stays; else to the end where more is done.
    std::optional<DeviceId> hub_of(const Cable& cable) const {
        const auto &a = cable.a.device, &b = cable.b.device;
        std::optional<DeviceId> first;
        for (const auto* end : {&a, &b})
            if (*end && worked_on_.contains(**end))
                if (const DeviceId root = root_of(*find(**end));
                    !first || place_.at(root) < place_.at(*first))
                    first = root;
        if (first) return first;
        if (!a || !b) return a ? a : b;
        if (cable.kind == CableKind::power) return sources_.contains(*a) ? a : b;
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
        const auto block = block_in_the_way_of(*work.after);
        if (block) late_[work.after->id] = *block;
        (block ? blocks_.at(*block).newcomers : stages_.undisturbing).devices.push_back(index);
    }

    /// The last block that makes room for a newcomer, or for what it is put into; none: nothing is
    /// in its way.
    std::optional<DeviceId> block_in_the_way_of(const Device& newcomer) const {
        std::optional<DeviceId> out;
        const auto wait_for = [&](const DeviceId& block) {
            if (!out || place_.at(block) > place_.at(*out)) out = block;
        };
        if (newcomer.parent)
            if (const auto parent = late_.find(*newcomer.parent); parent != late_.end())
                wait_for(parent->second);
        for (const DeviceId& id : worked_on_) {
            const Device* const standing = desk_.before().places.device(id);
            if (standing && are_in_each_others_way(*standing, newcomer))
                wait_for(root_of(*standing));
        }
        return out;
    }

    /// Both roots of a cable that only waits while its ends are worked on, in their order.
    std::vector<DeviceId> roots_of(const Cable& cable) const {
        std::vector<DeviceId> out;
        for (const CableEnd* end : {&cable.a, &cable.b})
            if (is_at_worked_on(*end))
                if (DeviceId root = root_of(*find(*end->device));
                    std::find(out.begin(), out.end(), root) == out.end())
                    out.push_back(std::move(root));
        return out;
    }

    void unplug(std::size_t index) {
        const CableWork& work = desk_.cables[index];
        if (work.task == Task::replug) {  // out and in again wherever an end of it is worked on
            for (const DeviceId& root : roots_of(*work.before)) {
                blocks_.at(root).unplugged.push_back(index);
                blocks_.at(root).plugged.push_back(index);
            }
            return;
        }
        Block& block = block_at(hub_of(*work.before).value_or(DeviceId{}));
        block.unplugged.push_back(index);
        for (const CableEnd* end : {&work.before->a, &work.before->b})
            if (end->port) freed_by_[*end->port] = block.at;
        unplugged_in_[index] = block.at;
    }

    /// By device that moves: those that stand where it goes.
    std::map<DeviceId, std::vector<DeviceId>> who_waits_for_whom() const {
        std::map<DeviceId, std::vector<DeviceId>> out;
        std::map<std::optional<RackId>, std::vector<DeviceId>> standing;
        for (const DeviceId& id : order_)
            if (const Device* const device = desk_.before().places.device(id))
                standing[device->rack].push_back(id);
        for (const DeviceId& id : order_) {
            const DeviceWork* const work = desk_.device_work(id);
            if (!work || !work->after || work->task != Task::move) continue;
            for (const DeviceId& other : standing[work->after->rack])
                if (id != other && is_in_the_way(other, *work->after)) out[id].push_back(other);
        }
        return out;
    }

    /// What moves to where another thing stands waits for that one's block. Those that change
    /// places with each other are one block.
    void order_by_room() {
        auto waits = who_waits_for_whom();
        if (waits.empty()) return;
        std::vector<DeviceId> out;
        enum class Seen : std::uint8_t { not_yet, on_the_way, placed };
        std::map<DeviceId, Seen> seen;
        std::vector<DeviceId> path;
        const std::function<void(const DeviceId&)> visit = [&](const DeviceId& id) {
            seen[id] = Seen::on_the_way;
            path.push_back(id);
            for (const DeviceId& other : waits[id]) {
                if (seen[other] == Seen::on_the_way) join(other, path);
                if (seen[other] == Seen::not_yet) visit(other);
            }
            path.pop_back();
            seen[id] = Seen::placed;
            out.push_back(id);
        };
        for (const DeviceId& id : order_)
            if (seen[id] == Seen::not_yet) visit(id);
        std::erase_if(out, [&](const DeviceId& id) { return joined_.contains(id); });
        order_ = std::move(out);
        place_.clear();
        for (std::size_t i = 0; i < order_.size(); ++i) place_[order_[i]] = i;
    }

    DeviceId ring_of(DeviceId id) const {
        for (auto ring = joined_.find(id); ring != joined_.end(); ring = joined_.find(id))
            id = ring->second;
        return id;
    }

    /// Devices that change places in a ring become the block of the first of them. What is in a
    /// ring already may be in another one too: then both are one.
    void join(const DeviceId& first, const std::vector<DeviceId>& path) {
        const DeviceId into = ring_of(first);
        for (auto one = std::find(path.begin(), path.end(), first); one != path.end(); ++one) {
            const DeviceId from = ring_of(*one);
            if (from == into) continue;
            const Indices& more = blocks_.at(from).devices;
            Indices& all = blocks_.at(into).devices;
            all.insert(all.end(), more.begin(), more.end());
            blocks_.erase(from);
            joined_[from] = into;
        }
    }

    bool is_in_the_way(const DeviceId& standing, const Device& newcomer) const {
        const Device* const there = desk_.before().places.device(standing);
        return there && are_in_each_others_way(*there, newcomer);
    }

    void plug(std::size_t index) {
        if (desk_.cables[index].task != Task::replug)
            place_plugging(index, *desk_.cables[index].after, unplugged_in_.at(index));
    }

    /// A cable is plugged in when its ends are there and its ports are free: with the last of the
    /// blocks that it waits for; none: with what disturbs nothing.
    void place_plugging(std::size_t index, const Cable& cable, std::optional<DeviceId> at) {
        bool to_newcomer = false;
        const auto wait_for = [&](const DeviceId& block) {
            if (!at || place_.at(block) > place_.at(*at)) at = block;
        };
        for (const CableEnd* end : {&cable.a, &cable.b}) {
            if (!end->device) continue;
            if (is_at_worked_on(*end)) wait_for(root_of(*find(*end->device)));
            if (const auto late = late_.find(*end->device); late != late_.end()) {
                to_newcomer = true;
                wait_for(late->second);
            }
            const auto freed = end->port ? freed_by_.find(*end->port) : freed_by_.end();
            if (freed != freed_by_.end()) wait_for(freed->second);
        }
        if (!at) return stages_.undisturbing.cables.push_back(index);
        Block& block = blocks_.at(*at);
        (to_newcomer ? block.newcomers.cables : block.plugged).push_back(index);
    }

    void put_cable(std::size_t index) {
        const CableWork& work = desk_.cables[index];
        if (work.task == Task::label) return stages_.cable_labels.push_back(index);
        place_plugging(index, *work.after, {});
    }

    bool is_at_worked_on(const CableEnd& end) const {
        return end.device && worked_on_.contains(*end.device);
    }

    const Desk& desk_;
    std::set<DeviceId> worked_on_;
    std::map<DeviceId, DeviceId> late_;  // newcomer -> the block that makes room for it
    std::map<DeviceId, std::size_t> disturbed_at_;
    std::map<PortId, DeviceId> freed_by_;           // port -> block
    std::map<std::size_t, DeviceId> unplugged_in_;  // cable -> block
    std::map<DeviceId, std::size_t> place_;         // of a block in the order
    std::map<DeviceId, DeviceId> joined_;           // ring of devices -> the first
    std::set<DeviceId> sources_;
    std::map<DeviceId, Block> blocks_;
    std::vector<DeviceId> order_;
    Stages stages_;
};

}  // namespace

bool are_in_each_others_way(const Device& standing, const Device& newcomer) {
    if (newcomer.parent) return standing.parent == newcomer.parent && standing.bay == newcomer.bay;
    if (!standing.unit || !newcomer.unit || standing.rack != newcomer.rack || standing.parent)
        return false;
    return *standing.unit <= exporters::top_unit(newcomer) &&
           *newcomer.unit <= exporters::top_unit(standing);
}

Stages stages_of(const Desk& desk) { return Sorting(desk).run(); }

}  // namespace colo::sheets
