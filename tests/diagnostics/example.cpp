#include "tests/diagnostics/example.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "intent/definition/exception_dates.h"
#include "intent/definition/library_check.h"
#include "intent/definition/project.h"
#include "intent/definition/published.h"
#include "intent/generator/generate.h"
#include "intent/rules/rule.h"
#include "tests/diagnostics/broken_intents.h"
#include "tests/golden.h"

namespace colo::tests {

namespace {

namespace fs = std::filesystem;

/// A copy of the shipped inputs that goes with the example.
class Scratch {
public:
    Scratch() {
        std::string pattern = (fs::temp_directory_path() / "colo-example-XXXXXX").string();
        root_ = fs::canonical(mkdtemp(pattern.data()));
        for (const char* folder : {"standards", "site-definitions"})
            fs::copy(fs::path(COLO_SOURCE_DIR) / folder, root_ / folder,
                     fs::copy_options::recursive);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() { fs::remove_all(root_); }
    const fs::path& root() const { return root_; }

private:
    fs::path root_;
};

/// `<0D>` becomes the byte.
std::string with_bytes(std::string text) {
    for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
        unsigned byte = 0;
        const char* first = text.data() + at + 1;
        if (at + 3 < text.size() && text[at + 3] == '>' &&
            std::from_chars(first, first + 2, byte, 16).ptr == first + 2)
            text.replace(at, 4, 1, static_cast<char>(byte));
    }
    return text;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::string with_marks(const std::vector<std::string>& lines, std::size_t from, std::size_t to,
                       char mark) {
    std::string text;
    for (std::size_t i = from; i < to; ++i) text += mark + lines[i] + "\n";
    return text;
}

/// What changed, in whole lines; those that both have at either end have no mark.
std::string diff_of(const std::string& file, const std::string& before, const std::string& after) {
    const auto a = lines_of(before), b = lines_of(after);
    const std::size_t least = std::min(a.size(), b.size());
    std::size_t head = 0, tail = 0;
    while (head < least && a[head] == b[head]) ++head;
    while (tail < least - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
    const std::size_t context = head > 0 ? head - 1 : 0;
    return "--- " + file + "\n" + with_marks(a, context, head, ' ') +
           with_marks(a, head, a.size() - tail, '-') + with_marks(b, head, b.size() - tail, '+');
}

/// Carries out an edit; the diff shows `put` as it is written in the entry.
std::string carry_out(const Edit& edit, const fs::path& root) {
    const std::string before = read_golden(root / edit.in);
    const std::size_t at = before.find(edit.find);
    EXPECT_NE(at, std::string::npos) << edit.find << " is not in " << edit.in;
    if (at == std::string::npos) return "";
    const auto replaced = [&](const std::string& put) {
        return edit.write ? *edit.write : std::string(before).replace(at, edit.find.size(), put);
    };
    fs::create_directories((root / edit.in).parent_path());
    std::ofstream(root / edit.in, std::ios::binary) << replaced(with_bytes(edit.put));
    return diff_of(edit.in, before, replaced(edit.put));
}

/// What a store would hold of a site that was applied.
struct Applied {
    Allocations allocations;
    std::string version, standard_digest;
};

Applied apply(const definition::Project& project, const std::string& site) {
    Sources sources;
    Diagnostics out;
    const auto file = project.find_definition(site, sources, out);
    const auto inputs = definition::load_site(project, *file, sources, out);
    return {generator::generate(*inputs, {}, sources, out)->generated.allocations,
            inputs->standard.version, inputs->standard.digest};
}

/// Reads, generates and checks a site, as `colo validate` does.
Diagnostics problems_of(const definition::Project& project, const std::string& site,
                        const std::optional<Applied>& applied, Sources& sources) {
    Diagnostics out;
    const auto file = project.find_definition(site, sources, out);
    if (!file) return out;
    const auto inputs = definition::load_site(project, *file, sources, out);
    if (!inputs) return out;
    if (applied && applied->version == inputs->standard.version)
        definition::check_unchanged(*inputs, applied->standard_digest, out);
    definition::warn_of_past(inputs->site, "2026-11-21", out);
    const auto outcome =
        generator::generate(*inputs, applied ? applied->allocations : Allocations(), sources, out);
    if (outcome) rules::check_all(outcome->generated.intent, outcome->constraints, out);
    return out;
}

std::string without(std::string text, const std::string& piece) {
    for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at))
        text.erase(at, piece.size());
    return text;
}

/// The same sources with paths that begin at the root.
Sources shown_from(const fs::path& root, const Sources& sources) {
    Sources shown;
    for (int i = 0; i < sources.count(); ++i)
        shown.add(without(sources.file(i).path, root.string() + "/"), sources.file(i).text);
    return shown;
}

Diagnostics shown_from(const fs::path& root, const Diagnostics& problems) {
    Diagnostics shown;
    for (const Diagnostic& one : problems.all()) {
        Diagnostic& copy = one.severity == Severity::error ? shown.error(one.code, one.at, "")
                                                           : shown.warning(one.code, one.at, "");
        copy = one;
        copy.summary = without(one.summary, root.string() + "/");
    }
    return shown;
}

/// What `colo WORDS` prints in a folder, with a store of its own.
std::string printed_by(const std::string& words, const fs::path& root) {
    const std::string command = "cd '" + root.string() + "' && COLO_STORE=sqlite:colo.db '" +
                                COLO_PROGRAM + "' " + words + " 2>&1 </dev/null";
    std::string out;
    std::FILE* pipe = popen(command.c_str(), "r");  // NOLINT(cert-env33-c): as in a shell
    std::array<char, 4096> buffer{};
    while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe))
        out.append(buffer.data(), got);
    pclose(pipe);
    return without(out, root.string() + "/");
}

