#include "intent/store/schema.h"

namespace colo::store {

namespace {

constexpr const char* tables[] = {"racks",
                                  "devices",
                                  "interfaces",
                                  "power_ports",
                                  "outlets",
                                  "console_ports",
                                  "console_server_ports",
                                  "panel_ports",
                                  "cables",
                                  "circuits",
                                  "vlans",
                                  "prefixes",
                                  "addresses",
                                  "asns",
                                  "sessions"};

/// What a revision brought and what it ended is found without looking at the rest.
void add_history(std::vector<std::string>& out, const std::string& table) {
    out.push_back("CREATE INDEX " + table + "_since ON " + table + " (site, since)");
    out.push_back("CREATE INDEX " + table + "_until ON " + table +
                  " (site, \"until\") WHERE \"until\" IS NOT NULL");
}

}  // namespace

database::Migration migration_6() {
    std::vector<std::string> statements{
        "ALTER TABLE revision ADD COLUMN attempt TEXT NOT NULL DEFAULT ''"};
    for (const char* table : tables) add_history(statements, table);
    add_history(statements, "allocation");
    return {6, std::move(statements)};
}

}  // namespace colo::store
