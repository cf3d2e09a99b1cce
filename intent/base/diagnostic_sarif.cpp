#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

#include "intent/base/report.h"
#include "intent/base/utf8.h"

namespace colo {

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

/// A path inside a URI (RFC 3986, 3.3): all but unreserved characters and slashes are escaped.
std::string uri_path(const std::string& path) {
    constexpr std::string_view plain = "-._~/";
    std::string out;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') || plain.find(c) != std::string_view::npos;
        out += is_plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
    }
    return out;
}

/// SARIF counts characters where colo counts bytes.
int characters_before(const std::string& line, int column) {
    const auto bytes = std::min(line.size(), static_cast<std::size_t>(std::max(column, 1)) - 1);
    int characters = 0;
    for (std::size_t at = 0; at < bytes; at += character_at(line, at).bytes) ++characters;
    return characters;
}

/// The first sentence of a text, which names a rule in lists.
std::string first_sentence(const std::string& text) {
    const std::size_t end = text.find(". ");
    return end == std::string::npos ? text : text.substr(0, end + 1);
}

class Log {
public:
    Log(const Sources& sources, const CodeTexts& texts, const SarifOrigin& origin)
        : sources_(sources), texts_(texts), origin_(origin) {}

    std::string write(const Diagnostics& problems) {
        for (const Diagnostic& one : problems.all()) codes_.push_back(one.code);
        std::sort(codes_.begin(), codes_.end());
        codes_.erase(std::unique(codes_.begin(), codes_.end()), codes_.end());
        json rules = json::array(), results = json::array();
        for (const std::string& code : codes_) rules.push_back(rule(code));
        for (const Diagnostic& one : problems.all()) results.push_back(result(one));
        const json driver{{"name", "colo"}, {"version", origin_.version}, {"rules", rules}};
        const json run{{"tool", {{"driver", driver}}},
                       {"columnKind", "unicodeCodePoints"},
                       {"results", results}};
        const json log{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                       {"version", "2.1.0"},
                       {"runs", json::array({run})}};
        return log.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
    }

private:
    json rule(const std::string& code) const {
        json made{{"id", code}};
        const auto text = texts_.find(code);
        if (text == texts_.end()) return made;
        made["shortDescription"] = {{"text", first_sentence(text->second.meaning)}};
        made["fullDescription"] = {{"text", text->second.meaning}};
        made["help"] = {{"text", text->second.mend}};
        return made;
    }

    json result(const Diagnostic& one) const {
        const auto rule = std::lower_bound(codes_.begin(), codes_.end(), one.code);
        json made{{"ruleId", one.code},
                  {"ruleIndex", rule - codes_.begin()},
                  {"level", one.severity == Severity::error ? "error" : "warning"},
                  {"message", {{"text", message(one)}}}};
        if (const json where = location(one); !where.empty())
            made["locations"] = json::array({where});
        if (const json related = related_locations(one); !related.empty())
            made["relatedLocations"] = related;
        return made;
    }

    /// All that the text form says, but for the notes that have a place.
    static std::string message(const Diagnostic& one) {
        std::string text = one.summary;
        for (const std::string& line : one.detail) text += "\n" + line;
        for (const Note& note : one.notes)
            if (!note.at.known()) text += "\n" + note.text;
        if (!one.hint.empty()) text += "\nhint: " + one.hint;
        return text;
    }

    json location(const Diagnostic& one) const {
        json made = json::object();
        if (one.at.known()) made["physicalLocation"] = physical(one.at);
        if (!one.object.empty())
            made["logicalLocations"] = json::array({{{"fullyQualifiedName", one.object}}});
        return made;
    }

    json related_locations(const Diagnostic& one) const {
        json all = json::array();
        for (const Note& note : one.notes)
            if (note.at.known())
                all.push_back({{"id", all.size() + 1},
                               {"physicalLocation", physical(note.at)},
                               {"message", {{"text", note.text}}}});
        return all;
    }

    json physical(const SourceRange& at) const {
        json made{{"artifactLocation", artifact(sources_.file(at.file).path)}};
        if (at.line > 0) made["region"] = region(at);
        return made;
    }

    /// Where nothing is marked, the region ends where the line does (SARIF 3.30.2).
    json region(const SourceRange& at) const {
        const std::string line = sources_.line(at);
        json made{{"startLine", at.line}, {"startColumn", characters_before(line, at.column) + 1}};
        if (at.length > 0) made["endColumn"] = characters_before(line, at.column + at.length) + 1;
        return made;
    }

    json artifact(const std::string& path) const {
        const fs::path whole = (origin_.working / path).lexically_normal();
        const fs::path inside = whole.lexically_relative(origin_.root);
        if (inside.empty() || *inside.begin() == "..")
            return {{"uri", "file://" + uri_path(whole.generic_string())}};
        return {{"uri", uri_path(inside.generic_string())}, {"uriBaseId", "%SRCROOT%"}};
    }

    const Sources& sources_;
    const CodeTexts& texts_;
    const SarifOrigin& origin_;
    std::vector<std::string> codes_;
};

}  // namespace

std::string to_sarif(const Report& report, const Sources& sources, const CodeTexts& texts,
                     const SarifOrigin& origin) {
    return Log(sources, texts, origin).write(report.problems(sources));
}

}  // namespace colo
