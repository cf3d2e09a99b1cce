// Digests of inputs and outputs: BLAKE2b-256 (RFC 7693) as 64 hexadecimal digits.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace colo {

/// Collects bytes and gives their digest. Parts are framed with their length, so that
/// ("ab", "c") and ("a", "bc") differ.
class Digest {
public:
    Digest();
    ~Digest();
    Digest(Digest&&) noexcept;
    Digest& operator=(Digest&&) noexcept;

    Digest& part(std::string_view bytes);
    std::string hex();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The digest of one part.
std::string digest_of(std::string_view bytes);

/// Its 64 digits without an allocation, for millions of them.
using HexDigest = std::array<char, 64>;
HexDigest hex_digest_of(std::string_view bytes);

}  // namespace colo
