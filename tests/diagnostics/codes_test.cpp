// Every code that the sources can emit has an entry in the catalogue, and no entry is left over.
#include <gmock/gmock.h>

#include <algorithm>
#include <cctype>
#include <iterator>

#include "tests/diagnostics/entry.h"
#include "tests/golden.h"

namespace colo::tests {

namespace {

namespace fs = std::filesystem;

std::map<std::string, std::string> sources_by_path() {
    std::map<std::string, std::string> all;
    for (const char* folder : {"intent", "tools/colo"})
        for (const auto& file :
             fs::recursive_directory_iterator(fs::path(COLO_SOURCE_DIR) / folder))
            if (file.path().extension() == ".cpp" || file.path().extension() == ".h")
                all[fs::relative(file.path(), COLO_SOURCE_DIR).string()] = read_golden(file.path());
    return all;
}

/// What stands behind each `opener(` that is a word of its own, up to the end of the statement.
std::vector<std::string> calls_of(const std::string& text, const std::string& opener) {
    std::vector<std::string> calls;
    for (std::size_t at = text.find(opener); at != std::string::npos;
         at = text.find(opener, at + 1)) {
        const char before = at == 0 ? ' ' : text[at - 1];
        if (std::isalnum(static_cast<unsigned char>(before)) || before == '_') continue;
        const std::size_t begin = text.find_first_not_of(" \n", at + opener.size());
        if (begin == std::string::npos) continue;
        calls.push_back(text.substr(begin, text.find_first_of(";{", begin) - begin));
    }
    return calls;
}

/// The first text in quotes if it is a code; empty where there is none.
std::string first_literal(const std::string& call) {
    const std::size_t open = call.find('"');
    if (open == std::string::npos) return "";
    const std::string literal = call.substr(open + 1, call.find('"', open + 1) - open - 1);
    const bool is_code =
        literal.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
    return is_code ? literal : "";
}

/// Bodies of the functions that choose a code.
std::string code_choosers(const std::string& text) {
    std::string bodies;
    for (std::size_t at = text.find(" code_of(const"); at != std::string::npos;
         at = text.find(" code_of(const", at + 1))
        bodies += text.substr(at, text.find("\n}\n", at) - at);
    return bodies;
}

/// A code is written where it is emitted, or handed as a literal to one that emits it.
std::set<std::string> codes_in(const std::string& text) {
    std::set<std::string> codes;
    for (const char* emitter : {"error(", "warning(", "Refused{"})
        for (const std::string& call : calls_of(text, emitter))
            if (call.starts_with('"')) codes.insert(first_literal(call));
    for (const char* forwarder : {"say_bad_scalar(", "known(", "say_unknown(", "say_unreachable("})
        for (const std::string& call : calls_of(text, forwarder))
            if (!call.starts_with(')')) codes.insert(first_literal(call));
    for (const char* emitter : {"say(Severity::error,", "say(Severity::warning,", ".code = "})
        for (const std::string& call : calls_of(text, emitter)) codes.insert(first_literal(call));
    for (std::size_t end = text.find("-taken\""); end != std::string::npos;
         end = text.find("-taken\"", end + 1))  // what another site has is handed on
        codes.insert(first_literal(text.substr(text.rfind('"', end))));
    for (const std::string& choice : calls_of(code_choosers(text), "return "))
        if (choice.starts_with('"')) codes.insert(first_literal(choice));
    codes.erase("");
    return codes;
}

}  // namespace

TEST(DiagnosticCodes, EachHasAnEntryAndEachEntryIsACode) {
    std::set<std::string> emitted, explained;
    for (const auto& [path, text] : sources_by_path())
        for (const std::string& code : codes_in(text)) emitted.insert(code);
    for (const Entry& entry : all_entries()) explained.insert(entry.code);
    std::vector<std::string> unexplained, left_over;
    std::set_difference(emitted.begin(), emitted.end(), explained.begin(), explained.end(),
                        std::back_inserter(unexplained));
    std::set_difference(explained.begin(), explained.end(), emitted.begin(), emitted.end(),
                        std::back_inserter(left_over));
    EXPECT_THAT(unexplained, testing::IsEmpty()) << "write tests/diagnostics/CODE.yaml";
    EXPECT_THAT(left_over, testing::IsEmpty()) << "no source emits it";
}

TEST(DiagnosticCodes, AreWrittenWhereTheyCanBeFound) {
    const std::set<std::string> known{"code",          "std::move(code)",  "std::string(code)",
                                      "refused.code",  "std::string code", "const char* code",
                                      "code_of(first", "taken.code",       "one.code"};
    for (const auto& [path, text] : sources_by_path())
        for (const char* emitter : {"error(", "warning("})
            for (const std::string& call : calls_of(text, emitter)) {
                const std::string first = call.substr(0, call.find(','));
                if (call.starts_with('"') || first == call) continue;
                EXPECT_TRUE(known.contains(first))
                    << path << ": the code of a diagnostic is not a literal but " << first;
            }
}

}  // namespace colo::tests
