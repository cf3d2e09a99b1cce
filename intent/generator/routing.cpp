// AS numbers and routing sessions.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "intent/generator/freed.h"
#include "intent/generator/networks.h"
#include "intent/generator/steps.h"

namespace colo::generator {

namespace {

using definition::SessionKind;

class Routing {
public:
    explicit Routing(Workbench& bench) : bench_(bench), selection_(bench) {
        for (const Address& address : bench.intent.addresses) {
            by_rule_[address.rule].push_back(&address);
            by_prefix_[address.prefix.value].push_back(&address);
        }
        for (const auto& [identity, asn] : bench.ledger.all_earlier(AllocationKind::asn))
            given_.insert(as_number(*asn));
    }

    void number() {
        for (const auto& [name, rule] : bench_.inputs.standard.asns) give_asns(name, rule);
        if (!lacking_.empty()) return report_lacking();
        for (const auto& [name, rule] : bench_.inputs.standard.sessions) {
            const int before = bench_.out.errors();
            if (rule.over)
                over(name, rule);
            else if (rule.between)
                between(name, rule);
            if (bench_.out.errors() > before + 10) return;
        }
    }

private:
    // ---- AS numbers

    void give_asns(const std::string& name, const definition::AsnRule& rule) {
        if (rule.per && rule.per->pair.given()) {
            for (const WorkPair& pair : bench_.pairs)
                if (bench_.devices[at(pair.devices.front())].role_name == *rule.per->pair)
                    if (const auto asn = asn_for(name + "/" + pair.id, rule, nullptr, &pair))
                        for (const int device : pair.devices) give(name, device, *asn);
            return;
        }
        if (!rule.members) return;
        for (const int device : selection_.devices(*rule.members))
            if (const auto asn = asn_for(name + "/" + bench_.devices[at(device)].id, rule,
                                         &bench_.devices[at(device)], nullptr))
                give(name, device, *asn);
    }

    std::optional<std::int64_t> asn_for(const std::string& identity,
                                        const definition::AsnRule& rule, const WorkDevice* device,
                                        const WorkPair* pair) {
        if (rule.value) return **rule.value;
        if (!rule.range) {
            bench_.out.error("asn-missing", rule.at, "neither value nor range is given");
            return std::nullopt;
        }
        if (rule.nth) {
            TermSource source;
            source.bench = &bench_;
            source.device = device;
            source.pair = pair                             ? pair
                          : device && device->pair != none ? &bench_.pairs[at(device->pair)]
                                                           : nullptr;
            const Worked worked = work_out(*rule.nth, source);
            if (worked.value && *worked.value >= 0 &&
                rule.range->first + *worked.value <= rule.range->last)
                return rule.range->first + *worked.value;
            bench_.out
                .error("pool-exhausted", rule.at,
                       fmt::format("{} has no AS number in the range", identity))
                .detail = {worked.worked_out};
            return std::nullopt;
        }
        return allocate(identity, rule);
    }

    std::optional<std::int64_t> allocate(const std::string& identity,
                                         const definition::AsnRule& rule) {
        std::int64_t asn = rule.range->first;
        living_.insert(identity);
        if (const std::string* kept = bench_.ledger.earlier(AllocationKind::asn, identity);
            kept && as_number(*kept) >= rule.range->first && as_number(*kept) <= rule.range->last) {
            asn = as_number(*kept);
        } else {
            while (given_.contains(asn)) ++asn;
            if (asn > rule.range->last) {
                ++lacking_[&rule];
                first_lacking_.emplace(&rule, identity);
                return std::nullopt;
            }
        }
        given_.insert(asn);
        bench_.ledger.keep(AllocationKind::asn, identity, std::to_string(asn));
        return asn;
    }

    void report_lacking() {
        for (const auto& [name, rule] : bench_.inputs.standard.asns) {
            const auto lacking = lacking_.find(&rule);
            if (lacking == lacking_.end()) continue;
            const auto& [first, last] = std::pair(rule.range->first, rule.range->last);
            std::size_t freed = 0;
            for (const auto& [identity, asn] : bench_.ledger.all_earlier(AllocationKind::asn))
                freed += as_number(*asn) >= first && as_number(*asn) <= last &&
                         !living_.contains(std::string(identity));
            Diagnostic& problem = bench_.out.error(
                "pool-exhausted", rule.at,
                fmt::format("{} has too few AS numbers: {} more needed", name, lacking->second));
            problem.object = first_lacking_.at(&rule);
            problem.detail = {
                fmt::format("the range {}-{} has {}", first, last,
                            count_of(static_cast<std::size_t>(last - first + 1), "number")),
                fmt::format("the first without is {}", problem.object)};
            if (freed > 0) problem.detail.push_back(freed_text(freed, "number"));
            problem.hint = fmt::format("{}make the range wider", freed > 0 ? apply_first : "");
        }
    }

    void give(const std::string& rule, int device, std::int64_t asn) {
        const std::string& id = bench_.devices[at(device)].id;
        asn_of_.emplace(id, asn);
        bench_.intent.asns.push_back({AsnId(rule + "/" + id), DeviceId(id), asn, rule});
    }

    // ---- sessions

    static bool wants(const definition::SessionRule& rule, Family family) {
        return rule.families.empty() ||
               std::find(rule.families.begin(), rule.families.end(), to_text(family)) !=
                   rule.families.end() ||
               std::none_of(rule.families.begin(), rule.families.end(),
                            [](const auto& f) { return f == "ipv4" || f == "ipv6"; });
    }

