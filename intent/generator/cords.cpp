// Power cords: each inlet gets an outlet of its rack's strip on its feed.
#include <fmt/format.h>

#include <algorithm>

#include "intent/generator/freed.h"
#include "intent/generator/ports.h"
#include "intent/generator/rack_space.h"
#include "intent/generator/steps.h"

namespace colo::generator {

namespace {

struct Cord {
    std::string id;
    int device = none;
    std::size_t inlet = 0;
};

class Cords {
public:
    explicit Cords(Workbench& bench)
        : bench_(bench),
          from_(bench.inputs.standard.power->from),
          selection_(bench),
          ports_(bench) {}

    void plug() {
        std::vector<Cord> cords;
        for (const auto& [role, devices] : bench_.devices_of_role)
            for (const int device : devices)
                for (std::size_t i = 0; i < bench_.devices[at(device)].inlets.size(); ++i)
                    cords.push_back(
                        {fmt::format("power/{}/{}", bench_.devices[at(device)].id, i + 1), device,
                         i});
        std::vector<const Cord*> newcomers;
        for (const Cord& cord : cords) {
            require(cord);
            if (!keep(cord)) newcomers.push_back(&cord);
        }
        for (const Cord* cord : newcomers) plug(*cord);
        report_lost();
    }

private:
    const Inlet& inlet_of(const Cord& cord) const {
        return bench_.devices[at(cord.device)].inlets[cord.inlet];
    }

    std::string outlet_type(const Cord& cord) const {
        return mating_outlet(
            bench_.devices[at(cord.device)].hardware->ports[at(inlet_of(cord).port)].type);
    }

    const std::string& feed_of(const Cord& cord) const {
        const WorkDevice& device = bench_.devices[at(cord.device)];
        return bench_.racks[at(device.rack)].feeds[at(inlet_of(cord).feed)];
    }

    const std::vector<int>& strips_of(const Cord& cord) const {
        static const std::vector<int> no_strips;
        const auto& of_rack = bench_.pdus[at(bench_.devices[at(cord.device)].rack)];
        const auto found = of_rack.find(feed_of(cord));
        return found == of_rack.end() ? no_strips : found->second;
    }

    void require(const Cord& cord) {
        bench_.constraints.must_connect.emplace_back(
            bench_.port_id({cord.device, inlet_of(cord).port}), "power");
    }

    bool keep(const Cord& cord) {
        const std::string* text = bench_.ledger.earlier(AllocationKind::to, cord.id);
        const auto kept = text ? read_port_place(bench_, *text) : std::nullopt;
        if (!kept || ports_.is_taken(kept->device, kept->port)) return false;
        const auto& strips = strips_of(cord);
        if (std::find(strips.begin(), strips.end(), kept->device) == strips.end()) return false;
        if (bench_.port(*kept).type != outlet_type(cord)) return false;
        connect(cord, kept->device, kept->port);
        return true;
    }

    /// The least loaded phase, then the order of the port list.
    void plug(const Cord& cord) {
        const std::string wanted = outlet_type(cord);
        int best_strip = none, best_port = none;
        std::int64_t best_load = 0;
        for (const int strip : strips_of(cord)) {
            std::set<std::string> seen;
            for (const auto& port : selection_.ports(from_, bench_.devices[at(strip)])) {
                const PortSpec& spec = bench_.port({strip, port.port});
                const std::string leg = spec.leg.value_or("");
                if (spec.type != wanted || seen.contains(leg)) continue;
                if (!ports_.lowest_free({port}, strip, cord.id)) continue;
                seen.insert(leg);
                const std::int64_t load = load_[{strip, leg}];
                if (best_strip != none && load >= best_load) continue;
                best_strip = strip;
                best_port = port.port;
                best_load = load;
            }
        }
        if (best_strip != none) return connect(cord, best_strip, best_port);
        lost_[{bench_.racks[at(bench_.devices[at(cord.device)].rack)].id, feed_of(cord), wanted}]
            .push_back(&cord);
    }

