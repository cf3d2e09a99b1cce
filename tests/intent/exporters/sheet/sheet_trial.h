// Jobs for build sheets: of shipped sites, and of changes to the small example.
#pragma once

#include <functional>
#include <memory>

#include "intent/exporters/sheet/make_sheet.h"
#include "tests/intent/example_intent.h"
#include "tests/trial.h"

namespace colo::tests {

/// A change to the small example site, as a job. It owns what the job points at.
struct ChangeJob {
    explicit ChangeJob(const std::function<void(Intent&)>& edit, example::Size size = {}) {
        Generated goal = example::site(size);
        edit(goal.intent);
        goal.intent.sort();
        plan = std::make_unique<plan::Plan>(
            plan::make_plan(example::stored(example::site(size)), std::move(goal)));
        job.intent = &plan->goal.intent;
        job.changes = plan.get();
        job.scope = "a change";
    }

    std::unique_ptr<plan::Plan> plan;
    sheets::Job job;
};

/// The whole of a shipped site.
inline sheets::Job whole(const Trial& trial) {
    sheets::Job job;
    job.intent = &trial.intent();
    job.revision = 1;
    job.scope = "the whole site";
    return job;
}

inline const Trial& shipped(const std::string& site) {
    static std::map<std::string, Trial> trials;
    const auto [at, is_new] = trials.try_emplace(site);
    if (is_new) at->second = try_site(shipped_site(site));
    return at->second;
}

/// The table of a sheet by its key.
inline const sheets::Table& table(const sheets::Sheet& sheet, const std::string& key) {
    for (const sheets::Table& one : sheet.tables)
        if (one.key == key) return one;
    COLO_ASSERT(false, key.c_str());
}

/// A column of a table as texts, by its key.
inline std::vector<std::string> column(const sheets::Table& table, const std::string& key) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i].key == key)
            for (const sheets::Row& row : table.rows) out.push_back(to_text(row.cells[i]));
    return out;
}

}  // namespace colo::tests
