// What a rule reads: an intent, the constraints it stands under, and what several rules look up,
// worked out once for all of them.
#pragma once

#include <array>
#include <memory>
#include <string_view>
#include <vector>

#include "intent/base/flat_map.h"
#include "intent/model/constraints.h"
#include "intent/model/intent.h"

namespace colo::rules {

/// What a plug meets at a port.
struct Socket {
    std::string_view type;
    std::optional<Speed> speed;
    bool power = false;
};

/// The ports that cables end at. Each has a number, the same for all cables that end there.
class CabledPorts {
public:
    explicit CabledPorts(const Intent& intent);

    /// How many there are; their numbers run from 0.
    std::size_t size() const { return ids_.size(); }
    std::string_view id(std::size_t number) const { return ids_[number]; }
    /// The numbers of a cable's ends, `a` first; nothing where the end is no port of ours.
    /// `cable` is the place in Intent::cables.
    std::array<std::optional<std::size_t>, 2> ends(std::size_t cable) const;
    bool contains(const PortId& port) const;
    /// Nothing where a cable names a port that is in no table.
    const std::optional<Socket>& socket(std::size_t number) const { return sockets_[number]; }
    /// Null where the port is none that frames go through.
    const Interface* interface(std::size_t number) const { return interfaces_[number]; }

private:
    void fill_sockets(const Intent& intent);

    FlatMap<std::string_view, std::uint32_t> numbers_;
    std::vector<std::string_view> ids_;
    std::vector<std::optional<Socket>> sockets_;
    std::vector<const Interface*> interfaces_;
    std::vector<std::array<std::uint32_t, 2>> ends_;  // by cable
};

/// Where each network's frames get to.
class NetworkPaths;

struct Subject {
    Subject(const Intent& of, const Constraints& under);
    ~Subject();
    Subject(const Subject&) = delete;
    Subject& operator=(const Subject&) = delete;

    const Intent& intent;
    const Constraints& constraints;
    const CabledPorts ports;
    const std::unique_ptr<const NetworkPaths> paths;  ///< never null
};

}  // namespace colo::rules
