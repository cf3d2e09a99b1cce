// Editors and colo must say the same of a file: what the schemas accept, the reader accepts, but for
// what a schema cannot say. Those things are listed here, each with its reason.
#include <gmock/gmock.h>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "intent/definition/library.h"
#include "intent/definition/references.h"
#include "intent/definition/schemas.h"
#include "intent/definition/site_reader.h"
#include "tests/golden.h"
#include "tests/intent/definition/yaml_tree.h"

namespace colo::tests {

namespace {

using definition::Node;
using nlohmann::json;
using valijson::adapters::NlohmannJsonAdapter;

const std::string standard_file = "standards/trading-colo/1.0.0/standard.yaml";

/// What the reader may refuse although the schema accepts it, by code, and why. Nothing else is
/// allowed to differ.
const std::map<std::string, std::string> beyond_a_schema{
    {"unknown-role", "a reference to another entry"},
    {"unknown-model", "a reference to another entry"},
    {"unknown-scope", "a reference to a group"},
    {"unknown-port-group", "a reference into the model of a role"},
    {"unknown-network", "a reference to another entry"},
    {"unknown-media", "a reference to another entry"},
    {"unknown-medium", "a reference to another entry"},
    {"unknown-circuit-kind", "a reference to another entry"},
    {"unknown-cabling", "a reference to another entry"},
    {"unknown-pool", "a reference to another entry"},
    {"unknown-parameter", "a reference to another entry"},
    {"unknown-rack", "a reference to another entry"},
    {"unknown-panel", "a reference to a pair of entries"},
    {"unknown-place", "a reference to another entry"},
    {"pair-incomplete", "whether a count is even is asked of pairs alone"},
    {"position-taken", "two entries are compared"},
    {"circuit-incomplete", "entries with a certain value are counted"},
    {"parameter-missing", "of a standard: it is the site that does not set it"},
    {"not-supported", "the language has it, this version does not carry it out yet"},
};

class JsonSchema {
public:
    explicit JsonSchema(const nlohmann::ordered_json& schema) {
        const json plain = json::parse(schema.dump());
        valijson::SchemaParser(valijson::SchemaParser::kDraft7)
            .populateSchema(NlohmannJsonAdapter(plain), schema_);
    }
    bool accepts(const Node& tree) {
        const json document = as_json(tree);
        return valijson::Validator().validate(schema_, NlohmannJsonAdapter(document), nullptr);
    }

private:
    valijson::Schema schema_;
};

/// The reader as `colo validate` uses it on lab1, and the two schemas.
class SchemaAndReader : public testing::Test {
protected:
    SchemaAndReader() : standard_tree_(read_tree(standard_file)) {
        const definition::Project project{COLO_SOURCE_DIR};
        Sources sources;
        Diagnostics problems;
        const auto lab1 =
            definition::load_site(project, project.definition("lab1"), sources, problems);
        const auto declared =
            definition::read_declarations(project, {"trading-colo", "1.0.0"}, sources, problems);
        EXPECT_FALSE(problems.has_errors()) << to_text(problems, sources, false);
        inputs_ = *lab1;
        inputs_.site.parameters.erase("ptp");  // so that its default counts
        site_.emplace(definition::site_schema(*declared));
        standard_.emplace(definition::standard_schema());
    }

    /// Codes of all that the reader refuses.
    std::vector<std::string> reader_on_standard(const Node& tree) const {
        Diagnostics problems;
        const auto standard = definition::read_standard(tree, inputs_.site, problems);
        definition::check_references(standard, inputs_.site, inputs_.hardware, problems);
        return codes(tree, problems);
    }
    std::vector<std::string> reader_on_site(const Node& tree) const {
        Diagnostics problems;
        const auto site = definition::read_site(tree, problems);
        if (!site.has_blanks && site.standard.given()) {
            definition::read_standard(standard_tree_, site, problems);
            definition::check_references(inputs_.standard, site, inputs_.hardware, problems);
        }
        auto found = codes(tree, problems);
        if (site.standard.given() &&
            site.standard->name + site.standard->version != "trading-colo1.0.0")
            found.emplace_back("unknown-standard");
        return found;
    }

    static std::vector<std::string> codes(const Node& tree, const Diagnostics& problems) {
        std::vector<std::string> found;
        for (const Diagnostic& one : problems.all())
            if (one.severity == Severity::error) found.push_back(one.code);
        if (as_json(tree).dump().find("null") != std::string::npos)
            found.emplace_back("null-value");  // refused where the text is read
        return found;
    }

