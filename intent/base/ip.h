// IP addresses and prefixes of both families, with the arithmetic that numbering needs.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace colo {

__extension__ using Bits128 = unsigned __int128;

enum class Family : std::uint8_t { ipv4, ipv6 };

std::string_view to_text(Family family);
constexpr int address_bits(Family family) { return family == Family::ipv4 ? 32 : 128; }

/// A host or network address. Text is canonical: IPv6 as in RFC 5952.
struct IpAddress {
    Family family = Family::ipv4;
    Bits128 bits = 0;

    auto operator<=>(const IpAddress&) const = default;
};

/// A network: host bits are zero.
struct IpPrefix {
    IpAddress network;
    int length = 0;

    auto operator<=>(const IpPrefix&) const = default;

    Family family() const { return network.family; }
    int host_bits() const { return address_bits(family()) - length; }
    /// Addresses in it; saturates at the largest value for ::/0.
    Bits128 size() const;
    bool contains(const IpAddress& address) const;
    bool contains(const IpPrefix& other) const;
    bool overlaps(const IpPrefix& other) const;
    /// The address at an offset from the network address, if it lies inside.
    std::optional<IpAddress> at(Bits128 offset) const;
    /// The n-th block of `/length`, counted from 0, if it lies inside.
    std::optional<IpPrefix> block(Bits128 n, int length) const;
};

/// An address as it is set on an interface: `10.21.4.7/22`.
struct IpInterface {
    IpAddress address;
    int length = 0;

    auto operator<=>(const IpInterface&) const = default;
    IpPrefix prefix() const;
};

std::optional<IpAddress> read_address(std::string_view text);
/// Nothing when it is not a prefix; host bits may be set (see `IpInterface::prefix`).
std::optional<IpInterface> read_interface(std::string_view text);
/// Nothing when it is not a prefix or host bits are set.
std::optional<IpPrefix> read_prefix(std::string_view text);

/// An address, with its length or without, as to_text() writes it (RFC 5952); another text as it
/// is.
std::string canonical_ip(const std::string& text);
std::string to_text(const IpAddress& address);
std::string to_text(const IpPrefix& prefix);
std::string to_text(const IpInterface& interface);

}  // namespace colo
