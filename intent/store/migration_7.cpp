// What people call things by is found without looking at the rest.
#include "intent/store/schema.h"

namespace colo::store {

namespace {

/// An index on the live rows of a table that have a value in the column.
std::string names_of(const std::string& table, const std::string& column, bool may_be_null) {
    return "CREATE INDEX " + table + "_by_" + column + " ON " + table + " (site, " + column +
           ") WHERE \"until\" IS NULL" + (may_be_null ? " AND " + column + " IS NOT NULL" : "");
}

/// The ways that run through a device.
constexpr const char* ways_into = R"(CREATE INDEX cables_by_way_into ON cables (site, b_device)
    WHERE "until" IS NULL AND path IS NOT NULL)";

}  // namespace

database::Migration migration_7() {
    return {7,
            {names_of("devices", "name", false), names_of("devices", "rack", true),
             names_of("devices", "parent", true), names_of("cables", "label", false),
             names_of("cables", "path", true), names_of("addresses", "address", false),
             names_of("addresses", "interface", false), names_of("addresses", "dns_name", true),
             ways_into}};
}

}  // namespace colo::store
