// The sign of each role on drawings: a key that reads in black and white, and a colour.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "intent/exporters/drawing.h"
#include "intent/model/intent.h"

namespace colo::exporters {

/// `key` is the role's place among the intent's roles by name, from 1, and `P` for what has no
/// role (panels). Colours repeat after ten roles; keys do not.
struct RoleMark {
    std::string name, key;
    std::string box_style, tab_style;  ///< pale and dark: for white letters on it
    Style box, tab;
};

class RoleMarks {
public:
    explicit RoleMarks(const Intent& intent);

    const RoleMark& of(const Device& device) const;

private:
    std::map<std::optional<std::string>, RoleMark> marks_;
};

}  // namespace colo::exporters
