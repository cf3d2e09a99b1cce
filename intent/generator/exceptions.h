// The site's exceptions while it is generated: the entry that holds for each thing, which is the
// standard's own or that with exceptions laid over it.
#pragma once

#include <deque>
#include <set>

#include "intent/base/diagnostic.h"
#include "intent/definition/project.h"
#include "intent/model/constraints.h"

namespace colo::generator {

/// What exceptions can tell a device by. `rack` is the rack of its scope, else the one it was
/// given before; empty while it has none.
struct DeviceFacts {
    std::string id, role, rack;
    int member = 0;
    std::string pair;  ///< its identity, once there is one
};

class Exceptions {
public:
    Exceptions(const definition::Inputs& inputs, Diagnostics& out);

    /// The entry that holds for this device, cable or network. Valid as long as this is.
    const definition::Role* role(const DeviceFacts& device, const definition::Role& entry);
    const definition::CablingRule* cabling(const std::string& rule,
                                           const definition::CablingRule& entry,
                                           const DeviceFacts* from, const std::string& circuit);
    const definition::Network* network(const std::string& name, const std::string& id,
                                       const definition::Network& entry);

    /// The number that is fixed for a device, or nothing.
    std::optional<definition::At<std::int64_t>> number(const DeviceFacts& device);
    bool is_retired(const DeviceFacts& device);
    /// The address that is fixed for a device in a network (by name or identity), or nothing.
    std::optional<definition::At<IpAddress>> address(const DeviceFacts& device,
                                                     const std::string& name, const std::string& id,
                                                     Family family);

    /// The design rules that are waived, once everything stands; `devices` are all of them.
    std::vector<Waiver> waivers(const std::vector<DeviceFacts>& devices);
    /// Says which exceptions met nothing, or changed nothing. `known` are all identities.
    void settle(const std::vector<std::string>& known);

    /// The exceptions that were laid over each thing, the last one first: `trading-server.12` for
    /// a device, `exceptions/cabling/RULE/DEVICE` or `.../CIRCUIT`, `exceptions/networks/ID`.
    using OfThings = std::map<std::string, std::vector<const definition::ExceptionEntry*>>;
    const OfThings& of_things() const { return of_things_; }

private:
    using Indices = std::vector<std::size_t>;

    bool is_meant(const definition::Target& target, const DeviceFacts& device) const;
    Indices of_device(const DeviceFacts& device) const;
    void note(const std::string& thing, const Indices& which);
    template <class Entry>
    const Entry* vary(const std::string& section, const std::string& name, const Entry& entry,
                      const Indices& which, std::map<std::string, std::deque<Entry>>& made);
    definition::Node combine(const Indices& which);
    void check(const definition::Role& role);
    void check(const definition::CablingRule& rule);

    const definition::Inputs& inputs_;
    Diagnostics& out_;
    std::vector<bool> met_, changed_;
    std::set<std::string> told_;
    OfThings of_things_;
    std::map<std::string, std::deque<definition::Role>> roles_;
    std::map<std::string, std::deque<definition::CablingRule>> rules_;
    std::map<std::string, std::deque<definition::Network>> networks_;
};

}  // namespace colo::generator
