// colo show: the whole intent of a site, now or at a revision.
#include <fmt/format.h>

#include <algorithm>

#include "intent/base/names.h"
#include "intent/exporters/exporter.h"
#include "intent/model/describe.h"
#include "tools/colo/commands.h"
#include "tools/colo/revisions.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

namespace {

Result<plan::Base> at_revision(const Arguments& arguments, const std::string& site) {
    const std::string said = arguments.option("at");
    if (said.empty()) return stored_site(arguments, site);
    const auto revision = read_revision(said, site);
    if (!revision) return revision.failure();
    const auto store = open_store(arguments, store::Missing::empty);
    if (!store) return store.failure();
    return store->at(site, *revision);
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

Exit run(const Arguments& arguments, Console& console) {
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

const Command show_command{"show",
                           "SITE",
                           1,
                           1,
                           "the stored intent of a site",
                           {{"--format", "text|json", "a summary, or all of it as colo-intent/1"},
                            {"--at", "REVISION", "as it was then"}},
                           run};

}  // namespace colo::tool