    /// Empty when they agree, else what they say.
    static std::string compare(const Edit& edit, bool schema_accepts,
                               const std::vector<std::string>& codes) {
        if (!schema_accepts) return codes.empty() ? "the schema alone refuses it" : "";
        const bool of_parameter = edit.what.starts_with("/parameters/");  // limits and a default
        const auto beyond = [&](const std::string& code) {
            return beyond_a_schema.contains(code) || (of_parameter && code == "out-of-range");
        };
        if (std::all_of(codes.begin(), codes.end(), beyond)) return "";
        return "the reader alone refuses it: " + testing::PrintToString(codes);
    }

    void agree_on_standards(const std::vector<Edit>& edits) {
        for (const Edit& edit : edits)
            EXPECT_EQ(compare(edit, standard_->accepts(edit.tree), reader_on_standard(edit.tree)), "")
                << edit.what;
    }
    void agree_on_sites(const std::vector<Edit>& edits) {
        for (const Edit& edit : edits)
            EXPECT_EQ(compare(edit, site_->accepts(edit.tree), reader_on_site(edit.tree)), "")
                << edit.what;
    }

    /// A shipped file's text with one piece replaced, as an edit.
    static Edit edited(const std::string& file, const std::string& from, const std::string& to) {
        std::string text = read_golden(std::string(COLO_SOURCE_DIR) + "/" + file);
        const std::size_t at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        return {from + " becomes " + to, tree_of(text.replace(at, from.size(), to))};
    }

