// An address for each member of each network, and for its gateways.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "intent/generator/freed.h"
#include "intent/generator/host_room.h"
#include "intent/generator/members.h"

namespace colo::generator {

namespace {

class Hosts {
public:
    explicit Hosts(Addressing& work) : work_(work), bench_(work.bench) {
        for (std::size_t i = 0; i < bench_.intent.prefixes.size(); ++i)
            prefix_index_.emplace(bench_.intent.prefixes[i].id.value, i);
        for (const auto& [identity, offset] : bench_.ledger.all_earlier(AllocationKind::host)) {
            const std::string_view network = network_part(identity);
            earlier_of_network_[std::string(network)].emplace_back(identity, offset);
        }
    }

    void number() {
        for (const WorkNetwork& network : work_.networks) {
            const std::vector<Member> members = members_of(work_, network);
            std::vector<Hosting> hosts(members.size());
            for (const Family family : {Family::ipv4, Family::ipv6})
                if (network.prefix[static_cast<int>(family)])
                    number_family(network, family, members, hosts);
            give_all(network, members, hosts);
        }
    }

private:
    /// What a member was given, by family.
    struct Hosting {
        std::optional<std::int64_t> offset[2];
        bool decided[2] = {};  ///< chosen or kept, where else it follows from the network itself
    };

    /// IPv6 follows IPv4 where it can, so that both stacks read alike.
    void number_family(const WorkNetwork& network, Family family,
                       const std::vector<Member>& members, std::vector<Hosting>& hosts) {
        const auto f = static_cast<std::size_t>(family);
        Room room = room_of(network, *network.prefix[f]);
        for (std::size_t i = 0; i < members.size(); ++i)
            hosts[i].decided[f] = !follows(network, family, members[i], room, hosts[i].offset[f]);
        std::vector<std::size_t> newcomers;
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (!hosts[i].decided[f]) continue;
            hosts[i].offset[f] = kept(family, members[i], room);
            if (hosts[i].offset[f])
                room.taken.insert(*hosts[i].offset[f]);
            else
                newcomers.push_back(i);
        }
        block_freed(network, family, room);
        for (const std::size_t i : newcomers) {
            const auto beside =
                family == Family::ipv6 && hosts[i].decided[0] ? hosts[i].offset[0] : std::nullopt;
            const auto offset = beside && room.is_free(*beside) ? beside : room.lowest();
            if (!offset) return say_exhausted(network, family, members.size(), room);
            room.taken.insert(*offset);
            hosts[i].offset[f] = offset;
        }
    }

    /// Whether the member's address follows from the network itself; `offset` is then set, but
    /// where it was an error.
    bool follows(const WorkNetwork& network, Family family, const Member& member, Room& room,
                 std::optional<std::int64_t>& offset) {
        offset = member.offset[static_cast<int>(family)];
        if (offset) return true;
        if (const auto fixed = fixed_by_site(network, family, member)) {
            offset = fixed_offset(*fixed, network, family, room);
            return true;
        }
        if (member.is_gateway)
            offset = room.gateway;
        else if (network.entry->host)
            offset = worked_out(network, family, member, room);
        else
            return false;
        return true;
    }

    std::optional<definition::At<IpAddress>> fixed_by_site(const WorkNetwork& network,
                                                           Family family, const Member& member) {
        if (member.is_gateway || bench_.inputs.site.exceptions.empty()) return std::nullopt;
        return bench_.exceptions.address(bench_.facts(bench_.devices[at(member.device)]),
                                         network.name, network.id, family);
    }

    std::optional<std::int64_t> fixed_offset(const definition::At<IpAddress>& fixed,
                                             const WorkNetwork& network, Family family,
                                             Room& room) {
        const IpPrefix& prefix = *network.prefix[static_cast<int>(family)];
        if (!prefix.contains(*fixed)) {
            bench_.out.error("host-outside-prefix", fixed.at,
                             fmt::format("{} is not in {}, which is {}", to_text(*fixed),
                                         to_text(prefix), network.id));
            return std::nullopt;
        }
        const auto offset = static_cast<std::int64_t>(fixed->bits - prefix.network.bits);
        if (!room.taken.insert(offset).second)
            bench_.out.error("duplicate-address", fixed.at,
                             fmt::format("{} is fixed twice", to_text(*fixed)));
        return offset;
    }

    std::optional<std::int64_t> kept(Family family, const Member& member, const Room& room) const {
        const std::string* text =
            bench_.ledger.earlier(AllocationKind::host, with_family(member, family));
        if (!text || !room.is_free(as_number(*text))) return std::nullopt;
        return as_number(*text);
    }

    static std::string with_family(const Member& member, Family family) {
        return member.identity + "/" + std::string(to_text(family));
    }

