// The medium of each cable, its speed, its route and the length that is stocked.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "intent/generator/geometry.h"
#include "intent/generator/speeds.h"
#include "intent/generator/steps.h"

namespace colo::generator {

namespace {

using definition::MediumEntry;

struct Ends {
    std::vector<std::string> types;  ///< of the ends that are ours
    std::optional<Speed> slower;     ///< of those that have a speed
    std::optional<Speed> wanted;     ///< what a circuit was ordered with
    int lane_ends = 0;
    int lanes = 0;  ///< of the port that one of them is a lane of
};

bool fits(const MediumEntry& medium, const std::string& type) {
    return std::any_of(medium.fits.begin(), medium.fits.end(),
                       [&](const auto& fit) { return *fit == type; });
}

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
    explicit Media(Workbench& bench) : bench_(bench) {}

    void choose() {
        for (WorkCable& cable : bench_.cables) {
            cable.route = route_of(cable);
            cable.assembly = assembly_of(cable);
            if (cable.assembly.empty()) continue;
            Length& longest = longest_branch_[cable.assembly];
            longest = std::max(longest, cable.route);
            if (const std::string medium = kept_cable(cable).medium; !medium.empty())
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

    const std::vector<Length>& lengths_of(const MediumEntry& medium) const {
        for (const auto* between : {&medium.fibre, &medium.cord})
            if (between->given()) return bench_.inputs.standard.media.at(**between).lengths;
        return medium.lengths;
    }

    /// What the medium lacks for this cable; empty when it does.
    std::string lacks(const MediumEntry& medium, const Ends& ends, Length route) const {
        for (const std::string& type : ends.types)
            if (!fits(medium, type)) return fmt::format("does not fit {}", type);
        if (ends.lane_ends > 1) return "cannot fan out at both ends";
        if (medium.branches.value_or(0) != ends.lanes)
            return medium.branches
                       ? fmt::format("has {} branches, the port {}", *medium.branches,
                                     ends.lanes > 0 ? fmt::format("{} lanes", ends.lanes)
                                                    : "is not broken out")
                       : fmt::format("has no branches, the port has {} lanes", ends.lanes);
        if (medium.speed && ends.slower && *medium.speed > *ends.slower)
            return fmt::format("runs at {}, the slower end at {}", to_text(*medium.speed),
                               to_text(*ends.slower));
        if (medium.speed && ends.wanted && *medium.speed != *ends.wanted)
            return fmt::format("runs at {}, ordered is {}", to_text(*medium.speed),
                               to_text(*ends.wanted));
        if (medium.longest && route > *medium.longest)
            return fmt::format("reaches {}, the route is {}", to_text(*medium.longest),
                               to_text(route));
        if (!stocked(medium, route))
            return fmt::format("is not stocked in {} or longer", to_text(route));
        return "";
    }

    std::optional<Length> stocked(const MediumEntry& medium, Length route) const {
        std::optional<Length> best;
        for (const Length length : lengths_of(medium))
            if (length >= route && (!medium.longest || length <= *medium.longest) &&
                (!best || length < *best))
                best = length;
        return best;
    }

    void choose_for(WorkCable& cable) {
        const Ends ends = ends_of(cable);
        std::vector<std::string> problems;
        for (const std::string& name : in_order_of_merit(cable)) {
            const MediumEntry& medium = bench_.inputs.standard.media.at(name);
            if (!cable.rule && !is_cord(medium, ends)) continue;
            const std::string problem = lacks(medium, ends, reach_of(cable));
            if (problem.empty()) return take(cable, name, medium, ends);
            problems.push_back(fmt::format("{} {}", name, problem));
        }
        say_unfit(cable, ends, problems);
    }

    /// The rule's order; but a cable that lies there and still does is not replaced by another
    /// medium only because that has become possible.
    std::vector<std::string> in_order_of_merit(const WorkCable& cable) const {
        std::vector<std::string> names = names_of(cable);
        const auto assembly =
            kept_assembly_.find(cable.assembly);  // a new branch joins those that lie
        const bool joins = assembly != kept_assembly_.end();
        const auto kept = std::find(names.begin(), names.end(),
                                    joins ? assembly->second : kept_cable(cable).medium);
        if (kept != names.end() &&
            (joins || kept_length(cable, bench_.inputs.standard.media.at(*kept))))
            std::rotate(names.begin(), kept, kept + 1);
        return names;
    }

    /// `5000 mm mm-25g`: what an earlier plan laid.
    struct KeptCable {
        std::optional<Length> length;
        std::string medium;
    };
    KeptCable kept_cable(const WorkCable& cable) const {
        const std::string* text = bench_.ledger.earlier(AllocationKind::length, cable.id);
        if (!text) return {};
        const std::size_t unit_end = text->find(' ', text->find(' ') + 1);
        return {read_length(text->substr(0, unit_end)),
                unit_end == std::string::npos ? "" : text->substr(unit_end + 1)};
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
        cable.length = kept_length(cable, medium).value_or(*stocked(medium, reach_of(cable)));
        if (cable.rule && cable.rule->length && cable.rule->length->length)
            cable.length = *cable.rule->length->length;
        cable.colour = colour_of(cable, medium);
    }

    /// The kept length stays while it is long enough and no longer than the next size up but one.
    std::optional<Length> kept_length(const WorkCable& cable, const MediumEntry& medium) const {
        const auto kept = kept_cable(cable).length;
        const Length reach = reach_of(cable);
        if (!kept || *kept < reach) return std::nullopt;
        std::vector<Length> sizes;
        for (const Length length : lengths_of(medium))
            if (length >= reach) sizes.push_back(length);
        std::sort(sizes.begin(), sizes.end());
        const Length most =
            sizes.empty() ? *kept : sizes[std::min<std::size_t>(2, sizes.size() - 1)];
        return *kept <= most ? kept : std::nullopt;
    }

    std::string colour_of(const WorkCable& cable, const MediumEntry& medium) const {
        if (!medium.colours.empty() && cable.b.known()) {
            const auto found = medium.colours.find(bench_.devices[at(cable.b.device)].scope_feed);
            if (found != medium.colours.end()) return found->second;
        }
        if (medium.colour) return *medium.colour;
        for (const auto* between : {&medium.fibre, &medium.cord})
            if (between->given())
                return bench_.inputs.standard.media.at(**between).colour.value_or("");
        return "";
    }

    /// `length: equal`: all cables of the rule are as long as its longest.
    void equal_lengths() {
        std::map<const definition::CablingRule*, Length> longest;
        for (const WorkCable& cable : bench_.cables)
            if (cable.rule && cable.rule->length && cable.rule->length->equal)
                longest[cable.rule] = std::max(longest[cable.rule], cable.length);
        for (WorkCable& cable : bench_.cables) {
            if (const auto found = longest.find(cable.rule); found != longest.end())
                cable.length = found->second;
        }
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
        bench_.ledger.keep(AllocationKind::length, cable.id,
                           fmt::format("{} mm {}", cable.length.value, cable.medium_name));
    }

    Workbench& bench_;
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
