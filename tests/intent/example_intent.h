// A small site that is right in every way: tests break one thing in it and see what is said.
//
// Racks stand in pairs. Each rack has two strips (feeds A and B), one leaf of the pair and a
// management switch; servers go round the racks from the lowest unit up. R01 has a patch panel
// with one circuit. Place of server n: rack 1 + (n - 1) % racks, unit 1 + (n - 1) / racks.
#pragma once

#include "intent/base/diagnostic.h"
#include "intent/base/result.h"
#include "intent/model/constraints.h"
#include "intent/model/intent.h"
#include "intent/plan/plan.h"

namespace colo::example {

struct Size {
    int racks = 2;    ///< even
    int servers = 4;  ///< at most 20 a rack
};

/// The whole site `lab1` with origins and without allocations.
Generated site(Size size = {});

/// What the standard and the site say beside the objects. Subjects have places in `sources`.
Constraints constraints(Size size = {});

/// The two files that the places of `constraints` and the origins of `site` speak of.
Sources sources(Size size = {});

/// A site as the store holds it.
plan::Base stored(Generated site, std::int64_t revision = 7);

/// The object with this id; a test that names one that is not there ends.
template <class T>
T& the(std::vector<T>& table, const std::string& id) {
    for (T& object : table)
        if (object.id.value == id) return object;
    COLO_ASSERT(false, id.c_str());
}

/// Takes the object with this id away.
template <class T>
void without(std::vector<T>& table, const std::string& id) {
    std::erase_if(table, [&](const T& object) { return object.id.value == id; });
}

}  // namespace colo::example
