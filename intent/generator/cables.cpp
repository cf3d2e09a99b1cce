// Both ends of every data, management and console cable, and of the cables that land circuits.
#include <fmt/format.h>

#include <algorithm>

#include "intent/generator/between.h"
#include "intent/generator/freed.h"
#include "intent/generator/geometry.h"
#include "intent/generator/ports.h"
#include "intent/generator/speeds.h"
#include "intent/generator/steps.h"
#include "intent/generator/wishes.h"

namespace colo::generator {

namespace {

using definition::CablingRule;
using definition::Connect;
using definition::Pick;

class Cabling {
public:
    explicit Cabling(Workbench& bench)
        : bench_(bench), selection_(bench), ports_(bench), between_(bench, selection_, ports_) {}

    void lay() {
        const int before = bench_.out.errors();
        wishes_ = wishes_of(bench_, selection_);
        between_.prepare(wishes_);
        for (const auto& [name, link] : bench_.inputs.site.links) lay_link(name, link);
        if (bench_.out.errors() != before) return;
        std::size_t inlets = 0;  // they are cabled later
        for (const WorkDevice& device : bench_.devices) inlets += device.inlets.size();
        bench_.cables.reserve(wishes_.size() + inlets);
        std::vector<std::size_t> newcomers;
        for (std::size_t i = 0; i < wishes_.size(); ++i)
            if (!keep(wishes_[i])) newcomers.push_back(i);
        for (const std::size_t i : in_rule_order(newcomers)) lay_newcomer(wishes_[i]);
        report_exhausted();
        between_.report_short();
    }

private:
    // ---- ends that earlier plans decided

    bool keep(Wish& wish) {
        const std::string* to_text = bench_.ledger.earlier(AllocationKind::to, wish.id);
        const auto to = to_text ? read_port_place(bench_, *to_text) : std::nullopt;
        if (!to || !is_target(wish, to->device) || !has_port(wish.rule->to, *to)) return false;
        int from_port = wish.from_port;
        if (from_port == none && wish.from != none) {
            const std::string* from_text = bench_.ledger.earlier(AllocationKind::from, wish.id);
            const auto from = from_text ? read_port_place(bench_, *from_text) : std::nullopt;
            if (!from || from->device != wish.from || !has_port(wish.rule->from, *from))
                return false;
            from_port = from->port;
        }
        if (ports_.is_taken(to->device, to->port)) return false;
        if (from_port != none && ports_.is_taken(wish.from, from_port)) return false;
        if (!wish.group_key.empty()) {
            const auto [chosen, is_new] = chosen_.emplace(wish.group_key, to->device);
            if (chosen->second != to->device) return false;
        }
        wish.from_port = from_port;
        connect(wish, to->device, to->port);
        return true;
    }

    bool is_target(const Wish& wish, int device) const {
        if (wish.to != none) return wish.to == device;
        const auto targets = selection_.devices_beside(wish.rule->to, wish.from);
        return std::find(targets.begin(), targets.end(), device) != targets.end();
    }

    bool has_port(const Selector& selector, const PortRef& kept) const {
        const auto& ports = selection_.ports(selector, bench_.devices[at(kept.device)]);
        return std::any_of(ports.begin(), ports.end(),
                           [&](const auto& port) { return port.port == kept.port; });
    }

    // ---- links of the site: both ports are said

    void lay_link(const std::string& name, const definition::LinkEntry& link) {
        CablingRule& rule = bench_.link_rules[name];
        rule.at = link.at;
        rule.media = link.media;
        rule.carries = link.carries;
        const auto a = find_port(bench_, link.a), b = find_port(bench_, link.b);
        if (!a || !b) return;
        for (const auto& [end, said] : {std::pair{*a, &link.a}, {*b, &link.b}})
            if (ports_.is_taken(end.device, end.port)) {
                const int other = bench_.devices[at(end.device)].port_cable[at(end.port)];
                bench_.out.error("port-taken", said->at,
                                 fmt::format("{} has the cable {} already", **said,
                                             bench_.cables[at(other)].id));
                return;
            }
        Wish wish;
        wish.id = fmt::format("{}/{}", links_, name);
        wish.rule_name = &links_;
        wish.rule = &rule;
        wish.from = a->device;
        wish.from_port = a->port;
        connect(wish, b->device, b->port);
        record_link(wish.id, AllocationKind::from, *a);
        record_link(wish.id, AllocationKind::to, *b);
        bench_.cables.back().number = link.number;
    }

    // ---- newcomers