    /// In the order that the intent and the allocations have, so that sorting them is cheap.
    void give_all(const WorkNetwork& network, const std::vector<Member>& members,
                  const std::vector<Hosting>& hosts) {
        std::vector<std::size_t> order(members.size());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return members[a].identity < members[b].identity;
        });
        for (const std::size_t i : order)
            for (const Family family : {Family::ipv4, Family::ipv6}) {
                const auto& offset = hosts[i].offset[static_cast<int>(family)];
                if (!offset) continue;
                if (hosts[i].decided[static_cast<int>(family)])
                    bench_.ledger.keep(AllocationKind::host, with_family(members[i], family),
                                       std::to_string(*offset));
                give(network, family, members[i], *offset);
            }
    }

    void block_freed(const WorkNetwork& network, Family family, Room& room) {
        const auto found = earlier_of_network_.find(network.id);
        if (found == earlier_of_network_.end()) return;
        for (const auto& [identity, offset] : found->second)
            if (identity.ends_with(to_text(family))) room.blocked.insert(as_number(*offset));
    }

    /// `servers/trading-server.12/ipv4` belongs to `servers`: all but device, part and family.
    std::string_view network_part(std::string_view identity) const {
        for (std::size_t slash = identity.find('/'); slash != std::string_view::npos;
             slash = identity.find('/', slash + 1)) {
            const std::string_view head = identity.substr(0, slash);
            if (networks_by_id().contains(std::string(head))) return head;
        }
        return identity;
    }

    const std::set<std::string>& networks_by_id() const {
        if (ids_.empty())
            for (const WorkNetwork& network : work_.networks) ids_.insert(network.id);
        return ids_;
    }

    std::optional<std::int64_t> worked_out(const WorkNetwork& network, Family family,
                                           const Member& member, const Room& room) {
        const WorkDevice& device = bench_.devices[at(member.device)];
        TermSource source;
        source.bench = &bench_;
        source.device = &device;
        if (device.pair != none) source.pair = &bench_.pairs[at(device.pair)];
        const Worked worked = work_out(*network.entry->host, source);
        if (!worked.value || *worked.value < 0 ||
            *worked.value > room.last + network.entry->reserve.last) {
            bench_.out
                .error("host-outside-prefix", network.entry->host->at,
                       fmt::format("{} has no place in {}", member.identity,
                                   to_text(*network.prefix[static_cast<int>(family)])))
                .detail = {fmt::format("its offset there would be {}", worked.worked_out)};
            return std::nullopt;
        }
        return worked.value;
    }

    void give(const WorkNetwork& network, Family family, const Member& member,
              std::int64_t offset) {
        const IpPrefix& prefix = *network.prefix[static_cast<int>(family)];
        const auto address = prefix.at(static_cast<Bits128>(offset));
        if (!address) {
            bench_.out.error(
                "host-outside-prefix", network.entry->at,
                fmt::format("{} has no place in {}", member.identity, to_text(prefix)));
            return;
        }
        const int length = network.entry->host_routes ? address_bits(family) : prefix.length;
        Address made;
        made.id = AddressId(with_family(member, family));
        made.address = {*address, length};
        made.vrf = network.entry->vrf;
        made.device = DeviceId(bench_.devices[at(member.device)].id);
        made.interface = bench_.intent.interfaces[at(member.interface)].id;
        made.prefix = PrefixId(network.id + "/" + std::string(to_text(family)));
        made.shared_by = member.shared_by;
        made.rule = network.name;
        if (member.is_gateway)
            bench_.intent.prefixes[prefix_index_.at(made.prefix.value)].gateway = *address;
        bench_.address_interface.push_back(member.interface);
        bench_.address_device.push_back(member.device);
        bench_.intent.addresses.push_back(std::move(made));
    }

    void say_exhausted(const WorkNetwork& network, Family family, std::size_t need,
                       const Room& room) {
        const auto& use = family == Family::ipv4 ? network.entry->ipv4 : network.entry->ipv6;
        const IpPrefix& prefix = *network.prefix[static_cast<int>(family)];
        Diagnostic& problem = bench_.out.error(
            "pool-exhausted", use ? use->at : network.entry->at,
            fmt::format("network {} has too few {} addresses", network.id, to_text(family)));
        const std::int64_t hosts = std::max<std::int64_t>(room.last - room.first + 1, 0);
        problem.detail = {fmt::format("{} has room for {} members, {} are asked for",
                                      to_text(prefix), hosts, need)};
        if (const auto& reserve = network.entry->reserve; reserve.first + reserve.last > 0)
            problem.detail.push_back(
                fmt::format("{} of its addresses are reserved{}{}", reserve.first + reserve.last,
                            reserve.for_.empty() ? "" : " for ", reserve.for_));
        std::size_t freed = 0;
        for (const std::int64_t offset : room.blocked)
            freed += !room.taken.contains(offset) && offset >= room.first && offset <= room.last;
        if (freed > 0) problem.detail.push_back(freed_text(freed, "address", "addresses"));
        problem.hint = fmt::format("{}make it larger: size: {}", freed > 0 ? apply_first : "",
                                   length_for(prefix, hosts, need + freed));
    }

    /// The length of the smallest prefix that has room for so many, with as much set aside as here.
    static int length_for(const IpPrefix& prefix, std::int64_t hosts, std::size_t need) {
        const Bits128 aside = prefix.size() - static_cast<Bits128>(hosts);
        int length = prefix.length;
        while (length > 1 &&
               IpPrefix{prefix.network, length}.size() < aside + static_cast<Bits128>(need))
            --length;
        return length;
    }

    Addressing& work_;
    Workbench& bench_;
    std::unordered_map<std::string, std::size_t> prefix_index_;
    std::unordered_map<std::string, std::vector<std::pair<std::string_view, const std::string*>>>
        earlier_of_network_;
    mutable std::set<std::string> ids_;
};

}  // namespace

void number_hosts(Addressing& work) { Hosts(work).number(); }

}  // namespace colo::generator
