// An address for each member of each network, and for its gateways.
#include <fmt/format.h>

#include <algorithm>
#include <set>

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
            std::vector<std::optional<std::int64_t>> ipv4_offsets(members.size());
            for (const Family family : {Family::ipv4, Family::ipv6})
                if (network.prefix[static_cast<int>(family)])
                    number_family(network, family, members, ipv4_offsets);
        }
    }

private:
    /// `ipv4_offsets` by member: filled for IPv4, followed by IPv6 so that both stacks read alike.
    void number_family(const WorkNetwork& network, Family family,
                       const std::vector<Member>& members,
                       std::vector<std::optional<std::int64_t>>& ipv4_offsets) {
        Room room = room_of(network, *network.prefix[static_cast<int>(family)]);
        std::vector<std::size_t> newcomers;
        for (std::size_t i = 0; i < members.size(); ++i)
            if (!follows(network, family, members[i], room)) {
                const auto offset = keep(network, family, members[i], room);
                if (!offset) newcomers.push_back(i);
                if (family == Family::ipv4) ipv4_offsets[i] = offset;
            }
        block_freed(network, family, room);
        for (const std::size_t i : newcomers) {
            const auto& beside = ipv4_offsets[i];
            const auto offset = beside && room.is_free(*beside) ? beside : room.lowest();
            if (!offset) return say_exhausted(network, family, members.size(), room);
            take(network, family, members[i], room, *offset);
            if (family == Family::ipv4) ipv4_offsets[i] = offset;
        }
    }

    /// Whether the member's address follows from the network itself; then it is given.
    bool follows(const WorkNetwork& network, Family family, const Member& member,
                 const Room& room) {
        const auto& offset = member.offset[static_cast<int>(family)];
        if (offset)
            give(network, family, member, *offset);
        else if (member.is_gateway)
            give(network, family, member, room.gateway);
        else if (network.entry->host)
            give_worked_out(network, family, member, room);
        else
            return false;
        return true;
    }

    std::optional<std::int64_t> keep(const WorkNetwork& network, Family family,
                                     const Member& member, Room& room) {
        const std::string identity = member.identity + "/" + std::string(to_text(family));
        const std::string* text = bench_.ledger.earlier(AllocationKind::host, identity);
        if (!text || !room.is_free(as_number(*text))) return std::nullopt;
        take(network, family, member, room, as_number(*text));
        return as_number(*text);
    }

    void take(const WorkNetwork& network, Family family, const Member& member, Room& room,
              std::int64_t offset) {
        room.taken.insert(offset);
        bench_.ledger.keep(AllocationKind::host,
                           member.identity + "/" + std::string(to_text(family)),
                           std::to_string(offset));
        give(network, family, member, offset);
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

    void give_worked_out(const WorkNetwork& network, Family family, const Member& member,
                         const Room& room) {
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
                .detail = {worked.worked_out};
            return;
        }
        give(network, family, member, *worked.value);
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
        made.id = AddressId(member.identity + "/" + std::string(to_text(family)));
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
        problem.detail = {fmt::format("{} has room for {} members, {} are asked for",
                                      to_text(prefix),
                                      std::max<std::int64_t>(room.last - room.first + 1, 0), need)};
        if (!room.blocked.empty())
            problem.detail.push_back(
                "addresses freed by this change are free only after it was applied");
        problem.hint = fmt::format("make it larger: size: {}", prefix.length - 1);
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
