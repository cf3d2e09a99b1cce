// Any one rack, feed or device of a role may be lost, where the standard says so: every end device
// (one that passes no network on) that is left still has a way to the gateways that it had.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "intent/base/names.h"
#include "intent/rules/each_lost.h"
#include "intent/rules/network_paths.h"
#include "intent/rules/rule.h"

namespace colo::rules {

namespace {

/// What may be lost: devices in groups, each lost as a whole.
struct Risks {
    std::string_view kind;                 ///< rack, feed, or a role
    std::vector<std::uint32_t> of_device;  ///< by place in Intent::devices
    std::vector<std::string_view> names;   ///< by group
};

class Grouping {
public:
    Grouping(std::string_view kind, std::size_t devices) : risks_{kind, {}, {}} {
        risks_.of_device.assign(devices, no_group);
    }

    void put(std::size_t device, std::string_view name) {
        const auto [found, is_new] =
            groups_.try_emplace(name, static_cast<std::uint32_t>(risks_.names.size()));
        if (is_new) risks_.names.push_back(name);
        risks_.of_device[device] = found.value();
    }
    Risks take() { return std::move(risks_); }

private:
    Risks risks_;
    FlatMap<std::string_view, std::uint32_t> groups_;
};

/// A feed is lost wherever it goes. What has another one goes on, and what may hang on a single
/// feed because the site says so is not counted.
Risks lost_feeds(const Subject& subject) {
    const auto& devices = subject.intent.devices;
    struct Feeds {
        std::string_view first;
        bool several = false;
    };
    FlatMap<std::string_view, Feeds> feeds;
    for (const PowerPort& inlet : subject.intent.power_ports) {
        if (!inlet.feed) continue;
        const auto [found, is_new] = feeds.try_emplace(inlet.device.value, Feeds{*inlet.feed});
        if (!is_new && found.value().first != *inlet.feed) found.value().several = true;
    }
    Grouping grouping("feed", devices.size());
    for (std::size_t i = 0; i < devices.size(); ++i) {
        const auto found =  // a device in a bay goes with what it is put into
            feeds.find(devices[i].parent ? devices[i].parent->value : devices[i].id.value);
        if (found == feeds.end() || found.value().several) continue;
        if (devices[i].rack && subject.constraints.single_feed_accepted.contains(*devices[i].rack))
            continue;
        grouping.put(i, found.value().first);
    }
    return grouping.take();
}

Risks risks_of(const Subject& subject, std::string_view kind) {
    if (kind == "feed") return lost_feeds(subject);
    const auto& devices = subject.intent.devices;
    Grouping grouping(kind, devices.size());
    FlatMap<std::string_view, bool> of_role;
    for (const Device& device : devices)
        if (device.role && *device.role == kind) of_role.try_emplace(device.id.value, true);
    for (std::size_t i = 0; i < devices.size(); ++i)
        if (kind == "rack" && devices[i].rack)
            grouping.put(i, devices[i].rack->value);
        else if (devices[i].role && *devices[i].role == kind)
            grouping.put(i, devices[i].id.value);
        else if (devices[i].parent && of_role.find(devices[i].parent->value) != of_role.end())
            grouping.put(i, devices[i].parent->value);  // lost with what it is put into
    return grouping.take();
}

struct Failed {
    std::string_view lost;
    std::uint32_t first_device = 0;
    std::size_t devices = 0;
};

/// One network under one kind of risk.
class Trial {
public:
    Trial(const Network& network, const Risks& risks, const std::vector<bool>& passes_on)
        : network_(network), risks_(risks), passes_on_(passes_on) {}

    std::vector<Failed> run() {
        if (network_.gateways.empty()) return {};
        led_ = network_.led_to_gateway();
        gather_users();
        make_graph();
        each_lost(graph_, static_cast<std::uint32_t>(members_.size()),
                  [&](std::uint32_t group, const Unions& unions) { lose(group, unions); });
        std::sort(failed_.begin(), failed_.end(),
                  [](const Failed& a, const Failed& b) { return natural_less(a.lost, b.lost); });
        return std::move(failed_);
    }

private:
    /// An end device in the network, and whom it reaches the gateway by.
    struct User {
        std::uint32_t device;
        std::vector<std::uint32_t> at;
    };

    void gather_users() {
        FlatMap<std::uint32_t, std::uint32_t> places;
        users_at_.resize(network_.passers.size());
        for (const NetworkEnd& end : network_.ends)
            for (const std::uint32_t passer : end.at) {
                if (!led_[passer] || passes_on_[end.device]) continue;
                const auto [found, is_new] =
                    places.try_emplace(end.device, static_cast<std::uint32_t>(users_.size()));
                if (is_new) users_.push_back({end.device, {}});
                users_[found.value()].at.push_back(passer);
                users_at_[passer].push_back(found.value());
            }
        told_.assign(users_.size(), no_group);
    }

