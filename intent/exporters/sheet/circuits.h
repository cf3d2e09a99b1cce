// Circuits and cross-connects as a sheet speaks of them.
#pragma once

#include <string>
#include <vector>

#include "intent/exporters/sheet/desk.h"

namespace colo::sheets {

/// The life of a cross-connect, in its order. It begins as planned; what comes back from the
/// facility moves it on.
inline const std::vector<std::string>& circuit_life() {
    static const std::vector<std::string> life{"planned", "ordered", "landed", "tested",
                                               "cancelled"};
    return life;
}

struct CircuitWork {
    const Circuit* circuit = nullptr;
    bool goes = false;    ///< it is to be taken out
    bool is_new = false;  ///< it is to be installed, or comes to another port
    const Layout* layout = nullptr;
    std::string label;        ///< of its cable; empty: none
    std::string place;        ///< where it is handed over: a rack's name, a place not ours
    std::string panel, port;  ///< there
    std::string medium, plug;
};

/// Those that the work is about, in natural order of their ids: all of a site, or those that come,
/// go, or change, or whose cable does.
std::vector<CircuitWork> circuits_of_work(const Desk& desk);

}  // namespace colo::sheets
