#include "tests/intent/store/any_intent.h"

#include <algorithm>
#include <array>
#include <set>

#include "intent/model/describe.h"

namespace colo::tests {

namespace {

class Maker {
public:
    Maker(std::mt19937_64& random, Optionals optionals, int names)
        : random_(random), optionals_(optionals), names_(names) {}

    /// Identities to draw from hold what sorts badly in anything but bytes.
    std::string identity() {
        return pick<std::string>({"a.", "B-", "leaf.R03.", "z/"}) + number(names_);
    }

    template <class O>
    std::vector<O> objects() {
        std::set<std::string> ids;
        for (int i = 0; i < names_; ++i) ids.insert(identity());
        std::vector<O> out;
        for (const std::string& id : ids) {
            describe([&](const char*, auto& field) { fill(field); }, out.emplace_back());
            out.back().id.value = id;
        }
        return out;
    }

    std::string text() {
        return pick<std::string>({"", "x", "O'Brien \"7\"", "Zürich — 東京", "a\nb\tc\\",
                                  ":name ?1 %s", "NULL", std::string(500, 'y')}) +
               number(3);
    }

    void fill(std::int64_t& field) {
        field = pick<std::int64_t>({0, 1, -1, 1LL << 40, largest_number, -largest_number});
    }
    void fill(bool& field) { field = below(2) == 1; }
    void fill(std::string& field) { field = text(); }
    void fill(Face& field) { field = pick({Face::front, Face::rear}); }
    void fill(Depth& field) { field = pick({Depth::full, Depth::half, Depth::zero}); }
    void fill(PanelSide& field) { field = pick({PanelSide::front, PanelSide::rear}); }
    void fill(CableKind& field) { field = static_cast<CableKind>(below(5)); }
    void fill(IpAddress& field) {
        field.family = pick({Family::ipv4, Family::ipv6});
        field.bits = random_() & 0xffffffff;
        if (field.family == Family::ipv6) field.bits |= Bits128{random_()} << 64;
    }
    void fill(IpInterface& field) {
        fill(field.address);
        field.length = below(address_bits(field.address.family) + 1);
    }
    void fill(IpPrefix& field) {
        IpInterface any;
        fill(any), field = any.prefix();
    }
    void fill(Feed& field) {
        fill(field.capacity), fill(field.typical), fill(field.maximum), fill(field.failover);
    }
    void fill(Feeds& field) {
        for (int i = below(4); i > 0; --i) fill(field[text()]);
    }
    void fill(std::vector<std::string>& field) {
        for (int i = below(4); i > 0; --i) field.push_back(text());
    }
    void fill(std::vector<ReservedUnits>& field) {
        for (int i = below(4); i > 0; --i) {
            ReservedUnits& units = field.emplace_back();
            fill(units.first), fill(units.last), fill(units.why);
        }
    }
    void fill(CableEnd& field) {
        fill(field.port), fill(field.device), fill(field.name), fill(field.text);
    }
    void fill(Handoff& field) { fill(field.place), fill(field.device), fill(field.port); }
    void fill(SessionEnd& field) {
        fill(field.device), fill(field.text), fill(field.address), fill(field.asn);
    }
    template <class Tag>
    void fill(Id<Tag>& field) {
        field.value = identity();
    }
    template <class Tag>
    void fill(Quantity<Tag>& field) {
        fill(field.value);
    }
    template <class T>
    void fill(std::optional<T>& field) {
        const bool there =
            optionals_ == Optionals::some ? below(2) == 1 : optionals_ == Optionals::all;
        if (there) fill(field.emplace());
    }

    int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

private:
    std::string number(int n) { return std::to_string(below(n)); }
    template <class T>
    T pick(std::initializer_list<T> choices) {
        return choices.begin()[below(static_cast<int>(choices.size()))];
    }

    std::mt19937_64& random_;
    Optionals optionals_;
    int names_;
};

Allocations any_allocations(Maker& make, int names) {
    Allocations out;
    for (int kind = 0; kind < allocation_kinds; ++kind) {
        std::set<std::string> identities;
        for (int i = 0; i < names; ++i) identities.insert(make.identity());
        for (const std::string& identity : identities)
            out.push_back({static_cast<AllocationKind>(kind), identity, make.text()});
    }
    return out;
}

}  // namespace

Generated any_goal(std::mt19937_64& random, Optionals optionals, int names) {
    Maker make(random, optionals, names);
    Generated goal;
    SiteHead& head = goal.intent.head;
    head = {"ams1",      "trading-colo", "1.0.0",     "d1",
            make.text(), make.text(),    make.text(), {make.text(), make.text()}};
    head.address_space = {*read_prefix("10.21.0.0/18"), *read_prefix("fd00:21::/40")};
    if (optionals != Optionals::none) head.capabilities = {"dual-stack", make.text()};
    if (optionals != Optionals::none) head.asn = 4'200'000'001;
    for_each_table(goal.intent, [&]<class O>(const char*, std::vector<O>& table) {
        table = make.template objects<O>();
    });
    for (int i = 0; i < 3; ++i) {
        Exception& exception = goal.intent.exceptions.emplace_back();
        make.fill(exception.on), make.fill(exception.set), make.fill(exception.reason);
        make.fill(exception.until);
    }
    goal.allocations = any_allocations(make, names);
    for (int i = 0; i < 3; ++i)
        goal.origins.push_back(
            {"rule-" + std::to_string(i), make.text(), make.text(), make.text()});
    return goal;
}

}  // namespace colo::tests
