#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "intent/base/names.h"
#include "intent/rules/rule.h"

namespace colo::rules {

namespace {

/// A prefix and what its addresses tell of it.
struct Network {
    const Prefix* prefix;
    bool host_routes = true;  // every address in it is a /32 or /128
    std::string fault;        // of the first address that is none of its hosts
    std::string stranger;     // that address
    std::size_t strangers = 0;
};

std::string pool_text(const Pool& pool) {
    std::vector<std::string> texts;
    for (const IpPrefix& prefix : pool.prefixes) texts.push_back(to_text(prefix));
    return fmt::format("{}", fmt::join(texts, ", "));
}

class Check {
public:
    Check(const Intent& intent, const Constraints& constraints, Diagnostics& out)
        : intent_(intent), constraints_(constraints), out_(out) {
        networks_.reserve(intent.prefixes.size());
        for (const Prefix& prefix : intent.prefixes) {
            by_id_[prefix.id.value] = networks_.size();
            networks_.push_back({&prefix});
        }
    }

    /// One report for each network: what is wrong with one host is often wrong with all.
    void hosts() {
        for (const Address& address : intent_.addresses)
            if (const auto found = by_id_.find(address.prefix.value); found != by_id_.end())
                host(address, networks_[found->second]);
        for (const Network& network : networks_)
            if (network.strangers > 0) outside(network);
    }

    void pools() {
        for (const Network& network : networks_) {
            const Prefix& prefix = *network.prefix;
            const auto found =
                prefix.pool ? constraints_.pools.find(*prefix.pool) : constraints_.pools.end();
            if (found == constraints_.pools.end() || holds(found->second, prefix)) continue;
            exhausted(prefix, found->second);
        }
    }

    /// Sorted by network address and then by length, what overlaps a prefix follows it.
    void overlaps() {
        std::vector<const Network*> sorted;
        for (const Network& network : networks_)
            if (network.prefix->unique) sorted.push_back(&network);
        const auto key = [](const Network* network) {
            return std::tie(network->prefix->vrf, network->prefix->prefix.network,
                            network->prefix->prefix.length, network->prefix->id);
        };
        std::sort(sorted.begin(), sorted.end(),
                  [&](const Network* a, const Network* b) { return key(a) < key(b); });
        std::vector<const Network*> open;  // each holds the next one
        for (const Network* network : sorted) {
            while (!open.empty() && !overlap(*open.back(), *network)) open.pop_back();
            if (!open.empty() && !shared_on_purpose(*open.back(), *network))
                overlapping(*open.back()->prefix, *network->prefix);
            open.push_back(network);
        }
    }

private:
    static void host(const Address& address, Network& network) {
        const int bits = address_bits(address.address.address.family);
        const bool is_route = address.address.length == bits;
        network.host_routes = network.host_routes && is_route;
        const std::string fault = fault_of(address, network.prefix->prefix, is_route);
        if (fault.empty() || network.strangers++ > 0) return;
        network.stranger = address.id.value;
        network.fault =
            fmt::format("{} {} {} {} ({})", address.id.value, to_text(address.address), fault,
                        to_text(network.prefix->prefix), network.prefix->id.value);
    }

    static std::string fault_of(const Address& address, const IpPrefix& prefix, bool is_route) {
        const IpAddress& one = address.address.address;
        if (!prefix.contains(one)) return "lies outside";
        if (is_route) return {};
        if (address.address.length != prefix.length)
            return fmt::format("has length /{} in", address.address.length);
        if (prefix.host_bits() < 2) return {};
        if (one == prefix.network) return "is the network address of";
        const bool last =
            one.family == Family::ipv4 && one.bits == prefix.network.bits + prefix.size() - 1;
        return last ? "is the broadcast address of" : "";
    }

