// Why one object of a site is there: its rule, the line that asked for it, what was chosen for it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intent/plan/plan.h"
#include "intent/store/store.h"

namespace colo::tool {

/// An object of the intent by table and identity.
struct Found {
    std::string table, id;
};

/// Looks up an identity, a name, a cable's label, an address or a DNS name; `NAME:PORT` is a port.
/// An identity may be that of several objects: of a network's VLAN and of its session.
std::vector<Found> find_objects(const Intent& intent, const std::string& text);

/// Identities and names that could have been meant.
std::vector<std::string> all_names(const Intent& intent);

/// The explanation, several lines. `brought` is the revision in which the object came as it is.
std::string explain(const plan::Base& base, const Found& found,
                    const std::optional<store::RevisionEntry>& brought);

}  // namespace colo::tool
