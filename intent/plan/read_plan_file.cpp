#include <fmt/format.h>

#include <algorithm>

#include "intent/base/digest.h"
#include "intent/base/id.h"
#include "intent/plan/file_values.h"
#include "intent/plan/plan_file.h"

namespace colo::plan {

namespace {

constexpr std::string_view begins = R"({"format":"colo-plan-file/)";
constexpr std::string_view digest_key = R"(","digest":")";
constexpr std::size_t digest_length = 64;
constexpr int deepest = 12;

Failure damaged(std::string why) {
    return {"plan-file-damaged",
            "the plan file is not as colo wrote it",
            {std::move(why)},
            "fetch it again from where it was saved, or plan again: colo plan SITE --out FILE",
            false};
}

Failure newer(std::string_view format) {
    return {"plan-file-newer",
            fmt::format("the plan file is of the format colo-plan-file/{}, which this colo does "
                        "not know",
                        format),
            {"it knows colo-plan-file/1"},
            "use the colo that wrote it, or plan again with this one: colo plan SITE --out FILE",
            false};
}

Failure unfit(std::string why) {
    return {"plan-file-unfit",
            "the plan file holds what this colo does not write",
            {std::move(why)},
            "use the colo that wrote it, or plan again with this one: colo plan SITE --out FILE",
            false};
}

/// What comes after the first line, once its digest is right.
Result<std::string_view> unsealed(std::string_view text) {
    if (!text.starts_with(begins)) return damaged("its first line is not that of a plan file");
    const std::size_t number = begins.size();
    const std::size_t end = text.substr(0, number + 20).find(digest_key, number);
    if (end == std::string_view::npos) return damaged("its first line is not that of a plan file");
    if (const auto format = text.substr(number, end - number); format != "1") {
        const bool later = !format.empty() && std::all_of(format.begin(), format.end(), [](char c) {
            return c >= '0' && c <= '9';
        });
        return later ? newer(format) : damaged("its first line is not that of a plan file");
    }
    const std::size_t digest = end + digest_key.size();
    const std::size_t rest = digest + digest_length + 3;
    if (text.size() < rest || text.substr(digest + digest_length, 3) != "\",\n")
        return damaged("it ends within its first line");
    const std::string is = Digest().part("colo-plan-file/1").part(text.substr(rest)).hex();
    if (is != text.substr(digest, digest_length))
        return damaged("it was changed or cut: its digest is another one");
    return text.substr(rest);
}

/// Brackets within brackets, outside of texts.
bool is_too_deep(std::string_view text) {
    int depth = 0;
    bool within = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (within && c == '\\')
            ++at;
        else if (c == '"')
            within = !within;
        else if (!within && (c == '[' || c == '{') && ++depth > deepest)
            return true;
        else if (!within && (c == ']' || c == '}'))
            --depth;
    }
    return false;
}

/// Takes members out of the one object; remembers the first that does not fit.
class Reader {
public:
    explicit Reader(Json json) : json_(std::move(json)) {}

    template <class T>
    void value(const char* name, T& out) {
        if (const Json* const found = member(name); found && !read_value(*found, out))
            complain(fmt::format("{} is no such value", name));
    }

    template <class T>
    void list(const char* name, std::vector<T>& out) {
        const Json* const found = member(name);
        if (found) entries(name, *found, out);
    }

    template <class T>
    void table(const std::string& name, std::vector<T>& out) {
        const Json* const found = member(name.c_str());
        if (!found) return;
        if (!found->is_object() || found->size() != 2 || !found->contains("fields") ||
            !found->contains("entries"))
            return complain(name + " is no table");
        if ((*found)["fields"] != field_names<T>())
            return complain(name + " has other fields than this colo's");
        entries(name, (*found)["entries"], out);
        const auto unsorted = std::adjacent_find(
            out.begin(), out.end(), [](const T& a, const T& b) { return !(a.id < b.id); });
        if (unsorted != out.end())
            complain(fmt::format("{} is not sorted, or has {} twice", name, unsorted->id.value));
    }

    void complain(std::string why) {
        if (why_.empty()) why_ = std::move(why);
    }

