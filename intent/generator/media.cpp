// The medium of each cable, its speed, its route and the length that is stocked.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "intent/generator/geometry.h"
#include "intent/generator/medium_fit.h"
#include "intent/generator/speeds.h"
#include "intent/generator/steps.h"
#include "intent/generator/ways.h"

namespace colo::generator {

namespace {

using definition::MediumEntry;

/// What all media lack, when they lack the same: a stocked length, or reach.
std::string code_of(const std::vector<std::string>& problems) {
    const auto all_say = [&](std::initializer_list<std::string_view> words) {
        return !problems.empty() &&
               std::all_of(problems.begin(), problems.end(), [&](const std::string& text) {
                   return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
                       return text.find(word) != std::string::npos;
                   });
               });
    };
    if (all_say({"stocked"})) return "no-stocked-length";
    if (all_say({"stocked", "reaches"})) return "too-far";
    return "media-does-not-fit";
}

class Media {
public:
    explicit Media(Workbench& bench) : bench_(bench), ways_(bench) {
        for (const WorkCable& cable : bench.cables) has_ways_ = has_ways_ || !cable.through.empty();
        for (const auto& [name, medium] : bench.inputs.standard.media)
            has_ways_ = has_ways_ || medium.via;
    }

    void choose() {
        for (WorkCable& cable : bench_.cables) {
            cable.route = route_of(cable);
            cable.assembly = assembly_of(cable);
            if (cable.assembly.empty()) continue;
            Length& longest = longest_branch_[cable.assembly];
            longest = std::max(longest, cable.route);
            if (const std::string medium = kept_cable(bench_, cable.id).medium; !medium.empty())
                kept_assembly_.emplace(cable.assembly, medium);
        }
        for (WorkCable& cable : bench_.cables) {
            if (cable.kind != CableKind::power) cable.kind = kind_of(cable);
            choose_for(cable);
            if (told_.size() > 20) return;
        }
        equal_lengths();
        equal_branches();
        for (const WorkCable& cable : bench_.cables) record(cable);
    }

private:
    Length route_of(const WorkCable& cable) const {
        return cable.a.known() ? route(bench_, cable.a, cable.b)
                               : route_out(bench_, cable.b, cable.a_extra);
    }

    /// The port that the cable is one branch of: `leaf.R03.1:Ethernet53/1`.
    std::string assembly_of(const WorkCable& cable) const {
        for (const PortRef& end : {cable.a, cable.b})
            if (end.known())
                if (const PortSpec& spec = bench_.port(end); !spec.broken_out.empty())
                    return bench_.devices[at(end.device)].id + ":" + spec.broken_out;
        return {};
    }

    /// How far the cable must reach: all branches of an assembly are as long as its longest.
    Length reach_of(const WorkCable& cable) const {
        const auto branch = longest_branch_.find(cable.assembly);
        return branch == longest_branch_.end() ? cable.route : branch->second;
    }

    /// What the ends tell: console ports, circuits, ports or networks that are for management.
    CableKind kind_of(const WorkCable& cable) const {
        if (!cable.circuit.empty()) return CableKind::circuit;
        if (cable.rule->kind)
            return *cable.rule->kind == "management" ? CableKind::management : CableKind::data;
        for (const PortRef& end : {cable.a, cable.b}) {
            const PortSpec& spec = bench_.port(end);
            if (spec.table == PortTable::console_port) return CableKind::console;
            if (spec.table == PortTable::console_server_port) return CableKind::console;
        }
        if (bench_.port(cable.a).management_only || bench_.port(cable.b).management_only)
            return CableKind::management;
        const auto& carries = cable.rule->carries;
        const bool only_management =
            !carries.empty() && std::all_of(carries.begin(), carries.end(),
                                            [&](const auto& name) { return is_management(*name); });
        return only_management ? CableKind::management : CableKind::data;
    }

    bool is_management(const std::string& network) const {
        const auto [found, is_new] = management_.try_emplace(network, false);
        if (is_new) found->second = generator::is_management(bench_.inputs, network);
        return found->second;
    }

