// Topologies that another tool (netlab) numbered: the same numbering from our language, and their
// files refused in words where ours are expected.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "intent/definition/files.h"
#include "tests/trial.h"

namespace colo::tests {

namespace {

namespace fs = std::filesystem;
using definition::Node;
using testing::HasSubstr;

fs::path netlab() {
    const char* data = std::getenv("COLO_TEST_DATA");
    return fs::path(data ? data : "") / "data/netlab";
}

std::optional<Node> expected(const std::string& name) {
    const fs::path path = netlab() / "expected" / (name + ".yml");
    if (!fs::exists(path)) return std::nullopt;
    Sources sources;
    Diagnostics out;
    return definition::read_document(path, sources, out);
}

std::string text(const Node& map, std::string_view key) {
    const Node* value = map.find(key);
    return value ? value->text : "";
}

const Node& at(const Node& map, std::string_view key) {
    const Node* value = map.find(key);
    if (!value) throw std::runtime_error("no " + std::string(key));
    return *value;
}

constexpr const char* switch_type =
    "manufacturer: Any\nmodel: Switch\nslug: any-switch\nu_height: 1\nis_full_depth: true\n"
    "interfaces:\n  - {name: p1, type: 10gbase-x-sfpp}\n  - {name: p2, type: 10gbase-x-sfpp}\n"
    "  - {name: p3, type: 10gbase-x-sfpp}\n  - {name: p4, type: 10gbase-x-sfpp}\n"
    "  - {name: p5, type: 10gbase-x-sfpp}\n";

constexpr const char* head =
    "format: colo-standard/1\nstandard: lab\nversion: 1.0.0\n"
    "models:\n  switch: {device-type: Any/Switch, ports: {all: \"p[1-4]\", lan: \"p[1-5]\", a: p1, "
    "b: p2, c: p3, d: p4, e: p5}}\n";

constexpr const char* fabric = R"(roles:
  leaf:  {model: switch, count: 4, place: {units: bottom}, name: "l{n}"}
  spine: {model: switch, count: 2, place: {units: bottom}, name: "s{n}"}
media:
  dac: {fits: [10gbase-x-sfpp], speed: 10G, lengths: [3 m]}
cabling:
  uplink: {from: {role: leaf, ports: all}, to: {role: spine, ports: all}, connect: mesh, media: [dac]}
pools:
  links:           {prefix: 10.1.0.0/24}
  loopbacks:       {prefix: 10.0.0.0/24}
  spine-loopbacks: {prefix: 10.0.0.0/24}
networks:
  links:          {per: {cabling: uplink}, ipv4: {within: links, size: 30, nth: {sum: [{number: from, minus: 1, times: 2}, {index: from}]}}, lower: to}
  loopback:       {ipv4: {whole: loopbacks}, members: {role: leaf, interface: lo}, host: {number: device}, host-routes: true}
  spine-loopback: {ipv4: {whole: spine-loopbacks}, members: {role: spine, interface: lo}, host: {sum: [{number: device}, {value: 4}]}, host-routes: true}
asns:
  leaf:  {members: {role: leaf}, range: 65001-65004, nth: {number: device, minus: 1}}
  spine: {members: {role: spine}, value: 65100}
sessions:
  fabric: {kind: ebgp, over: {cabling: uplink}}
  spines: {kind: ibgp, between: {role: spine}, on: {network: spine-loopback}}
)";

/// Three routers whose ids are not their order, on one LAN a port.
constexpr const char* lans = R"(roles:
  r: {model: switch, count: 3, place: {units: bottom}, name: "r{n}"}
pools:
  lan6: {prefix: "2001:db8:1::/64"}
  only6: {prefix: "2001:db8:2::/64"}
  dual4: {prefix: 172.17.0.0/25}
  dual6: {prefix: "2001:db8:3::/64"}
  static: {prefix: 172.42.42.0/24}
  both4: {prefix: 172.42.32.0/22}
  both6: {prefix: "2001:db8:42:42::/64"}
networks:
  a: {ipv6: {whole: lan6}, members: {role: r, ports: a}, host: {number: device}, gateway: {kind: none}}
  b: {ipv6: {whole: only6}, members: {role: r, ports: b}, host: {number: device}, gateway: {kind: none}}
  c: {ipv4: {whole: dual4}, ipv6: {whole: dual6}, members: {role: r, ports: c}, gateway: {kind: none}}
  d: {ipv4: {whole: static}, members: {role: r, ports: d}, host: {number: device}, gateway: {kind: none}}
  e: {ipv4: {whole: both4}, ipv6: {whole: both6}, members: {role: r, ports: e}, host: {number: device}, gateway: {kind: none}}
)";

Trial try_lab(const std::string& standard, const std::string& more = "") {
    return try_site("format: colo-site/1\nsite: lab1\nstandard: lab 1.0.0\nfacility: {name: lab}\n"
                    "address-space: {ipv4: 10.20.0.0/16}\n"
                    "racks: {R1: {units: 42, depth: 1 m, feeds: {A: 5 kW, B: 5 kW}}}\n" +
                        more,
                    {},
                    {{"standards/lab/1.0.0/standard.yaml", head + standard},
                     {"standards/device-types/Any/Switch.yaml", switch_type}});
}

