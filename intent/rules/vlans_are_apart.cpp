#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "intent/rules/rule.h"

namespace colo::rules {

namespace {

class Check {
public:
    Check(const Subject& subject, Diagnostics& out) : subject_(subject), out_(out) {
        for (const Vlan& vlan : subject.intent.vlans) by_id_.try_emplace(vlan.id.value, &vlan);
    }

    void in_scopes() {
        std::map<std::pair<std::string_view, std::int64_t>, const Vlan*> holders;
        for (const Vlan& vlan : subject_.intent.vlans) {
            const auto [first, is_new] = holders.try_emplace({vlan.scope, vlan.vid}, &vlan);
            if (!is_new) report(*first->second, vlan, "scope " + vlan.scope);
        }
    }

    /// Frames of two networks with one tag cannot be told apart on a port, whatever their scopes.
    void on_ports() {
        std::vector<const Vlan*> here;
        for (const Interface& interface : subject_.intent.interfaces) {
            if (interface.tagged_vlans.size() + (interface.vlan ? 1 : 0) < 2) continue;
            here.clear();
            if (interface.vlan) add(interface.vlan->value, here);
            for (const std::string& vlan : interface.tagged_vlans) add(vlan, here);
            std::sort(here.begin(), here.end(), [](const Vlan* a, const Vlan* b) {
                return std::tie(a->vid, a->id) < std::tie(b->vid, b->id);
            });
            for (std::size_t i = 1; i < here.size(); ++i)
                if (here[i - 1] != here[i] && here[i - 1]->vid == here[i]->vid)
                    report(*here[i - 1], *here[i], interface.id.value);
        }
    }

private:
    void add(std::string_view vlan, std::vector<const Vlan*>& out) const {
        if (const auto found = by_id_.find(vlan); found != by_id_.end())
            out.push_back(found.value());
    }

    void report(const Vlan& first, const Vlan& second, const std::string& where) {
        if (!told_.emplace(first.id.value, second.id.value).second) return;
        Diagnostic& one =
            out_.error("vlan-taken", subject_.constraints.place("networks/" + second.rule),
                       "two networks have one VLAN id where they meet");
        one.object = second.id.value;
        one.detail = {fmt::format("{} and {} are both VLAN {} in {}", first.id.value,
                                  second.id.value, second.vid, where)};
        if (const SourceRange other = subject_.constraints.place("networks/" + first.rule);
            other.known() && first.rule != second.rule)
            one.notes.push_back({other, "the network of " + first.id.value});
        one.hint = "give one of them another `vlan`, or a range to take a free one from";
    }

    const Subject& subject_;
    FlatMap<std::string_view, const Vlan*> by_id_;
    std::set<std::pair<std::string_view, std::string_view>> told_;
    Diagnostics& out_;
};

void check(const Subject& subject, Diagnostics& out) {
    Check one(subject, out);
    one.in_scopes();
    one.on_ports();
}

}  // namespace

Rule vlans_are_apart() {
    return {"vlans-are-apart",
            "networks of one scope, and those that meet on a port, have VLAN ids of their own",
            {"vlan-taken"},
            check};
}

}  // namespace colo::rules
