// Identities that are others from now on: what a thing was called before, it is called no more, and
// yet it is the same thing (`moved`, language.md section 12). Knows where in each kind of identity
// the names stand.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "intent/model/intent.h"

namespace colo {

/// What a name in an identity is the name of.
enum class NameOf : std::uint8_t { device, cabling, network, group };

/// One `moved` entry, for one kind of name.
struct Rename {
    NameOf named = NameOf::device;
    /// Whole: two names, and all below them follows (`leaf`: `leaf.R03.1` too). Else identities of
    /// which `*` in one stands for one field.
    bool whole = false;
    std::vector<std::pair<std::string, std::string>> pairs;  ///< from, to
    /// Of a whole one: longer names that begin with `from` and are other things.
    std::vector<std::string> others;
    std::string name;     ///< the role, rule, network or group that `to` belongs to
    std::string because;  ///< `site-definitions/ams1.yaml:41  moved a.* -> b.*`

    bool operator==(const Rename&) const = default;
};

/// A text as it is now, and what renamed it: null where nothing did.
struct Renamed {
    std::string text;
    const Rename* by = nullptr;
};

/// An object whose identity is another one.
struct CalledOtherwise {
    std::string table, id, was, because;
};

/// Renames carried out one after the other.
class Renames {
public:
    void add(Rename rename);
    bool empty() const { return steps_.empty(); }

    /// One name or identity of a kind: `leaf.R03.1`, `uplink`, `servers.R03`.
    Renamed token(NameOf named, std::string_view text) const;
    Renamed device(std::string_view id) const;  ///< and of pairs: `pair.leaf.R03.1`
    Renamed port(std::string_view id) const;    ///< `leaf.R03.1:Ethernet1`
    Renamed cable(std::string_view id) const;   ///< `uplink/leaf.R03.1/spine.1/1`
    /// `servers.R03`, and what is below it: VLANs, prefixes, addresses.
    Renamed network(std::string_view id) const;
    /// What begins with a name that is never renamed: AS numbers, sessions.
    Renamed below(std::string_view id) const;
    /// Of a network: `pair.leaf.R03.1`, `leaf.R03.1/spine.1/1`, `leaf-group.R03`.
    Renamed scope(std::string_view text) const;
    /// An allocation's identity, and its value where that names a device.
    Allocation allocation(Allocation allocation) const;
    /// Renames every identity in it and sorts its tables anew. Returns the objects that are called
    /// otherwise now, ports apart: they follow their devices.
    std::vector<CalledOtherwise> carry_out(Intent& intent) const;
    /// Subjects as gather_origins writes them.
    void carry_out(Origins& origins) const;

private:
    struct Step {
        Rename rename;
        std::unordered_map<std::string, std::string> exact;  ///< the pairs without `*`
        std::vector<std::pair<std::string, std::string>> patterns;
    };
    static std::optional<std::string> met(const Step& step, std::string_view text);
    Renamed bundle(std::string_view text) const;
    std::string space_of_number(const std::string& value) const;
    Renamed parts(std::string_view id, std::optional<NameOf> first) const;

    std::vector<Step> steps_;
};

/// Whether an identity is a name, or begins with it and a dot: `leaf.R03.1` belongs to `leaf`.
bool belongs_to(std::string_view identity, std::string_view name);
/// What each `*` of a pattern stands for in an identity, field by field; nothing where it is not
/// meant.
std::optional<std::vector<std::string_view>> bound_to(std::string_view pattern,
                                                      std::string_view id);
/// A pattern with its `*` filled in, in order.
std::string filled(std::string_view pattern, const std::vector<std::string_view>& bound);

}  // namespace colo
