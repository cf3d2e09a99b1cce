#include <gmock/gmock.h>

#include "intent/exporters/exporter.h"
#include "tests/intent/exporters/sample_site.h"

namespace colo::exporters {

namespace {

using testing::ElementsAre;

TEST(Exporters, AreListedByName) {
    std::vector<std::string_view> names;
    for (const Exporter& one : all_exporters()) names.push_back(one.name);
    EXPECT_THAT(names, ElementsAre("cable-csv", "cabling-svg", "device-csv", "elevation-svg",
                                   "intent-json"));
}

TEST(Exporters, AreFoundByName) {
    ASSERT_NE(find_exporter("intent-json"), nullptr);
    EXPECT_EQ(find_exporter("intent-json")->name, "intent-json");
    EXPECT_EQ(find_exporter("intent-xml"), nullptr);
}

TEST(Exporters, NameTheirFilesAfterTheSite) {
    const Intent site = tests::sample_site();
    std::vector<std::string> names;
    for (const Exporter& one : all_exporters())
        for (const auto& [name, text] : one.run({site, 7})) names.push_back(name);
    EXPECT_THAT(names, ElementsAre("ams1-cables.csv", "ams1-R01-cabling.svg",
                                   "ams1-R02-cabling.svg", "ams1-cabling.svg", "ams1-devices.csv",
                                   "ams1-R01.svg", "ams1-R02.svg", "ams1-intent.json"));
}

TEST(Exporters, AFormatOfOneFileMakesOneFileAlsoOfAnEmptyIntent) {
    const Intent empty;
    for (const Exporter& one : all_exporters())
        EXPECT_EQ(one.run({empty, 0}).size(), one.many_files ? 0U : 1U) << one.name;
}

TEST(Exporters, GiveTheSameBytesForTheSameIntent) {
    for (const Exporter& one : all_exporters())
        EXPECT_EQ(one.run({tests::sample_site(), 7}), one.run({tests::sample_site(), 7}))
            << one.name;
}

}  // namespace

}  // namespace colo::exporters
