// What is stored of each site, in a few words: for tables of all sites and for the contract.
#pragma once

#include "intent/store/store.h"

namespace colo::store {

/// A site as it was last applied, without its objects.
struct StoredSite {
    SiteHead head;
    RevisionEntry last;  ///< the revision it is at
    std::int64_t racks = 0, devices = 0;
    std::vector<Exception> exceptions;

    bool operator==(const StoredSite&) const = default;
};

}  // namespace colo::store
