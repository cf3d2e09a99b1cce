// colo store: the store as a whole: checked, backed up, restored, copied to another database.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "intent/base/names.h"
#include "intent/store/transfer.h"
#include "tools/colo/commands.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

namespace {

Failure usage(const std::string& message) {
    return {"bad-usage",
            message,
            {},
            "say colo store check, colo store backup FILE, colo store restore FILE, or colo store "
            "copy URL",
            false};
}

store::Progress shown(Console& console, const std::string& what) {
    return [&console, what](std::int64_t rows) {
        console.progress(
            fmt::format("{}: {} rows", what, with_thousands(static_cast<std::size_t>(rows))));
    };
}

std::string rows_of(const store::Transferred& done) {
    return with_thousands(static_cast<std::size_t>(done.rows)) + " rows";
}

/// What is wrong with a store is told one by one.
Exit check(const std::string& url, Console& console) {
    const auto store = store::Store::open(url, store::Missing::empty);
    if (!store) return console.fail(store.failure()), Exit::error;
    const auto found = store.value().check(
        [&](std::string_view part) { console.progress(fmt::format("checking {}", part)); });
    if (!found) return console.fail(found.failure()), Exit::error;
    for (const Failure& one : *found) console.fail(one);
    if (!found->empty()) return Exit::error;
    const auto sites = store.value().sites();
    if (!sites) return console.fail(sites.failure()), Exit::error;
    console.result(fmt::format("the store is good: {}, each row as it was applied\n",
                               count_of(sites->size(), "site")));
    return Exit::done;
}

Exit backup(const std::string& url, const std::string& file, Console& console) {
    const auto done = store::back_up(url, file, shown(console, "backing up"));
    if (!done) return console.fail(done.failure()), Exit::error;
    if (const Exit good = check("sqlite:" + file, console); good != Exit::done) return good;
    console.result(fmt::format("backed up: {} into {}\n", rows_of(*done), file));
    return Exit::done;
}

Exit copy(const std::string& url, const std::string& to, Console& console) {
    const auto done = store::copy_store(url, to, shown(console, "copying"));
    if (!done) return console.fail(done.failure()), Exit::error;
    console.result(fmt::format("copied: {}\n", rows_of(*done)));
    console.message("from now on use only one of the two: set COLO_STORE, or `store:` in "
                    ".colo.yaml\n");
    return Exit::done;
}

/// Where what a restore replaces is kept.
std::string kept_file(const std::string& now) {
    std::string stamp = now;
    std::erase_if(stamp, [](char c) { return c == ':' || c == '-'; });
    std::string file = "colo-before-restore-" + stamp + ".db";
    for (int n = 2; std::filesystem::exists(file); ++n)
        file = fmt::format("colo-before-restore-{}-{}.db", stamp, n);
    return file;
}

Result<bool> agreed(const Arguments& arguments, const std::vector<std::string>& sites,
                    Console& console) {
    if (arguments.has("yes") || sites.empty()) return true;
    if (!console.can_ask())
        return Failure{"not-confirmed",
                       "nobody is there to confirm this",
                       {},
                       "run it in a terminal, or say --yes",
                       false};
    return console.ask(fmt::format("Replace the store ({}) with the backup? Type yes: ",
                                   count_of(sites.size(), "site"))) == "yes";
}

Exit restore(const Arguments& arguments, const std::string& url, const std::string& file,
             Console& console) {
    if (const auto good = store::check_backup(file); !good)
        return console.fail(good.failure()), Exit::error;
    std::vector<std::string> sites;
    std::optional<store::RecordHead> head;
    {
        const auto now = store::Store::open(url, store::Missing::empty);
        if (!now) return console.fail(now.failure()), Exit::error;
        const auto known = now.value().sites();
        if (!known) return console.fail(known.failure()), Exit::error;
        sites = *known;
    }
    const auto yes = agreed(arguments, sites, console);
    if (!yes) return console.fail(yes.failure()), Exit::error;
    if (!*yes) return console.message("not restored: nothing was changed\n"), Exit::error;
    if (!sites.empty()) {
        const std::string kept = kept_file(now_utc());
        const auto saved = store::back_up(url, kept, shown(console, "keeping what is there"));
        if (!saved) return console.fail(saved.failure()), Exit::error;
        if (const Exit good = check("sqlite:" + kept, console); good != Exit::done) return good;
        const auto copy = store::Store::open("sqlite:" + kept, store::Missing::empty);
        if (!copy) return console.fail(copy.failure()), Exit::error;
        const auto at = copy.value().record_head();
        if (!at) return console.fail(at.failure()), Exit::error;
        head = *at;
        console.message(fmt::format("what was there is kept in {}\n", kept));
    }
    const auto done = store::restore(file, url, head, shown(console, "restoring"));
    if (!done) return console.fail(done.failure()), Exit::error;
    if (const Exit good = check(url, console); good != Exit::done) return good;
    console.result(
        fmt::format("restored: {} from {}; epoch {} begins, and plans made before it are "
                    "refused\n",
                    rows_of(*done), file, done->epoch));
    return Exit::done;
}

Exit run(const Arguments& arguments, Console& console) {
    const std::string& action = arguments.words.front();
    const bool named = arguments.words.size() == 2;
    const auto url = store_url(arguments);
    if (!url) return console.fail(url.failure()), Exit::error;
    if (action == "check" && !named) return check(*url, console);
    if (action == "backup" && named) return backup(*url, arguments.words[1], console);
    if (action == "copy" && named) return copy(*url, arguments.words[1], console);
    if (action == "restore" && named) return restore(arguments, *url, arguments.words[1], console);
    const bool known =
        action == "check" || action == "backup" || action == "copy" || action == "restore";
    console.fail(usage(
        known ? fmt::format("store {} {}", action,
                            named ? "takes no other word" : "needs one more word: where to or from")
              : fmt::format("store has no action {}", action)));
    return Exit::error;
}

}  // namespace

const Command store_command{"store",
                            "check|backup|restore|copy [FILE|URL]",
                            1,
                            2,
                            "checks, backs up, restores, copies the store",
                            {{"-y,--yes", "", "restore: do not ask"}},
                            run};

}  // namespace colo::tool
