// What the explanations of all kinds of objects have in common.
#pragma once

#include "intent/model/intent.h"
#include "intent/plan/lookup.h"
#include "tools/colo/explain/explanation.h"

namespace colo::tool {

/// Gathers one explanation. Each kind of object has its function below, in a file with its like.
class Explaining {
public:
    Explaining(const plan::Base& base, const Since& since) : base_(base), since_(since) {}

    const Intent& intent() const { return base_.intent; }
    const Device* device(const DeviceId& id) const {
        return plan::find_by_id(base_.intent.devices, id.value);
    }
    const Cable* cable(const std::optional<CableId>& id) const {
        return id ? plan::find_by_id(base_.intent.cables, id->value) : nullptr;
    }

    /// `ams1-leaf-05 (leaf.R03.1)`.
    std::string device_name(const DeviceId& id) const;
    /// A port with its device, or what is said of an end that is not ours.
    std::string end_text(const CableEnd& end) const;
    /// `cable C-0311: A to B, 2 m dac-25g`, and its route; `not cabled` for none.
    void cable_facts(const Cable* cable);

    void title(std::string text) { made_.title = std::move(text); }
    void fact(std::string text) { made_.facts.push_back(std::move(text)); }
    /// The rule of a section of the standard, with its place: `cabling`, `uplink`.
    void rule(const std::string& section, const std::string& name);
    /// The line of the site definition that asked for a subject.
    void because(const std::string& subject);
    void because_of(const DeviceId& id);

    /// The exceptions that were laid over a subject, as gather_origins() names it, from now on
    /// asked by excepted().
    void lay_over(const std::string& subject);
    /// The exception that says a key: `place.unit`, or all that is below `place`; nullptr: none.
    const ExceptionHere* excepted(std::string_view key) const;

    /// Leaves out those that decided nothing so far.
    void drop_idle_exceptions();

    const Allocation* allocated(AllocationKind kind, const std::string& identity) const;
    /// Excepted where an exception says one of the keys, else allocated where there is such an
    /// allocation (`newcomers` says what they take), else derived, for `why`.
    void decide(const std::string& what, const std::string& value,
                const std::vector<std::string_view>& keys,
                std::optional<std::pair<AllocationKind, std::string>> kept,
                const std::string& newcomers, const std::string& why);
    void derive(std::string what, std::string value, std::string why);

    /// The groups that a rack is in, and since when.
    void groups_of(const RackId& rack);
    /// The exceptions about a cable.
    void lay_over_cable(const Cable& cable);
    /// Who decided which port an end of a cable is in; nothing for an end that is not ours.
    void decide_end(const Cable& cable, bool is_from);

    Explanation take() { return std::move(made_); }

private:
    const Origin* origin(const std::string& subject) const;

    const plan::Base& base_;
    const Since& since_;
    Explanation made_;
};

void explain(Explaining& to, const Rack& rack);
/// `R03:U12`.
void explain_position(Explaining& to, const std::string& position);
void explain(Explaining& to, const Device& device);
void explain(Explaining& to, const Interface& port);
void explain(Explaining& to, const PowerPort& port);
void explain(Explaining& to, const Outlet& port);
void explain(Explaining& to, const ConsolePort& port);
void explain(Explaining& to, const ConsoleServerPort& port);
void explain(Explaining& to, const PanelPort& port);
void explain(Explaining& to, const Cable& cable);
void explain(Explaining& to, const Circuit& circuit);
void explain(Explaining& to, const Vlan& vlan);
void explain(Explaining& to, const Prefix& prefix);
void explain(Explaining& to, const Address& address);
void explain(Explaining& to, const Asn& asn);
void explain(Explaining& to, const Session& session);

/// `R03` and 12 of `R03:U12`; nothing for any other text.
std::optional<std::pair<std::string, std::int64_t>> read_position(std::string_view text);

/// Whether what an exception sets (`{place: {rack: R2}, number: 7}`) has a key, or one below it:
/// `place.rack`, `place`.
bool sets(std::string_view set, std::string_view key);

}  // namespace colo::tool
