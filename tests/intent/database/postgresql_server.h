// A PostgreSQL server of the tests' own: a private folder and socket, no network. It ends with its
// object, and with this process however that ends.
#pragma once

#include <sys/types.h>

#include <string>

#include "tests/intent/database/folder.h"

namespace colo::tests {

class PostgresqlServer {
public:
    /// Whether this machine has the server's programs.
    static bool is_installed();

    /// Makes the folder and starts.
    PostgresqlServer();
    ~PostgresqlServer();
    PostgresqlServer(const PostgresqlServer&) = delete;
    PostgresqlServer& operator=(const PostgresqlServer&) = delete;

    void start();  ///< returns when it takes connections
    void stop();   ///< as an administrator does: connections are told
    void kill();   ///< as a crash does: every process of it at once

    /// The folder with its socket, named `.s.PGSQL.5432`.
    std::string socket_folder() const { return folder_.path() / "socket"; }
    /// The address of a schema, which `make_schema` makes; through another folder with a socket
    /// where one is said.
    std::string url(const std::string& schema, const std::string& socket_folder = "") const;
    /// Makes a new empty schema and gives its address.
    std::string make_schema();

private:
    void end(int signal);

    Folder folder_;
    pid_t process_ = 0;
    int schemas_ = 0;
};

/// The one that most tests share; started when first asked for.
PostgresqlServer& shared_postgresql();

}  // namespace colo::tests
