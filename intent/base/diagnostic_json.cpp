#include <nlohmann/json.hpp>

#include "intent/base/report.h"

namespace colo {

namespace {

using nlohmann::json;

/// A file as a whole has no line; no place at all is null.
json place_json(const SourceRange& at, const Sources& sources) {
    if (!at.known()) return nullptr;
    json place{{"file", sources.file(at.file).path}};
    if (at.line > 0)
        place.update({{"line", at.line}, {"column", at.column}, {"length", at.length}});
    return place;
}

json diagnostic_json(const Diagnostic& diagnostic, const Sources& sources) {
    json notes = json::array();
    for (const Note& note : diagnostic.notes)
        notes.push_back({{"at", place_json(note.at, sources)}, {"text", note.text}});
    return {{"severity", diagnostic.severity == Severity::error ? "error" : "warning"},
            {"code", diagnostic.code},
            {"summary", diagnostic.summary},
            {"at", place_json(diagnostic.at, sources)},
            {"detail", diagnostic.detail},
            {"notes", notes},
            {"hint", diagnostic.hint},
            {"object", diagnostic.object}};
}

json checked_json(const Checked& one) {
    return {{"subject", one.subject},
            {"errors", one.problems.errors()},
            {"warnings", one.problems.warnings()},
            {"summary", one.summary}};
}

}  // namespace

std::string to_json(const Report& report, const Sources& sources) {
    const Diagnostics problems = report.problems(sources);
    json all = json::array(), checked = json::array();
    for (const Diagnostic& one : problems.all()) all.push_back(diagnostic_json(one, sources));
    for (const Checked& one : report.checked) checked.push_back(checked_json(one));
    const json whole{{"format", "colo-diagnostics/1"},
                     {"errors", problems.errors()},
                     {"warnings", problems.warnings()},
                     {"checked", checked},
                     {"diagnostics", all}};
    return whole.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace colo
