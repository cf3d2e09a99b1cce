// What allocations look like as text, and what of each only one can have. For those that come from
// a file: what generation hands out is well formed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intent/model/intent.h"

namespace colo {

/// The kind of that name; nothing where there is none.
std::optional<AllocationKind> read_allocation_kind(std::string_view text);
/// All names, in the order of the kinds.
std::vector<std::string> allocation_kind_names();

/// What it should look like, where it does not: `a place is R03 U23 1U front full, ...`. Whether
/// there is such a rack or port is not looked at.
std::optional<std::string> fault_of_form(const Allocation& allocation);

/// What it takes, where only one can have it: `R03 U23 front`, `leaf.R03.1:servers/7`, `label 86`,
/// `number leaf/3`. Addresses: claim_of_host(). The allocation must be well formed.
std::vector<std::string> claims_of(const Allocation& allocation);

/// The address that a host has in a prefix: `10.99.8.12 of servers/ipv4`, where the prefix of its
/// network is one of `prefixes`, which are sorted as Allocations are.
std::optional<std::string> claim_of_host(const Allocation& host, const Allocations& prefixes);

}  // namespace colo
