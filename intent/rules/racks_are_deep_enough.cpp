#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "intent/rules/rack_contents.h"
#include "intent/rules/rule.h"

namespace colo::rules {

namespace {

constexpr Length cords{150};  // behind a device (language.md section 5)

std::string mm(Length length) { return fmt::format("{} mm", length.value); }

class Check {
public:
    Check(const Subject& subject, Diagnostics& out)
        : racks_(contents_of_racks(subject.intent)), constraints_(subject.constraints), out_(out) {}

    void run() {
        for (const RackContents& contents : racks_) {
            alone(contents);
            back_to_back(contents);
            rails(contents);
        }
    }

private:
    const Body* body(const Device& device) const {
        const auto found = constraints_.bodies.find(device.model);
        return found == constraints_.bodies.end() ? nullptr : &found->second;
    }

    std::optional<Length> known_need(const Device& device) const {
        const Body* known = body(device);
        return known && known->depth ? std::optional(*known->depth + cords) : std::nullopt;
    }

    /// Unknown: a full one takes what the rack has, a half one half of it, cords counted in.
    Length need(const Device& device, const Rack& rack) const {
        return known_need(device).value_or(device.depth == Depth::full ? rack.depth
                                                                       : rack.depth / 2);
    }

    Diagnostic& error(const char* code, const RackContents& contents, const Device& device,
                      const char* summary) {
        Diagnostic& one =
            out_.error(code, constraints_.place("racks/" + contents.rack->id.value), summary);
        one.object = device.id.value;
        if (const SourceRange model = constraints_.place("models/" + device.model); model.known())
            one.notes.push_back({model, "model " + device.model});
        return one;
    }

    /// One report for each model in a rack: what one is too deep for, all are.
    void alone(const RackContents& contents) {
        std::map<std::string_view, std::vector<const Device*>> deep;
        for (const Device* device : contents.devices)
            if (const auto wanted = known_need(*device);
                wanted && stands_on_units(*device) && *wanted > contents.rack->depth)
                deep[device->model].push_back(device);
        for (const auto& [model, devices] : deep) too_deep(contents, devices);
    }

    void too_deep(const RackContents& contents, const std::vector<const Device*>& devices) {
        const Device& first = *devices.front();
        const Length wanted = *known_need(first), has = contents.rack->depth;
        Diagnostic& one = error("too-deep", contents, first, "a device is deeper than its rack");
        one.detail = {fmt::format("{}{} at U{} of {} is {} deep, {} with its cords; {} has {}: {} "
                                  "short",
                                  first.name, and_more(devices.size()), *first.unit,
                                  contents.rack->name, mm(*body(first)->depth), mm(wanted),
                                  contents.rack->name, mm(has), mm(wanted - has))};
        one.hint = deeper_rack(first, wanted);
    }

    static std::string and_more(std::size_t count) {
        return count == 1 ? "" : fmt::format(" (and {} more of its model)", count - 1);
    }

    std::string deeper_rack(const Device& device, Length wanted) const {
        const Rack* deepest = nullptr;
        for (const RackContents& contents : racks_) {
            const auto reserved = constraints_.reserved.find(contents.rack->id);
            if (!deepest || contents.rack->depth > deepest->depth) deepest = contents.rack;
            if (contents.rack->depth < wanted) continue;
            const UnitMap units(contents, reserved == constraints_.reserved.end()
                                              ? std::vector<ReservedUnits>{}
                                              : reserved->second);
            if (const auto unit = units.lowest_free(device))
                return fmt::format("U{} of {} is free and deep enough", *unit, contents.rack->name);
        }
        return deepest->depth >= wanted
                   ? "no rack that is deep enough has room; choose a shorter model"
                   : fmt::format("no rack is deep enough: the deepest, {}, has {}", deepest->name,
                                 mm(deepest->depth));
    }

