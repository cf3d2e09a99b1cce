#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "intent/exporters/exporter.h"
#include "intent/model/describe.h"
#include "tests/golden.h"
#include "tests/intent/exporters/sample_site.h"
#include "tests/intent/exporters/sorted_keys.h"

namespace colo::exporters {

namespace {

using nlohmann::json;

json exported(const Intent& intent, std::int64_t revision = 7) {
    return json::parse(intent_json({intent, revision}));
}

TEST(IntentJson, IsTheGoldenFileForATinySite) {
    tests::expect_golden("intent/exporters/golden/tiny-intent.json",
                         intent_json({tests::tiny_site(), 7}));
}

TEST(IntentJson, TheSameIntentGivesTheSameBytes) {
    EXPECT_EQ(intent_json({tests::sample_site(), 7}), intent_json({tests::sample_site(), 7}));
}

TEST(IntentJson, TheKeysOfEveryObjectAscend) {
    tests::SortedKeys keys;
    json::sax_parse(intent_json({tests::tiny_site(), 7}), &keys);
    EXPECT_GT(keys.keys(), 200);
}

TEST(IntentJson, TheHeadSaysFormatSiteStandardAndRevision) {
    const json out = exported(tests::tiny_site(), 7);
    EXPECT_EQ(out["format"], "colo-intent/1");
    EXPECT_EQ(out["site"], "ams1");
    EXPECT_EQ(out["revision"], 7);
    EXPECT_EQ(out["standard"],
              json({{"name", "trading-colo"}, {"version", "1.0.0"}, {"digest", "sha256:0f"}}));
    EXPECT_EQ(
        out["facility"],
        json({{"name", "Equinix AM3"}, {"city", "Amsterdam"}, {"timezone", "Europe/Amsterdam"}}));
    EXPECT_EQ(out["power_basis"], json({{"budget", "maximum"}, {"feed_loss", "maximum"}}));
}

TEST(IntentJson, TheAddressSpaceOfASiteIsInItsHead) {
    Intent site = tests::tiny_site();
    EXPECT_EQ(exported(site)["address_space"],
              json({{"asn", nullptr}, {"prefixes", json::array()}}));
    site.head.address_space = {*read_prefix("10.21.0.0/18"), *read_prefix("fd00:21::/40")};
    site.head.asn = 65021;
    EXPECT_EQ(exported(site)["address_space"],
              json({{"asn", 65021}, {"prefixes", {"10.21.0.0/18", "fd00:21::/40"}}}));
}

TEST(IntentJson, EveryTableIsThereAlsoWhenItIsEmpty) {
    const Intent empty;
    const json out = exported(empty);
    for_each_table(empty,
                   [&](const char* name, const auto&) { EXPECT_EQ(out[name], json::array()); });
    EXPECT_EQ(out["exceptions"], json::array());
    EXPECT_EQ(out.size(), 15U + 1 + 8);
}

TEST(IntentJson, EveryTableHoldsItsObjectsInTheOrderOfTheirIds) {
    const Intent site = tests::sample_site();
    const json out = exported(site);
    for_each_table(site, [&](const char* name, const auto& table) {
        ASSERT_EQ(out[name].size(), table.size()) << name;
        for (std::size_t i = 0; i < table.size(); ++i)
            EXPECT_EQ(out[name][i]["id"], table[i].id.value);
    });
}

TEST(IntentJson, EveryDescribedFieldIsAKey) {
    const Intent site = tests::tiny_site();
    const json out = exported(site);
    for_each_table(site, [&](const char* name, const auto& table) {
        ASSERT_FALSE(table.empty()) << name;
        std::size_t fields = 0;
        describe(
            [&](const char* field, const auto&) {
                ++fields;
                EXPECT_TRUE(out[name][0].contains(field)) << name << " " << field;
            },
            table[0]);
        EXPECT_EQ(out[name][0].size(), fields + (std::string_view(name) == "prefixes" ? 1 : 0));
    });
}

TEST(IntentJson, AnAbsentFieldIsNull) {
    Intent site = tests::tiny_site();
    site.devices[0].serial.reset();
    site.cables[0].route_length.reset();
    const json out = exported(site);
    EXPECT_TRUE(out["devices"][0]["serial"].is_null());
    EXPECT_TRUE(out["cables"][0]["route_length_m"].is_null());
    EXPECT_TRUE(out["cables"][0]["a"]["text"].is_null());
    EXPECT_TRUE(out["exceptions"][0]["until"].is_null());
}

TEST(IntentJson, QuantitiesHaveTheUnitsOfTheFormat) {
    Intent site = tests::tiny_site();
    site.racks[0].max_weight = Mass{900'250};
    site.cables[0].length = {600};
    site.devices[0].height = {3};
    site.devices[0].typical = Power{300'500};
    const std::string text = intent_json({site, 7});
    EXPECT_THAT(text, testing::HasSubstr("\"width_mm\": 600}"));
    EXPECT_THAT(text, testing::HasSubstr("\"depth_mm\": 1070,"));
    EXPECT_THAT(text, testing::HasSubstr("\"max_weight_kg\": 900.25,"));
    EXPECT_THAT(text, testing::HasSubstr("\"length_m\": 0.6,"));
    EXPECT_THAT(text, testing::HasSubstr("\"length_m\": 2,"));
    EXPECT_THAT(text, testing::HasSubstr("\"height_u\": 1.5,"));
    EXPECT_THAT(text, testing::HasSubstr("\"typical_w\": 300.5,"));
    EXPECT_THAT(text, testing::HasSubstr("\"speed_mbps\": 25000,"));
}

TEST(IntentJson, FeedsAreAnObjectByName) {
    Intent site = tests::tiny_site();
    site.racks[0].feeds = {{"B", {watts(5000), watts(1700), Power{2'500'500}, {}}}};
    EXPECT_EQ(exported(site)["racks"][0]["feeds"], json({{"B",
                                                          {{"capacity_w", 5000},
                                                           {"typical_w", 1700},
                                                           {"maximum_w", 2500.5},
                                                           {"failover_w", nullptr}}}}));
    site.racks[0].feeds.clear();
    EXPECT_EQ(exported(site)["racks"][0]["feeds"], json::object());
}

TEST(IntentJson, ATextOfListsIsAnArray) {
    Intent site = tests::tiny_site();
    site.interfaces[0].tagged_vlans = {"a", "b"};
    const json out = exported(site);
    EXPECT_EQ(out["interfaces"][0]["tagged_vlans"], json({"a", "b"}));
    EXPECT_EQ(out["interfaces"][1]["tagged_vlans"], json::array());
    EXPECT_EQ(out["interfaces"][0]["management_only"], false);
}

TEST(IntentJson, AddressesAndPrefixesAreTextsAndAPrefixSaysItsFamily) {
    const json out = exported(tests::tiny_site());
    EXPECT_EQ(out["prefixes"][0]["prefix"], "fd00:21::/64");
    EXPECT_EQ(out["prefixes"][0]["family"], "ipv6");
    EXPECT_EQ(out["prefixes"][0]["gateway"], "fd00:21::1");
    EXPECT_EQ(out["addresses"][0]["address"], "fd00:21::7/64");
    EXPECT_EQ(
        out["sessions"][0]["b"],
        json({{"device", nullptr}, {"text", "Colt"}, {"address", "192.0.2.0"}, {"asn", 8220}}));
}

TEST(IntentJson, ChoicesAreWords) {
    const json out = exported(tests::tiny_site());
    EXPECT_EQ(out["devices"][0]["face"], "rear");
    EXPECT_EQ(out["devices"][2]["depth"], "zero");
    EXPECT_EQ(out["cables"][0]["kind"], "power");
    EXPECT_EQ(out["panel_ports"][1]["side"], "rear");
}

TEST(IntentJson, NoTextCanBreakTheDocument) {
    const std::string plain = "\"\\\n\t\x01\x1F\x7F</script>", end = "\xE6\x9D\xB1\xF0\x9F\x94\x8C";
    const std::string nasty = plain + "\xFF\xC0\xAF\xED\xA0\x80\xE6" + end + std::string(1, '\0');
    Intent site = tests::tiny_site();
    site.racks[0].name = nasty;
    site.racks[0].feeds[nasty] = {};
    site.exceptions[0].reason = nasty;
    const json out = exported(site);
    const std::string name = out["racks"][0]["name"];
    std::string replaced;
    for (int byte = 0; byte < 7; ++byte) replaced += "\xEF\xBF\xBD";
    EXPECT_EQ(name, plain + replaced + end + std::string(1, '\0'));
    EXPECT_EQ(out["exceptions"][0]["reason"], name);
    EXPECT_TRUE(out["racks"][0]["feeds"].contains(name));
}

TEST(IntentJson, ExceptionsKeepTheOrderOfTheSiteDefinition) {
    Intent site = tests::tiny_site();
    site.exceptions = {{"z", "s", "r", "2027-06-30"}, {"a", "s", "r", {}}};
    const json out = exported(site);
    EXPECT_EQ(out["exceptions"][0]["on"], "z");
    EXPECT_EQ(out["exceptions"][0]["until"], "2027-06-30");
    EXPECT_EQ(out["exceptions"][1]["on"], "a");
}

TEST(IntentJsonDeathTest, ATableThatIsNotSortedIsABug) {
    Intent site = tests::tiny_site();
    std::swap(site.devices.front(), site.devices.back());
    EXPECT_DEATH((void)intent_json({site, 7}), "not sorted by id");
}

}  // namespace

}  // namespace colo::exporters