    void over(const std::string& name, const definition::SessionRule& rule) {
        if (rule.over->circuit.given()) return over_circuits(name, rule);
        std::set<std::string> networks;  // the network itself, or those made for the cables
        for (const auto& [network, entry] : bench_.inputs.standard.networks)
            if ((rule.over->network.given() && network == *rule.over->network) ||
                (rule.over->cabling.given() && entry.per.cabling.given() &&
                 *entry.per.cabling == *rule.over->cabling))
                networks.insert(network);
        for (const Prefix& prefix : bench_.intent.prefixes) {
            if (!networks.contains(prefix.rule) || !wants(rule, prefix.prefix.family())) continue;
            const auto found = by_prefix_.find(prefix.id.value);
            if (found == by_prefix_.end()) continue;
            for (std::size_t i = 0; i < found->second.size(); ++i)
                for (std::size_t j = i + 1; j < found->second.size(); ++j)
                    add(name, rule, *found->second[i], *found->second[j], prefix.scope);
        }
    }

    void over_circuits(const std::string& name, const definition::SessionRule& rule) {
        for (const auto& [id, circuit] : bench_.inputs.site.circuits) {
            if (*circuit.kind != *rule.over->circuit) continue;
            for (const Address& address : bench_.intent.addresses) {
                const std::string family(to_text(address.address.address.family));
                if (address.prefix.value != address.rule + "/" + id + "/" + family) continue;
                const IpPrefix prefix = address.address.prefix();
                Session session;
                session.id = SessionId(fmt::format("{}/{}/{}", name, id, family));
                session.kind = rule.kind == SessionKind::ebgp ? "ebgp" : "ibgp";
                session.a = end_of(address, rule, name);
                const auto provider = circuit.other.find("provider");
                session.b.text = provider == circuit.other.end() ? id : provider->second;
                session.b.address = {prefix.family(), address.address.address.bits ^ 1};
                session.b.asn = circuit.peer_asn.value_or(0);
                if (!circuit.peer_asn)
                    bench_.out.error("asn-missing", circuit.at,
                                     fmt::format("circuit {} does not say its peer-asn", id));
                session.rule = name;
                check(session, rule);
                bench_.intent.sessions.push_back(std::move(session));
            }
        }
    }

    /// The addresses that the selector's devices have in these networks.
    std::vector<const Address*> addresses(const definition::Selector& selector,
                                          const std::set<std::string>& networks) {
        std::set<std::string> ids;
        for (const int device : selection_.devices(selector))
            ids.insert(bench_.devices[at(device)].id);
        std::vector<const Address*> found;
        for (const std::string& network : networks)
            for (const Address* address : by_rule_[network])
                if (ids.contains(address->device.value)) found.push_back(address);
        return found;
    }

    void between(const std::string& name, const definition::SessionRule& rule) {
        std::set<std::string> networks;
        if (rule.on)
            for (const auto& network : rule.on->network) networks.insert(*network);
        const auto ours = addresses(*rule.between, networks);
        const auto theirs = rule.and_ ? addresses(*rule.and_, networks) : ours;
        for (const Address* a : ours)
            for (const Address* b : theirs) {
                const bool once = rule.and_ || a->device < b->device;
                if (!once || a->device == b->device) continue;
                if (a->address.address.family != b->address.address.family) continue;
                if (!wants(rule, a->address.address.family)) continue;
                add(name, rule, *a, *b, a->device.value + "/" + b->device.value);
            }
    }

    void add(const std::string& name, const definition::SessionRule& rule, const Address& a,
             const Address& b, const std::string& scope) {
        Session session;
        session.id =
            SessionId(fmt::format("{}/{}/{}", name, scope, to_text(a.address.address.family)));
        session.kind = rule.kind == SessionKind::ebgp ? "ebgp" : "ibgp";
        session.a = end_of(a, rule, name);
        session.b = end_of(b, rule, name);
        session.rule = name;
        check(session, rule);
        bench_.intent.sessions.push_back(std::move(session));
    }

    SessionEnd end_of(const Address& address, const definition::SessionRule& rule,
                      const std::string& name) {
        SessionEnd end;
        end.device = address.device;
        end.address = address.address.address;
        const auto asn = asn_of_.find(address.device.value);
        if (asn != asn_of_.end())
            end.asn = asn->second;
        else if (told_.insert(name + address.device.value).second)
            bench_.out
                .error("asn-missing", rule.at,
                       fmt::format("{} has a session of {} but no AS number", address.device.value,
                                   name))
                .hint = "give its role an AS number under asns";
        return end;
    }

    void check(const Session& session, const definition::SessionRule& rule) {
        const bool same = session.a.asn == session.b.asn;
        if (session.a.asn == 0 || session.b.asn == 0) return;
        if (rule.kind == SessionKind::ebgp && same)
            bench_.out.error("session-same-asn", rule.at,
                             fmt::format("{} is ebgp, but both ends are AS {}", session.id.value,
                                         session.a.asn));
        if (rule.kind == SessionKind::ibgp && !same)
            bench_.out.error("session-same-asn", rule.at,
                             fmt::format("{} is ibgp, but its ends are AS {} and AS {}",
                                         session.id.value, session.a.asn, session.b.asn));
    }

    Workbench& bench_;
    Selection selection_;
    std::unordered_map<std::string, std::vector<const Address*>> by_rule_, by_prefix_;
    std::unordered_map<std::string, std::int64_t> asn_of_;
    std::set<std::int64_t> given_;
    std::set<std::string> living_;  ///< who is given one
    std::map<const definition::AsnRule*, std::size_t> lacking_;
    std::map<const definition::AsnRule*, std::string> first_lacking_;
    std::set<std::string> told_;
};

}  // namespace

void number_routing(Workbench& bench) { Routing(bench).number(); }

}  // namespace colo::generator
