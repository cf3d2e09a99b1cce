// Which ports are taken, and the lowest free one of a group.
#pragma once

#include "intent/generator/selection.h"
#include "intent/model/port_places.h"

namespace colo::generator {

/// The port that port_place_text() says, if the device is there and has it.
std::optional<PortRef> read_port_place(const Workbench& bench, std::string_view text);

/// The port that `DEVICE:PORT` names, as a site writes it; reports what there is not.
std::optional<PortRef> find_port(Workbench& bench, const definition::At<std::string>& text);

/// The port behind a front port of a panel, or the first front port before a rear one; unknown
/// where there is none.
PortRef port_behind(const Workbench& bench, const PortRef& port);

/// The ports that earlier plans gave to cables and ways: theirs for this plan, even where they are
/// gone.
class EarlierPorts {
public:
    explicit EarlierPorts(const Workbench& bench);

    /// The cable or way that had the port; empty: none had.
    std::string_view owner(const PortRef& port) const;

private:
    std::unordered_map<std::int64_t, std::string_view> owners_;
};

/// Every port is used once.
class PortBook {
public:
    explicit PortBook(Workbench& bench);

    bool is_taken(const PortRef& port) const { return is_taken(port.device, port.port); }
    bool is_taken(int device, int port) const {
        return bench_.devices[at(device)].port_cable[at(port)] != none;
    }
    void take(int device, int port, int cable) {
        bench_.devices[at(device)].port_cable[at(port)] = cable;
    }
    /// Whether nobody has the port, nor had it but this cable.
    bool is_free_for(const PortRef& port, std::string_view cable) const;

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
    /// Those that a cable had which has them no more: nobody gets them in this plan.
    std::size_t count_freed(const std::vector<Selection::GroupPort>& ports, int device) const;

private:
    int block_of(int device, int port) const;

    Workbench& bench_;
    std::map<std::pair<int, int>, Speed> speed_of_block_;  ///< by device and Hardware::same_speed
};

}  // namespace colo::generator
