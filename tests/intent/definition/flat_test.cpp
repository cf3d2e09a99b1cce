// A standard written out as one document says the same as the versions that it is made of.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "intent/definition/flat.h"
#include "intent/definition/version_files.h"
#include "intent/definition/yaml/reader.h"
#include "tests/intent/database/folder.h"
#include "tests/intent/definition/yaml_tree.h"
#include "tests/trial.h"

namespace colo::definition {

namespace {

namespace fs = std::filesystem;

const Project shipped{fs::path(COLO_SOURCE_DIR)};

/// What a tree says, wherever it was written and in whatever order.
std::string said(const Node& node) {
    if (node.is_scalar()) return (node.quoted ? "'" : "") + node.text;
    std::vector<std::string> parts;
    for (const Entry& entry : node.entries) parts.push_back(entry.key + ": " + said(entry.value));
    std::sort(parts.begin(), parts.end());
    for (const Node& item : node.items) parts.push_back(said(item));
    return fmt::format("{}{}{}", node.is_map() ? '{' : '[', fmt::join(parts, ", "),
                       node.is_map() ? '}' : ']');
}

Layers layers_of(const Project& project, const StandardRef& version, Sources& sources) {
    Diagnostics problems;
    auto layers = read_layers(project, {version, {}, {}, {}}, sources, problems);
    EXPECT_FALSE(problems.has_errors()) << to_text(problems, sources, false);
    return *std::move(layers);
}

std::string flat(const StandardRef& version) {
    Sources sources;
    return flat_text(layers_of(shipped, version, sources), sources);
}

/// A text as one YAML document.
Node read_back(const std::string& text) {
    Sources sources;
    Diagnostics problems;
    const auto read = read_yaml(sources, sources.add("flat.yaml", text), problems);
    EXPECT_TRUE(problems.empty()) << to_text(problems, sources, false);
    return *read;
}

/// A project with the shipped files, in which a version stands by itself.
void put_alone(const fs::path& folder, const StandardRef& version) {
    fs::copy(shipped.standards(), folder / "standards", fs::copy_options::recursive);
    Sources sources;
    const Layers layers = layers_of(shipped, version, sources);
    const fs::path own = folder / "standards" / version.name / version.version;
    for (std::size_t i = 1; i < layers.folders.size(); ++i)
        fs::copy(layers.folders[i], own,
                 fs::copy_options::recursive | fs::copy_options::skip_existing);
    tests::write_file(own / "standard.yaml", flat_text(layers, sources));
}

std::optional<generator::Outcome> built(const Project& project, const StandardRef& version) {
    Sources sources;
    Diagnostics problems;
    const auto inputs = load_site(project, shipped.definition("ams1"), sources, problems, version);
    EXPECT_TRUE(inputs) << to_text(problems, sources, false);
    return inputs ? generator::generate(*inputs, {}, sources, problems) : std::nullopt;
}

}  // namespace

TEST(Flat, OfEveryShippedVersionSaysTheSameAsItsLayers) {
    for (const StandardRef& version : published_standards(shipped)) {
        Sources sources;
        Node document = layers_of(shipped, version, sources).document;
        remove_path(document, "extends"), remove_path(document, "remove");
        EXPECT_EQ(said(read_back(flat(version))), said(document)) << version.version;
    }
}

TEST(Flat, AVersionThatStandsByItselfBuildsTheSameSite) {
    const StandardRef version{"trading-colo", "2.0.0"};
    const tests::Folder folder;
    put_alone(folder.path(), version);
    const auto layered = built(shipped, version), alone = built(Project{folder.path()}, version);
    ASSERT_TRUE(layered && alone);
    Intent intent = alone->generated.intent;
    EXPECT_NE(intent.head.standard_digest, layered->generated.intent.head.standard_digest);
    intent.head.standard_digest = layered->generated.intent.head.standard_digest;
    EXPECT_TRUE(intent == layered->generated.intent);
    EXPECT_TRUE(alone->generated.allocations == layered->generated.allocations);
}

TEST(Flat, SaysOfEachEntryAndOfKeysFromElsewhereWhereTheyAreWritten) {
    const std::string text = flat({"trading-colo", "2.0.0"});
    EXPECT_THAT(
        tests::lines_with(text, "1.1.0/standard.yaml:12"),
        "      second: \"Ethernet[51-52]\"  # standards/trading-colo/1.1.0/standard.yaml:12\n");
    EXPECT_THAT(text,
                testing::HasSubstr("  leaf:  # standards/trading-colo/1.0.0/standard.yaml:91\n"
                                   "    model: leaf-48x25-v2  # standards/trading-colo/2.0.0"
                                   "/standard.yaml:36\n"
                                   "    per: leaf-group\n"));
}

TEST(Flat, WritesScalarsSoThatTheyAreReadAsTheyWere) {
    Sources sources;
    Layers layers;
    const std::string text = "description: \"a \\\"b\\\" \\\\ \\n: # é\"\n"
                             "capabilities: [\"010\", 010, \"no\", no, [], {}]\n"
                             "notes:\n"
                             "  a: x, y [z]\n"
                             "  \"b c\": {d: [\"{e}\", 'f, g']}\n"
                             "  h: |\n"
                             "    two\n"
                             "    lines\n";
    sources.add("notes.yaml", text);
    layers.document = tests::tree_of(text);
    EXPECT_EQ(said(read_back(flat_text(layers, sources))), said(layers.document));
}

}  // namespace colo::definition
