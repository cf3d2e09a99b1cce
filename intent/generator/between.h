// What cables run through between their ends: a device that the rule names, or two panels.
#pragma once

#include "intent/generator/wishes.h"

namespace colo::generator {

/// The ports that ways of earlier plans run through: theirs for this plan, too.
class EarlierWays {
public:
    explicit EarlierWays(const Workbench& bench);

    /// Whether the port is in use, or was given to another way.
    bool is_free(const PortRef& port, const std::string& way) const;
    /// Where the way ran: one port in a rule's `via`, two of panels; empty where not known.
    std::vector<PortRef> of(const std::string& way) const;

private:
    const Workbench& bench_;
    std::map<std::pair<int, int>, std::string_view> owners_;
};

/// Finds the device that a rule's `via` asks for, and the two ports on it.
class Between {
public:
    Between(Workbench& bench, const Selection& selection)
        : bench_(bench), selection_(selection), earlier_(bench) {}

    /// Into the device and out of it; empty, to be reported, where none has a place left.
    std::vector<PortRef> device(const definition::Via& via, const Wish& wish, int to);
    /// The rules whose cables found no way through.
    void report_short();

private:
    using Group = std::vector<int>;
    int place_on(int device, const definition::Via& via, const std::string& way) const;
    bool is_picked(const definition::Via& via, const Wish& wish, int device) const;
    std::int64_t merit(const definition::Via& via, const Wish& wish, int to, int device) const;
    std::vector<PortRef> taken(const definition::Via& via, const Wish& wish, int device, int place);

    struct Short {
        const definition::Via* via = nullptr;
        std::string first;  ///< cable
        std::size_t cables = 0;
        bool selects_nothing = false;
    };

    Workbench& bench_;
    const Selection& selection_;
    const EarlierWays earlier_;
    std::map<std::pair<const definition::Via*, int>, std::int64_t> used_;  ///< by device
    std::map<std::string, Short> short_;                                   ///< by rule
};

/// Finds the two panels that a patched medium runs over.
class Panels {
public:
    explicit Panels(const Workbench& bench) : bench_(bench), earlier_(bench) {}

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
    const std::vector<int>& in_rack(const std::string& role, int rack) const;
    const std::vector<Position>& positions(const Hardware& hardware,
                                           const std::string& group) const;
    static const std::string& group_of(const definition::Patching& patching,
                                       const Hardware& hardware);
    bool is_free(const Place& place, const definition::Patching& patching,
                 const std::string& way) const;
    Place kept(const PortRef& front, int rack, const definition::Patching& patching,
               const std::string& way) const;
    Place lowest(int rack, int wanted, const definition::Patching& patching,
                 const std::string& way) const;
    Position ports(const Place& place, const definition::Patching& patching) const;

    const Workbench& bench_;
    const EarlierWays earlier_;
    mutable std::map<std::pair<std::string, int>, std::vector<int>> in_rack_;
    mutable std::map<std::pair<const Hardware*, std::string>, std::vector<Position>> positions_;
};

}  // namespace colo::generator
