// The project that is measured: one standard, one site of any number of servers, as YAML on disk.
#pragma once

#include <filesystem>

namespace colo::bench {

/// Writes a project into an empty folder: a standard with its hardware and the site `bench`. Rows
/// of 20 racks; a rack holds 20 servers of 6 cables each, a leaf pair, a management switch and two
/// strips; a row has two spines and a console server for each 10 racks. Dual stack, BGP to the
/// spines. Returns the path of the site definition.
std::filesystem::path write_project(const std::filesystem::path& folder, int servers);

}  // namespace colo::bench
