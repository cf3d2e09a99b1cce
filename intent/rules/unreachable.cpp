#include "intent/rules/unreachable.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "intent/base/names.h"
#include "intent/model/cable_ways.h"

namespace colo::rules {

namespace {

class Explanation {
public:
    Explanation(const Subject& subject, const Network& network, const std::vector<bool>& led,
                const NetworkEnd& end)
        : subject_(subject), network_(network), led_(led), end_(end) {}

    std::string why() const {
        if (end_.at.empty())
            return fmt::format("{} has no cable that carries {}", end_.port, network_.id);
        return fmt::format("{} leads to {}, and no cable that carries {} leads on from there to {}",
                           end_.port, some(end_.at), network_.id, some(network_.gateways));
    }

    /// The first cable between what is cut off and what leads to the gateway shows the rule that
    /// does not carry the network.
    std::string hint() const {
        const std::set<std::string_view> cut_off = devices_cut_off(), led = devices_led();
        for (const Cable& cable : subject_.intent.cables) {
            if (cable.kind != CableKind::data && cable.kind != CableKind::management) continue;
            const auto& far = end_of_way(cable);
            if (!cable.a.device || !far) continue;
            const std::string_view a = cable.a.device->value, b = far->value;
            if ((cut_off.contains(a) && led.contains(b)) ||
                (cut_off.contains(b) && led.contains(a)))
                return fmt::format("{} joins them: add {} to what {} `carries`",
                                   cable.path.value_or(cable.id.value), network_.entry, cable.rule);
        }
        return fmt::format("no cable joins them: add a cabling rule that carries {}",
                           network_.entry);
    }

private:
    const std::string& id_of(std::uint32_t passer) const {
        return subject_.intent.devices[network_.passers[passer]].id.value;
    }

    std::string some(const std::vector<std::uint32_t>& passers) const {
        constexpr std::size_t named = 3;
        std::set<std::string, NaturalLess> ids;
        for (const std::uint32_t passer : passers) ids.insert(id_of(passer));
        std::vector<std::string> texts(ids.begin(), ids.end());
        if (texts.size() <= named) return fmt::format("{}", fmt::join(texts, ", "));
        const std::size_t others = texts.size() - named;
        texts.resize(named);
        return fmt::format("{} and {}", fmt::join(texts, ", "), count_of(others, "other"));
    }

    /// Where a cable, or the way that it begins, leads to; nothing for a later piece.
    const std::optional<DeviceId>& end_of_way(const Cable& cable) const {
        static const std::optional<DeviceId> nowhere;
        const auto way = way_of(subject_.intent.cables, cable);
        return way.front() == &cable ? way.back()->b.device : nowhere;
    }

    std::set<std::string_view> devices_cut_off() const {
        std::set<std::string_view> out{subject_.intent.devices[end_.device].id.value};
        const auto reached = network_.reached_from(end_.at);
        for (std::uint32_t passer = 0; passer < reached.size(); ++passer)
            if (reached[passer]) out.insert(id_of(passer));
        return out;
    }

    std::set<std::string_view> devices_led() const {
        std::set<std::string_view> out;
        for (std::uint32_t passer = 0; passer < led_.size(); ++passer)
            if (led_[passer]) out.insert(id_of(passer));
        return out;
    }

    const Subject& subject_;
    const Network& network_;
    const std::vector<bool>& led_;
    const NetworkEnd& end_;
};

}  // namespace

void say_unreachable(const Subject& subject, const Network& network, const std::vector<bool>& led,
                     const std::vector<const NetworkEnd*>& ends, const char* code,
                     const char* summary, Diagnostics& out) {
    const Explanation explanation(subject, network, led, *ends.front());
    Diagnostic& one = out.error(
        code, subject.constraints.place("networks/" + std::string(network.entry)), summary);
    one.object = std::string(ends.front()->port);
    one.detail = {explanation.why()};
    if (ends.size() > 1)
        one.detail.push_back(fmt::format("{} more of the {} of {} do not reach it either",
                                         with_thousands(ends.size() - 1),
                                         count_of(network.ends.size(), "member"), network.id));
    one.hint = explanation.hint();
}

}  // namespace colo::rules
