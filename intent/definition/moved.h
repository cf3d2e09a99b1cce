// What is called otherwise from some version, or from now on, and yet stays what it is
// (language.md, section 12).
#pragma once

#include "intent/definition/fields.h"

namespace colo::definition {

/// `{from: "uplink.*", to: "leaf-spine.*"}`. As `NAME.*` both are names of roles, cabling rules,
/// networks or groups, with all below; else identities, with ranges and `*` for one field, which
/// bind in order.
struct MovedEntry {
    SourceRange at;
    At<std::string> from, to;
};

template <class F>
void describe_fields(F& field, MovedEntry& m) {
    field.required("from", m.from, "what it was called: uplink.* or trading-server.[3,7,9]");
    field.required("to", m.to, "what it is called now");
}

}  // namespace colo::definition
