#include <string>

#include "intent/store/schema.h"

namespace colo::store {

namespace {

using Statements = std::vector<std::string>;

void add_revisions(Statements& out) {
    out.emplace_back(
        "CREATE TABLE store (lineage TEXT NOT NULL PRIMARY KEY, epoch BIGINT NOT NULL)");
    out.emplace_back(R"(CREATE TABLE site (
    number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL UNIQUE, revision BIGINT NOT NULL))");
    out.emplace_back(R"(CREATE TABLE standard (
    name TEXT NOT NULL, version TEXT NOT NULL, digest TEXT NOT NULL,
    PRIMARY KEY (name, version)))");
    out.emplace_back(R"(CREATE TABLE revision (
    site BIGINT NOT NULL REFERENCES site (number), number BIGINT NOT NULL,
    at TEXT NOT NULL, author TEXT NOT NULL, reason TEXT NOT NULL, ticket TEXT NOT NULL,
    standard TEXT NOT NULL, standard_version TEXT NOT NULL, standard_digest TEXT NOT NULL,
    added BIGINT NOT NULL, changed BIGINT NOT NULL, removed BIGINT NOT NULL,
    intent_digest TEXT NOT NULL, previous_digest TEXT NOT NULL, record_digest TEXT NOT NULL,
    PRIMARY KEY (site, number)))");
    out.emplace_back(R"(CREATE TABLE revision_content (
    site BIGINT NOT NULL, revision BIGINT NOT NULL, content TEXT NOT NULL,
    entries BIGINT NOT NULL, digest TEXT NOT NULL,
    PRIMARY KEY (site, revision, content),
    FOREIGN KEY (site, revision) REFERENCES revision (site, number)))");
}

void add_what_revisions_carry(Statements& out) {
    out.emplace_back(R"(CREATE TABLE site_head (
    site BIGINT NOT NULL REFERENCES site (number), revision BIGINT NOT NULL,
    standard TEXT NOT NULL, standard_version TEXT NOT NULL, standard_digest TEXT NOT NULL,
    facility TEXT NOT NULL, city TEXT NOT NULL, timezone TEXT NOT NULL,
    budget TEXT NOT NULL, feed_loss TEXT NOT NULL,
    PRIMARY KEY (site, revision)))");
    out.emplace_back(R"(CREATE TABLE "exception" (
    site BIGINT NOT NULL REFERENCES site (number), revision BIGINT NOT NULL,
    position BIGINT NOT NULL,
    "on" TEXT NOT NULL, "set" TEXT NOT NULL, reason TEXT NOT NULL, "until" TEXT,
    PRIMARY KEY (site, revision, position)))");
    out.emplace_back(R"(CREATE TABLE origin (
    site BIGINT NOT NULL REFERENCES site (number), revision BIGINT NOT NULL,
    subject TEXT NOT NULL, rule_place TEXT NOT NULL, because_place TEXT NOT NULL,
    because_text TEXT NOT NULL,
    PRIMARY KEY (site, revision, subject)))");
}

void add_allocations(Statements& out) {
    out.emplace_back(R"(CREATE TABLE allocation (
    site BIGINT NOT NULL REFERENCES site (number), kind TEXT NOT NULL, identity TEXT NOT NULL,
    value TEXT NOT NULL, since BIGINT NOT NULL, "until" BIGINT,
    PRIMARY KEY (site, kind, identity, since)))");
    out.emplace_back("CREATE UNIQUE INDEX allocation_live ON allocation (site, kind, identity) "
                     "WHERE \"until\" IS NULL");
}

/// A table of objects: `since` is the revision that brought a row, `until` the one that ended it.
void add_objects(Statements& out, const std::string& table, const std::string& fields) {
    out.push_back("CREATE TABLE " + table + " (\n" +
                  "    site BIGINT NOT NULL REFERENCES site (number), since BIGINT NOT NULL,\n"
                  "    \"until\" BIGINT, digest TEXT NOT NULL, id TEXT NOT NULL,\n    " +
                  fields + ",\n    PRIMARY KEY (site, id, since))");
    out.push_back("CREATE UNIQUE INDEX " + table + "_live ON " + table +
                  " (site, id) WHERE \"until\" IS NULL");
}

