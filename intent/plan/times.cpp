// When a saved plan expires.
#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <string>

#include "intent/plan/plan_file.h"

namespace colo::plan {

namespace {

using std::chrono::sys_days;
using std::chrono::sys_seconds;

/// The number that stands at these places.
std::optional<int> number_at(std::string_view text, std::size_t at, std::size_t digits) {
    int out = 0;
    const char* const end = text.data() + at + digits;
    const auto [stop, error] = std::from_chars(text.data() + at, end, out);
    if (error != std::errc{} || stop != end || text[at] == '-') return {};
    return out;
}

/// `2026-11-21T09:42:00Z`.
std::optional<sys_seconds> read_time(std::string_view text) {
    constexpr std::string_view pattern = "0000-00-00T00:00:00Z";
    if (text.size() != pattern.size()) return {};
    for (std::size_t i = 0; i < text.size(); ++i)
        if (pattern[i] != '0' && text[i] != pattern[i]) return {};
    const auto year = number_at(text, 0, 4), month = number_at(text, 5, 2);
    const auto day = number_at(text, 8, 2), hour = number_at(text, 11, 2);
    const auto minute = number_at(text, 14, 2), second = number_at(text, 17, 2);
    if (!year || !month || !day || !hour || !minute || !second) return {};
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok() || *hour > 23 || *minute > 59 || *second > 59) return {};
    return sys_days(date) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
           std::chrono::seconds(*second);
}

std::string text_of(sys_seconds time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

}  // namespace

std::string later(const std::string& utc, std::int64_t seconds) {
    const auto time = read_time(utc);
    return time ? text_of(*time + std::chrono::seconds(seconds)) : "";
}

bool has_expired(const SavedPlan& saved, std::string_view now_utc) {
    return now_utc >= saved.expires_at;  // of one form, so that texts compare as times
}

std::optional<std::int64_t> read_duration(std::string_view text) {
    constexpr std::int64_t minute = 60, hour = 60 * minute, day = 24 * hour, week = 7 * day;
    constexpr std::int64_t longest = 3653 * day;
    if (text.size() < 2 || text.front() == '-') return {};
    std::int64_t unit = 0;
    switch (text.back()) {
        case 'm': unit = minute; break;
        case 'h': unit = hour; break;
        case 'd': unit = day; break;
        case 'w': unit = week; break;
        default: return {};
    }
    std::int64_t count = 0;
    const std::string digits(text.substr(0, text.size() - 1));
    const char* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, count);
    if (error != std::errc{} || stop != end || count < 1 || count > longest / unit) return {};
    return count * unit;
}

}  // namespace colo::plan
