#include "intent/definition/parameters.h"

#include <algorithm>

#include "intent/base/suggestion.h"

namespace colo::definition {

namespace {

void check_limits(const std::string& name, const Parameter& parameter, const Node& value,
                  std::int64_t number, Diagnostics& out) {
    const auto refuse = [&](const At<std::int64_t>& limit, std::string_view which) {
        out.error("out-of-range", value.at,
                  fmt::format("{} is {}, the {} is {}", name, number, which, *limit))
            .notes = {{limit.at, "the limit is set here"}};
    };
    if (parameter.minimum && number < **parameter.minimum) refuse(*parameter.minimum, "smallest");
    if (parameter.maximum && number > **parameter.maximum) refuse(*parameter.maximum, "largest");
}

void check_choice(const std::string& name, const Parameter& parameter, const Node& value,
                  Diagnostics& out) {
    const auto& allowed = parameter.one_of;
    if (allowed.empty() || std::find(allowed.begin(), allowed.end(), value.text) != allowed.end())
        return;
    Diagnostic& problem = out.error(
        "out-of-range", value.at,
        fmt::format("{} is {}, which is none of {}", name, value.text, fmt::join(allowed, ", ")));
    problem.notes = {{parameter.at, "the choice is given here"}};
    if (const auto near = nearest_name(value.text, allowed))
        problem.hint = fmt::format("did you mean {}?", *near);
}

void check_model(const Node& value, const std::vector<std::string>& models, Diagnostics& out) {
    if (std::find(models.begin(), models.end(), value.text) != models.end()) return;
    out.error("unknown-model", value.at, fmt::format("unknown model {}", value.text)).hint =
        suggestion(value.text, models);
}

void check_value(const std::string& name, const Parameter& parameter, const Node& value,
                 const std::vector<std::string>& models, Diagnostics& out) {
    const int before = out.errors();
    std::optional<std::int64_t> number;
    switch (parameter.type) {
        case ParameterType::count:
            number = read_value<std::int64_t>(value, out);
            if (out.errors() == before && *number < 0)
                out.error("out-of-range", value.at, fmt::format("{} cannot be negative", name));
            break;
        case ParameterType::integer: number = read_value<std::int64_t>(value, out); break;
        case ParameterType::asn: number = read_value<std::int64_t>(value, out); break;
        case ParameterType::boolean: read_value<bool>(value, out); break;
        case ParameterType::text: read_value<std::string>(value, out); break;
        case ParameterType::model: read_value<std::string>(value, out); break;
        case ParameterType::prefix: read_value<IpPrefix>(value, out); break;
        case ParameterType::asn_range: read_value<Range>(value, out); break;
        case ParameterType::speed: read_value<Speed>(value, out); break;
        case ParameterType::length: read_value<Length>(value, out); break;
        case ParameterType::power: read_value<Power>(value, out); break;
    }
    if (out.errors() != before) return;
    if (number) check_limits(name, parameter, value, *number, out);
    if (parameter.type == ParameterType::model) check_model(value, models, out);
    check_choice(name, parameter, value, out);
}

/// Returns the names that were most likely meant.
std::vector<std::string> refuse_unknown(const Named<Parameter>& declared,
                                        const std::map<std::string, std::string>& dropped,
                                        const Site& site, Diagnostics& out) {
    std::vector<std::string> meant;
    for (const auto& [name, value] : site.parameters) {
        if (declared.contains(name)) continue;
        Diagnostic& problem = out.error("unknown-parameter", site.parameter_keys.at(name),
                                        fmt::format("unknown parameter {}", name));
        if (const auto gone = dropped.find(name); gone != dropped.end()) {
            problem.detail = {fmt::format("removed in {}", gone->second)};
            problem.hint = "take the line out";
            continue;
        }
        problem.hint = suggestion(name, names_of(declared));
        if (const auto near = nearest_name(name, names_of(declared))) meant.push_back(*near);
    }
    return meant;
}

class Filling {
public:
    Filling(const ParameterValues& values, const Site& site, Diagnostics& out)
        : values_(values), site_(site), out_(out) {}

