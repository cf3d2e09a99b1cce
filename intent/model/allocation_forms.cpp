#include "intent/model/allocation_forms.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "intent/model/bay_places.h"
#include "intent/model/port_places.h"

namespace colo {

namespace {

using Words = std::vector<std::string_view>;

Words split(std::string_view text, char mark) {
    Words words;
    for (std::size_t from = 0;;) {
        const std::size_t end = text.find(mark, from);
        words.push_back(text.substr(from, end - from));
        if (end == std::string_view::npos) return words;
        from = end + 1;
    }
}

/// Without sign or leading zero, from 0 to the most.
std::optional<std::int64_t> whole(std::string_view text, std::int64_t most) {
    std::int64_t number = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_plain = error == std::errc{} && end == text.data() + text.size() && number >= 0 &&
                          (text.size() == 1 || text.front() != '0');
    return is_plain && number <= most ? std::optional(number) : std::nullopt;
}

bool is_number(std::string_view text, std::int64_t most) {
    const auto number = whole(text, most);
    return number && *number > 0;
}

bool is_name(std::string_view text) {
    return !text.empty() && text.find_first_of(" :/") == std::string_view::npos;
}

/// Of a device in units: the lowest half of a unit, from 0, and how many.
struct Units {
    std::string_view rack;
    std::int64_t first = 0, halves = 0;
    bool front = false, rear = false;
};

constexpr std::int64_t most_units = 100;

/// `U23.5` in halves; nothing for what is no half of a unit.
std::optional<std::int64_t> halves_of(std::string_view number) {
    const auto thousandths = read_thousandths(number);
    if (!thousandths || *thousandths % 500 != 0 || *thousandths > most_units * 1000)
        return std::nullopt;
    return *thousandths / 500;
}

std::optional<Units> read_units(std::string_view text) {
    const Words words = split(text, ' ');
    if (words.size() != 5 || !is_name(words[0]) || !words[1].starts_with('U') ||
        !words[2].ends_with('U'))
        return std::nullopt;
    const auto lowest = halves_of(words[1].substr(1));
    const auto height = halves_of(words[2].substr(0, words[2].size() - 1));
    const bool front = words[3] == "front", full = words[4] == "full";
    if (!lowest || *lowest < 2 || !height || *height < 1) return std::nullopt;
    if ((!front && words[3] != "rear") || (!full && words[4] != "half")) return std::nullopt;
    return Units{words[0], *lowest - 2, *height, front || full, !front || full};
}

bool is_place(std::string_view text) {
    if (const auto bay = read_bay_place(text)) return is_name(bay->parent) && !bay->bay.empty();
    const Words words = split(text, ' ');
    return (words.size() == 2 && is_name(words[0]) && words[1] == "zero") || read_units(text);
}

bool is_port(std::string_view text) {
    const std::size_t colon = text.find(':'), slash = text.rfind('/');
    return colon != std::string_view::npos && slash != std::string_view::npos && slash > colon &&
           is_name(text.substr(0, colon)) && slash > colon + 1 &&
           is_number(text.substr(slash + 1), 100'000);
}

bool is_number_in_space(std::string_view text) {
    const std::size_t slash = text.find('/');
    return slash != std::string_view::npos && is_name(text.substr(0, slash)) &&
           is_number(text.substr(slash + 1), 1'000'000'000);
}

bool is_length(std::string_view text) {
    const std::size_t unit = text.find(' ');
    const std::size_t medium = unit == std::string_view::npos ? unit : text.find(' ', unit + 1);
    return medium != std::string_view::npos && read_length(text.substr(0, medium)) &&
           is_name(text.substr(medium + 1));
}

bool are_ports(std::string_view text) {
    const auto ports = port_places(text);
    return !ports.empty() && std::all_of(ports.begin(), ports.end(), is_port);
}

bool is_prefix(std::string_view text) {
    const auto prefix = read_prefix(text);
    return prefix && to_text(*prefix) == text;
}

constexpr std::int64_t highest_vlan = 4094;  // IEEE 802.1Q, 9.6: 4095 is reserved
constexpr std::int64_t highest_asn = 4'294'967'295;

bool is_well_formed(AllocationKind kind, std::string_view value) {
    switch (kind) {
        case AllocationKind::group:
        case AllocationKind::feed: return is_name(value);
        case AllocationKind::number: return is_number_in_space(value);
        case AllocationKind::place: return is_place(value);
        case AllocationKind::from:
        case AllocationKind::to: return is_port(value);
        case AllocationKind::length: return is_length(value);
        case AllocationKind::label: return is_number(value, 1'000'000'000);
        case AllocationKind::prefix: return is_prefix(value);
        case AllocationKind::host: return whole(value, INT64_MAX).has_value();
        case AllocationKind::vlan: return is_number(value, highest_vlan);
        case AllocationKind::asn: return is_number(value, highest_asn);
        case AllocationKind::retired: return value == "yes" || value == "moved";
        case AllocationKind::via: return are_ports(value);
    }
    return false;
}

std::string_view form_of(AllocationKind kind) {
    switch (kind) {
        case AllocationKind::group: return "a group's is the rack that joined first: R03";
        case AllocationKind::number: return "a number is its space and a number from 1: leaf/3";
        case AllocationKind::place:
            return "a place is rack, lowest unit, height, face and depth: R03 U23 1U front full; "
                   "beside the units: R03 zero; in a bay: in: chassis.1 Slot 2";
        case AllocationKind::feed: return "a feed is its name: A";
        case AllocationKind::from:
        case AllocationKind::to:
            return "a port is device, port group and place in the group, from 1: "
                   "leaf.R03.1:servers/7";
        case AllocationKind::length: return "a length is millimetres and medium: 3000 mm dac-25g";
        case AllocationKind::label: return "a label is a number from 1: 86";
        case AllocationKind::prefix:
            return "a prefix has no bits set behind its length: 10.1.0.0/22";
        case AllocationKind::host:
            return "a host is its address's distance from the first of the prefix: 12";
        case AllocationKind::vlan: return "a VLAN id is a number from 1 to 4094";
        case AllocationKind::asn: return "an AS number is a number from 1 to 4294967295";
        case AllocationKind::retired: return "an ordinal that is used no more says yes or moved";
        case AllocationKind::via: return "a way is its ports: tap.1:line/3 tap.1:out/3";
    }
    return "";
}

void claim_units(const Units& units, std::vector<std::string>& claims) {
    for (const auto& [has, face] : {std::pair{units.front, "front"}, {units.rear, "rear"}})
        for (std::int64_t half = units.first; has && half < units.first + units.halves; ++half)
            claims.push_back(
                fmt::format("{} U{} {}", units.rack, to_text(HalfUnits{half + 2}), face));
}

}  // namespace

std::optional<AllocationKind> read_allocation_kind(std::string_view text) {
    for (int i = 0; i < allocation_kinds; ++i)
        if (to_text(static_cast<AllocationKind>(i)) == text) return static_cast<AllocationKind>(i);
    return std::nullopt;
}

std::vector<std::string> allocation_kind_names() {
    std::vector<std::string> names;
    for (int i = 0; i < allocation_kinds; ++i)
        names.emplace_back(to_text(static_cast<AllocationKind>(i)));
    return names;
}

std::optional<std::string> fault_of_form(const Allocation& allocation) {
    if (is_well_formed(allocation.kind, allocation.value)) return std::nullopt;
    return std::string(form_of(allocation.kind));
}

std::vector<std::string> claims_of(const Allocation& allocation) {
    const std::string& value = allocation.value;
    std::vector<std::string> claims;
    switch (allocation.kind) {
        case AllocationKind::number: return {"number " + value};
        case AllocationKind::place:
            if (const auto bay = read_bay_place(value))
                claims.push_back(fmt::format("{} {}", bay->parent, bay->bay));
            else if (const auto units = read_units(value))
                claim_units(*units, claims);
            return claims;
        case AllocationKind::from:
        case AllocationKind::to: return {value};
        case AllocationKind::via:
            for (const std::string_view port : port_places(value)) claims.emplace_back(port);
            return claims;
        case AllocationKind::label: return {"label " + value};
        case AllocationKind::prefix:  // networks lie in pools, and may fill one
            if (allocation.identity.starts_with("pools/")) return {};
            return {"prefix " + value};
        case AllocationKind::vlan: return {"VLAN " + value};
        case AllocationKind::asn: return {"AS " + value};
        default: return {};
    }
}

std::optional<std::string> claim_of_host(const Allocation& host, const Allocations& prefixes) {
    const std::string_view identity = host.identity;
    const std::size_t family = identity.rfind('/');
    const auto offset = whole(host.value, INT64_MAX);
    if (family == std::string_view::npos || family == 0 || !offset) return std::nullopt;
    for (std::size_t end = identity.rfind('/', family - 1);
         end != std::string_view::npos && end > 0; end = identity.rfind('/', end - 1)) {
        const Allocation wanted{
            AllocationKind::prefix,
            std::string(identity.substr(0, end)) + std::string(identity.substr(family)), ""};
        const auto found = std::lower_bound(prefixes.begin(), prefixes.end(), wanted);
        if (found == prefixes.end() || found->kind != wanted.kind ||
            found->identity != wanted.identity)
            continue;
        const auto prefix = read_prefix(found->value);
        const auto address = prefix ? prefix->at(static_cast<Bits128>(*offset)) : std::nullopt;
        return address ? std::optional(fmt::format("{} of {}", to_text(*address), found->identity))
                       : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace colo
