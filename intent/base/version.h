// Semantic versions (semver.org 2.0.0), and what is asked of them: `>= 1.1, < 2`.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace colo {

/// `1.2.0`, `2.0.0-rc.1`. What a build adds after `+` counts for nothing and is not kept.
struct Version {
    std::array<std::int64_t, 3> numbers{};  ///< major, minor, patch
    std::vector<std::string> before;  ///< `rc`, `1`: a version before the one of these numbers

    std::int64_t major_number() const { return numbers[0]; }
    std::int64_t minor_number() const { return numbers[1]; }

    /// By precedence, as semver.org's clause 11 has it.
    std::strong_ordering operator<=>(const Version& other) const;
    bool operator==(const Version&) const = default;
};

/// Numbers that are left out are 0: `1.1` is `1.1.0`. Nothing for any other text.
std::optional<Version> read_version(std::string_view text);
std::string to_text(const Version& version);

enum class Comparison : std::uint8_t { at_least, more, equal, less, at_most, other };
std::string_view to_text(Comparison comparison);

/// `>= 1.1.0`.
struct VersionLimit {
    Comparison comparison{};
    Version version;

    bool holds(const Version& version) const;
    bool operator==(const VersionLimit&) const = default;
};

/// What is asked of a thing that has versions: its name, and limits that all hold.
struct VersionDemand {
    std::string name;
    std::vector<VersionLimit> limits;

    bool operator==(const VersionDemand&) const = default;
};
std::string to_text(const VersionDemand& demand);

/// A demand, or what is wrong with the text.
struct ReadDemand {
    VersionDemand demand;
    std::string error;  ///< empty when good
};
/// `standard >= 1.1, < 2`; a name alone asks for any version of it.
ReadDemand read_demand(std::string_view text);

/// Which of its numbers a version raised over an earlier one, the first that differs.
enum class Bump : std::uint8_t { none, patch, minor, major };
std::string_view to_text(Bump bump);
Bump bump_between(const Version& from, const Version& to);

}  // namespace colo
