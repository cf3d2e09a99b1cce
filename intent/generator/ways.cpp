#include "intent/generator/ways.h"

#include <fmt/format.h>

#include "intent/generator/geometry.h"

namespace colo::generator {

using definition::MediumEntry;

std::string piece_id(const std::string& way, std::size_t place) {
    return fmt::format("{}/{}", way, place);
}

std::string Ways::lay(WorkCable& cable, const std::string& name, const MediumEntry& medium,
                      const Ends& ends) {
    if (!cable.assembly.empty()) return "cannot fan out on its way through other devices";
    if (medium.via && !cable.through.empty())
        return "is patched over panels, and the rule has a way of its own";
    Panels::Found panels;
    if (medium.via)
        panels = panels_.find(*medium.via, cable.id, rack_of(cable.a), rack_of(cable.b));
    if (!panels.lacks.empty()) return panels.lacks;
    Draft pieces = draft(cable, medium.via ? panels.through : cable.through, name, medium);
    if (std::string problem = lacks(pieces, medium, ends); !problem.empty()) return problem;
    Length route, length = cut(pieces, cable, true);
    if (!lacks_reach(medium, length).empty()) length = cut(pieces, cable, false);
    for (const WorkPiece& piece : pieces.pieces) route += piece.route;
    if (std::string problem = lacks_reach(medium, length); !problem.empty()) return problem;
    if (medium.via) {
        const int index = static_cast<int>(&cable - bench_.cables.data());
        for (const PortRef& port : panels.through)
            bench_.devices[at(port.device)].port_cable[at(port.port)] = index;
        bench_.ledger.keep(AllocationKind::via, cable.id, panels.kept);
        cable.through = std::move(panels.through);
    }
    cable.pieces = std::move(pieces.pieces);
    cable.route = route;
    cable.length = length;
    return "";
}

Ways::Draft Ways::draft(const WorkCable& cable, const std::vector<PortRef>& through,
                        const std::string& name, const MediumEntry& medium) const {
    Draft out;
    if (medium.via) out.trunk = 1;
    PortRef from = cable.a;
    for (std::size_t i = 0; i <= through.size(); i += 2) {
        const PortRef to = i < through.size() ? through[i] : cable.b;
        WorkPiece piece;
        piece.id = piece_id(cable.id, i / 2 + 1);
        piece.a = from;
        piece.b = to;
        piece.medium_name = static_cast<int>(i / 2) != out.trunk || !medium.via->trunk.given()
                                ? name
                                : *medium.via->trunk;
        piece.route = from.known() ? route(bench_, from, to) : route_out(bench_, to, cable.a_extra);
        out.pieces.push_back(std::move(piece));
        if (i + 1 < through.size()) from = through[i + 1];
    }
    return out;
}

/// Plugs and stock are looked at piece by piece.
std::string Ways::lacks(const Draft& draft, const MediumEntry& medium, Ends ends) const {
    for (const WorkPiece& piece : draft.pieces) {
        const MediumEntry& of_piece = bench_.inputs.standard.media.at(piece.medium_name);
        for (const PortRef& end : {piece.a, piece.b})
            if (end.known() && !fits(of_piece, bench_.port(end).type))
                return fmt::format("does not fit {} at {}", bench_.port(end).type,
                                   bench_.port_id(end).value);
        if (std::string problem = lacks_stock(bench_, of_piece, piece.route); !problem.empty())
            return problem;
    }
    ends.types.clear();
    return lacks_at(medium, ends);
}

/// Lengths and colours; `keep`: lengths that lie there stay where they do. Returns the whole
/// length.
Length Ways::cut(Draft& draft, const WorkCable& cable, bool keep) const {
    Length whole;
    for (std::size_t i = 0; i < draft.pieces.size(); ++i) {
        WorkPiece& piece = draft.pieces[i];
        const MediumEntry& medium = bench_.inputs.standard.media.at(piece.medium_name);
        const bool lies = keep && kept_cable(bench_, piece.id).medium == piece.medium_name;
        piece.length = (lies ? kept_length(bench_, piece.id, medium, piece.route) : std::nullopt)
                           .value_or(*stocked(bench_, medium, piece.route));
        const auto& fixed = cable.rule->length;
        if (fixed && fixed->length && static_cast<int>(i) != draft.trunk)
            piece.length = *fixed->length;
        piece.colour = colour_of(bench_, medium, piece.b);
        whole += piece.length;
    }
    return whole;
}

}  // namespace colo::generator
