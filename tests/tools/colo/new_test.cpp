// A new site's definition: nothing but its blanks stands between it and a valid one.
#include <gmock/gmock.h>

#include <regex>

#include "tests/tools/colo/session.h"

namespace colo::tests {

namespace {

using testing::HasSubstr;

class NewSite : public Session {
protected:
    /// Puts the value in the place of the first blank of that name.
    void fill(const std::string& blank, const std::string& value) {
        const std::size_t at = text_.find("<" + blank + ">");
        ASSERT_NE(at, std::string::npos) << blank;
        text_.replace(at, blank.size() + 2, value);
    }

    void fill_circuit(const std::string& kind, const std::string& number, const std::string& rack,
                      const std::string& port) {
        fill("order number of " + kind + " circuit " + number, kind + "-" + number);
        fill(kind == "wan" ? "provider" : "exchange", "office");
        fill("speed", "10G");
        fill("media", "sm-10g");
        if (kind == "wan") {
            fill("address", number == "1" ? "192.0.2.65/31" : "192.0.2.67/31");
            fill("peer-asn", "65000");
        }
        fill("one of our racks", rack);
        fill("the panel there", "PP1");
        fill("its port, by place in the panel's first group", port);
    }

    std::string text_;
};

/// Values and keys in angle brackets; comments apart.
std::size_t blanks_in(const std::string& text) {
    static const std::regex blank("(^|: ) *<[^>]*>");
    std::istringstream lines(text);
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line);)
        if (!line.starts_with("#") && std::regex_search(line, blank)) ++count;
    return count;
}

}  // namespace

TEST_F(NewSite, IsValidOnceItsBlanksAreFilled) {
    EXPECT_EQ(run("new par1 --standard trading-colo@1.0.0"),
              "wrote site-definitions/par1.yaml\n"
              "next: fill in its blanks, then colo validate par1\n");
    text_ = read_golden(root_ / "site-definitions/par1.yaml");
    expect_golden("tools/colo/golden/new-par1.yaml", text_);
    fill("what the operator of the building calls it", "Example PA4");
    fill("prefix, such as 10.21.0.0/18", "10.99.0.0/18");
    fill("prefix, such as fd00:21::/40", "fd00:99::/40");
    fill("AS number", "65099");
    fill("racks, such as R[01-06]", "R[1-2]");
    fill("how many", "42");
    fill("length, such as 1070 mm", "1070 mm");
    fill("power, such as 5 kW", "3 kW");
    fill("power, such as 5 kW", "3 kW");
    fill("rack and panel, such as R01/PP1", "R[1-2]/PP1");
    fill("its lowest rack unit", "42");
    fill_circuit("exchange", "1", "R1", "1");
    fill_circuit("exchange", "2", "R2", "1");
    fill_circuit("wan", "1", "R1", "2");
    fill_circuit("wan", "2", "R2", "2");
    fill("how many", "4");
    EXPECT_EQ(blanks_in(text_), 0U);
    std::ofstream(root_ / "site-definitions/par1.yaml") << text_;
    EXPECT_THAT(run("validate par1"), testing::StartsWith("par1: good. 2 racks"));
}

TEST_F(NewSite, SaysEachBlankOnceAndNothingElseUntilItIsFilled) {
    run("new par1 --standard trading-colo@1.0.0 -o par1.yaml -q");
    const std::size_t blanks = blanks_in(read_golden(root_ / "par1.yaml"));
    const std::string said = run("validate par1.yaml");
    EXPECT_GT(blanks, 40U);
    EXPECT_THAT(said, testing::HasSubstr(std::to_string(blanks) + " errors in 1 file\n"));
    EXPECT_THAT(said, testing::StartsWith(
                          "par1.yaml:7:9: error: <what the operator of the building calls it> is "
                          "not filled in [not-filled-in]\n"));
    std::size_t codes = 0;
    for (std::size_t at = said.find("[not-filled-in]"); at != std::string::npos;
         at = said.find("[not-filled-in]", at + 1))
        ++codes;
    EXPECT_EQ(codes, blanks);
}

TEST_F(NewSite, OverwritesNothing) {
    EXPECT_EQ(run("new lab1 --standard trading-colo"),
              "colo: error: site-definitions/lab1.yaml is there already [file-exists]\n"
              "  hint: say another file with -o, or -o - for the terminal\n"
              "exit 1\n");
    EXPECT_EQ(run("new lab1 --standard trading-colo -o site-definitions/ams1.yaml"),
              "colo: error: site-definitions/ams1.yaml is there already [file-exists]\n"
              "  hint: say another file with -o, or -o - for the terminal\n"
              "exit 1\n");
    EXPECT_THAT(run("new lab1 --standard trading-colo -o -"), HasSubstr("\nsite: lab1\n"));
}

TEST_F(NewSite, FollowsTheNewestVersionUnlessOneIsNamed) {
    for (const char* version : {"9.9.0", "9.10.0"})
        fs::copy(root_ / "standards/trading-colo/1.0.0", root_ / "standards/trading-colo" / version,
                 fs::copy_options::recursive);
    EXPECT_THAT(run("new par1 --standard trading-colo -o -"),
                HasSubstr("\nstandard: trading-colo 9.10.0\n"));
    EXPECT_THAT(run("new par1 --standard trading-colo@9.9.0 -o -"),
                HasSubstr("\nstandard: trading-colo 9.9.0\n"));
    EXPECT_EQ(run("new par1 --standard trading-colo@1.0.1"),
              "colo: error: there is no standard trading-colo@1.0.1 [unknown-standard]\n"
              "  hint: there is trading-colo@1.0.0, trading-colo@1.1.0, trading-colo@2.0.0, "
              "trading-colo@9.9.0, trading-colo@9.10.0\n"
              "exit 1\n");
}

TEST_F(NewSite, LeavesOutWhatItsStandardDoesNotAskFor) {
    fs::create_directories(root_ / "standards/small/1.0.0");
    std::ofstream(root_ / "standards/small/1.0.0/standard.yaml")
        << "format: colo-standard/1\nstandard: small\nversion: 1.0.0\n"
           "parameters: {label: {type: text, default: \"a b\"}}\nmodels: {}\nroles: {}\n";
    const std::string form = run("new par1 --standard small -o -");
    EXPECT_THAT(form, testing::Not(HasSubstr("circuits:")));
    EXPECT_THAT(form, testing::Not(HasSubstr("address-space:")));
    EXPECT_THAT(form, HasSubstr("\n# parameters:"));
    EXPECT_THAT(form, HasSubstr("\n#   label: \"a b\"\n"));
}

}  // namespace colo::tests
