#include "intent/store/contents.h"

#include <set>

namespace colo::store {

using database::Type;

namespace {

/// Digests rows one by one.
class Sum {
public:
    void add(std::string_view key, std::string_view content) {
        digest_.part(key).part(content), ++entries_;
    }
    void give(Contents& contents, const std::string& name) {
        if (entries_ > 0) contents[name] = {entries_, digest_.hex()};
    }

private:
    Digest digest_;
    std::int64_t entries_ = 0;
};

std::set<std::int64_t> revisions_that_changed(const std::vector<Lifetime>& rows) {
    std::set<std::int64_t> revisions;
    for (const Lifetime& row : rows) {
        revisions.insert(row.since);
        if (row.until) revisions.insert(*row.until);
    }
    return revisions;
}

}  // namespace

void add_content(Contents& contents, const std::string& name, const std::vector<Keyed>& rows) {
    Sum sum;
    for (const Keyed& row : rows) sum.add(row.key, row.content);
    sum.give(contents, name);
}

void add_content(Contents& contents, const std::string& name,
                 std::span<const std::string_view> keys, std::span<const HexDigest> digests) {
    Sum sum;
    for (std::size_t i = 0; i < keys.size(); ++i)
        sum.add(keys[i], {digests[i].data(), digests[i].size()});
    sum.give(contents, name);
}

void add_content(ContentsOfRevisions& contents, const std::string& name,
                 const std::vector<Lifetime>& rows) {
    const auto changed = revisions_that_changed(rows);
    Contents current;  // of this one name
    for (auto& [revision, parts] : contents) {
        if (changed.contains(revision)) {
            Sum sum;
            for (const Lifetime& row : rows)
                if (row.live_at(revision)) sum.add(row.keyed.key, row.keyed.content);
            current.clear();
            sum.give(current, name);
        }
        parts.insert(current.begin(), current.end());
    }
}

std::string digest_of(const Contents& contents) {
    Digest digest;
    for (const auto& [name, content] : contents)
        digest.part(name).part(std::to_string(content.entries)).part(content.digest);
    return digest.hex();
}

Result<Done> write_contents(const Place& place, const Contents& contents) {
    Insertion insertion(place.session, "revision_content",
                        {{"site", Type::integer},
                         {"revision", Type::integer},
                         {"content", Type::text},
                         {"entries", Type::integer},
                         {"digest", Type::text}});
    for (const auto& [name, content] : contents) {
        database::Batch& row = insertion.batch();
        row.add(place.site), row.add(place.revision), row.add(name);
        row.add(content.entries), row.add(content.digest);
        insertion.row_done();
    }
    return insertion.finish();
}

std::string first_difference(const Contents& recorded, const Contents& found) {
    for (const auto& [name, content] : recorded) {
        const auto same = found.find(name);
        if (same == found.end() || same->second != content) return name;
    }
    for (const auto& [name, content] : found)
        if (!recorded.contains(name)) return name;
    return "";
}

Result<Contents> read_contents_at(const Place& place) {
    Contents found;
    const auto done = place.session.each(
        "SELECT content, entries, digest FROM revision_content WHERE site = :site AND revision = "
        ":revision",
        {place.site, place.revision}, [&](database::Row& row) {
            found[database::text(row[0])] = {database::integer(row[1]), database::text(row[2])};
        });
    if (!done) return done.failure();
    return found;
}

Result<ContentsOfRevisions> read_contents(const Place& place) {
    ContentsOfRevisions found;
    const auto done = place.session.each(
        "SELECT revision, content, entries, digest FROM revision_content WHERE site = :site",
        {place.site}, [&](database::Row& row) {
            found[database::integer(row[0])][database::text(row[1])] = {database::integer(row[2]),
                                                                        database::text(row[3])};
        });
    if (!done) return done.failure();
    return found;
}

}  // namespace colo::store
