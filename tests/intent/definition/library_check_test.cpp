// A small library, with one oddity at a time: what is counted and the exact words.
#include <gmock/gmock.h>

#include "intent/definition/library_check.h"
#include "tests/intent/database/folder.h"

namespace colo::definition {

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr const char* good = "manufacturer: A\nmodel: B\nslug: a-b\nu_height: 1\n";

/// Files in a folder of their own, called `lib` in what is said of them.
class Library {
public:
    Library& file(const std::string& name, const std::string& text) {
        const fs::path path = root() / name;
        fs::create_directories(path.parent_path());
        tests::write_file(path, text);
        return *this;
    }
    fs::path root() const { return folder_.path() / "lib"; }

    LibraryTotals totals;
    Diagnostics problems;

    /// Everything that is said, as text.
    std::string check(const std::string& below = "", const fs::path& ours = {}) {
        Sources sources;
        problems = {};
        totals = check_library(root() / below, ours, sources, problems);
        std::string said = to_text(problems, sources, false);
        const std::string above = folder_.path().string() + "/";
        for (std::size_t at = said.find(above); at != std::string::npos; at = said.find(above, at))
            said.erase(at, above.size());
        return said;
    }

private:
    tests::Folder folder_;
};

/// What is said of one device type.
std::string say(const std::string& text) {
    return Library().file("device-types/x.yaml", text).check();
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

/// Of all that is said, the file with its place, the severity, the key and the code.
std::string places(Library& library) {
    std::string out;
    library.check();
    for (const Diagnostic& said : library.problems.all())
        out += std::to_string(said.at.line) + ":" + std::to_string(said.at.column) + " " +
               said.key + " " + said.code + "\n";
    return out;
}

}  // namespace

TEST(LibraryCheck, TheNearestFolderTellsWhatAFileDescribesAtAnyDepth) {
    Library library;
    library.file("a/b/device-types/Some & Co/two words/x.yaml", good)
        .file("device-types/module-types/y.yml", "manufacturer: A\nmodel: M\n")
        .file("module-types/deep/rack-types/A/z.yaml", "manufacturer: C\nmodel: R\nu_height: 42\n")
        .file("device-types/read.me", "not hardware")
        .file(".github/device-types/x.yaml", "not hardware")
        .file("device-types/.yamllint.yaml", "not hardware")
        .file("docs/x.yaml", "not hardware");
    EXPECT_EQ(library.check(), "");
    EXPECT_EQ(library.totals, (LibraryTotals{.files = 3,
                                             .device_types = 1,
                                             .module_types = 1,
                                             .rack_types = 1,
                                             .manufacturers = 2}));
}

TEST(LibraryCheck, TheFolderItselfAndThoseAboveItTellTooWhatAFileDescribes) {
    Library library;
    library.file("module-types/A/x.yaml", "manufacturer: A\nmodel: M\n");
    EXPECT_EQ(library.check("module-types"), "");
    EXPECT_EQ(library.totals.module_types, 1U);
    EXPECT_EQ(library.check("module-types/A/"), "");
    EXPECT_EQ(library.totals.module_types, 1U);
}

TEST(LibraryCheck, EveryKindOfPartIsCountedAsItIsWritten) {
    Library library;
    library.file("device-types/x.yaml", std::string(good) +
                                            "interfaces: [{name: 1}, {name: 2}, {name: 3}]\n"
                                            "power-ports: [{name: P}]\n"
                                            "power-outlets: [{name: 1}, {name: 2}]\n"
                                            "console-ports: [{name: 1}]\n"
                                            "console-server-ports: [{name: 1}, {name: 2}]\n"
                                            "front-ports: [{name: 1}, {name: 2}]\n"
                                            "rear-ports: [{name: 1}]\n"
                                            "module-bays: [{name: 1}, {name: 2}]\n"
                                            "device-bays: [{name: 1}]\n"
                                            "inventory-items: [{name: 1}]\n");
    library.file("module-types/y.yaml", "manufacturer: A\nmodel: M\ninterfaces: [{name: 1}]\n");
    EXPECT_EQ(library.check(), "");
    EXPECT_EQ(library.totals, (LibraryTotals{.files = 2,
                                             .device_types = 1,
                                             .module_types = 1,
                                             .manufacturers = 1,
                                             .interfaces = 4,
                                             .power_ports = 1,
                                             .power_outlets = 2,
                                             .console_ports = 1,
                                             .console_server_ports = 2,
                                             .front_ports = 2,
                                             .rear_ports = 1,
                                             .module_bays = 2,
                                             .device_bays = 1}));
}

TEST(LibraryCheck, WhatTheLibraryLeavesOutOrWritesLooselyIsNotEvenOdd) {
    for (const char* text :
         {"u_height: 0.5\n",
          "u_height: .5\n",
          "u_height: 0\n",
          "u_height: '2'\n",
          "",
          "weight: 20.2\nweight_unit: lb\n",
          "weight: 1.23456\nweight_unit: oz\n",
          "is_full_depth: False\n",
          "is_full_depth: no\n",
          "comments: |\n  a\n\n  b: [\n",
          "comments: >-\n  a\n  b\n",
          "airflow:\tpassive\t\n",
          "u_height: 1\t# a tab\n",
          "u_height: 1\t\n",
          "interfaces:\t[\t{name:\tx,\ttype:\tother\t}\t]\n",
          "interfaces: []\n",
          "interfaces:\n- name: 08\n  type: lc\n- name: '09'\n  type: lc\n",
          "power-ports:\n  - name: P1\n    type: iec-60320-c14\n",
          "front-ports: [{name: 08, rear_port: 09}]\nrear-ports: [{name: '09'}]\n",
          "front-ports: [{name: 1, rear_port: '08'}]\nrear-ports: [{name: 08}]\n"})
        EXPECT_EQ(say(std::string("manufacturer: A\nmodel: B\nslug: a-b\n") + text), "") << text;
    EXPECT_EQ(say("---\r\nmanufacturer: A\r\nmodel: B\r\n"), "");
    EXPECT_EQ(say("\xEF\xBB\xBFmanufacturer: A\nmodel: B\n...\n"), "");
}

TEST(LibraryCheck, AMisspeltKeyOffersTheNearest) {
    EXPECT_EQ(say(std::string(good) + "interfaces:\n  - {name: x, typ: lc, mgmt_onyl: true}\n"),
              "lib/device-types/x.yaml:6:15: warning: unknown key typ is not used [unknown-key]\n"
              "    6 |   - {name: x, typ: lc, mgmt_onyl: true}\n"
              "      |               ^~~\n"
              "  key: interfaces[0].typ\n"
              "  hint: did you mean type?\n"
              "lib/device-types/x.yaml:6:24: warning: unknown key mgmt_onyl is not used "
              "[unknown-key]\n"
              "    6 |   - {name: x, typ: lc, mgmt_onyl: true}\n"
              "      |                        ^~~~~~~~~\n"
              "  key: interfaces[0].mgmt_onyl\n"
              "  hint: did you mean mgmt_only?\n"
              "2 warnings in 1 file\n");
}

TEST(LibraryCheck, OddValuesAreLeftOutWithTheirKeyAndPlace) {
    Library library;
    library.file("device-types/x.yaml", "manufacturer: A\nmodel: B\n"
                                        "u_height: 0.3\n"
                                        "weight: heavy\n"
                                        "is_full_depth: maybe\n"
                                        "airflow: [front]\n"
                                        "slug:\n"
                                        "power-ports:\n"
                                        "  - {name: P, maximum_draw: 1 kW}\n"
                                        "  - {type: x}\n"
                                        "  -\n"
                                        "  - just text\n");
    EXPECT_EQ(places(library), "3:11 u_height out-of-range\n"
                               "4:9 weight wrong-type\n"
                               "5:16 is_full_depth wrong-type\n"
                               "6:10 airflow wrong-type\n"
                               "7:1 slug null-value\n"
                               "9:29 power-ports[0].maximum_draw wrong-type\n"
                               "10:5 power-ports[1].name missing-key\n"
                               "11:3 power-ports[2] null-value\n"
                               "12:5 power-ports[3].name missing-key\n");
    EXPECT_FALSE(library.problems.has_errors());
    EXPECT_EQ(library.totals.power_ports, 4U);
}

TEST(LibraryCheck, AWeightInAnUnknownUnitIsLeftOut) {
    EXPECT_EQ(first_line(say(std::string(good) + "weight: 2\nweight_unit: stone\n")),
              "lib/device-types/x.yaml:6:14: warning: stone is no unit of weight; the weight is "
              "left out [bad-unit]");
}

TEST(LibraryCheck, NamesThatLeadNowhereAreReported) {
    EXPECT_EQ(say(std::string(good) + "front-ports: [{name: 1, rear_port: R}]\n"),
              "lib/device-types/x.yaml:5:36: warning: front-ports[0] names a rear port R that is "
              "not there [unknown-port]\n"
              "    5 | front-ports: [{name: 1, rear_port: R}]\n"
              "      |                                    ^\n"
              "  key: front-ports[0].rear_port\n"
              "1 warning in 1 file\n");
    EXPECT_EQ(say(std::string(good) + "power-ports: [{name: PSU 1}]\n"
                                      "power-outlets: [{name: 1, power_port: PSU1}]\n"),
              "lib/device-types/x.yaml:6:39: warning: power-outlets[0] names a power port PSU1 "
              "that is not there [unknown-port]\n"
              "    6 | power-outlets: [{name: 1, power_port: PSU1}]\n"
              "      |                                       ^~~~\n"
              "  key: power-outlets[0].power_port\n"
              "  hint: did you mean PSU 1?\n"
              "1 warning in 1 file\n");
    EXPECT_EQ(first_line(say(std::string(good) + "interfaces: [{name: a, bridge: br0}]\n")),
              "lib/device-types/x.yaml:5:32: warning: interfaces[0] names an interface br0 that is "
              "not there [unknown-port]");
}

TEST(LibraryCheck, APositionThatARearPortDoesNotHaveIsReported) {
    const std::string rear = "rear-ports: [{name: R, positions: 2}]\n";
    EXPECT_EQ(say(good + rear + "front-ports: [{name: 1, rear_port: R, rear_port_position: 2}]\n"),
              "");
    EXPECT_EQ(first_line(say(good + rear +
                             "front-ports: [{name: 1, rear_port: R, rear_port_position: 3}]\n")),
              "lib/device-types/x.yaml:6:59: warning: rear port R has no position 3 "
              "[out-of-range]");
}

TEST(LibraryCheck, TwoPartsOfOneNameAreReportedAndBothCount) {
    Library library;
    library.file("device-types/x.yaml", std::string(good) +
                                            "interfaces:\n  - {name: 08}\n  - {name: '08'}\n"
                                            "console-ports: [{name: 08}]\n");
    EXPECT_EQ(library.check(),
              "lib/device-types/x.yaml:7:12: warning: interfaces has two entries 08 "
              "[port-name-twice]\n"
              "    7 |   - {name: '08'}\n"
              "      |            ^~~~\n"
              "  key: interfaces[1].name\n"
              "  lib/device-types/x.yaml:6:12: note: the first is here\n"
              "1 warning in 1 file\n");
    EXPECT_EQ(library.totals.interfaces, 2U);
}

TEST(LibraryCheck, AModelInTwoFilesIsReportedAndBothCount) {
    Library library;
    library.file("device-types/A/x.yaml", good)
        .file("device-types/A/y.yml", good)
        .file("module-types/A/x.yaml", "manufacturer: A\nmodel: B\n");
    EXPECT_EQ(library.check(), "lib/device-types/A/y.yml:2:8: warning: A B is described in "
                               "lib/device-types/A/x.yaml too [model-twice]\n"
                               "    2 | model: B\n"
                               "      |        ^\n"
                               "  key: model\n"
                               "  lib/device-types/A/x.yaml:2:8: note: the first description\n"
                               "1 warning in 1 file\n");
    EXPECT_EQ(library.totals.device_types, 2U);
    EXPECT_EQ(library.totals.manufacturers, 1U);
}

TEST(LibraryCheck, AFileThatDoesNotSayWhatItDescribesIsReported) {
    Library library;
    library.file("device-types/x.yaml", "slug: a-b\n");
    EXPECT_EQ(places(library), "1:1 manufacturer missing-key\n1:1 model missing-key\n");
}

TEST(LibraryCheck, OurOwnFilesAreReadStrictly) {
    Library library;
    library.file("device-types/A/x.yaml", std::string(good) +
                                              "slug2: x\ncomments:\n"
                                              "interfaces: [{name: 1, bridge: 2}]\n");
    EXPECT_THAT(library.check(), HasSubstr("3 warnings in 1 file\n"));
    EXPECT_THAT(library.check("", library.root() / "device-types"),
                HasSubstr("2 errors and 1 warning in 1 file\n"));
    EXPECT_THAT(library.check("", library.root() / "device"), HasSubstr("3 warnings in 1 file\n"));
}

}  // namespace colo::definition
