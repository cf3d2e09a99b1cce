// Why one object of a site is there, and who decided each of its values: the rule, the line that
// asked for it, an exception, or an allocation that is kept.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intent/plan/plan.h"
#include "intent/store/store.h"

namespace colo::tool {

/// An object of the intent by table and identity. The table `positions` holds the units of racks,
/// `R03:U12`.
struct Found {
    std::string table, id;
    auto operator<=>(const Found&) const = default;
};

/// Looks up an identity, else all that is called so: a name, a cable's label, a VLAN's id or name,
/// a prefix, an address (with its length or without), a DNS name, an AS number; `NAME:PORT` is a
/// port, `RACK:U12` a unit. An identity may be that of several objects: of a network's VLAN and of
/// its session.
std::vector<Found> find_objects(const Intent& intent, const std::string& text);

/// Whether these are to be explained one after the other: all of one identity, the pieces of one
/// way, or the holders of one address. Else the name is one of several things.
bool are_one(const Intent& intent, const std::vector<Found>& found, const std::string& text);

/// What an object is called beside its identity, to tell it from others; may be empty.
std::string name_of(const Intent& intent, const Found& found);

/// Identities and names that could have been meant.
std::vector<std::string> all_names(const Intent& intent);

/// Worked out from the rules; chosen once and kept; or said by an exception of the site.
enum class How : std::uint8_t { derived, allocated, excepted };
std::string_view to_text(How how);

/// Who decided a value.
struct Decision {
    std::string what, value;  ///< `place`, `R03 U23`
    How how = How::derived;
    std::string why;                            ///< `from its number`
    std::optional<store::RevisionEntry> since;  ///< of what was allocated: where it was
};

/// A fact of the site that overrides the standard for this object.
struct ExceptionHere {
    std::string text;      ///< what it sets, and its reason
    std::string place;     ///< `site-definitions/ams1.yaml:52`
    std::string until;     ///< a day, or empty
    std::string set;       ///< what it sets, alone: `place: {rack: R2}`
    bool decides = false;  ///< one of the decisions
};

struct Explanation {
    std::string title;
    std::vector<std::string> facts;
    std::vector<ExceptionHere> exceptions;
    std::vector<std::pair<std::string, std::string>> rules;    ///< text, place
    std::vector<std::pair<std::string, std::string>> because;  ///< text, place
    std::vector<Decision> decisions;
};

/// The revision in which an allocation became what it is.
using Since =
    std::function<std::optional<store::RevisionEntry>(AllocationKind, const std::string& identity)>;

Explanation explain(const plan::Base& base, const Found& found, const Since& since);

/// `brought` is the revision in which the object came as it is.
std::string to_text(const Explanation& explanation,
                    const std::optional<store::RevisionEntry>& brought);
nlohmann::json to_json(const Explanation& explanation);
nlohmann::json to_json(const store::RevisionEntry& revision);

}  // namespace colo::tool