    /// What is wrong; empty when nothing is, and nothing is left over.
    std::string why() const {
        if (why_.empty() && taken_ != json_.size()) return "it has members of another colo's";
        return why_;
    }

private:
    const Json* member(const char* name) {
        const auto found = json_.find(name);
        if (found == json_.end()) return complain(fmt::format("{} is missing", name)), nullptr;
        ++taken_;
        return &*found;
    }

    template <class T>
    void entries(const std::string& name, const Json& all, std::vector<T>& out) {
        if (!all.is_array()) return complain(name + " is no list");
        out.reserve(all.size());
        for (const Json& one : all)
            if (!read_value(one, out.emplace_back()))
                return complain(fmt::format("entry {} of {} is no such thing", out.size(), name));
    }

    Json json_;
    std::size_t taken_ = 0;
    std::string why_;
};

template <class T, class Key>
bool is_sorted_by(const std::vector<T>& all, Key&& key) {
    return std::adjacent_find(all.begin(), all.end(), [&](const T& a, const T& b) {
               return !(key(a) < key(b));
           }) == all.end();
}

/// `2026-11-21T09:42:00Z`.
bool is_time(const std::string& text) { return !later(text, 0).empty(); }

void check(const SavedPlan& saved, const std::string& site, Reader& reader) {
    const Plan& plan = saved.plan;
    const auto decision = [](const Allocation& one) { return std::tie(one.kind, one.identity); };
    const auto subject = [](const Origin& one) -> const std::string& { return one.subject; };
    if (site.empty() || site != plan.goal.intent.head.site) reader.complain("its sites differ");
    if (!is_identity(site)) reader.complain("its site is no name");
    if (plan.base.revision < 0 || plan.base.epoch < 1) reader.complain("its base is none");
    if (!is_time(saved.made_at) || !is_time(saved.expires_at))
        reader.complain("its times are none");
    if (!is_sorted_by(plan.goal.allocations, decision))
        reader.complain("goal.allocations is not sorted");
    if (!is_sorted_by(plan.goal.origins, subject)) reader.complain("goal.origins is not sorted");
    for (const Change& change : plan.changes)
        if (change.work.empty()) reader.complain("a change says no work");
}

void read_intent(Reader& reader, const std::string& side, Intent& intent) {
    reader.value((side + ".head").c_str(), intent.head);
    for_each_table(intent,
                   [&](const char* name, auto& table) { reader.table(side + "." + name, table); });
}

std::string read(Json json, SavedPlan& out) {
    Reader reader(std::move(json));
    std::string site;
    Plan& plan = out.plan;
    reader.value("site", site);
    reader.value("author", out.author);
    reader.value("made", out.made_at);
    reader.value("expires", out.expires_at);
    reader.value("lineage", plan.base.lineage);
    reader.value("epoch", plan.base.epoch);
    reader.value("revision", plan.base.revision);
    reader.value("record", plan.base.record);
    reader.list("inputs", out.inputs);
    reader.list("changes", plan.changes);
    reader.list("proof", plan.proof);
    reader.list("moved", plan.moved);
    reader.list("risks", plan.risks);
    read_intent(reader, "base", plan.base.intent);
    read_intent(reader, "goal", plan.goal.intent);
    reader.list("goal.exceptions", plan.goal.intent.exceptions);
    reader.list("goal.allocations", plan.goal.allocations);
    reader.list("goal.origins", plan.goal.origins);
    check(out, site, reader);
    return reader.why();
}

}  // namespace

Result<SavedPlan> read_plan_file(std::string_view text) {
    if (text.size() > largest_plan_file) return damaged("it is larger than any plan");
    const auto rest = unsealed(text);
    if (!rest) return rest.failure();
    const std::string object = "{" + std::string(*rest);
    if (is_too_deep(object)) return unfit("it is nested too deep");
    Json json = Json::parse(object, nullptr, false);
    if (!json.is_object()) return unfit("it is no JSON");
    SavedPlan saved;
    if (std::string why = read(std::move(json), saved); !why.empty()) return unfit(std::move(why));
    return saved;
}

}  // namespace colo::plan
