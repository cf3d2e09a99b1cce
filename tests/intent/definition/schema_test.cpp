// Editors and colo say the same of a file with any one thing changed in it.
#include "tests/intent/definition/schema_and_reader.h"
#include "tests/long_run.h"

namespace colo::tests {

namespace fs = std::filesystem;

namespace {}  // namespace

TEST_F(SchemaAndReader, AcceptEveryShippedFile) {
    const definition::Project project{COLO_SOURCE_DIR};
    for (const auto& version : definition::published_standards(project)) {
        const std::string file = "standards/" + version.name + "/" + version.version;
        EXPECT_TRUE(standard_->accepts(read_tree(file + "/standard.yaml"))) << file;
    }
    EXPECT_THAT(reader_on_standard(standard_tree_), testing::IsEmpty());
    for (const std::string& site : project.sites()) {
        Sources sources;
        Diagnostics problems;
        const fs::path file = project.definition(site);
        const auto tree = definition::read_document(file, sources, problems);
        const auto standard = definition::read_site(*tree, problems).standard;
        const auto declared = definition::read_declarations(project, *standard, sources, problems);
        const bool reads = definition::load_site(project, file, sources, problems).has_value();
        EXPECT_TRUE(reads || tree->find("exceptions")) << to_text(problems, sources, false);
        EXPECT_EQ(JsonSchema(definition::site_schema(*declared)).accepts(*tree), reads) << site;
    }
}

TEST_F(SchemaAndReader, AgreeOnAStandardWithAnyValueOfAnotherType) {
    agree_on_standards(values_replaced(standard_tree_, is_long_run() ? 11 : 1));
}
TEST_F(SchemaAndReader, AgreeOnAStandardWithAnyKeyMisspelt) {
    agree_on_standards(keys_misspelt(standard_tree_));
}
TEST_F(SchemaAndReader, AgreeOnAStandardWithAnyKeyLeftOut) {
    agree_on_standards(keys_removed(standard_tree_));
}
TEST_F(SchemaAndReader, AgreeOnASiteWithAnyValueOfAnotherType) {
    agree_on_sites(
        values_replaced(read_tree("site-definitions/lab1.yaml"), is_long_run() ? 11 : 4));
}
TEST_F(SchemaAndReader, AgreeOnASiteWithAnyKeyMisspelt) {
    agree_on_sites(keys_misspelt(read_tree("site-definitions/lab1.yaml")));
}
TEST_F(SchemaAndReader, AgreeOnASiteWithAnyKeyLeftOut) {
    agree_on_sites(keys_removed(read_tree("site-definitions/lab1.yaml")));
}

TEST_F(SchemaAndReader, RefuseABlankWhereverItStands) {
    for (const TreeEdit& edit : scalars_replaced(read_tree("site-definitions/lab1.yaml"),
                                                 *tree_of("x: <how many>").find("x"))) {
        EXPECT_FALSE(site_->accepts(edit.tree)) << edit.what;
        EXPECT_THAT(reader_on_site(edit.tree), testing::ElementsAre("not-filled-in")) << edit.what;
    }
}

TEST_F(SchemaAndReader, LetAParameterGiveAnyValueOfAStandard) {
    for (const TreeEdit& edit : scalars_replaced(standard_tree_, tree_of("{parameter: ptp}"))) {
        const bool declares = edit.what.starts_with("/parameters/");
        const bool inside = edit.what.find("/parameter ") != std::string::npos ||
                            edit.what.find("/space ") != std::string::npos;
        EXPECT_EQ(standard_->accepts(edit.tree), !declares && !inside) << edit.what;
    }
    Node site = read_tree("site-definitions/lab1.yaml");
    *site.find("site") = tree_of("{parameter: ptp}");
    EXPECT_FALSE(site_->accepts(site));
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
    EXPECT_EQ(
        standard.at("/definitions/whole/properties/roles/additionalProperties/properties/count"
                    "/description"_json_pointer),
        "how many in each scope");
}

}  // namespace colo::tests
