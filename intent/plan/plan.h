// The difference between the stored intent of a site and a newly generated one, with a reason for
// each change and a count of what kept its place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "intent/model/intent.h"
#include "intent/model/renames.h"

namespace colo::plan {

/// What the store holds of a site, and where in its history that is.
struct Base {
    std::string lineage;        ///< which store: a random name given when it was made
    std::int64_t epoch = 1;     ///< grows when a backup is restored
    std::int64_t revision = 0;  ///< 0: the site was never applied
    /// The digest of that revision's entry in the record: of its whole content and of all before
    /// it. Empty at revision 0.
    std::string record;
    Intent intent;
    Allocations allocations;
    Origins origins;
    /// Everything stored is what the goal says, as their digests tell: the tables were left empty.
    bool is_the_goal = false;
};

enum class Action : std::uint8_t { add, change, remove };

/// Where a change is felt: hands on site, on a device, or in papers only.
enum class Impact : std::uint8_t { hands, push, record };

/// What is done about it: four kinds of work on site, two of pushes, and records.
enum class Work : std::uint8_t {
    mount,   ///< put in, taken out, or replaced by other hardware
    move,    ///< to another place
    cable,   ///< laid, taken out, or plugged elsewhere
    label,   ///< a name or number that people read on the thing itself
    config,  ///< configuration of a device that stays
    image,   ///< another operating system
    record,  ///< written down, and that is all
};

struct FieldChange {
    std::string field;
    std::string before, after;  ///< as text; empty for null

    bool operator==(const FieldChange&) const = default;
};

/// One object that comes, goes or differs.
struct Change {
    std::string table;  ///< `devices`, `cables`, ...
    std::string id;
    std::string name;  ///< what people call it; the id where it has no name
    std::string was;   ///< its id before, where `moved` gave it another; else empty
    Action action = Action::add;
    Impact impact = Impact::record;
    std::vector<Work> work;  ///< all kinds of it, in the order of Work; never empty
    bool moved = false;      ///< a device that stays itself but changes rack, unit or face
    bool renamed = false;    ///< an object that stays itself but changes its name
    std::string rule;        ///< what made it: a role, a cabling rule, a network
    /// For `push`: the devices on which it is felt, all of them there before and after; sorted.
    std::vector<std::string> devices;
    std::vector<FieldChange> fields;  ///< for `change`: what differs
    std::string because;  ///< `site-definitions/ams1.yaml:41  trading-servers 240 -> 241`

    bool operator==(const Change&) const = default;
};

/// How many things there were before, and how many of those are exactly where they were.
struct Kept {
    std::string what;  ///< `devices`, `rack positions`, `cables`, `outlets`, `addresses`, ...
    std::size_t before = 0, kept = 0;

    bool operator==(const Kept&) const = default;
};

/// A thing that stays itself and yet is not where, or what, it was.
struct Moved {
    std::string what;  ///< as in Kept, for one of them: `rack position`, `address`
    std::string id;
    std::string before, after;
    std::string because;

    bool operator==(const Moved&) const = default;
};

/// What is lost.
enum class Loss : std::uint8_t {
    service,     ///< the devices are down or cut off
    link,        ///< a circuit, to an exchange or a carrier, is down
    redundancy,  ///< one more failure and it is down
    feed,        ///< the devices hang on one feed
    management,  ///< the devices cannot be managed; what they do goes on
};

/// What is lost while one thing is worked on. One thing at a time: a plan never asks that both
/// members of a pair are worked on at once.
struct Risk {
    Loss loss = Loss::service;
    Action action = Action::change;
    Work work = Work::record;
    std::string table, id, name;       ///< what is worked on: a rack, device, cable, network, ...
    std::string group;                 ///< its role or rule
    std::string of;                    ///< what is lost: a pair, a circuit, a rule, a feed; empty
                                       ///< where it is the device itself
    std::vector<std::string> devices;  ///< who loses it, in natural order; may be empty
    std::vector<std::string> left;     ///< what they have meanwhile, in natural order
    std::string because;

    bool operator==(const Risk&) const = default;
};

struct Plan {
    Base base;       ///< what it was made against; of no use for objects where it is the goal
    Generated goal;  ///< what will be stored
    /// By impact, then table in intent order, then id in natural order. Beside the intent's tables
    /// there are `site` (the head's fields), `exceptions` and, where no object differs,
    /// `allocations`. The ports of a device that comes or goes are part of it, not changes.
    std::vector<Change> changes;
    std::vector<Kept> proof;
    std::vector<Moved> moved;  ///< what is there before and after but is missing in `kept`
    std::vector<Risk> risks;   ///< by loss, then what is worked on, as `changes` are ordered

    bool empty() const { return changes.empty(); }
};

/// Compares. Pure: same arguments, same plan. A base that is the goal is not looked at. What
/// `renames` call otherwise stays itself: Plan::base has the identities of the goal.
Plan make_plan(Base base, Generated goal, const Renames& renames = {});

enum class View : std::uint8_t { terse, full };

/// The plan for people. Terse sums up by rule what is many of a kind; full lists each change.
/// `applied_as` is what `colo apply` takes: a saved plan's file; the site where it is empty.
std::string to_text(const Plan& plan, View view, bool colour, std::string_view applied_as = {});

std::string_view to_text(Action action);
std::string_view to_text(Impact impact);
std::string_view to_text(Work work);
std::string_view to_text(Loss loss);

/// The plan for programs, format `colo-plan/1`.
std::string to_json(const Plan& plan);

}  // namespace colo::plan