    /// The passers that lead to a gateway, and one vertex more that stands for all gateways.
    void make_graph() {
        const auto gateway = static_cast<std::uint32_t>(network_.passers.size());
        FlatMap<std::uint32_t, std::uint32_t> local;
        for (std::uint32_t passer = 0; passer < gateway; ++passer) {
            const std::uint32_t group = risks_.of_device[network_.passers[passer]];
            std::uint32_t place = no_group;
            if (group != no_group && led_[passer]) {
                const auto [found, is_new] =
                    local.try_emplace(group, static_cast<std::uint32_t>(members_.size()));
                if (is_new) members_.emplace_back(), groups_.push_back(group);
                place = found.value();
                members_[place].push_back(passer);
            }
            graph_.groups.push_back(place);
        }
        graph_.groups.push_back(no_group);
        graph_.edges = network_.links;
        for (const std::uint32_t passer : network_.gateways)
            graph_.edges.push_back({passer, gateway});
        reached_ = 1 + static_cast<std::size_t>(std::count(led_.begin(), led_.end(), true));
    }

    void lose(std::uint32_t group, const Unions& unions) {
        const auto gateway = static_cast<std::uint32_t>(network_.passers.size());
        Failed failed{risks_.names[groups_[group]], 0, 0};
        const auto off = [&](std::uint32_t passer) {
            return graph_.groups[passer] == group || !unions.connected(passer, gateway);
        };
        const auto look_at_users_of = [&](std::uint32_t passer) {
            for (const std::uint32_t place : users_at_[passer]) {
                const User& user = users_[place];
                if (told_[place] == group || risks_.of_device[user.device] == groups_[group])
                    continue;
                told_[place] = group;
                if (!std::all_of(user.at.begin(), user.at.end(), off)) continue;
                if (failed.devices++ == 0 || user.device < failed.first_device)
                    failed.first_device = user.device;
            }
        };
        for (const std::uint32_t passer : members_[group]) look_at_users_of(passer);
        if (unions.size(gateway) + members_[group].size() != reached_)  // others are cut off, too
            for (std::uint32_t passer = 0; passer < gateway; ++passer)
                if (led_[passer] && graph_.groups[passer] != group && off(passer))
                    look_at_users_of(passer);
        if (failed.devices > 0) failed_.push_back(failed);
    }

    const Network& network_;
    const Risks& risks_;
    const std::vector<bool>& passes_on_;
    std::vector<bool> led_;
    std::vector<User> users_;
    std::vector<std::vector<std::uint32_t>> users_at_;  // by passer
    std::vector<std::uint32_t> told_;                   // by user: the group it was looked at for
    Graph graph_;
    std::vector<std::vector<std::uint32_t>> members_;  // passers of each group
    std::vector<std::uint32_t> groups_;                // of each of these: its place in Risks
    std::size_t reached_ = 0;
    std::vector<Failed> failed_;
};

std::string hint_of(std::string_view kind) {
    if (kind == "feed") return "cord what they hang on to two feeds";
    if (kind == "rack") return "cable them, or what they hang on, to devices in two racks";
    return fmt::format("cable them to two of the role {}", kind);
}

void report(const Subject& subject, const Network& network, std::string_view kind,
            const std::vector<Failed>& failed, Diagnostics& out) {
    constexpr std::size_t named = 5;
    Diagnostic& one = out.error("single-point-of-failure", subject.constraints.place("survives"),
                                fmt::format("not every {} may be lost", kind));
    one.object = std::string(failed.front().lost);
    for (std::size_t i = 0; i < failed.size() && i < named; ++i) {
        const Device& first = subject.intent.devices[failed[i].first_device];
        const std::size_t others = failed[i].devices - 1;
        one.detail.push_back(fmt::format(
            "without {}, {}{} {} no way to the gateway of {}", failed[i].lost, first.name,
            others == 0 ? ""
                        : fmt::format(" and {}", count_of(others, "other device", "other devices")),
            others == 0 ? "has" : "have", network.id));
    }
    if (failed.size() > named)
        one.detail.push_back(fmt::format("and so it is without {} others of {}",
                                         with_thousands(failed.size() - named), kind));
    if (const SourceRange at = subject.constraints.place("networks/" + std::string(network.entry));
        at.known())
        one.notes.push_back({at, fmt::format("network {}", network.entry)});
    one.hint = hint_of(kind);
}

/// By device, whether it passes any network on: then it is no end device.
std::vector<bool> devices_that_pass_on(const Subject& subject) {
    std::vector<bool> out(subject.intent.devices.size(), false);
    for (const Network& network : subject.paths->networks())
        for (const std::uint32_t device : network.passers) out[device] = true;
    return out;
}

void check(const Subject& subject, Diagnostics& out) {
    if (subject.constraints.survives.empty()) return;
    const std::vector<bool> passes_on = devices_that_pass_on(subject);
    for (const std::string& kind : subject.constraints.survives) {
        const Risks risks = risks_of(subject, kind);
        for (const Network& network : subject.paths->networks())
            if (const auto failed = Trial(network, risks, passes_on).run(); !failed.empty())
                report(subject, network, kind, failed, out);
    }
}

}  // namespace

Rule failures_are_survived() {
    return {"failures-are-survived",
            "any one of what the standard says a site survives may be lost, and all that is left "
            "still reaches its gateways",
            {"single-point-of-failure"},
            check};
}

}  // namespace colo::rules
