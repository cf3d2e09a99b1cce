// Allocations as a file, `colo-allocations/1`: for reviews, for CI without a store, and for sites
// that stood before colo came.
//
//     format: colo-allocations/1
//     site: ams1
//     revision: 7
//     allocations:
//       number:
//         leaf.R03.1: leaf/5
//       place:
//         leaf.R03.1: R03 U46 1U rear full
#pragma once

#include <filesystem>

#include "intent/definition/fields.h"
#include "intent/definition/yaml/reader.h"
#include "intent/model/intent.h"

namespace colo::definition {

/// Where the allocations are from: information, from which nothing follows.
struct AllocationsHead {
    std::string site;
    std::int64_t revision = 0;  ///< 0: of none
    std::string lineage;        ///< of the store; empty: of none
    std::int64_t epoch = 0;

    bool operator==(const AllocationsHead&) const = default;
};

/// The same head and allocations, the same bytes: kinds by name, identities in natural order.
std::string to_yaml(const AllocationsHead& head, const Allocations& allocations);

struct AllocationsFile {
    AllocationsHead head;
    At<std::string> site;
    std::vector<At<Allocation>> entries;  ///< sorted as Allocations are; `at` is the identity's

    Allocations allocations() const;
};

/// Ten thousand servers have some 300,000 allocations.
inline constexpr Limits of_allocations{64 * 1024 * 1024, 2'000'000};

/// Reads a file and says all that is wrong with it: what is no such file, values that cannot be
/// (`bad-allocation`), two that take one thing (`allocation-clash`). Empty when there are errors.
std::optional<AllocationsFile> read_allocations(const std::filesystem::path& path, Sources& sources,
                                                Diagnostics& out);

}  // namespace colo::definition
