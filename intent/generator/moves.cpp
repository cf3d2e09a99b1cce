#include "intent/generator/moves.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "intent/base/names.h"

namespace colo::generator {

namespace {

using definition::MovedEntry;

constexpr std::array kinds{NameOf::device, NameOf::cabling, NameOf::network, NameOf::group};

std::string_view word(NameOf kind) {
    constexpr std::array<std::string_view, 4> words{"a role", "a cabling rule", "a network",
                                                    "a group"};
    return words[static_cast<std::size_t>(kind)];
}

std::string_view before(std::string_view text, char mark) {
    return text.substr(0, text.find(mark));
}

/// What earlier allocations know, by kind of name: devices, cabling rules, networks with their
/// scopes, groups.
using Known = std::array<std::set<std::string>, kinds.size()>;

Known known_of(const Allocations& allocations) {
    Known known;
    const auto add = [&](NameOf kind, std::string_view text) {
        known[static_cast<std::size_t>(kind)].emplace(text);
    };
    for (const Allocation& one : allocations) switch (one.kind) {
            case AllocationKind::number:
                if (!one.identity.starts_with("pair.")) add(NameOf::device, one.identity);
                break;
            case AllocationKind::label: add(NameOf::cabling, before(one.identity, '/')); break;
            case AllocationKind::prefix:
            case AllocationKind::vlan:
            case AllocationKind::host: add(NameOf::network, before(one.identity, '/')); break;
            case AllocationKind::group: add(NameOf::group, before(one.identity, '/')); break;
            default: break;
        }
    return known;
}

class Carrying {
public:
    Carrying(const definition::Inputs& inputs, const Allocations& earlier, const Sources& sources,
             Diagnostics& out)
        : inputs_(inputs), sources_(sources), out_(out), carried_{earlier, {}} {
        const auto& standard = inputs.standard;
        add_names(NameOf::device, standard.roles);
        add_names(NameOf::cabling, standard.cabling);
        add_names(NameOf::network, standard.networks);
        add_names(NameOf::group, standard.groups);
        targets_ = names_;
        std::for_each(standard.moved.rbegin(), standard.moved.rend(),
                      [&](const MovedEntry& entry) { add_passing(entry); });
    }

    void all() {
        for (const MovedEntry& entry : inputs_.standard.moved)
            carry(entry, entry.at.file == inputs_.standard.at.file ? Owner::standard
                                                                   : Owner::version_below);
        for (const MovedEntry& entry : inputs_.site.moved) carry(entry, Owner::site);
    }

    Carried carried() && { return std::move(carried_); }

private:
    enum class Owner { version_below, standard, site };

    template <class Map>
    void add_names(NameOf kind, const Map& entries) {
        for (const auto& [name, entry] : entries) names_of(kind).insert(name);
    }
    /// A name that one version gave and a later one changed again.
    void add_passing(const MovedEntry& entry) {
        for (auto& names : targets_)
            if (names.contains(std::string(before(*entry.to, '.'))) && entry.from->ends_with(".*"))
                names.insert(entry.from->substr(0, entry.from->size() - 2));
    }

    std::set<std::string>& targets_of(NameOf kind) {
        return targets_[static_cast<std::size_t>(kind)];
    }
    std::set<std::string>& names_of(NameOf kind) { return names_[static_cast<std::size_t>(kind)]; }

    /// The longest name that something can move to and that an identity begins with; empty where
    /// none does.
    std::string name_in(NameOf kind, std::string_view identity) {
        std::string longest;
        for (const std::string& name : targets_of(kind))
            if (name.size() > longest.size() && belongs_to(identity, name)) longest = name;
        return longest;
    }

    void carry(const MovedEntry& entry, Owner owner) {
        const auto pairs = pairs_of(entry);
        if (!pairs) return;
        bool has_name = false, has_met = false;
        const Known known = known_of(carried_.allocations);
        retired_.clear();
        for (const Allocation& one : carried_.allocations)
            if (one.kind == AllocationKind::retired && one.value == "moved")
                retired_.insert(one.identity);
        for (const NameOf kind : kinds) {
            auto rename = rename_of(entry, kind, *pairs);
            if (!rename) continue;
            has_name = true;
            has_met |= carry_kind(entry, owner, *std::move(rename), known);
        }
        if (!has_name && owner != Owner::version_below) return say_unknown(entry);
        if (has_met || owner != Owner::site || carried_.allocations.empty()) return;
        Diagnostic& problem =
            out_.error("moved-nothing", entry.from.at,
                       fmt::format("this site has neither {} nor {}", *entry.from, *entry.to));
        problem.hint = "correct the identities (colo list shows them), or take the entry out";
    }

