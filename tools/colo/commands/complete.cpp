// colo complete: what may stand where the last word is being typed, for the shells' scripts.
#include "tools/colo/commands.h"
#include "tools/colo/completion.h"

namespace colo::tool {

namespace {

Exit run(const Arguments& arguments, Console& console) {
    for (const Candidate& one : complete(arguments.words))
        console.result(one.about.empty() ? one.word + "\n" : one.word + "\t" + one.about + "\n");
    return Exit::done;
}

}  // namespace

const Command complete_command{
    "complete", "WORD...", 0,   10'000, "what may stand in the place of the last word; for scripts",
    {},         run,       true};

}  // namespace colo::tool
