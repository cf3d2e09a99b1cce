// Explanations as text and as JSON.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "tools/colo/explain/explanation.h"

namespace colo::tool {

namespace {

using nlohmann::json;

/// `revision 3 (2026-02-11, engineer-2, "phase 2")`.
std::string revision_text(const store::RevisionEntry& revision) {
    return fmt::format("revision {} ({}, {}{})", revision.number, revision.at.substr(0, 10),
                       revision.author,
                       revision.reason.empty() ? "" : fmt::format(", \"{}\"", revision.reason));
}

std::string decision_text(const Decision& decision) {
    std::string text = decision.what;
    if (!decision.value.empty()) text += " " + decision.value;
    text += fmt::format(": {}", to_text(decision.how));
    if (decision.since) text += " in " + revision_text(*decision.since);
    if (decision.how == How::allocated && !decision.why.empty()) return text + "; " + decision.why;
    return decision.why.empty() ? text : text + ", " + decision.why;
}

std::string with_place(std::string_view word, const std::string& text, const std::string& place) {
    if (place.empty()) return fmt::format("  {} {}\n", word, text);
    return fmt::format("  {} {:<{}} {}\n", word, text, 27 - static_cast<int>(word.size()) - 1,
                       place);
}

}  // namespace

std::string_view to_text(How how) {
    switch (how) {
        case How::derived: return "derived";
        case How::allocated: return "allocated";
        case How::excepted: return "excepted";
    }
    return "";
}

std::string to_text(const Explanation& explanation,
                    const std::optional<store::RevisionEntry>& brought) {
    std::string text = explanation.title + "\n";
    for (const std::string& fact : explanation.facts) text += "  " + fact + "\n";
    for (const ExceptionHere& one : explanation.exceptions)
        text += with_place(
            "exception",
            one.text + (one.until.empty() ? "" : fmt::format(" (until {})", one.until)), one.place);
    for (const auto& [name, place] : explanation.rules) text += with_place("rule", name, place);
    for (const auto& [why, place] : explanation.because) text += with_place("because", why, place);
    for (const Decision& decision : explanation.decisions)
        text += "  " + decision_text(decision) + "\n";
    if (brought) text += "  as it is since " + revision_text(*brought) + "\n";
    return text;
}

json to_json(const store::RevisionEntry& revision) {
    return {{"revision", revision.number},
            {"at", revision.at},
            {"author", revision.author},
            {"reason", revision.reason}};
}

json to_json(const Explanation& explanation) {
    json out{{"title", explanation.title}, {"facts", explanation.facts}};
    for (const char* list : {"exceptions", "rules", "because", "decisions"})
        out[list] = json::array();
    for (const ExceptionHere& one : explanation.exceptions) {
        json exception{{"text", one.text}, {"place", one.place}};
        if (!one.until.empty()) exception["until"] = one.until;
        out["exceptions"].push_back(std::move(exception));
    }
    for (const auto& [name, place] : explanation.rules)
        out["rules"].push_back({{"name", name}, {"place", place}});
    for (const auto& [why, place] : explanation.because)
        out["because"].push_back({{"text", why}, {"place", place}});
    for (const Decision& one : explanation.decisions) {
        json decision{
            {"what", one.what}, {"value", one.value}, {"how", to_text(one.how)}, {"why", one.why}};
        if (one.since) decision["since"] = to_json(*one.since);
        out["decisions"].push_back(std::move(decision));
    }
    return out;
}

}  // namespace colo::tool
