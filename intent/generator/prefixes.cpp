// Pools carved from the site's address space, and a prefix for each network and family.
#include <fmt/format.h>

#include <algorithm>

#include "intent/generator/freed.h"
#include "intent/generator/networks.h"
#include "intent/generator/prefix_space.h"

namespace colo::generator {

namespace {

/// One who wants a prefix: a pool of the standard, or a network in one family.
struct Request {
    std::string identity;
    std::string space;
    int size = 0;
    SourceRange at;
    int network = none;
    Family family = Family::ipv4;
    std::string pool;  ///< when it is a pool
};

class Carving {
public:
    explicit Carving(Addressing& work) : work_(work), bench_(work.bench) {}

    void carve() {
        errors_before_ = bench_.out.errors();
        open("ipv4", prefixes_of(bench_.inputs.site.address_space.ipv4));
        open("ipv6", prefixes_of(bench_.inputs.site.address_space.ipv6));
        gather();
        for (const std::string& space : {std::string("ipv4"), std::string("ipv6")}) serve(space);
        for (bool more = true; more;) {  // pools inside pools, outermost first
            more = false;
            for (const auto& [name, entry] : bench_.inputs.standard.pools)
                if (spaces_.contains(name) && !served_.contains(name)) serve(name), more = true;
        }
        report_unserved();
    }

private:
    static std::vector<IpPrefix> prefixes_of(const std::vector<definition::At<IpPrefix>>& list) {
        std::vector<IpPrefix> prefixes;
        for (const auto& prefix : list) prefixes.push_back(*prefix);
        return prefixes;
    }

    void open(const std::string& name, std::vector<IpPrefix> roots) {
        PrefixSpace& space = spaces_[name];
        space.roots = roots;
        bench_.constraints.pools[name].prefixes = std::move(roots);
    }

    void gather() {
        for (const auto& [name, entry] : bench_.inputs.standard.pools) {
            if (entry.prefix) {
                open(name, {**entry.prefix});
            } else {
                requests_[*entry.within].push_back({"pools/" + name, *entry.within,
                                                    entry.size ? static_cast<int>(**entry.size) : 0,
                                                    entry.at, none, Family::ipv4, name});
            }
        }
        for (int i = 0; i < static_cast<int>(work_.networks.size()); ++i)
            for (const Family family : {Family::ipv4, Family::ipv6}) gather(i, family);
    }

    void gather(int index, Family family) {
        WorkNetwork& network = work_.networks[at(index)];
        if (network.entry->from_circuit) return from_circuit(network, family);
        const auto& use = family == Family::ipv4 ? network.entry->ipv4 : network.entry->ipv6;
        if (!use) return;
        const std::string& pool = use->whole.given()    ? *use->whole
                                  : use->within.given() ? *use->within
                                                        : std::string(to_text(family));
        if (pool == (family == Family::ipv4 ? "ipv6" : "ipv4"))
            bench_.out.error("wrong-type", use->at,
                             fmt::format("{} cannot come from {}", to_text(family), pool));
        const int size = use->prefix ? (**use->prefix).length
                         : use->size ? static_cast<int>(**use->size)
                                     : 0;
        requests_[pool].push_back({network.id + "/" + std::string(to_text(family)), pool, size,
                                   use->at, index, family, ""});
    }

    void from_circuit(WorkNetwork& network, Family family) {
        const auto& circuit = bench_.inputs.site.circuits.at(network.circuit);
        const auto& said = family == Family::ipv4 ? circuit.address : circuit.address6;
        if (said && (*said)->address.family == family)
            network.prefix[static_cast<int>(family)] = (*said)->prefix();
    }

    /// Kept prefixes first, then what is worked out, then newcomers: larger ones first.
    void serve(const std::string& name) {
        served_.insert(name);
        PrefixSpace& space = spaces_[name];
        std::vector<const Request*> newcomers;
        for (const Request& request : requests_[name]) take_fixed(request, space);
        for (const Request& request : requests_[name])
            if (!fixed(request) && !is_outright(request, space) && !keep(request, space))
                newcomers.push_back(&request);
        block_freed(name, space);
        std::stable_sort(newcomers.begin(), newcomers.end(),
                         [](const Request* a, const Request* b) { return a->size < b->size; });
        for (const Request* request : newcomers) {
            const auto prefix = space.first_fit(request->size);
            if (!prefix) {
                say_exhausted(*request, space);
                return;
            }
            space.take(*prefix, request->identity);
            grant(*request, *prefix, true);
        }
    }

    /// The prefix that an exception fixes, or nullptr.
    const definition::At<IpPrefix>* fixed(const Request& request) const {
        if (request.network == none) return nullptr;
        const auto& entry = *work_.networks[at(request.network)].entry;
        const auto& use = request.family == Family::ipv4 ? entry.ipv4 : entry.ipv6;
        return use->prefix ? &*use->prefix : nullptr;
    }

