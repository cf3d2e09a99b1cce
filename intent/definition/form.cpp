#include "intent/definition/form.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <tuple>

#include "intent/definition/field_purposes.h"
#include "intent/definition/site_fields.h"

namespace colo::definition {

namespace {

constexpr std::size_t comment_column = 46;

class Form {
public:
    Form(const std::string& site, const Declarations& declared)
        : site_(site), declared_(declared) {}

    std::string write(const std::string& schema) {
        line(0, "# yaml-language-server: $schema=" + schema);
        line(0,
             "# Fill in every <blank>, take out what does not apply, then: colo validate " + site_);
        line(0, "format: colo-site/1");
        line(0, "site: " + site_);
        line(0,
             fmt::format("standard: {} {}", declared_.standard.name, declared_.standard.version));
        facility();
        address_space();
        racks();
        if (!declared_.circuits.empty()) circuits();
        parameters();
        return text_;
    }

private:
    void line(std::size_t depth, const std::string& text, const std::string& comment = {}) {
        std::string whole = std::string(depth * 2, ' ') + text;
        if (!comment.empty()) whole = fmt::format("{:<{}}  # {}", whole, comment_column, comment);
        text_ += whole + "\n";
    }
    void blank(std::size_t depth, const std::string& key, const std::string& asked,
               const std::string& comment = {}) {
        line(depth, fmt::format("{}: <{}>", key, asked), comment);
    }

    void facility() {
        const auto purpose = FieldPurposes::of<Facility>();
        line(0, "facility:");
        blank(1, "name", purpose.at("name"));
        line(1, "# city: ...", purpose.at("city"));
        line(1, "# timezone: ...", purpose.at("timezone"));
    }

    void address_space() {
        if (!declared_.takes_ipv4 && !declared_.takes_ipv6 && !declared_.takes_asn) return;
        const auto purpose = FieldPurposes::of<AddressSpace>();
        line(0, "address-space:");
        if (declared_.takes_ipv4)
            blank(1, "ipv4", "prefix, such as 10.21.0.0/18", purpose.at("ipv4"));
        if (declared_.takes_ipv6)
            blank(1, "ipv6", "prefix, such as fd00:21::/40", purpose.at("ipv6"));
        if (declared_.takes_asn) blank(1, "asn", "AS number", purpose.at("asn"));
    }

    void racks() {
        const auto purpose = FieldPurposes::of<RackEntry>();
        line(0, "");
        line(0, "racks:", "R[01-06] is six alike, counting up their position");
        line(1, "<racks, such as R[01-06]>:");
        blank(2, "units", "how many", purpose.at("units"));
        blank(2, "depth", "length, such as 1070 mm", purpose.at("depth"));
        line(2, "# max-weight: 900 kg", purpose.at("max-weight"));
        line(2, "# row: A", purpose.at("row"));
        line(2, "feeds:", "usable power of each");
        for (const char* feed : {"A", "B"}) blank(3, feed, "power, such as 5 kW");
    }

    void panels() {
        const auto purpose = FieldPurposes::of<PanelEntry>();
        const auto& models = declared_.panel_models;
        line(0, "panels:", "patch panels that the facility put into our racks");
        line(1, "<rack and panel, such as R01/PP1>:");
        if (models.size() == 1)
            line(2, "model: " + models.front());
        else
            blank(2, "model", purpose.at("model"), fmt::format("{}", fmt::join(models, ", ")));
        blank(2, "unit", purpose.at("unit"));
    }

    void circuits() {
        panels();
        line(0, "");
        std::int64_t must = 0;
        for (const auto& [name, kind] : declared_.circuits) must += kind.at_least;
        if (must > 0) line(0, "circuits:", "cross-connects and lines, by their order number");
        for (const auto& [name, kind] : declared_.circuits) {
            for (std::int64_t i = 1; i <= kind.at_least; ++i) circuit(name, kind, i);
            if (kind.at_least == 0)
                line(must > 0 ? 1 : 0,
                     fmt::format("# of kind {} there may be some; each says its {}", name,
                                 fmt::join(kind.requires_, ", ")));
        }
    }

    void circuit(const std::string& name, const CircuitKind& kind, std::int64_t number) {
        const auto purpose = FieldPurposes::of<CircuitEntry>();
        line(1, fmt::format("<order number of {} circuit {}>:", name, number));
        line(2, "kind: " + name);
        for (const std::string& field : kind.requires_) {
            const auto known = purpose.find(field);
            if (field == "side")
                line(2, number % 2 == 1 ? "side: A" : "side: B", "A and B take separate ways");
            else
                blank(2, field, field, known == purpose.end() ? "" : known->second);
        }
        line(2, "handoff:", purpose.at("handoff"));
        for (const char* field : {"rack", "panel", "port"})
            blank(3, field, FieldPurposes::of<HandoffEntry>().at(field));
    }

    static std::string asked(ParameterType type) {
        switch (type) {
            case ParameterType::count: return "how many";
            case ParameterType::integer: return "number";
            case ParameterType::boolean: return "true or false";
            case ParameterType::text: return "text";
            case ParameterType::model: return "model";
            case ParameterType::prefix: return "prefix";
            case ParameterType::asn: return "AS number";
            case ParameterType::asn_range: return "range of AS numbers";
            case ParameterType::speed: return "speed, such as 10G";
            case ParameterType::length: return "length, such as 3 m";
            case ParameterType::power: return "power, such as 5 kW";
        }
        return "value";
    }

    static std::string limits(const Parameter& parameter) {
        std::string text = parameter.description;
        const auto add = [&](const std::string& more) {
            text += (text.empty() ? "" : "; ") + more;
        };
        const auto& [least, most] = std::tie(parameter.minimum, parameter.maximum);
        if (least && most) add(fmt::format("{} to {}", **least, **most));
        if (least && !most) add(fmt::format("at least {}", **least));
        if (!least && most) add(fmt::format("at most {}", **most));
        if (!parameter.one_of.empty()) add(fmt::format("{}", fmt::join(parameter.one_of, ", ")));
        return text;
    }

    void parameters() {
        const auto must = [](const auto& entry) {
            return entry.second.default_value.kind == Node::Kind::null;
        };
        const auto& all = declared_.parameters;
        if (all.empty()) return;
        const bool some = std::any_of(all.begin(), all.end(), must);
        line(0, "");
        line(0, some ? "parameters:" : "# parameters:", "what is left out is as it stands here");
        for (const auto& entry : all)
            if (must(entry)) blank(1, entry.first, asked(entry.second.type), limits(entry.second));
        for (const auto& [name, parameter] : all) {
            const Node& value = parameter.default_value;
            if (value.is_scalar())
                line(some ? 1 : 0,
                     fmt::format("#{} {}: {}", some ? "" : "  ", name,
                                 value.quoted ? fmt::format("\"{}\"", value.text) : value.text),
                     limits(parameter));
        }
    }

    const std::string& site_;
    const Declarations& declared_;
    std::string text_;
};

}  // namespace

std::string site_form(const std::string& site, const Declarations& declared,
                      const std::string& schema) {
    return Form(site, declared).write(schema);
}

}  // namespace colo::definition
