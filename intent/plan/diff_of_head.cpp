#include <fmt/format.h>

#include <map>

#include "intent/plan/diff.h"
#include "intent/plan/field_text.h"

namespace colo::plan {

namespace {

Change record_of(std::string table, std::string id, Action action) {
    Change change;
    change.table = std::move(table);
    change.id = id;
    change.name = std::move(id);
    change.action = action;
    change.work = {Work::record};
    return change;
}

std::string space_text(const SiteHead& head) {
    std::vector<std::string> texts;
    for (const IpPrefix& prefix : head.address_space) texts.push_back(to_text(prefix));
    return field_text(texts);
}

std::vector<FieldChange> head_fields(const SiteHead& before, const SiteHead& after) {
    std::vector<FieldChange> out;
    const auto compare = [&](const char* field, const std::string& a, const std::string& b) {
        if (a != b) out.push_back({field, a, b});
    };
    compare("site", before.site, after.site);
    compare("standard", before.standard, after.standard);
    compare("standard_version", before.standard_version, after.standard_version);
    compare("standard_digest", before.standard_digest, after.standard_digest);
    compare("facility", before.facility, after.facility);
    compare("city", before.city, after.city);
    compare("timezone", before.timezone, after.timezone);
    compare("budget", before.power_basis.budget, after.power_basis.budget);
    compare("feed_loss", before.power_basis.feed_loss, after.power_basis.feed_loss);
    compare("address_space", space_text(before), space_text(after));
    compare("asn", field_text(before.asn), field_text(after.asn));
    compare("capabilities", field_text(before.capabilities), field_text(after.capabilities));
    return out;
}

/// An exception is known by what it says; what else is written about it may change.
std::string said_by(const Exception& exception) { return exception.on + " " + exception.set; }

using ByText = std::multimap<std::string, const Exception*>;

ByText by_text(const std::vector<Exception>& exceptions) {
    ByText out;
    for (const Exception& exception : exceptions) out.emplace(said_by(exception), &exception);
    return out;
}

std::vector<FieldChange> exception_fields(const Exception& before, const Exception& after) {
    std::vector<FieldChange> out;
    if (before.reason != after.reason) out.push_back({"reason", before.reason, after.reason});
    if (before.until != after.until)
        out.push_back({"until", field_text(before.until), field_text(after.until)});
    return out;
}

void diff_exceptions(const Intent& before, const Intent& after, const Reasons& reasons,
                     std::vector<Change>& out) {
    const std::size_t first = out.size();
    ByText old_ones = by_text(before.exceptions);
    for (const auto& [text, exception] : by_text(after.exceptions)) {
        const auto same = old_ones.find(text);
        if (same == old_ones.end()) {
            out.push_back(record_of("exceptions", text, Action::add));
            continue;
        }
        Change change = record_of("exceptions", text, Action::change);
        change.fields = exception_fields(*same->second, *exception);
        if (!change.fields.empty()) out.push_back(std::move(change));
        old_ones.erase(same);
    }
    for (const auto& [text, exception] : old_ones)
        out.push_back(record_of("exceptions", text, Action::remove));
    for (std::size_t i = first; i < out.size(); ++i)
        out[i].because = reasons.of({"exceptions/" + out[i].id});
}

/// The keys of the site definition that the fields come from; the line of the standard for others.
std::vector<std::string> keys_of(const std::vector<FieldChange>& fields) {
    std::vector<std::string> out;
    for (const FieldChange& field : fields)
        if (field.field == "facility" || field.field == "city" || field.field == "timezone")
            out.push_back("site/facility");
        else if (field.field == "address_space" || field.field == "asn")
            out.push_back("site/address-space");
    out.push_back("site");
    return out;
}

}  // namespace

std::vector<Change> diff_of_head(const Base& base, const Intent& after, const Reasons& reasons) {
    std::vector<Change> out;
    const bool first = base.revision == 0;
    Change head = record_of("site", after.head.site, first ? Action::add : Action::change);
    if (!first) head.fields = head_fields(base.intent.head, after.head);
    head.because = reasons.of(keys_of(head.fields));
    if (first || !head.fields.empty()) out.push_back(std::move(head));
    diff_exceptions(base.intent, after, reasons, out);
    return out;
}

std::vector<Change> diff_of_allocations(const Base& base, const Allocations& after) {
    const Allocations& before = base.allocations;
    using Key = std::pair<AllocationKind, std::string>;
    std::map<Key, std::pair<const Allocation*, const Allocation*>> both;
    for (const Allocation& one : before) both[{one.kind, one.identity}].first = &one;
    for (const Allocation& one : after) both[{one.kind, one.identity}].second = &one;

    std::vector<Change> out;
    for (const auto& [key, sides] : both) {
        const auto& [old_one, new_one] = sides;
        if (old_one && new_one && *old_one == *new_one) continue;
        const Action action = !old_one ? Action::add : !new_one ? Action::remove : Action::change;
        Change change =
            record_of("allocations", std::string(to_text(key.first)) + " " + key.second, action);
        if (action == Action::change)
            change.fields.push_back({"value", old_one->value, new_one->value});
        change.because = fmt::format("decided again on top of revision {}", base.revision);
        out.push_back(std::move(change));
    }
    return out;
}

}  // namespace colo::plan
