#include "intent/plan/file_values.h"

#include <algorithm>
#include <limits>

#include "intent/base/utf8.h"

namespace colo::plan {

namespace {

bool is_harmless(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Character one = character_at(text, at);
        const bool control = one.code < 0x20 || (one.code >= 0x7F && one.code < 0xA0);
        if (control && one.code != '\n' && one.code != '\t') return false;
        at += one.bytes;
    }
    return true;
}

template <class T>
bool keep(const std::optional<T>& read, T& value) {
    if (read) value = *read;
    return read.has_value();
}

}  // namespace

bool read_value(const Json& json, bool& value) {
    if (json.is_boolean()) value = json.get<bool>();
    return json.is_boolean();
}

bool read_value(const Json& json, std::int64_t& value) {
    if (!json.is_number_integer()) return false;
    if (json.is_number_unsigned() &&
        json.get<std::uint64_t>() >
            static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return false;
    value = json.get<std::int64_t>();
    return is_in_range(value);
}

bool read_value(const Json& json, std::size_t& value) {
    std::int64_t number = 0;
    if (!read_value(json, number) || number < 0) return false;
    value = static_cast<std::size_t>(number);
    return true;
}

bool read_value(const Json& json, std::string& value) {
    const auto* const text = json.get_ptr<const std::string*>();
    if (!text || !is_harmless(*text)) return false;
    value = *text;
    return true;
}

bool read_value(const Json& json, IpAddress& value) {
    std::string text;
    return read_value(json, text) && keep(read_address(text), value);
}

bool read_value(const Json& json, IpPrefix& value) {
    std::string text;
    return read_value(json, text) && keep(read_prefix(text), value);
}

bool read_value(const Json& json, IpInterface& value) {
    std::string text;
    return read_value(json, text) && keep(read_interface(text), value);
}

}  // namespace colo::plan
