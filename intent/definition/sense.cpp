#include "intent/definition/sense.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <utility>

namespace colo::definition {

namespace {

class Sense {
public:
    Sense(const Standard& standard, const std::map<std::string, Hardware>& hardware,
          Diagnostics& out)
        : standard_(standard), hardware_(hardware), out_(out) {}

    void check() {
        for (const auto& [name, pool] : standard_.pools)
            only_one(pool.at,
                     {{"within", pool.within.given()}, {"prefix", pool.prefix.has_value()}});
        for (const auto& [name, network] : standard_.networks) check_network(name, network);
        for (const auto& [name, asn] : standard_.asns) check_asns(asn);
        for (const auto& [name, session] : standard_.sessions) check_session(session);
        for (const auto& [name, kind] : standard_.circuits)
            not_negative(kind.at, "at-least", kind.at_least);
        for (const auto& [name, spare] : standard_.spares) check_spare(spare);
        for (const auto& [name, medium] : standard_.media) {
            check_medium(name, medium);
            if (medium.branches && !lanes_of_port.holds(*medium.branches))
                out_.error("out-of-range", medium.at,
                           fmt::format("branches is {}; it is {} to {}", *medium.branches,
                                       lanes_of_port.least, lanes_of_port.most));
        }
        check_models();
        check_survives();
    }

private:
    using Keys = std::vector<std::pair<std::string_view, bool>>;

    void only_one(const SourceRange& at, const Keys& keys) {
        std::vector<std::string_view> given;
        for (const auto& [key, is_given] : keys)
            if (is_given) given.push_back(key);
        if (given.size() > 1)
            out_.error("exclusive-keys", at,
                       fmt::format("only one of these can be said: {}", fmt::join(given, ", ")));
    }

    void not_negative(const SourceRange& at, std::string_view key, std::int64_t value) {
        if (value < 0)  // as definition::not_negative says to editors
            out_.error("out-of-range", at,
                       fmt::format("{} is {}; it cannot be negative", key, value));
    }

    void check_scope(const NetworkScope& per) {
        only_one(per.at, {{"pair", per.pair.given()},
                          {"cabling", per.cabling.given()},
                          {"circuit", per.circuit.given()}});
    }

    void check_network(const std::string& name, const Network& network) {
        check_scope(network.per);
        for (const auto* use : {&network.ipv4, &network.ipv6}) {
            if (!*use) continue;
            only_one((*use)->at,
                     {{"within", (*use)->within.given()}, {"whole", (*use)->whole.given()}});
            check_term((*use)->nth);
        }
        check_term(network.host);
        not_negative(network.reserve.at, "first", network.reserve.first);
        not_negative(network.reserve.at, "last", network.reserve.last);
        if (const At<std::string>& role = network.per.pair; role.given()) check_pairs(name, role);
    }

    void check_pairs(const std::string& network, const At<std::string>& role) {
        const auto found = standard_.roles.find(*role);
        if (found == standard_.roles.end() || found->second.redundancy == Redundancy::pair) return;
        Diagnostic& oddity = out_.warning(
            "makes-nothing", role.at,
            fmt::format("{} has no redundancy pairs, so {} is never made", *role, network));
        oddity.notes = {{found->second.at, fmt::format("role {}", *role)}};
        oddity.hint = "say redundancy: pair in the role, or name another role";
    }

    void check_term(const std::optional<Term>& term) {
        if (!term) return;
        for (const TermPart& part : term->sum) {
            only_one(part.at, {{"number", part.number.has_value()},
                               {"index", part.index.has_value()},
                               {"value", part.value.has_value()}});
            if (!part.number && !part.index && !part.value)
                out_.error("missing-key", part.at, "number, index or value is missing here");
        }
    }

    void check_asns(const AsnRule& asn) {
        only_one(asn.at, {{"value", asn.value.has_value()}, {"range", asn.range.has_value()}});
        only_one(asn.at, {{"members", asn.members.has_value()}, {"per", asn.per.has_value()}});
        if (asn.per) check_scope(*asn.per);
        check_term(asn.nth);
    }

    void check_session(const SessionRule& session) {
        only_one(session.at,
                 {{"over", session.over.has_value()}, {"between", session.between.has_value()}});
        if (session.over)
            only_one(session.over->at, {{"cabling", session.over->cabling.given()},
                                        {"network", session.over->network.given()},
                                        {"circuit", session.over->circuit.given()}});
    }

    void check_spare(const Spare& spare) {
        not_negative(spare.at, "the number of spares", spare.count.value_or(0));
        not_negative(spare.at, "percent", spare.percent.value_or(0));
        not_negative(spare.at, "each-length", spare.each_length.value_or(0));
    }

    void check_medium(const std::string& name, const MediumEntry& medium) {
        check_lengths(name, medium);
        std::vector<std::string> known = port_types();
        for (const auto& type : medium.fits) {
            if (std::binary_search(known.begin(), known.end(), *type)) continue;
            const auto near = nearest_name(*type, known);
            if (near && !is_port_type(*type))
                out_.warning(
                        "unknown-port-type", type.at,
                        fmt::format("no hardware of the standard has a port of type {}", *type))
                    .hint = fmt::format("did you mean {}?", *near);
        }
    }

