#include "intent/plan/counts.h"

#include <fmt/format.h>

#include <array>
#include <set>
#include <string_view>
#include <vector>

#include "intent/base/names.h"

namespace colo::plan {

namespace {

struct Noun {
    std::string_view table, one, many;
};

constexpr std::array nouns{
    Noun{"racks", "rack", "racks"},
    Noun{"devices", "device", "devices"},
    Noun{"interfaces", "interface", "interfaces"},
    Noun{"power_ports", "power port", "power ports"},
    Noun{"outlets", "outlet", "outlets"},
    Noun{"console_ports", "console port", "console ports"},
    Noun{"console_server_ports", "console server port", "console server ports"},
    Noun{"panel_ports", "panel port", "panel ports"},
    Noun{"cables", "cable", "cables"},
    Noun{"circuits", "circuit", "circuits"},
    Noun{"vlans", "VLAN", "VLANs"},
    Noun{"prefixes", "prefix", "prefixes"},
    Noun{"addresses", "address", "addresses"},
    Noun{"asns", "ASN", "ASNs"},
    Noun{"sessions", "session", "sessions"},
    Noun{"exceptions", "exception", "exceptions"},
    Noun{"allocations", "decision", "decisions"},
};

using ByTable = std::map<std::string, std::size_t>;

/// `1 device, 6 cables to add`: the tables in their own order, `0 to add` when there are none.
std::string listed(const ByTable& by_table, std::string_view what) {
    std::vector<std::string> parts;
    for (const Noun& noun : nouns)
        if (const auto found = by_table.find(std::string(noun.table)); found != by_table.end())
            parts.push_back(count_of(found->second, noun.one, noun.many));
    if (parts.empty()) return fmt::format("0 {}", what);
    return fmt::format("{} {}", fmt::join(parts, ", "), what);
}

/// What is changed beside moves, renames and pushes: cables that are plugged or labelled anew.
ByTable changed_by_hand(const Plan& plan) {
    ByTable out;
    for (const Change& change : plan.changes)
        if (change.action == Action::change && change.impact == Impact::hands && !change.moved &&
            !(change.renamed && change.work.front() == Work::label))
            ++out[change.table];
    return out;
}

}  // namespace

Counts count_changes(const Plan& plan) {
    Counts counts;
    std::set<std::string_view> pushed;
    for (const Change& change : plan.changes) {
        ByTable& by_table = change.action == Action::add      ? counts.added
                            : change.action == Action::remove ? counts.removed
                                                              : counts.changed;
        ++by_table[change.table];
        counts.moved += change.moved;
        counts.renamed += change.renamed;
        if (!change.was.empty()) ++counts.otherwise[change.table];
        pushed.insert(change.devices.begin(), change.devices.end());
    }
    counts.pushed = pushed.size();
    return counts;
}

std::string counted(std::size_t count, const std::string& table) {
    for (const Noun& noun : nouns)
        if (table == noun.table) return count_of(count, noun.one, noun.many);
    return count_of(count, table);
}

std::string counts_line(const Plan& plan) {
    Counts counts = count_changes(plan);
    counts.added.erase("interfaces");  // of devices that stay: these are pushed, and said so
    counts.removed.erase("interfaces");
    std::vector<std::string> parts{listed(counts.added, "to add")};
    if (counts.moved > 0) parts.push_back(count_of(counts.moved, "device") + " to move");
    if (counts.renamed > 0) parts.push_back(with_thousands(counts.renamed) + " to rename");
    if (!counts.otherwise.empty()) parts.push_back(listed(counts.otherwise, "called otherwise"));
    if (const ByTable by_hand = changed_by_hand(plan); !by_hand.empty())
        parts.push_back(listed(by_hand, "to change"));
    parts.push_back(count_of(counts.pushed, "device") + " to push");
    parts.push_back(listed(counts.removed, "to remove"));
    return fmt::format("{}.", fmt::join(parts, "; "));
}

}  // namespace colo::plan
