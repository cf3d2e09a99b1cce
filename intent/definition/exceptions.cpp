#include "intent/definition/exceptions.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

#include "intent/base/suggestion.h"
#include "intent/definition/field_purposes.h"
#include "intent/definition/network_fields.h"
#include "intent/definition/standard_fields.h"
#include "intent/model/renames.h"

namespace colo::definition {

namespace {

std::string quoted(const std::string& text) {
    return text.find_first_of(",:{}[]#\"") == std::string::npos ? text : '"' + text + '"';
}

std::string entries_text(const Node& map) {
    std::string out;
    for (const Entry& entry : map.entries)
        out += (out.empty() ? "" : ", ") + entry.key + ": " + flow_text(entry.value);
    return out;
}

bool is_day(const std::string& text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = -1;
        const char* first = text.data() + at;
        const auto [end, error] = std::from_chars(first, first + length, value);
        return error == std::errc{} && end == first + length ? value : -1;
    };
    const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
    return year >= 0 && month >= 0 && day >= 0 &&
           std::chrono::year_month_day(std::chrono::year(year),
                                       std::chrono::month(static_cast<unsigned>(month)),
                                       std::chrono::day(static_cast<unsigned>(day)))
               .ok();
}

void say_if_unknown(const Entry& entry, Diagnostics& out) {
    if (keys_of_exceptions().contains(entry.key)) return;
    auto all = names_of(keys_of_exceptions());
    all.insert(all.end(), {"number", "retired", "address", "waive"});
    out.error("unknown-key", entry.key_at, fmt::format("unknown key {}", entry.key)).hint =
        suggestion(entry.key, all);
}

/// What each exception says, as it was written.
void note_texts(const Node& document, std::vector<ExceptionEntry>& exceptions) {
    const Node* list = document.find("exceptions");
    if (!list) return;
    for (std::size_t i = 0; i < exceptions.size(); ++i) {
        const Node& written = list->is_list() ? list->items[i] : *list;
        const auto text = [&](std::string_view key) {
            const Node* part = written.find(key);
            const std::string flow = part ? flow_text(*part) : "";
            return flow.starts_with('{') ? flow.substr(1, flow.size() - 2) : flow;
        };
        exceptions[i].on_text = text("on");
        exceptions[i].set_text = text("set");
    }
}

void check_exception(const ExceptionEntry& exception, Diagnostics& out) {
    if (exception.until && !is_day(**exception.until))
        out.error("wrong-type", exception.until->at,
                  fmt::format("{} is not a day", **exception.until))
            .hint = "write it like 2027-06-30";
    if (exception.reason.empty() && exception.at.known())
        out.error("exception-without-reason", exception.at, "an exception needs its reason").hint =
            "say in a few words why: whoever reads the plan wants to know";
    const Target& on = exception.on;
    const bool names_devices = !on.device.empty() || !on.role.empty();
    const int others = int(on.cabling.given() || on.circuit.given()) + int(on.network.given());
    if (others > 1 || (!names_devices && others == 0 && on.rack.empty()))
        out.error("exception-unclear", on.at, "this says not what it is about").hint =
            "name a device, a role, a rack, a cabling rule, a network or a circuit";
    else if (!names_devices && others == 0 &&
             (!exception.set.changes.entries.empty() || exception.set.number ||
              exception.set.retired || !exception.set.address.empty()))
        out.error("exception-unclear", exception.set.at, "of a rack only design rules are waived")
            .hint = "name the role too, or change the rack where it is described";
}

}  // namespace

void check_exceptions(const Node& document, std::vector<ExceptionEntry>& exceptions,
                      Diagnostics& out) {
    note_texts(document, exceptions);
    for (const ExceptionEntry& exception : exceptions) check_exception(exception, out);
}

const std::map<std::string, std::string>& keys_of_exceptions() {
    static const std::map<std::string, std::string> keys = [] {
        auto all = FieldPurposes::of<Role>();
        all.merge(FieldPurposes::of<CablingRule>());
        all.merge(FieldPurposes::of<Network>());
        return all;
    }();
    return keys;
}

bool matches(std::string_view pattern, std::string_view identity) {
    return bound_to(pattern, identity).has_value();
}

std::string flow_text(const Node& node) {
    if (node.is_map()) return "{" + entries_text(node) + "}";
    if (!node.is_list()) return quoted(node.text);
    std::string out;
    for (const Node& item : node.items) out += (out.empty() ? "" : ", ") + flow_text(item);
    return "[" + out + "]";
}

/// What only an exception can say is read here; the rest is kept for the entry it belongs to.
Setting Reads<Setting>::read(const Node& node, Diagnostics& out) {
    Setting setting;
    setting.at = node.at;
    if (!node.is_map()) {
        say_wrong_type(node, "a map", out);
        return setting;
    }
    setting.changes = node;
    Node own = node;
    const auto is_own = [](const Entry& entry) {
        return entry.key == "number" || entry.key == "retired" || entry.key == "address" ||
               entry.key == "waive";
    };
    std::erase_if(setting.changes.entries, is_own);
    for (const Entry& entry : setting.changes.entries) say_if_unknown(entry, out);
    std::erase_if(own.entries, [&](const Entry& entry) { return !is_own(entry); });
    FieldReader reader(own, out);
    describe_fields(reader, setting);
    return setting;
}

}  // namespace colo::definition