    /// Circuits first, then the rules whose targets have least ports to spare, then by name.
    std::vector<std::size_t> in_rule_order(const std::vector<std::size_t>& newcomers) const {
        std::map<const std::string*, std::int64_t> need;
        for (const std::size_t i : newcomers) ++need[wishes_[i].rule_name];
        std::map<const std::string*, std::pair<bool, std::int64_t>> merit;
        for (const auto& [name, wanted] : need) {
            const CablingRule& rule = bench_.inputs.standard.cabling.at(*name);
            std::int64_t free = 0;
            for (const int to : selection_.devices(rule.to))
                free += static_cast<std::int64_t>(ports_.count_free(
                    selection_.ports(rule.to, bench_.devices[at(to)]), to, *name + "/"));
            merit[name] = {!rule.from.of_circuits(), free - wanted};
        }
        std::vector<std::size_t> order = newcomers;
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            const auto* x = wishes_[a].rule_name;
            const auto* y = wishes_[b].rule_name;
            if (x == y) return false;
            return std::pair(merit.at(x), *x) < std::pair(merit.at(y), *y);
        });
        return order;
    }

    void lay_newcomer(Wish& wish) {
        if (wish.to == none) wish.to = pick(wish);
        if (wish.to == none) return;
        if (wish.from_port == none && wish.from != none) {
            const auto port =
                ports_.lowest_free(selection_.ports(wish.rule->from, bench_.devices[at(wish.from)]),
                                   wish.from, wish.id);
            if (!port) return exhausted(wish, wish.rule->from, wish.from);
            wish.from_port = port->port;
        }
        if (wish.from != none && ports_.is_taken(wish.from, wish.from_port))
            return say_taken(wish, wish.from, wish.from_port);
        const auto& to_ports = selection_.ports(wish.rule->to, bench_.devices[at(wish.to)]);
        const auto to = wish.rule->to_order ? by_number(wish, to_ports)
                                            : ports_.lowest_free(to_ports, wish.to, wish.id,
                                                                 speed_to(wish, to_ports));
        if (!to) return exhausted(wish, wish.rule->to, wish.to);
        if (ports_.is_taken(wish.to, to->port)) return say_taken(wish, wish.to, to->port);
        connect(wish, wish.to, to->port);
    }

    /// What a cable is going to run at: the slower end's speed.
    std::optional<Speed> speed_to(const Wish& wish,
                                  const std::vector<Selection::GroupPort>& to_ports) const {
        if (wish.from == none || to_ports.empty()) return std::nullopt;
        return slower(bench_.port({wish.from, wish.from_port}),
                      bench_.port({wish.to, to_ports.front().port}));
    }

    static std::optional<Speed> slower(const PortSpec& a, const PortSpec& b) {
        const auto one = speed_of(a), other = speed_of(b);
        return one && other ? std::min(*one, *other) : one ? one : other;
    }

    /// `to-order: by-number`: the place at the to-end follows from the from-device's number.
    std::optional<Selection::GroupPort>
    by_number(const Wish& wish, const std::vector<Selection::GroupPort>& ports) const {
        const std::int64_t number = bench_.devices[at(wish.from)].number;
        const std::int64_t parallel = std::max<std::int64_t>(wish.rule->parallel, 1);
        const std::int64_t place = (number - 1) * parallel + wish.index_from % parallel;
        if (place < 0 || place >= static_cast<std::int64_t>(ports.size())) return std::nullopt;
        return ports[static_cast<std::size_t>(place)];
    }

    /// One device for all cables of this rule and from-device, with room for them.
    int pick(const Wish& wish) {
        const auto chosen = chosen_.find(wish.group_key);
        if (chosen != chosen_.end()) return chosen->second;
        const WorkDevice& from = bench_.devices[at(wish.from)];
        const std::size_t need = selection_.ports(wish.rule->from, from).size();
        int best = none;
        std::pair<std::int64_t, std::int64_t> best_merit{};
        const auto targets = selection_.devices_beside(wish.rule->to, wish.from);
        for (const int to : targets) {
            const WorkDevice& device = bench_.devices[at(to)];
            const auto& ports = selection_.ports(wish.rule->to, device);
            if (ports_.count_free(ports, to, wish.group_key + "/") < need) continue;
            if (wish.rule->to.pick == Pick::same_member && device.member != from.member) continue;
            const std::int64_t merit = wish.rule->to.pick == Pick::least_used
                                           ? used_[{wish.rule_name, to}]
                                           : rack_distance(bench_, from.rack, device.rack).value;
            if (best == none || std::pair(merit, device.number) < best_merit) {
                best = to;
                best_merit = {merit, device.number};
            }
        }
        if (best != none)
            chosen_.emplace(wish.group_key, best);
        else if (!wish.rule->optional)
            exhausted(wish, wish.rule->to, targets.empty() ? none : targets.front());
        return best;
    }