    Ends ends_of(const WorkCable& cable) const {
        Ends ends;
        for (const PortRef& end : {cable.a, cable.b}) {
            if (!end.known()) continue;
            const PortSpec& spec = bench_.port(end);
            ends.types.push_back(spec.type);
            ends.lanes = std::max(ends.lanes, spec.lanes);
            ends.lane_ends += spec.lanes > 0;
            const auto speed = speed_of(spec);
            if (speed && (!ends.slower || *speed < *ends.slower)) ends.slower = speed;
        }
        if (!cable.circuit.empty())
            if (const auto& speed = bench_.inputs.site.circuits.at(cable.circuit).speed)
                ends.wanted = **speed;
        return ends;
    }

    /// Names of media that may be taken, in order of preference. Cords: all whose plugs fit.
    std::vector<std::string> names_of(const WorkCable& cable) const {
        std::vector<std::string> names;
        if (!cable.rule) {
            for (const auto& [name, medium] : bench_.inputs.standard.media) names.push_back(name);
            return names;
        }
        for (const auto& name : cable.rule->media)
            if (*name != "from-circuit")
                names.push_back(*name);
            else if (!cable.circuit.empty())
                names.push_back(*bench_.inputs.site.circuits.at(cable.circuit).media);
        return names;
    }

    void choose_for(WorkCable& cable) {
        const Ends ends = ends_of(cable);
        std::vector<std::string> problems;
        for (const std::string& name : in_order_of_merit(cable)) {
            const MediumEntry& medium = bench_.inputs.standard.media.at(name);
            if (!cable.rule && (medium.via || !is_cord(medium, ends))) continue;
            const bool is_way = medium.via || !cable.through.empty();
            const std::string problem = is_way ? ways_.lay(cable, name, medium, ends)
                                               : lacks(medium, ends, reach_of(cable));
            if (problem.empty()) return take(cable, name, medium, ends);
            problems.push_back(fmt::format("{} {}", name, problem));
        }
        say_unfit(cable, ends, problems);
    }

    /// What the medium lacks for a cable that is one piece; empty when it does.
    std::string lacks(const MediumEntry& medium, const Ends& ends, Length route) const {
        std::string problem = lacks_at(medium, ends);
        if (problem.empty()) problem = lacks_reach(medium, route);
        return problem.empty() ? lacks_stock(bench_, medium, route) : problem;
    }

    /// The rule's order; but a cable that lies there and still does is not replaced by another
    /// medium only because that has become possible.
    std::vector<std::string> in_order_of_merit(const WorkCable& cable) const {
        std::vector<std::string> names = names_of(cable);
        const auto assembly =
            kept_assembly_.find(cable.assembly);  // a new branch joins those that lie
        const bool joins = assembly != kept_assembly_.end();
        std::string lies = joins ? assembly->second : kept_cable(bench_, cable.id).medium;
        const bool is_way = has_ways_ && lies.empty() && cable.rule;
        if (is_way) lies = kept_cable(bench_, piece_id(cable.id, 1)).medium;
        const auto kept = std::find(names.begin(), names.end(), lies);
        if (kept != names.end() &&
            (joins || is_way ||
             kept_length(bench_, cable.id, bench_.inputs.standard.media.at(*kept),
                         reach_of(cable))))
            std::rotate(names.begin(), kept, kept + 1);
        return names;
    }

    static bool is_cord(const MediumEntry& medium, const Ends& ends) {
        return std::all_of(ends.types.begin(), ends.types.end(),
                           [&](const auto& type) { return fits(medium, type); });
    }

    void take(WorkCable& cable, const std::string& name, const MediumEntry& medium,
              const Ends& ends) {
        cable.medium_name = name;
        cable.medium = &medium;
        cable.speed = medium.speed ? medium.speed : ends.wanted ? ends.wanted : ends.slower;
        if (!cable.pieces.empty()) return;  // laid already
        cable.length = kept_length(bench_, cable.id, medium, reach_of(cable))
                           .value_or(*stocked(bench_, medium, reach_of(cable)));
        if (cable.rule && cable.rule->length && cable.rule->length->length)
            cable.length = *cable.rule->length->length;
        cable.colour = colour_of(bench_, medium, cable.b);
    }

