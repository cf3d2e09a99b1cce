#include "intent/database/postgresql_failure.h"

#include <array>

namespace colo::database {

namespace {

struct Meaning {
    std::string_view state;  ///< a whole code, or the two characters of a class
    const char* code;
    const char* message;
    const char* hint;
    bool may_retry = false;
};

constexpr const char* locked = "the store is in use by another program";
constexpr const char* when_done = "run the command again when that one is done";
constexpr const char* gone = "the store's server went away";
constexpr const char* when_back = "see that the server runs, then run the command again";

/// The whole codes come before their classes.
constexpr std::array meanings{
    Meaning{"55P03", "store-locked", locked, when_done, true},
    Meaning{"40001", "store-locked", locked, when_done, true},
    Meaning{"40P01", "store-locked", locked, when_done, true},
    Meaning{"53100", "store-full", "there is no room left for the store",
            "make room on the server's disk and run the command again; nothing was changed", true},
    Meaning{"53200", "store-memory", "the server has not enough memory for the store",
            "nothing was changed", true},
    Meaning{"53300", "store-busy", "the server takes no more connections",
            "run the command again later, or raise max_connections", true},
    Meaning{"25006", "store-read-only", "the store may only be read",
            "this server is a standby, or the database is read-only: name the primary"},
    Meaning{"42501", "store-not-allowed", "the database does not let this role do that",
            "the role needs CONNECT and TEMPORARY on the database, and USAGE and CREATE on its "
            "schema"},
    Meaning{"3D000", "store-cannot-open", "there is no such database on the server",
            "make it, as somebody who may: createdb NAME"},
    Meaning{"3F000", "store-cannot-open", "there is no schema for the store's tables",
            "make it in the database, as somebody who may: CREATE SCHEMA NAME"},
    Meaning{"28", "store-cannot-open", "the server did not let this role in",
            "give the role and database in the address, the password in ~/.pgpass (see pg_hba.conf "
            "of the server)"},
    Meaning{"22", "store-value", "the store cannot keep such a value", "nothing was changed"},
    Meaning{"23", "store-constraint", "the store's own rules refuse this change",
            "nothing was changed"},
    Meaning{"XX001", "store-damaged", "the store's files are damaged",
            "keep them as they are and restore the last backup"},
    Meaning{"XX002", "store-damaged", "the store's files are damaged",
            "keep them as they are and restore the last backup"},
    Meaning{"58", "store-io", "the server's disk did not take or give what the store asked",
            "check the disk and the server's log, then run the command again", true},
    Meaning{"57P", "store-gone", gone, when_back, true},
    Meaning{"25P03", "store-gone", gone, when_back, true},
    Meaning{"08", "store-gone", gone, when_back, true},
};

}  // namespace

Failure postgresql_failure(const std::string& server, std::string_view state,
                           const std::string& reason) {
    const std::string cause = server + ": " + reason.substr(0, reason.find_last_not_of('\n') + 1);
    if (state.empty()) return {"store-gone", gone, {cause}, when_back, true};
    const std::string told = cause + " (SQLSTATE " + std::string(state) + ")";
    for (const Meaning& meaning : meanings)
        if (state.starts_with(meaning.state))
            return {meaning.code, meaning.message, {told}, meaning.hint, meaning.may_retry};
    return {"store-failed", "the store did not do what was asked", {told}, "", false};
}

bool is_lost_connection(std::string_view state) {
    return state.empty() || postgresql_failure("", state, "").code == "store-gone";
}

}  // namespace colo::database
