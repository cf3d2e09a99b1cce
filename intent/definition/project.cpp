#include "intent/definition/project.h"

#include <algorithm>

#include "intent/base/suggestion.h"
#include "intent/definition/extends.h"
#include "intent/definition/files.h"
#include "intent/definition/library.h"
#include "intent/definition/network_fields.h"
#include "intent/definition/references.h"
#include "intent/definition/site_reader.h"

namespace colo::definition {

namespace fs = std::filesystem;

namespace {

template <class T>
T read_section(const Node& document, std::string_view key, Diagnostics& out) {
    const Node* section = document.find(key);
    return section ? read_value<T>(*section, out) : T{};
}

std::vector<std::string> keys_of(const Node* map) {
    std::vector<std::string> keys;
    if (map)
        for (const Entry& entry : map->entries) keys.push_back(entry.key);
    return keys;
}

}  // namespace

Standard read_standard(Layers& layers, const Site& site, Diagnostics& out) {
    Node& document = layers.document;
    Diagnostics quiet;  // the section is read again with the whole
    const auto declared = read_section<Named<Parameter>>(document, "parameters", quiet);
    const auto values =
        resolve_parameters(declared, layers.dropped, site, keys_of(document.find("models")), out);
    fill_in(document, values, site, out);
    Standard standard = read_value<Standard>(document, out);
    standard.at = {document.at.file, 1, 1, 0};
    if (!standard.format.empty() && standard.format != "colo-standard/1")
        out.error("unknown-format", standard.at,
                  fmt::format("{} is not colo-standard/1", standard.format))
            .hint = "this version of colo reads format: colo-standard/1";
    standard.digest = layers.digest;
    standard.changes = std::move(layers.changes);
    standard.document = std::move(document);
    return standard;
}

void check_misplaced(const Standard& standard, const StandardRef& ref, Diagnostics& out) {
    if (standard.name != ref.name || standard.version != ref.version)
        out.error("standard-misplaced", standard.at,
                  fmt::format("the file says it is {} {}, its folder {} {}", standard.name,
                              standard.version, ref.name, ref.version));
}

namespace {

/// Of the project's own definitions each bears its site's name, so that no two are of one site.
void check_file_name(const Project& project, const fs::path& file, const Site& site,
                     Diagnostics& out) {
    std::error_code error;
    if (!fs::equivalent(file.parent_path().empty() ? "." : file.parent_path(),
                        project.site_definitions(), error))
        return;
    if (site.name.given() && file.stem() != *site.name)
        out.error("site-misnamed", site.name.at,
                  fmt::format("the file {} is of site {}", file.filename().string(), *site.name))
            .hint = fmt::format("name it {}.yaml", *site.name);
}

void load_hardware(Inputs& inputs, Library& library, Diagnostics& out) {
    for (const auto& [name, entry] : inputs.standard.models)
        if (auto hardware = library.model(name, entry, out))
            inputs.hardware.emplace(name, *std::move(hardware));
    for (const auto& [id, rack] : inputs.site.racks)
        if (rack.type && !inputs.rack_types.contains(*rack.type))
            if (auto type = library.rack_type(*rack.type, rack.at, out))
                inputs.rack_types.emplace(*rack.type, *type);
}

/// For the name of a site that was written like a file's.
std::string site_hint(const Project& project, const std::string& file) {
    const auto near = nearest_name(fs::path(file).stem().string(), project.sites());
    return near ? fmt::format("did you mean the site {}?", *near) : "";
}

bool looks_like_a_file(const std::string& site_or_file) {
    return site_or_file.find('/') != std::string::npos || site_or_file.ends_with(".yaml") ||
           site_or_file.ends_with(".yml");
}

}  // namespace

fs::path Project::definition(const std::string& site_or_file) const {
    std::error_code error;
    if (fs::is_regular_file(site_or_file, error)) return fs::path(site_or_file);
    return is_identity(site_or_file) ? site_definitions() / (site_or_file + ".yaml")
                                     : fs::path(site_or_file);
}

std::optional<fs::path> Project::find_definition(const std::string& site_or_file, Sources& sources,
                                                 Diagnostics& out) const {
    fs::path file = definition(site_or_file);
    std::error_code error;
    if (fs::exists(file, error)) return file;
    if (looks_like_a_file(site_or_file)) {
        const int missing = sources.add(site_or_file, "");
        out.error("file-not-readable", {missing, 0, 0, 0},
                  fmt::format("{} is not there", site_or_file))
            .hint = site_hint(*this, site_or_file);
        return std::nullopt;
    }
    std::string hint = suggestion(site_or_file, sites());
    if (hint.empty()) hint = "write one into site-definitions/";
    out.error("unknown-site", {}, fmt::format("there is no site definition {}", site_or_file))
        .hint = std::move(hint);
    return std::nullopt;
}

std::vector<std::string> Project::sites() const {
    std::vector<std::string> found;
    std::error_code error;
    for (fs::directory_iterator it(site_definitions(), error), end; !error && it != end;
         it.increment(error))
        if (it->is_regular_file() && it->path().extension() == ".yaml")
            found.push_back(it->path().stem().string());
    std::sort(found.begin(), found.end(), natural_less);
    return found;
}

Result<Project> find_project(const fs::path& from) {
    std::error_code error;
    for (fs::path at = fs::absolute(from, error); !at.empty(); at = at.parent_path()) {
        if (fs::exists(at / ".colo.yaml", error) || fs::is_directory(at / "standards", error))
            return Project{at};
        if (at == at.parent_path()) break;
    }
    return Failure{"no-project",
                   fmt::format("no project here or above {}", from.string()),
                   {},
                   "go to a folder that holds .colo.yaml or standards/",
                   false};
}

std::optional<Inputs> load_site(const Project& project, const fs::path& definition,
                                Sources& sources, Diagnostics& out,
                                const std::optional<StandardRef>& as_if) {
    const int before = out.errors();
    const auto document = read_document(definition, sources, out);
    if (!document) return std::nullopt;
    Inputs inputs;
    inputs.site = read_site(*document, out);
    check_file_name(project, definition, inputs.site, out);
    if (inputs.site.has_blanks) return std::nullopt;
    if (!inputs.site.standard.given() || inputs.site.standard->name.empty()) return std::nullopt;
    if (as_if) inputs.site.standard.value = *as_if;
    auto layers = read_layers(project, inputs.site.standard, sources, out);
    if (!layers) return std::nullopt;
    std::vector<fs::path> folders = layers->folders;
    inputs.standard = read_standard(*layers, inputs.site, out);
    check_misplaced(inputs.standard, *inputs.site.standard, out);
    folders.push_back(project.standards());
    Library library(std::move(folders), sources);
    load_hardware(inputs, library, out);
    check_references(inputs.standard, inputs.site, inputs.hardware, out);
    if (out.errors() != before) return std::nullopt;
    return inputs;
}

}  // namespace colo::definition
