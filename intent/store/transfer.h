// Whole stores from one database to another: copies, backups, restores.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "intent/base/result.h"
#include "intent/store/record_head.h"

namespace colo::store {

/// Called as rows arrive, with all that have arrived.
using Progress = std::function<void(std::int64_t rows)>;

struct Transferred {
    std::int64_t rows = 0;
    std::int64_t epoch = 0;  ///< of the store that was written

    bool operator==(const Transferred&) const = default;
};

/// Makes the database at `to` hold exactly what the store at `from` holds, its lineage and epoch
/// too, in one transaction. Refused, with nothing written: `store-missing` where there is nothing
/// to copy, `store-not-empty` where `to` holds a store already.
Result<Transferred> copy_store(const std::string& from, const std::string& to,
                               const Progress& progress);

/// The same into a new SQLite file, which is there whole or not at all. `file-exists` where the
/// file is there.
Result<Transferred> back_up(const std::string& from, const std::string& file,
                            const Progress& progress);

/// Whether a backup can be restored: `store-backup-damaged` where it is not what was applied.
Result<Done> check_backup(const std::string& file);

/// Makes the store at `to` what a backup holds, in one transaction, and begins a new epoch: plans
/// that were made before no longer match. What `to` held before is gone: back it up first.
/// Refused, with nothing changed: `store-foreign-backup` when `to` holds another store, and
/// `store-changed` when it is not at the head that the caller has kept a copy of.
Result<Transferred> restore(const std::string& file, const std::string& to,
                            const std::optional<RecordHead>& kept, const Progress& progress);

}  // namespace colo::store
