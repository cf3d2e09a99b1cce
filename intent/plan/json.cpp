#include <nlohmann/json.hpp>

#include "intent/plan/counts.h"
#include "intent/plan/plan_file.h"

namespace colo::plan {

namespace {

using Json = nlohmann::json;

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json standard(const SiteHead& head) {
    return {{"name", head.standard},
            {"version", head.standard_version},
            {"digest", head.standard_digest}};
}

Json json_of(const Change& change) {
    Json fields = Json::array(), work = Json::array();
    for (const Work one : change.work) work.push_back(to_text(one));
    for (const FieldChange& field : change.fields)
        fields.push_back({{"field", field.field},
                          {"before", or_null(field.before)},
                          {"after", or_null(field.after)}});
    return {{"table", change.table},
            {"id", change.id},
            {"name", change.name},
            {"was", or_null(change.was)},
            {"action", to_text(change.action)},
            {"impact", to_text(change.impact)},
            {"work", std::move(work)},
            {"moved", change.moved},
            {"renamed", change.renamed},
            {"rule", or_null(change.rule)},
            {"devices", change.devices},
            {"fields", std::move(fields)},
            {"because", or_null(change.because)}};
}

Json json_of(const Risk& risk) {
    return {{"loss", to_text(risk.loss)},
            {"action", to_text(risk.action)},
            {"work", to_text(risk.work)},
            {"table", risk.table},
            {"id", risk.id},
            {"name", risk.name},
            {"group", or_null(risk.group)},
            {"of", or_null(risk.of)},
            {"devices", risk.devices},
            {"left", risk.left},
            {"because", or_null(risk.because)}};
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

Json json_of(const Plan& plan) {
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
    Json risks = Json::array();
    for (const Risk& risk : plan.risks) risks.push_back(json_of(risk));
    return {{"format", "colo-plan/1"},
            {"site", plan.goal.intent.head.site},
            {"empty", plan.empty()},
            {"base", base_of(plan)},
            {"standard", standard(plan.goal.intent.head)},
            {"counts", json_of(count_changes(plan))},
            {"changes", std::move(changes)},
            {"proof", std::move(proof)},
            {"moved", std::move(moved)},
            {"risks", std::move(risks)}};
}

std::string text_of(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string to_json(const Plan& plan) { return text_of(json_of(plan)); }

std::string to_json(const SavedPlan& saved, std::string_view now_utc) {
    Json inputs = Json::object(), out = json_of(saved.plan);
    for (const Input& input : saved.inputs) inputs[input.path] = input.digest;
    out["saved"] = {{"author", saved.author},
                    {"at", saved.made_at},
                    {"expires", saved.expires_at},
                    {"expired", has_expired(saved, now_utc)},
                    {"inputs", std::move(inputs)}};
    return text_of(out);
}

}  // namespace colo::plan
