#include "intent/definition/references.h"

#include <algorithm>
#include <array>

#include "intent/definition/sense.h"

namespace colo::definition {

namespace {

constexpr std::int64_t most_of_a_role = 100'000;
constexpr std::array same_words{"rack", "row", "pair", "feed"};

class References {
public:
    References(const Standard& standard, const Site& site,
               const std::map<std::string, Hardware>& hardware, Diagnostics& out)
        : standard_(standard), site_(site), hardware_(hardware), out_(out) {}

    void check() {
        for (const auto& [name, role] : standard_.roles) check_role(role);
        if (standard_.power) check_selector(standard_.power->from);
        for (const auto& [name, medium] : standard_.media) {
            if (medium.fibre.given()) known(standard_.media, medium.fibre, "media", "medium");
            if (medium.cord.given()) known(standard_.media, medium.cord, "media", "medium");
        }
        for (const auto& [name, rule] : standard_.cabling) check_cabling(rule);
        for (const auto& [name, pool] : standard_.pools)
            if (pool.within.given()) check_pool(pool.within);
        for (const auto& [name, network] : standard_.networks) check_network(network);
        for (const auto& [name, asn] : standard_.asns) {
            if (asn.members) check_selector(*asn.members);
            if (asn.per) check_scope(*asn.per);
        }
        for (const auto& [name, session] : standard_.sessions) check_session(session);
        check_site();
    }

private:
    template <class Map>
    bool known(const Map& map, const At<std::string>& name, std::string_view code,
               std::string_view noun) {
        if (map.contains(*name)) return true;
        std::vector<std::string> all;
        for (const auto& entry : map) all.push_back(entry.first);
        say_unknown(name, code, noun, all);
        return false;
    }

    void say_unknown(const At<std::string>& name, std::string_view code, std::string_view noun,
                     const std::vector<std::string>& all) {
        Diagnostic& problem = out_.error(fmt::format("unknown-{}", code), name.at,
                                         fmt::format("unknown {} {}", noun, *name));
        if (const auto near = nearest_name(*name, all))
            problem.hint = fmt::format("did you mean {}?", *near);
        else if (!all.empty() && all.size() <= 20)
            problem.hint = fmt::format("there is {}", fmt::join(all, ", "));
    }

    std::vector<std::string> scopes() const {
        std::vector<std::string> all{"site", "row", "rack", "feed"};
        for (const auto& [name, group] : standard_.groups) all.push_back(name);
        return all;
    }

    void check_role(const Role& role) {
        known(standard_.models, role.model, "model", "model");
        const auto all = scopes();
        if (std::find(all.begin(), all.end(), *role.per) == all.end())
            say_unknown(role.per, "scope", "scope", all);
        if (role.count && **role.count < 0)
            out_.error("count-negative", role.count->at, "a count cannot be negative");
        if (role.count && **role.count > most_of_a_role)
            out_.error("out-of-range", role.count->at,
                       fmt::format("a count of {} is more than {}", **role.count, most_of_a_role));
        if (role.redundancy == Redundancy::pair && role.count && **role.count % 2 != 0)
            out_.error("pair-incomplete", role.count->at,
                       fmt::format("pairs need an even count, not {}", **role.count));
        if (role.place && role.place->near) check_selector(*role.place->near);
    }

    void check_selector(const Selector& selector) {
        if (!selector.device.empty())
            out_.error("not-supported", selector.at,
                       "selecting by device is not carried out by this version of colo");
        if (selector.of_circuits()) {
            known(standard_.circuits, selector.circuit, "circuit-kind", "kind of circuit");
            return;
        }
        if (selector.role.empty())
            out_.error("missing-key", selector.at, "this selects nothing: role is missing here");
        for (const auto& role : selector.role)
            if (*role != "any" && known(standard_.roles, role, "role", "role"))
                check_groups(*role, selector);
        if (selector.any_role()) check_groups_somewhere(selector);
        if (selector.member && *selector.member != 1 && *selector.member != 2)
            out_.error("out-of-range", selector.at, "member is 1 or 2");
        if (selector.same.given()) check_same(selector.same);
        if (selector.not_.given() && *selector.not_ != "self" && *selector.not_ != "rack")
            out_.error("wrong-type", selector.not_.at, "not is self or rack");
    }

