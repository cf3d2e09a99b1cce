#include "intent/definition/published.h"

#include <algorithm>

#include "intent/definition/extends.h"
#include "intent/definition/standard_fields.h"
#include "intent/definition/version_files.h"

namespace colo::definition {

namespace {

std::vector<std::string> keys_of(const Node& document, std::string_view section) {
    std::vector<std::string> keys;
    if (const Node* map = document.find(section))
        for (const Entry& entry : map->entries) keys.push_back(entry.key);
    return keys;
}

template <class T>
T section(const Node& document, std::string_view key) {
    Diagnostics quiet;  // what is wrong is said when a site is read
    const Node* found = document.find(key);
    return found ? read_value<T>(*found, quiet) : T{};
}

/// Every text in the tree that stands under a key.
void collect(const Node& node, std::string_view key, std::vector<std::string>& texts) {
    for (const Node& item : node.items) collect(item, key, texts);
    for (const Entry& entry : node.entries) {
        if (entry.key == key && entry.value.is_scalar()) texts.push_back(entry.value.text);
        collect(entry.value, key, texts);
    }
}

bool has(const std::vector<std::string>& texts, std::string_view text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

void note_address_space(const Node& document, Declarations& declared) {
    std::vector<std::string> pools, space;
    for (const std::string_view key : {"within", "whole"}) collect(document, key, pools);
    collect(document, "space", space);
    declared.takes_ipv4 = has(pools, "ipv4");
    declared.takes_ipv6 = has(pools, "ipv6");
    declared.takes_asn = has(space, "asn");
}

void note_panel_models(const Node& document, Declarations& declared) {
    std::vector<std::string> used;
    collect(document, "model", used);
    for (const auto& [name, parameter] : declared.parameters) {
        used.insert(used.end(), parameter.one_of.begin(), parameter.one_of.end());
        used.push_back(parameter.default_value.text);
    }
    for (const std::string& model : declared.models)
        if (!has(used, model)) declared.panel_models.push_back(model);
}

}  // namespace

Result<StandardRef> find_published(const Project& project, const std::string& text) {
    const std::size_t at = text.find('@');
    const std::string name = text.substr(0, at);
    const std::string version = at == std::string::npos ? "" : text.substr(at + 1);
    std::optional<StandardRef> newest;
    std::vector<std::string> all, of_name;
    for (const StandardRef& one : published_standards(project)) {
        all.push_back(one.name + "@" + one.version);
        if (one.name == name) of_name.push_back(all.back());
        if (one.name == name && (at == std::string::npos || one.version == version)) newest = one;
    }
    if (newest) return *newest;
    if (!of_name.empty()) all = of_name;  // how a number is spelt says nothing
    const auto near = of_name.empty() ? nearest_name(text, all) : std::nullopt;
    return Failure{"unknown-standard",
                   fmt::format("there is no standard {}", text),
                   {},
                   near ? fmt::format("did you mean {}?", *near)
                        : fmt::format("there is {}", fmt::join(all, ", ")),
                   false};
}

std::optional<Declarations> read_declarations(const Project& project, const StandardRef& standard,
                                              Sources& sources, Diagnostics& out) {
    const auto layers = read_layers(project, {standard, {}, {}, {}}, sources, out);
    if (!layers) return std::nullopt;
    const Node& document = layers->document;
    Declarations declared;
    declared.standard = standard;
    declared.parameters = section<Named<Parameter>>(document, "parameters");
    declared.circuits = section<Named<CircuitKind>>(document, "circuits");
    declared.models = keys_of(document, "models");
    declared.media = keys_of(document, "media");
    note_address_space(document, declared);
    note_panel_models(document, declared);
    return declared;
}

void check_unchanged(const Inputs& inputs, const std::string& digest_then, Diagnostics& out) {
    const Standard& standard = inputs.standard;
    if (digest_then == standard.digest) return;
    Diagnostic& problem = out.error("standard-changed", inputs.site.standard.at,
                                    fmt::format("{} {} has changed since it was first applied",
                                                standard.name, standard.version));
    problem.detail = {"applied with digest " + digest_then, "now has digest " + standard.digest};
    if (standard.extends)
        problem.detail.push_back(fmt::format(
            "the digest covers what it extends, {}: the edit may be there", **standard.extends));
    problem.hint = "a published version never changes: undo the edit, or give it a new version";
}

}  // namespace colo::definition
