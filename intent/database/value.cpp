#include "intent/database/value.h"

#include <charconv>

#include "intent/base/result.h"

namespace colo::database {

std::int64_t integer(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
    const std::string& digits = text(value);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    COLO_ASSERT(error == std::errc{} && end == digits.data() + digits.size(), "not a number");
    return number;
}

const std::string& text(const Value& value) {
    const auto* found = std::get_if<std::string>(&value);
    COLO_ASSERT(found != nullptr, "not a text");
    return *found;
}

}  // namespace colo::database
