#include "tests/intent/database/proxy.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <cstring>
#include <string_view>

namespace colo::tests {

using namespace std::string_view_literals;

namespace {

sockaddr_un address_of(const std::string& folder) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = folder + "/.s.PGSQL.5432";
    std::memcpy(address.sun_path, path.c_str(), std::min(path.size(), sizeof address.sun_path - 1));
    return address;
}

int connected(const std::string& folder) {
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_un address = address_of(folder);
    EXPECT_EQ(::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    return socket;
}

bool send_all(int to, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::size_t length_at(std::string_view bytes, std::size_t at) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < 4; ++i)
        length = length << 8U | static_cast<unsigned char>(bytes[at + i]);
    return length;
}

/// The length of the first message; 0 while it is not whole. A start-up message has no type.
std::size_t first_message(std::string_view bytes) {
    const bool typed = !bytes.empty() && bytes[0] != '\0';
    const std::size_t head = typed ? 1 : 0;
    if (bytes.size() < head + 4) return 0;
    const std::size_t length = head + length_at(bytes, head);
    return bytes.size() < length ? 0 : length;
}

}  // namespace

Proxy::Proxy(std::string server_folder) : server_folder_(std::move(server_folder)) {
    listening_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_un address = address_of(folder_.path());
    EXPECT_EQ(::bind(listening_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    EXPECT_EQ(::listen(listening_, 20), 0);
    accepting_ = std::thread([this] { accept_all(); });
}

Proxy::~Proxy() {
    closing_ = true;
    ::shutdown(listening_, SHUT_RDWR);
    accepting_.join();
    for (std::thread& one : serving_) one.join();
    ::close(listening_);
}

std::string Proxy::url_for(std::string url, const std::string& server_folder) const {
    const std::size_t at = url.find(server_folder);
    EXPECT_NE(at, std::string::npos);
    return url.replace(at, server_folder.size(), folder_.path().string());
}

void Proxy::cut_after(int messages, bool towards_server) {
    (towards_server ? to_server_ : to_client_).left = messages;
}

void Proxy::accept_all() {
    for (int client = -1; (client = ::accept(listening_, nullptr, nullptr)) >= 0;) {
        if (cut_ && swallow_)
            ::close(client);
        else
            serving_.emplace_back([this, client] { serve(client); });
    }
}

bool Proxy::let_through(std::string_view message, bool towards_server) {
    if (cut_) return true;  // what comes after a cut passes
    if (swallow_ && towards_server && message.ends_with("COMMIT\0"sv)) return cut_ = true, false;
    std::atomic<int>& left = (towards_server ? to_server_ : to_client_).left;
    if (left < 0) return true;
    if (left == 0) return left = -1, cut_ = true, false;
    --left;
    return true;
}

bool Proxy::pass(int from, int to, bool towards_server, std::string& rest) {
    char buffer[65536];
    const ssize_t got = ::recv(from, buffer, sizeof buffer, 0);
    if (got <= 0) return false;
    rest.append(buffer, static_cast<std::size_t>(got));
    while (const std::size_t length = first_message(rest)) {
        if (!let_through(std::string_view(rest).substr(0, length), towards_server)) return false;
        if (!send_all(to, std::string_view(rest).substr(0, length))) return false;
        rest.erase(0, length);
    }
    return true;
}

void Proxy::serve(int client) {
    const int server = connected(server_folder_);
    std::string from_client, from_server;
    pollfd ends[2]{{client, POLLIN, 0}, {server, POLLIN, 0}};
    for (bool going = true; going && !closing_;) {
        constexpr int now_and_then = 50;  // ms
        if (::poll(ends, 2, now_and_then) < 0) break;
        if ((ends[0].revents & (POLLIN | POLLHUP)) != 0)
            going = pass(client, server, true, from_client);
        if (going && (ends[1].revents & (POLLIN | POLLHUP)) != 0)
            going = pass(server, client, false, from_server);
    }
    ::close(client);
    ::close(server);
}

}  // namespace colo::tests
