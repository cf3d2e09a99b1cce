#include "tools/colo/explain/look_up.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "intent/base/names.h"
#include "intent/base/utf8.h"
#include "intent/exporters/exporter.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

namespace {

/// An address that nobody has lies in a prefix, perhaps; or somebody has it with another length.
std::string prefix_around(const Intent& intent, const std::string& text) {
    const auto interface = read_interface(text);
    const auto address = interface ? interface->address : read_address(text);
    for (const Address& one : intent.addresses)
        if (address && one.address.address == *address)
            return fmt::format("{} has it as {}", one.device.value, to_text(one.address));
    const Prefix* around = nullptr;
    for (const Prefix& prefix : intent.prefixes)
        if (address && prefix.prefix.contains(*address) &&
            (!interface || interface->length >= prefix.prefix.length) &&
            (!around || prefix.prefix.length > around->prefix.length))
            around = &prefix;
    return around ? fmt::format("nobody has it; it lies in {} ({})", to_text(around->prefix),
                                around->id.value)
                  : "";
}

/// A unit above a rack's top.
std::string units_of_rack(const Intent& intent, const std::string& text) {
    const std::string rack = text.substr(0, text.rfind(":U"));
    for (const Rack& one : intent.racks)
        if (rack != text && (one.id.value == rack || one.name == rack))
            return fmt::format("rack {} has U1 to U{}", one.name, one.units);
    return "";
}

/// Reads the whole site, for a name that is near.
Failure unknown_object(const plan::Base& base, const std::string& object) {
    const std::string& site = base.intent.head.site;
    std::string hint = prefix_around(base.intent, object);
    if (hint.empty()) hint = units_of_rack(base.intent, object);
    if (hint.empty())
        if (const auto near = nearest_name(object, all_names(base.intent)))
            hint = fmt::format("did you mean {}?", *near);
    if (hint.empty()) hint = fmt::format("see colo list {} devices", site);
    return {"unknown-object", fmt::format("{} has no {}", site, object), {}, hint, false};
}

/// `vlans servers.R03`, one a line; of many the first.
Failure ambiguous(const plan::Base& base, const std::string& object,
                  const std::vector<Found>& found) {
    constexpr std::size_t most = 20;
    Failure failure{
        "ambiguous-object",
        fmt::format("{} in {} is one of {} things", object, base.intent.head.site, found.size()),
        {},
        "say which by its identity",
        false};
    for (const Found& one : found) {
        if (failure.causes.size() == most) {
            failure.causes.push_back(fmt::format("{} more", found.size() - most));
            break;
        }
        const std::string name = name_of(base.intent, one);
        failure.causes.push_back(
            fmt::format("{} {}{}", one.table, one.id, name.empty() ? "" : " " + name));
    }
    return failure;
}

}  // namespace

Result<LookedUp> look_up(const store::Store& store, const std::string& site,
                         const std::string& object, std::optional<std::int64_t> revision) {
    std::string valid;
    append_valid(valid, object);
    if (valid != object)  // which no database would take either
        return Failure{"unknown-object", "nothing is called so: it is not UTF-8", {}, "", false};
    auto base = stored_around(store, site, object, revision);
    if (!base) return base.failure();
    auto found = find_objects(base->intent, object);
    if (found.empty()) {
        const auto whole = revision ? store.at(site, *revision) : store.base(site);
        return whole ? unknown_object(*whole, object) : whole.failure();
    }
    if (!are_one(base->intent, found, object)) return ambiguous(*base, object, found);
    return LookedUp{*std::move(base), std::move(found)};
}

std::vector<nlohmann::json> objects_json(const LookedUp& asked) {
    using nlohmann::json;
    const json all = json::parse(exporters::intent_json({asked.base.intent, asked.base.revision}));
    std::vector<json> out;
    for (const Found& found : asked.found) {
        json& object = out.emplace_back();
        for (const json& one : all.value(found.table, json::array()))
            if (one.at("id") == found.id) object = one;
    }
    return out;
}

}  // namespace colo::tool
