// colo record: the chained record of actions; its head, and whether it still is what it was.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>

#include "intent/base/names.h"
#include "tools/colo/commands.h"
#include "tools/colo/output.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

namespace {

Result<store::RecordHead> kept_head(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return Failure{"file-not-readable", "the kept head cannot be read", {file}, "", false};
    constexpr std::size_t longest = 16U << 20U;
    std::string text(longest, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    return store::read_record_head(text);
}

Exit head(const Arguments& arguments, const store::Store& store, Console& console) {
    const auto head = store.record_head();
    if (!head) return console.fail(head.failure()), Exit::error;
    const std::string file = arguments.option("output");
    if (file.empty()) return console.result(store::to_text(*head)), Exit::done;
    if (const auto written = write_file(file, store::to_text(*head)); !written)
        return console.fail(written.failure()), Exit::error;
    console.message(fmt::format("the head of {} is in {}: keep it where those who can write the "
                                "store cannot\n",
                                count_of(head->sites.size(), "site"), file));
    return Exit::done;
}

Exit verify(const Arguments& arguments, const store::Store& store, Console& console) {
    const auto checked = store.check(
        [&](std::string_view part) { console.progress(fmt::format("reading {}", part)); });
    if (!checked) return console.fail(checked.failure()), Exit::error;
    std::vector<Failure> found = *checked;
    const std::string file = arguments.option("head");
    if (!file.empty()) {
        const auto kept = kept_head(file);
        if (!kept) return console.fail(kept.failure()), Exit::error;
        const auto compared = store.verify(*kept);
        if (!compared) return console.fail(compared.failure()), Exit::error;
        found.insert(found.end(), compared->begin(), compared->end());
    }
    for (const Failure& one : found) console.fail(one);
    if (!found.empty()) return Exit::error;
    const auto now = store.record_head();
    if (!now) return console.fail(now.failure()), Exit::error;
    std::int64_t revisions = 0;
    for (const auto& [site, last] : now->sites) revisions += last.revision;
    console.result(fmt::format("the record holds: {}, {}{}\n", count_of(now->sites.size(), "site"),
                               count_of(static_cast<std::size_t>(revisions), "revision"),
                               file.empty() ? "" : ", and all that the kept head covers"));
    if (file.empty())
        console.message("that nothing was cut off at the end shows only against a head kept "
                        "elsewhere: colo record verify --head FILE\n");
    return Exit::done;
}

Exit run(const Arguments& arguments, Console& console) {
    const std::string& action = arguments.words.front();
    if (action != "head" && action != "verify")
        return console.fail({"bad-usage",
                             fmt::format("record has no action {}", action),
                             {},
                             "say colo record head, or colo record verify",
                             false}),
               Exit::error;
    const char* const other = action == "head" ? "head" : "output";
    if (arguments.options.contains(other))
        return console.fail({"bad-usage",
                             fmt::format("--{} is not for record {}", other, action),
                             {},
                             "see colo record --help",
                             false}),
               Exit::error;
    const auto store = open_store(arguments, store::Missing::empty);
    if (!store) return console.fail(store.failure()), Exit::error;
    return action == "head" ? head(arguments, *store, console) : verify(arguments, *store, console);
}

}  // namespace

const Command record_command{"record",
                             "head|verify",
                             1,
                             1,
                             "the chained record of actions: its head, and whether it holds",
                             {{"-o,--output", "FILE", "head: write it there"},
                              {"--head", "FILE", "verify: against a head that was kept elsewhere"}},
                             run};

}  // namespace colo::tool
