#include "intent/plan/plan_file.h"

#include <algorithm>
#include <set>

#include "intent/base/digest.h"
#include "intent/plan/file_values.h"

namespace colo::plan {

namespace {

constexpr std::string_view begins = R"({"format":"colo-plan-file/)";
constexpr std::string_view digest_key = R"(","digest":")";
constexpr std::string_view format = "1";

std::string first_line(const std::string& digest) {
    return std::string(begins) + std::string(format) + std::string(digest_key) + digest + "\",\n";
}

std::string digest_of_rest(std::string_view rest) {
    return Digest().part("colo-plan-file/1").part(rest).hex();
}

/// Writes the members of the one object, an entry of a table a line.
class Writer {
public:
    void member(const char* name, const Json& value) {
        key(name);
        append(value);
    }

    /// What is described says its fields' names, so that another colo's are not mistaken for ours.
    template <class T>
    void table(const char* name, const std::vector<T>& entries) {
        key(name);
        out_ += "{\"fields\":";
        append(field_names<T>());
        out_ += ",\"entries\":";
        list(entries);
        out_ += "}";
    }
    template <class T>
    void plain(const char* name, const std::vector<T>& entries) {
        key(name);
        list(entries);
    }

    std::string text() && { return std::move(out_) + "\n}\n"; }

private:
    void key(const char* name) {
        if (!out_.empty()) out_ += ",\n";
        out_.append("\"").append(name).append("\":");
    }
    void append(const Json& value) {
        out_ += value.dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    template <class T>
    void list(const std::vector<T>& entries) {
        const char* before = "[\n";
        for (const T& entry : entries) {
            out_ += before;
            append(json_value(entry));
            before = ",\n";
        }
        out_ += entries.empty() ? "[]" : "\n]";
    }

    std::string out_;
};

/// The objects of the base that the plan's views look up.
Intent named_in(const Plan& plan) {
    std::set<std::string_view> ids;
    Intent out;
    for_each_table(out, [&]<class T>(const char* name, std::vector<T>& table) {
        ids.clear();
        for (const Change& change : plan.changes)
            if (change.table == name && change.action != Action::add) ids.insert(change.id);
        if (ids.empty()) return;
        for_each_table(plan.base.intent, [&]<class U>(const char*, const std::vector<U>& all) {
            if constexpr (std::same_as<T, U>)
                std::copy_if(all.begin(), all.end(), std::back_inserter(table),
                             [&](const T& one) { return ids.count(one.id.value) > 0; });
        });
    });
    return out;
}

void write_intent(Writer& out, const std::string& side, const Intent& intent) {
    for_each_table(intent, [&](const char* name, const auto& table) {
        out.table((side + "." + name).c_str(), table);
    });
}

}  // namespace

bool is_plan_file(std::string_view beginning) {
    const std::size_t brace = beginning.find_first_not_of(" \t\r\n");
    return brace != std::string_view::npos && beginning[brace] == '{' &&
           beginning.substr(brace, 200).find("colo-plan-file/") != std::string_view::npos;
}

std::string sealed(const std::string& rest) { return first_line(digest_of_rest(rest)) + rest; }

std::string to_file(const SavedPlan& saved) {
    const Plan& plan = saved.plan;
    Writer out;
    out.member("site", plan.goal.intent.head.site);
    out.member("author", saved.author);
    out.member("made", saved.made_at);
    out.member("expires", saved.expires_at);
    out.member("lineage", plan.base.lineage);
    out.member("epoch", plan.base.epoch);
    out.member("revision", plan.base.revision);
    out.member("record", plan.base.record);
    out.plain("inputs", saved.inputs);
    out.plain("changes", plan.changes);
    out.plain("proof", plan.proof);
    out.plain("moved", plan.moved);
    out.plain("risks", plan.risks);
    out.member("base.head", json_value(plan.base.intent.head));
    write_intent(out, "base", named_in(plan));
    out.member("goal.head", json_value(plan.goal.intent.head));
    out.plain("goal.exceptions", plan.goal.intent.exceptions);
    write_intent(out, "goal", plan.goal.intent);
    out.plain("goal.allocations", plan.goal.allocations);
    out.plain("goal.origins", plan.goal.origins);
    return sealed(std::move(out).text());
}

}  // namespace colo::plan
