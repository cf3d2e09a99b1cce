// Shipped files, damaged: cut off at any byte, a line left out or written twice, or not text at
// all. Whatever comes of it is a diagnostic or a correct result.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdlib>
#include <fstream>

#include "intent/definition/files.h"
#include "intent/generator/generate.h"
#include "intent/rules/rule.h"
#include "tests/intent/database/folder.h"
#include "tests/long_run.h"

namespace colo::tests {

namespace {

namespace fs = std::filesystem;

/// From one place of a file that is tried to the next: each one in a long run, but under
/// sanitizers.
std::size_t step(std::size_t usual) {
#ifdef __SANITIZE_ADDRESS__
    return is_long_run() ? usual / 3 : usual * 5;
#else
    return is_long_run() ? 1 : usual;
#endif
}

std::string read(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const fs::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1);
        lines.push_back(text.substr(at, end + 1 - at));
        at = end + 1;
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line;
    return text;
}

/// What a site comes to: nothing where there are errors.
struct Verdict {
    std::optional<generator::Outcome> outcome;
    std::size_t diagnostics = 0;
    bool has_errors = false;
};

/// A copy of the project's inputs in which one file is damaged at a time.
class DamagedFile : public testing::Test {
protected:
    DamagedFile() {
        for (const char* part : {"standards", "site-definitions"})
            fs::copy(fs::path(COLO_SOURCE_DIR) / part, root() / part, fs::copy_options::recursive);
    }

    fs::path root() const { return folder_.path(); }

    Verdict judge(const std::string& site) const {
        Sources sources;
        Diagnostics problems;
        const definition::Project project{root()};
        Verdict verdict;
        const auto inputs =
            load_site(project, root() / "site-definitions" / (site + ".yaml"), sources, problems);
        if (inputs) verdict.outcome = generator::generate(*inputs, {}, sources, problems);
        if (verdict.outcome)
            rules::check_all(verdict.outcome->generated.intent, verdict.outcome->constraints,
                             problems);
        verdict.diagnostics = problems.all().size();
        verdict.has_errors = problems.has_errors();
        return verdict;
    }

    /// Each text in place of a file; `expect` says what is wrong with the verdict, if anything.
    template <class Expect>
    void put(const std::string& file, const std::string& site, const std::string& text,
             const std::string& what, Expect&& expect) {
        const std::string whole = read(root() / file);
        write(root() / file, text);
        const Verdict verdict = judge(site);
        EXPECT_TRUE(verdict.outcome || verdict.has_errors) << file << ": " << what;
        const std::string wrong = expect(verdict);
        EXPECT_EQ(wrong, "") << file << ": " << what;
        write(root() / file, whole);
    }

    Folder folder_;
};

/// Files, and a site that uses them.
const std::vector<std::pair<std::string, std::string>>& files() {
    static const std::vector<std::pair<std::string, std::string>> all{
        {"site-definitions/lab1.yaml", "lab1"},
        {"site-definitions/pop1.yaml", "pop1"},
        {"site-definitions/fab1.yaml", "fab1"},
        {"site-definitions/tok1.yaml", "tok1"},
        {"site-definitions/chi1.yaml", "chi1"},
        {"standards/edge-pop/1.0.0/standard.yaml", "pop1"},
        {"standards/l3ls-fabric/1.0.0/standard.yaml", "fab1"},
        {"standards/trading-colo/1.0.0/standard.yaml", "lab1"},
        {"standards/device-types/Opengear/OM2248-10G.yaml", "lab1"}};
    return all;
}

std::string nothing_more(const Verdict&) { return {}; }

}  // namespace

TEST_F(DamagedFile, CutOffAnywhereIsNeverASmallerSiteWithoutAWord) {
    for (const auto& [file, site] : files()) {
        const std::string whole = read(root() / file);
        for (std::size_t at = 0; at < whole.size(); at += step(101)) {
            const bool in_a_line = at > 0 && whole[at - 1] != '\n';
            put(file, site, whole.substr(0, at), "cut at byte " + std::to_string(at),
                [&](const Verdict& verdict) -> std::string {
                    return in_a_line && verdict.diagnostics == 0 ? "nothing is said" : "";
                });
        }
    }
}

TEST_F(DamagedFile, WithoutALineIsRefusedOrReadAsItStands) {
    for (const auto& [file, site] : files()) {
        const auto lines = lines_of(read(root() / file));
        for (std::size_t i = 0; i < lines.size(); i += step(3)) {
            auto fewer = lines;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            put(file, site, joined(fewer), "without line " + std::to_string(i + 1), nothing_more);
        }
    }
}

TEST_F(DamagedFile, WithALineTwiceIsRefusedOrTheSameSite) {
    for (const auto& [file, site] : files()) {
        const auto lines = lines_of(read(root() / file));
        Intent usual = judge(site).outcome->generated.intent;
        usual.head.standard_digest.clear();
        for (std::size_t i = 0; i < lines.size(); i += step(3)) {
            auto more = lines;
            more.insert(more.begin() + static_cast<std::ptrdiff_t>(i), lines[i]);
            put(file, site, joined(more), "line " + std::to_string(i + 1) + " twice",
                [&](Verdict verdict) -> std::string {
                    if (verdict.diagnostics > 0) return {};
                    Intent& intent = verdict.outcome->generated.intent;
                    intent.head.standard_digest.clear();
                    return intent == usual ? "" : "another site, and nothing is said";
                });
        }
    }
}

TEST_F(DamagedFile, TenMegabytesOfAnythingAreRefusedSoonAndInLittleMemory) {
    constexpr std::size_t size = 10'000'000;
    const auto times = [](const std::string& piece) {
        std::string text;
        while (text.size() < size) text += piece;
        return text;
    };
    const auto peak = [] {
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        return usage.ru_maxrss / 1024;
    };
    [[maybe_unused]] const auto before = peak();  // sanitizers take memory of their own
    for (const char* piece :
         {"a", "[", "{a: ", "- ", "&a [*a, *a]\n", "? ", "a: b\n", "\"", "'", "#", "\t", "!!x ",
          "%YAML 1.2\n", "--- \n", "a\n\n", "\xff", "\xc3\xa9", "|\n  x\n", "x: [1, 2]\n"}) {
        const auto began = std::chrono::steady_clock::now();
        put("site-definitions/lab1.yaml", "lab1", times(piece), piece,
            [](const Verdict& verdict) { return verdict.has_errors ? "" : "it is accepted"; });
        EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(20)) << piece;
    }
    put("site-definitions/lab1.yaml", "lab1", std::string(size, '\0'), "zeros", nothing_more);
#ifndef __SANITIZE_ADDRESS__
    EXPECT_LT(peak() - before, 256);
#endif
}

}  // namespace colo::tests
