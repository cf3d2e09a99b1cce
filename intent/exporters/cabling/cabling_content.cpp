#include "intent/exporters/cabling/cabling_content.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "intent/base/names.h"
#include "intent/exporters/cabling/cabling_text.h"

namespace colo::exporters::cabling {

namespace {

constexpr std::string_view arrow = " \xE2\x86\x92 ";

std::string place_text(const Places& places, const Device& device) {
    if (device.parent) {
        const std::string units = places.units(device);
        return units + (units.empty() ? "" : " ") + device.bay.value_or("");
    }
    if (device.unit) return places.units(device);
    const std::string spot = places.spot(device);
    return spot == device.name ? "" : spot;
}

/// Devices from the top down; what has no unit stands last, what is in a bay after what it is in.
std::vector<const Device*> sorted_devices(const CablingView& view) {
    struct Key {
        std::int64_t level;
        bool is_in_bay;
        const Device* device;
    };
    std::vector<Key> keys;
    for (const Device* device : view.index.devices(view.rack.id)) {
        const auto top = view.places.top_unit(*device);
        keys.push_back({top ? -*top : largest_number, device->parent.has_value(), device});
    }
    std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) {
        if (a.level != b.level) return a.level < b.level;
        if (a.device->face != b.device->face) return a.device->face < b.device->face;
        if (a.is_in_bay != b.is_in_bay) return b.is_in_bay;
        if (a.device->name != b.device->name) return natural_less(a.device->name, b.device->name);
        return a.device->id < b.device->id;
    });
    std::vector<const Device*> out;
    for (const Key& key : keys) out.push_back(key.device);
    return out;
}

/// A cable as it is told: in which row, to which lane (none: null), and its two ends' words.
struct Told {
    const Cable* cable;
    std::size_t row;
    const Device* lane;
    const CableEndPlace *own, *far;
    bool is_outside = false;
};

struct Ends {
    const Cable* cable;
    CableEndPlace a, b;
    const Device *device_a, *device_b;  ///< of this rack, else null
};

class Builder {
public:
    explicit Builder(const CablingView& view) : view_(view), devices_(sorted_devices(view)) {
        for (std::size_t row = 0; row < devices_.size(); ++row) rows_[devices_[row]] = row;
        for (const Cable* cable : view.index.cables(view.rack.id))
            cables_.push_back({cable, view.ends.place(cable->a), view.ends.place(cable->b),
                               here(cable->a), here(cable->b)});
    }

    Content build() {
        find_hubs();
        for (const Ends& ends : cables_) tell(ends);
        std::stable_sort(told_.begin(), told_.end(), [](const Told& a, const Told& b) {
            if (a.own->port != b.own->port) return natural_less(a.own->port, b.own->port);
            return natural_less(a.cable->label, b.cable->label);
        });
        add_columns();
        for (const Device* device : devices_)
            content_.rows.push_back({device, place_text(view_.places, *device),
                                     std::vector<std::vector<Wire>>(content_.columns.size())});
        for (const Told& told : told_) add_wire(told);
        for (const auto& [hub, column] : lanes_) mark_own_lane(*hub, column);
        for (const Ends& ends : cables_) ++content_.kinds[ends.cable->kind];
        return std::move(content_);
    }

private:
    const Device* here(const CableEnd& end) const {
        const Device* device = end.device ? view_.places.device(*end.device) : nullptr;
        return device && device->rack == view_.rack.id ? device : nullptr;
    }

    static bool is_between_two(const Ends& ends) {
        return ends.device_a && ends.device_b && ends.device_a != ends.device_b;
    }

    bool gathers_at_a(const Ends& ends) const {
        return view_.index.rank(ends.cable->a) >= view_.index.rank(ends.cable->b);
    }

    /// Hubs: what two cables of the rack gather at, of power strips and console servers one.
    void find_hubs() {
        for (const Ends& ends : cables_) {
            if (!is_between_two(ends)) continue;
            const bool at_a = gathers_at_a(ends);
            const CableEnd& end = at_a ? ends.cable->a : ends.cable->b;
            const bool serves = view_.index.rank(end) >= CablingIndex::serves;
            gathered_[at_a ? ends.device_a : ends.device_b] += serves ? 2 : 1;
        }
    }

    bool is_hub(const Device* device) const {
        const auto at = gathered_.find(device);
        return at != gathered_.end() && at->second >= 2;
    }

