#include "intent/database/sqlite_failure.h"

#include <sqlite3.h>

#include <array>

namespace colo::database {

namespace {

struct Meaning {
    int result;
    const char* code;
    const char* message;
    const char* hint;
    bool may_retry = false;
};

constexpr std::array meanings{
    Meaning{SQLITE_BUSY, "store-locked", "the store is in use by another program",
            "run the command again when that one is done", true},
    Meaning{SQLITE_LOCKED, "store-locked", "the store is in use by another program",
            "run the command again when that one is done", true},
    Meaning{SQLITE_FULL, "store-full", "there is no room left for the store",
            "make room on its disk and run the command again; nothing was changed", true},
    Meaning{SQLITE_READONLY, "store-read-only", "the store may only be read",
            "SQLite needs to write the file and its folder: check the owner and mode of both"},
    Meaning{SQLITE_CANTOPEN, "store-cannot-open", "the store cannot be opened",
            "SQLite needs to write the file and its folder: check the owner and mode of both"},
    Meaning{SQLITE_PERM, "store-cannot-open", "the store cannot be opened",
            "SQLite needs to write the file and its folder: check the owner and mode of both"},
    Meaning{SQLITE_NOTADB, "store-not-a-database", "this file is not a SQLite database",
            "name another file; this one was left as it is"},
    Meaning{SQLITE_CORRUPT, "store-damaged", "the store's file is damaged",
            "keep the file as it is and restore the last backup"},
    Meaning{SQLITE_IOERR, "store-io", "the disk did not take or give what the store asked",
            "check the disk and the system's log, then run the command again", true},
    Meaning{SQLITE_CONSTRAINT, "store-constraint", "the store's own rules refuse this change",
            "nothing was changed"},
    Meaning{SQLITE_NOMEM, "store-memory", "there is not enough memory for the store",
            "nothing was changed", true},
};

}  // namespace

Failure sqlite_failure(const std::string& file, int result, const std::string& reason) {
    constexpr int primary = 0xff;
    const std::string cause = file + ": " + reason + " (SQLite " + std::to_string(result) + ")";
    for (const Meaning& meaning : meanings)
        if (meaning.result == (result & primary))
            return {meaning.code, meaning.message, {cause}, meaning.hint, meaning.may_retry};
    return {"store-failed", "the store did not do what was asked", {cause}, "", false};
}

}  // namespace colo::database
