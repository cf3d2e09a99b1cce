// The project that is measured: one standard, one site of any number of servers, as YAML on disk.
#pragma once

#include <filesystem>
#include <vector>

namespace colo::bench {

/// Writes a project into an empty folder: a standard with its hardware and the site `bench`. Rows
/// of 20 racks; a rack holds 20 servers of 6 cables each, a leaf pair, a management switch and two
/// strips; a row has two spines and a console server for each 10 racks. Dual stack, BGP to the
/// spines. Returns the path of the site definition.
std::filesystem::path write_project(const std::filesystem::path& folder, int servers);

/// The devices of each site of a fleet: 67 servers in 4 racks, and what these have.
inline constexpr int devices_a_site = 90;

/// Writes a project of that many sites of 90 devices on the same standard, each with an address
/// space of its own. Returns the paths of the site definitions.
std::vector<std::filesystem::path> write_fleet(const std::filesystem::path& folder, int sites);

}  // namespace colo::bench
