// Work that falls into independent parts, done on all processors at once.
#pragma once

#include <cstddef>
#include <functional>

namespace colo {

/// Calls work(0) to work(count - 1), each once, in no order, from as many threads as there are
/// processors (this one is among them); returns when all are done. What one throws is thrown here,
/// the rest being skipped. `work` must not touch what another call of it changes.
void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace colo