    void outside(const Network& network) {
        const Prefix& prefix = *network.prefix;
        Diagnostic& one =
            out_.error("host-outside-prefix", constraints_.place("networks/" + prefix.rule),
                       "an address is none of its network's hosts");
        one.object = network.stranger;
        one.detail.push_back(network.fault);
        if (network.strangers > 1)
            one.detail.push_back(
                fmt::format("and {} of its addresses more", with_thousands(network.strangers - 1)));
        const auto first = prefix.prefix.at(1), last = prefix.prefix.at(prefix.prefix.size() - 2);
        if (prefix.prefix.host_bits() >= 2 && first && last)
            one.hint = fmt::format("hosts of {} are {} to {}", prefix.id.value, to_text(*first),
                                   to_text(*last));
    }

    static bool holds(const Pool& pool, const Prefix& prefix) {
        return std::any_of(pool.prefixes.begin(), pool.prefixes.end(),
                           [&](const IpPrefix& one) { return one.contains(prefix.prefix); });
    }

    void exhausted(const Prefix& prefix, const Pool& pool) {
        std::size_t held = 0;
        for (const Network& network : networks_)
            held += network.prefix->pool == prefix.pool && holds(pool, *network.prefix);
        Diagnostic& one =
            out_.error("pool-exhausted", constraints_.place("networks/" + prefix.rule),
                       "a prefix lies outside its pool");
        one.object = prefix.id.value;
        one.detail = {fmt::format("{} is {}; pool {} is {} and holds {} prefixes", prefix.id.value,
                                  to_text(prefix.prefix), *prefix.pool, pool_text(pool), held)};
        if (const SourceRange at = constraints_.place("pools/" + *prefix.pool); at.known())
            one.notes.push_back({at, "pool " + *prefix.pool});
        one.hint = fmt::format("make pool {} larger, or give {} a smaller size", *prefix.pool,
                               prefix.rule);
    }

    static bool overlap(const Network& a, const Network& b) {
        return a.prefix->vrf == b.prefix->vrf && a.prefix->prefix.overlaps(b.prefix->prefix);
    }

    /// Several networks of host routes may take the whole of one pool.
    bool shared_on_purpose(const Network& a, const Network& b) const {
        const auto pool =
            a.prefix->pool ? constraints_.pools.find(*a.prefix->pool) : constraints_.pools.end();
        if (pool == constraints_.pools.end() || a.prefix->pool != b.prefix->pool) return false;
        const auto& blocks = pool->second.prefixes;
        return a.host_routes && b.host_routes && a.prefix->prefix == b.prefix->prefix &&
               std::find(blocks.begin(), blocks.end(), a.prefix->prefix) != blocks.end();
    }

    void overlapping(const Prefix& outer, const Prefix& inner) {
        Diagnostic& one = out_.error("prefix-overlap", constraints_.place("networks/" + inner.rule),
                                     "two networks overlap");
        one.object = inner.id.value;
        one.detail = {fmt::format("{} {} overlaps {} {}{}", inner.id.value, to_text(inner.prefix),
                                  outer.id.value, to_text(outer.prefix),
                                  inner.vrf ? " in vrf " + *inner.vrf : "")};
        if (const SourceRange other = constraints_.place("networks/" + outer.rule);
            other.known() && outer.rule != inner.rule)
            one.notes.push_back({other, "the network of " + outer.id.value});
        one.hint = "take another block, another vrf, or say `unique: false` where it may recur";
    }

    const Intent& intent_;
    const Constraints& constraints_;
    Diagnostics& out_;
    std::vector<Network> networks_;
    std::unordered_map<std::string_view, std::size_t> by_id_;
};

void check(const Subject& subject, Diagnostics& out) {
    Check one(subject.intent, subject.constraints, out);
    one.hosts();
    one.pools();
    one.overlaps();
}

}  // namespace

Rule prefixes_hold() {
    return {"prefixes-hold",
            "prefixes of one vrf do not overlap, lie in their pools and hold their addresses",
            {"prefix-overlap", "pool-exhausted", "host-outside-prefix"},
            check};
}

}  // namespace colo::rules
