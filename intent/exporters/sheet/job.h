// What a build sheet is made from: an intent, what of it is work, and what only the standard, the
// facility and the stock room know.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "intent/exporters/sheet/options.h"
#include "intent/model/stock.h"
#include "intent/plan/plan.h"

namespace colo::sheets {

/// A medium as it is bought.
struct MediumSupply {
    std::vector<std::string> fits;           ///< port types, as the hardware names them
    std::optional<std::string> transceiver;  ///< for each end that is a cage
    std::string cord;                        ///< the medium between two transceivers; else empty
    std::optional<std::int64_t> branches;    ///< of one assembly

    bool operator==(const MediumSupply&) const = default;
};

/// How much more is bought than is built in. None said: none.
struct SpareRule {
    std::optional<std::int64_t> count;        ///< so many
    std::optional<std::int64_t> percent;      ///< of what is built in, rounded up
    std::optional<std::int64_t> each_length;  ///< of each length in use at least so many
};

struct ModelSupply {
    std::string part_number;           ///< the manufacturer's; empty: not known
    std::vector<std::string> modules;  ///< the parts in its bays, one for each
    bool ports_at_rear = false;        ///< on the side of the device that is not mounted
};

/// Facts of the standard that no object of an intent carries.
struct Supplies {
    std::map<std::string, MediumSupply> media;
    std::map<std::string, ModelSupply> models;
    std::map<std::string, SpareRule> spares;  ///< by model or medium
};

/// Facts of the site's definition for strangers.
struct Facility {
    std::string address, cage, contact;
};

struct Job {
    const Intent* intent = nullptr;       ///< what is to stand in the end
    std::int64_t revision = 0;            ///< 0: not applied
    std::string applied;                  ///< `2026-11-21 by engineer-1`; empty: not applied
    const plan::Plan* changes = nullptr;  ///< none: the whole site. Its goal is `intent`
    std::string scope;                    ///< `the work from revision 3 to revision 4`
    Supplies supplies;
    Facility facility;
    Options options;
    std::optional<Stock> stock;
    std::string gaps;  ///< what is missing because an input could not be read; empty: nothing
};

}  // namespace colo::sheets