    /// What stands on the two faces of one unit shares the rack's depth.
    void back_to_back(const RackContents& contents) {
        std::map<std::int64_t, std::vector<const Device*>> at_rear;
        for (const Device* device : contents.devices)
            if (is_half(*device) && device->face == Face::rear)
                for (std::int64_t unit = *device->unit; unit <= top_unit(*device); ++unit)
                    at_rear[unit].push_back(device);
        for (const Device* front : contents.devices) {
            if (!is_half(*front) || front->face != Face::front) continue;
            const Device* told = nullptr;
            for (std::int64_t unit = *front->unit; unit <= top_unit(*front); ++unit)
                for (const Device* rear : at_rear[unit])
                    if (rear != told && meet(contents, *front, *rear)) told = rear;
        }
    }

    static bool is_half(const Device& device) {
        return stands_on_units(device) && device.depth == Depth::half;
    }

    bool meet(const RackContents& contents, const Device& front, const Device& rear) {
        const Rack& rack = *contents.rack;
        if (!known_need(front) && !known_need(rear)) return false;
        const Length a = need(front, rack), b = need(rear, rack);
        if (a > rack.depth || b > rack.depth || a + b <= rack.depth) return false;
        Diagnostic& one = error("too-deep", contents, known_need(rear) ? rear : front,
                                "two devices are together deeper than their rack");
        one.detail = {fmt::format(
            "{} needs {} from the front of {} and {} at U{} behind it {} from the rear; {} has {}: "
            "{} short",
            front.name, mm(a), rack.name, rear.name, *rear.unit, mm(b), rack.name, mm(rack.depth),
            mm(a + b - rack.depth))};
        one.hint = fmt::format("move {} to a unit with nothing behind it", front.name);
        return true;
    }

    void rails(const RackContents& contents) {
        const auto found = constraints_.posts.find(contents.rack->id);
        if (found == constraints_.posts.end()) return;
        const Posts& posts = found->second;
        std::map<std::string_view, std::vector<const Device*>> wrong;
        for (const Device* device : contents.devices)
            if (const Body* known = body(*device);
                known && stands_on_units(*device) && !reach(*known, posts))
                wrong[device->model].push_back(device);
        for (const auto& [model, devices] : wrong) out_of_reach(contents, posts, devices);
    }

    static bool reach(const Body& body, const Posts& posts) {
        if (!body.rails_from || !body.rails_to) return true;
        if (!posts.rear) return false;
        return !posts.distance ||
               (*body.rails_from <= *posts.distance && *posts.distance <= *body.rails_to);
    }

    void out_of_reach(const RackContents& contents, const Posts& posts,
                      const std::vector<const Device*>& devices) {
        const Device& first = *devices.front();
        const Body& known = *body(first);
        const std::string& rack = contents.rack->name;
        Diagnostic& one = error("rails-do-not-reach", contents, first,
                                "a device's rails do not reach from post to post");
        const std::string has =
            !posts.rear ? fmt::format("{} has no rear posts", rack)
            : *posts.distance > *known.rails_to
                ? fmt::format("the posts of {} are {} apart: {} short", rack, mm(*posts.distance),
                              mm(*posts.distance - *known.rails_to))
                : fmt::format("the posts of {} are {} apart: {} too long", rack,
                              mm(*posts.distance), mm(*known.rails_from - *posts.distance));
        one.detail = {fmt::format("{}{} has rails for {} to {}; {}", first.name,
                                  and_more(devices.size()), mm(*known.rails_from),
                                  mm(*known.rails_to), has)};
        one.hint = "move the posts, take other rails, or place it in another rack";
    }

    std::vector<RackContents> racks_;
    const Constraints& constraints_;
    Diagnostics& out_;
};

void check(const Subject& subject, Diagnostics& out) { Check(subject, out).run(); }

}  // namespace

Rule racks_are_deep_enough() {
    return {"racks-are-deep-enough",
            "a rack is as deep as what stands in it with its cords, front and rear together, and "
            "its posts are where the rails reach",
            {"too-deep", "rails-do-not-reach"},
            check};
}

}  // namespace colo::rules
