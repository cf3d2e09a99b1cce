#include <fmt/format.h>

#include <string_view>
#include <unordered_set>

#include "intent/rules/rule.h"

namespace colo::rules {

namespace {

std::string_view vrf_of(const Address& address) {
    return address.vrf ? std::string_view(*address.vrf) : std::string_view();
}

struct Key {
    std::string_view vrf;
    IpAddress address;
    bool operator==(const Key&) const = default;
};
struct KeyHash {
    std::size_t operator()(const Key& key) const noexcept {
        const auto low = static_cast<std::uint64_t>(key.address.bits);
        const auto high = static_cast<std::uint64_t>(key.address.bits >> 64);
        return std::hash<std::string_view>{}(key.vrf) ^ (low * 0x9E3779B97F4A7C15U) ^
               (high * 0xC2B2AE3D27D4EB4FU);
    }
};

class Check {
public:
    Check(const Intent& intent, const Constraints& constraints, Diagnostics& out)
        : intent_(intent), constraints_(constraints), out_(out) {
        for (const Prefix& prefix : intent.prefixes)
            if (!prefix.unique) recurring_.insert(prefix.id.value);
    }

    void addresses() {
        FlatMap<Key, const Address*, KeyHash> holders;
        holders.reserve(intent_.addresses.size());
        for (const Address& address : intent_.addresses) {
            const auto [held, is_new] =
                holders.try_emplace(Key{vrf_of(address), address.address.address}, &address);
            if (!is_new && !on_purpose(*held.value(), address))
                address_twice(*held.value(), address);
        }
    }

    void device_names() {
        FlatMap<std::string_view, const Device*> holders;
        holders.reserve(intent_.devices.size());
        for (const Device& device : intent_.devices) {
            const auto [held, is_new] = holders.try_emplace(device.name, &device);
            if (!is_new)
                name_twice(
                    "two devices have one name", device.name, held.value()->id.value,
                    device.id.value, "roles/" + device.rule,
                    "put what tells them apart into the role's `name`: {n}, {rack} or {feed}");
        }
    }

    /// A name may have several addresses, but all on one device.
    void dns_names() {
        FlatMap<std::string_view, const Address*> holders;
        holders.reserve(intent_.addresses.size());
        for (const Address& address : intent_.addresses) {
            if (!address.dns_name) continue;
            const auto [held, is_new] = holders.try_emplace(*address.dns_name, &address);
            if (!is_new && held.value()->device != address.device &&
                !on_purpose(*held.value(), address))
                name_twice("one DNS name leads to two devices", *address.dns_name,
                           held.value()->id.value, address.id.value, "networks/" + address.rule,
                           "give the two networks or devices records of their own");
        }
    }

private:
    bool on_purpose(const Address& a, const Address& b) const {
        if (a.shared_by && a.shared_by == b.shared_by) return true;
        return recurring_.count(a.prefix.value) > 0 && recurring_.count(b.prefix.value) > 0;
    }

    void address_twice(const Address& first, const Address& second) {
        Diagnostic& one =
            out_.error("duplicate-address", constraints_.place("networks/" + second.rule),
                       "an address is given twice");
        one.object = second.id.value;
        one.detail = {fmt::format("{} is {} and {}{}", to_text(second.address.address),
                                  first.id.value, second.id.value,
                                  second.vrf ? " in vrf " + *second.vrf : "")};
        if (const SourceRange other = constraints_.place("networks/" + first.rule);
            other.known() && first.rule != second.rule)
            one.notes.push_back({other, "the network of " + first.id.value});
        one.hint = "fix one of them by an exception, or leave out its `host`";
    }

    void name_twice(const char* summary, const std::string& name, const std::string& first,
                    const std::string& second, const std::string& subject, const char* hint) {
        Diagnostic& one = out_.error("duplicate-name", constraints_.place(subject), summary);
        one.object = second;
        one.detail = {fmt::format("{} is {} and {}", name, first, second)};
        one.hint = hint;
    }

    const Intent& intent_;
    const Constraints& constraints_;
    Diagnostics& out_;
    std::unordered_set<std::string_view> recurring_;  // prefixes that are not unique
};

void check(const Subject& subject, Diagnostics& out) {
    Check one(subject.intent, subject.constraints, out);
    one.addresses();
    one.device_names();
    one.dns_names();
}

}  // namespace

Rule addresses_and_names_are_unique() {
    return {"addresses-and-names-are-unique",
            "no address, device name or DNS name is given twice, unless it is shared on purpose",
            {"duplicate-address", "duplicate-name"},
            check};
}

}  // namespace colo::rules
