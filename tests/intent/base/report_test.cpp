// The formats of diagnostics for machines, on two sites that have everything a diagnostic can have.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "intent/base/report.h"
#include "tests/golden.h"
#include "tests/schema_check.h"

namespace colo::tests {

namespace {

/// `ams1` has an error with all its parts, one of a whole file and one without a place; `lab1` has
/// a warning.
struct Example {
    Sources sources;
    Report report;

    Example() {
        const int site = sources.add("site-definitions/ams 1.yaml",
                                     "site: ams1\n\xC3\xBC\xC3\xBC: {racks: 4\a}\n");
        const int other = sources.add("/elsewhere/standard.yaml", "roles:\n  leaf: {count: 2}\n");
        Checked ams1{"ams1", "", {}};
        Diagnostic& whole =
            ams1.problems.error("too-few-racks", {site, 2, 8, 5}, "4 racks are < 5 & \"few\"");
        whole.detail = {"each needs 1U", "a\x01 control\x1B[1m character"};
        whole.notes = {{{other, 2, 3, 4}, "role leaf"}, {{}, "a note without a place"}};
        whole.hint = "order one more";
        whole.object = "leaf.R1.1";
        ams1.problems.error("file-not-readable", {other, 0, 0, 0}, "it is not there");
        ams1.problems.error("unknown-site", {}, "there is no\nsite definition \xFF");
        ams1.problems.sort(sources);
        Checked lab1{"lab1", "2 racks", {}};
        lab1.problems.warning("no-feeds", {site, 1, 1, 0}, "rack R1 has no power feed");
        report.checked = {ams1, lab1};
    }
};

const CodeTexts texts{{"no-feeds", {"A rack has no feed. It may be meant.", "Write the feeds."}}};

std::string sarif_of(const Example& example) {
    return to_sarif(example.report, example.sources, texts, {"/srv/colo", "/srv/colo", "1.2.3"});
}

}  // namespace

TEST(Report, AsJsonFollowsItsSchema) {
    const Example example;
    const std::string text = to_json(example.report, example.sources);
    EXPECT_EQ(json_faults(text, "colo-diagnostics.json"), "");
    expect_golden("intent/base/golden/report.json", text);
}

TEST(Report, AsSarifFollowsTheSchema) {
    const Example example;
    EXPECT_EQ(json_faults(sarif_of(example), "sarif.json"), "");
    expect_golden("intent/base/golden/report.sarif", sarif_of(example));
}

TEST(Report, AsJunitFollowsTheSchema) {
    const Example example;
    const std::string text = to_junit(example.report, example.sources);
    EXPECT_EQ(junit_faults(text), "");
    expect_golden("intent/base/golden/report.junit.xml", text);
}

TEST(Report, WithoutAnythingToSayFollowsTheSchemas) {
    const Report nothing{{{"lab1", "2 racks", {}}}};
    EXPECT_EQ(json_faults(to_json(nothing, {}), "colo-diagnostics.json"), "");
    EXPECT_EQ(json_faults(to_sarif(nothing, {}, {}, {"/a", "/a", "1"}), "sarif.json"), "");
    EXPECT_EQ(junit_faults(to_junit(nothing, {})), "");
}

TEST(Report, TheSchemasRefuseWhatIsWrong) {
    const Example example;
    nlohmann::json log = nlohmann::json::parse(sarif_of(example));
    log["runs"][0]["results"][0]["level"] = "fatal";
    EXPECT_THAT(json_faults(log.dump(), "sarif.json"), testing::HasSubstr("[level]"));
    nlohmann::json report = nlohmann::json::parse(to_json(example.report, example.sources));
    report["diagnostics"][0].erase("code");
    EXPECT_THAT(json_faults(report.dump(), "colo-diagnostics.json"), testing::HasSubstr("'code'"));
    EXPECT_THAT(junit_faults("<testsuites/>"), testing::HasSubstr("'name' is required"));
}

TEST(Report, SarifCountsColumnsInCharactersAndPathsFromTheRoot) {
    const Example example;
    const auto log = nlohmann::json::parse(
        to_sarif(example.report, example.sources, texts, {"/srv/colo/sub", "/srv/colo", "1"}));
    const auto& where = log["runs"][0]["results"][2]["locations"][0]["physicalLocation"];
    EXPECT_EQ(where["artifactLocation"]["uri"], "sub/site-definitions/ams%201.yaml");
    EXPECT_EQ(where["region"],
              (nlohmann::json{{"startLine", 2}, {"startColumn", 6}, {"endColumn", 11}}));
}

TEST(Report, WhatSeveralSitesShareIsReportedOnce) {
    Example example;
    example.report.checked[1].problems = example.report.checked[0].problems;
    EXPECT_EQ(example.report.problems(example.sources).errors(), 3);
    EXPECT_THAT(to_junit(example.report, example.sources),
                testing::HasSubstr("tests=\"6\" failures=\"6\""));
}

}  // namespace colo::tests
