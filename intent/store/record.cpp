#include "intent/store/record.h"

#include <utility>

#include "intent/base/digest.h"

namespace colo::store {

namespace {

using database::Row;

constexpr const char* columns =
    "number, at, author, reason, ticket, standard, standard_version, standard_digest, added, "
    "changed, removed, intent_digest, previous_digest, record_digest, attempt";

Record record_of(const Row& row) {
    using database::integer, database::text;
    Record record;
    RevisionEntry& entry = record.entry;
    entry.number = integer(row[0]);
    entry.at = text(row[1]), entry.author = text(row[2]);
    entry.reason = text(row[3]), entry.ticket = text(row[4]);
    entry.standard = text(row[5]), entry.standard_version = text(row[6]);
    record.standard_digest = text(row[7]);
    entry.added = integer(row[8]), entry.changed = integer(row[9]);
    entry.removed = integer(row[10]);
    record.intent_digest = text(row[11]), record.previous_digest = text(row[12]);
    entry.record_digest = text(row[13]), record.attempt = text(row[14]);
    return record;
}

Result<std::vector<Record>> read_where(const Place& place, const std::string& condition,
                                       std::int64_t number) {
    std::vector<Record> records;
    const auto done = place.session.each(
        std::string("SELECT ") + columns + " FROM revision WHERE site = :site AND number " +
            condition + " :number ORDER BY revision.number",
        {place.site, number}, [&](Row& row) { records.push_back(record_of(row)); });
    if (!done) return done.failure();
    return records;
}

}  // namespace

std::string digest_of(const std::string& site, const Record& record) {
    const RevisionEntry& entry = record.entry;
    Digest digest;
    digest.part(record.previous_digest).part(site).part(std::to_string(entry.number));
    digest.part(entry.at).part(entry.author).part(entry.reason).part(entry.ticket);
    digest.part(entry.standard).part(entry.standard_version).part(record.standard_digest);
    for (const std::int64_t count : {entry.added, entry.changed, entry.removed})
        digest.part(std::to_string(count));
    digest.part(record.intent_digest);
    if (!record.attempt.empty()) digest.part(record.attempt);
    return digest.hex();
}

Result<Done> write_record(const Place& place, const Record& record) {
    const RevisionEntry& entry = record.entry;
    const auto done = place.session.execute(
        std::string("INSERT INTO revision (site, ") + columns +
            ") VALUES (:site, :number, :at, :author, :reason, :ticket, :standard, "
            ":standard_version, :standard_digest, :added, :changed, :removed, :intent_digest, "
            ":previous_digest, :record_digest, :attempt)",
        {place.site, entry.number, entry.at, entry.author, entry.reason, entry.ticket,
         entry.standard, entry.standard_version, record.standard_digest, entry.added, entry.changed,
         entry.removed, record.intent_digest, record.previous_digest, entry.record_digest,
         record.attempt});
    if (!done) return done.failure();
    return Done{};
}

Result<std::vector<Record>> read_records(const Place& place, std::int64_t after) {
    return read_where(place, ">", after);
}

Result<std::optional<Record>> read_record(const Place& place) {
    auto records = read_where(place, "=", place.revision);
    if (!records) return records.failure();
    if (records->empty()) return std::optional<Record>();
    return std::optional(std::move(records->front()));
}

Result<RevisionEntry> checked_entry(const Place& place, const std::string& site) {
    auto record = read_record(place);
    if (!record) return record.failure();
    if (!*record || (*record)->entry.record_digest != digest_of(site, **record))
        return damaged("the entry of revision " + std::to_string(place.revision) + " of " + site +
                       " is not as it was written");
    return std::move((*record)->entry);
}

Result<Done> check_chain(const std::string& site, const std::vector<Record>& records) {
    std::int64_t number = 0;
    std::string previous;
    for (const Record& record : records) {
        const std::string revision = "revision " + std::to_string(++number) + " of " + site;
        if (record.entry.number != number) return damaged(revision + " is missing");
        if (record.previous_digest != previous)
            return damaged(revision + " does not follow the one before it");
        if (record.entry.record_digest != digest_of(site, record))
            return damaged("the entry of " + revision + " is not as it was written");
        previous = record.entry.record_digest;
    }
    return Done{};
}

}  // namespace colo::store
