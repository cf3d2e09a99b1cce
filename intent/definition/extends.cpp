#include "intent/definition/extends.h"

#include <algorithm>

#include "intent/base/digest.h"
#include "intent/definition/files.h"
#include "intent/definition/version_files.h"

namespace colo::definition {

namespace {

constexpr std::size_t deep = 3;  // ancestors after which nobody sees what a version says

bool is_reference(const Node& node) {
    return node.find("parameter") != nullptr ||
           (node.entries.size() == 1 && node.entries.front().key == "space");
}

bool merges(const Node& parent, const Node& child) {
    return parent.is_map() && child.is_map() && !is_reference(parent) && !is_reference(child);
}

std::vector<std::string> keys_of(const Node& map) {
    std::vector<std::string> keys;
    for (const Entry& entry : map.entries) keys.push_back(entry.key);
    return keys;
}

/// A collection's new entries are told which entry of the parent they may have meant.
void note_entries(const Node& parent, Node& child, Layers& layers) {
    for (Entry& section : child.entries) {
        const Node* below = parent.find(section.key);
        if (!below || !merges(*below, section.value)) continue;
        for (Entry& entry : section.value.entries) {
            if (below->find(entry.key))
                layers.changes[section.key + "/" + entry.key].push_back(entry.key_at);
            else
                entry.value.resembles = nearest_name(entry.key, keys_of(*below)).value_or("");
        }
    }
}

/// The dotted paths of all that a document holds, not deeper than anybody removes.
void list_paths(const Node& map, const std::string& above, int levels,
                std::vector<std::string>& out) {
    for (const Entry& entry : map.entries) {
        out.push_back(above + entry.key);
        if (levels > 1) list_paths(entry.value, out.back() + ".", levels - 1, out);
    }
}

void say_nothing_removed(const Node& item, const Node& parent, Diagnostics& out) {
    Diagnostic& problem =
        out.error("remove-nothing", item.at,
                  fmt::format("{} is not in the version that this one extends", item.text));
    std::vector<std::string> paths;
    list_paths(parent, "", 4, paths);
    if (const auto near = nearest_name(item.text, paths))
        problem.hint = fmt::format("did you mean {}?", *near);
}

std::vector<Node> items_of(const Node* list) {
    if (!list || list->kind == Node::Kind::null) return {};
    return list->is_list() ? list->items : std::vector<Node>{*list};
}

class Reading {
public:
    Reading(const Project& project, Sources& sources, Diagnostics& out)
        : project_(project), sources_(sources), out_(out) {}

    std::optional<Layers> read(const At<StandardRef>& ref) {
        const std::string name = ref->name + " " + ref->version;
        if (std::find(chain_.begin(), chain_.end(), name) != chain_.end()) {
            out_.error("extends-itself", ref.at, fmt::format("{} extends itself", chain_.front()))
                .detail = {fmt::format("{} -> {}", fmt::join(chain_, " -> "), name)};
            return std::nullopt;
        }
        chain_.push_back(name);
        const auto folder = version_folder(project_, ref, out_);
        if (!folder) return std::nullopt;
        auto document = read_document(*folder / "standard.yaml", sources_, out_);
        if (!document) return std::nullopt;
        const Node* extends = document->find("extends");
        if (!extends || extends->kind == Node::Kind::null) {
            if (const Node* remove = document->find("remove"))
                out_.error("remove-nothing", remove->at, "this version extends no other");
            return Layers{*std::move(document), {*folder}, digest_of_folder(*folder), {}, {}};
        }
        return read_above(*std::move(document), *folder, *extends);
    }

private:
    std::optional<Layers> read_above(Node child, const std::filesystem::path& folder,
                                     const Node& extends) {
        const int errors = out_.errors();
        const At<StandardRef> parent{read_value<StandardRef>(extends, out_), extends.at, {}, {}};
        if (out_.errors() != errors) return std::nullopt;
        if (chain_.size() == deep)
            out_.warning("extends-deep", extends.at,
                         fmt::format("{} stands on {} others", chain_.front(), deep))
                .hint = "write a version that states all of it: a major one may";
        auto layers = read(parent);
        if (!layers) return std::nullopt;
        put_on(*layers, std::move(child));
        layers->folders.insert(layers->folders.begin(), folder);
        Digest digest;
        digest.part(digest_of_folder(folder)).part(layers->digest);
        layers->digest = digest.hex();
        return layers;
    }

    /// What earlier versions renamed stays so; a list would replace.
    static void put_before(const Node* earlier, Node& child) {
        Node* const own = child.find("moved");
        if (!earlier || !own) return;
        std::vector<Node> all = items_of(earlier);
        for (const Node& item : items_of(own)) all.push_back(item);
        own->kind = Node::Kind::list;
        own->items = std::move(all);
    }

    void put_on(Layers& layers, Node child) {
        Node& parent = layers.document;
        const Node* said = child.find("version");
        const std::string version = said ? said->text : "a later version";
        const Node* parameters = parent.find("parameters");
        const auto before = parameters ? keys_of(*parameters) : std::vector<std::string>{};
        for (const std::string_view own : {"extends", "remove"}) remove_path(parent, own);
        for (const Node& item : items_of(child.find("remove")))
            if (!item.is_scalar())
                say_wrong_type(item, "a text", out_);
            else if (!remove_path(parent, item.text))
                say_nothing_removed(item, parent, out_);
        note_entries(parent, child, layers);
        put_before(parent.find("moved"), child);
        const SourceRange own =
            child.at;  // what is wrong with the whole is said of this version's file
        layers.document = lay_over(std::move(parent), std::move(child));
        layers.document.at = own;
        const Node* after = layers.document.find("parameters");
        for (const std::string& name : before)
            if (!after || !after->find(name)) layers.dropped[name] = version;
    }

    const Project& project_;
    Sources& sources_;
    Diagnostics& out_;
    std::vector<std::string> chain_;  // `trading-colo 2.0.0`, its parent, ...
};

}  // namespace

bool remove_path(Node& map, std::string_view path) {
    for (auto entry = map.entries.begin(); entry != map.entries.end(); ++entry) {
        if (entry->key == path) {
            map.entries.erase(entry);
            return true;
        }
        if (path.starts_with(entry->key) && path.size() > entry->key.size() &&
            path[entry->key.size()] == '.' &&
            remove_path(entry->value, path.substr(entry->key.size() + 1)))
            return true;
    }
    return false;
}

Node lay_over(Node parent, Node child) {
    if (!merges(parent, child)) return child;
    for (Entry& entry : child.entries) {
        const auto below = std::find_if(parent.entries.begin(), parent.entries.end(),
                                        [&](const Entry& one) { return one.key == entry.key; });
        if (below == parent.entries.end())
            parent.entries.push_back(std::move(entry));
        else if (merges(below->value, entry.value))
            below->value = lay_over(std::move(below->value), std::move(entry.value));
        else
            *below = std::move(entry);
    }
    return parent;
}

std::optional<Layers> read_layers(const Project& project, const At<StandardRef>& ref,
                                  Sources& sources, Diagnostics& out) {
    return Reading(project, sources, out).read(ref);
}

}  // namespace colo::definition
