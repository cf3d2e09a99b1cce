// A fleet of sites, read, generated and checked on all processors from cold.
#pragma once

namespace colo::bench {

/// The address space of the measured sites holds no more.
inline constexpr int most_sites = 60;

/// Measures once and prints; the status of the program.
int run_fleet(int sites, bool as_json);

}  // namespace colo::bench
