#include "tools/colo/commands.h"

namespace colo::tool {

namespace {

Exit run(const Arguments&, Console& console) {
    console.result("colo " COLO_VERSION "\n");
    return Exit::done;
}

}  // namespace

const Command version_command{"version", "", 0, 0, "which colo this is", {}, run};

}  // namespace colo::tool
