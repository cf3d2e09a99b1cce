// Identities: stable keys of generated objects, each kind a type of its own.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace colo {

/// The identity of an object of kind `Tag`; compares by bytes, as the outputs are sorted.
template <class Tag>
struct Id {
    std::string value;

    Id() = default;
    explicit Id(std::string text) : value(std::move(text)) {}

    bool empty() const { return value.empty(); }
    auto operator<=>(const Id&) const = default;
};

using RackId = Id<struct RackTag>;
using DeviceId = Id<struct DeviceTag>;
using PortId = Id<struct PortTag>;  ///< of all six port tables: unique across them
using CableId = Id<struct CableTag>;
using CircuitId = Id<struct CircuitTag>;
using VlanId = Id<struct VlanTag>;
using PrefixId = Id<struct PrefixTag>;
using AddressId = Id<struct AddressTag>;
using AsnId = Id<struct AsnTag>;
using SessionId = Id<struct SessionTag>;

/// Whether text follows the grammar of identities: letters, digits, dots and hyphens, beginning
/// with a letter or digit, at most 63 characters. Safe in shells, URLs and file names.
bool is_identity(std::string_view text);

}  // namespace colo

template <class Tag>
struct std::hash<colo::Id<Tag>> {
    std::size_t operator()(const colo::Id<Tag>& id) const noexcept {
        return std::hash<std::string>{}(id.value);
    }
};
