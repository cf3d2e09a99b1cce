#include "intent/base/digest.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace colo {

namespace {

void begin(crypto_generichash_state& hash) { crypto_generichash_init(&hash, nullptr, 0, 32); }

void add_part(crypto_generichash_state& hash, std::string_view bytes) {
    std::array<unsigned char, 8> frame{};
    for (std::size_t i = 0; i < frame.size(); ++i)
        frame[i] = static_cast<unsigned char>(static_cast<std::uint64_t>(bytes.size()) >> (8 * i));
    crypto_generichash_update(&hash, frame.data(), frame.size());
    crypto_generichash_update(&hash, reinterpret_cast<const unsigned char*>(bytes.data()),
                              bytes.size());
}

HexDigest end(crypto_generichash_state& hash) {
    std::array<unsigned char, 32> raw{};
    crypto_generichash_final(&hash, raw.data(), raw.size());
    std::array<char, 65> text{};
    sodium_bin2hex(text.data(), text.size(), raw.data(), raw.size());
    HexDigest digits{};
    std::copy_n(text.begin(), digits.size(), digits.begin());
    return digits;
}

}  // namespace

struct Digest::State {
    crypto_generichash_state hash;
};

Digest::Digest() : state_(std::make_unique<State>()) { begin(state_->hash); }
Digest::~Digest() = default;
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;

Digest& Digest::part(std::string_view bytes) {
    add_part(state_->hash, bytes);
    return *this;
}

std::string Digest::hex() {
    const HexDigest digits = end(state_->hash);
    return {digits.data(), digits.size()};
}

std::string digest_of(std::string_view bytes) {
    const HexDigest digits = hex_digest_of(bytes);
    return {digits.data(), digits.size()};
}

HexDigest hex_digest_of(std::string_view bytes) {
    crypto_generichash_state hash;
    begin(hash);
    add_part(hash, bytes);
    return end(hash);
}

}  // namespace colo