    void connect(const Wish& wish, int to, int to_port) {
        WorkCable cable;
        if (wish.rule->via) {
            cable.through = between_.device(*wish.rule->via, wish, to);
            if (cable.through.empty()) return;
        }
        cable.id = wish.id;
        cable.rule_name = *wish.rule_name;
        cable.rule = wish.rule;
        cable.circuit = wish.circuit;
        cable.index_from = wish.index_from;
        cable.b = {to, to_port};
        const int index = static_cast<int>(bench_.cables.size());
        if (wish.from != none) {
            cable.a = {wish.from, wish.from_port};
            ports_.take(wish.from, wish.from_port, index);
        } else {
            describe_far_end(cable);
        }
        ports_.take(to, to_port, index);
        for (const PortRef& port : cable.through) ports_.take(port.device, port.port, index);
        if (wish.from != none) {
            const auto speed = slower(bench_.port(cable.a), bench_.port(cable.b));
            ports_.run_at(to, to_port, speed);
            ports_.run_at(wish.from, wish.from_port, speed);
        }
        cable.index_to = used_[{wish.rule_name, to}]++;
        record(wish, AllocationKind::to, wish.rule->to, to, to_port);
        if (wish.rule->connect == Connect::mesh ||
            (wish.from != none && between_.is_between(bench_.devices[at(wish.from)].role_name)))
            record(wish, AllocationKind::from, wish.rule->from, wish.from, wish.from_port);
        bench_.cables.push_back(std::move(cable));
    }

    void describe_far_end(WorkCable& cable) const {
        const auto& handoff = *bench_.inputs.site.circuits.at(cable.circuit).handoff;
        cable.a_text = fmt::format("place.{}:{}/{}", *handoff.place, *handoff.panel, *handoff.port);
        cable.a_extra = bench_.inputs.site.places.at(*handoff.place).distance;
    }

    void record(const Wish& wish, AllocationKind kind, const Selector& selector, int device,
                int port) {
        for (const auto& one : selection_.ports(selector, bench_.devices[at(device)]))
            if (one.port == port) {
                bench_.ledger.keep(
                    kind, wish.id,
                    port_place_text(bench_.devices[at(device)].id, *one.group, one.place));
                return;
            }
    }

    /// The site says a link's ports; they are noted so that nobody has them in the plan that takes
    /// the link away. A port that is in no group nobody else can have.
    void record_link(const std::string& id, AllocationKind kind, const PortRef& end) {
        const WorkDevice& device = bench_.devices[at(end.device)];
        for (const auto& [group, ports] : device.hardware->groups)
            if (const auto found = std::find(ports.begin(), ports.end(), end.port);
                found != ports.end()) {
                const int place = static_cast<int>(found - ports.begin()) + 1;
                bench_.ledger.keep(kind, id, port_place_text(device.id, group, place));
                return;
            }
    }

    // ---- what does not work out

    struct Exhausted {
        const Selector* selector;
        int device;
        std::size_t missing = 0;
    };

    void exhausted(const Wish& wish, const Selector& selector, int device) {
        auto& entry = exhausted_[{*wish.rule_name, device}];
        entry.selector = &selector;
        entry.device = device;
        ++entry.missing;
    }

    void say_taken(const Wish& wish, int device, int port) {
        const WorkCable& other = bench_.cables[at(bench_.devices[at(device)].port_cable[at(port)])];
        bench_.out
            .error("port-taken", wish.rule->at,
                   fmt::format("{} is wanted by {} and by {}", bench_.port_id({device, port}).value,
                               other.id, wish.id))
            .hint = "port groups may overlap, but a port is used once";
    }

    void report_exhausted() {
        for (const auto& [key, entry] : exhausted_) {
            const CablingRule& rule = bench_.inputs.standard.cabling.at(key.first);
            if (entry.device == none) continue;
            const WorkDevice& device = bench_.devices[at(entry.device)];
            const auto& ports = selection_.ports(*entry.selector, device);
            std::map<std::string, std::size_t> takers;
            for (const auto& port : ports)
                if (ports_.is_taken(entry.device, port.port))
                    ++takers[bench_.cables[at(device.port_cable[at(port.port)])].rule_name];
            Diagnostic& problem =
                bench_.out.error("ports-exhausted", rule.at,
                                 fmt::format("{} has too few ports for {}: {} more needed",
                                             device.id, key.first, entry.missing));
            problem.object = device.id;
            problem.detail = {fmt::format("port group {} of model {} has {}",
                                          *entry.selector->ports.front(), device.hardware->model,
                                          count_of(ports.size(), "port"))};
            for (const auto& [taker, count] : takers)
                problem.detail.push_back(fmt::format("{} of them taken by {}", count, taker));
            const std::size_t freed = ports_.count_freed(ports, entry.device);
            if (freed > 0) problem.detail.push_back(freed_text(freed, "port"));
            problem.hint =
                fmt::format("{}take a model with more ports, or share the load among more devices",
                            freed > 0 ? apply_first : "");
        }
    }

    const std::string links_ = definition::rule_of_links;
    Workbench& bench_;
    Selection selection_;
    PortBook ports_;
    Between between_;
    std::vector<Wish> wishes_;
    std::map<std::string, int> chosen_;
    std::map<std::pair<const std::string*, int>, int> used_;
    std::map<std::pair<std::string, int>, Exhausted> exhausted_;
};

}  // namespace

void lay_cables(Workbench& bench) { Cabling(bench).lay(); }

}  // namespace colo::generator
