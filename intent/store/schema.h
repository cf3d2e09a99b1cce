// The store's tables, as the list of migrations that make them.
#pragma once

#include <string>
#include <vector>

#include "intent/database/migrations.h"

namespace colo::store {

/// The area's name in the database's list of schema versions.
inline constexpr const char* schema_area = "intent";

const std::vector<database::Migration>& migrations();

/// The names of all tables that the migrations make.
std::vector<std::string> tables_of_store();

/// The first tables. Released: its text does not change any more.
database::Migration migration_1();

/// What a site's address space is, and serial numbers by themselves: both are unique over all
/// sites.
database::Migration migration_2();

/// Units of racks that are reserved.
database::Migration migration_3();

/// Devices in bays of others, and cables that are pieces of a way.
database::Migration migration_4();

/// What a site offers other teams.
database::Migration migration_5();

/// The name of the try that made a revision, and ways to what one revision changed.
database::Migration migration_6();
database::Migration migration_7();

}  // namespace colo::store
