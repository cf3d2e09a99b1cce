#include "intent/rules/rack_power.h"
#include "intent/rules/rule.h"

namespace colo::rules {

namespace {

void overload(const RackPower& rack, std::size_t feed, const std::vector<RackPower>& racks,
              const Constraints& constraints, const std::string& basis, Diagnostics& out) {
    const Rack& where = *rack.contents.rack;
    const Power load = rack.load(feed, std::nullopt), over = load - rack.capacity[feed];
    const auto roles = by_role(rack.parts(feed, std::nullopt));
    Diagnostic& one = out.error("feed-overload", constraints.place("racks/" + where.id.value),
                                "a feed carries more than it may");
    one.object = where.id.value;
    one.detail = {fmt::format("feed {} of {} carries {} of {}: {} over", rack.feeds[feed],
                              where.name, to_text(load), to_text(rack.capacity[feed]),
                              to_text(over)),
                  contributors_text(roles, basis + " on this feed ")};
    // elsewhere a device needs its whole draw, for there too a feed may be lost
    one.hint = relief_hint(where.name, roles.front(), over, [&](const Device& like, auto wanted) {
        const Power draw = roles.front().largest *
                           static_cast<std::int64_t>(std::max<std::size_t>(rack.feeds.size(), 1));
        return room_elsewhere(racks, constraints, where.id, like, draw, wanted);
    });
}

void check(const Subject& subject, Diagnostics& out) {
    const std::string& basis = subject.intent.head.power_basis.budget;
    const std::vector<RackPower> racks = power_of_racks(subject.intent, subject.constraints, basis);
    for (const RackPower& rack : racks)
        for (std::size_t feed = 0; feed < rack.feeds.size(); ++feed)
            if (rack.load(feed, std::nullopt) > rack.capacity[feed])
                overload(rack, feed, racks, subject.constraints, basis, out);
}

}  // namespace

Rule feeds_carry_their_load() {
    return {"feeds-carry-their-load",
            "in normal work no feed of a rack carries more than its usable power",
            {"feed-overload"},
            check};
}

}  // namespace colo::rules
