// The values that completion offers: from the project's files and from the store.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "intent/base/names.h"
#include "intent/definition/version_files.h"
#include "intent/exporters/exporter.h"
#include "intent/model/describe.h"
#include "intent/store/fleet.h"
#include "tools/colo/completion.h"
#include "tools/colo/kinds.h"
#include "tools/colo/workspace.h"

namespace colo::tool {

namespace fs = std::filesystem;

namespace {

using Words = std::vector<std::string>;
using Candidates = std::vector<Candidate>;

Arguments store_of(const Words& words) {
    Arguments arguments;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (words[i] == "--store") arguments.options["store"] = words[i + 1];
        if (words[i].starts_with("--store=")) arguments.options["store"] = words[i].substr(8);
    }
    return arguments;
}

Candidates sites(const Words& words) {
    if (words.front() == "new") return {};  // it is to be another one
    std::set<std::string, NaturalLess> names;
    if (const auto project = definition::find_project(fs::current_path()))
        for (const std::string& site : project->sites()) names.insert(site);
    if (const auto store = open_store(store_of(words), store::Missing::empty))
        if (const auto stored = store->sites()) names.insert(stored->begin(), stored->end());
    Candidates all;
    for (const std::string& name : names) all.push_back({name, ""});
    return all;
}

Candidates standards() {
    Candidates all;
    if (const auto project = definition::find_project(fs::current_path()))
        for (const auto& one : definition::published_standards(*project))
            all.push_back({one.name + "@" + one.version, ""});
    return all;
}

/// What lies in the folder of the path that is being typed; folders end with a slash.
Candidates files(const Words& words) {
    const std::string& typed = words.back();
    const std::size_t value = typed.starts_with("--") ? typed.find('=') + 1 : 0;
    const std::string path = typed.substr(value);
    const std::string folder = path.substr(0, path.rfind('/') + 1);
    Candidates all;
    std::error_code error;
    for (fs::directory_iterator it(folder.empty() ? "." : folder, error), end; !error && it != end;
         it.increment(error)) {
        const std::string name = it->path().filename().string();
        if (!name.starts_with('.'))
            all.push_back({folder + name + (it->is_directory(error) ? "/" : ""), ""});
    }
    std::sort(all.begin(), all.end(),
              [](const auto& a, const auto& b) { return natural_less(a.word, b.word); });
    return all;
}

Candidates formats() {
    Candidates all;
    for (const auto& exporter : exporters::all_exporters())
        all.push_back({std::string(exporter.name), ""});
    return all;
}

/// What any stored site offers.
Candidates capabilities(const Words& words) {
    std::set<std::string> names;
    if (const auto store = open_store(store_of(words), store::Missing::empty))
        if (const auto fleet = store->fleet())
            for (const store::StoredSite& site : *fleet)
                names.insert(site.head.capabilities.begin(), site.head.capabilities.end());
    Candidates all;
    for (const std::string& name : names) all.push_back({name, ""});
    return all;
}

Candidates kinds() {
    Candidates all;
    for (const auto& [name, kind] : listed_kinds()) all.push_back({name, ""});
    return all;
}

Candidates revisions(const Words& words) {
    Candidates all;
    if (const auto store = open_store(store_of(words), store::Missing::empty))
        if (const auto log = store->log(words[1]))
            for (const auto& entry : *log)
                all.push_back({std::to_string(entry.number), entry.at + "  " + entry.reason});
    return all;
}

/// `DEVICE:PORT` for the device that was typed.
Candidates ports_of(const Intent& intent, const std::string& device) {
    DeviceId id(device);
    for (const Device& one : intent.devices)
        if (one.name == device) id = one.id;
    Candidates all;
    for_each_table(intent, [&](const char*, const auto& table) {
        for (const auto& object : table)
            if constexpr (requires {
                              object.device;
                              object.cable;
                              object.type;
                          })
                if (object.device == id) all.push_back({device + ":" + object.name, object.type});
    });
    return all;
}

Candidates objects(const Words& words) {
    const auto base = stored_site(store_of(words), words[1]);
    if (!base) return {};
    const std::string& typed = words.back();
    if (const std::size_t colon = typed.find(':'); colon != std::string::npos)
        return ports_of(base->intent, typed.substr(0, colon));
    Candidates all;
    for (const Rack& rack : base->intent.racks) all.push_back({rack.id.value, "rack"});
    for (const Device& device : base->intent.devices)
        all.push_back({device.name, device.model + " " + device.id.value});
    for (const Circuit& circuit : base->intent.circuits)
        all.push_back({circuit.id.value, circuit.kind});
    if (typed.empty()) return all;  // thousands of others would hide these
    for (const Device& device : base->intent.devices) all.push_back({device.id.value, device.name});
    for (const Cable& cable : base->intent.cables) all.push_back({cable.label, cable.id.value});
    for (const Prefix& prefix : base->intent.prefixes)
        all.push_back({prefix.id.value, to_text(prefix.prefix)});
    for (const Session& session : base->intent.sessions)
        all.push_back({session.id.value, session.kind});
    return all;
}

}  // namespace

std::vector<Candidate> values_of(std::string_view kind, const Words& words) {
    const bool has_site = words.size() > 2;
    if (kind == "SITE") return sites(words);
    if (kind == "FILE") return files(words);
    if (kind.starts_with("NAME")) return standards();
    if (kind == "CAPABILITY") return capabilities(words);
    if (kind == "FORMAT") return formats();
    if (kind == "KIND") return kinds();
    if (kind == "REVISION" && has_site) return revisions(words);
    if (kind == "OBJECT" && has_site) return objects(words);
    return {};
}

}  // namespace colo::tool
