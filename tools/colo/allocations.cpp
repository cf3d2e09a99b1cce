#include "tools/colo/allocations.h"

#include <fmt/format.h>

#include "intent/definition/exception_dates.h"
#include "intent/rules/rule.h"

namespace colo::tool {

std::optional<Failure> refused_allocations(const Arguments& arguments) {
    if (!arguments.options.contains("allocations")) return std::nullopt;
    if (arguments.options.contains("store"))
        return Failure{"bad-usage",
                       "--allocations goes without a store",
                       {},
                       "leave --store or --allocations out",
                       false};
    if (arguments.words.size() == 1) return std::nullopt;
    return Failure{"bad-usage",
                   "--allocations is of one site",
                   {},
                   "name that site, and no other: colo validate SITE --allocations FILE",
                   false};
}

void check_site(const definition::AllocationsFile& file, const std::string& site,
                Diagnostics& out) {
    if (file.head.site == site) return;
    out.error("allocations-of-another-site", file.site.at,
              fmt::format("these allocations are of {}, not of {}", file.head.site, site))
        .hint = fmt::format("colo allocations export {} writes those of {}", site, site);
}

std::optional<OnFile> generate_on(const definition::Project& project,
                                  const std::string& site_or_file, const std::string& path,
                                  Sources& sources, Diagnostics& out) {
    const int before = out.errors();
    auto file = definition::read_allocations(path, sources, out);
    const auto definition = project.find_definition(site_or_file, sources, out);
    if (!definition) return std::nullopt;
    const auto inputs = definition::load_site(project, *definition, sources, out);
    if (!inputs || !file) return std::nullopt;
    check_site(*file, *inputs->site.name, out);
    if (out.errors() != before) return std::nullopt;
    definition::warn_of_past(inputs->site, now_utc().substr(0, 10), out);
    auto outcome = generator::generate(*inputs, file->allocations(), sources, out);
    if (!outcome) return std::nullopt;
    rules::check_all(outcome->generated.intent, outcome->constraints, out);
    if (out.errors() != before) return std::nullopt;
    return OnFile{*std::move(file), *std::move(outcome)};
}

}  // namespace colo::tool
