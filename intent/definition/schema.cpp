#include "intent/definition/schema.h"

#include <fmt/ranges.h>

namespace colo::definition {

namespace {

constexpr std::string_view octet = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
constexpr std::string_view ipv6 =
    "^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$";
constexpr std::string_view list_in_brackets =
    R"(\[([A-Za-z0-9.]+|[0-9]{1,9}-[0-9]{1,9})(,([A-Za-z0-9.]+|[0-9]{1,9}-[0-9]{1,9}))*\])";

std::string ipv4() { return fmt::format(R"(^({0}\.){{3}}{0}/(3[0-2]|[12]?[0-9])$)", octet); }

/// A name in which lists in brackets may stand.
std::string name_with_lists() {
    return fmt::format("([A-Za-z0-9]|{0})([A-Za-z0-9.-]|{0})*", list_in_brackets);
}

Json any_scalar() { return {{"type", Json::array({"string", "number", "boolean"})}}; }

Json closed_map(Json properties, const std::string& required) {
    return {{"type", "object"},
            {"properties", std::move(properties)},
            {"required", Json::array({required})},
            {"additionalProperties", false}};
}

/// A reference to a definition that is made when it is first used.
Json defined(SchemaScope& scope, const std::string& name, const Json& made) {
    if (!scope.definitions.contains(name)) scope.definitions[name] = made;
    return {{"$ref", "#/definitions/" + name}};
}

Json parameter_reference() {
    Json name{{"type", "string"}, {"description", "the name of a parameter of this standard"}};
    Json is = any_scalar();
    is["description"] = "true where the parameter has this value, else false";
    return closed_map({{"parameter", std::move(name)}, {"is", std::move(is)}}, "parameter");
}

Json space_reference() {
    Json asn{{"enum", Json::array({"asn"})}, {"description", "the site's own AS number"}};
    return closed_map({{"space", std::move(asn)}}, "space");
}

/// In a standard, what may also be the site's own AS number.
Json or_asn(const Json& value, SchemaScope& scope) {
    return any_of({value_schema(value, scope), defined(scope, "address-space", space_reference())});
}

Json only_if(const std::string& keyword, std::string_view a, std::string_view b) {
    Json keys = Json::array();
    for (const std::string_view key : {a, b}) keys.push_back({{"required", Json::array({key})}});
    return {{keyword, std::move(keys)}};
}

}  // namespace

std::string identity_pattern() { return "^[A-Za-z0-9][A-Za-z0-9.-]{0,62}$"; }
std::string range_key_pattern() { return fmt::format("^{}$", name_with_lists()); }
std::string rack_key_pattern() { return fmt::format("^{0}/{0}$", name_with_lists()); }

Json any_of(const std::vector<Json>& alternatives) {
    Json all = Json::array();
    for (const Json& one : alternatives) {
        const bool is_choice = one.size() == 1 && one.contains("anyOf");
        for (const Json& each : is_choice ? one["anyOf"] : Json::array({one}))
            if (std::find(all.begin(), all.end(), each) == all.end()) all.push_back(each);
    }
    return {{"anyOf", std::move(all)}};
}

Json pattern_schema(const std::string& pattern, const std::string& complaint) {
    return {{"type", "string"}, {"pattern", pattern}, {"patternErrorMessage", complaint}};
}

Json value_schema(Json value, SchemaScope& scope) {
    if (!scope.of_standard) return value;
    return any_of({std::move(value), defined(scope, "parameter", parameter_reference())});
}

Json integer_schema(SchemaScope& scope) {
    Json integer{{"type", "integer"}};
    if (!scope.of_standard) return integer;
    return defined(scope, "number", or_asn(integer, scope));
}

Json text_schema(SchemaScope& scope) {
    Json text = any_scalar();
    if (scope.of_standard) return defined(scope, "text", or_asn(text, scope));
    text["pattern"] = "^(?!<[^>]*>$)";
    text["patternErrorMessage"] = "fill in this blank";
    return text;
}

Json prefix_schema(Family family, SchemaScope& scope) {
    const bool is_ipv4 = family == Family::ipv4;
    return value_schema(
        pattern_schema(is_ipv4 ? ipv4() : std::string(ipv6),
                       is_ipv4 ? "write it like 10.21.0.0/18" : "write it like fd00:21::/40"),
        scope);
}

Json prefix_schema(SchemaScope& scope) {
    return any_of({prefix_schema(Family::ipv4, scope), prefix_schema(Family::ipv6, scope)});
}

Json range_schema(SchemaScope& scope) {
    Json range =
        pattern_schema("^(0|[1-9][0-9]{0,17})(-(0|[1-9][0-9]{0,17}))?$", "write it like 200-299");
    range["type"] = Json::array({"string", "integer"});
    range["minimum"] = 0;
    return scope.of_standard ? or_asn(range, scope) : range;
}

Json map_schema(Json entries, const std::string& pattern, const std::string& complaint) {
    return {{"type", "object"},
            {"propertyNames", pattern_schema(pattern, complaint)},
            {"additionalProperties", std::move(entries)}};
}

Json list_schema(const Json& item) { return any_of({item, {{"type", "array"}, {"items", item}}}); }

void SchemaFields::either(std::string_view a, std::string_view b) {
    rules_.push_back(only_if("anyOf", a, b));
}

void SchemaFields::only_one(std::string_view a, std::string_view b) {
    rules_.push_back(only_if("oneOf", a, b));
}

void SchemaFields::needs(std::string_view key, std::string_view other) {
    rules_.push_back({{"dependencies", {{std::string(key), Json::array({other})}}}});
}

void SchemaFields::asks(std::string_view key, std::string_view other, std::string_view of_it) {
    const Json is_true{{"properties", {{std::string(key), {{"const", true}}}}},
                       {"required", Json::array({key})}};
    const Json map{{"type", "object"}, {"required", Json::array({of_it})}};
    rules_.push_back(
        {{"if", is_true},
         {"then",
          {{"required", Json::array({other})}, {"properties", {{std::string(other), map}}}}}});
}

void SchemaFields::add(std::string_view key, std::string_view description, Json schema) {
    Json described{{"description", description}};
    if (schema.contains("$ref")) {  // what stands beside a $ref does not count in draft-07
        described["allOf"] = Json::array({{{"$ref", schema["$ref"]}}});
        schema.erase("$ref");
    }
    described.update(schema);
    properties_[std::string(key)] = std::move(described);
}

void SchemaFields::limit(Json& schema, const Between& numbers) {
    schema["minimum"] = numbers.least;
    schema["maximum"] = numbers.most;
}

void SchemaFields::limit(Json& schema, const Entries& entries) {
    if (entries.fewest > 0) schema["minProperties"] = entries.fewest;
    schema["maxProperties"] = entries.most;
}

void SchemaFields::limit(Json& schema, const Identity&) {
    schema = pattern_schema(identity_pattern(), "a name: letters, digits, dots and hyphens");
    schema["type"] = any_scalar()["type"];
    schema["minimum"] = 0;  // a hyphen does not come first
}

void SchemaFields::limit(Json& schema, const NameAndVersion&) {
    const std::string name = "[A-Za-z0-9][A-Za-z0-9.-]{0,62}";
    schema = pattern_schema(fmt::format("^{0} {0}$", name), "write it like trading-colo 1.0.0");
}

void SchemaFields::limit(Json& schema, const OfFamily& of) {
    const bool is_list = schema.dump().find("\"array\"") != std::string::npos;
    const Json one = prefix_schema(of.family, scope_);
    schema = is_list ? list_schema(one) : one;
}

void SchemaFields::limit(Json& schema, const InRacks&) {
    schema["propertyNames"] = pattern_schema(rack_key_pattern(), "write it like R01/PP1");
}

void SchemaFields::limit(Json& schema, const EndsOfCables&) {
    Json end = Json::object();
    if (scope_.is_whole) end = only_if("anyOf", "ports", "circuit");
    end["properties"]["ports"]["minItems"] = 1;
    schema = {{"allOf", Json::array({std::move(schema), std::move(end)})}};
}

void SchemaFields::limit(Json& schema, const NotEmpty&) {
    schema["minProperties"] = 1;
    schema["minItems"] = 1;
}

Json SchemaFields::finish() {
    Json map{{"type", "object"}, {"properties", std::move(properties_)}};
    if (!required_.empty() && scope_.is_whole) map["required"] = required_;
    map["additionalProperties"] = std::move(others_);
    if (!scope_.is_whole) return map;
    if (rules_.size() == 1) map.update(rules_.front());
    if (rules_.size() > 1) map["allOf"] = rules_;
    return map;
}

}  // namespace colo::definition
