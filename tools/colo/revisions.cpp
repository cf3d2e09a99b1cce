#include "tools/colo/revisions.h"

#include <fmt/format.h>

#include <charconv>

namespace colo::tool {

namespace {

std::string or_nothing(const std::string& text) { return text.empty() ? "none" : text; }

}  // namespace

Result<std::int64_t> read_revision(std::string_view said, const std::string& site) {
    std::int64_t revision = 0;
    const auto [end, error] = std::from_chars(said.data(), said.data() + said.size(), revision);
    if (error == std::errc{} && end == said.data() + said.size() && revision > 0) return revision;
    return Failure{"bad-usage",
                   fmt::format("{} is not a revision", said),
                   {},
                   fmt::format("colo log {} lists them", site),
                   false};
}

std::string line_of(const store::RevisionEntry& entry) {
    std::string line = fmt::format("revision {}  {}  {}", entry.number, entry.at, entry.author);
    if (!entry.ticket.empty()) line += "  " + entry.ticket;
    if (!entry.reason.empty()) line += fmt::format("  \"{}\"", entry.reason);
    return line;
}

std::string fields_text(const std::vector<plan::FieldChange>& fields) {
    std::string text;
    for (const plan::FieldChange& field : fields)
        text += fmt::format("{}{} {} -> {}", text.empty() ? "" : ", ", field.field,
                            or_nothing(field.before), or_nothing(field.after));
    return text;
}

std::vector<plan::Change> changes_between(plan::Base from, plan::Base to) {
    return plan::make_plan(std::move(from),
                           {std::move(to.intent), std::move(to.allocations), std::move(to.origins)})
        .changes;
}

}  // namespace colo::tool
