#include "intent/plan/outage.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "intent/plan/lookup.h"

namespace colo::plan {

namespace {

/// The risks of one work: how its devices and ways are gathered, and what that takes from whom.
class Outage {
public:
    Outage(const Standing& standing, const Intent& after, const OutOfService& work,
           std::vector<Risk>& out)
        : standing_(standing), after_(after), work_(work), out_(out) {}

    void add() {
        gather();
        themselves();
        circuits();
        paths();
        inlets();
    }

    Risk& risk(Loss loss, std::string of) {
        Risk& risk = out_.emplace_back();
        risk.loss = loss, risk.of = std::move(of);
        risk.action = work_.change->action, risk.work = work_.work;
        risk.table = work_.table, risk.id = work_.id, risk.name = work_.name;
        risk.group = group();
        risk.because = work_.change->because;
        return risk;
    }

private:
    using Devices = std::set<std::string_view>;

    const std::string& group() const {
        if (const Device* const device = standing_.device(work_.id); device)
            return device->role ? *device->role : device->model;
        return work_.table == "cables" ? rule_of_cable() : work_.change->rule;
    }

    const std::string& rule_of_cable() const {
        const Cable* const cable = find_by_id(standing_.intent().cables, work_.id);
        return cable ? cable->rule : work_.change->rule;
    }

    void gather() {
        const auto& devices = standing_.intent().devices;
        if (work_.table == "cables") take(standing_.ways_of_cable(work_.id));
        if (work_.table == "racks")
            for (const std::uint32_t one : standing_.in_rack(work_.id)) take(devices[one]);
        if (work_.table == "devices")
            if (const Device* const device = standing_.device(work_.id)) take(*device);
    }

    void take(const Standing::Places& ways) { ways_.insert(ways.begin(), ways.end()); }

    void take(const Device& device) {
        if (!down_.insert(device.id.value).second) return;
        take(standing_.ways_at(device.id.value));
        for (const std::uint32_t one : standing_.in_bays(device.id.value))
            take(standing_.intent().devices[one]);
    }

    bool stays(std::string_view device) const { return find_by_id(after_.devices, device); }
    bool is_down(std::string_view device) const { return down_.count(device) > 0; }

    /// What goes for good is not missed.
    void themselves() {
        std::vector<std::string> down;
        for (const std::string_view id : down_)
            if (stays(id) && !standing_.is_passive(*standing_.device(id))) down.emplace_back(id);
        if (!down.empty()) risk(Loss::service, "").devices = std::move(down);
    }

    void circuits() {
        for (const std::uint32_t way : ways_) {
            const Circuit* const circuit = standing_.ways()[way].circuit;
            if (!circuit || !find_by_id(after_.circuits, circuit->id.value)) continue;
            Risk& link = risk(Loss::link, circuit->id.value);
            link.group = circuit->kind;
            for (const Circuit& other : standing_.intent().circuits)
                if (other.kind == circuit->kind && other.id != circuit->id && is_up(other))
                    link.left.push_back(other.id.value);
        }
    }

    bool is_up(const Circuit& circuit) const {
        if (!circuit.cable) return false;
        const auto& ways = standing_.ways_of_cable(circuit.cable->value);
        return std::none_of(ways.begin(), ways.end(),
                            [&](std::uint32_t way) { return ways_.count(way) > 0; });
    }

    /// By rule and by what is left: who hangs on it.
    void paths() {
        std::set<std::uint32_t> groups;
        for (const std::uint32_t way : ways_)
            if (groups.insert(standing_.group(way)).second) path_group(standing_.siblings(way));
        add_pairs();
        for (auto& [key, devices] : lost_) {
            const auto& [loss, of, left] = key;
            Risk& lost = risk(loss, of);
            lost.devices = devices, lost.left = left;
        }
    }

    void path_group(const Standing::Places& siblings) {
        const Way& one = standing_.ways()[siblings.front()];
        const Cable& cable = one.first();
        if (cable.kind == CableKind::power || cable.kind == CableKind::circuit) return;
        if (one.from.empty() || is_down(one.from) || !stays(one.from)) return;
        std::size_t left = 0;
        Devices had, has;
        for (const std::uint32_t way : siblings) {
            const std::string_view to = standing_.ways()[way].to;
            had.insert(to);
            if (ways_.count(way) == 0) ++left, has.insert(to);
        }
        const bool to_its_pair = is_pair(one.from, one.to);
        if (to_its_pair && is_down(one.to)) return;  // its pair is told of
        if (left == 0 && !to_its_pair)
            lose(cable.kind == CableKind::data ? Loss::service : Loss::management, cable.rule, one,
                 {});
        else if (left <= 1 || (had.size() > 1 && has.size() == 1))
            lose(Loss::redundancy, cable.rule, one, {has.begin(), has.end()});
    }

