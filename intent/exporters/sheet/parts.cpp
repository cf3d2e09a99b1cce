#include "intent/exporters/sheet/parts.h"

#include <algorithm>
#include <array>
#include <set>

#include "intent/exporters/sheet/connectors.h"

namespace colo::sheets {

namespace {

using PartsOfRack = std::map<Part, Amount>;

class Counting {
public:
    explicit Counting(const Desk& desk, std::set<std::string> standing = {})
        : supplies_(desk.job().supplies), standing_(std::move(standing)) {}

    /// What has no role is the facility's: a panel that it puts into our racks.
    void device(PartsOfRack& into, const Device& device, std::int64_t in, std::int64_t out) {
        if (!device.role) return;
        const auto found = supplies_.models.find(device.model);
        const ModelSupply* const model = found == supplies_.models.end() ? nullptr : &found->second;
        Part part{PartKind::device,  device.model, model ? model->part_number : "", {}, {},
                  device.device_type};
        Amount& amount = add(into, part, in, out);
        if (device.weight) amount.weight = *device.weight;
        if (!model) return;
        for (const std::string& module : model->modules)
            add(into, {PartKind::module, module, {}, {}, {}, {}}, in, out);
    }

    /// The pieces of one assembly are one cable, with one optic where they come together.
    void cable(PartsOfRack& into, const Layout& layout, const Cable& cable, std::int64_t in,
               std::int64_t out) {
        const auto found = supplies_.media.find(cable.media);
        const MediumSupply* const supply =
            found == supplies_.media.end() ? nullptr : &found->second;
        const bool has_optics = supply && supply->transceiver;
        const std::string cord = cord_of(cable.media, supplies_);
        const bool is_first =
            !cable.assembly || (assemblies_.emplace(&layout, *cable.assembly).second &&
                                !standing_.contains(*cable.assembly));
        if (is_first)
            add(into, {PartKind::cable, cord, {}, cable.length, cable.colour.value_or(""), {}}, in,
                out);
        if (!has_optics || (cable.assembly && standing_.contains(*cable.assembly))) return;
        for (const CableEnd* end : {&cable.a, &cable.b}) {
            if (end->port && cable.assembly && !cages_.emplace(&layout, cage_of(*end)).second)
                continue;
            if (!is_cage(layout.ends.place(*end).port_type)) continue;
            add(into, {PartKind::transceiver, *supply->transceiver, {}, {}, {}, {}}, in, out)
                .medium = cable.media;
        }
    }

private:
    static Amount& add(PartsOfRack& into, const Part& part, std::int64_t in, std::int64_t out) {
        Amount& amount = into[part];
        amount.in += in;
        amount.out += out;
        return amount;
    }

    /// The lanes of one cage have its name and a lane behind it: `Ethernet49/1`.
    static std::string cage_of(const CableEnd& end) {
        const std::string& id = end.port->value;
        return id.substr(0, id.rfind('/'));
    }

    const Supplies& supplies_;
    std::set<std::string> standing_;  // assemblies of which other pieces stay
    std::set<std::pair<const Layout*, std::string>> assemblies_, cages_;
};

std::int64_t share(std::int64_t count, std::int64_t percent) {
    return (count * percent + 99) / 100;
}

}  // namespace

std::string_view to_text(PartKind kind) {
    constexpr std::array<std::string_view, 4> words{"device", "module", "transceiver", "cable"};
    return words.at(static_cast<std::size_t>(kind));
}

std::set<std::string> standing_assemblies(const Desk& desk) {
    std::set<std::string> then, out;
    if (!desk.is_change()) return out;
    for (const Cable& cable : desk.before().intent->cables)
        if (cable.assembly) then.insert(*cable.assembly);
    for (const Cable& cable : desk.intent().cables)
        if (cable.assembly && then.contains(*cable.assembly)) out.insert(*cable.assembly);
    return out;
}

Parts parts_of_work(const Desk& desk) {
    Parts out;
    Counting counting(desk, standing_assemblies(desk));
    const auto is_new = [](Task task) { return task == Task::add || task == Task::replace; };
    const auto goes = [](Task task) { return task == Task::remove || task == Task::replace; };
    for (const DeviceWork& work : desk.devices) {
        PartsOfRack& rack = out[desk.rack_name(work)];
        if (work.after && is_new(work.task)) counting.device(rack, *work.after, 1, 0);
        if (work.before && goes(work.task)) counting.device(rack, *work.before, 0, 1);
    }
    for (const CableWork& work : desk.cables) {
        PartsOfRack& rack = out[desk.rack_name(work)];
        if (work.after && is_new(work.task)) counting.cable(rack, desk.now(), *work.after, 1, 0);
        if (work.before && goes(work.task)) counting.cable(rack, desk.before(), *work.before, 0, 1);
    }
    std::erase_if(out, [](const auto& rack) { return rack.second.empty(); });
    return out;
}

std::map<Part, Amount> parts_of_intent(const Desk& desk, const Layout& layout) {
    PartsOfRack out;
    Counting counting(desk);
    for (const Device& device : layout.intent->devices) counting.device(out, device, 1, 0);
    for (const Cable& cable : layout.intent->cables) counting.cable(out, layout, cable, 1, 0);
    return out;
}

std::map<Part, std::int64_t> spares_of(const std::map<Part, Amount>& built_in,
                                       const std::map<std::string, SpareRule>& rules) {
    // A rule for a medium with optics means its optics; a rule for any other means its cables.
    const auto rule_of = [&](const Part& part, const Amount& amount) -> const SpareRule* {
        const auto found =
            rules.find(part.kind == PartKind::transceiver ? amount.medium : part.name);
        return found == rules.end() || part.kind == PartKind::module ? nullptr : &found->second;
    };
    std::map<Part, std::int64_t> out;
    std::map<const SpareRule*, std::int64_t> left;  // of a plain count: the first length has it
    for (const auto& [part, amount] : built_in) {
        const SpareRule* const rule = rule_of(part, amount);
        if (!rule) continue;
        std::int64_t spares = rule->percent ? share(amount.in, *rule->percent) : 0;
        if (rule->count) {
            const bool is_first = left.try_emplace(rule, 0).second;
            spares = std::max(spares, is_first ? *rule->count : 0);
        }
        if (rule->each_length && part.length) spares = std::max(spares, *rule->each_length);
        if (spares > 0) out[part] = spares;
    }
    return out;
}

}  // namespace colo::sheets
