// Which ports are taken, and the lowest free one of a group.
#pragma once

#include "intent/generator/selection.h"

namespace colo::generator {

/// A port as allocations keep it: by its place in a group, so that another model in the same
/// place keeps every cable's place. `leaf.R03.1:servers/7`.
std::string port_place_text(const std::string& device, const std::string& group, int place);

/// The port that port_place_text() says, if the device is there and has it.
std::optional<PortRef> read_port_place(const Workbench& bench, std::string_view text);

/// The port that `DEVICE:PORT` names, as a site writes it; reports what there is not.
std::optional<PortRef> find_port(Workbench& bench, const definition::At<std::string>& text);

/// Every port is used once. What earlier plans gave to cables stays theirs for this plan.
class PortBook {
public:
    explicit PortBook(Workbench& bench);

    bool is_taken(int device, int port) const {
        return bench_.devices[at(device)].port_cable[at(port)] != none;
    }
    void take(int device, int port, int cable) {
        bench_.devices[at(device)].port_cable[at(port)] = cable;
    }

    /// The lowest port of the selector's groups that is free for this cable. Of ports that must run
    /// at one speed with their neighbours: first where the neighbours do run at `speed`, then where
    /// they are all free, then any.
    std::optional<Selection::GroupPort> lowest_free(const std::vector<Selection::GroupPort>& ports,
                                                    int device, const std::string& cable,
                                                    std::optional<Speed> speed = {}) const;
    /// Notes what a taken port runs at, for its neighbours' sake.
    void run_at(int device, int port, std::optional<Speed> speed);
    std::size_t count_free(const std::vector<Selection::GroupPort>& ports, int device,
                           const std::string& cable_prefix) const;

private:
    int block_of(int device, int port) const;
    const std::string* holder(int device, int port) const;

    Workbench& bench_;
    std::map<std::pair<int, int>, Speed> speed_of_block_;    ///< by device and Hardware::same_speed
    std::unordered_map<std::int64_t, std::string> blocked_;  ///< port -> the cable that had it
};

}  // namespace colo::generator