    void tell(const Ends& ends) {
        const auto add = [&](const Device* row, const Device* lane, bool own_is_a) {
            const CableEndPlace &own = own_is_a ? ends.a : ends.b,
                                &far = own_is_a ? ends.b : ends.a;
            told_.push_back({ends.cable, rows_.at(row), lane, &own, &far, far.device.empty()});
        };
        if (!is_between_two(ends))
            return add(ends.device_a ? ends.device_a : ends.device_b, nullptr,
                       ends.device_a != nullptr);
        const bool at_a = gathers_at_a(ends);
        for (const bool lane_is_a : {at_a, !at_a}) {
            const Device* lane = lane_is_a ? ends.device_a : ends.device_b;
            if (is_hub(lane))
                return add(lane_is_a ? ends.device_b : ends.device_a, lane, !lane_is_a);
        }
        add(ends.device_a, nullptr, true);
        add(ends.device_b, nullptr, false);
    }

    void add_columns() {
        std::map<const Device*, std::map<CableKind, int>> kinds;
        bool is_any_other = false, is_any_direct = false, is_any_outside = false;
        for (const Told& told : told_) {
            if (told.lane)
                ++kinds[told.lane][told.cable->kind];
            else if (told.is_outside)
                is_any_outside = true;
            else if (told.far->rack == view_.rack.name)
                is_any_direct = true;
            else
                is_any_other = true;
        }
        add_lanes(kinds);
        content_.has_others = is_any_other || is_any_direct || is_any_outside;
        other_ = content_.columns.size();
        if (is_any_other || is_any_direct)
            content_.columns.push_back({ColumnKind::other, !is_any_direct ? "other racks"
                                                           : !is_any_other
                                                               ? "straight to"
                                                               : "straight to, other racks"});
        outside_ = content_.columns.size();
        if (is_any_outside) content_.columns.push_back({ColumnKind::outside, "outside"});
    }

    void add_lanes(const std::map<const Device*, std::map<CableKind, int>>& kinds) {
        std::vector<std::tuple<CableKind, std::size_t, const Device*>> order;
        for (const auto& [hub, counts] : kinds) {
            const auto most =
                std::max_element(counts.begin(), counts.end(),
                                 [](const auto& a, const auto& b) { return a.second < b.second; });
            order.emplace_back(most->first, rows_.at(hub), hub);
        }
        std::sort(order.begin(), order.end());  // no two have the same row
        for (const auto& [kind, row, hub] : order) {
            const std::string place = place_text(view_.places, *hub);
            lanes_[hub] = content_.columns.size();
            content_.columns.push_back(
                {ColumnKind::lane, place.empty() ? hub->name : place + " " + hub->name, kind});
        }
        content_.has_own_lanes = !order.empty();
    }

    void add_wire(const Told& told) {
        const bool is_lane = told.lane != nullptr;
        const std::size_t column = is_lane           ? lanes_.at(told.lane)
                                   : told.is_outside ? outside_
                                                     : other_;
        Wire wire{told.cable->kind, port_text(*told.own), told.cable->label,
                  cable_title(*told.cable, *told.own, *told.far)};
        wire.text += arrow;
        wire.text += is_lane ? port_text(*told.far) : told.far->label;
        put(told.row, column, std::move(wire));
    }

    void mark_own_lane(const Device& hub, std::size_t column) {
        std::size_t count = 0;
        for (const ContentRow& row : content_.rows) count += row.cells[column].size();
        Wire wire{content_.columns[column].cable_kind, count_of(count, "cable"), "", hub.name,
                  true};
        put(rows_.at(&hub), column, std::move(wire));
    }

    void put(std::size_t row, std::size_t column, Wire wire) {
        wire.text_em = text_width(wire.text, 1000);
        wire.label_em = text_width(wire.label, 1000, Weight::bold);
        content_.rows[row].cells[column].push_back(std::move(wire));
    }

    const CablingView& view_;
    std::vector<const Device*> devices_;
    std::unordered_map<const Device*, std::size_t> rows_;
    std::vector<Ends> cables_;
    std::unordered_map<const Device*, int> gathered_;
    std::vector<Told> told_;
    std::map<const Device*, std::size_t> lanes_;
    std::size_t other_ = 0, outside_ = 0;
    Content content_;
};

}  // namespace

Content content_of(const CablingView& view) { return Builder(view).build(); }

}  // namespace colo::exporters::cabling
