#include "intent/model/renames.h"

#include <algorithm>

#include "intent/model/bay_places.h"
#include "intent/model/port_places.h"

namespace colo {

namespace {

constexpr std::string_view pair_mark = "pair.";
constexpr std::string_view bundle_mark = "lag-";  // the port of a cabling rule's bundle

std::string_view field_at(std::string_view text, std::size_t from) {
    return text.substr(from, text.find('.', from) - from);
}

}  // namespace

bool belongs_to(std::string_view identity, std::string_view name) {
    return identity.starts_with(name) &&
           (identity.size() == name.size() || identity[name.size()] == '.');
}

std::optional<std::vector<std::string_view>> bound_to(std::string_view pattern,
                                                      std::string_view id) {
    std::vector<std::string_view> bound;
    std::size_t p = 0, i = 0;
    while (true) {
        const std::string_view wanted = field_at(pattern, p), there = field_at(id, i);
        if (wanted == "*")
            bound.push_back(there);
        else if (wanted != there)
            return std::nullopt;
        p += wanted.size(), i += there.size();
        if ((p == pattern.size()) != (i == id.size())) return std::nullopt;
        if (p == pattern.size()) return bound;
        ++p, ++i;
    }
}

std::string filled(std::string_view pattern, const std::vector<std::string_view>& bound) {
    std::string text;
    std::size_t next = 0;
    for (const char c : pattern)
        if (c == '*' && next < bound.size())
            text += bound[next++];
        else
            text += c;
    return text;
}

void Renames::add(Rename rename) {
    Step step{std::move(rename), {}, {}};
    for (const auto& [from, to] : step.rename.pairs)
        if (!step.rename.whole && from.find('*') != std::string::npos)
            step.patterns.emplace_back(from, to);
        else
            step.exact.emplace(from, to);
    steps_.push_back(std::move(step));
}

std::optional<std::string> Renames::met(const Step& step, std::string_view text) {
    if (step.rename.whole) {
        const auto& [from, to] = step.rename.pairs.front();
        if (!belongs_to(text, from)) return std::nullopt;
        for (const std::string& other : step.rename.others)
            if (belongs_to(text, other)) return std::nullopt;
        return to + std::string(text.substr(from.size()));
    }
    if (const auto found = step.exact.find(std::string(text)); found != step.exact.end())
        return found->second;
    for (const auto& [from, to] : step.patterns)
        if (const auto bound = bound_to(from, text)) return filled(to, *bound);
    return std::nullopt;
}

Renamed Renames::token(NameOf named, std::string_view text) const {
    Renamed now{std::string(text)};
    for (const Step& step : steps_)
        if (step.rename.named == named)
            if (auto found = met(step, now.text)) now = {*std::move(found), &step.rename};
    return now;
}

Renamed Renames::device(std::string_view id) const {
    if (!id.starts_with(pair_mark)) return token(NameOf::device, id);
    Renamed member = token(NameOf::device, id.substr(pair_mark.size()));
    member.text.insert(0, pair_mark);
    return member;
}

/// `server-data`, or on the far side `server-data-trading-server.3`.
Renamed Renames::bundle(std::string_view text) const {
    for (std::size_t dash = text.find('-'); dash != std::string_view::npos;
         dash = text.find('-', dash + 1)) {
        const Renamed device_there = device(text.substr(dash + 1));
        const Renamed rule = token(NameOf::cabling, text.substr(0, dash));
        const auto is_of_another = [&](const std::string& other) {
            return text == other || text.starts_with(other + "-");
        };
        if (rule.by && std::any_of(rule.by->others.begin(), rule.by->others.end(), is_of_another))
            break;
        if (device_there.by || rule.by)
            return {rule.text + "-" + device_there.text, rule.by ? rule.by : device_there.by};
    }
    return token(NameOf::cabling, text);
}

Renamed Renames::port(std::string_view id) const {
    const std::size_t colon = id.find(':');
    Renamed now = device(id.substr(0, colon));
    if (colon == std::string_view::npos) return now;
    std::string_view port = id.substr(colon + 1);
    Renamed name{std::string(port)};
    if (port.starts_with(bundle_mark)) {
        name = bundle(port.substr(bundle_mark.size()));
        name.text.insert(0, bundle_mark);
    }
    return {now.text + ":" + name.text, now.by ? now.by : name.by};
}

/// Between slashes stand names and devices; the first part is `first`, where that can be renamed.
Renamed Renames::parts(std::string_view id, std::optional<NameOf> first) const {
    Renamed now;
    for (std::size_t from = 0; from <= id.size();) {
        const std::size_t slash = std::min(id.find('/', from), id.size());
        const std::string_view part = id.substr(from, slash - from);
        const bool is_name = part == "gateway" || part == "gateway-own";  // of an address's part
        const bool is_device = (from > 0 && !is_name) || first == NameOf::device;
        const Renamed one = is_device            ? device(part)
                            : from == 0 && first ? token(*first, part)
                                                 : Renamed{std::string(part)};
        if (one.by && !now.by) now.by = one.by;
        if (from > 0) now.text += '/';
        now.text += one.text;
        from = slash + 1;
    }
    return now;
}

Renamed Renames::cable(std::string_view id) const { return parts(id, NameOf::cabling); }

Renamed Renames::network(std::string_view id) const { return parts(id, NameOf::network); }

Renamed Renames::scope(std::string_view text) const {
    const Renamed group = token(NameOf::group, text);
    return group.by ? group : parts(text, NameOf::device);
}

Renamed Renames::below(std::string_view id) const { return parts(id, std::nullopt); }

/// `leaf/7`, `pair.leaf/7`: the space is called as the role, unless it has a name of its own.
std::string Renames::space_of_number(const std::string& value) const {
    const std::size_t slash = std::min(value.find('/'), value.size());
    return device(value.substr(0, slash)).text + value.substr(slash);
}

Allocation Renames::allocation(Allocation allocation) const {
    std::string& id = allocation.identity;
    switch (allocation.kind) {
        case AllocationKind::group: id = parts(id, NameOf::group).text; break;
        case AllocationKind::number: {
            const Renamed now = device(id);
            if (now.by && now.by->whole) allocation.value = space_of_number(allocation.value);
            id = now.text;
            break;
        }
        case AllocationKind::place:
            id = device(id).text;
            if (const auto bay = read_bay_place(allocation.value))
                allocation.value = bay_place_text(device(bay->parent).text, bay->bay);
            break;
        case AllocationKind::feed: id = device(id).text; break;
        case AllocationKind::retired:  // an ordinal of this name; single ones do not take it along
            if (const Renamed now = device(id); now.by && now.by->whole) id = now.text;
            break;
        case AllocationKind::from:
        case AllocationKind::to:
            id = cable(id).text;
            allocation.value = port(allocation.value).text;
            break;
        case AllocationKind::length:
        case AllocationKind::label: id = cable(id).text; break;
        case AllocationKind::via: {
            id = cable(id).text;
            std::string renamed;
            for (const std::string_view place : port_places(allocation.value))
                renamed += (renamed.empty() ? "" : " ") + port(place).text;
            allocation.value = std::move(renamed);
            break;
        }
        case AllocationKind::prefix:
            if (id.starts_with("pools/")) break;
            [[fallthrough]];
        case AllocationKind::host:
        case AllocationKind::vlan: id = network(id).text; break;
        case AllocationKind::asn: id = below(id).text; break;
    }
    return allocation;
}

}  // namespace colo
