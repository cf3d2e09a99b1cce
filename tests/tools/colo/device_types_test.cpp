// colo device-types check, as a person and as a program see it.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/golden.h"
#include "tests/tools/colo/session.h"

namespace colo::tests {

namespace {

namespace fs = std::filesystem;

class DeviceTypes : public Session {
protected:
    /// Writes a file of a small library called `lib`.
    void write(const std::string& name, const std::string& text) {
        fs::create_directories((root_ / "lib" / name).parent_path());
        std::ofstream(root_ / "lib" / name, std::ios::binary) << text;
    }

    void write_panel() {
        write("device-types/Some & Co/Panel 2.yml",
              "manufacturer: Some & Co\nmodel: Panel 2\nu_heigth: 1\n"
              "front-ports:\n"
              "  - {name: '1', type: lc, rear_port: R1}\n"
              "  - {name: '2', type: lc, rear_port: R3}\n"
              "rear-ports:\n"
              "  - {name: R1, type: lc}\n"
              "  - {name: R2, type: lc}\n");
    }
};

}  // namespace

TEST_F(DeviceTypes, AreCheckedAndCountedForAPerson) {
    write_panel();
    type("device-types check lib");
    write("module-types/A/broken.yaml", "manufacturer: A\nmodel: [1, 2\nslug: a\n");
    type("device-types check lib");
    type("device-types check lib/device-types --format xml");
    type("device-types chekc lib");
    type("device-types check nowhere");
    type("device-types check site-definitions");
    expect_golden("tools/colo/golden/device-types.txt", transcript_);
}

TEST_F(DeviceTypes, AreCheckedAndCountedForAProgram) {
    write_panel();
    const auto report = nlohmann::json::parse(run("device-types check lib --format json"));
    EXPECT_EQ(last_exit_, 0);
    EXPECT_EQ(report, nlohmann::json::parse(R"({
        "totals": {"files": 1, "device_types": 1, "module_types": 0, "rack_types": 0,
                   "manufacturers": 1, "interfaces": 0, "power_ports": 0, "power_outlets": 0,
                   "console_ports": 0, "console_server_ports": 0, "front_ports": 2,
                   "rear_ports": 2, "module_bays": 0, "device_bays": 0},
        "problems": [
            {"file": "lib/device-types/Some & Co/Panel 2.yml", "line": 3, "column": 1,
             "key": "u_heigth", "code": "unknown-key", "severity": "warning",
             "message": "unknown key u_heigth is not used", "hint": "did you mean u_height?"},
            {"file": "lib/device-types/Some & Co/Panel 2.yml", "line": 6, "column": 38,
             "key": "front-ports[1].rear_port", "code": "unknown-port", "severity": "warning",
             "message": "front-ports[1] names a rear port R3 that is not there",
             "hint": "did you mean R1?"}]})"));
}

TEST_F(DeviceTypes, OfOursAreCleanAndMustBe) {
    EXPECT_THAT(run("device-types check standards"), testing::StartsWith("totals\n"));
    EXPECT_EQ(last_exit_, 0);
    std::ofstream(root_ / "standards/device-types/APC/more.yaml") << "manufacturer: APC\nmodel:\n";
    EXPECT_THAT(run("device-types check standards"),
                testing::StartsWith("standards/device-types/APC/more.yaml:2:1: error: model has no "
                                    "value [null-value]\n"));
    EXPECT_EQ(last_exit_, 1);
}

TEST_F(DeviceTypes, AnErrorIsTheExitStatusOfTheReportForAProgramToo) {
    write("device-types/A/b.yaml", "- a list\n");
    const std::string said = run("device-types check lib --format json");
    EXPECT_EQ(last_exit_, 1);
    EXPECT_THAT(said, testing::HasSubstr("\"severity\": \"error\""));
    EXPECT_THAT(said, testing::HasSubstr("\"device_types\": 0"));
}

}  // namespace colo::tests
