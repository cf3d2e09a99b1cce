#include <fmt/format.h>

#include <map>
#include <set>
#include <string_view>
#include <unordered_map>

#include "intent/base/names.h"
#include "intent/rules/rule.h"

namespace colo::rules {

namespace {

using Pairs = std::map<std::string_view, std::vector<const Device*>, NaturalLess>;
using FeedsOfDevices = std::unordered_map<std::string_view, std::set<std::string_view>>;

Pairs pairs_of(const Intent& intent) {
    Pairs out;
    for (const Device& device : intent.devices)
        if (device.pair) out[*device.pair].push_back(&device);
    return out;
}

FeedsOfDevices feeds_of(const Intent& intent, const Pairs& pairs) {
    FeedsOfDevices out;
    for (const auto& [pair, members] : pairs)
        for (const Device* member : members) out[member->id.value];
    std::unordered_multimap<std::string_view, std::string_view>
        inside;  // by what they are put into
    for (const auto& [pair, members] : pairs)
        for (const Device* member : members)
            if (member->parent) inside.emplace(member->parent->value, member->id.value);
    for (const PowerPort& inlet : intent.power_ports) {
        if (!inlet.feed) continue;
        if (const auto found = out.find(inlet.device.value); found != out.end())
            found->second.insert(*inlet.feed);
        const auto [first, last] = inside.equal_range(inlet.device.value);
        for (auto one = first; one != last; ++one) out[one->second].insert(*inlet.feed);
    }
    return out;
}

class Check {
public:
    Check(const Intent& intent, const Constraints& constraints, Diagnostics& out)
        : pairs_(pairs_of(intent)),
          feeds_(feeds_of(intent, pairs_)),
          constraints_(constraints),
          out_(out) {}

    void run() {
        for (const auto& [pair, members] : pairs_)
            for (std::size_t i = 1; i < members.size(); ++i)
                for (std::size_t j = 0; j < i; ++j) {
                    in_one_rack(*members[j], *members[i]);
                    on_one_feed(*members[j], *members[i]);
                }
    }

private:
    Diagnostic& error(const char* code, const Device& member, const char* summary) {
        Diagnostic& one = out_.error(code, constraints_.place("roles/" + member.rule), summary);
        one.object = *member.pair;
        return one;
    }

    void in_one_rack(const Device& a, const Device& b) {
        const bool apart = constraints_.apart_in_racks.count(*a.pair) > 0;
        if (!apart || !a.rack || a.rack != b.rack) return;
        Diagnostic& one =
            error("pair-in-one-rack", b, "both members of a redundant pair stand in one rack");
        one.detail = {
            fmt::format("{} and {} ({}) both stand in {}", a.name, b.name, *a.pair, a.rack->value)};
        one.hint =
            fmt::format("make room for {} in another rack, or allow it with `apart: none`", b.name);
    }

    /// The one feed that a device hangs on; empty where it has several or none.
    std::string_view only_feed(const Device& device) const {
        const auto& feeds = feeds_.at(device.id.value);
        return feeds.size() == 1 ? *feeds.begin() : std::string_view{};
    }

    void on_one_feed(const Device& a, const Device& b) {
        const std::string_view feed = only_feed(a);
        if (feed.empty() || feed != only_feed(b)) return;
        Diagnostic& one =
            error("pair-on-one-feed", b, "both members of a redundant pair hang on one feed");
        one.detail = {
            fmt::format("{} and {} ({}) have no feed but {}", a.name, b.name, *a.pair, feed)};
        one.hint = fmt::format(
            "cord {} to another feed; where there is none, waive this in the site's exceptions",
            b.name);
    }

    Pairs pairs_;
    FeedsOfDevices feeds_;
    const Constraints& constraints_;
    Diagnostics& out_;
};

void check(const Subject& subject, Diagnostics& out) {
    Check(subject.intent, subject.constraints, out).run();
}

}  // namespace

Rule pairs_are_apart() {
    return {"pairs-are-apart",
            "the members of a redundant pair share no rack, where they are to be apart, and do not "
            "hang on one feed alone",
            {"pair-in-one-rack", "pair-on-one-feed"},
            check};
}

}  // namespace colo::rules
