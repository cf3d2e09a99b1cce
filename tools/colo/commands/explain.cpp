// colo explain: why an object is there, or what a diagnostic means.
#include <fmt/format.h>

#include "intent/base/names.h"
#include "intent/base/suggestion.h"
#include "intent/definition/diagnostics_page.h"
#include "tools/colo/commands.h"
#include "tools/colo/explanation.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

namespace {

/// What the page of diagnostics says of a code.
Exit explain_code(const std::string& code, Console& console) {
    if (const auto section = definition::section_of(code)) {
        console.result(std::string(*section) + (section->ends_with('\n') ? "" : "\n"));
        return Exit::done;
    }
    const auto near = nearest_name(code, names_of(definition::code_texts()));
    console.fail(
        {"unknown-code",
         fmt::format("there is no diagnostic {}", code),
         {},
         near ? fmt::format("did you mean {}?", *near) : "for an object: colo explain SITE OBJECT",
         false});
    return Exit::error;
}

Exit run(const Arguments& arguments, Console& console) {
    const std::string& site = arguments.words[0];
    if (arguments.words.size() == 1) return explain_code(site, console);
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
    "explain",
    "SITE OBJECT | CODE",
    1,
    2,
    "why a device, port, cable, address, ... is there; or what a diagnostic means",
    {},
    run};

}  // namespace colo::tool
