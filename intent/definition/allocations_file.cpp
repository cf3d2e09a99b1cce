#include "intent/definition/allocations_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "intent/base/suggestion.h"
#include "intent/definition/files.h"
#include "intent/definition/scalars.h"
#include "intent/model/allocation_forms.h"

namespace colo::definition {

namespace {

constexpr std::string_view format = "colo-allocations/1";

bool is_plain(std::string_view text) {
    constexpr std::string_view safe =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    constexpr std::string_view inner =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789./:_- ";
    return !text.empty() && safe.find(text.front()) != std::string_view::npos &&
           text.find_first_not_of(inner) == std::string_view::npos && text.back() != ' ' &&
           text.back() != ':' && text.find(": ") == std::string_view::npos && text != "null" &&
           text != "Null" && text != "NULL";
}

/// Plain where YAML reads it as it stands, else in quotes.
std::string scalar(std::string_view text) {
    if (is_plain(text)) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "\"";
}

void add_kind(std::string& text, AllocationKind kind, std::vector<const Allocation*> of_kind) {
    if (of_kind.empty()) return;
    std::sort(of_kind.begin(), of_kind.end(), [](const Allocation* a, const Allocation* b) {
        return natural_less(a->identity, b->identity);
    });
    text += fmt::format("  {}:\n", to_text(kind));
    for (const Allocation* one : of_kind)
        text += fmt::format("    {}: {}\n", scalar(one->identity), scalar(one->value));
}

class Reading {
public:
    Reading(const Node& document, Diagnostics& out) : document_(document), out_(out) {}

    AllocationsFile read() {
        const Node* allocations = read_head();
        if (allocations) read_kinds(*allocations);
        std::sort(file_.entries.begin(), file_.entries.end(),
                  [](const auto& a, const auto& b) { return *a < *b; });
        find_clashes();
        return std::move(file_);
    }

private:
    /// The node of the allocations themselves, if there is one.
    const Node* read_head() {
        if (!document_.is_map()) {
            say_wrong_type(document_, "a map", out_);
            return nullptr;
        }
        FieldReader reader(document_, out_);
        At<std::string> said;
        Node allocations;
        reader.required("format", said, "");
        reader.required("site", file_.site, "");
        reader.optional("revision", file_.head.revision, "");
        reader.optional("lineage", file_.head.lineage, "");
        reader.optional("epoch", file_.head.epoch, "");
        reader.required("allocations", allocations, "");
        reader.finish();
        file_.head.site = *file_.site;
        if (said.given() && *said != format)
            out_.error("unknown-format", said.at, fmt::format("{} is not {}", *said, format)).hint =
                fmt::format("this version of colo reads format: {}", format);
        return document_.find("allocations");
    }

    void read_kinds(const Node& kinds) {
        if (!kinds.is_map()) return say_wrong_type(kinds, "a map by kind of allocation", out_);
        for (const Entry& entry : kinds.entries) {
            const auto kind = read_allocation_kind(entry.key);
            if (!kind) {
                out_.error("unknown-key", entry.key_at,
                           fmt::format("unknown kind of allocation {}", entry.key))
                    .hint = suggestion(entry.key, allocation_kind_names());
            } else if (entry.value.is_map()) {
                for (const Entry& one : entry.value.entries) read_entry(*kind, one);
            } else if (entry.value.kind != Node::Kind::null) {
                say_wrong_type(entry.value, "a map by identity", out_);
            }
        }
    }

    void read_entry(AllocationKind kind, const Entry& entry) {
        if (entry.value.kind == Node::Kind::null) return;  // said by the YAML reader
        if (!entry.value.is_scalar()) return say_wrong_type(entry.value, "a text", out_);
        Allocation made{kind, entry.key, entry.value.text};
        if (const auto form = fault_of_form(made)) {
            Diagnostic& problem = out_.error(
                "bad-allocation", entry.value.at,
                fmt::format("{} cannot be the {} of {}", made.value, to_text(kind), made.identity));
            problem.object = made.identity;
            problem.hint = *form;
            return;
        }
        if (made.identity.empty()) return say_bad_name(entry, out_);
        file_.entries.push_back({std::move(made), entry.key_at, {}, {}});
    }

    /// Each thing has one owner. Of many clashes of two owners the first is told.
    void find_clashes() {
        const Allocations all = file_.allocations();
        std::unordered_map<std::string, const At<Allocation>*> owners;
        for (const auto& one : file_.entries) {
            std::vector<std::string> claims = claims_of(*one);
            if (one->kind == AllocationKind::host)
                if (auto claim = claim_of_host(*one, all)) claims.push_back(*std::move(claim));
            for (const std::string& claim : claims) {
                const auto [first, is_new] = owners.emplace(claim, &one);
                if (is_new || first->second == &one) continue;
                say_clash(*first->second, one, claim);
                break;
            }
        }
    }

    void say_clash(const At<Allocation>& first, const At<Allocation>& second,
                   const std::string& claim) {
        const auto& [earlier, later] =
            first.at < second.at ? std::pair(&first, &second) : std::pair(&second, &first);
        Diagnostic& problem = out_.error(
            "allocation-clash", later->at,
            fmt::format("{} and {} both have {}", (*earlier)->identity, (*later)->identity, claim));
        problem.object = (*later)->identity;
        problem.notes = {{earlier->at, fmt::format("{} has it here", (*earlier)->identity)}};
        problem.hint = "give one of the two another value, or take it out: then colo chooses";
    }

    const Node& document_;
    Diagnostics& out_;
    AllocationsFile file_;
};

}  // namespace

std::string to_yaml(const AllocationsHead& head, const Allocations& allocations) {
    std::string text = fmt::format(
        "# What was decided for {0} and is kept: for each kind, identity and value. Written by "
        "colo allocations export {0}.\nformat: {1}\nsite: {2}\n",
        head.site, format, scalar(head.site));
    if (head.revision > 0) text += fmt::format("revision: {}\n", head.revision);
    if (!head.lineage.empty())
        text += fmt::format("lineage: {}\nepoch: {}\n", scalar(head.lineage), head.epoch);
    if (allocations.empty()) return text + "allocations: {}\n";
    text += "allocations:\n";
    std::vector<std::string> kinds = allocation_kind_names();
    std::sort(kinds.begin(), kinds.end());
    for (const std::string& name : kinds) {
        const AllocationKind kind = *read_allocation_kind(name);
        std::vector<const Allocation*> of_kind;
        for (const Allocation& one : allocations)
            if (one.kind == kind) of_kind.push_back(&one);
        add_kind(text, kind, std::move(of_kind));
    }
    return text;
}

Allocations AllocationsFile::allocations() const {
    Allocations all;
    all.reserve(entries.size());
    for (const auto& one : entries) all.push_back(*one);
    return all;
}

std::optional<AllocationsFile> read_allocations(const std::filesystem::path& path, Sources& sources,
                                                Diagnostics& out) {
    const int before = out.errors();
    const auto document =
        read_document(path, shown_path(path), Policy::strict, sources, out, of_allocations);
    if (!document) return std::nullopt;
    AllocationsFile file = Reading(*document, out).read();
    if (out.errors() != before) return std::nullopt;
    return file;
}

}  // namespace colo::definition
