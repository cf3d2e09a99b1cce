// Every kind of object can be listed, and each object explained.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/tools/colo/session.h"

namespace colo::tests {

namespace {

using nlohmann::json;
using testing::HasSubstr;

class Objects : public Session {
protected:
    void SetUp() override {
        Session::SetUp();
        run("apply lab1 --yes -m 'first build'");
        intent_ = json::parse(run("show lab1 --format json"));
    }
    json intent_;
};

const std::vector<std::string> tables{
    "racks",         "devices", "interfaces", "power_ports", "outlets",
    "console_ports", "cables",  "circuits",   "vlans",       "prefixes",
    "addresses",     "asns",    "sessions",   "panel_ports", "console_server_ports"};

}  // namespace

TEST_F(Objects, OfEveryKindAreListedInTextAndJson) {
    for (const std::string& table : tables) {
        const json listed = json::parse(run("list lab1 " + table + " --format json"));
        EXPECT_EQ(listed, intent_.at(table)) << table;
        const std::string text = run("list lab1 " + table);
        EXPECT_EQ(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')),
                  listed.size() + 1)
            << table;
        EXPECT_THAT(text, HasSubstr(listed.at(0).at("id").get<std::string>())) << table;
    }
}

TEST_F(Objects, PortsAreThoseOfEverySort) {
    std::size_t count = 0;
    for (const char* table : {"interfaces", "power_ports", "outlets", "console_ports",
                              "console_server_ports", "panel_ports"})
        count += intent_.at(table).size();
    const json ports = json::parse(run("list lab1 ports --format json"));
    EXPECT_EQ(ports.size(), count);
    EXPECT_EQ(ports.back().at("table"), "panel_ports");
    EXPECT_THAT(run("list lab1 ports"), HasSubstr("leaf.R1.1:Ethernet2"));
}

TEST_F(Objects, OfEveryKindAreExplained) {
    for (const std::string& table : tables)
        for (const json& object : {intent_.at(table).front(), intent_.at(table).back()}) {
            const std::string id = object.at("id");
            bool is_there = false;  // beside others of the same identity
            for (const json& answer : json::parse(run("explain lab1 '" + id + "' --format json"))) {
                EXPECT_GE(answer.at("explanation").size(), 3U) << id;
                EXPECT_EQ(answer.at("since").at("reason"), "first build") << id;
                is_there |= answer.at("table") == table && answer.at("object") == object;
            }
            EXPECT_TRUE(is_there) << table << " " << id;
        }
}

TEST_F(Objects, AllOfOneIdentityAreExplained) {
    const std::string text = run("explain lab1 wan/W-2/ipv4");
    EXPECT_THAT(text, testing::AllOf(HasSubstr("prefix 192.0.2.66/31 (wan/W-2/ipv4)\n"),
                                     HasSubstr("ebgp session wan/W-2/ipv4\n")));
}

TEST_F(Objects, PortsAreFoundByTheirDevicesNameOrIdentity) {
    EXPECT_THAT(run("explain lab1 lab1-leaf-01:Ethernet2"),
                testing::StartsWith("interface Ethernet2 of lab1-leaf-01 (leaf.R1.1)\n"));
    EXPECT_EQ(run("explain lab1 leaf.R1.1:Ethernet2"), run("explain lab1 lab1-leaf-01:Ethernet2"));
    EXPECT_THAT(run("explain lab1 'lab1-r1-pdu-a:L1 C13 01'"), HasSubstr("rule power"));
}

TEST_F(Objects, AFormatThatDoesNotExistIsRefused) {
    for (const char* words : {"list lab1 devices", "explain lab1 R1", "log lab1", "show lab1"})
        EXPECT_THAT(run(std::string(words) + " --format xml"),
                    testing::StartsWith("colo: error: --format is text or json [bad-usage]\n"));
}

TEST_F(Objects, APortOfAPanelIsFoundAsPlansPrintIt) {
    EXPECT_EQ(run("explain lab1 'lab1-r1-pp1:Port 1'"),
              run("explain lab1 'panel.R1.PP1:front/Port 1'"));
    EXPECT_EQ(last_exit_, 0);
}

}  // namespace colo::tests
