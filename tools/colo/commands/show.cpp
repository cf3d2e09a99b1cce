// colo show: the intent of a site, or one thing in it, now or at a revision.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

#include "intent/base/names.h"
#include "intent/exporters/exporter.h"
#include "intent/model/describe.h"
#include "intent/plan/field_text.h"
#include "intent/plan/lookup.h"
#include "tools/colo/commands.h"
#include "tools/colo/explain/look_up.h"
#include "tools/colo/revisions.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

namespace {

using nlohmann::json;

Result<std::optional<std::int64_t>> revision_asked_for(const Arguments& arguments) {
    const std::string said = arguments.option("at");
    if (said.empty()) return std::optional<std::int64_t>();
    const auto revision = read_revision(said, arguments.words.front());
    if (!revision) return revision.failure();
    return std::optional(*revision);
}

Result<plan::Base> at_revision(const Arguments& arguments, const std::string& site) {
    const auto revision = revision_asked_for(arguments);
    if (!revision) return revision.failure();
    if (!*revision) return stored_site(arguments, site);
    const auto store = open_store(arguments, store::Missing::empty);
    if (!store) return store.failure();
    return store->at(site, **revision);
}

std::string power_of(const Rack& rack) {
    std::string text;
    for (const auto& [name, feed] : rack.feeds)
        text += fmt::format("  {} {} of {}", name, to_text(feed.failover.value_or(feed.maximum)),
                            to_text(feed.capacity));
    return text;
}

std::string summary(const plan::Base& base) {
    const Intent& intent = base.intent;
    std::string text =
        fmt::format("{}  revision {}, {} {}\n{}, {}, {}\n", intent.head.site, base.revision,
                    intent.head.standard, intent.head.standard_version, intent.head.facility,
                    intent.head.city, intent.head.timezone);
    for_each_table(intent, [&](const char* name, const auto& table) {
        text += fmt::format("  {:<22}{:>8}\n", name, with_thousands(table.size()));
    });
    text += "racks, with each feed's load at worst (another feed lost)\n";
    std::vector<const Rack*> racks;
    for (const Rack& rack : intent.racks) racks.push_back(&rack);
    std::sort(racks.begin(), racks.end(),
              [](const Rack* a, const Rack* b) { return natural_less(a->id.value, b->id.value); });
    for (const Rack* rack : racks)
        text += fmt::format("  {:<8} row {:<4} {:>3}U {:>10}{}\n", rack->name, rack->row,
                            rack->units, to_text(rack->weight), power_of(*rack));
    return text;
}

/// The fields that have a value, one a line.
std::string fields_of(const auto& object) {
    plan::FieldTexts texts;
    describe(texts, object);
    std::size_t widest = 0;
    for (const auto& [name, text] : texts.all())
        if (!text.empty()) widest = std::max(widest, name.size());
    std::string out;
    for (const auto& [name, text] : texts.all())
        if (!text.empty() && name != "id") out += fmt::format("  {:<{}}  {}\n", name, widest, text);
    return out;
}

std::string object_text(const LookedUp& asked, const Found& found) {
    std::string text = fmt::format("{}  {}\n", found.table, found.id);
    for_each_table(asked.base.intent, [&](const char* table, const auto& objects) {
        if (found.table != table) return;
        if (const auto* object = plan::find_by_id(objects, found.id)) text += fields_of(*object);
    });
    return text;
}

/// One thing, or all of its name that are one.
Exit show_object(const Arguments& arguments, Console& console) {
    const std::string &site = arguments.words[0], &object = arguments.words[1];
    const auto revision = revision_asked_for(arguments);
    if (!revision) return console.fail(revision.failure()), Exit::error;
    const auto store = open_store(arguments, store::Missing::empty);
    if (!store) return console.fail(store.failure()), Exit::error;
    const auto asked = look_up(*store, site, object, *revision);
    if (!asked) return console.fail(asked.failure()), Exit::error;
    if (asked->found.front().table == "positions")
        return console.fail({"unknown-object",
                             fmt::format("{} is a place, which has no fields", object),
                             {},
                             fmt::format("who stands there: colo explain {} {}", site, object),
                             false}),
               Exit::error;
    if (arguments.option("format", "text") == "json") {
        const std::vector<json> objects = objects_json(*asked);
        json answer = json::array();
        for (std::size_t i = 0; i < objects.size(); ++i)
            answer.push_back({{"table", asked->found[i].table}, {"object", objects[i]}});
        console.result(answer.dump(2, ' ', false, json::error_handler_t::replace) + "\n");
        return Exit::done;
    }
    for (const Found& found : asked->found) console.result(object_text(*asked, found));
    return Exit::done;
}

Exit run(const Arguments& arguments, Console& console) {
    if (arguments.words.size() == 2) return show_object(arguments, console);
    const auto base = at_revision(arguments, arguments.words.front());
    if (!base) return console.fail(base.failure()), Exit::error;
    const std::string format = arguments.option("format", "text");
    if (format == "json")
        console.result(exporters::intent_json({base->intent, base->revision}));
    else
        console.result(summary(*base));
    return Exit::done;
}

}  // namespace

const Command show_command{
    "show",
    "SITE [OBJECT]",
    1,
    2,
    "the stored intent of a site, or the fields of one thing in it",
    {{"--format", "text|json", "for people, or with objects as in colo-intent/1"},
     {"--at", "REVISION", "as it was then"}},
    run};

}  // namespace colo::tool
