// Who makes up a load (watts, kilograms), said by role, and where what is too much could go.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "intent/base/names.h"
#include "intent/model/objects.h"

namespace colo::rules {

/// `trading servers` for the role `trading-server`; a panel goes by its model.
std::string people_role(const Device& device, std::size_t count);

/// One device's part of a load.
template <class Quantity>
struct Part {
    const Device* device;
    Quantity amount;
};

/// The parts of one role, the heaviest role first.
template <class Quantity>
struct RoleParts {
    std::vector<const Device*> devices;
    Quantity sum{}, largest{};
    bool all_alike = true;
};

template <class Quantity>
std::vector<RoleParts<Quantity>> by_role(const std::vector<Part<Quantity>>& parts) {
    std::map<std::string_view, RoleParts<Quantity>> roles;
    for (const auto& [device, amount] : parts) {
        auto& role = roles[device->role ? *device->role : device->model];
        role.all_alike = role.all_alike && (role.devices.empty() || amount == role.largest);
        role.devices.push_back(device);
        role.sum += amount;
        role.largest = std::max(role.largest, amount);
    }
    std::vector<RoleParts<Quantity>> out;
    for (auto& [name, role] : roles) out.push_back(std::move(role));
    std::stable_sort(out.begin(), out.end(),
                     [](const auto& a, const auto& b) { return a.sum > b.sum; });
    return out;
}

/// `14 trading servers (maximum 420 W each), 2 leafs (maximum 250 W each) and 2 others`. What adds
/// nothing is left out.
template <class Quantity>
std::string contributors_text(const std::vector<RoleParts<Quantity>>& roles,
                              std::string_view basis) {
    constexpr std::size_t named = 3;
    std::vector<std::string> texts;
    std::size_t others = 0;
    for (const auto& role : roles) {
        if (role.sum.value == 0) continue;
        if (texts.size() == named) {
            others += role.devices.size();
            continue;
        }
        const std::size_t count = role.devices.size();
        const std::string each = to_text(role.all_alike ? role.largest : role.sum);
        texts.push_back(fmt::format("{} {} ({}{}{})", with_thousands(count),
                                    people_role(*role.devices.front(), count), basis, each,
                                    count == 1       ? ""
                                    : role.all_alike ? " each"
                                                     : " together"));
    }
    std::string out = fmt::format("{}", fmt::join(texts, ", "));
    return others == 0 ? out : fmt::format("{} and {}", out, count_of(others, "other"));
}

/// What could be done about a rack that carries `over` too much.
struct Room {
    std::string rack;
    std::int64_t count = 0;  ///< how many devices more it could take
};

/// `11 trading servers fit R04; R06 has room for the other 3`. `over` is taken off by the largest
/// role; nothing is said where that role alone cannot do it.
template <class Quantity, class RoomFor>
std::string relief_hint(const std::string& rack, const RoleParts<Quantity>& role, Quantity over,
                        RoomFor&& room_elsewhere) {
    if (role.largest.value <= 0) return {};
    const std::int64_t there = static_cast<std::int64_t>(role.devices.size());
    const std::int64_t too_many = (over.value + role.largest.value - 1) / role.largest.value;
    if (too_many > there) return {};
    const std::int64_t fit = there - too_many;
    const Room room = room_elsewhere(*role.devices.front(), too_many);
    const std::string what = people_role(*role.devices.front(), static_cast<std::size_t>(fit));
    std::string out = fmt::format("{} {} {} {}; ", fit == 0 ? "no" : std::to_string(fit), what,
                                  fit == 1 ? "fits" : "fit", rack);
    if (room.count == 0)
        return out + fmt::format("no other rack has room for the other {}", too_many);
    if (room.count < too_many)
        return out +
               fmt::format("{} has room for {} of the other {}", room.rack, room.count, too_many);
    return out + fmt::format("{} has room for the other {}", room.rack, too_many);
}

}  // namespace colo::rules
