#include "tools/colo/workspace.h"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <cstdlib>
#include <ctime>

#include "intent/base/names.h"
#include "intent/definition/exception_dates.h"
#include "intent/definition/files.h"
#include "intent/definition/published.h"
#include "intent/rules/rule.h"

namespace colo::tool {

namespace fs = std::filesystem;

namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

/// A relative file of a URL that was written in the project's own file lies in its root.
std::string from_root(const std::string& url, const fs::path& root) {
    constexpr std::string_view scheme = "sqlite:";
    if (!url.starts_with(scheme)) return url;
    const fs::path file = url.substr(scheme.size());
    return file.is_absolute() ? url : std::string(scheme) + (root / file).string();
}

Result<std::string> url_of_project(const definition::Project& project) {
    const fs::path file = project.root / ".colo.yaml";
    const std::string usual = "sqlite:" + (project.root / "colo.db").string();
    if (!fs::exists(file)) return usual;
    Sources sources;
    Diagnostics problems;
    const auto settings = definition::read_document(file, sources, problems);
    if (problems.has_errors() && problems.all().front().code != "empty-file")
        return Failure{"bad-settings",
                       problems.all().front().summary,
                       {fmt::format("in {}", sources.where(problems.all().front().at))},
                       "mend .colo.yaml",
                       false};
    const definition::Node* url = settings ? settings->find("store") : nullptr;
    return url && url->is_scalar() ? from_root(url->text, project.root) : usual;
}

/// Where the definition asks for what another site has.
SourceRange place_of(const store::Taken& taken, const generator::Outcome& outcome) {
    const Constraints& constraints = outcome.constraints;
    if (taken.object.empty()) return constraints.place("address-space");
    if (taken.code == "circuit-taken") return constraints.place("circuits/" + taken.object);
    for (const Device& device : outcome.generated.intent.devices)
        if (device.id.value == taken.object) return constraints.place("roles/" + device.rule);
    return {};
}

void say_taken(const store::Taken& taken, const generator::Outcome& outcome, Diagnostics& out) {
    Diagnostic& problem = out.error(taken.code, place_of(taken, outcome), taken.summary);
    problem.object = taken.object;
    if (!taken.detail.empty()) problem.detail = {taken.detail};
    problem.hint = taken.hint;
}

/// A site that was never applied, and what could have been meant.
Failure no_such_site(const store::Store& store, const std::string& site) {
    const auto sites = store.sites();
    std::string hint = fmt::format("apply it first: colo apply {}", site);
    if (sites && !sites->empty())
        if (const auto near = nearest_name(site, *sites))
            hint = fmt::format("did you mean {}?", *near);
    return {"unknown-site", fmt::format("the store holds no site {}", site), {}, hint, false};
}

}  // namespace

Result<std::string> store_url(const Arguments& arguments) {
    if (const std::string said = arguments.option("store"); !said.empty()) return said;
    if (const std::string said = environment("COLO_STORE"); !said.empty()) return said;
    const auto project = definition::find_project(fs::current_path());
    if (!project) return project.failure();
    return url_of_project(*project);
}

Result<store::Store> open_store(const Arguments& arguments, store::Missing missing) {
    const auto url = store_url(arguments);
    if (!url) return url.failure();
    return store::Store::open(*url, missing);
}

Result<std::optional<Prepared>> prepare(const definition::Project& project,
                                        const std::string& site_or_file, const store::Store& store,
                                        Sources& sources, Diagnostics& out,
                                        const std::optional<definition::StandardRef>& as_if,
                                        const Earlier& earlier) {
    const int before = out.errors();
    const auto file = project.find_definition(site_or_file, sources, out);
    if (!file) return std::optional<Prepared>{};
    const auto inputs = definition::load_site(project, *file, sources, out, as_if);
    if (!inputs) return std::optional<Prepared>{};
    const auto applied = store.standard_digest(inputs->standard.name, inputs->standard.version);
    if (!applied) return applied.failure();
    if (*applied) definition::check_unchanged(*inputs, **applied, out);
    definition::warn_of_past(inputs->site, now_utc().substr(0, 10), out);
    auto base = store.beginning(*inputs->site.name);
    if (!base) return base.failure();
    const Allocations given =
        earlier ? earlier(*inputs->site.name, base->allocations) : Allocations();
    if (out.errors() != before) return std::optional<Prepared>{};
    auto outcome = generator::generate(*inputs, earlier ? given : base->allocations, sources, out);
    if (!outcome) return std::optional<Prepared>{};
    if (const auto read = store.complete(*base, outcome->generated); !read) return read.failure();
    rules::check_all(outcome->generated.intent, outcome->constraints, out);
    if (!base->is_the_goal) {
        const auto taken = store.taken(base->intent, outcome->generated.intent);
        if (!taken) return taken.failure();
        for (const store::Taken& one : *taken) say_taken(one, *outcome, out);
    }
    if (out.errors() != before) return std::optional<Prepared>{};
    return std::optional<Prepared>{Prepared{*std::move(base), *std::move(outcome)}};
}

Result<plan::Base> stored_site(const Arguments& arguments, const std::string& site) {
    const auto store = open_store(arguments, store::Missing::empty);
    if (!store) return store.failure();
    auto base = store->base(site);
    if (!base || base->revision > 0) return base;
    return no_such_site(*store, site);
}

Result<plan::Base> stored_around(const store::Store& store, const std::string& site,
                                 const std::string& object, std::optional<std::int64_t> revision) {
    auto base = store.around(site, object, revision);
    if (!base || base->revision > 0) return base;
    return no_such_site(store, site);
}

std::string now_utc() {
    const std::string fixed = environment("SOURCE_DATE_EPOCH");
    const std::time_t now =
        fixed.empty() ? std::time(nullptr) : std::strtoll(fixed.c_str(), nullptr, 10);
    std::tm parts{};
    gmtime_r(&now, &parts);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", parts.tm_year + 1900,
                       parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
}

std::string author_name() {
    if (const std::string said = environment("COLO_AUTHOR"); !said.empty()) return said;
    const passwd* account = getpwuid(getuid());
    return account ? account->pw_name : std::to_string(getuid());
}

}  // namespace colo::tool
