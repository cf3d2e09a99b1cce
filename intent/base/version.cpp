#include "intent/base/version.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "intent/base/id.h"

namespace colo {

namespace {

bool is_number(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::int64_t> read_number(std::string_view text) {
    std::int64_t number = 0;
    const bool leading_zero = text.size() > 1 && text.front() == '0';
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (!is_number(text) || leading_zero || error != std::errc{}) return std::nullopt;
    return number;
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (std::size_t end = text.find(at); end != std::string_view::npos; end = text.find(at)) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    parts.push_back(text);
    return parts;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Numbers before words, numbers by their value, words by their letters.
std::strong_ordering compare_parts(const std::string& a, const std::string& b) {
    if (is_number(a) != is_number(b))
        return is_number(a) ? std::strong_ordering::less : std::strong_ordering::greater;
    if (is_number(a) && a.size() != b.size()) return a.size() <=> b.size();
    return a <=> b;
}

struct Sign {
    std::string_view text;
    Comparison comparison;
};
// Those that begin with another one stand before it.
constexpr Sign signs[] = {{">=", Comparison::at_least}, {"<=", Comparison::at_most},
                          {"!=", Comparison::other},    {"==", Comparison::equal},
                          {">", Comparison::more},      {"<", Comparison::less},
                          {"=", Comparison::equal}};

struct ReadLimit {
    VersionLimit limit;
    std::string error;
};

ReadLimit read_limit(std::string_view text) {
    text = trimmed(text);
    for (const Sign& sign : signs) {
        if (!text.starts_with(sign.text)) continue;
        const std::string_view rest = trimmed(text.substr(sign.text.size()));
        if (const auto version = read_version(rest)) return {{sign.comparison, *version}, ""};
        return {{},
                rest.empty() ? fmt::format("{} compares with nothing", sign.text)
                             : fmt::format("{} is not a version", rest)};
    }
    return {{},
            text.empty() ? "a comparison is empty" : fmt::format("{} is not a comparison", text)};
}

}  // namespace

std::strong_ordering Version::operator<=>(const Version& other) const {
    if (const auto order = numbers <=> other.numbers; order != 0) return order;
    if (before.empty() != other.before.empty())
        return before.empty() ? std::strong_ordering::greater : std::strong_ordering::less;
    return std::lexicographical_compare_three_way(
        before.begin(), before.end(), other.before.begin(), other.before.end(), compare_parts);
}

std::optional<Version> read_version(std::string_view text) {
    Version version;
    text = text.substr(0, text.find('+'));
    if (const auto dash = text.find('-'); dash != std::string_view::npos) {
        for (const std::string_view part : split(text.substr(dash + 1), '.')) {
            if (!is_identity(part) || (is_number(part) && !read_number(part))) return std::nullopt;
            version.before.emplace_back(part);
        }
        text = text.substr(0, dash);
    }
    const auto parts = split(text, '.');
    if (parts.size() > version.numbers.size()) return std::nullopt;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto number = read_number(parts[i]);
        if (!number) return std::nullopt;
        version.numbers[i] = *number;
    }
    return version;
}

std::string to_text(const Version& version) {
    return fmt::format("{}{}{}", fmt::join(version.numbers, "."), version.before.empty() ? "" : "-",
                       fmt::join(version.before, "."));
}

std::string_view to_text(Comparison comparison) {
    switch (comparison) {
        case Comparison::at_least: return ">=";
        case Comparison::more: return ">";
        case Comparison::equal: return "=";
        case Comparison::less: return "<";
        case Comparison::at_most: return "<=";
        case Comparison::other: return "!=";
    }
    return "";
}

bool VersionLimit::holds(const Version& it) const {
    switch (comparison) {
        case Comparison::at_least: return it >= version;
        case Comparison::more: return it > version;
        case Comparison::equal: return it == version;
        case Comparison::less: return it < version;
        case Comparison::at_most: return it <= version;
        case Comparison::other: return it != version;
    }
    return false;
}

std::string to_text(const VersionDemand& demand) {
    std::string text = demand.name;
    for (const VersionLimit& limit : demand.limits)
        text += fmt::format("{} {} {}", &limit == &demand.limits.front() ? "" : ",",
                            to_text(limit.comparison), to_text(limit.version));
    return text;
}

ReadDemand read_demand(std::string_view text) {
    text = trimmed(text);
    const std::size_t end = text.find_first_of("<>=! \t,");
    ReadDemand read;
    read.demand.name = text.substr(0, end);
    if (!is_identity(read.demand.name))
        return {{},
                read.demand.name.empty()
                    ? "it names no standard"
                    : fmt::format("{} is not a standard's name", read.demand.name)};
    const std::string_view rest = trimmed(text.substr(std::min(end, text.size())));
    if (rest.empty()) return read;
    for (const std::string_view part : split(rest, ',')) {
        ReadLimit limit = read_limit(part);
        if (!limit.error.empty()) return {{}, std::move(limit.error)};
        read.demand.limits.push_back(std::move(limit.limit));
    }
    return read;
}

std::string_view to_text(Bump bump) {
    switch (bump) {
        case Bump::none: return "none";
        case Bump::patch: return "patch";
        case Bump::minor: return "minor";
        case Bump::major: return "major";
    }
    return "";
}

Bump bump_between(const Version& from, const Version& to) {
    constexpr std::array bumps{Bump::major, Bump::minor, Bump::patch};
    for (std::size_t i = 0; i < bumps.size(); ++i)
        if (from.numbers[i] != to.numbers[i]) return bumps[i];
    return Bump::none;
}

}  // namespace colo
