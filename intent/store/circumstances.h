// What a revision carries beside objects and allocations, kept whole for each: the site's head, its
// exceptions, and where everything comes from.
#pragma once

#include "intent/model/intent.h"
#include "intent/store/contents.h"
#include "intent/store/rows.h"

namespace colo::store {

struct Circumstances {
    SiteHead head;
    std::vector<Exception> exceptions;
    Origins origins;

    bool operator==(const Circumstances&) const = default;
};

Result<Done> write_circumstances(const Place& place, const Circumstances& what);

/// Those of the place's revision. The head's site is left empty.
Result<Circumstances> read_circumstances(const Place& place);

/// Parts of these by themselves. The head's site is left as it is.
Result<Done> read_head(const Place& place, SiteHead& head);
Result<Done> read_exceptions(const Place& place, std::vector<Exception>& exceptions);

/// Reads prefixes from the text that one column keeps them in; false when it holds anything else.
bool read_prefixes(std::string_view texts, std::vector<IpPrefix>& out);

void add_content(Contents& contents, const Circumstances& what);

}  // namespace colo::store
