// Whether this is a run of `tools/test --long`, in which soaks, kills and large sizes run too.
#pragma once

#include <cstdlib>

namespace colo::tests {

inline bool is_long_run() {
    const char* said = std::getenv("COLO_LONG");
    return said && *said;
}

}  // namespace colo::tests
