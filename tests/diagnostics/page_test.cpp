// The page of all diagnostics says what colo says: it is made from the catalogue, and every example
// in it is carried out.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gmock/gmock.h>

#include "intent/definition/diagnostics_page.h"
#include "tests/diagnostics/example.h"
#include "tests/golden.h"

namespace colo::tests {

namespace {

constexpr std::string_view introduction =
    R"(# Diagnostics

Whatever colo has to say about an input ends with a code in brackets. The codes are stable: scripts, waivers and SARIF logs may rely on them. `colo explain CODE` prints a section of this page.

Each example changes one thing in a shipped file, and below it stands what colo then says (the first message with the code, if there are several). Some codes are the design rules' that watch over the generator, and no input can bring them about: they are shown on a small example intent. A few need a file system or a library that we do not ship: what they say is written down here. The tests make this page from `tests/diagnostics/` and carry out every example.

)";

std::string fenced(std::string_view language, const std::string& text) {
    return fmt::format("```{}\n{}```\n\n", language, text);
}

std::string example_of(const Entry& entry, const Said& said) {
    if (!entry.intent.empty()) return fmt::format("For example, when {}:\n\n", entry.intent);
    if (!entry.says.empty()) return "It reads like this:\n\n";
    if (said.changes.empty()) return fmt::format("For example `colo validate {}`:\n\n", entry.site);
    std::string all;
    for (const std::string& change : said.changes) all += change;
    if (!entry.session.empty())
        return fmt::format("For example, with this change, `colo {}`:\n\n{}",
                           fmt::join(entry.session, "` and then `colo "), fenced("diff", all));
    const char* const lead = entry.applied
                                 ? "For example, when the site was applied before this change:\n\n"
                                 : "For example:\n\n";
    return lead + fenced("diff", all);
}

std::string section(const Entry& entry, const Said& said) {
    return fmt::format("\n## {}\n\n{}\n\n{}{}**Mend:** {}\n", entry.code, entry.what,
                       example_of(entry, said), fenced("", said.message(entry.code)), entry.mend);
}

std::string list_of_codes(const std::vector<Entry>& entries) {
    std::string all;
    for (const Entry& entry : entries)
        all += fmt::format("{}[{}](#{})", all.empty() ? "" : ", ", entry.code, entry.code);
    return all + "\n";
}

}  // namespace

TEST(DiagnosticsPage, SaysWhatColoSaysToItsExamples) {
    const std::vector<Entry> entries = all_entries();
    std::string page = std::string(introduction) + list_of_codes(entries);
    for (const Entry& entry : entries) {
        const Said said = run_example(entry);
        std::set<std::string> expected(entry.beside.begin(), entry.beside.end());
        expected.insert(entry.code);
        EXPECT_EQ(said.codes(), expected) << "by the example of " << entry.code;
        page += section(entry, said);
    }
    expect_golden("../intent/definition/diagnostics.md", page);
}

TEST(DiagnosticsPage, IsPartOfTheProgram) {
    EXPECT_EQ(definition::diagnostics_page(),
              read_golden(COLO_SOURCE_DIR "/intent/definition/diagnostics.md"));
    const auto section = definition::section_of("count-negative");
    ASSERT_TRUE(section);
    EXPECT_THAT(std::string(*section), testing::StartsWith("## count-negative\n\nA role is to be"));
    EXPECT_THAT(std::string(*section), testing::EndsWith("0 leaves the role out.\n"));
    EXPECT_EQ(definition::section_of("count"), std::nullopt);
}

TEST(DiagnosticsPage, GivesEachCodeItsMeaningAndItsMend) {
    const CodeTexts texts = definition::code_texts();
    std::map<std::string, std::pair<std::string, std::string>> on_page, in_catalogue;
    for (const auto& [code, text] : texts) on_page[code] = {text.meaning, text.mend};
    for (const Entry& entry : all_entries()) in_catalogue[entry.code] = {entry.what, entry.mend};
    EXPECT_EQ(on_page, in_catalogue);
}

}  // namespace colo::tests
