// Cables that run through other devices: a way of several pieces, each laid by itself.
#pragma once

#include "intent/generator/between.h"
#include "intent/generator/medium_fit.h"

namespace colo::generator {

/// The identity of a piece, by its place on the way from 1.
std::string piece_id(const std::string& way, std::size_t place);

class Ways {
public:
    explicit Ways(Workbench& bench) : bench_(bench), panels_(bench) {}

    /// Gives the cable its pieces in this medium, over panels where that is patched. Returns what
    /// the medium lacks; then nothing is changed.
    std::string lay(WorkCable& cable, const std::string& name,
                    const definition::MediumEntry& medium, const Ends& ends);

private:
    struct Draft {
        std::vector<WorkPiece> pieces;
        int trunk = none;  ///< its place among the pieces
    };
    Draft draft(const WorkCable& cable, const std::vector<PortRef>& through,
                const std::string& name, const definition::MediumEntry& medium) const;
    std::string lacks(const Draft& draft, const definition::MediumEntry& medium, Ends ends) const;
    Length cut(Draft& draft, const WorkCable& cable, bool keep) const;
    int rack_of(const PortRef& end) const {
        return end.known() ? bench_.devices[at(end.device)].rack : none;
    }

    Workbench& bench_;
    Panels panels_;
};

}  // namespace colo::generator
