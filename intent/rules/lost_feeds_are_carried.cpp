#include "intent/rules/rack_power.h"
#include "intent/rules/rule.h"

namespace colo::rules {

namespace {

/// A feed that carries too much while another one is lost.
struct Case {
    std::size_t lost, feed;
    Power load, over;
};

std::vector<Case> overloads(const RackPower& rack) {
    std::vector<Case> out;
    for (std::size_t lost = 0; lost < rack.feeds.size(); ++lost)
        for (std::size_t feed = 0; feed < rack.feeds.size(); ++feed) {
            if (feed == lost) continue;
            const Power load = rack.load(feed, lost);
            if (load > rack.capacity[feed])
                out.push_back({lost, feed, load, load - rack.capacity[feed]});
        }
    return out;
}

/// `A`, `A or B`, each once.
std::string lost_feeds(const RackPower& rack, const std::vector<Case>& cases) {
    std::string out;
    for (std::size_t i = 0; i < cases.size(); ++i)
        if (i == 0 || cases[i].lost != cases[i - 1].lost)
            out += (out.empty() ? "" : " or ") + rack.feeds[cases[i].lost];
    return out;
}

void report(const RackPower& rack, const std::vector<Case>& cases,
            const std::vector<RackPower>& racks, const Constraints& constraints,
            const std::string& basis, Diagnostics& out) {
    const Rack& where = *rack.contents.rack;
    const Case& worst = *std::max_element(
        cases.begin(), cases.end(), [](const Case& a, const Case& b) { return a.over < b.over; });
    const auto roles = by_role(rack.parts(worst.feed, worst.lost));

    Diagnostic& one = out.error("feed-loss-overload", constraints.place("racks/" + where.id.value),
                                "racks cannot lose feed " + lost_feeds(rack, cases));
    one.object = where.id.value;
    for (const Case& each : cases)
        one.detail.push_back(
            fmt::format("with feed {} lost, feed {} of {} carries {} of {}: {} over",
                        rack.feeds[each.lost], rack.feeds[each.feed], where.name,
                        to_text(each.load), to_text(rack.capacity[each.feed]), to_text(each.over)));
    one.detail.push_back(contributors_text(roles, basis + " "));
    one.hint = relief_hint(where.name, roles.front(), worst.over,
                           [&](const Device& like, std::int64_t wanted) {
                               return room_elsewhere(racks, constraints, where.id, like,
                                                     roles.front().largest, wanted);
                           });
}

void check(const Subject& subject, Diagnostics& out) {
    const std::string& basis = subject.intent.head.power_basis.feed_loss;
    const std::vector<RackPower> racks = power_of_racks(subject.intent, subject.constraints, basis);
    for (const RackPower& rack : racks) {
        if (subject.constraints.single_feed_accepted.count(rack.contents.rack->id) > 0) continue;
        if (const auto cases = overloads(rack); !cases.empty())
            report(rack, cases, racks, subject.constraints, basis, out);
    }
}

}  // namespace

Rule lost_feeds_are_carried() {
    return {"lost-feeds-are-carried",
            "with any one feed of a rack lost, the others carry all that hangs on both",
            {"feed-loss-overload"},
            check};
}

}  // namespace colo::rules
