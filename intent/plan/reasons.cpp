#include "intent/plan/reasons.h"

#include <fmt/format.h>

#include <set>

namespace colo::plan {

namespace {

std::string at(const std::string& place, const std::string& text) {
    if (place.empty()) return text;
    return text.empty() ? place : fmt::format("{}  {}", place, text);
}

std::string as_written(const Origin& origin) {
    return origin.because_place.empty() ? at(origin.rule_place, origin.because_text)
                                        : at(origin.because_place, origin.because_text);
}

std::string standard_of(const SiteHead& head) {
    return fmt::format("{} {}", head.standard, head.standard_version);
}

std::string other_rule(const Origin& origin, const SiteHead& before, const SiteHead& after) {
    const std::string text =
        standard_of(before) == standard_of(after)
            ? fmt::format("{}, changed in {}", origin.subject, standard_of(after))
            : fmt::format("{}, {}", origin.subject,
                          change_of_text(standard_of(before), standard_of(after)));
    return at(origin.rule_place, text);
}

std::string changed_text(const Origin& before, const Origin& after) {
    return at(after.because_place, change_of_text(before.because_text, after.because_text));
}

/// A later line of an unchanged standard is no change: only another version, digest or file is.
bool rule_differs(const Origin& before, const Origin& after, const Base& base,
                  const SiteHead& goal) {
    const SiteHead& head = base.intent.head;
    return before.rule_place != after.rule_place &&
           (standard_of(head) != standard_of(goal) || head.standard_digest != goal.standard_digest);
}

}  // namespace

std::string change_of_text(const std::string& before, const std::string& after) {
    const std::size_t value = after.rfind(' ');
    const bool same_name = value != std::string::npos && before.rfind(' ') == value &&
                           before.compare(0, value, after, 0, value) == 0;
    return fmt::format("{} -> {}", before, same_name ? after.substr(value + 1) : after);
}

Reasons::Reasons(const Base& base, const Generated& goal) {
    std::map<std::string_view, const Origin*> before;
    for (const Origin& origin : base.origins) before.emplace(origin.subject, &origin);

    for (const Origin& origin : goal.origins) {
        const auto found = before.find(origin.subject);
        Reason reason{as_written(origin), found == before.end()};
        if (found != before.end()) {
            const Origin& old = *found->second;
            if (old.because_text != origin.because_text)
                reason = {changed_text(old, origin), true};
            else if (rule_differs(old, origin, base, goal.intent.head))
                reason = {other_rule(origin, base.intent.head, goal.intent.head), true};
            before.erase(found);
        }
        by_subject_.emplace(origin.subject, std::move(reason));
    }
    for (const auto& [subject, origin] : before)
        by_subject_.emplace(subject, Reason{fmt::format("gone since revision {}: {}", base.revision,
                                                        as_written(*origin)),
                                            true});

    std::set<std::string_view> edits;
    for (const auto& [subject, reason] : by_subject_)
        if (reason.changed) edits.insert(reason.text);
    if (edits.size() == 1) only_edit_ = *edits.begin();
}

const std::string& Reasons::of(const std::vector<std::string>& subjects) const {
    const std::string* first = nullptr;
    for (const std::string& subject : subjects) {
        const auto found = by_subject_.find(subject);
        if (found == by_subject_.end()) continue;
        if (found->second.changed) return found->second.text;
        if (!first) first = &found->second.text;
    }
    return first && only_edit_.empty() ? *first : only_edit_;
}

}  // namespace colo::plan