    Node standard_tree_;
    definition::Inputs inputs_;
    std::optional<JsonSchema> site_, standard_;
};

bool is_long() { return std::getenv("COLO_LONG") && *std::getenv("COLO_LONG"); }

}  // namespace

TEST_F(SchemaAndReader, AcceptEveryShippedFile) {
    EXPECT_TRUE(standard_->accepts(standard_tree_));
    EXPECT_THAT(reader_on_standard(standard_tree_), testing::IsEmpty());
    for (const char* site : {"site-definitions/lab1.yaml", "site-definitions/ams1.yaml"}) {
        EXPECT_TRUE(site_->accepts(read_tree(site))) << site;
        EXPECT_THAT(reader_on_site(read_tree(site)), testing::IsEmpty()) << site;
    }
}

TEST_F(SchemaAndReader, AgreeOnAStandardWithAnyValueOfAnotherType) {
    agree_on_standards(values_replaced(standard_tree_, is_long()));
}
TEST_F(SchemaAndReader, AgreeOnAStandardWithAnyKeyMisspelt) {
    agree_on_standards(keys_misspelt(standard_tree_));
}
TEST_F(SchemaAndReader, AgreeOnAStandardWithAnyKeyLeftOut) {
    agree_on_standards(keys_removed(standard_tree_));
}
TEST_F(SchemaAndReader, AgreeOnASiteWithAnyValueOfAnotherType) {
    agree_on_sites(values_replaced(read_tree("site-definitions/lab1.yaml"), true));
}
TEST_F(SchemaAndReader, AgreeOnASiteWithAnyKeyMisspelt) {
    agree_on_sites(keys_misspelt(read_tree("site-definitions/lab1.yaml")));
}
TEST_F(SchemaAndReader, AgreeOnASiteWithAnyKeyLeftOut) {
    agree_on_sites(keys_removed(read_tree("site-definitions/lab1.yaml")));
}

TEST_F(SchemaAndReader, RefuseABlankWhereverItStands) {
    for (const Edit& edit :
         scalars_replaced(read_tree("site-definitions/lab1.yaml"), *tree_of("x: <how many>").find("x"))) {
        EXPECT_FALSE(site_->accepts(edit.tree)) << edit.what;
        EXPECT_THAT(reader_on_site(edit.tree), testing::ElementsAre("not-filled-in")) << edit.what;
    }
}

TEST_F(SchemaAndReader, LetAParameterGiveAnyValueOfAStandard) {
    for (const Edit& edit : scalars_replaced(standard_tree_, tree_of("{parameter: ptp}"))) {
        const bool declares = edit.what.starts_with("/parameters/");
        const bool inside = edit.what.find("/parameter ") != std::string::npos ||
                            edit.what.find("/space ") != std::string::npos;
        EXPECT_EQ(standard_->accepts(edit.tree), !declares && !inside) << edit.what;
    }
    Node site = read_tree("site-definitions/lab1.yaml");
    *site.find("site") = tree_of("{parameter: ptp}");
    EXPECT_FALSE(site_->accepts(site));
}

TEST_F(SchemaAndReader, RefuseInASite) {
    const std::string lab1 = "site-definitions/lab1.yaml";
    const std::vector<std::pair<std::string, std::string>> edits{
        {"1070 mm", "1070"}, {"1070 mm", "1070 W"}, {"1070 mm", "-1070 mm"}, {"1070 mm", "1.m"},
        {"units: 42", "units: 61"}, {"units: 42", "units: 0"}, {"units: 42, ", ""},
        {"A: 3 kW", "A: {power: 3 kW, phases: 2}"}, {"A: 3 kW", "A: {power: 3 kW, derate: 101 %}"},
        {"A: 3 kW", "A: {phases: 3}"}, {"A: 3 kW", "A: {power: 3 kW, phase: 3}"},
        {"depth: 1070 mm", "depth: 1070 mm, single-feed: no"},
        {"R[1-2]:", "R[1-x]:"}, {"R[1-2]:", "\"R[1\":"}, {"R[1-2]:", "R/1:"}, {"R[1-2]:", "R[1,a/b]:"},
        {"R[1-2]/PP1", "R1"}, {"R[1-2]/PP1", "R1/PP1/x"},
        {"model: panel-24", "model: panel-48"}, {"unit: 42}", "unit: top}"},
        {"10.99.0.0/18", "10.99.0.0"}, {"10.99.0.0/18", "10.99.0.0/33"},
        {"10.99.0.0/18", "10.999.0.0/18"}, {"10.99.0.0/18", "\"fd00:98::/40\""},
        {"\"fd00:99::/40\"", "\"fd00:99::/129\""}, {"\"fd00:99::/40\"", "10.98.0.0/18"},
        {", asn: 65099", ""}, {"asn: 65099", "asn: AS65099"},
        {"kind: exchange", "kind: exchang"}, {"exchange: simulator, ", ""},
        {"exchange: simulator", "provider: simulator"}, {"provider: office, ", ""},
        {"side: A", "site: A"}, {"speed: 10G", "speed: 10"}, {"media: sm-10g", "media: sm-100g"},
        {"peer-asn: 65000", "peer-asn: \"65000\""}, {"192.0.2.65/31", "192.0.2.65"},
        {"{rack: R1, panel", "{panel"}, {"{rack: R1, panel", "{rack: R1, place: P, panel"},
        {"trading-servers: 6", "trading-servers: 481"}, {"trading-servers: 6", "trading-servers: 0"},
        {"trading-servers: 6", "trading-servers: six"}, {"  trading-servers: 6\n", ""},
        {"ptp: false", "ptp: no"}, {"ptp: false", "pdu: pdu-3-phase"}, {"ptp: false", "ptq: false"},
        {"ptp: false", "pdu: leaf-48x25"}, {"ptp: false", "racks-per-leaf-pair: 3"},
        {"trading-colo 1.0.0", "trading-colo"}, {"trading-colo 1.0.0", "trading-colo 9.0.0"},
        {"colo-site/1", "colo-site/2"}, {"site: lab1", "site: lab 1"}, {"site: lab1", "sites: lab1"}};
    for (const auto& [from, to] : edits) {
        const Edit edit = edited(lab1, from, to);
        EXPECT_FALSE(site_->accepts(edit.tree)) << edit.what;
        EXPECT_THAT(reader_on_site(edit.tree), testing::Not(testing::IsEmpty())) << edit.what;
    }
}

TEST_F(SchemaAndReader, RefuseInAStandard) {
    const std::vector<std::pair<std::string, std::string>> edits{
        {"type: count, minimum", "type: counter, minimum"}, {"default: true", "default: yes"},
        {"default: 6", "default: six"}, {"default: 6", "default: -6"}, {"minimum: 1", "minimum: one"},
        {"within: row", "within: rack"}, {"160 W", "160"}, {"160 W", "160 kg"}, {"19 kg", "19 mm"},
        {"units: zero", "units: none"}, {"face: rear", "face: side"}, {"order: 20", "order: early"},
        {"redundancy: pair", "redundancy: pairs"}, {"member: 1", "member: 3"}, {"count: 2", "count: -2"},
        {"budget: maximum", "budget: most"}, {"at-least: 2", "at-least: two"},
        {"longest: 3 m", "longest: 3"}, {"[1 m, 2 m, 3 m]", "[1 m, 2, 3 m]"},
        {"connect: mesh", "connect: all"}, {"lag: true", "lag: 1"}, {"not: self", "not: itself"},
        {"pick: nearest", "pick: near"}, {", ports: peer}", "}"}, {"role: leaf, member: 1, ", ""},
        {"optional: true                              #", "to-order: random #"},
        {"optional: true                              #", "kind: power #"},
        {"optional: true                              #", "parallel: 65 #"},
        {"optional: true                              #", "length: short #"},
        {"{within: ipv4, size: 22}\n  infra6", "{within: ipv4, size: /22}\n  infra6"},
        {"    ipv4: {within: ipv4, size: 22}", "    ipv4: {within: ipv4}"}, {"kind: vrrp", "kind: hsrp"},
        {"vlan: 10\n", "vlan: {range: 299-x}\n"}, {"host-routes: true ", "host-routes: 32 "},
        {"lower: to", "lower: from-device"}, {"{space: asn}", "{space: as}"}, {"kind: ibgp", "kind: bgp"},
        {"host-routes: true ", "host: {number: device, plus: 1} "},
        {"host-routes: true ", "host: {sum: [{number: device}], minus: 1} "},
        {"percent: 2", "percents: 2"}, {"dual-stack, {name: ptp, ", "dual-stack, {nam: ptp, "},
        {"colo-standard/1", "colo-standard/2"}, {"{parameter: pdu}", "{parameters: pdu}"},
        {"{parameter: ptp}", "{parameter: ptp, isnt: true}"}};
    for (const auto& [from, to] : edits) {
        const Edit edit = edited(standard_file, from, to);
        EXPECT_FALSE(standard_->accepts(edit.tree)) << edit.what;
        EXPECT_THAT(reader_on_standard(edit.tree), testing::Not(testing::IsEmpty())) << edit.what;
    }
}

TEST_F(SchemaAndReader, AcceptInAStandardWhatTheShippedOneDoesNotUse) {
    const std::vector<std::pair<std::string, std::string>> edits{
        {"host-routes: true ", "host: {sum: [{number: device, minus: 1, times: {parameter: racks-per-console}}, {value: 5}]} "},
        {"host-routes: true ", "host: {parameter: racks-per-console} "},
        {"vlan: 10\n", "vlan: {range: 10-19}\n"}, {"vlan: 10\n", "vlan: {range: 10}\n"},
        {"per: {pair: leaf}", "per: leaf-group"}, {"carries: [management]", "carries: management"},
        {"when: {parameter: ptp}", "when: {parameter: pdu, is: pdu-3phase-16a}"},
        {"optional: true                              #", "length: equal #"},
        {"optional: true                              #", "length: 3 m #"}};
    for (const auto& [from, to] : edits) {
        const Edit edit = edited(standard_file, from, to);
        EXPECT_TRUE(standard_->accepts(edit.tree)) << edit.what;
        EXPECT_THAT(reader_on_standard(edit.tree), testing::IsEmpty()) << edit.what;
    }
}

TEST_F(SchemaAndReader, DifferOnlyWhereASchemaSeesLessThanTheText) {
    // How a number is written is gone when a schema looks at it: 010 and 0x10 are numbers there.
    // Sums and comparisons (host bits, the order in a range, two racks in one place) it cannot do.
    const std::vector<std::pair<std::string, std::string>> edits{
        {"trading-servers: 6", "trading-servers: 010"}, {"trading-servers: 6", "trading-servers: 0x6"},
        {"ptp: false", "ptp: False"},
        {"10.99.0.0/18", "10.99.1.0/18"}, {"\"fd00:99::/40\"", "\"fd00:99:::/40\""},
        {"R[1-2]:", "R[2-1]:"}, {"R[1-2]: {", "R1: {units: 42, feeds: {A: 1 kW}, position: 1}\n  R[2-3]: {position: 1, "},
        {"192.0.2.65/31", "192.0.2.65/32"}, {"3 kW", "9999999999 kW"}};
    for (const auto& [from, to] : edits) {
        const Edit edit = edited("site-definitions/lab1.yaml", from, to);
        EXPECT_TRUE(site_->accepts(edit.tree)) << edit.what;
        EXPECT_THAT(reader_on_site(edit.tree), testing::Not(testing::IsEmpty())) << edit.what;
    }
    const Edit parameter = edited(standard_file, "default: 6", "default: 13");
    EXPECT_TRUE(standard_->accepts(parameter.tree));  // its maximum is 12
    EXPECT_THAT(reader_on_standard(parameter.tree), testing::ElementsAre("out-of-range"));
}

TEST(Schema, ShowsWhatAFieldIsForAndWhatAParameterMayBe) {
    const definition::Project project{COLO_SOURCE_DIR};
    Sources sources;
    Diagnostics problems;
    const auto declared =
        definition::read_declarations(project, {"trading-colo", "1.0.0"}, sources, problems);
    const json site = json::parse(definition::site_schema(*declared).dump());
    EXPECT_EQ(site.at("/properties/parameters/properties/trading-servers"_json_pointer),
              (json{{"description", "servers that trade"},
                    {"type", "integer"},
                    {"minimum", 1},
                    {"maximum", 480}}));
    EXPECT_EQ(site.at("/properties/parameters/properties/ptp/default"_json_pointer), json(true));
    EXPECT_EQ(site.at("/properties/racks/description"_json_pointer), "what the facility gave us");
    EXPECT_EQ(site.at("/properties/parameters/properties/pdu/enum"_json_pointer),
              (json{"pdu-3phase-16a", "pdu-1phase-32a", "pdu-208v-30a"}));
    const json standard = json::parse(definition::standard_schema().dump());
    EXPECT_EQ(standard.at("/properties/roles/additionalProperties/properties/count/description"
                          ""_json_pointer),
              "how many in each scope");
}

}  // namespace colo::tests
