#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/intent/rules/verdict.h"

namespace colo::example {

namespace {

TEST(MediaFit, a_medium_that_fits_neither_end_is_told_which_one_would) {
    Case c;
    the(c.intent.cables, "server-data/trading-server.3/1").media = "dac-100g";
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:13:3: error: a cable does not fit the ports at its ends [media-does-not-fit]
   13 |   server-data: {media: dac-25g}
      |   ^~~~~~~~~~~
  server-data/trading-server.3/1 is a dac-100g
  trading-server.3:NIC1-1 is 25gbase-x-sfp28; dac-100g fits 100gbase-x-qsfp28
  leaf.R01.1:Ethernet2 is 25gbase-x-sfp28; dac-100g fits 100gbase-x-qsfp28
  hint: dac-25g would fit: add it to the media of server-data
1 error in 1 file
)");
}

TEST(MediaFit, a_port_of_another_type_at_one_end_is_named) {
    Case c;
    the(c.intent.interfaces, "trading-server.3:NIC1-1").type = "10gbase-t";
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:13:3: error: a cable does not fit the ports at its ends [media-does-not-fit]
   13 |   server-data: {media: dac-25g}
      |   ^~~~~~~~~~~
  server-data/trading-server.3/1 is a dac-25g
  trading-server.3:NIC1-1 is 10gbase-t; dac-25g fits 25gbase-x-sfp28
  standards/lab/1.0.0/standard.yaml:7:3: note: dac-25g is described here
  hint: no medium of the standard fits both ends of server-data
1 error in 1 file
)");
}

TEST(MediaFit, ends_of_different_speed_do_not_match) {
    Case c;
    the(c.intent.interfaces, "leaf.R01.1:Ethernet2").speed = Speed{10'000};
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:13:3: error: a cable does not fit the ports at its ends [media-does-not-fit]
   13 |   server-data: {media: dac-25g}
      |   ^~~~~~~~~~~
  server-data/trading-server.3/1 is a dac-25g
  trading-server.3:NIC1-1 runs at 25G, leaf.R01.1:Ethernet2 at 10G
  standards/lab/1.0.0/standard.yaml:7:3: note: dac-25g is described here
  hint: no medium of the standard fits both ends of server-data
1 error in 1 file
)");
}

TEST(MediaFit, a_medium_without_a_speed_runs_at_the_slower_end) {
    Case c;
    the(c.intent.interfaces, "mgmt-switch.R01:Ethernet2").speed = Speed{100};
    EXPECT_EQ(c.verdict(), "");
}

TEST(MediaFit, a_cable_longer_than_its_medium_goes_is_refused) {
    Case c;
    the(c.intent.cables, "server-data/trading-server.3/1").length = Length{5'000};
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:13:3: error: a cable is longer than its medium goes [too-far]
   13 |   server-data: {media: dac-25g}
      |   ^~~~~~~~~~~
  server-data/trading-server.3/1 is 5 m of dac-25g, which goes 3 m: 2 m too far
  standards/lab/1.0.0/standard.yaml:7:3: note: dac-25g is described here
  hint: place its ends nearer, or give a medium that goes further to server-data
1 error in 1 file
)");
}

TEST(MediaFit, light_goes_the_whole_of_a_way) {
    Case c;
    auto& cables = c.intent.cables;
    const auto whole = std::find_if(cables.begin(), cables.end(), [](const Cable& one) {
        return one.id.value == "server-data/trading-server.2/1";
    });
    Cable rest = *whole;
    whole->path = rest.path = "server-data/trading-server.2/1";
    rest.id = CableId("server-data/trading-server.2/1/2");
    whole->length = rest.length = Length{1'500};
    rest.a = rest.b = {};
    cables.insert(whole + 1, rest);
    EXPECT_EQ(c.verdict(), "");
    the(cables, "server-data/trading-server.2/1/2").length = Length{1'600};
    EXPECT_THAT(c.verdict(),
                testing::HasSubstr("server-data/trading-server.2/1 is 3.1 m of dac-25g, which goes "
                                   "3 m: 0.1 m too far"));
}

TEST(MediaFit, an_inlet_and_an_outlet_of_different_kinds_do_not_mate) {
    Case c;
    the(c.intent.power_ports, "trading-server.3:PSU1").type = "iec-60320-c20";
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:14:3: error: an inlet and its outlet do not mate [inlet-does-not-mate]
   14 |   power: {from: {role: pdu, ports: outlets}}
      |   ^~~~~
  trading-server.3:PSU1 is iec-60320-c20, pdu.R01.A:C13 02 is iec-60320-c13
  hint: C14 mates with C13, C20 with C19: choose a strip that has the outlet
1 error in 1 file
)");
}

TEST(MediaFit, a_cord_that_does_not_fit_a_mating_pair_is_a_wrong_medium) {
    Case c;
    the(c.intent.power_ports, "trading-server.3:PSU1").type = "iec-60320-c20";
    the(c.intent.outlets, "pdu.R01.A:C13 02").type = "iec-60320-c19";
    EXPECT_EQ(
        c.verdict(),
        R"(standards/lab/1.0.0/standard.yaml:14:3: error: a cable does not fit the ports at its ends [media-does-not-fit]
   14 |   power: {from: {role: pdu, ports: outlets}}
      |   ^~~~~
  power/trading-server.3/1 is a c13-c14
  trading-server.3:PSU1 is iec-60320-c20; c13-c14 fits iec-60320-c13, iec-60320-c14
  pdu.R01.A:C13 02 is iec-60320-c19; c13-c14 fits iec-60320-c13, iec-60320-c14
  hint: no medium of the standard fits both ends of power
1 error in 1 file
)");
}

}  // namespace

}  // namespace colo::example