/// Spines are called S1 there; names of ours are lower case.
std::map<std::string, std::string> names(const Intent& intent) {
    std::map<std::string, std::string> out;
    for (const Device& device : intent.devices)
        out[device.id.value] = device.role == "spine" ? "S" + device.name.substr(1) : device.name;
    return out;
}

}  // namespace

TEST(Netlab, TheFabricHasTheSameAddressesOnEachLink) {
    const auto theirs = expected("fabric-ebgp");
    if (!theirs) GTEST_SKIP() << "no outside data: data/netlab";
    const Trial trial = try_lab(fabric);
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    auto name = names(trial.intent());
    std::set<std::string> ours, wanted;
    for (const Address& one : trial.intent().addresses)
        if (one.rule == "links")
            ours.insert(one.prefix.value.substr(6) + " " + name[one.device.value] + " " +
                        to_text(one.address));
    for (const Node& link : at(*theirs, "links").items) {
        const auto& ends = at(link, "interfaces").items;
        const std::string leaf = text(ends[0], "node"), spine = text(ends[1], "node");
        if (!spine.starts_with("S")) continue;  // a host
        for (const Node& end : ends)
            wanted.insert("leaf." + leaf.substr(1) + "/spine." + spine.substr(1) + "/1/ipv4 " +
                          text(end, "node") + " " + text(end, "ipv4"));
    }
    EXPECT_EQ(wanted.size(), 16U);
    EXPECT_EQ(ours, wanted);
}

TEST(Netlab, TheFabricHasTheSameLoopbacksAndNeighbours) {
    const auto theirs = expected("fabric-ebgp");
    if (!theirs) GTEST_SKIP() << "no outside data: data/netlab";
    const Trial trial = try_lab(fabric);
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    auto name = names(trial.intent());
    std::map<std::string, std::set<std::string>> ours, wanted;
    for (const Address& one : trial.intent().addresses)
        if (one.rule != "links") ours[name[one.device.value]].insert(to_text(one.address));
    for (const Session& one : trial.intent().sessions)
        for (const auto& [near, far] : {std::pair{&one.a, &one.b}, {&one.b, &one.a}})
            ours[name[near->device->value]].insert(one.kind + " " + name[far->device->value] + " " +
                                                   to_text(far->address) + " " +
                                                   std::to_string(far->asn));
    for (const definition::Entry& node : at(*theirs, "nodes").entries) {
        if (node.key.starts_with("h")) continue;
        wanted[node.key].insert(text(at(node.value, "loopback"), "ipv4"));
        for (const Node& peer : at(at(node.value, "bgp"), "neighbors").items)
            wanted[node.key].insert(text(peer, "type") + " " + text(peer, "name") + " " +
                                    text(peer, "ipv4") + " " + text(peer, "as"));
    }
    EXPECT_EQ(wanted.size(), 6U);
    EXPECT_EQ(ours, wanted);
}

TEST(Netlab, LansAreNumberedByTheIdsOfTheirNodes) {
    const auto theirs = expected("addressing-lan");
    if (!theirs) GTEST_SKIP() << "no outside data: data/netlab";
    const Trial trial = try_lab(
        lans, "exceptions:\n  - {on: {device: r.1}, set: {number: 7}, reason: as they are}\n"
              "  - {on: {device: r.2}, set: {number: 21}, reason: as they are}\n"
              "  - {on: {device: r.3}, set: {number: 42}, reason: as they are}\n");
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    std::map<std::string, std::set<std::string>> ours, wanted;
    for (const Address& one : trial.intent().addresses)
        ours[one.rule].insert("r" + one.device.value.substr(2) + " " + to_text(one.address));
    const std::map<std::string, std::string> called{
        {"Standard LAN link (happens to be v6only)", "a"},
        {"v6only link", "b"},
        {"Dual-stack link", "c"},
        {"Link with static prefix", "d"},
        {"Link with static dual-stack prefix", "e"}};
    for (const Node& link : at(*theirs, "links").items)
        if (const auto found = called.find(text(link, "name")); found != called.end())
            for (const Node& end : at(link, "interfaces").items)
                for (const char* family : {"ipv4", "ipv6"})
                    if (!text(end, family).empty())
                        wanted[found->second].insert(text(end, "node") + " " + text(end, family));
    EXPECT_EQ(wanted.size(), 5U);
    EXPECT_EQ(ours, wanted);
}

TEST(Netlab, ForeignTopologiesAreRefusedAtTheirFirstLine) {
    if (!fs::exists(netlab())) GTEST_SKIP() << "no outside data: data/netlab";
    int seen = 0;
    for (const char* folder : {"input", "expected"})
        for (const auto& file : fs::directory_iterator(netlab() / folder)) {
            std::ifstream stream(file.path());
            const std::string foreign{std::istreambuf_iterator<char>(stream), {}};
            const Trial trial = try_site(foreign);
            EXPECT_FALSE(trial.outcome) << file.path();
            EXPECT_THAT(trial.diagnostics, HasSubstr("format is missing here")) << file.path();
            EXPECT_THAT(trial.diagnostics, HasSubstr("site.yaml:")) << file.path();
            ++seen;
        }
    EXPECT_EQ(seen, 6);
}

}  // namespace colo::tests