    /// `length: equal`: all cables of the rule are as long as its longest.
    void equal_lengths() {
        std::map<std::pair<const definition::CablingRule*, std::size_t>, Length> longest;
        const auto each = [&](const auto& visit) {
            for (WorkCable& cable : bench_.cables) {
                if (!cable.rule || !cable.rule->length || !cable.rule->length->equal) continue;
                if (cable.pieces.empty()) visit(cable.length, longest[{cable.rule, 0}]);
                for (std::size_t i = 0; i < cable.pieces.size(); ++i)
                    visit(cable.pieces[i].length, longest[{cable.rule, i + 1}]);
            }
        };
        each([](Length& length, Length& most) { most = std::max(most, length); });
        each([](Length& length, Length& most) { length = most; });
    }

    /// An assembly is one piece: its branches are of one length.
    void equal_branches() {
        std::map<std::string_view, Length> longest;
        for (const WorkCable& cable : bench_.cables)
            if (!cable.assembly.empty())
                longest[cable.assembly] = std::max(longest[cable.assembly], cable.length);
        for (WorkCable& cable : bench_.cables)
            if (!cable.assembly.empty()) cable.length = longest[cable.assembly];
    }

    void say_unfit(const WorkCable& cable, const Ends& ends,
                   const std::vector<std::string>& problems) {
        const std::string code = code_of(problems);
        if (!told_.insert(cable.rule_name + code + fmt::format("{}", fmt::join(ends.types, " ")))
                 .second)
            return;
        const SourceRange where = cable.rule ? cable.rule->at : bench_.inputs.standard.power->at;
        const std::string b = bench_.port_id(cable.b).value;
        const std::string a = cable.a.known() ? bench_.port_id(cable.a).value : cable.a_text;
        Diagnostic& problem =
            bench_.out.error(code, where, fmt::format("no medium for {}", cable.id));
        problem.object = cable.id;
        problem.detail = {fmt::format("from {} to {}, {} of route", a, b, to_text(cable.route)),
                          fmt::format("ends: {}", fmt::join(ends.types, ", "))};
        problem.detail.insert(problem.detail.end(), problems.begin(), problems.end());
        if (problems.empty()) problem.detail.push_back("no medium of the standard fits both ends");
        problem.hint = code == "no-stocked-length"
                           ? "stock a longer length under media"
                           : "add a medium to the rule that fits both ends and reaches";
    }

    void record(const WorkCable& cable) {
        const auto keep = [&](const auto& piece) {
            bench_.ledger.keep(AllocationKind::length, piece.id,
                               fmt::format("{} mm {}", piece.length.value, piece.medium_name));
        };
        if (cable.pieces.empty()) keep(cable);
        for (const WorkPiece& piece : cable.pieces) keep(piece);
    }

    Workbench& bench_;
    Ways ways_;
    bool has_ways_ = false;  ///< whether any cable may run through other devices
    std::unordered_map<std::string, Length> longest_branch_;      ///< by assembly
    std::unordered_map<std::string, std::string> kept_assembly_;  ///< its medium, as it lies
    std::set<std::string> told_;
    mutable std::map<std::string, bool> management_;
};

}  // namespace

std::optional<Speed> speed_of_type(std::string_view type) {
    const std::size_t base = type.find("base-");
    if (base == std::string_view::npos || base == 0) return std::nullopt;
    std::string number(type.substr(0, base));
    const bool giga = number.back() == 'g';
    if (giga) number.pop_back();
    const auto thousandths = read_thousandths(number);
    if (!thousandths) return std::nullopt;
    return Speed{giga ? *thousandths : *thousandths / 1000};
}

void choose_media(Workbench& bench) { Media(bench).choose(); }

}  // namespace colo::generator
