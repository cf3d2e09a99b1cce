#include "intent/definition/entry_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "intent/definition/flat.h"

namespace colo::definition {

namespace {

struct Word {
    std::string_view section, word;
};
constexpr Word words[] = {{"parameters", "parameter"},  {"groups", "group"},
                          {"models", "model"},          {"roles", "role"},
                          {"circuits", "circuit kind"}, {"media", "medium"},
                          {"cabling", "cabling"},       {"pools", "pool"},
                          {"networks", "network"},      {"asns", "AS numbers"},
                          {"sessions", "sessions"},     {"spares", "spares of"}};

struct Default {
    std::string_view section, key, value;
};
// As language.md has them; a version that writes one out says nothing new.
constexpr Default defaults[] = {{"roles", "per", "site"},
                                {"roles", "count", "one"},
                                {"roles", "place.face", "front"},
                                {"roles", "place.order", "50"},
                                {"roles", "feeds", "all"},
                                {"roles", "when", "true"},
                                {"groups", "within", "row"},
                                {"cabling", "connect", "single"},
                                {"cabling", "parallel", "1"},
                                {"cabling", "lag", "false"},
                                {"cabling", "optional", "false"},
                                {"cabling", "carries", "none"},
                                {"networks", "per", "site"},
                                {"networks", "unique", "true"},
                                {"networks", "lower", "from"},
                                {"networks", "host-routes", "false"},
                                {"networks", "optional", "false"},
                                {"networks", "gateway.kind", "none"},
                                {"circuits", "at-least", "0"},
                                {"power", "budget", "maximum"},
                                {"power", "phase-imbalance", "30 %"}};

std::string text_of(const Node& entry, std::string_view key) {
    const Node* const value = entry.find(key);
    return value ? plain_text(*value) : "";
}

/// `48`; `as many as parameter spines says (2 unless the site says otherwise)`.
std::string count_text(const Node& count, const Node& document) {
    const Node* const parameter = count.find("parameter");
    if (!parameter) return plain_text(count);
    const Node* const all = document.find("parameters");
    const Node* const declared = all ? all->find(parameter->text) : nullptr;
    const std::string usual = declared ? text_of(*declared, "default") : "";
    return fmt::format("as many as parameter {} says{}", parameter->text,
                       usual.empty() ? "" : " (" + usual + " unless the site says otherwise)");
}

std::string about_role(const Node& role, const Node& document) {
    const Node* const count = role.find("count");
    std::string text = count ? count_text(*count, document) : "one";
    if (const std::string per = text_of(role, "per"); !per.empty() && per != "site")
        text += " for each " + per;
    return text + " of model " + text_of(role, "model");
}

std::string end_text(const Node& rule, std::string_view key) {
    const Node* const end = rule.find(key);
    if (!end) return "nothing";
    std::string who = text_of(*end, "role");
    if (who.empty()) who = text_of(*end, "device");
    if (who.empty()) who = "circuit " + text_of(*end, "circuit");
    return who;
}

std::string about_cabling(const Node& rule) {
    const std::string connect = text_of(rule, "connect"), media = text_of(rule, "media");
    std::string text = fmt::format("from {} to {}", end_text(rule, "from"), end_text(rule, "to"));
    if (!connect.empty() && connect != "single") text += ", " + connect;
    return media.empty() ? text : text + ", " + media;
}

std::string about_parameter(const Node& parameter) {
    const std::string usual = text_of(parameter, "default");
    const std::string why = text_of(parameter, "description");
    return fmt::format("{}, {}{}", text_of(parameter, "type"),
                       usual.empty() ? "which each site must set" : "default " + usual,
                       why.empty() ? "" : ": " + why);
}

/// `{cabling: uplink}` as `cabling uplink`.
std::string named_text(const Node* node) {
    if (!node) return {};
    const bool is_one = node->is_map() && node->entries.size() == 1;
    return is_one ? node->entries.front().key + " " + plain_text(node->entries.front().value)
                  : plain_text(*node);
}

std::string about_session(const Node& session) {
    std::string text = text_of(session, "kind");
    if (const Node* over = session.find("over")) text += " over " + named_text(over);
    if (const Node* between = session.find("between")) text += " between " + named_text(between);
    if (const Node* with = session.find("and")) text += " and " + named_text(with);
    return text;
}

std::string about_numbers(const Node& rule) {
    std::string text = text_of(rule, "value") + text_of(rule, "range");
    if (const Node* per = rule.find("per")) text += ", one for each " + named_text(per);
    if (const Node* members = rule.find("members")) text += " for " + named_text(members);
    return text;
}

std::string about_network(const Node& network) {
    std::vector<std::string> parts;
    if (const Node* per = network.find("per")) parts.push_back("one for each " + named_text(per));
    for (const std::string_view family : {"ipv4", "ipv6"})
        if (const Node* given = network.find(family)) {
            const std::string size = text_of(*given, "size");
            parts.push_back(std::string(family) + (size.empty() ? "" : " /" + size));
        }
    if (const std::string vlan = text_of(network, "vlan"); !vlan.empty())
        parts.push_back("VLAN " + vlan);
    return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace

std::string entry_name(const std::string& section, const std::string& name) {
    for (const Word& one : words)
        if (one.section == section) return fmt::format("{} {}", one.word, name);
    return name;
}

std::string about_entry(const std::string& section, const Node& entry, const Node& document) {
    if (section == "parameters") return about_parameter(entry);
    if (section == "models") return text_of(entry, "device-type");
    if (section == "roles") return about_role(entry, document);
    if (section == "cabling") return about_cabling(entry);
    if (section == "networks") return about_network(entry);
    if (section == "sessions") return about_session(entry);
    if (section == "asns") return about_numbers(entry);
    if (section == "media") return text_of(entry, "speed");
    return entry.is_scalar() || entry.entries.size() <= 3 ? plain_text(entry) : "";
}

std::string default_of(const std::string& section, const std::string& key) {
    for (const Default& one : defaults)
        if (one.section == section && one.key == key) return std::string(one.value);
    return {};
}

std::string change_text(const ChangedKey& changed) {
    std::string key = changed.key.empty() ? "" : changed.key + " ";
    std::replace(key.begin(), key.end(), '.', ' ');
    if (changed.before.empty()) return fmt::format("{}{} added", key, changed.after);
    if (changed.after.empty()) return fmt::format("{}{} removed", key, changed.before);
    std::vector<std::string> parts;
    if (!changed.added.empty())
        parts.push_back(fmt::format("{}{} added", key, fmt::join(changed.added, ", ")));
    if (!changed.removed.empty())
        parts.push_back(fmt::format("{}{} removed", key, fmt::join(changed.removed, ", ")));
    return parts.empty() ? fmt::format("{}{} -> {}", key, changed.before, changed.after)
                         : fmt::format("{}", fmt::join(parts, "; "));
}

}  // namespace colo::definition
