#include "tools/colo/explain/explaining.h"

#include <fmt/format.h>

#include <algorithm>

#include "intent/model/cable_ways.h"
#include "intent/model/describe.h"

namespace colo::tool {

std::string Explaining::device_name(const DeviceId& id) const {
    const Device* found = device(id);
    return found ? fmt::format("{} ({})", found->name, id.value) : id.value;
}

std::string Explaining::end_text(const CableEnd& end) const {
    if (!end.device) return end.text.value_or("");
    return fmt::format("{} {}", device_name(*end.device), end.name.value_or(""));
}

void Explaining::cable_facts(const Cable* cable) {
    if (!cable) return fact("not cabled");
    fact(fmt::format("cable {}: {} to {}, {} {}{}", cable->label, end_text(cable->a),
                     end_text(cable->b), colo::to_text(cable->length), cable->media,
                     cable->colour ? ", " + *cable->colour : ""));
    if (cable->path) fact(fmt::format("  piece of the way {}", *cable->path));
    if (cable->route_length)
        fact(fmt::format("  route {}, next stocked length {}", colo::to_text(*cable->route_length),
                         colo::to_text(cable->length)));
}

const Origin* Explaining::origin(const std::string& subject) const {
    const auto found = std::lower_bound(
        base_.origins.begin(), base_.origins.end(), subject,
        [](const Origin& one, const std::string& wanted) { return one.subject < wanted; });
    return found != base_.origins.end() && found->subject == subject ? &*found : nullptr;
}

void Explaining::rule(const std::string& section, const std::string& name) {
    const Origin* found = origin(section + "/" + name);
    made_.rules.emplace_back(name, found ? found->rule_place : "");
}

void Explaining::because(const std::string& subject) {
    const Origin* found = origin(subject);
    if (found && !found->because_place.empty())
        made_.because.emplace_back(found->because_text, found->because_place);
}

void Explaining::because_of(const DeviceId& id) {
    if (const Device* found = device(id)) because(found->role ? "roles/" + *found->role : id.value);
}

void Explaining::lay_over(const std::string& subject) {
    constexpr std::string_view mark = "exception ";
    for (int n = 1;; ++n) {
        const Origin* found = origin(n == 1 ? subject : fmt::format("{} {}", subject, n));
        if (!found || !found->because_text.starts_with(mark)) return;
        ExceptionHere here{found->because_text.substr(mark.size()), found->because_place, "", "",
                           false};
        for (const Exception& one : base_.intent.exceptions)
            if (one.set + ": " + one.reason == here.text)
                here.until = one.until.value_or(""), here.set = one.set;
        made_.exceptions.push_back(std::move(here));
    }
}

const ExceptionHere* Explaining::excepted(std::string_view key) const {
    for (const ExceptionHere& one : made_.exceptions)
        if (sets("{" + one.set + "}", key)) return &one;
    return nullptr;
}

void Explaining::drop_idle_exceptions() {
    std::erase_if(made_.exceptions, [](const ExceptionHere& one) { return !one.decides; });
}

const Allocation* Explaining::allocated(AllocationKind kind, const std::string& identity) const {
    const auto found = std::lower_bound(base_.allocations.begin(), base_.allocations.end(),
                                        Allocation{kind, identity, ""});
    return found != base_.allocations.end() && found->kind == kind && found->identity == identity
               ? &*found
               : nullptr;
}

void Explaining::derive(std::string what, std::string value, std::string why) {
    made_.decisions.push_back(
        {std::move(what), std::move(value), How::derived, std::move(why), std::nullopt});
}

void Explaining::decide(const std::string& what, const std::string& value,
                        const std::vector<std::string_view>& keys,
                        std::optional<std::pair<AllocationKind, std::string>> kept,
                        const std::string& newcomers, const std::string& why) {
    for (const std::string_view key : keys)
        if (const ExceptionHere* said = excepted(key)) {
            made_.exceptions[static_cast<std::size_t>(said - made_.exceptions.data())].decides =
                true;
            made_.decisions.push_back({what, value, How::excepted, said->place, std::nullopt});
            return;
        }
    if (!kept || !allocated(kept->first, kept->second)) return derive(what, value, why);
    made_.decisions.push_back(
        {what, value, How::allocated, newcomers, since_(kept->first, kept->second)});
}

void Explaining::groups_of(const RackId& rack) {
    for (const Allocation& one : base_.allocations)
        if (one.kind == AllocationKind::group && one.identity.ends_with("/" + rack.value))
            decide(one.identity.substr(0, one.identity.find('/')), one.value, {},
                   std::pair(one.kind, one.identity),
                   "a newcomer joins the nearest with room, or founds one", "");
}

void Explaining::lay_over_cable(const Cable& cable) {
    const std::string& way = cable.path ? *cable.path : cable.id.value;
    const std::size_t from = way.find('/');
    if (from == std::string::npos) return;
    lay_over("exceptions/cabling/" + way.substr(0, way.find('/', from + 1)));
}

void Explaining::decide_end(const Cable& cable, bool is_from) {
    const auto whole = way_of(intent().cables, cable);
    const CableEnd& end = is_from ? whole.front()->a : whole.back()->b;
    if (!end.port) return;
    const std::string& way = cable.path ? *cable.path : cable.id.value;
    decide(is_from ? "from port" : "to port", end.port->value,
           is_from ? std::vector<std::string_view>{} : std::vector<std::string_view>{"to"},
           std::pair(is_from ? AllocationKind::from : AllocationKind::to, way),
           "a newcomer takes the lowest that is free",
           cable.rule == "links" ? "the site's link says it" : "from the order of the port group");
}

Explanation explain(const plan::Base& base, const Found& found, const Since& since) {
    Explaining explaining(base, since);
    if (found.table == "positions") explain_position(explaining, found.id);
    for_each_table(base.intent, [&](const char* name, const auto& table) {
        if (found.table != name) return;
        if (const auto* object = plan::find_by_id(table, found.id)) explain(explaining, *object);
    });
    return explaining.take();
}

}  // namespace colo::tool
