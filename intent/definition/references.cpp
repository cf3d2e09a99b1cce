#include "intent/definition/references.h"

#include <algorithm>

#include "intent/definition/between_references.h"
#include "intent/definition/reference_names.h"
#include "intent/definition/sense.h"

namespace colo::definition {

namespace {

class References {
public:
    References(const Standard& standard, const Site& site,
               const std::map<std::string, Hardware>& hardware, Diagnostics& out)
        : standard_(standard),
          site_(site),
          hardware_(hardware),
          names_(standard, hardware, out),
          out_(out) {}

    void check() {
        for (const auto& [name, role] : standard_.roles) check_role(role);
        if (standard_.power) names_.check_selector(standard_.power->from);
        for (const auto& [name, medium] : standard_.media) {
            if (medium.fibre.given())
                names_.known(standard_.media, medium.fibre, "unknown-media", "medium");
            if (medium.cord.given())
                names_.known(standard_.media, medium.cord, "unknown-media", "medium");
        }
        for (const auto& [name, rule] : standard_.cabling) check_cabling(rule);
        check_vias(standard_, hardware_, out_);
        check_bays(standard_, hardware_, out_);
        for (const auto& [name, link] : site_.links) check_link(name, link);
        check_address_references(standard_, names_, out_);
        check_spares();
        check_site();
    }

private:
    void check_role(const Role& role) {
        names_.known(standard_.models, role.model, "unknown-model", "model");
        const auto all = names_.scopes();
        if (std::find(all.begin(), all.end(), *role.per) == all.end())
            names_.say_unknown(role.per, "unknown-scope", "scope", all);
        if (role.count && **role.count < 0)
            out_.error("count-negative", role.count->at, "a count cannot be negative");
        if (role.count && **role.count > count_of_role.most)
            out_.error(
                "out-of-range", role.count->at,
                fmt::format("a count of {} is more than {}", **role.count, count_of_role.most));
        if (role.redundancy == Redundancy::pair && role.count && **role.count % 2 != 0)
            out_.error("pair-incomplete", role.count->at,
                       fmt::format("pairs need an even count, not {}", **role.count));
        if (!role.place) return;
        if (role.place->near) names_.check_selector(*role.place->near);
        if (role.place->rack) names_.say_of_a_site(role.place->rack->at, "a rack");
        if (role.place->unit) names_.say_of_a_site(role.place->unit->at, "a unit of a rack");
    }

    void check_cabling(const CablingRule& rule) {
        names_.check_selector(rule.from);
        names_.check_selector(rule.to);
        for (const Selector* end : {&rule.from, &rule.to})
            if (end->at.known() && !end->of_circuits() && end->ports.empty())
                out_.error("missing-key", end->at, "ports is missing here").hint =
                    "a cable ends in a port group of the model";
        if (!parallel_cables.holds(rule.parallel))
            out_.error("out-of-range", rule.at,
                       fmt::format("parallel is {}; it is 1 to 64", rule.parallel));
        if (rule.to_order && !by_number.holds(*rule.to_order))
            out_.error("wrong-type", rule.at, "to-order can only be by-number");
        if (rule.kind && !cable_kinds.holds(*rule.kind))
            out_.error("wrong-type", rule.at, "kind is data or management");
        for (const auto& medium : rule.media)
            if (*medium != "from-circuit")
                names_.known(standard_.media, medium, "unknown-media", "medium");
        for (const auto& network : rule.carries)
            names_.known(standard_.networks, network, "unknown-network", "network");
    }

    void check_link(const std::string& name, const LinkEntry& link) {
        for (const auto& medium : link.media)
            names_.known(standard_.media, medium, "unknown-media", "medium");
        for (const auto& network : link.carries)
            names_.known(standard_.networks, network, "unknown-network", "network");
        if (link.number && !not_negative.holds(*link.number))
            out_.error("out-of-range", link.at,
                       fmt::format("number is {}; it cannot be negative", *link.number));
        if (standard_.cabling.contains(rule_of_links))
            out_.error(
                    "name-collision", link.at,
                    fmt::format("link {} and the cabling rule links would make cables of one name",
                                name))
                .notes = {{standard_.cabling.at(rule_of_links).at, "cabling rule links"}};
    }

    /// Spares are kept of models and of media.
    void check_spares() {
        auto all = names_of(standard_.models);
        for (const auto& [name, medium] : standard_.media) all.push_back(name);
        for (const auto& [name, spare] : standard_.spares)
            if (std::find(all.begin(), all.end(), name) == all.end())
                out_.error("unknown-model", spare.at,
                           fmt::format("unknown model or medium {}", name))
                    .hint = suggestion(name, all);
    }

    void check_site() {
        for (const auto& [id, panel] : site_.panels)
            names_.known(standard_.models, panel.model, "unknown-model", "model");
        std::map<std::string, std::int64_t> count;
        for (const auto& [id, circuit] : site_.circuits) {
            if (!names_.known(standard_.circuits, circuit.kind, "unknown-circuit-kind",
                              "kind of circuit"))
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
        if (circuit.media.given())
            names_.known(standard_.media, circuit.media, "unknown-media", "medium");
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
                out_.error("unknown-key", circuit.at,
                           fmt::format("unknown key {} of circuit {}", field, id))
                    .hint = suggestion(field, allowed);
            }
    }

    const Standard& standard_;
    const Site& site_;
    const std::map<std::string, Hardware>& hardware_;
    const ReferenceNames names_;
    Diagnostics& out_;
};

}  // namespace

void check_references(const Standard& standard, const Site& site,
                      const std::map<std::string, Hardware>& hardware, Diagnostics& out) {
    References(standard, site, hardware, out).check();
    check_sense(standard, site, hardware, out);
}

}  // namespace colo::definition
