#include "intent/base/digest.h"

#include <sodium.h>

#include <array>
#include <cstdint>

namespace colo {

struct Digest::State {
    crypto_generichash_state hash;
};

Digest::Digest() : state_(std::make_unique<State>()) {
    crypto_generichash_init(&state_->hash, nullptr, 0, 32);
}
Digest::~Digest() = default;
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;

Digest& Digest::part(std::string_view bytes) {
    std::array<unsigned char, 8> frame{};
    for (std::size_t i = 0; i < frame.size(); ++i)
        frame[i] = static_cast<unsigned char>(static_cast<std::uint64_t>(bytes.size()) >> (8 * i));
    crypto_generichash_update(&state_->hash, frame.data(), frame.size());
    crypto_generichash_update(&state_->hash, reinterpret_cast<const unsigned char*>(bytes.data()),
                              bytes.size());
    return *this;
}

std::string Digest::hex() {
    std::array<unsigned char, 32> raw{};
    crypto_generichash_final(&state_->hash, raw.data(), raw.size());
    std::array<char, 65> text{};
    sodium_bin2hex(text.data(), text.size(), raw.data(), raw.size());
    return text.data();
}

std::string digest_of(std::string_view bytes) { return Digest().part(bytes).hex(); }

}  // namespace colo
