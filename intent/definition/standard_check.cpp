#include "intent/definition/standard_check.h"

#include "intent/definition/library.h"
#include "intent/definition/standard_fields.h"

namespace colo::definition {

namespace {

std::string some_value(const Parameter& parameter, const std::string& a_model) {
    if (!parameter.one_of.empty()) return parameter.one_of.front();
    switch (parameter.type) {
        case ParameterType::count:
        case ParameterType::integer:
        case ParameterType::asn: return std::to_string(parameter.minimum ? **parameter.minimum : 1);
        case ParameterType::boolean: return "true";
        case ParameterType::text: return "text";
        case ParameterType::model: return a_model;
        case ParameterType::prefix:
            return parameter.family == "ipv6" ? "2001:db8::/32" : "192.0.2.0/24";
        case ParameterType::asn_range: return "1-2";
        case ParameterType::speed: return "1G";
        case ParameterType::length: return "1 m";
        case ParameterType::power: return "1 kW";
    }
    return {};
}

/// A site that says no more than the standard asks of it.
Site some_site(const Node& document) {
    Site site;
    Diagnostics quiet;  // the parameters are read again with the whole
    const Node *parameters = document.find("parameters"), *models = document.find("models");
    const std::string a_model =
        models && !models->entries.empty() ? models->entries.front().key : "";
    if (parameters)
        for (const auto& [name, parameter] : read_value<Named<Parameter>>(*parameters, quiet)) {
            if (parameter.default_value.kind != Node::Kind::null) continue;
            Node& value = site.parameters[name];
            value.kind = Node::Kind::scalar;
            value.text = some_value(parameter, a_model);
            value.at = parameter.at;
            site.parameter_keys[name] = parameter.at;
        }
    site.address_space.asn.emplace();
    site.address_space.asn->value = 1;
    return site;
}

}  // namespace

void check_alone(const Project& project, const StandardRef& version, Sources& sources,
                 Diagnostics& out) {
    auto layers = read_layers(project, {version, {}, {}, {}}, sources, out);
    if (!layers) return;
    std::vector<std::filesystem::path> folders = layers->folders;
    folders.push_back(project.standards());
    const Site site = some_site(layers->document);
    const Standard standard = read_standard(*layers, site, out);
    check_misplaced(standard, version, out);
    Library library(std::move(folders), sources);
    for (const auto& [name, entry] : standard.models) library.model(name, entry, out);
}

}  // namespace colo::definition
