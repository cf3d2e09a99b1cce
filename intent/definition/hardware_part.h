// One map of a hardware file, read as loosely as the community writes it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "intent/base/diagnostic.h"
#include "intent/base/units.h"
#include "intent/definition/hardware_keys.h"
#include "intent/definition/yaml/node.h"

namespace colo::definition {

/// `did you mean NAME?`, or nothing. Where much is wrong with a file already, or there are very
/// many candidates, nothing is looked for: a hostile file must not cost more than its size.
std::string nearest_hint(std::string_view name, const std::vector<std::string>& candidates,
                         const Diagnostics& out);

/// The document or one of its parts, and where it stands. What is odd about a value is warned of,
/// and the value counts as not said.
class Part {
public:
    Part(const Node& document, Diagnostics& out) : node_(&document), out_(&out) {}
    Part(const Node& part, std::string_view section, std::size_t index, Diagnostics& out)
        : node_(&part), section_(section), index_(index), out_(&out) {}

    const Node& node() const { return *node_; }
    /// The value of a key, or nullptr where the file says nothing.
    const Node* find(std::string_view key) const;
    std::string text(std::string_view key) const;
    /// `true`, `false`, or what YAML 1.1 takes for them (its types repository, bool).
    bool flag(std::string_view key, bool otherwise) const;
    /// A decimal in thousandths.
    std::optional<std::int64_t> decimal(std::string_view key) const;
    /// A weight in the unit of `weight_unit`, else in kilograms.
    std::optional<Mass> weight(std::string_view key) const;

    Diagnostic& warning(std::string code, const SourceRange& at, std::string_view key,
                        std::string summary) const;
    void warn_unknown_keys(std::span<const std::string_view> known) const;
    /// How a key of this part is written as a path: `interfaces[3].name`.
    std::string path(std::string_view key) const;

private:
    const Node* node_;
    std::string_view section_;  ///< empty: the document itself
    std::size_t index_ = 0;
    Diagnostics* out_;
};

/// Every part of a section, in order, without those that hold nothing. A section that is no list is
/// an error.
void for_each_part(const Node& document, std::string_view section, Diagnostics& out,
                   const std::function<void(const Part&)>& use);

}  // namespace colo::definition
