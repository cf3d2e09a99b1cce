#include "intent/database/value.h"

#include <charconv>

namespace colo::database {

std::int64_t integer(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
    const std::string& digits = text(value);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc{} && end == digits.data() + digits.size() ? number : 0;
}

const std::string& text(const Value& value) {
    static const std::string nothing;
    const auto* found = std::get_if<std::string>(&value);
    return found == nullptr ? nothing : *found;
}

std::string text(Value&& value) {
    auto* found = std::get_if<std::string>(&value);
    return found == nullptr ? std::string() : std::move(*found);
}

}  // namespace colo::database
