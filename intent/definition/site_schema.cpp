// The schema of site definitions, from the descriptions of their fields and from what one version
// of a standard declares.
#include <algorithm>
#include <set>

#include "intent/definition/schema.h"
#include "intent/definition/schemas.h"
#include "intent/definition/site_fields.h"

namespace colo::definition {

/// Its other keys are those of the entry that the exception is about; which one, no schema can say.
template <>
struct Schema<Setting> {
    static Json of(SchemaScope& scope) {
        SchemaFields fields(scope);
        Setting sample;
        describe_fields(fields, sample);
        Json made = fields.finish();
        for (const auto& [key, purpose] : keys_of_exceptions())
            if (!made["properties"].contains(key))
                made["properties"][key] = {{"description", purpose}};
        return made;
    }
};

template <>
struct Schema<StandardRef> {
    static Json of(SchemaScope&) { return {{"type", "string"}}; }
};

namespace {

/// A word as the value that YAML makes of it.
Json value_of(const std::string& text, ParameterType type) {
    const bool is_number = type == ParameterType::count || type == ParameterType::integer ||
                           type == ParameterType::asn;
    const bool is_truth = type == ParameterType::boolean;
    if (!is_number && !is_truth) return text;
    const Json value = Json::parse(text, nullptr, false);
    return value.is_discarded() ? Json(text) : value;
}

Json parameter_schema(const Parameter& parameter, const std::vector<std::string>& models) {
    Json schema = Json::object();
    if (!parameter.description.empty()) schema["description"] = parameter.description;
    schema.update(parameter_value_schema(parameter.type));
    if (parameter.minimum) schema["minimum"] = **parameter.minimum;
    if (parameter.maximum) schema["maximum"] = **parameter.maximum;
    if (parameter.type == ParameterType::model) schema["enum"] = models;
    if (!parameter.one_of.empty()) {
        schema["enum"] = Json::array();
        for (const std::string& word : parameter.one_of)
            schema["enum"].push_back(value_of(word, parameter.type));
    }
    if (parameter.default_value.is_scalar())
        schema["default"] = value_of(parameter.default_value.text, parameter.type);
    return schema;
}

/// The site's choices; those without a default must be made.
void put_parameters(Json& site, const Declarations& declared) {
    Json properties = Json::object();
    Json required = Json::array();
    for (const auto& [name, parameter] : declared.parameters) {
        properties[name] = parameter_schema(parameter, declared.models);
        if (parameter.default_value.kind == Node::Kind::null) required.push_back(name);
    }
    Json& parameters = site["properties"]["parameters"];
    parameters = {{"description", parameters["description"]},
                  {"type", "object"},
                  {"properties", std::move(properties)},
                  {"required", required},
                  {"additionalProperties", false}};
    if (!required.empty()) site["required"].push_back("parameters");
}

/// What a circuit of one kind must say, and may.
Json rule_of_kind(const std::string& name, const CircuitKind& kind, const Json& common) {
    std::set<std::string> allowed;
    for (const auto& [key, value] : common.items()) allowed.insert(key);
    allowed.insert(kind.requires_.begin(), kind.requires_.end());
    return {{"if",
             {{"properties", {{"kind", {{"const", name}}}}}, {"required", Json::array({"kind"})}}},
            {"then", {{"required", kind.requires_}, {"propertyNames", {{"enum", allowed}}}}}};
}

void put_circuits(Json& site, const Declarations& declared) {
    Json& entry = site["properties"]["circuits"]["additionalProperties"];
    const Json text = std::exchange(entry["additionalProperties"], false);
    Json properties = entry["properties"];
    for (const char* key : {"provider", "exchange"}) properties[key] = text;  // any may say these
    const Json common = properties;
    Json kinds = Json::array();
    for (const auto& [name, kind] : declared.circuits) {
        kinds.push_back(name);
        entry["allOf"].push_back(rule_of_kind(name, kind, common));
        for (const std::string& key : kind.requires_)
            if (!properties.contains(key)) properties[key] = text;
    }
    properties["kind"] = {{"description", properties["kind"]["description"]}, {"enum", kinds}};
    properties["media"] = {{"description", properties["media"]["description"]},
                           {"enum", declared.media}};
    entry["properties"] = std::move(properties);
}

void put_address_space(Json& site, const Declarations& declared) {
    if (!declared.takes_asn) return;
    site["properties"]["address-space"]["required"] = Json::array({"asn"});
    site["required"].push_back("address-space");
}

void put_names(Json& site, const Declarations& declared) {
    Json& properties = site["properties"];
    Json& standard = properties["standard"];
    standard = {{"description", standard["description"]},
                {"const", declared.standard.name + " " + declared.standard.version}};
    Json& model = properties["panels"]["additionalProperties"]["properties"]["model"];
    model = {{"description", model["description"]}, {"enum", declared.models}};
}

}  // namespace

Json parameter_value_schema(ParameterType type) {
    SchemaScope scope;
    switch (type) {
        case ParameterType::count: return {{"type", "integer"}, {"minimum", 0}};
        case ParameterType::integer:
        case ParameterType::asn: return {{"type", "integer"}};
        case ParameterType::boolean: return {{"type", "boolean"}};
        case ParameterType::text:
        case ParameterType::model: return text_schema(scope);
        case ParameterType::prefix: return prefix_schema(scope);
        case ParameterType::asn_range: return range_schema(scope);
        case ParameterType::speed: return schema_of<Speed>(scope);
        case ParameterType::length: return schema_of<Length>(scope);
        case ParameterType::power: return schema_of<Power>(scope);
    }
    return {};
}

Json site_schema(const Declarations& declared) {
    SchemaScope scope;
    const std::string version = declared.standard.name + " " + declared.standard.version;
    Json made{{"$schema", "http://json-schema.org/draft-07/schema#"},
              {"title", "colo-site/1 of " + version},
              {"description", "a site that is built to " + version}};
    made.update(schema_of<Site>(scope));
    put_parameters(made, declared);
    put_address_space(made, declared);
    put_circuits(made, declared);
    put_names(made, declared);
    if (!scope.definitions.empty()) made["definitions"] = scope.definitions;
    return made;
}

}  // namespace colo::definition
