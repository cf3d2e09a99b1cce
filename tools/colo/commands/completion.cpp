// colo completion: the script that makes a shell complete what is typed after colo.
#include "tools/colo/completion.h"

#include "intent/base/result.h"
#include "tools/colo/commands.h"

namespace colo::tool {

namespace {

Exit run(const Arguments& arguments, Console& console) {
    const auto script = completion_script(arguments.words.front());
    if (script) return console.result(*script), Exit::done;
    console.fail({"bad-usage",
                  "completion takes bash, zsh or fish",
                  {},
                  "in bash: source <(colo completion bash)",
                  false});
    return Exit::error;
}

}  // namespace

const Command completion_command{
    "completion", "bash|zsh|fish", 1, 1, "the script that makes a shell complete colo's words", {},
    run};

}  // namespace colo::tool
