// What differs between two versions of a standard, in words.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intent/definition/difference.h"
#include "tests/intent/definition/yaml_tree.h"

namespace colo::definition {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> words(const std::string& before, const std::string& after) {
    std::vector<std::string> out;
    for (const EntryDifference& one : differences(tests::tree_of(before), tests::tree_of(after)))
        out.push_back(to_text(one));
    return out;
}

TEST(Difference, OfADocumentToItselfIsNone) {
    const std::string text = "roles: {leaf: {model: x, count: 2}}\ndns: {zone: z}\n";
    EXPECT_THAT(words(text, text), IsEmpty());
}

TEST(Difference, TheOrderOfKeysIsNoneAndThatOfAListIsOne) {
    EXPECT_THAT(words("roles: {leaf: {model: x, count: 2}}", "roles: {leaf: {count: 2, model: x}}"),
                IsEmpty());
    EXPECT_THAT(words("cabling: {up: {media: [a, b]}}", "cabling: {up: {media: [b, a]}}"),
                ElementsAre("cabling up: media a, b -> b, a"));
}

TEST(Difference, WhatADefaultSaysAnywayIsNone) {
    EXPECT_THAT(words("cabling: {up: {media: a}}",
                      "cabling: {up: {media: [a], connect: single, parallel: 1}}"),
                IsEmpty());
    EXPECT_THAT(
        words("cabling: {uplinks: {media: a}}", "cabling: {uplinks: {media: a, parallel: 2}}"),
        ElementsAre("cabling uplinks: parallel 1 -> 2"));
}

TEST(Difference, NamesWhatComesAndGoesBySection) {
    EXPECT_THAT(
        words("parameters: {old: {type: count}}\nnetworks: {storage: {vlan: 7}}\nroles: {}\n",
              "parameters: {n: {type: count, default: 4, description: how many}}\n"
              "networks: {backup: {per: {cabling: up}, ipv4: {size: 31}}}\n"
              "roles: {spine: {model: x, count: 4}, leaf: {model: y, per: rack}, "
              "far: {model: z, count: {parameter: n}}}\n"),
        ElementsAre("parameter n: new, count, default 4: how many", "parameter old: removed",
                    "role far: new, as many as parameter n says (4 unless the site says otherwise) "
                    "of model z",
                    "role leaf: new, one for each rack of model y", "role spine: new, 4 of model x",
                    "network backup: new, one for each cabling up, ipv4 /31",
                    "network storage: removed"));
}

TEST(Difference, OfParametersAndListsIsSaidByTheKey) {
    EXPECT_THAT(words("parameters: {ptp: {type: boolean, default: false}}",
                      "parameters: {ptp: {type: boolean, default: true}}"),
                ElementsAre("parameter ptp: default false -> true"));
    EXPECT_THAT(words("cabling: {up: {carries: [a, b], media: x}}",
                      "cabling: {up: {carries: [b, c], media: x}}"),
                ElementsAre("cabling up: carries c added; carries a removed"));
    EXPECT_THAT(words("capabilities: [a]", "capabilities: [a, {name: b, when: {parameter: ptp}}]"),
                ElementsAre("capabilities: {name: b, when: parameter ptp} added"));
    EXPECT_THAT(words("roles: {r: {count: 2}}", "roles: {r: {count: {parameter: n}}}"),
                ElementsAre("role r: count 2 -> parameter n"));
}

TEST(Difference, OfAKeyThatComesOrGoesItsPathIsSaid) {
    EXPECT_THAT(words("models: {m: {ports: {a: x}}}", "models: {m: {ports: {b: y}}}"),
                ElementsAre("model m: ports a x removed; ports b y added"));
}

TEST(Difference, WhatMovedCallsOtherwiseIsOneEntryInBothDirections) {
    const std::string before = "cabling: {uplink: {media: a}}\n";
    const std::string after = "cabling: {leaf-spine: {media: b}}\n"
                              "moved: [{from: \"uplink.*\", to: \"leaf-spine.*\"}]\n";
    EXPECT_THAT(words(before, after),
                ElementsAre("cabling leaf-spine: was called uplink; media a -> b"));
    EXPECT_THAT(words(after, before),
                ElementsAre("cabling uplink: was called leaf-spine; media b -> a"));
    EXPECT_THAT(words("roles: {a: {model: x}}\ncabling: {up: {from: {role: [a, b]}}}\n",
                      "roles: {z: {model: x}}\ncabling: {up: {from: {role: [z, b]}}}\n"
                      "moved: [{from: \"a.*\", to: \"z.*\"}]\n"),
                ElementsAre("role z: was called a"));
    EXPECT_THAT(words(before, "cabling: {leaf-spine: {media: b}}\n"),
                ElementsAre("cabling leaf-spine: new, from nothing to nothing, b",
                            "cabling uplink: removed"));
}

}  // namespace
}  // namespace colo::definition