    /// The outlets of a type on the strips of a feed.
    std::vector<std::pair<int, Selection::GroupPort>> outlets(const Cord& cord,
                                                              const std::string& type) const {
        std::vector<std::pair<int, Selection::GroupPort>> all;
        for (const int strip : strips_of(cord))
            for (const auto& port : selection_.ports(from_, bench_.devices[at(strip)]))
                if (bench_.port({strip, port.port}).type == type) all.emplace_back(strip, port);
        return all;
    }

    void report_lost() {
        for (const auto& [where, cords] : lost_) {
            const auto& [rack, feed, type] = where;
            const Cord& first = *cords.front();
            const std::string& device = bench_.devices[at(first.device)].id;
            const std::string what = type.empty() ? "outlet that mates" : "outlet " + type;
            Diagnostic& problem = bench_.out.error(
                "no-outlet-left", bench_.inputs.standard.power->at,
                cords.size() == 1 ? fmt::format("no {} is left for {} on feed {} of rack {}", what,
                                                device, feed, rack)
                                  : fmt::format("no {} is left for {} on feed {} of rack {}", what,
                                                count_of(cords.size(), "cord"), feed, rack));
            problem.object = device;
            std::size_t freed = 0;
            std::map<std::string, std::pair<std::size_t, std::size_t>> strips;  // all, taken
            for (const auto& [strip, port] : outlets(first, type)) {
                auto& [all, taken] = strips[bench_.devices[at(strip)].id];
                ++all;
                taken += ports_.is_taken(strip, port.port) ? 1 : 0;
                freed += ports_.count_freed({port}, strip);
            }
            for (const auto& [strip, counts] : strips)
                problem.detail.push_back(
                    fmt::format("{} has {} of them, {} taken", strip, counts.first, counts.second));
            if (strips.empty())
                problem.detail.push_back(fmt::format("no strip there has an {}", what));
            if (cords.size() > 1)
                problem.detail.push_back(fmt::format("the first of them is {}'s", device));
            if (freed > 0) problem.detail.push_back(freed_text(freed, "outlet"));
            problem.hint = fmt::format(
                "{}take a strip with more such outlets, or place fewer devices in rack {}",
                freed > 0 ? apply_first : "", rack);
        }
    }

    void connect(const Cord& cord, int strip, int outlet) {
        const WorkDevice& device = bench_.devices[at(cord.device)];
        WorkCable cable;
        cable.id = cord.id;
        cable.rule_name = "power";
        cable.a = {cord.device, inlet_of(cord).port};
        cable.b = {strip, outlet};
        cable.kind = CableKind::power;
        cable.index_from = static_cast<int>(cord.inlet);
        const int index = static_cast<int>(bench_.cables.size());
        ports_.take(cord.device, cable.a.port, index);
        ports_.take(strip, outlet, index);
        load_[{strip, bench_.port(cable.b).leg.value_or("")}] +=
            device.hardware->maximum.value_or(Power{}).value /
            static_cast<std::int64_t>(device.inlets.size());
        for (const auto& port : selection_.ports(from_, bench_.devices[at(strip)]))
            if (port.port == outlet)
                bench_.ledger.keep(
                    AllocationKind::to, cord.id,
                    port_place_text(bench_.devices[at(strip)].id, *port.group, port.place));
        bench_.cables.push_back(std::move(cable));
    }

    Workbench& bench_;
    const definition::Selector& from_;
    Selection selection_;
    PortBook ports_;
    std::map<std::pair<int, std::string>, std::int64_t> load_;
    /// By rack, feed and type of outlet.
    std::map<std::tuple<std::string, std::string, std::string>, std::vector<const Cord*>> lost_;
};

}  // namespace

void cord_power(Workbench& bench) {
    if (bench.inputs.standard.power) Cords(bench).plug();
}

}  // namespace colo::generator
