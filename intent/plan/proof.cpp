#include "intent/plan/proof.h"

#include <fmt/format.h>

#include <array>
#include <tuple>

#include "intent/plan/field_text.h"
#include "intent/plan/lookup.h"

namespace colo::plan {

namespace {

struct Noun {
    const char* many;
    const char* one;
};
constexpr std::array nouns{
    Noun{"devices", "device"},  Noun{"rack positions", "rack position"},
    Noun{"cables", "cable"},    Noun{"ports", "port"},
    Noun{"outlets", "outlet"},  Noun{"addresses", "address"},
    Noun{"prefixes", "prefix"}, Noun{"VLANs", "VLAN"},
    Noun{"names", "name"},      Noun{"numbers", "number"},
    Noun{"ASNs", "ASN"},        Noun{"racks", "rack"},
    Noun{"models", "model"},
};

/// A count under way. `keep` takes one thing that was there before.
class Count {
public:
    Count(std::string what, Proof& proof) : what_(std::move(what)), proof_(proof) {
        kept_.what = what_;
    }

    /// `there`: whether it is there after as well; `same`: whether it did not move. The texts are
    /// asked for only when it moved.
    template <class Texts>
    void thing(bool there, bool same, const std::string& id, Texts&& texts) {
        ++kept_.before;
        if (there && same) ++kept_.kept;
        if (!there || same) return;
        const auto [before, after] = texts();
        proof_.moved.push_back({one_of(what_), id, before, after, {}});
    }

    void close() { proof_.kept.push_back(kept_); }

private:
    std::string what_;
    Proof& proof_;
    Kept kept_;
};

using Texts = std::pair<std::string, std::string>;

/// Counts the objects of one table. `value` gives what must stay the same; `text` shows it.
template <class T, class Value, class Text>
void count(const char* what, const std::vector<T>& before, const std::vector<T>& after,
           Proof& proof, Value&& value, Text&& text) {
    Count counted(what, proof);
    walk_both(before, after, [&](const T* old_one, const T* new_one) {
        if (!old_one) return;
        counted.thing(new_one != nullptr, new_one && value(*old_one) == value(*new_one),
                      old_one->id.value, [&] { return Texts{text(*old_one), text(*new_one)}; });
    });
    counted.close();
}

std::string cable_text(const Cable& cable) {
    return fmt::format("{} to {}, {} {}", field_text(cable.a), field_text(cable.b),
                       to_text(cable.length), cable.media);
}

bool is_outlet(const Intent& intent, const Cable& cable, const CableEnd& end) {
    return cable.kind == CableKind::power && find_by_id(intent.outlets, end.port->value);
}

/// Ends of cables: at outlets, or at every other port.
void count_ends(const char* what, bool outlets, const Intent& before, const Intent& after,
                Proof& proof) {
    Count counted(what, proof);
    walk_both(before.cables, after.cables, [&](const Cable* old_one, const Cable* new_one) {
        if (!old_one) return;
        for (const auto end : {&Cable::a, &Cable::b}) {
            const CableEnd& was = old_one->*end;
            if (!was.port || is_outlet(before, *old_one, was) != outlets) continue;
            counted.thing(new_one != nullptr, new_one && new_one->*end == was, old_one->id.value,
                          [&] { return Texts{field_text(was), field_text(new_one->*end)}; });
        }
    });
    counted.close();
}

/// In units of a rack, or in a bay: what it is put into is counted by itself.
bool stands_where_it_stood(const Device& was, const Device& is) {
    if (was.parent || is.parent)
        return std::tie(was.parent, was.bay) == std::tie(is.parent, is.bay);
    return std::tie(was.rack, was.unit, was.face) == std::tie(is.rack, is.unit, is.face);
}

std::string rack_text(const Rack& rack) {
    return fmt::format("row {} position {}", rack.row, rack.position);
}

void count_racks(const Intent& before, const Intent& after, Proof& proof) {
    const auto place = [](const Rack& rack) { return std::tie(rack.row, rack.position); };
    count("racks", before.racks, after.racks, proof, place, rack_text);
}

void count_positions(const Intent& before, const Intent& after, Proof& proof) {
    Count counted("rack positions", proof);
    walk_both(before.devices, after.devices, [&](const Device* old_one, const Device* new_one) {
        if (!old_one || !old_one->rack) return;
        const bool same = new_one && stands_where_it_stood(*old_one, *new_one);
        counted.thing(new_one != nullptr, same, old_one->id.value,
                      [&] { return Texts{place_text(*old_one), place_text(*new_one)}; });
    });
    counted.close();
}

void count_devices(const Intent& before, const Intent& after, Proof& proof) {
    const auto always = [](const Device&) { return true; };
    const auto name = [](const Device& device) { return device.name; };
    count("devices", before.devices, after.devices, proof, always, name);
    count_positions(before, after, proof);
    const auto hardware = [](const Device& device) -> const std::string& {
        return device.device_type;
    };
    count("models", before.devices, after.devices, proof, hardware, hardware);
}

void count_cables(const Intent& before, const Intent& after, Proof& proof) {
    const auto what_lies_there = [](const Cable& cable) {
        return std::tie(cable.a, cable.b, cable.media, cable.length);
    };
    count("cables", before.cables, after.cables, proof, what_lies_there, cable_text);
    count_ends("ports", false, before, after, proof);
    count_ends("outlets", true, before, after, proof);
}

void count_numbers(const Intent& before, const Intent& after, Proof& proof) {
    const auto address = [](const Address& o) { return std::tie(o.address, o.vrf); };
    const auto prefix = [](const Prefix& o) { return std::tie(o.prefix, o.vrf); };
    const auto vid = [](const Vlan& o) { return o.vid; };
    const auto asn = [](const Asn& o) { return o.asn; };
    const auto name = [](const Device& o) -> const std::string& { return o.name; };
    const auto number = [](const Device& o) { return o.number; };
    count("addresses", before.addresses, after.addresses, proof, address,
          [](const Address& o) { return to_text(o.address); });
    count("prefixes", before.prefixes, after.prefixes, proof, prefix,
          [](const Prefix& o) { return to_text(o.prefix); });
    count("VLANs", before.vlans, after.vlans, proof, vid,
          [](const Vlan& o) { return std::to_string(o.vid); });
    count("names", before.devices, after.devices, proof, name, name);
    count("numbers", before.devices, after.devices, proof, number,
          [](const Device& o) { return std::to_string(o.number); });
    count("ASNs", before.asns, after.asns, proof, asn,
          [](const Asn& o) { return std::to_string(o.asn); });
}

}  // namespace

std::string one_of(const std::string& what) {
    for (const Noun& noun : nouns)
        if (what == noun.many) return noun.one;
    return what;
}

Proof prove(const Intent& before, const Intent& after) {
    Proof proof;
    count_devices(before, after, proof);
    count_racks(before, after, proof);
    count_cables(before, after, proof);
    count_numbers(before, after, proof);
    return proof;
}

}  // namespace colo::plan
