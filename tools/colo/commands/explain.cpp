// colo explain: why an object is there.
#include <fmt/format.h>

#include "intent/base/names.h"
#include "tools/colo/commands.h"
#include "tools/colo/explanation.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

namespace {

Exit run(const Arguments& arguments, Console& console) {
    const std::string& site = arguments.words[0];
    const std::string& object = arguments.words[1];
    const auto base = stored_site(arguments, site);
    if (!base) return console.fail(base.failure()), Exit::error;
    const auto found = find_object(base->intent, object);
    if (!found) {
        const auto near = nearest_name(object, all_names(base->intent));
        console.fail({"unknown-object",
                      fmt::format("{} has no {}", site, object),
                      {},
                      near ? fmt::format("did you mean {}?", *near)
                           : fmt::format("see colo list {} devices", site),
                      false});
        return Exit::error;
    }
    const auto store = open_store(arguments, store::Missing::empty);
    if (!store) return console.fail(store.failure()), Exit::error;
    const auto brought = store->brought(site, found->table, found->id);
    if (!brought) return console.fail(brought.failure()), Exit::error;
    console.result(explain(*base, *found, *brought));
    return Exit::done;
}

}  // namespace

const Command explain_command{
    "explain", "SITE OBJECT", 2, 2, "why a device, port, cable, address, ... is there", {}, run};

}  // namespace colo::tool
