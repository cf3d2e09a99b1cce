#include "intent/database/postgresql_address.h"

#include <libpq-fe.h>

#include <map>
#include <memory>
#include <vector>

namespace colo::database {

namespace {

using Options = std::map<std::string, std::string>;

/// A server that is cut off is noticed within half a minute, here and (for a transaction that
/// nobody will end) there.
const Options usual{{"connect_timeout", "10"},     {"keepalives_idle", "10"},
                    {"keepalives_interval", "5"},  {"keepalives_count", "3"},
                    {"tcp_user_timeout", "30000"}, {"application_name", "colo"}};

/// libpq's own words, which quote the address: not where a password may stand in it.
std::vector<std::string> complaint_of(const std::string& url, const char* complaint) {
    if (complaint == nullptr || url.find('@') != std::string::npos) return {};
    return {complaint};
}

/// A password that holds a slash, or has no `@` behind it, is read as a port or a database: neither
/// is shown.
bool is_misread(const Options& options) {
    const auto port = options.find("port"), database = options.find("dbname");
    const bool odd_port =
        port != options.end() && port->second.find_first_not_of("0123456789,") != std::string::npos;
    return odd_port ||
           (database != options.end() && database->second.find('@') != std::string::npos);
}

Result<Options> options_of(const std::string& url) {
    char* complaint = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> parsed(
        PQconninfoParse(url.c_str(), &complaint), &PQconninfoFree);
    const std::unique_ptr<char, decltype(&PQfreemem)> held(complaint, &PQfreemem);
    if (!parsed)
        return Failure{"store-url", "this is not the address of a PostgreSQL database",
                       complaint_of(url, complaint),
                       "write it like `postgresql://ROLE@HOST/DATABASE`", false};
    Options options;
    for (const PQconninfoOption* option = parsed.get(); option->keyword != nullptr; ++option)
        if (option->val != nullptr) options[option->keyword] = option->val;
    return options;
}

std::string quoted(const std::string& value) {
    std::string out = "'";
    for (const char byte : value) {
        if (byte == '\'' || byte == '\\') out += '\\';
        out += byte;
    }
    return out + "'";
}

}  // namespace

Result<PostgresqlAddress> read_postgresql_address(const std::string& url) {
    auto options = options_of(url);
    if (!options) return options.failure();
    if (options->contains("password") || options->contains("sslpassword") || is_misread(*options))
        return Failure{
            "store-url",
            "a store's address cannot hold a password, and its port is a number",
            {},
            "keep it in ~/.pgpass, which only you can read: HOST:PORT:DATABASE:ROLE:PASSWORD",
            false};
    for (const auto& [key, value] : usual) options->try_emplace(key, value);
    (*options)["client_encoding"] = "UTF8";  // texts are UTF-8 everywhere
    PostgresqlAddress address;
    for (const auto& [key, value] : *options)
        address.connect += (address.connect.empty() ? "" : " ") + key + "=" + quoted(value);
    const auto said = [&](const char* key, const char* otherwise) {
        const auto found = options->find(key);
        return found == options->end() ? std::string(otherwise) : found->second;
    };
    address.shown =
        "database " + said("dbname", "of the role") + " at " + said("host", "this machine");
    return address;
}

}  // namespace colo::database
