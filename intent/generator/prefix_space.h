// Address space that prefixes are carved from.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "intent/base/ip.h"

namespace colo::generator {

/// What is taken of some prefixes, and the first gap that fits.
class PrefixSpace {
public:
    std::vector<IpPrefix> roots;

    /// False when it overlaps something taken.
    bool take(const IpPrefix& prefix, const std::string& owner);
    bool contains(const IpPrefix& prefix) const;
    /// Who has what overlaps this; nullptr: nobody.
    const std::string* holder(const IpPrefix& prefix) const;
    std::optional<IpPrefix> first_fit(int length);
    /// All that is taken and by whom, in the order of the addresses.
    std::vector<std::pair<IpPrefix, std::string>> holders() const;

private:
    struct Taken {
        IpPrefix prefix;
        std::string owner;
    };
    struct Cursor {  ///< nothing before it is free for this length: what is taken stays so
        std::size_t root = 0;
        Bits128 next = 0;
    };
    const IpPrefix* overlapping(const IpPrefix& prefix) const;

    std::map<Bits128, Taken> taken_;
    std::map<int, Cursor> cursors_;
};

}  // namespace colo::generator