/// The code at the end of a diagnostic's first line; empty for any other line.
std::string code_of_line(const std::string& line) {
    const std::size_t open = line.rfind(" [");
    const bool is_first = open != std::string::npos && line.ends_with(']') && line[0] != ' ' &&
                          (line.find(": error: ") != std::string::npos ||
                           line.find(": warning: ") != std::string::npos);
    return is_first ? line.substr(open + 2, line.size() - open - 3) : "";
}

Said run_session(const Entry& entry, const fs::path& root) {
    Said said;
    for (const Edit& edit : entry.example) said.changes.push_back(carry_out(edit, root));
    for (const std::string& words : entry.session) said.printed = printed_by(words, root);
    return said;
}

Said run_broken_intent(const Entry& entry) {
    const example::Case broken = broken_intent(entry.intent);
    Said said{{}, example::sources(broken.size), {}, {}};
    Diagnostics problems;
    rules::check_all(broken.intent, broken.limits, problems);
    problems.sort(said.sources);
    said.report.checked.push_back({"lab1", "", problems});
    return said;
}

}  // namespace

std::set<std::string> Said::codes() const {
    std::set<std::string> all;
    for (const std::string& line : lines_of(printed)) all.insert(code_of_line(line));
    all.erase("");
    const Diagnostics problems = report.problems(sources);
    for (const Diagnostic& one : problems.all()) all.insert(one.code);
    return all;
}

std::string Said::message(const std::string& code) const {
    std::string text;  // of what was printed: its first line, and those that are indented below it
    for (const std::string& line : lines_of(printed)) {
        if (!text.empty() && !line.starts_with(' ')) break;
        if (!text.empty() || code_of_line(line) == code) text += line + "\n";
    }
    if (!text.empty()) return text;
    const Diagnostics problems = report.problems(sources);
    for (const Diagnostic& one : problems.all())
        if (one.code == code) return to_text(one, sources, false);
    return "";
}

Said run_example(const Entry& entry) {
    if (!entry.intent.empty()) return run_broken_intent(entry);
    if (!entry.says.empty()) return {{}, {}, {}, entry.says};
    const Scratch scratch;
    if (!entry.session.empty()) return run_session(entry, scratch.root());
    std::optional<Applied> applied;
    if (entry.applied) applied = apply({scratch.root()}, entry.site);
    Said said;
    for (const Edit& edit : entry.example) said.changes.push_back(carry_out(edit, scratch.root()));
    Sources sources;
    Diagnostics problems;
    if (entry.library.empty())
        problems = problems_of({scratch.root()}, entry.site, applied, sources);
    else
        definition::check_library(scratch.root() / entry.library, {}, sources, problems);
    problems.sort(sources);
    said.sources = shown_from(scratch.root(), sources);
    said.report.checked.push_back({entry.site, "", shown_from(scratch.root(), problems)});
    return said;
}

}  // namespace colo::tests
