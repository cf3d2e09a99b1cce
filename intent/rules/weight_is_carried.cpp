#include "intent/rules/contributors.h"
#include "intent/rules/rack_contents.h"
#include "intent/rules/rule.h"

namespace colo::rules {

namespace {

std::vector<Part<Mass>> weights(const RackContents& contents) {
    std::vector<Part<Mass>> out;
    for (const Device* device : contents.devices)
        if (device->weight) out.push_back({device, *device->weight});
    return out;
}

Mass sum_of(const RackContents& contents) {
    Mass sum;
    for (const auto& [device, weight] : weights(contents)) sum += weight;
    return sum;
}

class Check {
public:
    Check(const Intent& intent, const Constraints& constraints, Diagnostics& out)
        : racks_(contents_of_racks(intent)), constraints_(constraints), out_(out) {}

    void run() {
        for (const RackContents& contents : racks_) {
            const auto limit = contents.rack->max_weight;
            if (const Mass sum = sum_of(contents); limit && sum > *limit)
                report(contents, sum, sum - *limit);
        }
    }

private:
    void report(const RackContents& contents, Mass sum, Mass over) {
        const Rack& rack = *contents.rack;
        const auto roles = by_role(weights(contents));
        Diagnostic& one =
            out_.error("rack-overweight", constraints_.place("racks/" + rack.id.value),
                       "a rack holds more than it can bear");
        one.object = rack.id.value;
        one.detail = {fmt::format("{} holds {} of {}: {} over", rack.name, to_text(sum),
                                  to_text(*rack.max_weight), to_text(over)),
                      contributors_text(roles, "")};
        one.hint = relief_hint(rack.name, roles.front(), over,
                               [&](const Device& like, std::int64_t wanted) {
                                   return room_elsewhere(rack.id, like, wanted);
                               });
    }

    Room room_elsewhere(const RackId& except, const Device& like, std::int64_t wanted) const {
        Room best;
        for (const RackContents& contents : racks_) {
            if (contents.rack->id == except) continue;
            const std::int64_t room = room_in(contents, like, wanted);
            if (room > best.count) best = {contents.rack->name, room};
            if (best.count >= wanted) break;
        }
        return best;
    }

    std::int64_t room_in(const RackContents& contents, const Device& like,
                         std::int64_t wanted) const {
        std::int64_t room = wanted;
        if (const auto limit = contents.rack->max_weight)
            room =
                std::max<std::int64_t>((*limit - sum_of(contents)).value, 0) / like.weight->value;
        if (room == 0 || !stands_on_units(like)) return room;
        const auto reserved = constraints_.reserved.find(contents.rack->id);
        const UnitMap units(contents, reserved == constraints_.reserved.end()
                                          ? std::vector<ReservedUnits>{}
                                          : reserved->second);
        return std::min(room, units.room_for(like));
    }

    std::vector<RackContents> racks_;
    const Constraints& constraints_;
    Diagnostics& out_;
};

void check(const Subject& subject, Diagnostics& out) {
    Check(subject.intent, subject.constraints, out).run();
}

}  // namespace

Rule weight_is_carried() {
    return {"weight-is-carried",
            "a rack holds no more than it can bear; unknown weights count nothing",
            {"rack-overweight"},
            check};
}

}  // namespace colo::rules
