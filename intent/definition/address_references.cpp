#include <algorithm>
#include <array>
#include <span>

#include "intent/definition/reference_names.h"

namespace colo::definition {

namespace {

constexpr std::array term_numbers{"device",         "from", "to",   "pair",
                                  "lowest-of-pair", "rack", "cable"};
constexpr std::array term_indices{"from", "to"};

class AddressReferences {
public:
    AddressReferences(const Standard& standard, const ReferenceNames& names, Diagnostics& out)
        : standard_(standard), names_(names), out_(out) {}

    void check() {
        for (const auto& [name, pool] : standard_.pools) check_pool_entry(name, pool);
        for (const auto& [name, network] : standard_.networks) check_network(network);
        for (const auto& [name, asn] : standard_.asns) {
            if (asn.members) names_.check_selector(*asn.members);
            if (asn.per) check_scope(*asn.per);
            if (asn.nth) check_term(*asn.nth);
        }
        for (const auto& [name, session] : standard_.sessions) check_session(session);
        check_dns();
    }

private:
    void check_pool(const At<std::string>& pool) {
        if (*pool == "ipv4" || *pool == "ipv6") return;
        std::vector<std::string> all{"ipv4", "ipv6"};
        for (const auto& [name, entry] : standard_.pools) all.push_back(name);
        if (!standard_.pools.contains(*pool)) names_.say_unknown(pool, "unknown-pool", "pool", all);
    }

    void check_pool_entry(const std::string& name, const PoolEntry& pool) {
        if (pool.prefix) return;
        if (pool.within.given()) check_pool(pool.within);
        if (!pool.within.given() || !pool.size)
            out_.error("missing-key", pool.at,
                       fmt::format("pool {} does not say what it is carved from", name))
                .hint = "write {within: ipv4, size: 22}, or the prefix itself";
        else
            check_size(*pool.size, family_of(*pool.within));
    }

    /// The family that a pool's addresses are of, through the pools that it lies in; nothing where
    /// that cannot be told.
    std::optional<Family> family_of(std::string pool) const {
        for (std::size_t steps = 0; steps <= standard_.pools.size(); ++steps) {
            if (pool == "ipv4") return Family::ipv4;
            if (pool == "ipv6") return Family::ipv6;
            const auto found = standard_.pools.find(pool);
            if (found == standard_.pools.end()) return std::nullopt;
            if (found->second.prefix) return (*found->second.prefix)->family();
            pool = *found->second.within;
        }
        return std::nullopt;
    }

    void check_size(const At<std::int64_t>& size, std::optional<Family> family) {
        const int longest = address_bits(family.value_or(Family::ipv6));
        if (*size < 0 || *size > longest)
            out_.error("out-of-range", size.at,
                       fmt::format("a prefix cannot have the length {}", *size))
                .hint = fmt::format("{} prefixes have 0 to {}",
                                    to_text(family.value_or(Family::ipv6)), longest);
    }

    void check_scope(const NetworkScope& scope) {
        auto all = names_.scopes();
        std::erase(all, "feed");  // a network is no matter of power
        if (std::find(all.begin(), all.end(), scope.each) == all.end())
            names_.say_unknown({scope.each, scope.at, {}, {}}, "unknown-scope", "scope", all);
        if (scope.pair.given()) names_.known(standard_.roles, scope.pair, "unknown-role", "role");
        if (scope.cabling.given() && *scope.cabling != rule_of_links)
            names_.known(standard_.cabling, scope.cabling, "unknown-cabling", "cabling rule");
        if (scope.circuit.given())
            names_.known(standard_.circuits, scope.circuit, "unknown-circuit-kind",
                         "kind of circuit");
    }

    void check_network(const Network& network) {
        check_scope(network.per);
        if (network.from_circuit && !network.per.circuit.given())
            out_.error("missing-key", network.at, "from-circuit needs per: {circuit: KIND}");
        if (network.members) names_.check_selector(*network.members);
        if (network.gateway.on) names_.check_selector(*network.gateway.on);
        if (network.host) check_term(*network.host);
        for (const auto* family : {&network.ipv4, &network.ipv6}) {
            if (!*family) continue;
            if ((*family)->prefix) names_.say_of_a_site((*family)->prefix->at, "a prefix");
            if ((*family)->within.given()) check_pool((*family)->within);
            if ((*family)->whole.given()) check_pool((*family)->whole);
            if ((*family)->nth) check_term(*(*family)->nth);
            if ((*family)->size)
                check_size(*(*family)->size, family == &network.ipv4 ? Family::ipv4 : Family::ipv6);
            if ((*family)->within.given() && !(*family)->size)
                out_.error("missing-key", (*family)->at, "size is missing here").hint =
                    "say how long the prefix is: size: 24";
        }
    }

    void check_term(const Term& term) {
        for (const TermPart& part : term.sum) {
            if (part.number) check_word(*part.number, term_numbers, part.at);
            if (part.index) check_word(*part.index, term_indices, part.at);
        }
    }

    void check_word(const std::string& word, std::span<const char* const> known,
                    const SourceRange& at) {
        const std::vector<std::string> all(known.begin(), known.end());
        if (std::find(all.begin(), all.end(), word) == all.end())
            out_.error("wrong-type", at,
                       fmt::format("{} is none of {}", word, fmt::join(all, ", ")))
                .hint = suggestion(word, all);
    }

    void check_dns() {
        const auto all = names_.all_port_groups();
        for (const auto& [group, record] : standard_.dns.of_groups)
            if (std::find(all.begin(), all.end(), group) == all.end())
                out_.error("unknown-port-group", standard_.dns.at,
                           fmt::format("no model has a port group {}", group))
                    .hint = suggestion(group, all);
    }

    void check_session(const SessionRule& session) {
        if (session.over) {
            const SessionOver& over = *session.over;
            if (over.cabling.given() && *over.cabling != rule_of_links)
                names_.known(standard_.cabling, over.cabling, "unknown-cabling", "cabling rule");
            if (over.network.given())
                names_.known(standard_.networks, over.network, "unknown-network", "network");
            if (over.circuit.given())
                names_.known(standard_.circuits, over.circuit, "unknown-circuit-kind",
                             "kind of circuit");
        }
        for (const auto* end : {&session.between, &session.and_})
            if (*end) names_.check_selector(**end);
        if (session.on)
            for (const auto& network : session.on->network)
                names_.known(standard_.networks, network, "unknown-network", "network");
    }

    const Standard& standard_;
    const ReferenceNames& names_;
    Diagnostics& out_;
};

}  // namespace

void check_address_references(const Standard& standard, const ReferenceNames& names,
                              Diagnostics& out) {
    AddressReferences(standard, names, out).check();
}

}  // namespace colo::definition
