// The reusable part from the command line: which versions there are, what differs, and whether a
// version's number is as large as what it does to sites.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/tools/colo/session.h"

namespace colo::tests {

using testing::HasSubstr;

namespace {

/// A version of trading-colo that extends another by these lines.
void write_version(const fs::path& root, const std::string& version, const std::string& parent,
                   const std::string& lines) {
    const fs::path folder = root / "standards/trading-colo" / version;
    fs::create_directories(folder);
    std::ofstream(folder / "standard.yaml")
        << "format: colo-standard/1\nstandard: trading-colo\nversion: " << version
        << "\nextends: trading-colo " << parent << "\n"
        << lines;
}

}  // namespace

TEST_F(Session, OfStandardsIsAsItWasWhenItWasRead) {
    type("standards list");
    type("standards diff trading-colo@1.0.0 1.1.0");
    type("standards diff trading-colo@1.1.0 trading-colo@2.0.0");
    type("standards diff trading-colo@1.0.0 1.0.0");
    type("standards show trading-colo@1.1.0");
    type("standards show trading-colo@2.0.0 --flat");
    type("standards check");
    type("standards chek");
    type("standards diff trading-colo@1.0.0");
    type("standards show trading-colo@7 --flat");
    type("standards list --flat");
    expect_golden("tools/colo/golden/standards.txt", transcript_);
}

TEST_F(Session, OfVersionsWhoseNumberIsTooSmallIsAsItWasWhenItWasRead) {
    write_version(root_, "1.0.1", "1.0.0", "description: a correction of nothing\n");
    write_version(root_, "1.0.2", "1.0.1", "capabilities: [dual-stack, ptp, more]\n");
    write_version(root_, "1.0.3", "1.0.2", "networks: {servers: {reserve: {first: 20}}}\n");
    write_version(root_, "1.0.4", "1.0.3",
                  "remove: [parameters.ptp]\nroles: {ptp-grandmaster: {when: true}}\n");
    write_version(root_, "1.0.5", "1.0.4", "roles: {leaf: {modl: x}}\n");
    edit("site-definitions/tok1.yaml", "trading-servers: 27", "trading-servers: 20");
    for (const char* version : {"1.0.1", "1.0.2", "1.0.3", "1.0.4", "1.0.5", "1.1.0"})
        type(std::string("standards check trading-colo@") + version);
    expect_golden("tools/colo/golden/standards-check.txt", transcript_);
}

TEST_F(Session, TheShippedVersionsHaveNumbersAsLargeAsWhatTheyDo) {
    const auto checked = nlohmann::json::parse(run("standards check --format json"));
    std::vector<std::string> needs;
    for (const auto& version : checked.at("versions")) {
        EXPECT_EQ(version.at("refused"), false) << version.dump(1);
        if (!version.at("before").is_null())
            needs.push_back(version.at("version").get<std::string>() + " " +
                            version.at("needs").get<std::string>());
    }
    EXPECT_EQ(needs, (std::vector<std::string>{"1.1.0 minor", "2.0.0 major"}));
}

TEST_F(Session, AFlatStandardIsAStandard) {
    const std::string flat = run("standards show trading-colo@1.1.0 --flat");
    fs::copy(root_ / "standards/trading-colo/1.0.0/device-types",
             root_ / "standards/trading-colo/1.1.0/device-types", fs::copy_options::recursive);
    edit("site-definitions/ams1.yaml", "trading-colo 1.0.0", "trading-colo 1.1.0");
    const std::string before = run("plan ams1 --format json");
    std::ofstream(root_ / "standards/trading-colo/1.1.0/standard.yaml") << flat;
    EXPECT_THAT(run("validate ams1"), HasSubstr("ams1: good."));
    const auto counts = [](const std::string& plan) {
        return nlohmann::json::parse(plan).at("counts");
    };
    EXPECT_EQ(counts(run("plan ams1 --format json")), counts(before));
    EXPECT_THAT(run("standards check trading-colo@1.1.0"), HasSubstr("good, a minor of 1.0.0"));
}

}  // namespace colo::tests
