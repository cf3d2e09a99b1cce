// A proxy in front of a PostgreSQL server's socket that cuts connections where a test says.
#pragma once

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "tests/intent/database/folder.h"

namespace colo::tests {

/// Counts the protocol's messages
/// (https://www.postgresql.org/docs/15/protocol-message-formats.html) of all connections that are
/// open when told to cut. Later connections pass.
class Proxy {
public:
    /// Stands in front of the socket in a folder.
    explicit Proxy(std::string server_folder);
    ~Proxy();
    Proxy(const Proxy&) = delete;
    Proxy& operator=(const Proxy&) = delete;

    /// A server's address, through the proxy.
    std::string url_for(std::string url, const std::string& server_folder) const;

    /// From now on lets so many messages of one direction through, then closes both ends of that
    /// connection.
    void cut_after(int messages, bool towards_server);
    /// Closes the connection before a COMMIT reaches the server, and takes no other connection.
    void swallow_commit() { swallow_ = true; }
    bool has_cut() const { return cut_; }

private:
    struct Limit {
        std::atomic<int> left{-1};  ///< messages; below zero: no limit
    };
    void accept_all();
    void serve(int client);
    bool pass(int from, int to, bool towards_server, std::string& rest);
    bool let_through(std::string_view message, bool towards_server);

    std::string server_folder_;
    Folder folder_;
    int listening_ = -1;
    Limit to_server_, to_client_;
    std::atomic<bool> cut_{false}, swallow_{false}, closing_{false};
    std::thread accepting_;
    std::vector<std::thread> serving_;
};

}  // namespace colo::tests
