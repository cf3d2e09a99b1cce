// What each device is called: the role's template, filled in.
#include <fmt/format.h>

#include "intent/generator/steps.h"
#include "intent/generator/templates.h"

namespace colo::generator {

namespace {

constexpr std::string_view panel_template = "{site}-{rack}-{panel}";

TemplateValues values_of(const Workbench& bench, const WorkDevice& device) {
    TemplateValues values;
    values.texts["site"] = as_name_part(*bench.inputs.site.name);
    values.n = device.number;
    if (device.scope_rack != none)
        values.texts["rack"] = as_name_part(bench.racks[at(device.scope_rack)].entry->name);
    if (!device.scope_feed.empty()) values.texts["feed"] = as_name_part(device.scope_feed);
    if (!device.scope_row.empty()) values.texts["row"] = as_name_part(device.scope_row);
    if (device.scope_rack != none)
        values.texts["row"] = as_name_part(bench.racks[at(device.scope_rack)].entry->row);
    if (device.member != 0) values.texts["member"] = std::to_string(device.member);
    if (device.is_panel()) values.texts["panel"] = as_name_part(device.scope);
    return values;
}

/// Where the name comes from: the role's template, or a panel's entry in the site.
SourceRange origin_of_name(const Workbench& bench, const WorkDevice& device) {
    if (!device.is_panel()) return device.role->name.at;
    return bench.inputs.site.panels.at(bench.racks[at(device.scope_rack)].id + "/" + device.scope)
        .at;
}

void say_collision(Workbench& bench, const WorkDevice& a, const WorkDevice& b) {
    Diagnostic& problem =
        bench.out.error("name-collision", origin_of_name(bench, b),
                        fmt::format("{} and {} would both be {}", a.id, b.id, b.name));
    const SourceRange other = origin_of_name(bench, a);
    if (other != origin_of_name(bench, b))
        problem.notes = {{other, fmt::format("{} gets its name here", a.id)}};
    if (b.is_panel()) {
        problem.detail = {"a name is in lower case; dots become hyphens"};
        problem.hint = "give the panel, or the rack, another name";
    } else {
        problem.detail = {fmt::format("the name comes from {}", *b.role->name)};
        problem.hint = "add {n}, {rack} or {feed} to the template";
    }
}

}  // namespace

void name_devices(Workbench& bench) {
    std::unordered_map<std::string, std::size_t> taken;
    for (std::size_t i = 0; i < bench.devices.size(); ++i) {
        WorkDevice& device = bench.devices[i];
        const std::string_view pattern =
            device.is_panel() ? panel_template : std::string_view(*device.role->name);
        const SourceRange where = origin_of_name(bench, device);
        const Filled filled = fill_template(pattern, values_of(bench, device));
        device.name = filled.text;
        if (!filled.error.empty()) {
            Diagnostic& problem = bench.out.error("bad-template", where, filled.error);
            problem.detail = {fmt::format("in the name of {}", device.id)};
            problem.hint = filled.hint;
            return;
        }
        if (!is_host_name(device.name)) {
            bench.out
                .error("bad-name", where,
                       fmt::format("{} cannot be called {}", device.id, device.name))
                .hint = "names are lower case letters, digits and hyphens, at most 63";
            return;
        }
        const auto [first, is_new] = taken.emplace(device.name, i);
        if (is_new) continue;
        say_collision(bench, bench.devices[first->second], device);
        return;
    }
}

}  // namespace colo::generator
