#include "intent/exporters/sheet/step_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "intent/base/names.h"
#include "intent/exporters/sheet/connectors.h"
#include "intent/exporters/sheet/parts.h"

namespace colo::sheets {

namespace {

/// A label as what stands before its last digits, and these: `C-` and 101.
struct Numbered {
    std::string prefix;
    std::size_t digits = 0;
    std::int64_t number = -1;  // none
};

Numbered numbered(const std::string& label) {
    std::size_t at = label.size();
    while (at > 0 && label[at - 1] >= '0' && label[at - 1] <= '9') --at;
    const std::size_t digits = label.size() - at;
    if (digits == 0 || digits > 15) return {label};
    return {label.substr(0, at), digits, std::stoll(label.substr(at))};
}

bool follows(const Numbered& next, const Numbered& one) {
    return one.number >= 0 && next.number == one.number + 1 && next.prefix == one.prefix &&
           next.digits == one.digits;
}

}  // namespace

std::string parts_of(const Desk& desk, const std::vector<const CableWork*>& cables) {
    using Bought = std::tuple<std::string, std::int64_t, std::string>;
    const Supplies& supplies = desk.job().supplies;
    std::map<Bought, std::size_t> parts;
    std::map<std::string, std::size_t> optics;
    std::set<std::string> assemblies = standing_assemblies(desk);
    for (const CableWork* work : cables) {
        const Cable& cable = work->shown();
        if (cable.assembly && assemblies.contains(*cable.assembly)) continue;
        for (const CableEnd* end : {&cable.a, &cable.b}) {
            const auto optic =
                connector_at(desk.layout(*work).ends.place(*end).port_type, cable.media, supplies)
                    .transceiver;
            if (!optic.empty()) ++optics[optic];
        }
        if (cable.assembly) assemblies.insert(*cable.assembly);
        ++parts[{cord_of(cable.media, supplies), cable.length.value, cable.colour.value_or("")}];
    }
    std::string out;
    for (const auto& [optic, count] : optics)
        out += fmt::format("{}{} x {}", out.empty() ? "" : ", ", count, optic);
    for (const auto& [part, count] : parts) {
        const auto& [media, length, colour] = part;
        out += fmt::format("{}{} x {} {}{}{}", out.empty() ? "" : ", ", count, media,
                           length_text(desk.job().options, Length{length}),
                           colour.empty() ? "" : " ", colour);
    }
    return out;
}

std::string labels_of(const std::vector<const CableWork*>& cables, Labels which) {
    std::vector<std::string> labels;
    for (const CableWork* work : cables) {
        const bool old = which == Labels::as_they_are && work->before;
        labels.push_back(old ? work->before->label : work->shown().label);
    }
    std::sort(labels.begin(), labels.end(), natural_less);
    labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
    std::string out;
    for (std::size_t first = 0, last = 0; first < labels.size(); first = last + 1) {
        last = first;
        while (last + 1 < labels.size() &&
               follows(numbered(labels[last + 1]), numbered(labels[last])))
            ++last;
        if (!out.empty()) out += ", ";
        out += labels[first];
        if (last > first) out += (last == first + 1 ? ", " : " ... ") + labels[last];
    }
    return out;
}

std::string part_of(const Desk& desk, const Device& device) {
    const auto& models = desk.job().supplies.models;
    const auto found = models.find(device.model);
    std::string out = device.device_type.empty() ? device.model : device.device_type;
    if (found != models.end() && !found->second.part_number.empty() &&
        !out.ends_with("/" + found->second.part_number))
        out += " (" + found->second.part_number + ")";
    if (device.weight) out += ", " + to_text(*device.weight);
    return out;
}

std::string position_of(const Layout& layout, const Device& device) {
    const std::string units = layout.places.units(device);
    if (device.parent) {
        const Device* const parent = layout.places.device(*device.parent);
        return fmt::format("bay {} of {}{}{}", device.bay.value_or("?"),
                           parent ? parent->name : device.parent->value, units.empty() ? "" : ", ",
                           units);
    }
    if (!device.rack) return "outside of our racks";
    if (units.empty()) return "zero-U, rear posts";
    return fmt::format("{}, {}", units, to_text(device.face));
}

std::string lifting_of(const Device& device) {
    constexpr Mass two_people{18'000}, lift{40'000};  // ISO 11228-1: 25 kg at best, less at height
    if (!device.weight || *device.weight < two_people) return {};
    return *device.weight < lift ? "two people" : "lift, two people";
}

std::string length_text(const Options& options, Length length) {
    if (options.lengths == LengthUnit::metres) return to_text(length);
    const std::int64_t tenths = (length.value * 1000 + 15'240) / 30'480;  // 304.8 mm are a foot
    return thousandths_text(tenths * 100) + " ft";
}

std::string listed(std::vector<std::string> names) {
    std::sort(names.begin(), names.end(), natural_less);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace colo::sheets
