#include <gtest/gtest.h>

#include "tests/intent/rules/verdict.h"

namespace colo::example {

namespace {

TEST(SerialsAreUnique, two_devices_with_one_serial_number_are_named) {
    Case c;
    for (const char* server : {"trading-server.1", "trading-server.3"})
        the(c.intent.devices, server).serial = "7XK2P93";
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:5:3: error: two devices have one serial number [serial-twice]
    5 |   trading-server: {model: server-25g}
      |   ^~~~~~~~~~~~~~
  trading-server.1 (server-25g) and trading-server.3 (server-25g) both have serial 7XK2P93
  hint: read both labels again; a unit that was moved leaves its old place
1 error in 1 file
)");
}

TEST(SerialsAreUnique, devices_of_which_none_is_known_are_not_alike) {
    Case c;
    the(c.intent.devices, "trading-server.1").serial = "7XK2P93";
    EXPECT_EQ(c.verdict(), "");
}

}  // namespace

}  // namespace colo::example
