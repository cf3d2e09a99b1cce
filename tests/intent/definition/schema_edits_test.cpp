// Editors and colo refuse the same mistakes, and accept the same uses of the language.
#include "tests/intent/definition/schema_and_reader.h"
#include "tests/trial.h"

namespace colo::tests {

TEST_F(SchemaAndReader, RefuseInASite) {
    const std::string lab1 = "site-definitions/lab1.yaml";
    const std::vector<std::pair<std::string, std::string>> edits{
        {"1070 mm", "1070"},
        {"1070 mm", "1070 W"},
        {"1070 mm", "-1070 mm"},
        {"1070 mm", "1.m"},
        {"units: 42", "units: 61"},
        {"units: 42", "units: 0"},
        {"units: 42, ", ""},
        {"A: 3 kW", "A: {power: 3 kW, phases: 2}"},
        {"A: 3 kW", "A: {power: 3 kW, derate: 101 %}"},
        {"A: 3 kW", "A: {phases: 3}"},
        {"A: 3 kW", "A: {power: 3 kW, phase: 3}"},
        {"depth: 1070 mm", "depth: 1070 mm, single-feed: no"},
        {"R[1-2]:", "R[1-x]:"},
        {"R[1-2]:", "\"R[1\":"},
        {"R[1-2]:", "R/1:"},
        {"R[1-2]:", "R[1,a/b]:"},
        {"R[1-2]/PP1", "R1"},
        {"R[1-2]/PP1", "R1/PP1/x"},
        {"model: panel-24", "model: panel-48"},
        {"unit: 42}", "unit: top}"},
        {"10.99.0.0/18", "10.99.0.0"},
        {"10.99.0.0/18", "10.99.0.0/33"},
        {"10.99.0.0/18", "10.999.0.0/18"},
        {"10.99.0.0/18", "\"fd00:98::/40\""},
        {"\"fd00:99::/40\"", "\"fd00:99::/129\""},
        {"\"fd00:99::/40\"", "10.98.0.0/18"},
        {", asn: 65099", ""},
        {"asn: 65099", "asn: AS65099"},
        {"kind: exchange", "kind: exchang"},
        {"exchange: simulator, ", ""},
        {"exchange: simulator", "provider: simulator"},
        {"provider: office, ", ""},
        {"side: A", "site: A"},
        {"speed: 10G", "speed: 10"},
        {"media: sm-10g", "media: sm-100g"},
        {"peer-asn: 65000", "peer-asn: \"65000\""},
        {"192.0.2.65/31", "192.0.2.65"},
        {"{rack: R1, panel", "{panel"},
        {"{rack: R1, panel", "{rack: R1, place: P, panel"},
        {"trading-servers: 6", "trading-servers: 481"},
        {"trading-servers: 6", "trading-servers: 0"},
        {"trading-servers: 6", "trading-servers: six"},
        {"  trading-servers: 6\n", ""},
        {"ptp: false", "ptp: no"},
        {"ptp: false", "pdu: pdu-3-phase"},
        {"ptp: false", "ptq: false"},
        {"ptp: false", "pdu: leaf-48x25"},
        {"ptp: false", "racks-per-leaf-pair: 3"},
        {"trading-colo 1.0.0", "trading-colo"},
        {"trading-colo 1.0.0", "trading-colo 9.0.0"},
        {"ptp: false",
         "ptp: false\nexceptions: [{on: {role: leaf}, set: {modle: mgmt-48x1}, reason: "
         "x}]"},
        {"colo-site/1", "colo-site/2"},
        {"site: lab1", "site: lab 1"},
        {"site: lab1", "sites: lab1"}};
    for (const auto& [from, to] : edits) {
        const TreeEdit edit = edited(lab1, from, to);
        EXPECT_FALSE(site_->accepts(edit.tree)) << edit.what;
        EXPECT_THAT(reader_on_site(edit.tree), testing::Not(testing::IsEmpty())) << edit.what;
    }
}

TEST_F(SchemaAndReader, RefuseInAStandard) {
    const std::vector<std::pair<std::string, std::string>> edits{
        {"type: count, minimum", "type: counter, minimum"},
        {"default: true", "default: yes"},
        {"default: 6", "default: six"},
        {"default: 6", "default: -6"},
        {"minimum: 1", "minimum: one"},
        {"within: row", "within: rack"},
        {"160 W", "160"},
        {"160 W", "160 kg"},
        {"19 kg", "19 mm"},
        {"units: zero", "units: none"},
        {"face: rear", "face: side"},
        {"order: 20", "order: early"},
        {"redundancy: pair", "redundancy: pairs"},
        {"member: 1", "member: 3"},
        {"count: 2", "count: -2"},
        {"budget: maximum", "budget: most"},
        {"at-least: 2", "at-least: two"},
        {"longest: 3 m", "longest: 3"},
        {"[1 m, 2 m, 3 m]", "[1 m, 2, 3 m]"},
        {"connect: mesh", "connect: all"},
        {"lag: true", "lag: 1"},
        {"not: self", "not: itself"},
        {"    media: [dac-25g, mm-25g]\n  bmc",
         "    media: [dac-25g, mm-25g]\n    via: {role: mgmt-switch, in: uplink}\n  bmc"},
        {"place: {units: bottom}", "place: {bay: Slot 1}"},
        {"place: {units: bottom}", "place: {in: {rule: leaf}}"},
        {"pick: nearest", "pick: near"},
        {", ports: peer}", "}"},
        {"role: leaf, member: 1, ", ""},
        {"optional: true                              #", "to-order: random #"},
        {"optional: true                              #", "kind: power #"},
        {"optional: true                              #", "parallel: 65 #"},
        {"optional: true                              #", "length: short #"},
        {"{within: ipv4, size: 22}\n  infra6", "{within: ipv4, size: /22}\n  infra6"},
        {"    ipv4: {within: ipv4, size: 22}", "    ipv4: {within: ipv4}"},
        {"kind: vrrp", "kind: hsrp"},
        {"vlan: 10\n", "vlan: {range: 299-x}\n"},
        {"host-routes: true ", "host-routes: 32 "},
        {"lower: to", "lower: from-device"},
        {"{space: asn}", "{space: as}"},
        {"kind: ibgp", "kind: bgp"},
        {"host-routes: true ", "host: {number: device, plus: 1} "},
        {"host-routes: true ", "host: {sum: [{number: device}], minus: 1} "},
        {"percent: 2", "percents: 2"},
        {"dual-stack, {name: ptp, ", "dual-stack, {nam: ptp, "},
        {"colo-standard/1", "colo-standard/2"},
        {"{parameter: pdu}", "{parameters: pdu}"},
        {"{parameter: ptp}", "{parameter: ptp, isnt: true}"}};
    for (const auto& [from, to] : edits) {
        const TreeEdit edit = edited(standard_file, from, to);
        EXPECT_FALSE(standard_->accepts(edit.tree)) << edit.what;
        EXPECT_THAT(reader_on_standard(edit.tree), testing::Not(testing::IsEmpty())) << edit.what;
    }
}

TEST_F(SchemaAndReader, AcceptInAStandardWhatTheShippedOneDoesNotUse) {
    const std::vector<std::pair<std::string, std::string>> edits{
        {"host-routes: true ", "host: {sum: [{number: device, minus: 1, times: {parameter: "
                               "racks-per-console}}, {value: 5}]} "},
        {"host-routes: true ", "host: {parameter: racks-per-console} "},
        {"vlan: 10\n", "vlan: {range: 10-19}\n"},
        {"vlan: 10\n", "vlan: {range: 10}\n"},
        {"per: {pair: leaf}", "per: leaf-group"},
        {"carries: [management]", "carries: management"},
        {"when: {parameter: ptp}", "when: {parameter: pdu, is: pdu-3phase-16a}"},
        {"optional: true                              #", "length: equal #"},
        {"    media: [dac-25g, mm-25g]\n  bmc", "    media: [dac-25g, mm-25g]\n    via: {role: "
                                                "console-server, pick: least-used, in: mgmt, out: "
                                                "console}\n  bmc"},
        {"optional: true                              #", "length: 3 m #"}};
    for (const auto& [from, to] : edits) {
        const TreeEdit edit = edited(standard_file, from, to);
        EXPECT_TRUE(standard_->accepts(edit.tree)) << edit.what;
        EXPECT_THAT(reader_on_standard(edit.tree), testing::IsEmpty()) << edit.what;
    }
}

TEST_F(SchemaAndReader, APatchedMediumIsAcceptedByTheSchema) {  // there is no panel to name
    EXPECT_TRUE(standard_->accepts(
        edited(standard_file, "fibre: om4-lc, longest: 100 m}",
               "fibre: om4-lc, longest: 100 m, via: {role: leaf, ports: servers, trunk: om4-lc}}")
            .tree));
}

TEST_F(SchemaAndReader, DifferOnlyWhereASchemaSeesLessThanTheText) {
    // How a number is written is gone when a schema looks at it: 010 and 0x10 are numbers there.
    // Sums and comparisons (host bits, the order in a range, two racks in one place) it cannot do.
    const std::vector<std::pair<std::string, std::string>> edits{
        {"trading-servers: 6", "trading-servers: 010"},
        {"trading-servers: 6", "trading-servers: 0x6"},
        {"ptp: false", "ptp: False"},
        {"10.99.0.0/18", "10.99.1.0/18"},
        {"\"fd00:99::/40\"", "\"fd00:99:::/40\""},
        {"R[1-2]:", "R[2-1]:"},
        {"R[1-2]: {", "R1: {units: 42, feeds: {A: 1 kW}, position: 1}\n  R[2-3]: {position: 1, "},
        {"192.0.2.65/31", "192.0.2.65/32"},
        {"3 kW", "9999999999 kW"}};
    for (const auto& [from, to] : edits) {
        const TreeEdit edit = edited("site-definitions/lab1.yaml", from, to);
        EXPECT_TRUE(site_->accepts(edit.tree)) << edit.what;
        EXPECT_THAT(reader_on_site(edit.tree), testing::Not(testing::IsEmpty())) << edit.what;
    }
    const TreeEdit parameter = edited(standard_file, "default: 6", "default: 13");
    EXPECT_TRUE(standard_->accepts(parameter.tree));  // its maximum is 12
    EXPECT_THAT(reader_on_standard(parameter.tree), testing::ElementsAre("out-of-range"));
}

TEST_F(SchemaAndReader, RefuseInAVersionThatStatesADifference) {
    const std::string lab1 =
        shipped_site("lab1", {{"standard: trading-colo 1.0.0", "standard: trading-colo 1.1.9"},
                              {"ptp: false", "capture-servers: 0"}});
    const auto text = [](const std::string& from, const std::string& to) {
        return shipped_standard("trading-colo/1.1.0",
                                {{"version: 1.1.0", "version: 1.1.9"}, {from, to}});
    };
    const auto accepted = [&](const std::string& whole) {
        return try_site(lab1, {}, {{"standards/trading-colo/1.1.9/standard.yaml", whole}})
            .outcome.has_value();
    };
    const Files unchanged{
        {"standards/trading-colo/1.1.9/standard.yaml", text("version: 1.1.9", "version: 1.1.9")}};
    EXPECT_EQ(try_site(lab1, {}, unchanged).diagnostics, "");
    const std::vector<std::pair<std::string, std::string>> edits{
        {"extends: trading-colo 1.0.0", "extends: trading-colo"},
        {"version: 1.1.9\n", ""},
        {"type: count", "type: counts"},
        {"default: 1", "defaults: 1"},
        {"near: {role", "nearby: {role"},
        {"connect: one-each", "connect: each"},
        {"  servers: {members:", "  servers: {member:"},
        {"not: rack", "not: row"},
        {"optional: true", "optional: 1"}};
    for (const auto& [from, to] : edits) {
        const std::string whole = text(from, to);
        EXPECT_FALSE(standard_->accepts(tree_of(whole))) << from << " becomes " << to;
        EXPECT_FALSE(accepted(whole)) << from << " becomes " << to;
    }
    const std::string incomplete = text("    name: \"{site}-cap-{n:02}\"\n", "");
    EXPECT_TRUE(standard_->accepts(tree_of(incomplete)));  // the version below could have the rest
    EXPECT_FALSE(accepted(incomplete));
}

}  // namespace colo::tests
