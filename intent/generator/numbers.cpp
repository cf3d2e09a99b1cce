// The numbers of devices and pairs, each from 1 in a space of its role's or of several roles'.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "intent/generator/steps.h"

namespace colo::generator {

namespace {

/// Hands out numbers from 1 in one space: kept ones first, then the lowest that were never taken.
class NumberSpace {
public:
    void block(std::int64_t number) { taken_.insert(number); }
    bool keep(std::int64_t number) { return kept_.insert(number).second; }
    /// The same for one of another space: what is being freed here is not free yet.
    bool take_over(std::int64_t number) { return !taken_.contains(number) && keep(number); }
    std::int64_t lowest() {
        while (taken_.contains(next_) || kept_.contains(next_)) ++next_;
        return next_++;
    }

private:
    std::set<std::int64_t> taken_, kept_;
    std::int64_t next_ = 1;
};

std::string space_of(const WorkDevice& device) {
    if (device.is_panel()) return "panel";
    return device.role->number_space.value_or(device.role_name);
}

/// Something that gets a number.
struct Numbered {
    const std::string& id;
    std::string space;
    std::int64_t& number;  ///< 0 while it has none
};

class Numbering {
public:
    explicit Numbering(Workbench& bench) : bench_(bench) {
        for (const auto& [owner, value] : bench.ledger.all_earlier(AllocationKind::number)) {
            const auto [space, number] = parts(*value);
            spaces_[space].block(number);
        }
    }

    void fix(WorkDevice& device) {
        const auto& fixed = device.fixed_number;
        if (!fixed) return;
        device.number = **fixed;
        if (**fixed < 1 || !spaces_[space_of(device)].keep(**fixed))
            bench_.out.error(
                "number-taken", fixed->at,
                fmt::format("{} is no number for {}: another has it", **fixed, device.id));
    }

    /// Kept numbers, then new ones; who comes from another space has the lesser claim.
    void number(const std::vector<Numbered>& things) {
        for (const Numbered& thing : things) keep(thing, true);
        for (const Numbered& thing : things) keep(thing, false);
        for (const Numbered& thing : things)
            if (thing.number == 0) thing.number = spaces_[thing.space].lowest();
        for (const Numbered& thing : things)
            bench_.ledger.keep(AllocationKind::number, thing.id,
                               thing.space + "/" + std::to_string(thing.number));
    }

private:
    /// Of `space/7`.
    static std::pair<std::string, std::int64_t> parts(const std::string& value) {
        const std::size_t slash = value.find('/');
        if (slash == std::string::npos) return {value, -1};
        return {value.substr(0, slash), as_number(value.substr(slash + 1))};
    }

    void keep(const Numbered& thing, bool from_same_space) {
        if (thing.number != 0) return;
        const std::string* earlier = bench_.ledger.earlier(AllocationKind::number, thing.id);
        if (!earlier) return;
        const auto [space, number] = parts(*earlier);
        if (number < 1 || (space == thing.space) != from_same_space) return;
        NumberSpace& own = spaces_[thing.space];
        if (from_same_space ? own.keep(number) : own.take_over(number)) thing.number = number;
    }

    Workbench& bench_;
    std::map<std::string, NumberSpace> spaces_;
};

/// By role, in the order of the numbers.
void list_by_role(Workbench& bench) {
    for (std::size_t i = 0; i < bench.devices.size(); ++i)
        if (!bench.devices[i].is_panel())
            bench.devices_of_role[bench.devices[i].role_name].push_back(static_cast<int>(i));
    for (auto& [name, devices] : bench.devices_of_role)
        std::sort(devices.begin(), devices.end(), [&](int a, int b) {
            return bench.devices[at(a)].number < bench.devices[at(b)].number;
        });
}

}  // namespace

void number_devices(Workbench& bench) {
    Numbering numbering(bench);
    std::vector<Numbered> devices, pairs;
    for (WorkDevice& device : bench.devices) {
        numbering.fix(device);
        devices.push_back({device.id, space_of(device), device.number});
    }
    for (WorkPair& pair : bench.pairs)
        pairs.push_back(
            {pair.id, "pair." + space_of(bench.devices[at(pair.devices.front())]), pair.number});
    numbering.number(devices);
    numbering.number(pairs);
    list_by_role(bench);
}

}  // namespace colo::generator
