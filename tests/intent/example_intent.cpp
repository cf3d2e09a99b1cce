#include "tests/intent/example_intent.h"

#include <algorithm>
#include <unordered_map>

#include "tests/intent/example_builder.h"

namespace colo::example {

namespace {

constexpr const char* standard_path = "standards/lab/1.0.0/standard.yaml";
constexpr const char* site_path = "site-definitions/lab1.yaml";

/// Lines of the two files, and the subject that each is the place of.
struct Line {
    std::string subject, text;
};

std::string rack_range(Size size) { return fmt::format("R[01-{:02}]", size.racks); }

std::vector<Line> standard_lines() {
    return {{"", "roles:"},
            {"roles/leaf", "  leaf: {model: leaf-48x25, per: leaf-group, count: 2}"},
            {"roles/mgmt-switch", "  mgmt-switch: {model: mgmt-48x1, per: rack}"},
            {"roles/pdu", "  pdu: {model: pdu-3phase-16a, per: feed}"},
            {"roles/trading-server", "  trading-server: {model: server-25g}"},
            {"", "media:"},
            {"media/dac-25g", "  dac-25g: {fits: [25gbase-x-sfp28], speed: 25G, longest: 3 m}"},
            {"", "cabling:"},
            {"cabling/bmc", "  bmc: {media: cat6a}"},
            {"cabling/exchange", "  exchange: {media: sm-10g}"},
            {"cabling/management", "  management: {media: cat6a}"},
            {"cabling/peer-link", "  peer-link: {media: dac-100g}"},
            {"cabling/server-data", "  server-data: {media: dac-25g}"},
            {"cabling/power", "  power: {from: {role: pdu, ports: outlets}}"},
            {"", "networks:"},
            {"networks/management", "  management: {vlan: 10}"},
            {"networks/servers", "  servers: {vlan: 100}"},
            {"networks/loopbacks", "  loopbacks: {host-routes: true}"},
            {"networks/vteps", "  vteps: {host-routes: true}"},
            {"networks/peer-links", "  peer-links: {per: {pair: leaf}}"},
            {"pools/infra4", "pools: {infra4: {prefix: 10.0.4.0/22}}"},
            {"models/server-25g", "models: {server-25g: {depth: 700 mm}}"},
            {"survives", "survives: []"}};
}

std::vector<Line> site_lines(Size size) {
    std::vector<Line> lines{{"site", "site: lab1"}, {"", "racks:"}};
    lines.push_back(
        {"racks", "  " + rack_range(size) + ": {units: 42, feeds: {A: 10 kW, B: 10 kW}}"});
    lines.push_back({"panels/R01/PP1", "panels: {R01/PP1: {model: panel-24, unit: 40}}"});
    lines.push_back({"circuits/XC-1", "circuits: {XC-1: {kind: exchange}}"});
    lines.push_back({"", fmt::format("parameters: {{trading-servers: {}}}", size.servers)});
    return lines;
}

SourceRange range_of(int file, std::size_t index, const std::string& text) {
    const std::size_t begin = text.find_first_not_of(' ');
    return {file, static_cast<int>(index) + 1, static_cast<int>(begin) + 1,
            static_cast<int>(text.find(':') - begin)};
}

std::string joined(const std::vector<Line>& lines) {
    std::string out;
    for (const Line& line : lines) out += line.text + "\n";
    return out;
}

std::size_t line_of(const std::vector<Line>& lines, const std::string& subject) {
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].subject == subject) return i + 1;
    return lines.size();
}

}  // namespace

Generated Builder::build() && {
    SiteHead& head = out_.intent.head;
    head.site = "lab1";
    head.standard = "lab";
    head.standard_version = "1.0.0";
    head.standard_digest = "d1";
    for (int n = 1; n <= size_.racks; ++n) rack(n);
    panel();
    for (int n = 1; n <= size_.servers; ++n) server(n);
    networks();
    out_.intent.sort();
    for (Cable& cable : out_.intent.cables) cable.label = fmt::format("C-{}", cable.id.value);
    plug_ports();
    add_loads();
    origins();
    return std::move(out_);
}

void Builder::plug_ports() {
    std::unordered_map<std::string, CableId> plugged;
    for (const Cable& cable : out_.intent.cables)
        for (const CableEnd* end : {&cable.a, &cable.b}) plugged[end->port->value] = cable.id;
    const auto plug = [&](auto& table) {
        for (auto& port : table)
            if (const auto found = plugged.find(port.id.value); found != plugged.end())
                port.cable = found->second;
    };
    plug(out_.intent.interfaces);
    plug(out_.intent.power_ports);
    plug(out_.intent.outlets);
    plug(out_.intent.panel_ports);
}

