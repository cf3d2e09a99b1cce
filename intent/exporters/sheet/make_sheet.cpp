#include "intent/exporters/sheet/make_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "intent/base/digest.h"
#include "intent/base/names.h"
#include "intent/exporters/exporter.h"
#include "intent/exporters/sheet/steps.h"
#include "intent/exporters/sheet/tables.h"

namespace colo::sheets {

namespace {

/// Colours of the kinds of cables: distinct in print and for those who see colours otherwise (after
/// Okabe and Ito, "Color universal design", 2008).
const Colours& usual_colours() {
    static const Colours colours{{"data", "#0072b2"},
                                 {"management", "#009e73"},
                                 {"console", "#e69f00"},
                                 {"power", "#c23b22"},
                                 {"circuit", "#8a4f9e"}};
    return colours;
}

Colours colours_of(const Options& options) {
    Colours out = usual_colours();
    for (const auto& [kind, colour] : options.colours) out[kind] = colour;
    return out;
}

void add(Cover& cover, const char* what, const std::string& text) {
    if (!text.empty()) cover.lines.emplace_back(what, text);
}

Cover cover_of(const Job& job, const Desk& desk) {
    const SiteHead& head = job.intent->head;
    Cover out;
    out.site = head.site;
    out.title = job.changes ? "Work sheet" : "Build sheet";
    out.scope = job.scope;
    out.revision = job.revision > 0 ? fmt::format("revision {}", job.revision) : "not applied";
    out.digest = digest_of(exporters::intent_json({*job.intent, job.revision}));
    add(out, "Facility", head.facility + (head.city.empty() ? "" : ", " + head.city));
    add(out, "Address", job.facility.address);
    add(out, "Cage", job.facility.cage);
    add(out, "Contact",
        job.facility.contact.empty() ? "not said in the site definition (facility: contact)"
                                     : job.facility.contact);
    add(out, "Time zone", head.timezone);
    add(out, "Standard", head.standard + " " + head.standard_version);
    add(out, "Applied", job.applied);
    add(out, "Work",
        fmt::format("{}, {}", count_of(desk.devices.size(), "device"),
                    count_of(desk.cables.size(), "cable")));
    add(out, "Units",
        job.options.units_from == UnitsFrom::bottom ? "U1 is at the bottom of each rack"
                                                    : "U1 is at the top of each rack");
    add(out, "Names by unit",
        job.options.device_named_by == NamedBy::top
            ? "a device of several units is named by its topmost"
            : "a device of several units is named by its lowest");
    add(out, "Missing", job.gaps);
    add(out, "Safety",
        "The facility's rules come first. Wear an earthing strap at devices and modules; never "
        "look into fibre ends or optics; lift what weighs 18 kg or more with two people.");
    add(out, "Before work",
        "Compare revision and digest with what the contact says. If they "
        "differ, or a step cannot be done as it stands here, stop and ask.");
    add(out, "To report back",
        "Fill in the yellow cells of the workbook and send it back; or write on this paper and "
        "photograph each page. To: " +
            (job.facility.contact.empty() ? std::string("whoever gave you this sheet")
                                          : job.facility.contact));
    return out;
}

/// Racks with work in them, or all of a site.
std::vector<RackId> racks_of(const Desk& desk) {
    std::set<RackId> meant;
    const auto add_rack = [&](const Layout& layout, const Device& device) {
        if (const Rack* rack = layout.places.rack(device)) meant.insert(rack->id);
    };
    for (const DeviceWork& work : desk.devices) {
        if (work.after) add_rack(desk.now(), *work.after);
        if (work.before) add_rack(desk.before(), *work.before);
    }
    for (const CableWork& work : desk.cables)
        for (const CableEnd* end : {&work.shown().a, &work.shown().b})
            if (const Rack* rack = desk.layout(work).ends.rack(*end)) meant.insert(rack->id);
    std::vector<const Rack*> racks;
    for (const Rack& rack : desk.intent().racks)
        if (!desk.is_change() || meant.contains(rack.id)) racks.push_back(&rack);
    std::sort(racks.begin(), racks.end(),
              [](const Rack* a, const Rack* b) { return natural_less(a->name, b->name); });
    std::vector<RackId> out;
    for (const Rack* rack : racks) out.push_back(rack->id);
    return out;
}

}  // namespace

Sheet make_sheet(const Job& job) {
    Desk desk(job);
    const std::vector<Step> steps = order_of_work(desk);
    Sheet out;
    out.cover = cover_of(job, desk);
    out.options = job.options;
    out.intent = job.intent;
    out.revision = job.revision;
    out.cable_colours = colours_of(job.options);
    out.racks = racks_of(desk);
    out.tables = {steps_table(steps),
                  racks_table(desk),
                  devices_table(desk),
                  cables_table(desk, out.cable_colours),
                  power_table(desk, out.cable_colours),
                  feeds_table(desk),
                  parts_table(desk),
                  order_table(desk),
                  vlans_table(desk),
                  prefixes_table(desk),
                  addresses_table(desk),
                  circuits_table(desk),
                  serials_table(desk),
                  sign_off_table(desk)};
    out.labels = labels_of_work(desk);
    out.letters = letters_of_work(desk);
    return out;
}

}  // namespace colo::sheets
