#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "intent/base/names.h"
#include "intent/plan/as_if.h"
#include "intent/plan/counts.h"
#include "intent/plan/groups.h"
#include "intent/plan/proof.h"
#include "intent/plan/reasons.h"
#include "intent/plan/risks.h"

namespace colo::plan {

namespace {

std::string standard_text(const Plan& plan) {
    const SiteHead& before = plan.base.intent.head;
    const SiteHead& after = plan.goal.intent.head;
    std::string now = fmt::format("{} {}", after.standard, after.standard_version);
    if (plan.base.revision == 0) return now;
    const std::string was = fmt::format("{} {}", before.standard, before.standard_version);
    return was == now ? now + " (unchanged)" : change_of_text(was, now);
}

std::string header(const Plan& plan) {
    const std::string from = plan.base.revision == 0
                                 ? "first plan"
                                 : fmt::format("revision {} -> new", plan.base.revision);
    return fmt::format("{}: {}, {}", plan.goal.intent.head.site, from, standard_text(plan));
}

/// `301 devices, 291 rack positions and 301 names`; of those that there were none of, nothing.
std::string kept_text(const Plan& plan) {
    std::vector<std::string> parts;
    for (const Kept& kept : plan.proof)
        if (kept.before > 0) parts.push_back(count_of(kept.kept, one_of(kept.what), kept.what));
    if (parts.empty()) return {};
    const std::string last = parts.back();
    parts.pop_back();
    return parts.empty() ? last : fmt::format("{} and {}", fmt::join(parts, ", "), last);
}

/// A cable whose end moved is named by that end.
bool is_named_otherwise(const Moved& moved) { return moved.what == "cable"; }

Block moved_block(const Plan& plan, View view) {
    std::map<std::string, std::size_t> seen;
    Block out;
    for (const Moved& moved : plan.moved) {
        if (is_named_otherwise(moved)) continue;
        if (++seen[moved.what] > few && view == View::terse) continue;
        out.push_back({Action::change,
                       {moved.what, moved.id, fmt::format("{} -> {}", moved.before, moved.after)},
                       moved.because});
    }
    for (const auto& [what, count] : seen)
        if (count > few && view == View::terse)
            out.push_back({Action::change,
                           {what, fmt::format("and {} more (--verbose names each)",
                                              with_thousands(count - few))},
                           {}});
    return out;
}

void print_groups(Page& page, const Plan& plan, View view) {
    const bool full = view == View::full;
    page.group("hands on site", full ? all_blocks(plan, Impact::hands) : hands_blocks(plan));
    std::vector<Block> push = full ? all_blocks(plan, Impact::push) : push_blocks(plan);
    if (full) push.push_back(also_pushed_block(plan));
    page.group("push", push);
    page.group("record", full ? all_blocks(plan, Impact::record) : record_blocks(plan));
}

bool takes_away(const Plan& plan) {
    return std::any_of(plan.changes.begin(), plan.changes.end(), [](const Change& change) {
        return change.action == Action::remove && change.impact == Impact::hands;
    });
}

void print_risks(Page& page, const Plan& plan, View view) {
    if (plan.base.revision == 0) return;  // nothing stands yet
    if (plan.risks.empty())
        return page.line(takes_away(plan) ? "Nothing that stays in service is touched."
                                          : "Nothing in service is touched.");
    page.group("at risk", {risk_block(plan, view)});
    page.blank();
}

void print_exceptions(Page& page, const Plan& plan) {
    const auto& exceptions = plan.goal.intent.exceptions;
    if (exceptions.empty()) return;
    page.line(count_of(exceptions.size(), "exception") + " in force:");
    for (const Exception& one : exceptions)
        page.line(fmt::format("  {} {}: {}{}", one.on, one.set, one.reason,
                              one.until ? ", until " + *one.until : ""));
    page.blank();
}

void print_proof(Page& page, const Plan& plan, View view) {
    const std::string kept = kept_text(plan);
    if (kept.empty()) return;
    if (plan.moved.empty()) {
        page.line(fmt::format("Nothing else moved: {} keep their place.", kept));
        return;
    }
    page.group("moved", {moved_block(plan, view)});
    page.blank();
    page.line(fmt::format("Nothing else moved: {} keep their place.", kept));
}

std::string definition_of(const Plan& plan) {
    for (const Origin& origin : plan.goal.origins)
        if (const auto colon = origin.because_place.find(':'); colon != std::string::npos)
            return origin.because_place.substr(0, colon);
    return "its site definition";
}

std::string nothing_to_do(const Plan& plan) {
    Page page(false);
    page.line(fmt::format("{}: no changes. Revision {} is what {} says.",
                          plan.goal.intent.head.site, plan.base.revision, definition_of(plan)));
    if (const std::string kept = kept_text(plan); !kept.empty())
        page.line(fmt::format("Nothing moved: {} keep their place.", kept));
    return std::move(page).text();
}

/// The plan but for what to do with it.
Page page_of(const Plan& plan, View view, bool colour) {
    Page page(colour);
    page.line(header(plan));
    page.blank();
    print_groups(page, plan, view);
    page.blank();
    print_risks(page, plan, view);
    print_exceptions(page, plan);
    print_proof(page, plan, view);
    page.line(counts_line(plan));
    return page;
}

}  // namespace

std::string to_text(const Plan& plan, View view, bool colour, std::string_view applied_as) {
    if (plan.empty()) return nothing_to_do(plan);
    Page page = page_of(plan, view, colour);
    page.line(fmt::format("Apply with: colo apply {}",
                          applied_as.empty() ? plan.goal.intent.head.site : applied_as));
    return std::move(page).text();
}

std::string to_text_as_if(const Plan& plan, View view, bool colour) {
    if (plan.empty()) return nothing_to_do(plan);
    const SiteHead& head = plan.goal.intent.head;
    Page page = page_of(plan, view, colour);
    page.line(fmt::format("This is as if {} said standard: {} {}. Nothing was changed.",
                          definition_of(plan), head.standard, head.standard_version));
    return std::move(page).text();
}

}  // namespace colo::plan