void add_hardware(Statements& out) {
    add_objects(out, "racks", R"(name TEXT NOT NULL, "row" TEXT NOT NULL,
    position BIGINT NOT NULL, units BIGINT NOT NULL, width_mm BIGINT NOT NULL,
    depth_mm BIGINT NOT NULL, max_weight_g BIGINT, weight_g BIGINT NOT NULL, feeds TEXT NOT NULL)");
    add_objects(out, "devices", R"(name TEXT NOT NULL, number BIGINT NOT NULL, role TEXT,
    model TEXT NOT NULL, device_type TEXT NOT NULL, platform TEXT, rack TEXT, unit BIGINT,
    height_half_u BIGINT NOT NULL, face TEXT NOT NULL, depth TEXT NOT NULL, weight_g BIGINT,
    pair TEXT, serial TEXT, typical_mw BIGINT, maximum_mw BIGINT, rule TEXT NOT NULL)");
    add_objects(out, "interfaces", R"(device TEXT NOT NULL, name TEXT NOT NULL,
    type TEXT NOT NULL, speed_mbps BIGINT, mac TEXT, vlan TEXT, tagged_vlans TEXT NOT NULL,
    vrf TEXT, lag TEXT, cable TEXT, management_only BIGINT NOT NULL)");
    add_objects(out, "power_ports", R"(device TEXT NOT NULL, name TEXT NOT NULL,
    type TEXT NOT NULL, feed TEXT, cable TEXT)");
    add_objects(out, "outlets", R"(device TEXT NOT NULL, name TEXT NOT NULL,
    type TEXT NOT NULL, feed TEXT, phase TEXT, cable TEXT)");
    for (const char* table : {"console_ports", "console_server_ports"})
        add_objects(out, table,
                    "device TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, cable TEXT");
    add_objects(out, "panel_ports", R"(device TEXT NOT NULL, name TEXT NOT NULL,
    side TEXT NOT NULL, through TEXT, type TEXT NOT NULL, cable TEXT)");
}

void add_connections(Statements& out) {
    add_objects(out, "cables", R"(label TEXT NOT NULL, kind TEXT NOT NULL, media TEXT NOT NULL,
    length_mm BIGINT NOT NULL, route_length_mm BIGINT, colour TEXT, assembly TEXT,
    a_port TEXT, a_device TEXT, a_name TEXT, a_text TEXT,
    b_port TEXT, b_device TEXT, b_name TEXT, b_text TEXT, rule TEXT NOT NULL)");
    add_objects(out, "circuits", R"(kind TEXT NOT NULL, provider TEXT, side TEXT,
    media TEXT NOT NULL, speed_mbps BIGINT NOT NULL, handoff_place TEXT NOT NULL,
    handoff_device TEXT, handoff_port TEXT NOT NULL, cable TEXT)");
}

void add_network(Statements& out) {
    add_objects(out, "vlans", R"(vid BIGINT NOT NULL, name TEXT NOT NULL, scope TEXT NOT NULL,
    rule TEXT NOT NULL)");
    add_objects(out, "prefixes", R"(prefix TEXT NOT NULL, vrf TEXT, scope TEXT NOT NULL,
    vlan TEXT, gateway TEXT, pool TEXT, "unique" BIGINT NOT NULL, rule TEXT NOT NULL)");
    add_objects(out, "addresses", R"(address TEXT NOT NULL, vrf TEXT, device TEXT NOT NULL,
    interface TEXT NOT NULL, prefix TEXT NOT NULL, shared_by TEXT, dns_name TEXT,
    rule TEXT NOT NULL)");
    add_objects(out, "asns", "device TEXT NOT NULL, asn BIGINT NOT NULL, rule TEXT NOT NULL");
    add_objects(out, "sessions", R"(kind TEXT NOT NULL,
    a_device TEXT, a_text TEXT, a_address TEXT NOT NULL, a_asn BIGINT NOT NULL,
    b_device TEXT, b_text TEXT, b_address TEXT NOT NULL, b_asn BIGINT NOT NULL,
    rule TEXT NOT NULL)");
}

}  // namespace

database::Migration migration_1() {
    Statements statements;
    add_revisions(statements);
    add_what_revisions_carry(statements);
    add_allocations(statements);
    add_hardware(statements);
    add_connections(statements);
    add_network(statements);
    return {1, std::move(statements)};
}

}  // namespace colo::store
