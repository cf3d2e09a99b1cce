// What all checks of references share: known names, and selectors. For references.cpp and
// address_references.cpp.
#pragma once

#include "intent/base/suggestion.h"
#include "intent/definition/references.h"

namespace colo::definition {

class ReferenceNames {
public:
    ReferenceNames(const Standard& standard, const std::map<std::string, Hardware>& hardware,
                   Diagnostics& out)
        : standard_(standard), hardware_(hardware), out_(out) {}

    /// Whether a map has the name; if not, says so with the code and offers the nearest.
    template <class Map>
    bool known(const Map& map, const At<std::string>& name, std::string_view code,
               std::string_view noun) const {
        if (map.contains(*name)) return true;
        say_unknown(name, code, noun, names_of(map));
        return false;
    }
    void say_unknown(const At<std::string>& name, std::string_view code, std::string_view noun,
                     const std::vector<std::string>& all) const;

    /// What there may be one of something for: site, row, rack, feed and the groups.
    std::vector<std::string> scopes() const;
    std::vector<std::string> all_port_groups() const;

    void check_selector(const Selector& selector) const;
    /// Where `any` would mean whatever happens to have the groups or the bays; true: it was said.
    bool refuse_any(const Selector& selector) const;
    /// The model of a role; nullptr where there is none.
    const Hardware* hardware_of(const std::string& role) const;
    /// A standard is for all sites: it knows no device, rack or address of one of them.
    void say_of_a_site(const SourceRange& at, std::string_view what) const;

private:
    void check_same(const At<std::string>& same) const;
    void check_groups(const std::string& role, const Selector& selector) const;
    void check_groups_somewhere(const Selector& selector) const;

    const Standard& standard_;
    const std::map<std::string, Hardware>& hardware_;
    Diagnostics& out_;
};

/// Pools, networks, AS numbers, sessions and DNS: every name in them must exist.
void check_address_references(const Standard& standard, const ReferenceNames& names,
                              Diagnostics& out);

}  // namespace colo::definition
