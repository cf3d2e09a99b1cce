#include "intent/base/ip.h"

#include <arpa/inet.h>

#include <array>
#include <charconv>

namespace colo {

namespace {

Bits128 host_mask(Family family, int length) {
    const int host = address_bits(family) - length;
    if (host >= 128) return ~Bits128{0};
    return (Bits128{1} << host) - 1;
}

IpPrefix masked(IpAddress address, int length) {
    address.bits &= ~host_mask(address.family, length);
    return {address, length};
}

}  // namespace

std::string_view to_text(Family family) { return family == Family::ipv4 ? "ipv4" : "ipv6"; }

Bits128 IpPrefix::size() const {
    return host_bits() >= 128 ? ~Bits128{0} : Bits128{1} << host_bits();
}

bool IpPrefix::contains(const IpAddress& address) const {
    return address.family == family() &&
           (address.bits & ~host_mask(family(), length)) == network.bits;
}

bool IpPrefix::contains(const IpPrefix& other) const {
    return other.length >= length && contains(other.network);
}

bool IpPrefix::overlaps(const IpPrefix& other) const {
    return contains(other) || other.contains(*this);
}

std::optional<IpAddress> IpPrefix::at(Bits128 offset) const {
    if (offset > host_mask(family(), length)) return std::nullopt;
    return IpAddress{family(), network.bits + offset};
}

std::optional<IpPrefix> IpPrefix::block(Bits128 n, int block_length) const {
    if (block_length < length || block_length > address_bits(family())) return std::nullopt;
    const int shift = address_bits(family()) - block_length;
    const int span = block_length - length;
    if (span < 128 && n >= (Bits128{1} << span)) return std::nullopt;
    return IpPrefix{{family(), network.bits + (shift >= 128 ? 0 : n << shift)}, block_length};
}

IpPrefix IpInterface::prefix() const { return masked(address, length); }

std::optional<IpAddress> read_address(std::string_view text) {
    if (text.empty() || text.size() > 45) return std::nullopt;
    const std::string zero_ended(text);
    std::array<unsigned char, 16> bytes{};
    IpAddress out;
    std::size_t count = 4;
    if (inet_pton(AF_INET, zero_ended.c_str(), bytes.data()) != 1) {
        if (inet_pton(AF_INET6, zero_ended.c_str(), bytes.data()) != 1) return std::nullopt;
        out.family = Family::ipv6;
        count = 16;
    }
    for (std::size_t i = 0; i < count; ++i) out.bits = out.bits << 8 | bytes[i];
    return out;
}

std::optional<IpInterface> read_interface(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto address = read_address(text.substr(0, slash));
    const std::string_view digits = text.substr(slash + 1);
    if (!address || digits.empty() || (digits.size() > 1 && digits.front() == '0'))
        return std::nullopt;
    unsigned length = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    if (length > static_cast<unsigned>(address_bits(address->family))) return std::nullopt;
    return IpInterface{*address, static_cast<int>(length)};
}

std::optional<IpPrefix> read_prefix(std::string_view text) {
    const auto interface = read_interface(text);
    if (!interface || interface->prefix().network != interface->address) return std::nullopt;
    return interface->prefix();
}

std::string to_text(const IpAddress& address) {
    std::array<unsigned char, 16> bytes{};
    const std::size_t count = address.family == Family::ipv4 ? 4 : 16;
    for (std::size_t i = 0; i < count; ++i)
        bytes[i] = static_cast<unsigned char>(address.bits >> (8 * (count - 1 - i)));
    std::array<char, INET6_ADDRSTRLEN> out{};
    inet_ntop(address.family == Family::ipv4 ? AF_INET : AF_INET6, bytes.data(), out.data(),
              out.size());
    return out.data();
}

std::string to_text(const IpPrefix& prefix) {
    return to_text(prefix.network) + "/" + std::to_string(prefix.length);
}

std::string to_text(const IpInterface& interface) {
    return to_text(interface.address) + "/" + std::to_string(interface.length);
}

std::string canonical_ip(const std::string& text) {
    if (const auto address = read_address(text)) return to_text(*address);
    if (const auto interface = read_interface(text)) return to_text(*interface);
    return text;
}

}  // namespace colo
