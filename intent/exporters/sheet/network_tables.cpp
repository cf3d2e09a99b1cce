// VLANs, prefixes and addresses: of the whole site, or of what the work is about.
#include <algorithm>
#include <set>

#include "intent/base/names.h"
#include "intent/exporters/sheet/tables.h"

namespace colo::sheets {

namespace {

Cell text(const std::string& said) { return cell_of(std::optional(said)); }

/// The ids of a table's objects that come or change; of the whole site: none, and all are meant.
class Meant {
public:
    Meant(const Desk& desk, const char* table) : all_(!desk.is_change()) {
        if (all_) return;
        for (const plan::Change& change : desk.job().changes->changes)
            if (change.table == table && change.action != plan::Action::remove)
                ids_.insert(change.id);
    }
    bool has(const std::string& id) const { return all_ || ids_.contains(id); }

private:
    bool all_;
    std::set<std::string> ids_;
};

/// The rows by the natural order of one column.
void sort_by(Table& table, std::size_t column) {
    std::stable_sort(table.rows.begin(), table.rows.end(), [&](const Row& a, const Row& b) {
        return natural_less(to_text(a.cells[column]), to_text(b.cells[column]));
    });
}

}  // namespace

Table vlans_table(const Desk& desk) {
    Table table{"vlans",
                "VLANs",
                "",
                {printed("vlan_id", "Id", false), printed("vid", "VLAN"), printed("name", "Name"),
                 printed("scope", "Scope"), printed("network", "Network")},
                {},
                false};
    const Meant meant(desk, "vlans");
    for (const Vlan& vlan : desk.intent().vlans)
        if (meant.has(vlan.id.value))
            table.rows.push_back(
                {{vlan.id.value, vlan.vid, vlan.name, text(vlan.scope), vlan.rule}, "", ""});
    sort_by(table, 1);
    return table;
}

Table prefixes_table(const Desk& desk) {
    Table table{"prefixes",
                "Prefixes",
                "",
                {printed("prefix_id", "Id", false), printed("prefix", "Prefix"),
                 printed("network", "Network"), printed("scope", "Scope"), printed("vrf", "VRF"),
                 printed("vid", "VLAN"), printed("gateway", "Gateway"), printed("pool", "Pool")},
                {},
                false};
    const Meant meant(desk, "prefixes");
    for (const Prefix& prefix : desk.intent().prefixes) {
        if (!meant.has(prefix.id.value)) continue;
        const Vlan* const vlan =
            prefix.vlan ? exporters::find_by_id(desk.intent().vlans, *prefix.vlan) : nullptr;
        table.rows.push_back(
            {{prefix.id.value, colo::to_text(prefix.prefix), prefix.rule, text(prefix.scope),
              cell_of(prefix.vrf), vlan ? Cell(vlan->vid) : Cell(),
              prefix.gateway ? Cell(colo::to_text(*prefix.gateway)) : Cell(), cell_of(prefix.pool)},
             "",
             ""});
    }
    return table;
}

Table addresses_table(const Desk& desk) {
    Table table{"addresses",
                "IP addresses",
                "",
                {printed("address_id", "Id", false), printed("rack", "Rack"),
                 printed("device", "Device"), printed("interface", "Interface"),
                 printed("address", "Address"), printed("network", "Network"),
                 printed("vrf", "VRF"), printed("vid", "VLAN"), printed("gateway", "Gateway"),
                 printed("dns_name", "DNS name")},
                {},
                false};
    const Meant meant(desk, "addresses");
    std::set<DeviceId> in_work;
    for (const DeviceWork& work : desk.devices)
        if (work.task != Task::label) in_work.insert(work.shown().id);
    std::map<std::string, std::vector<Row>, NaturalLess> by_rack;
    for (const Address& address : desk.intent().addresses) {
        if (!meant.has(address.id.value) && !in_work.contains(address.device)) continue;
        const Device* const device = desk.now().places.device(address.device);
        const Rack* const rack = device ? desk.now().places.rack(*device) : nullptr;
        const Prefix* const prefix = exporters::find_by_id(desk.intent().prefixes, address.prefix);
        const Vlan* const vlan = prefix && prefix->vlan
                                     ? exporters::find_by_id(desk.intent().vlans, *prefix->vlan)
                                     : nullptr;
        const std::string port = address.interface.value.substr(
            std::min(address.interface.value.size(), address.device.value.size() + 1));
        const std::string name = rack ? rack->name : "";
        by_rack[name].push_back(
            {{address.id.value, text(name), device ? device->name : address.device.value,
              text(port), colo::to_text(address.address), address.rule, cell_of(address.vrf),
              vlan ? Cell(vlan->vid) : Cell(),
              prefix && prefix->gateway ? Cell(colo::to_text(*prefix->gateway)) : Cell(),
              cell_of(address.dns_name)},
             name,
             ""});
    }
    for (auto& [rack, rows] : by_rack) {
        if (rack.empty()) continue;
        std::move(rows.begin(), rows.end(), std::back_inserter(table.rows));
    }
    if (const auto none = by_rack.find(""); none != by_rack.end())
        std::move(none->second.begin(), none->second.end(), std::back_inserter(table.rows));
    return table;
}

}  // namespace colo::sheets
