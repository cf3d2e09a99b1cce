#include <fmt/format.h>

#include <algorithm>

#include "intent/base/names.h"
#include "intent/rules/rack_contents.h"
#include "intent/rules/rule.h"

namespace colo::rules {

namespace {

/// `U23`, `U21-U24`.
std::string units_text(std::int64_t first, std::int64_t last) {
    return first == last ? fmt::format("U{}", first) : fmt::format("U{}-U{}", first, last);
}

std::string height_text(const Device& device) { return to_text(device.height) + "U"; }

std::string standing(const Device& device) {
    return fmt::format("{} ({}, {})", device.name, height_text(device),
                       units_text(*device.unit, top_unit(device)));
}

std::string face_text(const Device& a, const Device& b) {
    const bool front = takes_front(a) && takes_front(b), rear = takes_rear(a) && takes_rear(b);
    return front && rear ? "front and rear" : front ? "front" : "rear";
}

/// All racks with their devices and reserved units; a unit map is made where one is asked for.
class Units {
public:
    Units(const Intent& intent, const Constraints& constraints)
        : racks_(contents_of_racks(intent)), constraints_(constraints) {}

    const std::vector<RackContents>& racks() const { return racks_; }

    const std::vector<ReservedUnits>& reserved(const RackContents& contents) const {
        static const std::vector<ReservedUnits> none;
        const auto found = constraints_.reserved.find(contents.rack->id);
        return found == constraints_.reserved.end() ? none : found->second;
    }

    /// Where a device of this shape could stand instead, its own rack first.
    std::string hint(const RackContents& own, const Device& shape) const {
        if (const auto unit = UnitMap(own, reserved(own)).lowest_free(shape))
            return fmt::format("U{} of {} is free for {}", *unit, own.rack->name,
                               height_text(shape));
        for (const RackContents& other : racks_)
            if (const auto unit = UnitMap(other, reserved(other)).lowest_free(shape))
                return fmt::format("{} has no {} left; U{} of {} is free", own.rack->name,
                                   height_text(shape), *unit, other.rack->name);
        return fmt::format("no rack has {} left", height_text(shape));
    }

private:
    std::vector<RackContents> racks_;
    const Constraints& constraints_;
};

class Check {
public:
    Check(const Units& units, const Constraints& constraints, Diagnostics& out)
        : units_(units), constraints_(constraints), out_(out) {}

    void rack(const RackContents& contents) {
        std::vector<const Device*> standing;
        for (const Device* device : contents.devices)
            if (stands_on_units(*device)) standing.push_back(device);
        std::stable_sort(standing.begin(), standing.end(),
                         [](const Device* a, const Device* b) { return *a->unit < *b->unit; });
        for (const Device* device : standing) {
            overfull(contents, *device);
            reserved(contents, *device);
        }
        overlaps(contents, standing);
    }

private:
    Diagnostic& error(const char* code, const RackContents& contents, const Device& device,
                      const char* summary, std::string detail) {
        Diagnostic& one =
            out_.error(code, constraints_.place("racks/" + contents.rack->id.value), summary);
        one.object = device.id.value;
        one.detail.push_back(std::move(detail));
        one.hint = units_.hint(contents, device);
        if (const SourceRange role = constraints_.place("roles/" + device.rule); role.known())
            one.notes.push_back({role, "the role of " + device.name});
        return one;
    }

    void overfull(const RackContents& contents, const Device& device) {
        const std::int64_t over = top_unit(device) - contents.rack->units;
        if (over <= 0 && *device.unit >= 1) return;
        const std::string how =
            over > 0 ? fmt::format("{}U above its top, U{}", over, contents.rack->units)
                     : "below U1";
        error("rack-overfull", contents, device, "a device does not fit into its rack",
              fmt::format("{} reaches out of {}: {}", standing(device), contents.rack->name, how));
    }

    void reserved(const RackContents& contents, const Device& device) {
        for (const ReservedUnits& range : units_.reserved(contents))
            if (*device.unit <= range.last && range.first <= top_unit(device))
                error("unit-taken", contents, device, "a device stands on reserved units",
                      fmt::format("{} is on {} of {}, which is reserved: {}", standing(device),
                                  units_text(range.first, range.last), contents.rack->name,
                                  range.why));
    }

    /// Sorted by unit, each device can only overlap with those that reach up to it.
    void overlaps(const RackContents& contents, const std::vector<const Device*>& standing) {
        std::vector<const Device*> below;
        for (const Device* device : standing) {
            std::erase_if(below, [&](const Device* one) { return top_unit(*one) < *device->unit; });
            for (const Device* one : below)
                if (collide(*one, *device, below)) overlap(contents, *one, *device);
            below.push_back(device);
        }
    }

    static bool share_a_face(const Device& a, const Device& b) {
        return (takes_front(a) && takes_front(b)) || (takes_rear(a) && takes_rear(b));
    }

    /// Halves of the unit where the upper one begins that are taken by those below and by itself.
    static bool collide(const Device& lower, const Device& upper,
                        const std::vector<const Device*>& below) {
        if (!share_a_face(lower, upper)) return false;
        std::int64_t halves = halves_at(upper, *upper.unit);
        for (const Device* one : below)
            if (share_a_face(*one, upper)) halves += halves_at(*one, *upper.unit);
        return halves > 2;
    }

    static std::int64_t halves_at(const Device& device, std::int64_t unit) {
        const std::int64_t left = device.height.value - 2 * (unit - *device.unit);
        return std::clamp<std::int64_t>(left, 0, 2);
    }

    void overlap(const RackContents& contents, const Device& lower, const Device& upper) {
        const std::int64_t last = std::min(top_unit(lower), top_unit(upper));
        error("unit-taken", contents, upper, "two devices stand on the same rack unit",
              fmt::format("{} and {} share {} of {} ({})", standing(lower), standing(upper),
                          units_text(*upper.unit, last), contents.rack->name,
                          face_text(lower, upper)));
    }

    const Units& units_;
    const Constraints& constraints_;
    Diagnostics& out_;
};

void check(const Subject& subject, Diagnostics& out) {
    const Units units(subject.intent, subject.constraints);
    Check one(units, subject.constraints, out);
    for (const RackContents& contents : units.racks()) one.rack(contents);
}

}  // namespace

Rule units_fit() {
    return {"units-fit",
            "devices stand inside their rack, on units that nobody else has",
            {"unit-taken", "rack-overfull"},
            check};
}

}  // namespace colo::rules
