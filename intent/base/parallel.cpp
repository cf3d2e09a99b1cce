#include "intent/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>
#include <vector>

namespace colo {

void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    const auto take_turns = [&] {
        try {
            for (std::size_t i = next++; i < count; i = next++) work(i);
        } catch (...) {
            next = count;  // nobody begins another
            throw;
        }
    };
    const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::future<void>> helpers;  // declared last: an exception waits for all of them
    for (std::size_t i = 1; i < std::min(processors, count); ++i)
        helpers.push_back(std::async(std::launch::async, take_turns));
    take_turns();
    for (std::future<void>& helper : helpers) helper.get();
}

}  // namespace colo
