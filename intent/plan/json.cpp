#include <nlohmann/json.hpp>

#include "intent/plan/counts.h"

namespace colo::plan {

namespace {

using Json = nlohmann::json;

const char* word(Action action) {
    switch (action) {
        case Action::add: return "add";
        case Action::change: return "change";
        case Action::remove: return "remove";
    }
    return "";
}

const char* word(Impact impact) {
    switch (impact) {
        case Impact::hands: return "hands";
        case Impact::push: return "push";
        case Impact::record: return "record";
    }
    return "";
}

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json standard(const SiteHead& head) {
    return {{"name", head.standard},
            {"version", head.standard_version},
            {"digest", head.standard_digest}};
}

Json json_of(const Change& change) {
    Json fields = Json::array();
    for (const FieldChange& field : change.fields)
        fields.push_back({{"field", field.field},
                          {"before", or_null(field.before)},
                          {"after", or_null(field.after)}});
    return {{"table", change.table},         {"id", change.id},
            {"name", change.name},           {"was", or_null(change.was)},
            {"action", word(change.action)}, {"impact", word(change.impact)},
            {"moved", change.moved},         {"renamed", change.renamed},
            {"rule", or_null(change.rule)},  {"devices", change.devices},
            {"fields", std::move(fields)},   {"because", or_null(change.because)}};
}

Json json_of(const Counts& counts) {
    return {{"add", counts.added},       {"change", counts.changed},
            {"remove", counts.removed},  {"moved", counts.moved},
            {"renamed", counts.renamed}, {"called_otherwise", counts.otherwise},
            {"push", counts.pushed}};
}

Json base_of(const Plan& plan) {
    const bool first = plan.base.revision == 0;
    return {{"lineage", plan.base.lineage},
            {"epoch", plan.base.epoch},
            {"revision", plan.base.revision},
            {"standard", first ? Json() : standard(plan.base.intent.head)}};
}

}  // namespace

std::string to_json(const Plan& plan) {
    Json changes = Json::array(), proof = Json::array(), moved = Json::array();
    for (const Change& change : plan.changes) changes.push_back(json_of(change));
    for (const Kept& kept : plan.proof)
        proof.push_back({{"what", kept.what}, {"before", kept.before}, {"kept", kept.kept}});
    for (const Moved& one : plan.moved)
        moved.push_back({{"what", one.what},
                         {"id", one.id},
                         {"before", one.before},
                         {"after", one.after},
                         {"because", or_null(one.because)}});
    const Json out{{"format", "colo-plan/1"},
                   {"site", plan.goal.intent.head.site},
                   {"empty", plan.empty()},
                   {"base", base_of(plan)},
                   {"standard", standard(plan.goal.intent.head)},
                   {"counts", json_of(count_changes(plan))},
                   {"changes", std::move(changes)},
                   {"proof", std::move(proof)},
                   {"moved", std::move(moved)}};
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace colo::plan
