// The record of revisions: append-only, each entry chained to the one before it by its digest.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intent/store/rows.h"
#include "intent/store/store.h"

namespace colo::store {

struct Record {
    RevisionEntry entry;  ///< its digest is over everything here and the site's name
    std::string standard_digest, intent_digest;
    std::string previous_digest;  ///< of the entry before; empty for the first
    std::string attempt;          ///< random name of the try that made it; early ones have none
};

std::string digest_of(const std::string& site, const Record& record);

Result<Done> write_record(const Place& place, const Record& record);

/// Those after a revision, in order; the place's revision counts for nothing.
Result<std::vector<Record>> read_records(const Place& place, std::int64_t after = 0);

/// One of them, if it is there.
Result<std::optional<Record>> read_record(const Place& place);

/// The head of the whole record.
Result<RecordHead> head_of_record(database::Session& session);

/// The entry of a revision that other rows speak of; `store-damaged` where it is not there or not
/// what its digest says.
Result<RevisionEntry> checked_entry(const Place& place, const std::string& site);

/// Whether the entries follow each other from 1 without a gap and are what their digests say.
Result<Done> check_chain(const std::string& site, const std::vector<Record>& records);

}  // namespace colo::store
