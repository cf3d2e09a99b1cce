// What the cabling rules ask for: each cable before its ends are ports.
#pragma once

#include "intent/generator/selection.h"

namespace colo::generator {

/// A cable that a rule asks for, before its ends are ports.
struct Wish {
    std::string id;
    const std::string* rule_name = nullptr;
    const definition::CablingRule* rule = nullptr;
    int from = none;       ///< device; none for a circuit
    int from_port = none;  ///< fixed, but in a mesh
    std::string circuit;
    int to = none;  ///< device; none while `pick` has to choose
    int index_from = 0;
    std::string group_key;  ///< wishes that must land on one device
};

/// Every cable that the rules ask for, in the order of rule, from-device and port. What a rule
/// cannot mean is reported.
std::vector<Wish> wishes_of(Workbench& bench, const Selection& selection);

}  // namespace colo::generator