    void fill(Node& node) {
        if (node.is_map() && node.find("parameter") && is_reference(node)) {
            replace(node);
            return;
        }
        if (node.is_map() && node.entries.size() == 1 && node.entries.front().key == "space") {
            replace_space(node);
            return;
        }
        for (Node& item : node.items) fill(item);
        for (Entry& entry : node.entries) fill(entry.value);
    }

private:
    static bool is_reference(const Node& node) {
        return node.entries.size() == 1 || (node.entries.size() == 2 && node.find("is"));
    }

    void replace(Node& node) {
        const Node reference = *node.find("parameter");
        const Node* is = node.find("is");
        const auto value = values_.find(reference.text);
        if (value == values_.end()) {
            out_.error("unknown-parameter", reference.at,
                       fmt::format("unknown parameter {}", reference.text))
                .hint = suggestion(reference.text, names_of(values_));
            leave_out(node);
            return;
        }
        Node made = value->second;
        if (is) {
            made.text = made.text == is->text ? "true" : "false";
            made.quoted = false;
        }
        put(node, std::move(made), reference.text);
    }

    void replace_space(Node& node) {
        const Node& what = node.entries.front().value;
        if (what.text != "asn") {
            out_.error("wrong-type", what.at,
                       fmt::format("{} is no part of the address space", what.text))
                .hint = "only {space: asn} can be asked for";
            leave_out(node);
            return;
        }
        if (!site_.address_space.asn) {
            out_.error("asn-missing",
                       site_.address_space.at.known() ? site_.address_space.at : site_.at,
                       "the site has no AS number of its own")
                .notes = {{node.at, "the standard asks for it here"}};
            leave_out(node);
            return;
        }
        Node made;
        made.kind = Node::Kind::scalar;
        made.text = std::to_string(**site_.address_space.asn);
        made.at = site_.address_space.asn->at;
        put(node, std::move(made), "asn");
    }

    /// What could not be filled in was reported, and is not there for what comes after.
    static void leave_out(Node& node) {
        Node nothing;
        nothing.at = node.at;
        node = std::move(nothing);
    }

    static void put(Node& node, Node made, const std::string& name) {
        made.origin = made.at;
        made.at = node.at;
        made.parameter = name;
        node = std::move(made);
    }

    const ParameterValues& values_;
    const Site& site_;
    Diagnostics& out_;
};

}  // namespace

ParameterValues resolve_parameters(const Named<Parameter>& declared,
                                   const std::map<std::string, std::string>& dropped,
                                   const Site& site, const std::vector<std::string>& models,
                                   Diagnostics& out) {
    const auto meant = refuse_unknown(declared, dropped, site, out);
    ParameterValues values;
    for (const auto& [name, parameter] : declared) {
        const auto said = site.parameters.find(name);
        const bool by_site = said != site.parameters.end();
        const Node& value = by_site ? said->second : parameter.default_value;
        if (value.kind == Node::Kind::null) {
            values.emplace(name, value);  // so that its uses are not reported as well
            if (std::find(meant.begin(), meant.end(), name) != meant.end()) continue;
            out.error("parameter-missing", site.at, fmt::format("parameter {} is not set", name))
                .notes = {{parameter.at, parameter.description.empty()
                                             ? "declared here, without a default"
                                             : "declared here: " + parameter.description}};
            continue;
        }
        if (by_site && parameter.default_value.kind != Node::Kind::null)
            check_value(name, parameter, parameter.default_value, models, out);
        const int errors = out.errors();
        check_value(name, parameter, value, models, out);
        values.emplace(name, out.errors() == errors ? value : Node{});  // a bad one is said once
    }
    return values;
}

void fill_in(Node& tree, const ParameterValues& values, const Site& site, Diagnostics& out) {
    Filling filling(values, site, out);
    for (Entry& entry : tree.entries)
        if (entry.key != "parameters") filling.fill(entry.value);
}

}  // namespace colo::definition
