// The schema of standards, from the descriptions of their fields.
#include "intent/definition/network_fields.h"
#include "intent/definition/schema.h"
#include "intent/definition/schemas.h"

namespace colo::definition {

/// A length, or the word `equal`.
template <>
struct Schema<FixedLength> {
    static Json of(SchemaScope& scope) {
        return any_of({{{"enum", Json::array({"equal"})}}, schema_of<Length>(scope)});
    }
};

/// A term, a list of them, or `{sum: [...]}`.
template <>
struct Schema<Term> {
    static Json of(SchemaScope& scope) {
        const Json parts = schema_of<std::vector<TermPart>>(scope);
        const Json sum{{"type", "object"},
                       {"properties", {{"sum", parts}}},
                       {"required", Json::array({"sum"})},
                       {"additionalProperties", false}};
        return any_of({parts, sum});
    }
};

/// A parameter's own values stand there themselves, and its default is of its type.
template <>
struct Schema<Parameter> {
    static Json of(SchemaScope& scope) {
        SchemaScope plain;
        plain.is_whole = scope.is_whole;
        Parameter sample;
        SchemaFields fields(plain);
        describe_fields(fields, sample);
        Json map = fields.finish();
        for (std::size_t i = 0; i < std::size(Choice<ParameterType>::words); ++i) {
            const Json type{{"const", Choice<ParameterType>::words[i]}};
            const Json value = parameter_value_schema(static_cast<ParameterType>(i));
            map["allOf"].push_back(
                {{"if", {{"properties", {{"type", type}}}, {"required", Json::array({"type"})}}},
                 {"then", {{"properties", {{"default", value}}}}}});
        }
        return map;
    }
};

Json standard_schema() {
    SchemaScope scope{true, true, Json::object()};
    scope.definitions["whole"] = schema_of<Standard>(scope);
    scope.is_whole = false;
    scope.definitions["difference"] = schema_of<Standard>(scope);
    scope.definitions["difference"]["required"] = Json::array({"version", "extends"});
    return {{"$schema", "http://json-schema.org/draft-07/schema#"},
            {"title", "colo-standard/1"},
            {"description", "a standard: how a kind of colocation is built"},
            {"type", "object"},
            {"if", {{"required", Json::array({"extends"})}}},
            {"then", {{"$ref", "#/definitions/difference"}}},
            {"else", {{"$ref", "#/definitions/whole"}}},
            {"definitions", scope.definitions}};
}

}  // namespace colo::definition
