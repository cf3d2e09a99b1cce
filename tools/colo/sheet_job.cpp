#include "tools/colo/sheet_job.h"

#include <fmt/format.h>

namespace colo::tool {

namespace {

/// What the facility says, else what the standard says, else nothing.
template <class T>
std::optional<T> said(const definition::Inputs& inputs,
                      std::optional<T> definition::SheetsEntry::* which) {
    if (const auto& of_site = inputs.site.facility.sheets; of_site && (*of_site).*which)
        return (*of_site).*which;
    const auto& of_standard = inputs.standard.sheets;
    return of_standard ? (*of_standard).*which : std::nullopt;
}

void lay_over(std::map<std::string, std::string>& colours,
              const std::optional<definition::SheetsEntry>& sheets) {
    if (!sheets || !sheets->colours) return;
    const definition::KindColours& kinds = *sheets->colours;
    const auto set = [&](const char* kind, const std::optional<definition::HexColour>& colour) {
        if (colour) colours[kind] = colour->text;
    };
    set("data", kinds.data);
    set("management", kinds.management);
    set("console", kinds.console);
    set("power", kinds.power);
    set("circuit", kinds.circuit);
}

sheets::MediumSupply medium_of(const definition::MediumEntry& entry) {
    sheets::MediumSupply out;
    for (const auto& type : entry.fits) out.fits.push_back(*type);
    out.transceiver = entry.transceiver;
    out.cord = entry.fibre.given() ? *entry.fibre : *entry.cord;
    out.branches = entry.branches;
    return out;
}

std::optional<definition::Inputs> inputs_of(const SiteHead& head, Diagnostics& problems) {
    const auto project = definition::find_project(std::filesystem::current_path());
    if (!project) return std::nullopt;
    Sources sources;
    const auto file = project->find_definition(head.site, sources, problems);
    if (!file) return std::nullopt;
    return definition::load_site(*project, *file, sources, problems,
                                 definition::StandardRef{head.standard, head.standard_version});
}

}  // namespace

sheets::Options sheet_options(const definition::Inputs& inputs) {
    using definition::SheetsEntry;
    sheets::Options out;
    if (said(inputs, &SheetsEntry::paper) == definition::Paper::letter)
        out.paper = sheets::Paper::letter;
    if (said(inputs, &SheetsEntry::lengths) == definition::SheetLengths::feet)
        out.lengths = sheets::LengthUnit::feet;
    if (said(inputs, &SheetsEntry::units_from) == definition::End::top)
        out.units_from = sheets::UnitsFrom::top;
    if (said(inputs, &SheetsEntry::device_named_by) == definition::End::bottom)
        out.device_named_by = sheets::NamedBy::bottom;
    if (said(inputs, &SheetsEntry::codes) == definition::CodesOfLabels::data_matrix)
        out.codes = sheets::CodeKind::data_matrix;
    lay_over(out.colours, inputs.standard.sheets);
    lay_over(out.colours, inputs.site.facility.sheets);
    return out;
}

sheets::Supplies supplies_of(const definition::Inputs& inputs) {
    sheets::Supplies out;
    for (const auto& [name, entry] : inputs.standard.media) out.media[name] = medium_of(entry);
    for (const auto& [name, hardware] : inputs.hardware)
        out.models[name] = {hardware.part_number, hardware.modules,
                            hardware.port_side == Face::rear};
    for (const auto& [name, spare] : inputs.standard.spares)
        out.spares[name] = {spare.count, spare.percent, spare.each_length};
    return out;
}

void fill_in_from_inputs(sheets::Job& job, const SiteHead& head, Console& console) {
    Diagnostics problems;
    const auto inputs = inputs_of(head, problems);
    if (!inputs) {
        job.gaps = fmt::format(
            "the inputs ({} {}) could not be read: no part numbers, plugs, optics, spares, contact "
            "or options in this sheet",
            head.standard, head.standard_version);
        console.message(fmt::format("colo: {}: {}\n", head.site, job.gaps));
        return;
    }
    const definition::Facility& facility = inputs->site.facility;
    job.facility = {facility.address, facility.cage, facility.contact};
    job.supplies = supplies_of(*inputs);
    job.options = sheet_options(*inputs);
}

}  // namespace colo::tool