void Builder::add_loads() {
    for (const Device& device : out_.intent.devices) {
        const auto at = std::find_if(out_.intent.racks.begin(), out_.intent.racks.end(),
                                     [&](const Rack& rack) { return rack.id == device.rack; });
        at->weight += device.weight.value_or(Mass{});
        for (auto& [name, feed] : at->feeds) {
            feed.typical += device.typical.value_or(Power{}) / 2;
            feed.maximum += device.maximum.value_or(Power{}) / 2;
            feed.failover = feed.failover.value_or(Power{}) + device.maximum.value_or(Power{});
        }
    }
}

void Builder::origins() {
    const auto standard = standard_lines();
    const auto site = site_lines(size_);
    const auto add = [&](const std::string& section, const std::string& rule, std::size_t because,
                         const std::string& text) {
        out_.origins.push_back(
            {section + "/" + rule,
             fmt::format("{}:{}", standard_path, line_of(standard, section + "/" + rule)),
             fmt::format("{}:{}", site_path, because), text});
    };
    for (const char* rule : {"leaf", "mgmt-switch", "pdu"})
        add("roles", rule, 2, fmt::format("racks {}", size_.racks));
    add("roles", "trading-server", site.size(), fmt::format("trading-servers {}", size_.servers));
    for (int n = 1; n <= size_.racks; ++n)
        add("racks", rack_name(n), line_of(site, "racks"), rack_range(size_));
    add("panels", "R01/PP1", line_of(site, "panels/R01/PP1"), "R01/PP1");
    add("circuits", "XC-1", line_of(site, "circuits/XC-1"), "XC-1");
    for (const char* network : {"management", "servers", "loopbacks", "vteps", "peer-links"})
        add("networks", network, 1, "lab1");
    std::sort(out_.origins.begin(), out_.origins.end());
}

Generated site(Size size) { return Builder(size).build(); }

Constraints constraints(Size size) {
    Constraints out;
    out.media = {{"dac-25g", {{"25gbase-x-sfp28"}, Speed{25'000}, Length{3'000}}},
                 {"dac-100g", {{"100gbase-x-qsfp28"}, Speed{100'000}, Length{3'000}}},
                 {"sm-10g", {{"25gbase-x-sfp28", "lc"}, Speed{10'000}, Length{10'000'000}}},
                 {"cat6a", {{"1000base-t", "100base-tx"}, {}, Length{90'000}}},
                 {"c13-c14", {{"iec-60320-c13", "iec-60320-c14"}, {}, {}}}};
    out.pools = {{"ipv4", {{*read_prefix("10.0.0.0/8")}}},
                 {"ipv6", {{*read_prefix("fd00::/16")}}},
                 {"loopbacks", {{*read_prefix("10.0.0.0/22")}}},
                 {"infra4", {{*read_prefix("10.0.4.0/22")}}}};
    out.bodies = {{"server-25g", {{}, "front-to-rear", Length{600}, Length{900}}},
                  {"leaf-48x25", {{}, "rear-to-front", {}, {}}},
                  {"mgmt-48x1", {{}, "rear-to-front", {}, {}}},
                  {"panel-24", {{}, "passive", {}, {}}}};
    for (int n = 1; n <= size.racks; ++n) out.posts[RackId(rack_name(n))] = {true, Length{740}};
    out.pair_roles = {"leaf"};
    for (int n = 1; n <= size.racks; ++n) out.apart_in_racks.insert(pair_id(n));
    for (int n = 1; n <= size.racks; ++n)
        for (const char* feed : {"A", "B"})
            out.power_sources.insert(DeviceId(fmt::format("pdu.{}.{}", rack_name(n), feed)));
    for (int n = 1; n <= size.servers; ++n) {
        for (const char* port : {"NIC1-1", "NIC1-2"})
            out.must_connect.emplace_back(PortId(server_id(n) + ":" + port), "server-data");
        out.must_connect.emplace_back(PortId(server_id(n) + ":iDRAC9"), "bmc");
        for (const char* port : {"PSU1", "PSU2"})
            out.must_connect.emplace_back(PortId(server_id(n) + ":" + port), "power");
    }
    std::sort(out.must_connect.begin(), out.must_connect.end());
    int file = 0;
    for (const auto& lines : {site_lines(size), standard_lines()}) {
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (!lines[i].subject.empty())
                out.places[lines[i].subject] = range_of(file, i, lines[i].text);
        ++file;
    }
    for (int n = 1; n <= size.racks; ++n) out.places["racks/" + rack_name(n)] = out.places["racks"];
    return out;
}

Sources sources(Size size) {
    Sources out;
    out.add(site_path, joined(site_lines(size)));
    out.add(standard_path, joined(standard_lines()));
    return out;
}

plan::Base stored(Generated site, std::int64_t revision) {
    plan::Base base;
    base.lineage = "k7";
    base.revision = revision;
    base.intent = std::move(site.intent);
    base.allocations = std::move(site.allocations);
    base.origins = std::move(site.origins);
    return base;
}

}  // namespace colo::example
