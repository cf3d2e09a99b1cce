// What differs between revisions, from the rows that one brought or ended: no more is read than
// changed.
#include <set>
#include <utility>

#include "intent/database/session.h"
#include "intent/database/steps.h"
#include "intent/database/transaction.h"
#include "intent/model/describe.h"
#include "intent/store/allocations.h"
#include "intent/store/objects.h"
#include "intent/store/reading.h"
#include "intent/store/record.h"
#include "intent/store/site.h"
#include "intent/store/store.h"

namespace colo::store {

using database::in_order;

namespace {

Result<Done> read_side(const Place& place, const std::string& name, plan::Base& base) {
    base.intent.head.site = name;
    base.revision = place.revision;
    return read_circumstances_of(place.session, place.site, base);
}

Result<Done> read_decisions(database::Session& session, const Span& span, Allocations& out) {
    auto changed = read_changed_allocations(session, span);
    if (!changed) return changed.failure();
    out = *std::move(changed);
    return Done{};
}

/// The devices that objects of an intent belong to or lead to.
std::set<std::string> devices_named(const Intent& intent) {
    std::set<std::string> names;
    const auto note = [&](const std::optional<DeviceId>& device) {
        if (device) names.insert(device->value);
    };
    for_each_table(intent, [&](const char*, const auto& table) {
        for (const auto& object : table) {
            if constexpr (requires { object.device; }) note(object.device);
            if constexpr (requires { object.a.device; })
                note(object.a.device), note(object.b.device);
            if constexpr (requires { object.handoff.device; }) note(object.handoff.device);
        }
    });
    for (const Device& device : intent.devices) names.erase(device.id.value);
    return names;
}

/// Adds those devices as they are at the moment, so that what is about them can be named.
Result<Done> add_devices(database::Session& session, const Moment& moment,
                         const std::set<std::string>& names, Intent& intent) {
    for (const std::string& name : names)
        if (auto read = read_one(session, moment, "devices", name, intent); !read) return read;
    intent.sort();
    return Done{};
}

}  // namespace

Result<RevisionDifference> Store::difference(const std::string& name, std::int64_t from,
                                             std::int64_t to) const {
    if (session_ == nullptr) return no_revision(name, to, 0);
    auto transaction = database::Transaction::begin(*session_, database::Access::read);
    if (!transaction) return transaction.failure();
    const auto site = find_site(*session_, name);
    if (!site) return site.failure();
    const std::int64_t last = *site ? (*site)->revision : 0, number = *site ? (*site)->number : 0;
    for (const std::int64_t revision : {from, to})
        if (revision < 1 || revision > last) return no_revision(name, revision, last);

    RevisionDifference out;
    const auto done = in_order(
        [&] { return read_side({*session_, number, from}, name, out.from); },
        [&] { return read_side({*session_, number, to}, name, out.to); },
        [&] { return read_changed(*session_, {number, from, to}, out.from.intent); },
        [&] { return read_changed(*session_, {number, to, from}, out.to.intent); },
        [&] { return read_decisions(*session_, {number, from, to}, out.from.allocations); },
        [&] { return read_decisions(*session_, {number, to, from}, out.to.allocations); });
    if (!done) return done.failure();
    std::set<std::string> named = devices_named(out.from.intent);
    named.merge(devices_named(out.to.intent));
    for (const Device& device : out.from.intent.devices) named.erase(device.id.value);
    for (const Device& device : out.to.intent.devices) named.erase(device.id.value);
    const auto added =
        in_order([&] { return add_devices(*session_, {number, from}, named, out.from.intent); },
                 [&] { return add_devices(*session_, {number, to}, named, out.to.intent); });
    if (!added) return added.failure();
    return out;
}

Result<std::vector<Version>> Store::versions(const std::string& name, std::string_view table,
                                             const std::string& id) const {
    std::vector<Version> found;
    if (session_ == nullptr || !is_object_table(table)) return found;
    auto transaction = database::Transaction::begin(*session_, database::Access::read);
    if (!transaction) return transaction.failure();
    const auto site = find_site(*session_, name);
    if (!site) return site.failure();
    if (!*site) return found;
    const std::int64_t number = (*site)->number;
    const auto lives = lives_of(*session_, number, table, id);
    if (!lives) return lives.failure();
    for (const Lifetime& life : *lives) {
        Version& version = found.emplace_back();
        const auto entry = [&](std::int64_t revision) {
            return checked_entry({*session_, number, revision}, name);
        };
        auto since = entry(life.since);
        if (!since) return since.failure();
        version.since = *std::move(since);
        if (life.until) {
            auto until = entry(*life.until);
            if (!until) return until.failure();
            version.until = *std::move(until);
        }
        const auto read = read_one(*session_, {number, life.since}, table, id, version.object);
        if (!read) return read.failure();
    }
    return found;
}

}  // namespace colo::store
