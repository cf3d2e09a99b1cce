#include "intent/definition/scalars.h"

#include <algorithm>

namespace colo::definition {

namespace {

/// Longer numbers mean nothing in the language; products and sums of these hold in an intent.
constexpr std::size_t most_digits = 12;

std::optional<std::int64_t> plain_number(std::string_view text) {
    if (text.empty() || text.size() > most_digits) return std::nullopt;
    if (text.size() > 1 && text.front() == '0') return std::nullopt;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

}  // namespace

void say_bad_scalar(const Node& node, std::string code, const std::string& summary,
                    std::string hint, Diagnostics& out) {
    Diagnostic& problem = out.error(std::move(code), node.at, summary);
    problem.hint = std::move(hint);
    if (!node.parameter.empty())
        problem.notes = {{node.origin, fmt::format("parameter {} gives it", node.parameter)}};
}

std::optional<std::int64_t> read_integer(const Node& node, Diagnostics& out) {
    const std::string_view text = node.text;
    const bool negative = text.starts_with('-');
    if (!node.quoted)
        if (const auto value = plain_number(negative ? text.substr(1) : text))
            return negative ? -*value : *value;
    const bool digits = !text.empty() && std::all_of(text.begin(), text.end(),
                                                     [](char c) { return c >= '0' && c <= '9'; });
    std::string hint;
    if (node.quoted && digits)
        hint = "write it without quotes";
    else if (digits && text.front() == '0')
        hint = "write it without leading zeros";
    else if (digits && text.size() > most_digits)
        hint = "no number here has more than 12 digits";
    say_bad_scalar(node, "wrong-type", fmt::format("{} is not a whole number", text), hint, out);
    return std::nullopt;
}

std::optional<bool> Scalar<bool>::read(const Node& node, Diagnostics& out) {
    if (!node.quoted && node.text == "true") return true;
    if (!node.quoted && node.text == "false") return false;
    say_bad_scalar(node, "wrong-type", fmt::format("{} is neither true nor false", node.text), "",
                   out);
    return std::nullopt;
}

std::optional<IpPrefix> Scalar<IpPrefix>::read(const Node& node, Diagnostics& out) {
    if (const auto prefix = read_prefix(node.text)) return prefix;
    std::string hint = "write it like 10.21.0.0/18 or fd00:21::/40";
    if (const auto interface = read_interface(node.text))
        hint = fmt::format("host bits are set; the network is {}", to_text(interface->prefix()));
    say_bad_scalar(node, "wrong-type", fmt::format("{} is not a prefix", node.text), hint, out);
    return std::nullopt;
}

std::optional<IpAddress> Scalar<IpAddress>::read(const Node& node, Diagnostics& out) {
    if (const auto address = read_address(node.text)) return address;
    say_bad_scalar(node, "wrong-type", fmt::format("{} is not an address", node.text),
                   "write it like 192.0.2.1", out);
    return std::nullopt;
}

std::optional<IpInterface> Scalar<IpInterface>::read(const Node& node, Diagnostics& out) {
    if (const auto interface = read_interface(node.text)) return interface;
    say_bad_scalar(node, "wrong-type",
                   fmt::format("{} is not an address with its length", node.text),
                   "write it like 192.0.2.1/31", out);
    return std::nullopt;
}

std::optional<Range> Scalar<Range>::read(const Node& node, Diagnostics& out) {
    const std::string_view text = node.text;
    const std::size_t dash = text.find('-');
    const auto first = plain_number(text.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : plain_number(text.substr(dash + 1));
    if (first && last && *first <= *last) return Range{*first, *last};
    say_bad_scalar(node, "bad-range", fmt::format("{} is not a range of numbers", text),
                   "write it like 200-299", out);
    return std::nullopt;
}

}  // namespace colo::definition
