// Exceptions of a site: facts of life that differ from the standard (language.md, section 11).
#pragma once

#include "intent/definition/standard.h"

namespace colo::definition {

/// What an exception is about: devices, cables of a rule, a network, racks or a circuit.
struct Target {
    SourceRange at;
    std::vector<At<std::string>> device;  ///< identities; `*` stands for one field
    std::vector<At<std::string>> role, rack;
    std::map<std::string, std::string> where;
    std::optional<std::int64_t> member;
    At<std::string> cabling, network, circuit;
};

/// How it differs. What is not named here takes the keys of the thing's own entry in the standard,
/// and stays in `changes` to be laid over that entry.
struct Setting {
    SourceRange at;
    std::optional<At<std::int64_t>> number;
    std::optional<At<bool>> retired;
    std::map<std::string, At<IpAddress>> address;  ///< by network
    std::vector<At<std::string>> waive;            ///< codes of design rules
    Node changes;
};

struct ExceptionEntry {
    SourceRange at;
    Target on;
    Setting set;
    std::string reason;
    std::optional<At<std::string>> until;  ///< a day, `2027-06-30`
    std::string on_text, set_text;         ///< as written, for plans
};

/// Fills in the texts of exceptions as the document has them, and says which are not well formed.
void check_exceptions(const Node& document, std::vector<ExceptionEntry>& exceptions,
                      Diagnostics& out);

/// What `set` may hold beside the keys of its own: those of roles, cabling rules and networks, with
/// what each is for.
const std::map<std::string, std::string>& keys_of_exceptions();

/// Whether an identity is meant by a pattern: field by field, `*` stands for one.
bool matches(std::string_view pattern, std::string_view identity);

/// A value as it would be written on one line.
std::string flow_text(const Node& node);

template <class F>
void describe_fields(F& field, Target& t) {
    field.optional("device", t.device, "these identities; * stands for one field");
    field.optional("role", t.role, "devices of these roles");
    field.optional("rack", t.rack, "these racks, or devices in them");
    field.optional("where", t.where, "devices in racks that carry these labels");
    field.optional("member", t.member, "only this member of each redundancy pair");
    field.optional("cabling", t.cabling, "cables of this rule");
    field.optional("network", t.network, "a network, or one of its scopes: servers.R03");
    field.optional("circuit", t.circuit, "the cable of this circuit");
}

template <>
struct Reads<Setting> {
    static Setting read(const Node& node, Diagnostics& out);
};

template <class F>
void describe_fields(F& field, Setting& s) {
    field.optional("number", s.number, "fixes a device's number");
    field.optional("retired", s.retired, "true: this ordinal is used no more");
    field.optional("address", s.address, "fixes an address, by network");
    field.optional("waive", s.waive, "codes of design rules that are waived");
}

template <class F>
void describe_fields(F& field, ExceptionEntry& e) {
    field.required("on", e.on, "what it is about");
    field.required("set", e.set, "how it differs: the keys of the thing's own rule");
    field.required("reason", e.reason, "why; it stands in every plan");
    field.optional("until", e.until, "the last day it should hold: 2027-06-30");
}

}  // namespace colo::definition
