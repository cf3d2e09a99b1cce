// What cables run through between their ends: a device that the rule names, or two panels.
#pragma once

#include <set>
#include <tuple>

#include "intent/generator/ports.h"
#include "intent/generator/wishes.h"

namespace colo::generator {

/// Finds the device that a rule's `via` asks for, and the two ports on it.
class Between {
public:
    Between(Workbench& bench, const Selection& selection, const PortBook& ports)
        : bench_(bench), selection_(selection), ports_(ports) {}

    /// Looks at all wishes first: leaves the ports alone that other rules take whatever happens,
    /// and counts the ways that are there.
    void prepare(const std::vector<Wish>& wishes);
    /// Whether cables run through devices of this role.
    bool is_between(const std::string& role) const { return roles_.contains(role); }
    /// Into the device and out of it; empty, to be reported, where none has a place left.
    std::vector<PortRef> device(const definition::Via& via, const Wish& wish, int to);
    /// The rules whose cables found no way through.
    void report_short();

private:
    using Way = std::vector<PortRef>;
    std::vector<int> candidates(const definition::Via& via, const Wish& wish, int to) const;
    std::size_t places(const definition::Via& via, int device) const;
    Way way(const definition::Via& via, int device, std::size_t place) const;
    bool is_free(const Way& way, const std::string& cable) const;
    Way kept(const definition::Via& via, const Wish& wish,
             const std::vector<int>& candidates) const;
    Way free_on(int device, const definition::Via& via, const std::string& cable);
    bool is_picked(const definition::Via& via, const Wish& wish, int device) const;
    std::int64_t merit(const definition::Via& via, const Wish& wish, int to, int device) const;
    Way take(const definition::Via& via, const Wish& wish, Way way);

    struct Short {
        const definition::Via* via = nullptr;
        std::string first;  ///< cable
        std::size_t cables = 0;
    };

    Workbench& bench_;
    const Selection& selection_;
    const PortBook& ports_;
    std::set<std::string> roles_;                               ///< that cables run through
    std::set<std::pair<int, int>> fixed_;                       ///< device and port
    std::set<std::tuple<int, std::string, std::string>> full_;  ///< device and its two groups
    std::map<std::string, int> counted_;  ///< way -> the device it is counted at
    std::map<std::pair<std::string, int>, std::int64_t> used_;  ///< by rule and device
    std::map<std::pair<std::string, bool>, Short> short_;       ///< by rule, and if none is meant
};

/// Finds the two panels that a patched medium runs over.
class Panels {
public:
    explicit Panels(Workbench& bench) : bench_(bench), ports_(bench) {}

    struct Found {
        std::vector<PortRef> through;  ///< front and rear of one, rear and front of the other
        std::string kept;              ///< the allocation's value
        std::string lacks;             ///< why there is none
    };
    /// For a cable between two racks; `from` none: it begins outside.
    Found find(const definition::Patching& patching, const std::string& way, int from,
               int to) const;

private:
    /// The ports of a panel that can be patched: front, and the rear port behind it alone.
    struct Position {
        int front = none, rear = none;
    };
    struct Place {
        int device = none, position = none;  ///< position: from 0, in the group
    };
    const std::vector<int>& in_rack(const definition::Patching& patching, int rack) const;
    const std::vector<Position>& positions(const Hardware& hardware,
                                           const std::string& group) const;
    const std::vector<Position>& positions(const definition::Patching& patching, int device) const;
    bool is_free(const Place& place, const definition::Patching& patching,
                 const std::string& way) const;
    Place kept(const definition::Patching& patching, const std::string& way, std::size_t side,
               int rack) const;
    std::pair<Place, Place> same(const definition::Patching& patching, const std::string& way,
                                 int from, int to) const;
    Place lowest(int rack, int wanted, const definition::Patching& patching,
                 const std::string& way) const;

    Workbench& bench_;
    const PortBook ports_;
    mutable std::map<std::pair<const definition::Patching*, int>, std::vector<int>> in_rack_;
    mutable std::map<std::pair<const Hardware*, std::string>, std::vector<Position>> positions_;
};

}  // namespace colo::generator