    void take_fixed(const Request& request, PrefixSpace& space) {
        const auto* prefix = fixed(request);
        if (!prefix) return;
        if (space.contains(**prefix) && !space.take(**prefix, request.identity))
            bench_.out.error("prefix-overlap", prefix->at,
                             fmt::format("{} is fixed twice", to_text(**prefix)));
        grant(request, **prefix, false);
    }

    /// `whole` and `nth` are no allocations: they follow from the pool and from numbers.
    bool is_outright(const Request& request, PrefixSpace& space) {
        if (request.network == none) return false;
        const WorkNetwork& network = work_.networks[at(request.network)];
        const auto& use =
            *(request.family == Family::ipv4 ? network.entry->ipv4 : network.entry->ipv6);
        if (use.whole.given()) {
            if (space.roots.empty())
                say_exhausted(request, space);
            else
                grant(request, space.roots.front(), false);
            return true;
        }
        if (!use.nth) return false;
        const Worked worked = work_out(*use.nth, source_of(network));
        const auto prefix =
            worked.value && *worked.value >= 0 && !space.roots.empty()
                ? space.roots.front().block(static_cast<Bits128>(*worked.value), request.size)
                : std::nullopt;
        if (!prefix) {
            Diagnostic& problem = bench_.out.error(
                "nth-outside-pool", use.nth->at,
                worked.value ? fmt::format("{} asks for block {} of {}", network.id,
                                           worked.worked_out, request.space)
                             : fmt::format("{} has no block of {}: it goes by {}", network.id,
                                           request.space, worked.worked_out));
            if (!worked.value && !network.cables.empty())
                note_link(problem, bench_.cables[at(network.cables.front())]);
            return true;
        }
        if (network.entry->unique && !space.take(*prefix, request.identity))
            say_collision(request, *prefix, space, worked);
        else
            grant(request, *prefix, false);
        return true;
    }

    /// A site's link that does not say the number that a term asks for.
    void note_link(Diagnostic& problem, const WorkCable& cable) const {
        if (cable.rule_name != definition::rule_of_links) return;
        problem.notes.push_back({cable.rule->at, "the link, which has no number"});
        problem.hint = "give the link a number of its own: number: 7";
    }

    TermSource source_of(const WorkNetwork& network) const {
        TermSource source;
        source.bench = &bench_;
        if (network.pair != none) source.pair = &bench_.pairs[at(network.pair)];
        if (!network.cables.empty()) {
            const WorkCable& cable = bench_.cables[at(network.cables.front())];
            source.cable = &cable;
            source.from = &bench_.devices[at(cable.a.device)];
            source.to = &bench_.devices[at(cable.b.device)];
            source.index_from = cable.index_from;
            source.index_to = cable.index_to;
        }
        return source;
    }

    bool keep(const Request& request, PrefixSpace& space) {
        const std::string* text = bench_.ledger.earlier(AllocationKind::prefix, request.identity);
        const auto prefix = text ? read_prefix(*text) : std::nullopt;
        if (!prefix || prefix->length != request.size || !space.contains(*prefix)) return false;
        if (!space.take(*prefix, request.identity)) return false;
        grant(request, *prefix, true);
        return true;
    }

    /// Prefixes of networks that are gone stay taken for one plan more.
    void block_freed(const std::string& name, PrefixSpace& space) {
        std::set<std::string> asked{"pools/" + name};  // what is carved here, not who asks
        for (const Request& request : requests_[name]) asked.insert(request.identity);
        for (const auto& [identity, text] : bench_.ledger.all_earlier(AllocationKind::prefix)) {
            if (asked.contains(std::string(identity))) continue;
            const auto prefix = read_prefix(*text);
            if (prefix && space.contains(*prefix)) space.take(*prefix, std::string(identity));
        }
    }

    void grant(const Request& request, const IpPrefix& prefix, bool allocated) {
        if (allocated)
            bench_.ledger.keep(AllocationKind::prefix, request.identity, to_text(prefix));
        if (request.network == none) {
            open(request.pool, {prefix});
            return;
        }
        WorkNetwork& network = work_.networks[at(request.network)];
        network.prefix[static_cast<int>(request.family)] = prefix;
        network.pool[static_cast<int>(request.family)] = request.space;
    }

