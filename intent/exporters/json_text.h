// JSON values written straight into a text, quantities in the units of colo-intent/1.
#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "intent/base/id.h"
#include "intent/base/ip.h"
#include "intent/base/units.h"
#include "intent/model/objects.h"

namespace colo::exporters {

/// Appends a JSON string (RFC 8259); what is not UTF-8 becomes U+FFFD.
void append_json(std::string& out, std::string_view text);
inline void append_json(std::string& out, const std::string& text) {
    append_json(out, std::string_view(text));
}
inline void append_json(std::string& out, const char* text) {
    append_json(out, std::string_view(text));
}

inline void append_json(std::string& out, bool value) { out += value ? "true" : "false"; }

inline void append_json(std::string& out, std::int64_t number) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

/// A number of thousandths as a plain decimal: 2000 is `2`, 600 is `0.6`.
inline void append_json_thousandths(std::string& out, std::int64_t thousandths) {
    if (thousandths % 1000 == 0)
        append_json(out, thousandths / 1000);
    else
        out += thousandths_text(thousandths);
}

/// Watts, metres, kilograms, megabits a second, rack units.
inline void append_json(std::string& out, Power power) {
    append_json_thousandths(out, power.value);
}
inline void append_json(std::string& out, Length metres) {
    append_json_thousandths(out, metres.value);
}
inline void append_json(std::string& out, Mass mass) { append_json_thousandths(out, mass.value); }
inline void append_json(std::string& out, Speed speed) { append_json(out, speed.value); }
inline void append_json(std::string& out, HalfUnits height) { out += to_text(height); }

template <class Tag>
void append_json(std::string& out, const Id<Tag>& id) {
    append_json(out, std::string_view(id.value));
}

inline void append_json(std::string& out, const IpAddress& address) {
    append_json(out, to_text(address));
}
inline void append_json(std::string& out, const IpPrefix& prefix) {
    append_json(out, to_text(prefix));
}
inline void append_json(std::string& out, const IpInterface& interface) {
    append_json(out, to_text(interface));
}
template <class E>
    requires std::is_enum_v<E>
void append_json(std::string& out, E choice) {
    append_json(out, to_text(choice));
}

template <class T>
void append_json(std::string& out, const std::optional<T>& value) {
    if (value)
        append_json(out, *value);
    else
        out += "null";
}

inline void append_pairs(std::string&) {}
template <class T, class... Rest>
void append_pairs(std::string& out, std::string_view key, const T& value, const Rest&... rest) {
    out.append("\"").append(key).append("\": ");
    append_json(out, value);
    if (sizeof...(rest) > 0) out += ", ";
    append_pairs(out, rest...);
}

/// An object of keys and values in turn; the caller gives the keys sorted.
template <class... KeysAndValues>
void append_object(std::string& out, const KeysAndValues&... keys_and_values) {
    out += '{';
    append_pairs(out, keys_and_values...);
    out += '}';
}

}  // namespace colo::exporters