    void lose(Loss loss, const std::string& of, const Way& way, std::vector<std::string> left) {
        lost_[{loss, of, std::move(left)}].emplace_back(way.from);
    }

    bool is_pair(std::string_view one, std::string_view other) const {
        const Device* const a = standing_.device(one);
        const Device* const b = standing_.device(other);
        return a && b && a->pair && a->pair == b->pair;
    }

    /// A pair that one member is left of takes over what its other dependents lose.
    void add_pairs() {
        for (const std::string_view id : down_) {
            const Device& device = *standing_.device(id);
            if (!device.pair) continue;
            std::vector<std::string> others;
            for (const std::uint32_t one : standing_.members(*device.pair))
                if (const auto& other = standing_.intent().devices[one]; !is_down(other.id.value))
                    others.push_back(other.id.value);
            if (others.empty()) continue;
            Risk& pair = risk(Loss::redundancy, *device.pair);
            pair.left = others;
            std::erase_if(lost_, [&](const auto& entry) {
                const auto& [loss, of, left] = entry.first;
                if (loss != Loss::redundancy || left != others) return false;
                pair.devices.insert(pair.devices.end(), entry.second.begin(), entry.second.end());
                return true;
            });
        }
    }

    void inlets() {
        Devices fed;
        for (const std::uint32_t way : ways_) {
            const Way& one = standing_.ways()[way];
            if (one.first().kind == CableKind::power && !is_down(one.from) && stays(one.from))
                fed.insert(one.from);
        }
        std::map<std::string, std::vector<std::string>> by_left;
        for (const std::string_view device : fed) by_feed(device, by_left);
        for (auto& [left, devices] : by_left) {
            Risk& lost = risk(left.empty() ? Loss::service : Loss::feed, "power");
            lost.devices = std::move(devices);
            if (!left.empty()) lost.left = {left};
        }
    }

    void by_feed(std::string_view device,
                 std::map<std::string, std::vector<std::string>>& by_left) const {
        std::set<std::string> had, has;
        for (const std::uint32_t one : standing_.inlets(device)) {
            const PowerPort& inlet = standing_.intent().power_ports[one];
            if (!inlet.cable) continue;
            const std::string feed = inlet.feed.value_or("?");
            had.insert(feed);
            const auto& ways = standing_.ways_of_cable(inlet.cable->value);
            if (!ways.empty() && ways_.count(ways.front()) == 0) has.insert(feed);
        }
        if (has.empty())
            by_left[""].emplace_back(device);
        else if (has.size() == 1 && had.size() > 1)
            by_left[*has.begin()].emplace_back(device);
    }

    const Standing& standing_;
    const Intent& after_;
    const OutOfService& work_;
    std::vector<Risk>& out_;
    Devices down_;
    std::set<std::uint32_t> ways_;  // those that are down
    std::map<std::tuple<Loss, std::string, std::vector<std::string>>, std::vector<std::string>>
        lost_;
};

}  // namespace

Outages::Outages(const Standing& standing, const Intent& after)
    : standing_(standing), after_(after) {
    for (const Prefix& prefix : standing.intent().prefixes)
        if (prefix.vlan) prefixes_[prefix.vlan->value].push_back(prefix.id.value);
    for (const Address& address : standing.intent().addresses)
        if (find_by_id(after.devices, address.device.value))
            members_[address.prefix.value].push_back(address.device.value);
}

void Outages::add(const OutOfService& work, std::vector<Risk>& out) const {
    Outage outage(standing_, after_, work, out);
    if (work.table == "racks" || work.table == "devices" || work.table == "cables")
        return outage.add();
    if (work.table == "sessions") {
        outage.risk(Loss::link, work.id);
        return;
    }
    if (work.table == "addresses") {
        const Address* const address = find_by_id(standing_.intent().addresses, work.id);
        if (!address) return;
        outage.risk(Loss::service, address->prefix.value).devices = {address->device.value};
        return;
    }
    std::vector<std::string> members;
    const auto add_members = [&](std::string_view prefix) {
        if (const auto found = members_.find(prefix); found != members_.end())
            members.insert(members.end(), found->second.begin(), found->second.end());
    };
    if (const auto found = prefixes_.find(work.id);
        work.table == "vlans" && found != prefixes_.end())
        for (const std::string_view prefix : found->second) add_members(prefix);
    else
        add_members(work.id);
    if (!members.empty()) outage.risk(Loss::service, work.id).devices = std::move(members);
}

}  // namespace colo::plan
