// The described fields of objects as text, the way a plan shows them.
#pragma once

#include <fmt/format.h>

#include <concepts>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "intent/model/describe.h"
#include "intent/plan/plan.h"

namespace colo::plan {

inline std::string field_text(const std::string& text) { return text; }
inline std::string field_text(bool value) { return value ? "yes" : "no"; }
inline std::string field_text(std::int64_t value) { return std::to_string(value); }
std::string field_text(HalfUnits height);
/// To the milliwatt: a change must not hide in a rounded figure.
std::string field_text(Power power);
std::string field_text(const CableEnd& end);
std::string field_text(const SessionEnd& end);
std::string field_text(const Handoff& handoff);
std::string field_text(const std::vector<std::string>& names);
std::string field_text(const std::vector<ReservedUnits>& reserved);

template <class Tag>
std::string field_text(const Id<Tag>& id) {
    return id.value;
}

/// Quantities, addresses, prefixes and enumerations have a text of their own.
template <class T>
    requires requires(const T& value) { to_text(value); }
std::string field_text(const T& value) {
    return std::string(to_text(value));
}

/// Empty for null.
template <class T>
std::string field_text(const std::optional<T>& value) {
    return value ? field_text(*value) : std::string();
}

/// `R03 U23`, `R03` for a device beside the units, `no rack`; with `rear` where it is mounted so.
std::string place_text(const Device& device);

/// A visitor for `describe` that collects each field's name and text. Each figure of a rack's feeds
/// is a field of its own: `feeds.A.maximum_w`.
class FieldTexts {
public:
    template <class T>
    void operator()(const char* name, const T& value) {
        all_.emplace_back(name, field_text(value));
    }
    void operator()(const char* name, const Feeds& feeds);

    const std::vector<std::pair<std::string, std::string>>& all() const { return all_; }

private:
    std::vector<std::pair<std::string, std::string>> all_;
};

/// The fields whose texts differ; one that is on one side only is null on the other.
std::vector<FieldChange> differing_fields(const FieldTexts& before, const FieldTexts& after);

template <class T>
std::vector<FieldChange> differing_fields(const T& before, const T& after) {
    FieldTexts left, right;
    describe(left, before);
    describe(right, after);
    return differing_fields(left, right);
}

}  // namespace colo::plan