    void say_exhausted(const Request& request, const PrefixSpace& space) {
        Diagnostic& problem =
            bench_.out.error("pool-exhausted", request.at,
                             fmt::format("no /{} is left in {} for {}", request.size, request.space,
                                         request.identity));
        problem.object = request.identity;
        std::size_t need = 0;
        for (const Request& other : requests_[request.space])
            need += other.size == request.size ? 1 : 0;
        for (const IpPrefix& root : space.roots)
            problem.detail.push_back(fmt::format("{} is {}", request.space, to_text(root)));
        if (space.roots.empty())
            problem.detail.push_back(
                fmt::format("the site has no {} address space", request.space));
        problem.detail.push_back(fmt::format("asked for: {} of /{}",
                                             count_of(need, "prefix", "prefixes"), request.size));
        const std::size_t freed = say_holders(request, space, problem);
        if (bench_.inputs.site.address_space.at.known())
            problem.notes = {{bench_.inputs.site.address_space.at, "the site's address space"}};
        problem.hint = (freed > 0 ? std::string(apply_first) : "") + more_room(request, space);
    }

    /// Who has what, and how many of them are gone.
    std::size_t say_holders(const Request& request, const PrefixSpace& space, Diagnostic& problem) {
        constexpr std::size_t most_shown = 6;
        std::set<std::string> asking;
        for (const Request& one : requests_[request.space]) asking.insert(one.identity);
        std::size_t freed = 0, shown = 0;
        for (const auto& [prefix, owner] : space.holders()) {
            freed += asking.contains(owner) ? 0U : 1U;
            if (++shown <= most_shown)
                problem.detail.push_back(fmt::format("{} has {}", owner, to_text(prefix)));
        }
        if (shown > most_shown)
            problem.detail.push_back(
                fmt::format("and {} more have the rest", with_thousands(shown - most_shown)));
        if (freed > 0) problem.detail.push_back(freed_text(freed, "prefix", "prefixes"));
        return freed;
    }

    /// How large it would have to be for all that is asked of it.
    std::string more_room(const Request& request, const PrefixSpace& space) {
        if (space.roots.empty())
            return fmt::format("add {} to the site's address-space", request.space);
        const int bits = address_bits(space.roots.front().family());
        Bits128 sum = 0;
        for (const Request& one : requests_[request.space])
            if (!is_worked_out(one) && one.size > 0 && one.size <= bits)
                sum += Bits128{1} << std::min(bits - one.size, 126);
        int length = bits;
        while (length > 1 && (Bits128{1} << std::min(bits - length, 126)) < sum) --length;
        const int widest = space.roots.front().length;
        length = std::min(length, widest - 1);  // pieces may lie so that the sum alone does not do
        return request.space == "ipv4" || request.space == "ipv6"
                   ? fmt::format("give the site a /{} of {}, or make the networks smaller", length,
                                 request.space)
                   : fmt::format("make the pool larger: size: {}, or its networks smaller", length);
    }

    bool is_worked_out(const Request& request) const {
        if (request.network == none) return false;
        const auto& entry = *work_.networks[at(request.network)].entry;
        const auto& use = request.family == Family::ipv4 ? entry.ipv4 : entry.ipv6;
        return use && use->whole.given();
    }

    void say_collision(const Request& request, const IpPrefix& prefix, const PrefixSpace& space,
                       const Worked& worked) {
        const std::string* other = space.holder(prefix);
        bench_.out
            .error("nth-collision", request.at,
                   fmt::format("{} and {} would both be {}", other ? *other : "", request.identity,
                               to_text(prefix)))
            .detail = {fmt::format("{}: {}", request.identity, worked.worked_out)};
    }

    /// Pools that were never opened because their own parent had no room were reported there.
    void report_unserved() {
        for (const auto& [pool, requests] : requests_)
            if (!served_.contains(pool) && bench_.out.errors() == errors_before_)
                say_exhausted(requests.front(), spaces_[pool]);
    }

    Addressing& work_;
    Workbench& bench_;
    int errors_before_ = 0;
    std::map<std::string, PrefixSpace> spaces_;
    std::map<std::string, std::vector<Request>> requests_;
    std::set<std::string> served_;
};

}  // namespace

void carve_prefixes(Addressing& work) { Carving(work).carve(); }

void emit_prefixes(Addressing& work) {
    for (const WorkNetwork& network : work.networks)
        for (const Family family : {Family::ipv4, Family::ipv6}) {
            const auto& prefix = network.prefix[static_cast<int>(family)];
            if (!prefix) continue;
            Prefix made;
            made.id = PrefixId(network.id + "/" + std::string(to_text(family)));
            made.prefix = *prefix;
            made.vrf = network.entry->vrf;
            made.scope = network.scope;
            made.pool = network.pool[static_cast<int>(family)];
            const auto& use = family == Family::ipv4 ? network.entry->ipv4 : network.entry->ipv6;
            const bool shared = use && use->whole.given() && network.entry->host_routes;
            made.unique = network.entry->unique && !shared;
            made.vlan = network.vlan;
            made.rule = network.name;
            work.bench.intent.prefixes.push_back(std::move(made));
        }
}

}  // namespace colo::generator
