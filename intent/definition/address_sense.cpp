#include <array>

#include "intent/definition/sense.h"

namespace colo::definition {

namespace {

struct Reserved {
    std::int64_t first, last;
    std::string_view why;
};
constexpr std::array reserved_asns{
    Reserved{0, 0, "nobody's (RFC 7607)"},
    Reserved{23456, 23456, "a stand-in for longer numbers (RFC 6793)"},
    Reserved{64496, 64511, "for documentation (RFC 5398)"},
    Reserved{65535, 65535, "the last of its length (RFC 7300)"},
    Reserved{65536, 65551, "for documentation (RFC 5398)"},
    Reserved{4294967295, 4294967295, "the last of its length (RFC 7300)"}};

struct Special {
    std::string_view prefix, why;
};
/// Of the special-purpose registries (RFC 6890) and multicast: what no network of a site can have.
constexpr std::array special_spaces{Special{"0.0.0.0/8", "\"this network\" (RFC 791)"},
                                    Special{"127.0.0.0/8", "loopback (RFC 1122)"},
                                    Special{"169.254.0.0/16", "link-local (RFC 3927)"},
                                    Special{"224.0.0.0/4", "multicast (RFC 5771)"},
                                    Special{"240.0.0.0/4", "reserved (RFC 1112)"},
                                    Special{"::/128", "the unspecified address (RFC 4291)"},
                                    Special{"::1/128", "loopback (RFC 4291)"},
                                    Special{"::ffff:0:0/96", "IPv4 written as IPv6 (RFC 4291)"},
                                    Special{"fe80::/10", "link-local (RFC 4291)"},
                                    Special{"ff00::/8", "multicast (RFC 4291)"}};

class Sense {
public:
    Sense(const Standard& standard, const Site& site, Diagnostics& out)
        : standard_(standard), site_(site), out_(out) {}

    void check() {
        for (const auto* space : {&site_.address_space.ipv4, &site_.address_space.ipv6})
            for (const auto& prefix : *space) check_space(prefix);
        check_pools();
        check_asns();
    }

private:
    void check_space(const At<IpPrefix>& space) {
        if (!space.given()) return;
        for (const Special& special : special_spaces) {
            const auto prefix = read_prefix(special.prefix);
            if (!prefix->overlaps(*space)) continue;
            out_.error("special-address-space", space.at,
                       fmt::format("{} is not a site's to use: {} is {}", to_text(*space),
                                   special.prefix, special.why))
                .hint = "give space of your own, or private one: 10.0.0.0/8, fd00::/8";
            return;
        }
    }

    /// What a pool has of its own is not taken out of the space that the others are carved from.
    void check_pools() {
        for (const auto& [name, pool] : standard_.pools) {
            if (!pool.prefix) continue;
            check_space(*pool.prefix);
            for (const auto* space : {&site_.address_space.ipv4, &site_.address_space.ipv6})
                for (const auto& prefix : *space)
                    if (prefix->overlaps(**pool.prefix)) say_overlap(name, *pool.prefix, prefix);
        }
    }

    void say_overlap(const std::string& name, const At<IpPrefix>& pool, const At<IpPrefix>& space) {
        Diagnostic& problem =
            out_.error("pool-overlap", pool.at,
                       fmt::format("pool {} {} overlaps the site's address space {}", name,
                                   to_text(*pool), to_text(*space)));
        problem.notes = {{space.at, "the site's address space"}};
        problem.hint = "say within and size to have it carved, or take other addresses";
    }

    void check_asns() {
        if (site_.address_space.asn)
            check_asn(**site_.address_space.asn, site_.address_space.asn->at,
                      "the site's AS number");
        for (const auto& [id, circuit] : site_.circuits)
            if (circuit.peer_asn)
                check_asn(*circuit.peer_asn, circuit.at, fmt::format("peer-asn of {}", id));
        for (const auto& [name, asn] : standard_.asns) {
            if (asn.value && !is_the_sites(*asn.value))
                check_asn(**asn.value, asn.value->at, fmt::format("the value of asns {}", name));
            if (!asn.range) continue;
            check_asn(asn.range->first, asn.at, fmt::format("the first of asns {}", name));
            check_asn(asn.range->last, asn.at, fmt::format("the last of asns {}", name));
        }
    }

    /// Its own number is judged where the site says it.
    bool is_the_sites(const At<std::int64_t>& asn) const {
        return site_.address_space.asn && asn.origin == site_.address_space.asn->at;
    }

    void check_asn(std::int64_t asn, const SourceRange& at, const std::string& what) {
        if (!as_numbers.holds(asn)) {
            out_.error("out-of-range", at,
                       fmt::format("{} is {}; AS numbers are 1 to {}", what, asn, as_numbers.most));
            return;
        }
        for (const Reserved& reserved : reserved_asns)
            if (reserved.first <= asn && asn <= reserved.last)
                out_.error("reserved-asn", at,
                           fmt::format("{} is {}, which is {}", what, asn, reserved.why))
                    .hint = "private ones are 64512-65534 and 4200000000-4294967294 (RFC 6996)";
    }

    const Standard& standard_;
    const Site& site_;
    Diagnostics& out_;
};

}  // namespace

void check_address_sense(const Standard& standard, const Site& site, Diagnostics& out) {
    Sense(standard, site, out).check();
}

}  // namespace colo::definition
