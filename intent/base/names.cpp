#include "intent/base/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "intent/base/id.h"

namespace colo {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter_or_digit(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The digits at `at`, without leading zeros.
std::string_view number_at(std::string_view text, std::size_t& at) {
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    std::string_view digits = text.substr(begin, at - begin);
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
    return digits;
}

/// Edits to get from one word to the other; swapping neighbours counts as one.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i)
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    return d[a.size()][b.size()];
}

struct Choice {
    std::vector<std::string> words;
    std::string error;
};

Choice range(std::string_view text) {
    const std::size_t dash = text.find('-');
    const std::string_view low = text.substr(0, dash);
    const std::string_view high = text.substr(dash + 1);
    const auto all_digits = [](std::string_view part) {
        return !part.empty() && part.size() <= 9 && std::all_of(part.begin(), part.end(), is_digit);
    };
    if (!all_digits(low) || !all_digits(high))
        return {{}, fmt::format("[{}] is not a range of numbers", text)};
    unsigned first = 0, last = 0;
    std::from_chars(low.data(), low.data() + low.size(), first);
    std::from_chars(high.data(), high.data() + high.size(), last);
    if (last < first) return {{}, fmt::format("[{}] counts down", text)};
    if (last - first >= most_names_of_a_list)
        return {{}, fmt::format("[{}] is more than {} names", text, most_names_of_a_list)};
    const std::size_t width = low.size() > 1 && low.front() == '0' ? low.size() : 0;
    Choice out;
    for (unsigned n = first; n <= last; ++n) out.words.push_back(fmt::format("{:0{}}", n, width));
    return out;
}

Choice choices(std::string_view bracket) {
    const std::string_view whole = bracket;
    Choice out;
    while (true) {
        const std::size_t comma = bracket.find(',');
        const std::string_view part = bracket.substr(0, comma);
        if (part.empty()) return {{}, fmt::format("[{}] has an empty part", whole)};
        Choice one = part.find('-') == std::string_view::npos ? Choice{{std::string(part)}, {}}
                                                              : range(part);
        if (!one.error.empty()) return one;
        out.words.insert(out.words.end(), one.words.begin(), one.words.end());
        if (comma == std::string_view::npos) return out;
        bracket.remove_prefix(comma + 1);
    }
}

std::vector<std::string> joined(const std::vector<std::string>& heads,
                                const std::vector<std::string>& tails) {
    std::vector<std::string> out;
    out.reserve(heads.size() * tails.size());
    for (const auto& head : heads)
        for (const auto& tail : tails) out.push_back(head + tail);
    return out;
}

}  // namespace

bool is_identity(std::string_view text) {
    return !text.empty() && text.size() <= 63 && is_letter_or_digit(text.front()) &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return is_letter_or_digit(c) || c == '.' || c == '-'; });
}

bool natural_less(std::string_view a, std::string_view b) {
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (is_digit(a[i]) && is_digit(b[j])) {
            const std::string_view x = number_at(a, i), y = number_at(b, j);
            if (x.size() != y.size()) return x.size() < y.size();
            if (x != y) return x < y;
            continue;
        }
        if (a[i] != b[j])
            return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
        ++i;
        ++j;
    }
    const bool a_done = i == a.size(), b_done = j == b.size();
    if (a_done != b_done) return a_done;
    return a < b;
}

std::optional<std::string> nearest_name(std::string_view name,
                                        const std::vector<std::string>& candidates) {
    if (name.size() > 100) return std::nullopt;
    const std::size_t far = std::max<std::size_t>(1, std::min<std::size_t>(name.size() / 3 + 1, 4));
    std::optional<std::string> best;
    std::size_t best_distance = far + 1;
    for (const auto& candidate : candidates) {
        if (candidate.size() > 100) continue;
        const std::size_t here = distance(name, candidate);
        if (here >= best_distance) continue;
        best_distance = here;
        best = candidate;
    }
    return best;
}

NameList expand_names(std::string_view text) {
    std::vector<std::string> out{""};
    while (!text.empty()) {
        const std::size_t open = text.find('[');
        const std::string_view plain = text.substr(0, open);
        if (plain.find(']') != std::string_view::npos) return {{}, "] without ["};
        if (!plain.empty()) out = joined(out, {std::string(plain)});
        if (open == std::string_view::npos) break;
        const std::size_t close = text.find(']', open);
        if (close == std::string_view::npos) return {{}, "a bracket is not closed"};
        const std::string_view inside = text.substr(open + 1, close - open - 1);
        if (inside.find('[') != std::string_view::npos) return {{}, "a bracket inside a bracket"};
        const Choice choice = choices(inside);
        if (!choice.error.empty()) return {{}, choice.error};
        if (out.size() * choice.words.size() > most_names_of_a_list)
            return {{}, fmt::format("more than {} names", most_names_of_a_list)};
        out = joined(out, choice.words);
        text.remove_prefix(close + 1);
    }
    return {std::move(out), {}};
}

std::string with_thousands(std::size_t count) {
    std::string digits = std::to_string(count);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

std::string count_of(std::size_t count, std::string_view singular, std::string_view plural) {
    if (count == 1) return fmt::format("1 {}", singular);
    return plural.empty() ? fmt::format("{} {}s", with_thousands(count), singular)
                          : fmt::format("{} {}", with_thousands(count), plural);
}

}  // namespace colo
