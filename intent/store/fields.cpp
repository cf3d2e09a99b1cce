#include "intent/store/fields.h"

#include <nlohmann/json.hpp>

#include <array>
#include <optional>
#include <utility>

namespace colo::store {

namespace {

using nlohmann::json;

const std::string* text_in(const database::Value& value) {
    return std::get_if<std::string>(&value);
}

template <class E, std::size_t N>
bool read_enum(const database::Value& value, E& out, const std::array<E, N>& all) {
    const std::string* text = text_in(value);
    for (const E candidate : all)
        if (text != nullptr && *text == to_text(candidate)) return out = candidate, true;
    return false;
}

template <class T>
bool take(const std::optional<T>& read, T& out) {
    if (read) out = *read;
    return read.has_value();
}

json feed_json(const Feed& feed) {
    json out{{"capacity_mw", feed.capacity.value},
             {"typical_mw", feed.typical.value},
             {"maximum_mw", feed.maximum.value}};
    if (feed.failover) out["failover_mw"] = feed.failover->value;
    return out;
}

Feed read_feed(const json& in) {
    Feed feed{{in.at("capacity_mw").get<std::int64_t>()},
              {in.at("typical_mw").get<std::int64_t>()},
              {in.at("maximum_mw").get<std::int64_t>()},
              std::nullopt};
    if (in.contains("failover_mw")) feed.failover = Power{in["failover_mw"].get<std::int64_t>()};
    return feed;
}

/// Lets `read` take what it wants from JSON text; false when the text does not hold it.
template <class Read>
bool read_json(const database::Value& value, Read&& read) {
    const std::string* text = text_in(value);
    if (text == nullptr) return false;
    try {
        read(json::parse(*text));
        return true;
    } catch (const json::exception&) {
        return false;
    }
}

}  // namespace

std::string column_value(const Feeds& feeds) {
    json out = json::object();
    for (const auto& [name, feed] : feeds) out[name] = feed_json(feed);
    return out.dump();
}

std::string column_value(const std::vector<std::string>& texts) {
    if (texts.empty()) return "[]";  // most are: no need to ask the library 100,000 times
    return json(texts).dump();
}

std::string column_value(const std::vector<ReservedUnits>& reserved) {
    json out = json::array();
    for (const ReservedUnits& units : reserved)
        out.push_back({{"first", units.first}, {"last", units.last}, {"why", units.why}});
    return out.dump();
}

bool read_column(database::Value& value, std::int64_t& number) {
    const auto* found = std::get_if<std::int64_t>(&value);
    if (found != nullptr) number = *found;
    return found != nullptr && is_in_range(*found);
}

bool read_column(database::Value& value, bool& truth) {
    std::int64_t number = 0;
    if (!read_column(value, number) || number < 0 || number > 1) return false;
    return truth = number == 1, true;
}

bool read_column(database::Value& value, std::string& text) {
    auto* found = std::get_if<std::string>(&value);
    if (found != nullptr) text = std::move(*found);
    return found != nullptr;
}

bool read_column(database::Value& value, Face& face) {
    return read_enum(value, face, std::array{Face::front, Face::rear});
}

bool read_column(database::Value& value, Depth& depth) {
    return read_enum(value, depth, std::array{Depth::full, Depth::half, Depth::zero});
}

bool read_column(database::Value& value, PanelSide& side) {
    return read_enum(value, side, std::array{PanelSide::front, PanelSide::rear});
}

bool read_column(database::Value& value, CableKind& kind) {
    return read_enum(value, kind,
                     std::array{CableKind::data, CableKind::management, CableKind::console,
                                CableKind::power, CableKind::circuit});
}

bool read_column(database::Value& value, IpAddress& address) {
    const std::string* text = text_in(value);
    return text != nullptr && take(read_address(*text), address);
}

bool read_column(database::Value& value, IpPrefix& prefix) {
    const std::string* text = text_in(value);
    return text != nullptr && take(read_prefix(*text), prefix);
}

bool read_column(database::Value& value, IpInterface& interface) {
    const std::string* text = text_in(value);
    return text != nullptr && take(read_interface(*text), interface);
}

bool read_column(database::Value& value, Feeds& feeds) {
    return read_json(value, [&](const json& in) {
        feeds.clear();
        for (const auto& [name, feed] : in.items()) feeds.emplace(name, read_feed(feed));
    });
}

bool read_column(database::Value& value, std::vector<std::string>& texts) {
    return read_json(value, [&](const json& in) { in.get_to(texts); });
}

bool read_column(database::Value& value, std::vector<ReservedUnits>& reserved) {
    return read_json(value, [&](const json& in) {
        reserved.clear();
        for (const json& units : in)
            reserved.push_back({units.at("first").get<std::int64_t>(),
                                units.at("last").get<std::int64_t>(),
                                units.at("why").get<std::string>()});
    });
}

}  // namespace colo::store
