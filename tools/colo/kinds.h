// The kinds of object that `colo list` can list.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace colo::tool {

/// The tables of the intent that a kind is made of, and the fields that are shown of an object;
/// all others are in JSON.
struct ListedKind {
    std::vector<std::string> tables, fields;
    std::vector<std::string> rare;  ///< those of the fields that are shown only where one has it
};

/// By name: those of the tables, with hyphens, and `ports` for the ports of every sort.
const std::map<std::string, ListedKind>& listed_kinds();

}  // namespace colo::tool