    /// From and to, ranges expanded; nothing where they are not of one length.
    std::optional<std::vector<std::pair<std::string, std::string>>>
    pairs_of(const MovedEntry& entry) {
        const NameList from = expand_names(*entry.from), to = expand_names(*entry.to);
        for (const auto& [list, side] : {std::pair{&from, &entry.from}, {&to, &entry.to}})
            if (!list->error.empty()) {
                out_.error("bad-range", side->at, fmt::format("{}: {}", **side, list->error));
                return std::nullopt;
            }
        const auto stars = [](const std::string& text) {
            return std::count(text.begin(), text.end(), '*');
        };
        std::string unlike;
        if (*entry.from == *entry.to ||
            std::set(from.names.begin(), from.names.end()).size() < from.names.size())
            unlike = "each identity moves once, and to another";
        else if (from.names.size() != to.names.size())
            unlike = fmt::format("{} and {}", count_of(from.names.size(), "identity", "identities"),
                                 count_of(to.names.size(), "identity", "identities"));
        else if (stars(*entry.from) != stars(*entry.to))
            unlike = "not as many * on one side as on the other";
        if (!unlike.empty()) {
            clash(entry, fmt::format("{} and {} do not match", *entry.from, *entry.to), unlike,
                  "ranges and * bind in order: write as many on both sides");
            return std::nullopt;
        }
        std::vector<std::pair<std::string, std::string>> pairs;
        for (std::size_t i = 0; i < from.names.size(); ++i)
            pairs.emplace_back(from.names[i], to.names[i]);
        return pairs;
    }

    /// The entry as one of a kind of name; nothing where `to` is no such name.
    std::optional<Rename> rename_of(const MovedEntry& entry, NameOf kind,
                                    std::vector<std::pair<std::string, std::string>> pairs) {
        Rename rename{kind, false, std::move(pairs), {}, {}};
        rename.because = fmt::format("{}  moved {} -> {}", sources_.where(entry.at, false),
                                     *entry.from, *entry.to);
        auto& [from, to] = rename.pairs.front();
        if (rename.pairs.size() == 1 && from.ends_with(".*") && to.ends_with(".*") &&
            targets_of(kind).contains(to.substr(0, to.size() - 2))) {
            rename.whole = true;
            from.resize(from.size() - 2), to.resize(to.size() - 2);
        }
        rename.name = name_in(kind, to);
        if (rename.name.empty()) return std::nullopt;
        if (rename.whole)
            for (const auto* names : {&names_of(kind), &targets_of(kind)})
                for (const std::string& name : *names)
                    if (name.size() > from.size() && name.starts_with(from) &&
                        (name[from.size()] == '.' || name[from.size()] == '-'))
                        rename.others.push_back(name);
        return rename;
    }

    /// Whether the site had or has what the rename is about.
    bool carry_kind(const MovedEntry& entry, Owner owner, Rename rename, const Known& known) {
        const auto& there = known[static_cast<std::size_t>(rename.named)];
        if (rename.whole && names_of(rename.named).contains(rename.pairs.front().first)) {
            if (owner == Owner::version_below)
                check_name_used_again(entry, rename, there);
            else
                clash(entry,
                      fmt::format("{} is still {}", rename.pairs.front().first, word(rename.named)),
                      {}, "take it out of the standard, or name the identities that move");
            return true;
        }
        Renames one;
        one.add(rename);
        std::vector<std::pair<std::string, std::string>> met;
        bool is_done = false;
        for (const std::string& name : there) {
            const Renamed now = one.token(rename.named, name);
            if (now.by && now.text != name) met.emplace_back(name, now.text);
            is_done = is_done || is_target(rename, name);
        }
        std::set<std::string_view> targets;
        for (const auto& [from, to] : met)
            if (there.contains(to) || !targets.insert(to).second) {
                clash(entry, fmt::format("{} cannot become {}: that is there already", from, to),
                      {}, "choose identities that the site never had");
                return true;
            }
        for (const auto& [from, to] : rename.pairs)
            for (const std::string& gone : retired_) is_done |= bound_to(from, gone).has_value();
        for (const auto& [from, to] : met)
            if (changes_sides(rename, from, to)) {
                clash(entry,
                      fmt::format("{} cannot become {}: it would be the other member of its pair",
                                  from, to),
                      {},
                      "members 1 stay members 1: move to ordinals that are odd where these are, "
                      "and even where these are");
                return true;
            }
        // Networks without decisions of their own are renamed, too: a plan compares them.
        if (!met.empty() || rename.whole) take(entry, rename, one, met);
        return is_done || !met.empty() || (rename.whole && rename.named == NameOf::network);
    }

