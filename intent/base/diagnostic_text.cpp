#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "intent/base/diagnostic.h"
#include "intent/base/result.h"
#include "intent/base/utf8.h"

namespace colo {

namespace {

struct Paint {
    bool on;
    std::string red(std::string_view text) const { return wrap("1;31", text); }
    std::string yellow(std::string_view text) const { return wrap("1;33", text); }
    std::string bold(std::string_view text) const { return wrap("1", text); }
    std::string cyan(std::string_view text) const { return wrap("36", text); }
    std::string wrap(std::string_view code, std::string_view text) const {
        return on ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
    }
};

/// Bytes that continue a UTF-8 character take no column of their own.
bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// What is quoted may be hostile: control bytes, but for one, and bytes that are no UTF-8 become
/// `?`.
std::string shown(std::string text, char allowed) {
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        const bool is_control =
            (character.code < 0x20 && text[at] != allowed) || character.code == 0x7F;
        if (!character.valid || is_control) text[at] = '?';
        at += character.bytes;
    }
    return text;
}

/// The line as it may be shown, with its tabs; one that is very long is cut around the place.
struct Quote {
    std::string text;
    std::size_t column;  // from 0, in `text`
};

Quote quote(const std::string& line, std::size_t column) {
    constexpr std::size_t widest = 160;
    std::size_t begin = 0;
    if (line.size() > widest && column > widest / 2) begin = column - widest / 2;
    while (begin > 0 && begin < line.size() && continues(line[begin])) --begin;
    std::size_t end = std::min(line.size(), begin + widest);
    while (end < line.size() && continues(line[end])) ++end;
    return {shown(line.substr(std::min(begin, line.size()), end - begin), '\t'), column - begin};
}

std::string marker(const Quote& quoted, std::size_t length) {
    std::string out;
    for (std::size_t i = 0; i < quoted.column && i < quoted.text.size(); ++i)
        if (!continues(quoted.text[i])) out += quoted.text[i] == '\t' ? '\t' : ' ';
    out += '^';
    for (std::size_t i = quoted.column + 1; i < quoted.column + length && i < quoted.text.size();
         ++i)
        if (!continues(quoted.text[i])) out += '~';
    return out;
}

std::string excerpt(const SourceRange& at, const Sources& sources, const Paint& paint) {
    const std::string line = sources.line(at);
    if (line.empty()) return {};
    const auto column = static_cast<std::size_t>(std::max(at.column, 1)) - 1;
    if (column > line.size()) return {};
    const Quote quoted = quote(line, column);
    const auto length = static_cast<std::size_t>(std::max(at.length, 1));
    return fmt::format("{:5} | {}\n      | {}\n", at.line, quoted.text,
                       paint.red(marker(quoted, length)));
}

std::string plural(int count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

/// Without control bytes: names of files may be hostile too.
std::string printable(std::string text) {
    for (char& byte : text)
        if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F) byte = '?';
    return text;
}

/// What is quoted of an input may be hostile or endless.
std::string harmless(const std::string& text) {
    constexpr std::size_t longest = 400;
    std::string out = text.substr(0, longest);
    while (out.size() == longest && !out.empty() && continues(out.back())) out.pop_back();
    out = shown(std::move(out), '?');
    return text.size() > longest ? out + "..." : out;
}

Diagnostic harmless(Diagnostic diagnostic) {
    diagnostic.summary = harmless(diagnostic.summary);
    diagnostic.hint = harmless(diagnostic.hint);
    diagnostic.key = harmless(diagnostic.key);
    for (std::string& line : diagnostic.detail) line = harmless(line);
    for (Note& note : diagnostic.notes) note.text = harmless(note.text);
    return diagnostic;
}

}  // namespace

std::string to_text(const Diagnostic& said, const Sources& sources, bool colour) {
    const Paint paint{colour};
    const Diagnostic diagnostic = harmless(said);
    const bool is_error = diagnostic.severity == Severity::error;
    const std::string where =
        diagnostic.at.known() ? printable(sources.where(diagnostic.at, diagnostic.at.column > 0))
                              : "colo";
    std::string out = fmt::format("{}: {}: {} [{}]\n", paint.bold(where),
                                  is_error ? paint.red("error") : paint.yellow("warning"),
                                  paint.bold(diagnostic.summary), diagnostic.code);
    out += excerpt(diagnostic.at, sources, paint);
    if (diagnostic.summary.find(diagnostic.key) == std::string::npos)
        out += fmt::format("  {}: {}\n", paint.cyan("key"), diagnostic.key);
    for (const auto& line : diagnostic.detail) out += fmt::format("  {}\n", line);
    for (const auto& note : diagnostic.notes)
        out += note.at.known() ? fmt::format("  {}: {}: {}\n", printable(sources.where(note.at)),
                                             paint.cyan("note"), note.text)
                               : fmt::format("  {}: {}\n", paint.cyan("note"), note.text);
    if (!diagnostic.hint.empty())
        out += fmt::format("  {}: {}\n", paint.cyan("hint"), diagnostic.hint);
    return out;
}

std::string to_text(const Diagnostics& diagnostics, const Sources& sources, bool colour) {
    std::string out;
    std::set<int> files;
    for (const auto& diagnostic : diagnostics.all()) {
        out += to_text(diagnostic, sources, colour);
        if (diagnostic.at.known()) files.insert(diagnostic.at.file);
    }
    if (diagnostics.empty()) return out;
    std::string count = diagnostics.has_errors() ? plural(diagnostics.errors(), "error") : "";
    if (diagnostics.warnings() > 0)
        count += (count.empty() ? "" : " and ") + plural(diagnostics.warnings(), "warning");
    const int in = static_cast<int>(files.size());
    out += in > 0 ? fmt::format("{} in {}\n", count, plural(in, "file")) : count + "\n";
    return out;
}

std::string to_text(const Failure& failure, bool colour) {
    const Paint paint{colour};
    std::string out = fmt::format("colo: {}: {} [{}]\n", paint.red("error"),
                                  paint.bold(harmless(failure.message)), failure.code);
    for (const auto& cause : failure.causes) out += fmt::format("  because {}\n", harmless(cause));
    if (!failure.hint.empty())
        out += fmt::format("  {}: {}\n", paint.cyan("hint"), harmless(failure.hint));
    return out;
}

}  // namespace colo
