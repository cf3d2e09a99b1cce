// Cables that only come: power before management before data before circuits.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "intent/base/names.h"
#include "intent/exporters/sheet/step_words.h"
#include "intent/exporters/sheet/step_writer.h"

namespace colo::sheets {

namespace {

/// One step: cables of a kind within a rack, between racks, or on one feed of a rack.
struct Lot {
    int stage = 0;  // the order of the trade
    bool within = true;
    std::string rack, feed;

    auto key() const { return std::tuple(stage, within, !rack.empty(), rack, feed); }
};
struct BeforeLot {
    bool operator()(const Lot& a, const Lot& b) const {
        if (std::tuple(a.stage, a.within) != std::tuple(b.stage, b.within))
            return std::tuple(a.stage, a.within) < std::tuple(b.stage, b.within);
        if (a.rack != b.rack) return natural_less(a.rack, b.rack);
        return a.feed < b.feed;
    }
};

int stage_of(CableKind kind) {
    switch (kind) {
        case CableKind::power: return 0;
        case CableKind::management: return 1;
        case CableKind::console: return 2;
        case CableKind::data: return 3;
        case CableKind::circuit: return 4;
    }
    return 4;
}

std::map<CableId, std::string> feeds_of(const Intent& intent) {
    std::map<CableId, std::string> out;
    for (const PowerPort& port : intent.power_ports)
        if (port.cable && port.feed) out.emplace(*port.cable, *port.feed);
    return out;
}

Lot lot_of(const Desk& desk, const CableWork& work, const std::map<CableId, std::string>& feeds) {
    const Cable& cable = *work.after;
    const Rack *const a = desk.now().ends.rack(cable.a), *const b = desk.now().ends.rack(cable.b);
    Lot lot{stage_of(cable.kind), a && a == b, desk.rack_name(work), {}};
    if (const auto feed = feeds.find(cable.id); feed != feeds.end()) lot.feed = feed->second;
    return lot;
}

std::vector<std::string> devices_of(const Desk& desk, const Cables& cables) {
    std::vector<std::string> out;
    for (const CableWork* work : cables)
        for (const CableEnd* end : {&work->shown().a, &work->shown().b})
            if (end->device)
                if (const Device* device = desk.layout(*work).places.device(*end->device))
                    out.push_back(device->name);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// How many devices draw over these cords.
std::size_t powered(const Cables& cables) {
    std::set<DeviceId> out;
    for (const CableWork* work : cables)
        if (work->shown().a.device) out.insert(*work->shown().a.device);
    return out.size();
}

std::string where(const Lot& lot) {
    if (lot.rack.empty()) return "outside of our racks";
    return lot.within ? "within " + lot.rack : "from " + lot.rack + " to other racks";
}

Step power_step(const Lot& lot, const Cables& cables, bool is_last_feed) {
    Step step{.phase = "Power"};
    const std::string feed = lot.feed.empty() ? "" : " of feed " + lot.feed;
    step.work = fmt::format("Plug in the power cords{} {}, label first: {}", feed, where(lot),
                            labels_of(cables));
    step.check =
        is_last_feed
            ? "both PSU LEDs of each device are green, or its fans run (the only one where it has "
              "one inlet); no strip shows an alarm"
            : fmt::format("the PSU LED of each inlet on feed {} is green", lot.feed);
    if (is_last_feed)
        step.testable = fmt::format("power of {}{}", count_of(powered(cables), "device"),
                                    lot.rack.empty() ? "" : " in " + lot.rack);
    return step;
}

Step network_step(const Desk& desk, const Lot& lot, const Cables& cables) {
    const char* const phases[] = {"Power", "Management", "Console", "Data", "Circuit"};
    const char* const things[] = {"power cords", "management cables", "console cables",
                                  "data cables", "cross-connect cords"};
    Step step{.phase = phases[lot.stage]};
    step.work = fmt::format("Label and plug in the {} {}: {}", things[lot.stage], where(lot),
                            labels_of(cables));
    step.check = "both ends sit where the schedule says and are latched; link LEDs are on where "
                 "both devices run";
    const std::size_t count = devices_of(desk, cables).size();
    if (lot.stage == 1)
        step.testable = fmt::format("management of {} from afar: ask the contact to reach them",
                                    count_of(count, "device"));
    if (lot.stage == 2)
        step.testable = fmt::format("consoles of {} from afar", count_of(count, "device"));
    if (lot.stage == 3)
        step.testable = fmt::format("links of {}: the contact sees neighbours and light levels",
                                    count_of(count, "device"));
    if (lot.stage == 4) {
        step.work += ". Only what the facility has landed (letter of authorisation): what has not "
                     "landed is labelled, capped and left, which counts as done";
        step.check = "the contact reads receive light within the optic's range, or what is left is "
                     "written into the circuits";
        step.testable = "the circuit end to end, together with its provider";
    }
    return step;
}

}  // namespace

bool is_fibre(const Desk& desk, const Cable& cable) {
    const auto& media = desk.job().supplies.media;
    auto found = media.find(cable.media);
    if (found != media.end() && !found->second.cord.empty()) found = media.find(found->second.cord);
    if (found == media.end()) return false;
    const auto& fits = found->second.fits;
    return std::any_of(fits.begin(), fits.end(), [](const std::string& type) {
        return type.starts_with("lc") || type.starts_with("sc") || type.starts_with("mpo") ||
               type.starts_with("st") || type.starts_with("fc");
    });
}

void write_cables(StepWriter& writer, const Indices& indices) {
    const Desk& desk = writer.desk();
    const auto feeds = feeds_of(desk.intent());
    std::map<Lot, Indices, BeforeLot> lots;
    for (const std::size_t at : indices) lots[lot_of(desk, desk.cables[at], feeds)].push_back(at);
    for (auto lot = lots.begin(); lot != lots.end(); ++lot) {
        const auto next = std::next(lot);
        const Cables cables = writer.cables(lot->second);
        const bool is_last_feed =
            next == lots.end() || next->first.stage > 0 || next->first.rack != lot->first.rack;
        Step step = lot->first.stage == 0 ? power_step(lot->first, cables, is_last_feed)
                                          : network_step(desk, lot->first, cables);
        step.rack = lot->first.rack;
        step.parts = parts_of(desk, cables);
        const bool fibre = std::any_of(cables.begin(), cables.end(), [&](const CableWork* work) {
            return is_fibre(desk, work->shown());
        });
        step.tools =
            fibre ? "hook-and-loop tape, fibre cleaner, fibre microscope" : "hook-and-loop tape";
        writer.add(std::move(step), {}, lot->second);
    }
}

}  // namespace colo::sheets