    static bool is_target(const Rename& rename, const std::string& name) {
        if (rename.whole) return belongs_to(name, rename.name);
        return std::any_of(rename.pairs.begin(), rename.pairs.end(), [&](const auto& pair) {
            return bound_to(pair.second, name).has_value();
        });
    }

    /// An earlier version renamed what a later one uses as a name again: whose is what the site
    /// has?
    void check_name_used_again(const MovedEntry& entry, const Rename& rename,
                               const std::set<std::string>& there) {
        const auto& [from, to] = rename.pairs.front();
        const auto has = [&](const std::string& name) {
            return std::any_of(there.begin(), there.end(),
                               [&](const std::string& one) { return belongs_to(one, name); });
        };
        if (has(from) && !has(to) && names_of(rename.named).contains(to))
            clash(entry,
                  fmt::format("{} became {} in a version below, and {} is a name again", from, to,
                              from),
                  {}, "take this site to a version in between first");
    }

    /// Whether a member 1 would become a member 2.
    bool changes_sides(const Rename& rename, const std::string& from, const std::string& to) const {
        const auto role = inputs_.standard.roles.find(rename.name);
        return !rename.whole && rename.named == NameOf::device &&
               role != inputs_.standard.roles.end() &&
               role->second.redundancy == definition::Redundancy::pair && is_ordinal(from) &&
               is_ordinal(to) && (from.back() - to.back()) % 2 != 0;
    }

    void take(const MovedEntry& entry, const Rename& rename, const Renames& one,
              const std::vector<std::pair<std::string, std::string>>& met) {
        for (Allocation& allocation : carried_.allocations)
            allocation = one.allocation(std::move(allocation));
        if (rename.named == NameOf::device)  // what an earlier entry moved goes on from there
            for (MovedDevice& earlier : carried_.devices) earlier.to = one.device(earlier.to).text;
        if (rename.named == NameOf::device && !rename.whole)
            for (const auto& [from, to] : met) {
                carried_.devices.push_back({from, to, entry.to.at});
                if (is_ordinal(from))
                    carried_.allocations.push_back({AllocationKind::retired, from, "moved"});
            }
        std::sort(carried_.allocations.begin(), carried_.allocations.end());
        carried_.renames.add(rename);
    }

    /// Whether it is one of several of a role: a moved-away ordinal does not come back.
    static bool is_ordinal(const std::string& id) {
        const std::size_t dot = id.rfind('.');
        return dot != std::string::npos &&
               id.find_first_not_of("0123456789", dot + 1) == std::string::npos;
    }

    void clash(const MovedEntry& entry, std::string summary, std::string detail, std::string hint) {
        Diagnostic& problem = out_.error("moved-clash", entry.at, std::move(summary));
        if (!detail.empty()) problem.detail = {std::move(detail)};
        problem.hint = std::move(hint);
    }

    void say_unknown(const MovedEntry& entry) {
        std::vector<std::string> all;
        for (const auto& names : names_) all.insert(all.end(), names.begin(), names.end());
        const std::string name(before(*entry.to, '.'));
        Diagnostic& problem = out_.error(
            "moved-nothing", entry.to.at,
            fmt::format("{} is no role, cabling rule, network or group of the standard", name));
        if (const auto near = nearest_name(name, all))
            problem.hint = fmt::format("did you mean {}?", *near);
    }

    const definition::Inputs& inputs_;
    const Sources& sources_;
    Diagnostics& out_;
    std::array<std::set<std::string>, kinds.size()> names_, targets_;
    std::set<std::string> retired_;  ///< moved away before
    Carried carried_;
};

}  // namespace

Carried carry_over(const definition::Inputs& inputs, const Allocations& earlier,
                   const Sources& sources, Diagnostics& out) {
    Carrying carrying(inputs, earlier, sources, out);
    carrying.all();
    return std::move(carrying).carried();
}

}  // namespace colo::generator
