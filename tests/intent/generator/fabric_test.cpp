// The numbering of a fabric by node ids, beside fabrics that somebody else numbered.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <map>
#include <set>

#include "tests/trial.h"

namespace colo::tests {

namespace {

/// What a documented fabric gives each of its devices.
nlohmann::json fabric(const std::string& name) {
    const char* data = std::getenv("COLO_TEST_DATA");
    std::ifstream file(std::string(data ? data : "") + "/data/avd/examples/" + name +
                       "/expected_plan.json");
    if (!file) return {};
    return nlohmann::json::parse(file).at("devices");
}

/// The addresses of fab1 by device name and network, after edits of its parameters.
std::map<std::string, std::string>
addresses(const std::vector<std::pair<std::string, std::string>>& edits) {
    const Trial trial = try_site(shipped_site("fab1", edits));
    if (!trial.outcome) throw std::runtime_error(trial.diagnostics);
    std::map<std::string, std::string> names, found;
    for (const Device& device : trial.intent().devices) names[device.id.value] = device.name;
    for (const Address& one : trial.intent().addresses)
        found[names[one.device.value] + " " + one.id.value] = to_text(one.address);
    return found;
}

/// The one address of a device in a network.
std::string address_in(const std::map<std::string, std::string>& all, const std::string& device,
                       const std::string& network) {
    const auto first = all.lower_bound(device + " " + network + "/");
    return first == all.end() || !first->first.starts_with(device + " " + network + "/")
               ? ""
               : first->second;
}

}  // namespace

TEST(Fabric, PeerLinksAreNumberedByThePairsLowerId) {
    const auto expected = fabric("l2ls-fabric");
    if (expected.is_null()) GTEST_SKIP() << "no outside data: data/avd";
    const auto ours = addresses({{"peer-pool: 10.255.1.64/27", "peer-pool: 192.168.0.0/24"}});
    int compared = 0;
    for (const auto& [name, device] : expected.items()) {
        if (!name.starts_with("LEAF")) continue;
        EXPECT_EQ(address_in(ours, "fab1-leaf" + name.substr(4), "peer-links"),
                  device.at("svi").at("Vlan4094").get<std::string>())
            << name;
        ++compared;
    }
    EXPECT_EQ(compared, 4);
}

TEST(Fabric, LoopbacksArePoolAndIdAndOffset) {
    const auto expected = fabric("isis-ldp-ipvpn");
    if (expected.is_null()) GTEST_SKIP() << "no outside data: data/avd";
    int compared = 0;
    for (const auto& [prefix, pool] :
         {std::pair{"pe", "10.255.1.0/24"}, std::pair{"rr", "10.255.2.0/24"},
          std::pair{"p", "10.255.0.0/24"}}) {
        const auto ours = addresses(
            {{"\n  loopback-pool: 10.255.0.0/27", std::string("\n  loopback-pool: ") + pool},
             {"loopback-offset: 2", "loopback-offset: 0"},
             {"tunnel-pool: 10.255.1.0/27", "tunnel-pool: 10.255.9.0/27"},
             {"peer-pool: 10.255.1.64/27", "peer-pool: 10.255.8.64/27"},
             {"peer-l3-pool: 10.255.1.96/27", "peer-l3-pool: 10.255.8.96/27"},
             {"spine-loopback-pool: 10.255.0.0/27", "spine-loopback-pool: 10.255.7.0/27"}});
        for (const auto& [name, device] : expected.items()) {
            const std::size_t digit = name.find_first_of("0123456789");
            if (name.substr(0, digit) != prefix) continue;
            EXPECT_EQ(address_in(ours, "fab1-leaf" + name.substr(digit), "loopback0"),
                      device.at("loopbacks").at("Loopback0").get<std::string>())
                << name;
            ++compared;
        }
    }
    EXPECT_EQ(compared, 9);
}

TEST(Fabric, UplinksAreNumberedByLeafAndIndexAndTheSpineHasTheLowerAddress) {
    const Trial trial = try_site(shipped_site("fab1"));
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    std::map<std::string, std::int64_t> ids;
    for (const Device& device : trial.intent().devices) ids[device.id.value] = device.number;
    int compared = 0;
    for (const Address& one : trial.intent().addresses) {
        if (one.rule != "uplinks") continue;
        const std::string& network = one.id.value;  // uplinks/leaf.R1.1/spine.1/1/DEVICE/ipv4
        const std::size_t leaf_end = network.find('/', 8);
        const std::int64_t leaf = ids.at(network.substr(8, leaf_end - 8));
        const std::int64_t spine = ids.at(network.substr(leaf_end + 1, 7));
        const std::int64_t block = (leaf - 1) * 2 + (spine - 1);
        const bool is_spine = one.device.value.starts_with("spine");
        EXPECT_EQ(to_text(one.address),
                  "10.255.255." + std::to_string(2 * block + (is_spine ? 0 : 1)) + "/31")
            << network;
        ++compared;
    }
    EXPECT_EQ(compared, 2 * 16);
}

TEST(Fabric, PairsShareATunnelAddressAndAnAsn) {
    const Trial trial = try_site(shipped_site("fab1"));
    ASSERT_TRUE(trial.outcome) << trial.diagnostics;
    std::map<std::string, std::set<std::string>> tunnels;
    for (const Address& one : trial.intent().addresses)
        if (one.rule == "tunnel") tunnels[to_text(one.address)].insert(one.device.value);
    EXPECT_EQ(tunnels.size(), 4U);
    EXPECT_EQ(tunnels["10.255.1.3/32"], (std::set<std::string>{"leaf.R1.1", "leaf.R1.2"}));
    std::map<std::int64_t, int> leaf_asns;
    for (const Asn& one : trial.intent().asns)
        if (one.device.value.starts_with("leaf")) ++leaf_asns[one.asn];
    EXPECT_EQ(leaf_asns,
              (std::map<std::int64_t, int>{{65101, 2}, {65102, 2}, {65103, 2}, {65104, 2}}));
}

}  // namespace colo::tests
