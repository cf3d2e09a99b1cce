#include "intent/plan/works.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "intent/plan/lookup.h"

namespace colo::plan {

namespace {

bool has(const Change& change, Work work) {
    return std::find(change.work.begin(), change.work.end(), work) != change.work.end();
}

bool differs(const Change& change, std::initializer_list<std::string_view> fields) {
    return std::any_of(change.fields.begin(), change.fields.end(), [&](const FieldChange& one) {
        return std::find(fields.begin(), fields.end(), one.field) != fields.end();
    });
}

class Search {
public:
    Search(const Intent& before, const Intent& after) : before_(before), after_(after) {}

    std::vector<OutOfService> run(const std::vector<Change>& changes) {
        for (const Change& change : changes)
            if (change.table == "racks") rack(change);
        for (const Change& change : changes)
            if (change.table == "devices") device(change);
        for (const Change& change : changes)
            if (change.table == "cables") cable(change);
        for (const Change& change : changes)
            if (change.table == "interfaces")
                port(change);
            else
                network(change);
        return std::move(out_);
    }

private:
    OutOfService& add(const Change& change, Work work) {
        return out_.emplace_back(OutOfService{&change, change.table, change.id, change.name, work});
    }

    /// The devices in a rack that goes are changes themselves.
    void rack(const Change& change) {
        if (change.action != Action::change) return;
        if (!has(change, Work::mount) && !has(change, Work::move)) return;
        add(change, change.work.front());
        racks_.insert(change.id);
    }

    void device(const Change& change) {
        if (change.action == Action::add || is_worked_on(change.id)) return;
        for (const Work work : {Work::mount, Work::move, Work::image})
            if (has(change, work)) {
                add(change, work);
                devices_.insert(change.id);
                return;
            }
    }

    void cable(const Change& change) {
        if (change.action == Action::add || !has(change, Work::cable)) return;
        const Cable* const cable = find_by_id(before_.cables, change.id);
        if (!cable || is_worked_on(*cable)) return;
        add(change, Work::cable);
        cables_.insert(change.id);
    }

    bool is_worked_on(std::string_view device) const {
        if (devices_.count(device) > 0) return true;
        if (racks_.empty()) return false;
        const Device* const found = find_by_id(before_.devices, device);
        return found && found->rack && racks_.count(found->rack->value) > 0;
    }
    bool is_worked_on(const Cable& cable) const {
        return (cable.a.device && is_worked_on(cable.a.device->value)) ||
               (cable.b.device && is_worked_on(cable.b.device->value));
    }

    /// A port that keeps its cable and is set to another speed, bundle or network: the link is
    /// interrupted. One that carries one more VLAN goes on.
    void port(const Change& change) {
        if (!has(change, Work::config) || change.action != Action::change) return;
        if (!differs(change, {"type", "speed_mbps", "vlan", "lag", "management_only"})) return;
        const Interface* const was = find_by_id(before_.interfaces, change.id);
        const Interface* const is = find_by_id(after_.interfaces, change.id);
        if (!was || !is || !was->cable || was->cable != is->cable) return;
        const Cable* const cable = find_by_id(before_.cables, was->cable->value);
        if (!cable || is_worked_on(*cable) || !cables_.insert(cable->id.value).second) return;
        OutOfService& out = add(change, Work::config);
        out.table = "cables", out.id = cable->id.value;
        out.name = cable->label.empty() ? out.id : cable->label;
    }

    void network(const Change& change) {
        if (change.action != Action::change || !has(change, Work::config)) return;
        const std::string& table = change.table;
        if (table == "prefixes" && differs(change, {"prefix", "vrf", "vlan", "gateway"})) {
            prefixes_.insert(change.id);
            add(change, Work::config);
        } else if (table == "sessions" || (table == "vlans" && differs(change, {"vid"})) ||
                   (table == "addresses" && loses_its_network(change))) {
            add(change, Work::config);
        }
    }

    bool loses_its_network(const Change& change) const {
        if (!differs(change, {"address", "vrf", "interface", "prefix"})) return false;
        const Address* const was = find_by_id(before_.addresses, change.id);
        return was && prefixes_.count(was->prefix.value) == 0 && !is_worked_on(was->device.value);
    }

    const Intent &before_, &after_;
    std::vector<OutOfService> out_;
    std::set<std::string, std::less<>> racks_, devices_, cables_, prefixes_;
};

}  // namespace

std::vector<OutOfService> out_of_service(const Intent& before, const Intent& after,
                                         const std::vector<Change>& changes) {
    return Search(before, after).run(changes);
}

}  // namespace colo::plan