    void check_same(const At<std::string>& same) {
        std::vector<std::string> all(same_words.begin(), same_words.end());
        for (const auto& [name, group] : standard_.groups) all.push_back(name);
        if (std::find(all.begin(), all.end(), *same) == all.end())
            say_unknown(same, "scope", "scope", all);
    }

    const Hardware* hardware_of(const std::string& role) const {
        const auto found = standard_.roles.find(role);
        if (found == standard_.roles.end()) return nullptr;
        const auto hardware = hardware_.find(*found->second.model);
        return hardware == hardware_.end() ? nullptr : &hardware->second;
    }

    /// A named role must have the group; with several groups, at least one of them.
    void check_groups(const std::string& role, const Selector& selector) {
        const Hardware* hardware = hardware_of(role);
        if (!hardware || selector.ports.empty()) return;
        const bool has_one =
            std::any_of(selector.ports.begin(), selector.ports.end(),
                        [&](const auto& group) { return hardware->groups.contains(*group); });
        if (has_one) return;
        std::vector<std::string> all;
        for (const auto& [name, ports] : hardware->groups) all.push_back(name);
        const auto& group = selector.ports.front();
        Diagnostic& problem = out_.error(
            "unknown-port-group", group.at,
            fmt::format("model {} of role {} has no port group {}", hardware->model, role, *group));
        if (const auto near = nearest_name(*group, all))
            problem.hint = fmt::format("did you mean {}?", *near);
        else
            problem.hint = fmt::format("it has {}", fmt::join(all, ", "));
    }

    void check_groups_somewhere(const Selector& selector) {
        for (const auto& group : selector.ports) {
            const bool somewhere =
                std::any_of(standard_.models.begin(), standard_.models.end(),
                            [&](const auto& model) { return model.second.ports.contains(*group); });
            if (!somewhere)
                out_.error("unknown-port-group", group.at,
                           fmt::format("no model has a port group {}", *group));
        }
    }

    void check_cabling(const CablingRule& rule) {
        check_selector(rule.from);
        check_selector(rule.to);
        for (const Selector* end : {&rule.from, &rule.to})
            if (!end->of_circuits() && end->ports.empty())
                out_.error("missing-key", end->at, "ports is missing here").hint =
                    "a cable ends in a port group of the model";
        if (rule.parallel < 1 || rule.parallel > 64)
            out_.error("out-of-range", rule.at,
                       fmt::format("parallel is {}; it is 1 to 64", rule.parallel));
        if (rule.to_order && *rule.to_order != "by-number")
            out_.error("wrong-type", rule.at, "to-order can only be by-number");
        if (rule.kind && *rule.kind != "data" && *rule.kind != "management")
            out_.error("wrong-type", rule.at, "kind is data or management");
        for (const auto& medium : rule.media)
            if (*medium != "from-circuit") known(standard_.media, medium, "media", "medium");
        for (const auto& network : rule.carries)
            known(standard_.networks, network, "network", "network");
    }

    void check_pool(const At<std::string>& pool) {
        if (*pool == "ipv4" || *pool == "ipv6") return;
        std::vector<std::string> all{"ipv4", "ipv6"};
        for (const auto& [name, entry] : standard_.pools) all.push_back(name);
        if (!standard_.pools.contains(*pool)) say_unknown(pool, "pool", "pool", all);
    }

    void check_scope(const NetworkScope& scope) {
        auto all = scopes();
        std::erase(all, "feed");  // a network is no matter of power
        if (std::find(all.begin(), all.end(), scope.each) == all.end())
            say_unknown({scope.each, scope.at, {}, {}}, "scope", "scope", all);
        if (scope.pair.given()) known(standard_.roles, scope.pair, "role", "role");
        if (scope.cabling.given())
            known(standard_.cabling, scope.cabling, "cabling", "cabling rule");
        if (scope.circuit.given())
            known(standard_.circuits, scope.circuit, "circuit-kind", "kind of circuit");
    }

