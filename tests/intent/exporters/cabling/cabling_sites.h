// Sites whose cabling is hard to draw, and their pages.
#pragma once

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "intent/exporters/cabling/cabling.h"
#include "tests/intent/exporters/sample_site.h"

namespace colo::exporters {

inline const std::string longest = std::string(150, 'W') +
                                   " \xE6\x9D\xB1\xE4\xBA\xAC \xFF<&> \xF0\x9F\x94\x8C " +
                                   std::string(150, 'W');

using Pages = std::vector<Drawing>;

inline Pages rack_pages(const Intent& site, std::size_t rack = 0, CablingPaper paper = {},
                        const Numbering& numbering = {}) {
    const Places places(site, numbering);
    const CableEnds ends(site, numbering);
    const CablingIndex index(site, ends);
    return rack_cabling({site, 7, site.racks[rack], places, ends, index, paper, {}, {}});
}

inline Pages site_pages(const Intent& site, CablingPaper paper = {}) {
    return site_cabling({site, 7, CableEnds(site), paper, {}, {}});
}

/// A rack and what stands in it, cable by cable.
class Racks {
public:
    explicit Racks(int count) {
        site_.head.site = "big1";
        for (int n = 1; n <= count; ++n) {
            Rack rack;
            rack.id = RackId(fmt::format("R{:02}", n));
            rack.name = rack.id.value;
            rack.row = "A";
            rack.position = n;
            rack.units = 47;
            site_.racks.push_back(rack);
        }
    }

    void stand(const std::string& id, const std::string& role, int rack, std::int64_t unit,
               int ports = 0) {
        Device& device = tests::add_device(site_, id, role, fmt::format("R{:02}", rack), unit, 2);
        if (unit == 0) device.unit.reset();
        for (int n = 1; n <= ports; ++n)
            tests::add_interface(site_, id, fmt::format("Ethernet{}", n));
    }
    CableEnd network(const std::string& device, const std::string& name) {
        return tests::end_at(PortId(device + ":" + name), device, name);
    }
    CableEnd outlet(const std::string& device, int n) {
        const std::string name = fmt::format("C13 {:02}", n);
        const PortId id(device + ":" + name);
        site_.outlets.push_back({id, DeviceId(device), name, "iec-60320-c13", "A", "L1", {}});
        return tests::end_at(id, device, name);
    }
    void wire(CableKind kind, CableEnd a, CableEnd b) {
        Cable cable;
        cable.id = CableId(fmt::format("cable/{:05}", site_.cables.size()));
        cable.label = fmt::format("C-{:05}", site_.cables.size());
        cable.kind = kind;
        cable.media = kind == CableKind::power ? "c13-c14" : "om4-lc";
        cable.length = {5000 + 1000 * static_cast<std::int64_t>(site_.cables.size() % 3)};
        cable.a = std::move(a);
        cable.b = std::move(b);
        site_.cables.push_back(cable);
    }
    Intent take() {
        site_.sort();
        return std::move(site_);
    }

private:
    Intent site_;
};

/// 44 servers of eight cables each with two leafs, a management switch and two strips: 47 U full.
inline Intent full_rack() {
    Racks racks(1);
    for (const char* leaf : {"leaf.1", "leaf.2"})
        racks.stand(leaf, "leaf", 1, leaf[5] - '0' + 45, 90);
    racks.stand("mgmt.1", "mgmt-switch", 1, 45, 96);
    for (const char* strip : {"pdu.A", "pdu.B"}) racks.stand(strip, "pdu", 1, 0);
    for (int n = 1; n <= 44; ++n) {
        const std::string id = fmt::format("ams1-srv-{:03}", n);
        racks.stand(id, "server", 1, n);
        const auto port = [&](int i) { return fmt::format("Ethernet{}", i); };
        for (int i = 0; i < 2; ++i) {
            racks.wire(CableKind::data, racks.network("leaf.1", port(2 * n + i - 1)),
                       racks.network(id, fmt::format("NIC1-{}", i + 1)));
            racks.wire(CableKind::data, racks.network(id, fmt::format("NIC2-{}", i + 1)),
                       racks.network("leaf.2", port(2 * n + i - 1)));
            racks.wire(CableKind::management, racks.network(id, fmt::format("iDRAC-{}", i)),
                       racks.network("mgmt.1", port(2 * n + i)));
            racks.wire(CableKind::power, racks.network(id, fmt::format("Power {}", i)),
                       racks.outlet(i == 0 ? "pdu.A" : "pdu.B", n));
        }
    }
    return racks.take();
}

/// A panel of 48 ports: patched to a switch in front, to another rack's panel behind.
inline Intent full_panel() {
    Racks racks(2);
    racks.stand("panel.1", "", 1, 47);
    racks.stand("panel.2", "", 2, 47);
    racks.stand("switch.1", "switch", 1, 46, 48);
    for (int n = 1; n <= 48; ++n) {
        racks.wire(CableKind::data, racks.network("panel.1", fmt::format("front/Port {}", n)),
                   racks.network("switch.1", fmt::format("Ethernet{}", n)));
        racks.wire(CableKind::data, racks.network("panel.1", fmt::format("rear/Port {}", n)),
                   racks.network("panel.2", fmt::format("rear/Port {}", n)));
    }
    return racks.take();
}

/// Sixty racks, each with several media to the first two, to the next and to outside.
inline Intent many_racks() {
    Racks racks(60);
    for (int n = 1; n <= 60; ++n) racks.stand(fmt::format("sw.{}", n), "switch", n, 40, 200);
    for (int n = 1; n <= 60; ++n) {
        const std::string here = fmt::format("sw.{}", n);
        for (const int to : {1, 2, n + 1})
            for (int i = 0; to != n && to <= 60 && i < 4; ++i)
                racks.wire(i % 2 == 0 ? CableKind::data : CableKind::console,
                           racks.network(here, "Ethernet1"),
                           racks.network(fmt::format("sw.{}", to), "Ethernet2"));
        racks.wire(CableKind::circuit, racks.network(here, "Ethernet3"),
                   {{}, {}, {}, fmt::format("Meet-me room, port {}", n)});
    }
    return racks.take();
}

inline Intent with_long_texts(Intent site) {
    for (Device& one : site.devices) one.name += longest;
    for (Rack& rack : site.racks) rack.name += longest;
    for (Cable& cable : site.cables) {
        if (cable.id.value.size() % 2 == 0) cable.label += longest;
        cable.media += longest;
        for (CableEnd* end : {&cable.a, &cable.b}) {
            if (end->name && cable.kind == CableKind::data) *end->name += longest;
            if (end->text) *end->text += longest;
        }
    }
    return site;
}

}  // namespace colo::exporters
