#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

#include "intent/base/parallel.h"

namespace colo {

TEST(Parallel, EveryPartIsDoneOnce) {
    for (const std::size_t count : {0, 1, 2, 1000}) {
        std::vector<std::atomic<int>> done(count);
        in_parallel(count, [&](std::size_t i) { ++done[i]; });
        for (const auto& times : done) EXPECT_EQ(times, 1);
    }
}

TEST(Parallel, WhatOnePartThrowsArrivesAndStopsTheRest) {
    std::atomic<int> done = 0;
    const auto work = [&](std::size_t i) {
        if (i == 10) throw std::runtime_error("part 10");
        ++done;
    };
    try {
        in_parallel(1'000'000, work);
        FAIL() << "nothing was thrown";
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "part 10");
    }
    EXPECT_LT(done, 1'000'000 - 1);
}

}  // namespace colo
