// What a revision made true, as one digest for each part: each table of objects, the allocations,
// the site's head, its exceptions, its origins.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "intent/base/digest.h"
#include "intent/store/rows.h"

namespace colo::store {

struct Content {
    std::int64_t entries = 0;
    std::string digest;

    bool operator==(const Content&) const = default;
};

/// By the name of the part; a part without entries is left out.
using Contents = std::map<std::string, Content>;
using ContentsOfRevisions = std::map<std::int64_t, Contents>;

/// Adds the digest of live rows under a name.
void add_content(Contents& contents, const std::string& name, const std::vector<Keyed>& rows);

void add_content(Contents& contents, const std::string& name,
                 std::span<const std::string_view> keys, std::span<const HexDigest> digests);

/// For each of the revisions, adds the digest of the rows live at it.
void add_content(ContentsOfRevisions& contents, const std::string& name,
                 const std::vector<Lifetime>& rows);

/// The digest of all parts.
std::string digest_of(const Contents& contents);

/// The first part that the two say otherwise; empty when they say the same.
std::string first_difference(const Contents& recorded, const Contents& found);

Result<Done> write_contents(const Place& place, const Contents& contents);
/// Those of the place's revision.
Result<Contents> read_contents_at(const Place& place);
/// Those of each revision of a site; the place's revision counts for nothing.
Result<ContentsOfRevisions> read_contents(const Place& place);

}  // namespace colo::store
