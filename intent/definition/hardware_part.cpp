#include "intent/definition/hardware_part.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "intent/base/names.h"

namespace colo::definition {

namespace {

template <std::size_t N>
bool is_one_of(const std::string& text, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

}  // namespace

std::string nearest_hint(std::string_view name, const std::vector<std::string>& candidates,
                         const Diagnostics& out) {
    constexpr std::size_t most_candidates = 256, most_problems = 500;
    if (candidates.size() > most_candidates || out.all().size() > most_problems) return {};
    const auto near = nearest_name(name, candidates);
    return near ? fmt::format("did you mean {}?", *near) : "";
}

const Node* Part::find(std::string_view key) const {
    const Node* found = node_->find(key);
    return found && found->kind != Node::Kind::null ? found : nullptr;
}

std::string Part::text(std::string_view key) const {
    const Node* found = find(key);
    if (!found) return {};
    if (found->is_scalar()) return found->text;
    warning("wrong-type", found->at, key,
            fmt::format("{} is {}, not a text, and is left out", key, kind_text(*found)));
    return {};
}

bool Part::flag(std::string_view key, bool otherwise) const {
    static constexpr std::array<std::string_view, 9> yes{"true", "True", "TRUE", "yes", "Yes",
                                                         "YES",  "on",   "On",   "ON"};
    static constexpr std::array<std::string_view, 9> no{"false", "False", "FALSE", "no", "No",
                                                        "NO",    "off",   "Off",   "OFF"};
    const std::string said = text(key);
    if (is_one_of(said, yes)) return true;
    if (is_one_of(said, no)) return false;
    if (!said.empty())
        warning("wrong-type", find(key)->at, key,
                fmt::format("{} is neither true nor false and is left out", key));
    return otherwise;
}

std::optional<std::int64_t> Part::decimal(std::string_view key) const {
    const Node* found = find(key);
    if (!found) return std::nullopt;
    const std::string text = found->text.starts_with('.') ? "0" + found->text : found->text;
    const auto value = found->is_scalar() ? read_thousandths(text) : std::nullopt;
    if (!value)
        warning("wrong-type", found->at, key,
                fmt::format("{} is not a number and is left out", key));
    return value;
}

std::optional<Mass> Part::weight(std::string_view key) const {
    const auto number = decimal(key);
    if (!number) return std::nullopt;
    const std::string unit = text("weight_unit");
    const auto mass = read_mass(thousandths_text(*number) + " " + (unit.empty() ? "kg" : unit));
    if (!mass)
        warning("bad-unit", find("weight_unit")->at, "weight_unit",
                fmt::format("{} is no unit of weight; the {} is left out", unit, key));
    return mass;
}

Diagnostic& Part::warning(std::string code, const SourceRange& at, std::string_view key,
                          std::string summary) const {
    Diagnostic& said = out_->warning(std::move(code), at, std::move(summary));
    said.key = path(key);
    return said;
}

void Part::warn_unknown_keys(std::span<const std::string_view> known) const {
    for (const Entry& entry : node_->entries) {
        if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
        warning("unknown-key", entry.key_at, entry.key,
                fmt::format("unknown key {} is not used", entry.key))
            .hint = nearest_hint(entry.key, {known.begin(), known.end()}, *out_);
    }
}

std::string Part::path(std::string_view key) const {
    if (section_.empty()) return std::string(key);
    return fmt::format("{}[{}]{}{}", section_, index_, key.empty() ? "" : ".", key);
}

void for_each_part(const Node& document, std::string_view section, Diagnostics& out,
                   const std::function<void(const Part&)>& use) {
    const Node* list = document.find(section);
    if (!list || list->kind == Node::Kind::null) return;
    if (!list->is_list()) {
        out.error("wrong-type", list->at, fmt::format("{} must be a list", section)).key = section;
        return;
    }
    for (std::size_t i = 0; i < list->items.size(); ++i)
        if (list->items[i].kind != Node::Kind::null) use({list->items[i], section, i, out});
}

}  // namespace colo::definition
