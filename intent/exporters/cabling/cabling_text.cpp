#include "intent/exporters/cabling/cabling_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "intent/base/names.h"

namespace colo::exporters::cabling {

namespace {

bool may_break_after(char32_t code) {
    return code == ' ' || code == '-' || code == '/' || code == ':' || code == '.' || code == ',' ||
           code == '_';
}

/// Whether the character belongs to the one before it: a line may not begin with it.
bool is_joined(char32_t code) {
    return (code >= 0x0300 && code <= 0x036F) || code == 0x200D ||
           (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0x1F3FB && code <= 0x1F3FF);
}

std::string_view without_spaces(std::string_view line) {
    while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
    return line;
}

/// Where the line that begins at `from` ends: a place after it.
std::size_t end_of_line(std::string_view text, std::size_t from, std::int64_t room, Weight weight) {
    std::int64_t used = 0;
    std::size_t last_space = from, last_break = from, last_joint = from;
    char32_t before = 0;
    for (std::size_t at = from; at < text.size();) {
        const Character character = character_at(text, at);
        if (at > from && !is_joined(character.code) && before != 0x200D) {
            last_joint = at;
            if (may_break_after(before)) last_break = at;
            if (before == ' ' && used * 2 > room) last_space = at;
        }
        const std::int64_t width = text_width(text.substr(at, character.bytes), 1000, weight);
        if (used + width > room && character.code != ' ') {
            if (last_space > from) return last_space;
            if (last_break > from) return last_break;
            if (last_joint > from) return last_joint;
        }
        used += width;
        before = character.code;
        at += character.bytes;
    }
    return text.size();
}

/// A label as what stands before its last digits, and these.
struct Numbered {
    std::string before, digits;

    bool is_followed_by(const Numbered& next) const {
        return before == next.before && digits.size() == next.digits.size() && !digits.empty() &&
               digits.size() < 18 && std::stoll(digits) + 1 == std::stoll(next.digits);
    }
};

Numbered numbered(const std::string& label) {
    std::size_t at = label.size();
    while (at > 0 && label[at - 1] >= '0' && label[at - 1] <= '9') --at;
    return {label.substr(0, at), label.substr(at)};
}

std::string end_title(const CableEndPlace& place) {
    if (place.device.empty()) return place.port;
    std::string out = place.rack;
    if (place.unit) out += fmt::format("{}U{}", out.empty() ? "" : " ", *place.unit);
    out += (out.empty() ? "" : " ") + place.device + " " + port_text(place);
    if (!place.port_type.empty()) out += " (" + place.port_type + ", " + place.face + ")";
    return out;
}

}  // namespace

std::vector<std::string_view> wrapped(std::string_view text, std::int64_t size, std::int64_t width,
                                      Weight weight) {
    std::vector<std::string_view> lines;
    if (!text.empty() && text_width(text, size, weight) <= width) return {text};
    const std::int64_t room = width * 1000 / size;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t to = end_of_line(text, from, room, weight);
        const std::string_view line = without_spaces(text.substr(from, to - from));
        if (!line.empty()) lines.push_back(line);
        from = to;
        while (from < text.size() && text[from] == ' ') ++from;
    }
    return lines;
}

std::vector<std::string> wrapped_at_most(std::size_t most, std::string_view text, std::int64_t size,
                                         std::int64_t width, Weight weight) {
    const auto lines = wrapped(text, size, width, weight);
    std::vector<std::string> out(lines.begin(),
                                 lines.begin() + std::ptrdiff_t(std::min(most, lines.size())));
    if (lines.size() > most && most > 0) {
        const auto from = std::size_t(lines[most - 1].data() - text.data());
        out.back() = shortened(text.substr(from), size, width, weight);
    }
    return out;
}

std::string label_ranges(std::vector<std::string> labels) {
    std::sort(labels.begin(), labels.end(), NaturalLess{});
    std::string out;
    for (std::size_t first = 0, last = 0; first < labels.size(); first = last + 1) {
        last = first;
        while (last + 1 < labels.size() &&
               numbered(labels[last]).is_followed_by(numbered(labels[last + 1])))
            ++last;
        if (last < first + 2) last = first;
        if (!out.empty()) out += ", ";
        out += labels[first];
        if (last > first) out += " ... " + labels[last];
    }
    return out;
}

std::string length_range(const std::vector<const Cable*>& cables) {
    if (cables.empty()) return {};
    const auto by_length = [](const Cable* a, const Cable* b) { return a->length < b->length; };
    const auto [least, most] = std::minmax_element(cables.begin(), cables.end(), by_length);
    std::string to = to_text((*most)->length);
    if ((*least)->length == (*most)->length) return to;
    std::string from = to_text((*least)->length);
    const auto unit = to.find(' '), unit_of_from = from.find(' ');
    if (unit != std::string::npos && unit_of_from != std::string::npos &&
        to.substr(unit) == from.substr(unit_of_from))
        from.erase(unit_of_from);
    return from + "-" + to;
}

std::string port_text(const CableEndPlace& place) {
    return place.label.ends_with(":" + place.port + " rear") ? place.port + " rear" : place.port;
}

std::string cable_title(const Cable& cable, const CableEndPlace& a, const CableEndPlace& b) {
    std::string out =
        fmt::format("{}: {} \xE2\x86\x92 {}; {}, {}, {}", cable.label, end_title(a), end_title(b),
                    to_text(cable.kind), cable.media, to_text(cable.length));
    if (cable.colour) out += ", " + *cable.colour;
    return out;
}

}  // namespace colo::exporters::cabling
