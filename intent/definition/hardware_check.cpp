#include "intent/definition/hardware_check.h"

#include <fmt/format.h>

#include <map>

#include "intent/definition/hardware_part.h"

namespace colo::definition {

namespace {

/// The parts of a section by their names; of two with one name the first.
using Names = std::map<std::string, Part, std::less<>>;

class Check {
public:
    Check(const Node& document, Policy policy, Diagnostics& out)
        : document_(document), policy_(policy), out_(out) {}

    void required(std::string_view key) {
        const Node* said = document_.find(key);
        if (!said || (said->is_scalar() && said->text.empty()))
            say("missing-key", document_.at, std::string(key), fmt::format("{} is not said", key));
    }

    void names(const Section& section) {
        Names& names = names_[section.key];
        for_each_part(document_, section.key, quiet_, [&](const Part& part) {
            const std::string name = part.text("name");
            if (name.empty()) return;
            const auto [first, is_new] = names.emplace(name, part);
            if (!is_new)
                say("port-name-twice", place(part, "name"), part.path("name"),
                    fmt::format("{} has two entries {}", section.key, name))
                    .notes = {{place(first->second, "name"), "the first is here"}};
        });
    }

    void references(const PartReference& reference) {
        const Names& there = names_[reference.to];
        for_each_part(document_, reference.from, quiet_, [&](const Part& part) {
            const std::string name = part.text(reference.key);
            if (!name.empty() && !there.contains(name)) say_dangling(part, reference, name, there);
        });
    }

    /// A front port stands on one position of its rear port, which has `positions` of them.
    void positions() {
        const Names& rear = names_["rear-ports"];
        for_each_part(document_, "front-ports", quiet_, [&](const Part& front) {
            const auto behind = rear.find(front.text("rear_port"));
            const auto position = front.decimal("rear_port_position");
            if (behind == rear.end() || !position) return;
            const auto positions = behind->second.decimal("positions").value_or(1000);
            if (*position < 1000 || *position > positions)
                say("out-of-range", place(front, "rear_port_position"),
                    front.path("rear_port_position"),
                    fmt::format("rear port {} has no position {}", behind->first,
                                thousandths_text(*position)))
                    .notes = {{place(behind->second, "name"), "the rear port"}};
        });
    }

private:
    static SourceRange place(const Part& part, std::string_view key) { return part.find(key)->at; }

    Diagnostic& say(std::string code, const SourceRange& at, std::string key, std::string summary) {
        Diagnostic& said = say_odd(policy_, out_, std::move(code), at, std::move(summary));
        said.key = std::move(key);
        return said;
    }

    void say_dangling(const Part& part, const PartReference& reference, const std::string& name,
                      const Names& there) {
        std::vector<std::string> candidates;
        if (there.size() <= 256)
            for (const auto& [known, found] : there) candidates.push_back(known);
        std::string hint = nearest_hint(name, candidates, out_);
        say("unknown-port", place(part, reference.key), part.path(reference.key),
            fmt::format("{} names {} {} that is not there", part.path(""), reference.what, name))
            .hint = std::move(hint);
    }

    const Node& document_;
    Policy policy_;
    Diagnostics& out_;
    Diagnostics quiet_;  ///< what the reader said already
    std::map<std::string_view, Names> names_;
};

}  // namespace

void check_hardware(const Node& document, Policy policy, Diagnostics& out) {
    Check check(document, policy, out);
    check.required("manufacturer");
    check.required("model");
    for (const Section& section : all_sections()) check.names(section);
    for (const PartReference& reference : part_references()) check.references(reference);
    check.positions();
}

}  // namespace colo::definition