    void check_network(const Network& network) {
        check_scope(network.per);
        if (network.from_circuit && !network.per.circuit.given())
            out_.error("missing-key", network.at, "from-circuit needs per: {circuit: KIND}");
        if (network.members) check_selector(*network.members);
        if (network.gateway.on) check_selector(*network.gateway.on);
        for (const auto* family : {&network.ipv4, &network.ipv6}) {
            if (!*family) continue;
            if ((*family)->within.given()) check_pool((*family)->within);
            if ((*family)->whole.given()) check_pool((*family)->whole);
            if ((*family)->within.given() && !(*family)->size)
                out_.error("missing-key", (*family)->at, "size is missing here").hint =
                    "say how long the prefix is: size: 24";
        }
    }

    void check_session(const SessionRule& session) {
        if (session.over) {
            const SessionOver& over = *session.over;
            if (over.cabling.given())
                known(standard_.cabling, over.cabling, "cabling", "cabling rule");
            if (over.network.given()) known(standard_.networks, over.network, "network", "network");
            if (over.circuit.given())
                known(standard_.circuits, over.circuit, "circuit-kind", "kind of circuit");
        }
        for (const auto* end : {&session.between, &session.and_})
            if (*end) check_selector(**end);
        if (session.on)
            for (const auto& network : session.on->network)
                known(standard_.networks, network, "network", "network");
    }

    void check_site() {
        for (const auto& [id, panel] : site_.panels)
            known(standard_.models, panel.model, "model", "model");
        std::map<std::string, std::int64_t> count;
        for (const auto& [id, circuit] : site_.circuits) {
            if (!known(standard_.circuits, circuit.kind, "circuit-kind", "kind of circuit"))
                continue;
            ++count[*circuit.kind];
            check_circuit(id, circuit, standard_.circuits.at(*circuit.kind));
        }
        for (const auto& [name, kind] : standard_.circuits)
            if (count[name] < kind.at_least)
                out_.error("circuit-incomplete", site_.at,
                           fmt::format("the site has {} of the {} {} circuits it must have",
                                       count[name], kind.at_least, name))
                    .notes = {{kind.at, "the standard asks for them here"}};
    }

    void check_circuit(const std::string& id, const CircuitEntry& circuit,
                       const CircuitKind& kind) {
        if (circuit.media.given()) known(standard_.media, circuit.media, "media", "medium");
        const std::map<std::string, bool> said{{"side", circuit.side.has_value()},
                                               {"speed", circuit.speed.has_value()},
                                               {"media", circuit.media.given()},
                                               {"address", circuit.address.has_value()},
                                               {"peer-asn", circuit.peer_asn.has_value()}};
        std::vector<std::string> allowed{"kind",    "side",     "speed",  "media",
                                         "address", "peer-asn", "handoff"};
        for (const std::string& field : kind.requires_) {
            const auto found = said.find(field);
            const bool there = found != said.end() ? found->second : circuit.other.contains(field);
            if (!there)
                out_.error("circuit-incomplete", circuit.at,
                           fmt::format("circuit {} does not say its {}", id, field))
                    .notes = {{kind.at, "circuits of this kind must"}};
            allowed.push_back(field);
        }
        for (const auto& [field, value] : circuit.other)
            if (std::find(kind.requires_.begin(), kind.requires_.end(), field) ==
                    kind.requires_.end() &&
                field != "provider" && field != "exchange") {
                Diagnostic& problem =
                    out_.error("unknown-key", circuit.at,
                               fmt::format("unknown key {} of circuit {}", field, id));
                if (const auto near = nearest_name(field, allowed))
                    problem.hint = fmt::format("did you mean {}?", *near);
            }
    }

    const Standard& standard_;
    const Site& site_;
    const std::map<std::string, Hardware>& hardware_;
    Diagnostics& out_;
};

}  // namespace

void check_references(const Standard& standard, const Site& site,
                      const std::map<std::string, Hardware>& hardware, Diagnostics& out) {
    References(standard, site, hardware, out).check();
    check_sense(standard, site, hardware, out);
}

}  // namespace colo::definition