    void check_lengths(const std::string& name, const MediumEntry& medium) {
        const At<std::string>& between = medium.fibre.given() ? medium.fibre : medium.cord;
        if (medium.lengths.empty() && !between.given()) {
            Diagnostic& problem = out_.error("missing-key", medium.at,
                                             fmt::format("{} is stocked in no length", name));
            problem.hint = medium.transceiver
                               ? "say the fibre or cord between its transceivers"
                               : "say its lengths, or a transceiver and the fibre or "
                                 "cord between";
            return;
        }
        const auto found = between.given() ? standard_.media.find(*between) : standard_.media.end();
        if (found != standard_.media.end() && found->second.lengths.empty())
            out_.error("missing-key", between.at,
                       fmt::format("{}, which {} is made with, is stocked in no length", *between,
                                   name))
                .notes = {{found->second.at, "its lengths belong here"}};
    }

    /// Types of all ports that the standard's models have, sorted.
    std::vector<std::string> port_types() const {
        std::set<std::string> types;
        for (const auto& [name, hardware] : hardware_)
            for (const PortSpec& port : hardware.ports) types.insert(port.type);
        return {types.begin(), types.end()};
    }

    /// Types of the community's library that a medium may fit though no model has them yet.
    static bool is_port_type(std::string_view type) {
        static const std::set<std::string_view> types{"100base-tx",
                                                      "1000base-t",
                                                      "1000base-tx",
                                                      "1000base-x-gbic",
                                                      "1000base-x-sfp",
                                                      "2.5gbase-t",
                                                      "5gbase-t",
                                                      "10gbase-t",
                                                      "10gbase-x-sfpp",
                                                      "25gbase-x-sfp28",
                                                      "40gbase-x-qsfpp",
                                                      "50gbase-x-sfp56",
                                                      "100gbase-x-cfp",
                                                      "100gbase-x-cfp2",
                                                      "100gbase-x-qsfp28",
                                                      "100gbase-x-qsfpdd",
                                                      "100gbase-x-sfpdd",
                                                      "200gbase-x-qsfp56",
                                                      "400gbase-x-qsfpdd",
                                                      "400gbase-x-osfp",
                                                      "800gbase-x-qsfpdd",
                                                      "800gbase-x-osfp",
                                                      "rj-45",
                                                      "rj-12",
                                                      "de-9",
                                                      "db-25",
                                                      "usb-a",
                                                      "usb-b",
                                                      "usb-c",
                                                      "usb-micro-b",
                                                      "lc",
                                                      "lc-apc",
                                                      "lc-upc",
                                                      "sc",
                                                      "sc-apc",
                                                      "sc-upc",
                                                      "st",
                                                      "mpo",
                                                      "mtrj",
                                                      "8p8c",
                                                      "iec-60320-c5",
                                                      "iec-60320-c6",
                                                      "iec-60320-c7",
                                                      "iec-60320-c8",
                                                      "iec-60320-c13",
                                                      "iec-60320-c14",
                                                      "iec-60320-c15",
                                                      "iec-60320-c16",
                                                      "iec-60320-c19",
                                                      "iec-60320-c20",
                                                      "iec-60320-c21",
                                                      "iec-60320-c22"};
        return types.contains(type);
    }

    void check_models() {
        for (const auto& [name, entry] : standard_.models) {
            const auto found = hardware_.find(name);
            if (found == hardware_.end()) continue;
            const Hardware& hardware = found->second;
            if (hardware.typical && hardware.maximum && *hardware.typical > *hardware.maximum)
                out_.error("out-of-range", entry.power.at.known() ? entry.power.at : entry.at,
                           fmt::format("{} draws {} in normal work and {} at most", name,
                                       to_text(*hardware.typical), to_text(*hardware.maximum)))
                    .hint = "typical cannot be more than maximum";
            if (entry.rails && entry.rails->from > entry.rails->to)
                out_.error("out-of-range", entry.rails->at,
                           fmt::format("the rails of {} reach from {} mm to {} mm", name,
                                       entry.rails->from.value, entry.rails->to.value))
                    .hint = "the shorter distance comes first";
        }
    }

    void check_survives() {
        std::vector<std::string> words{"feed", "rack"};
        for (const auto& [name, role] : standard_.roles) words.push_back(name);
        for (const auto& what : standard_.survives) {
            if (std::find(words.begin(), words.end(), *what) != words.end()) continue;
            Diagnostic& problem =
                out_.error("unknown-role", what.at,
                           fmt::format("{} is neither feed nor rack nor a role", *what));
            if (const auto near = nearest_name(*what, words))
                problem.hint = fmt::format("did you mean {}?", *near);
        }
    }

    const Standard& standard_;
    const std::map<std::string, Hardware>& hardware_;
    Diagnostics& out_;
};

}  // namespace

void check_sense(const Standard& standard, const Site& site,
                 const std::map<std::string, Hardware>& hardware, Diagnostics& out) {
    Sense(standard, hardware, out).check();
    check_address_sense(standard, site, out);
}

}  // namespace colo::definition
