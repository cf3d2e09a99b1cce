#include "intent/definition/fields.h"

#include <algorithm>

namespace colo::definition {

SourceRange FieldReader::key_place(std::string_view key) const {
    for (const Entry& entry : map_.entries)
        if (entry.key == key) return entry.key_at;
    return map_.at;
}

void FieldReader::finish() {
    std::vector<std::string> known(known_.begin(), known_.end());
    for (const Entry& entry : map_.entries) {
        if (known_.contains(entry.key)) continue;
        Diagnostic& problem =
            out_.error("unknown-key", entry.key_at, fmt::format("unknown key {}", entry.key));
        const auto near = nearest_name(entry.key, known);
        problem.hint = near ? fmt::format("did you mean {}?", *near)
                            : fmt::format("known here: {}", fmt::join(known, ", "));
        if (near) std::erase(missing_, *near);  // one misspelling, one error
    }
    for (const std::string& key : missing_) {
        if (map_.find(key) != nullptr) continue;  // null, which was reported as such
        const std::string missing = fmt::format("{} is missing here", key);
        if (map_.resembles.empty()) {
            out_.error("missing-key", map_.at, missing).object = key;
            continue;
        }
        Diagnostic& problem = out_.error("incomplete-entry", map_.at, missing);
        problem.object = key;
        problem.hint = fmt::format(
            "a new entry must be complete; did you mean {}, which the version below has?",
            map_.resembles);
    }
}

void say_wrong_type(const Node& node, std::string_view wanted, Diagnostics& out) {
    if (node.kind == Node::Kind::null) return;  // reported where it was read
    Diagnostic& problem = out.error(
        "wrong-type", node.at, fmt::format("this must be {}, not {}", wanted, kind_text(node)));
    if (!node.parameter.empty())
        problem.notes = {{node.origin, fmt::format("parameter {} gives it", node.parameter)}};
}

void say_bad_name(const Entry& entry, Diagnostics& out) {
    out.error("bad-name", entry.key_at, fmt::format("{} is not a name", entry.key)).hint =
        std::string(name_grammar);
}

void say_bad_range(const Entry& entry, const std::string& error, Diagnostics& out) {
    out.error("bad-range", entry.key_at, fmt::format("{}: {}", entry.key, error)).hint =
        "write it like R[01-06] or R[1,3,5]";
}

void say_name_twice(const Entry& entry, const std::string& name, const SourceRange& first,
                    Diagnostics& out) {
    out.error("duplicate-key", entry.key_at, fmt::format("{} is written twice", name)).notes = {
        {first, "it stands here already"}};
}

bool is_path_of_identities(std::string_view name) {
    while (true) {
        const std::size_t slash = name.find('/');
        if (!is_identity(name.substr(0, slash))) return false;
        if (slash == std::string_view::npos) return true;
        name.remove_prefix(slash + 1);
    }
}

}  // namespace colo::definition
