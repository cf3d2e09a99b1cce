// Selectors: a set of devices, and with `ports` a set of ports on each. One form everywhere.
#pragma once

#include "intent/definition/limits.h"
#include "intent/definition/scalars.h"

namespace colo::definition {

enum class Pick : std::uint8_t { nearest, same_side, same_member, least_used };
template <>
struct Choice<Pick> {
    static constexpr std::string_view words[] = {"nearest", "same-side", "same-member",
                                                 "least-used"};
};

struct Selector {
    static constexpr std::string_view schema_name = "selector";
    SourceRange at;
    std::vector<At<std::string>> role;         ///< roles, or `any`
    std::vector<At<std::string>> device;       ///< identities; `*` stands for one field
    At<std::string> same;                      ///< rack, row, pair, feed or a group
    std::optional<std::int64_t> member;        ///< only this member of each redundancy pair
    std::map<std::string, std::string> where;  ///< only devices in racks with these labels
    At<std::string> not_;                      ///< `self` or `rack`
    std::optional<Pick> pick;
    std::vector<At<std::string>> ports;  ///< port groups of the models
    At<std::string> interface;           ///< a virtual interface, made
    At<std::string> shared_by;           ///< `pair`: both members carry the same address
    At<std::string> circuit;             ///< a kind of circuit

    bool of_circuits() const { return circuit.given(); }
    bool any_role() const { return role.size() == 1 && *role.front() == "any"; }
};

template <class F>
void describe_fields(F& field, Selector& s) {
    field.optional("role", s.role, "devices of these roles, or any", NotEmpty{});
    field.optional("device", s.device, "these identities; * stands for one field");
    field.optional("circuit", s.circuit, "circuits of this kind");
    field.optional("same", s.same, "those that share the rack, row, pair, feed or group");
    field.optional("member", s.member, "only this member of each redundancy pair", pair_members);
    field.optional("where", s.where, "only devices in racks that carry these labels");
    field.optional("not", s.not_,
                   "self: all but the device itself; rack: all but those in its rack", all_but);
    field.optional("pick", s.pick, "narrows to exactly one");
    field.optional("ports", s.ports, "port groups of the models");
    field.optional("interface", s.interface, "a virtual interface, made on each device");
    field.optional("shared-by", s.shared_by, "pair: both members carry the same address");
    field.either("role", "circuit");
}

}  // namespace colo::definition
