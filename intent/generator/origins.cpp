// Why things are there: the rule of the standard, and the line of the site definition.
#include <fmt/format.h>

#include <algorithm>

#include "intent/generator/steps.h"
#include "intent/model/renames.h"

namespace colo::generator {

namespace {

class Gathering {
public:
    Gathering(const Workbench& bench, Origins& origins)
        : sources_(bench.sources),
          site_(bench.inputs.site),
          standard_(bench.inputs.standard),
          exceptions_(bench.exceptions),
          origins_(origins) {}

    void gather() {
        add("site", {}, site_.standard.at,
            fmt::format("standard {} {}", site_.standard->name, site_.standard->version));
        add_head();
        for (const auto& [name, role] : standard_.roles) add_role(name, role);
        for (const auto& [name, rule] : standard_.cabling) add_entry("cabling/" + name, rule.at);
        for (const auto& [name, network] : standard_.networks)
            add_entry("networks/" + name, network.at);
        for (const auto& [name, asn] : standard_.asns) add_entry("asns/" + name, asn.at);
        for (const auto& [name, session] : standard_.sessions)
            add_entry("sessions/" + name, session.at);
        if (!site_.links.empty()) add("cabling/links", {}, site_.links.begin()->second.at, "links");
        for (const auto& [name, link] : site_.links)
            add("links/" + name, {}, link.at, "link " + name);
        if (standard_.power) add_entry("cabling/power", standard_.power->at);
        for (const auto& [id, rack] : site_.racks) add_rack(id, rack);
        for (const auto& [id, panel] : site_.panels) {
            const std::size_t slash = id.find('/');
            add("panel." + id.substr(0, slash) + "." + id.substr(slash + 1), {}, panel.at,
                "panel " + id);
        }
        for (const auto& [id, circuit] : site_.circuits)
            add("circuits/" + id, {}, circuit.at, "circuit " + id);
        for (const auto& [thing, exceptions] : exceptions_.of_things())
            add_exceptions(thing, exceptions);
        for (const auto& exception : site_.exceptions)
            if (!exception.set.waive.empty())
                for (const auto& rack : exception.on.rack)
                    add_exceptions("exceptions/waived/" + *rack, {&exception});
        for (const definition::ExceptionEntry& one : site_.exceptions)
            add("exceptions/" + one.on_text + " " + one.set_text, {}, one.at,
                fmt::format("exception {}: {}", one.set_text, one.reason));
        std::sort(origins_.begin(), origins_.end());
        const auto same = [](const Origin& a, const Origin& b) { return a.subject == b.subject; };
        origins_.erase(std::unique(origins_.begin(), origins_.end(), same), origins_.end());
    }

private:
    void add(std::string subject, const SourceRange& rule, const SourceRange& because,
             std::string text) {
        std::string place = sources_.where(rule, false);
        if (const auto changed = standard_.changes.find(subject);
            changed != standard_.changes.end() && !place.empty())
            for (const SourceRange& at : changed->second) place += ", " + sources_.where(at, false);
        origins_.push_back({std::move(subject), std::move(place), sources_.where(because, false),
                            std::move(text)});
    }

    /// Units that are reserved have a line of their own: they push aside what stood there.
    void add_rack(const std::string& id, const definition::RackEntry& rack) {
        add("racks/" + id, {}, rack.at, (rack.written == id ? "rack " : "racks ") + rack.written);
        if (rack.reserved.empty()) return;
        std::vector<std::string> units;
        for (const auto& [which, why] : rack.reserved) units.push_back(which + ": " + why);
        add("reserved/" + id, {}, rack.reserved_at.known() ? rack.reserved_at : rack.at,
            fmt::format("{} reserved {}", rack.written, fmt::join(units, ", ")));
    }

    /// The longest name that the identity belongs to: names may have dots.
    const definition::Role* role_of(const std::string& device) const {
        const definition::Role* longest = nullptr;
        std::size_t length = 0;
        for (const auto& [name, role] : standard_.roles)
            if (name.size() > length && belongs_to(device, name))
                longest = &role, length = name.size();
        return longest;
    }

    /// The first under the thing's own name, each other with its number.
    void add_exceptions(const std::string& thing,
                        const std::vector<const definition::ExceptionEntry*>& exceptions) {
        const definition::Role* const role =
            thing.starts_with("exceptions/") ? nullptr : role_of(thing);
        for (std::size_t i = 0; i < exceptions.size(); ++i)
            add(i == 0 ? thing : fmt::format("{} {}", thing, i + 1),
                role ? role->at : SourceRange{}, exceptions[i]->at,
                fmt::format("exception {}: {}", exceptions[i]->set_text, exceptions[i]->reason));
    }

    /// What the facility gave the site as a whole.
    void add_head() {
        const definition::Facility& facility = site_.facility;
        add("site/facility", {}, facility.at,
            fmt::format("facility {}, {}, {}", facility.name, facility.city, facility.timezone));
        const definition::AddressSpace& space = site_.address_space;
        if (!space.at.known()) return;
        std::vector<std::string> given;
        for (const auto* prefixes : {&space.ipv4, &space.ipv6})
            for (const auto& prefix : *prefixes) given.push_back(to_text(*prefix));
        if (space.asn) given.push_back(fmt::format("AS{}", **space.asn));
        add("site/address-space", {}, space.at,
            fmt::format("address-space {}", fmt::join(given, ", ")));
    }

    void add_entry(const std::string& name, const SourceRange& rule) { add(name, rule, {}, ""); }

    /// The count's parameter; for roles by rack, the racks; else the line that names the standard.
    void add_role(const std::string& role_name, const definition::Role& role) {
        const std::string name = "roles/" + role_name;
        if (role.count && !role.count->parameter.empty())
            return add(name, role.at, role.count->origin,
                       fmt::format("{} {}", role.count->parameter, **role.count));
        if (!role.when.parameter.empty())
            return add(name, role.at, role.when.origin,
                       fmt::format("{} {}", role.when.parameter, *role.when));
        if (*role.per != "site" && !site_.racks.empty())
            return add(name, role.at, site_.racks.begin()->second.at,
                       fmt::format("racks {}", site_.racks.size()));
        add(name, role.at, site_.standard.at,
            fmt::format("standard {} {}", site_.standard->name, site_.standard->version));
    }

    const Sources& sources_;
    const definition::Site& site_;
    const definition::Standard& standard_;
    const Exceptions& exceptions_;
    Origins& origins_;
};

}  // namespace

void gather_origins(Workbench& bench, Origins& origins) { Gathering(bench, origins).gather(); }

}  // namespace colo::generator
