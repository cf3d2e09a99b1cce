// Whatever colo can say, it says in formats that machines can read.
#include <gtest/gtest.h>

#include "intent/definition/diagnostics_page.h"
#include "tests/diagnostics/example.h"
#include "tests/schema_check.h"

namespace colo::tests {

TEST(DiagnosticFormats, OfEveryExampleFollowTheirSchemas) {
    const CodeTexts texts = definition::code_texts();
    for (const Entry& entry : all_entries()) {
        const Said said = run_example(entry);
        EXPECT_EQ(json_faults(to_json(said.report, said.sources), "colo-diagnostics.json"), "")
            << entry.code;
        const std::string log = to_sarif(said.report, said.sources, texts, {"/p", "/p", "1"});
        EXPECT_EQ(json_faults(log, "sarif.json"), "") << entry.code;
        EXPECT_EQ(junit_faults(to_junit(said.report, said.sources)), "") << entry.code;
    }
}

}  // namespace colo::tests
