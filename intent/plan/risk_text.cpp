#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "intent/base/names.h"
#include "intent/plan/groups.h"
#include "intent/plan/lookup.h"
#include "intent/plan/risks.h"

namespace colo::plan {

namespace {

using Names = std::vector<std::string>;
using Risks = std::vector<const Risk*>;

constexpr std::size_t named = 3;  // as many devices or works are named one by one

std::string role_of(const Plan& plan, const std::string& device) {
    const Device* const found = find_by_id(plan.goal.intent.devices, device);
    return !found ? "device" : found->role ? *found->role : found->model;
}

/// Few by name; more by role: `18 trading-server, 2 leaf`.
std::string who(const Plan& plan, const Names& devices, View view) {
    if (devices.size() <= named || view == View::full)
        return fmt::format("{}", fmt::join(devices, ", "));
    std::map<std::string, std::size_t, NaturalLess> roles;
    for (const std::string& device : devices) ++roles[role_of(plan, device)];
    std::string out;
    for (const auto& [role, count] : roles)
        out += fmt::format("{}{} {}", out.empty() ? "" : ", ", with_thousands(count), role);
    return out;
}

const char* verb(const Risk& risk) {
    const bool goes = risk.action == Action::remove;
    switch (risk.work) {
        case Work::mount: return goes ? "removed" : "replaced";
        case Work::move: return "moved";
        case Work::cable: return goes ? "taken out" : "plugged anew";
        case Work::image: return "reinstalled";
        default: return "reconfigured";
    }
}

std::string worked_on(const Risk& risk) {
    if (risk.table == "racks") return "rack " + risk.id;
    if (risk.table == "vlans") return "VLAN " + risk.id;
    if (risk.table == "cables") return fmt::format("{} ({})", risk.name, risk.group);
    if (risk.table == "devices") return risk.id;
    const std::string kind = risk.table == "prefixes"    ? "prefix"
                             : risk.table == "addresses" ? "address"
                                                         : "session";
    return kind + " " + risk.id;
}

bool is_network(const Risk& risk) {
    return risk.table == "vlans" || risk.table == "prefixes" || risk.table == "addresses";
}

/// Whether a pair is left with one member, which is another thing than one path of a rule.
bool is_of_pair(const Risk& risk) {
    return risk.loss == Loss::redundancy && risk.of != risk.group && risk.table != "cables" &&
           risk.of.starts_with("pair.");
}

bool is_itself(const Risk& risk) {
    return risk.loss == Loss::service && risk.of.empty() && risk.devices == Names{risk.id};
}

/// What the devices lose, or what is lost of the site itself.
std::string loss_text(const Risk& risk, const std::string& devices, const std::string& left) {
    switch (risk.loss) {
        case Loss::service:
            if (risk.of.empty()) return devices + " down";
            return fmt::format("{} without {}{}", devices, is_network(risk) ? "network " : "",
                               risk.of);
        case Loss::link:
            if (risk.table == "sessions") return fmt::format("session {} down", risk.of);
            return fmt::format("{} link {} down{}", risk.group, risk.of,
                               left.empty() ? "" : fmt::format(" ({} stays up)", left));
        case Loss::redundancy:
            if (is_of_pair(risk))
                return fmt::format(
                    "{} without redundancy{}", risk.of,
                    devices.empty() ? "" : fmt::format(": {} on {} alone", devices, left));
            if (left.empty()) return fmt::format("{} without {}", devices, risk.of);
            return fmt::format("{} on one {} path, to {}", devices, risk.of, left);
        case Loss::feed: return fmt::format("{} on feed {} alone", devices, left);
        case Loss::management: return fmt::format("{} not managed, without {}", devices, risk.of);
    }
    return {};
}

Entry entry(const std::string& text, const std::string& because) {
    return {Action::change, {text}, because, true};
}

/// `pair.leaf.R03.1 without redundancy: 20 trading-server on leaf.R03.2 alone, while leaf.R03.1 is
/// moved`.
Entry single(const Plan& plan, const Risk& risk, View view) {
    const std::string left = fmt::format("{}", fmt::join(risk.left, ", "));
    const std::string what = loss_text(risk, who(plan, risk.devices, view), left);
    if (is_itself(risk))
        return entry(fmt::format("{} while it is {}", what, verb(risk)), risk.because);
    return entry(fmt::format("{} while {} is {}", what, worked_on(risk), verb(risk)), risk.because);
}

std::string works_text(const Risks& risks) {
    const Risk& first = *risks.front();
    std::string out = with_thousands(risks.size()) + " ";
    if (first.table == "cables") return out + first.group + " cables";
    if (first.table == "devices") return out + first.group;
    return out + (first.table == "vlans" ? "VLANs" : first.table);
}

std::string common_because(const Risks& risks) {
    for (const Risk* risk : risks)
        if (risk->because != risks.front()->because) return {};
    return risks.front()->because;
}

/// What many works of one kind take away, one after the other.
Entry summed(const Plan& plan, const Risks& risks) {
    const Risk& first = *risks.front();
    Names devices;
    for (const Risk* risk : risks)
        devices.insert(devices.end(), risk->devices.begin(), risk->devices.end());
    std::sort(devices.begin(), devices.end(), NaturalLess());
    devices.erase(std::unique(devices.begin(), devices.end()), devices.end());
    const std::string all = who(plan, devices, View::terse);
    if (is_itself(first))
        return entry(fmt::format("{} down, each while it is {}", all, verb(first)),
                     common_because(risks));
    std::string what;
    if (first.loss == Loss::link)
        what = fmt::format("{} {} down", with_thousands(risks.size()),
                           first.table == "sessions" ? "sessions" : first.group + " links");
    else if (is_of_pair(first))
        what = fmt::format("{} pairs without redundancy{}", with_thousands(risks.size()),
                           all.empty() ? "" : ": " + all + " on one member alone");
    else if (first.loss == Loss::redundancy)
        what = fmt::format("{} on one {} path", all, first.of);
    else if (first.loss == Loss::feed)
        what = all + " on one feed alone";
    else if (is_network(first))
        what = all + " without their network";
    else
        what = loss_text(first, all, "");
    return entry(fmt::format("{}, one after the other, while {} are {}", what, works_text(risks),
                             verb(first)),
                 common_because(risks));
}

using Key = std::tuple<Loss, std::string, Action, Work, std::string, std::string>;

Key key_of(const Risk& risk) {
    std::string of = risk.of;
    if (is_of_pair(risk)) of = "pair";
    if (risk.loss == Loss::link || is_network(risk)) of = "";
    if (is_itself(risk)) of = "itself";
    return {risk.loss, risk.table, risk.action, risk.work, risk.group, of};
}

}  // namespace

Block risk_block(const Plan& plan, View view) {
    Block out;
    if (view == View::full) {
        for (const Risk& risk : plan.risks) out.push_back(single(plan, risk, view));
        return out;
    }
    std::map<Key, Risks> alike;
    for (const Risk& risk : plan.risks) alike[key_of(risk)].push_back(&risk);
    for (const auto& [key, risks] : alike)
        if (risks.size() > named)
            out.push_back(summed(plan, risks));
        else
            for (const Risk* risk : risks) out.push_back(single(plan, *risk, view));
    return out;
}

}  // namespace colo::plan
