#include "intent/definition/exceptions.h"

namespace colo::definition {

namespace {

/// Takes up to the next dot off the front.
std::string_view take_field(std::string_view& text) {
    const std::size_t dot = text.find('.');
    const std::string_view field = text.substr(0, dot);
    text.remove_prefix(dot == std::string_view::npos ? text.size() : dot + 1);
    return field;
}

std::string quoted(const std::string& text) {
    return text.find_first_of(",:{}[]#\"") == std::string::npos ? text : '"' + text + '"';
}

std::string entries_text(const Node& map) {
    std::string out;
    for (const Entry& entry : map.entries)
        out += (out.empty() ? "" : ", ") + entry.key + ": " + flow_text(entry.value);
    return out;
}

}  // namespace

bool matches(std::string_view pattern, std::string_view identity) {
    while (!pattern.empty() && !identity.empty()) {
        const std::string_view wanted = take_field(pattern), there = take_field(identity);
        if (wanted != "*" && wanted != there) return false;
    }
    return pattern.empty() && identity.empty();
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
    std::erase_if(own.entries, [&](const Entry& entry) { return !is_own(entry); });
    FieldReader reader(own, out);
    describe_fields(reader, setting);
    return setting;
}

}  // namespace colo::definition
