#include "intent/database/postgresql_address.h"

#include <libpq-fe.h>

#include <map>
#include <memory>

namespace colo::database {

namespace {

using Options = std::map<std::string, std::string>;

/// A server that is cut off is noticed within half a minute, here and (for a transaction that
/// nobody will end) there.
const Options usual{{"connect_timeout", "10"},     {"keepalives_idle", "10"},
                    {"keepalives_interval", "5"},  {"keepalives_count", "3"},
                    {"tcp_user_timeout", "30000"}, {"application_name", "colo"},
                    {"client_encoding", "UTF8"}};

Result<Options> options_of(const std::string& url) {
    char* complaint = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> parsed(
        PQconninfoParse(url.c_str(), &complaint), &PQconninfoFree);
    const std::unique_ptr<char, decltype(&PQfreemem)> held(complaint, &PQfreemem);
    if (!parsed)
        return Failure{"store-url",
                       "this is not the address of a PostgreSQL database",
                       {complaint == nullptr ? "there is no memory" : complaint},
                       "write it like `postgresql://ROLE@HOST/DATABASE`",
                       false};
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
    if (options->contains("password"))
        return Failure{
            "store-url",
            "a store's address cannot hold a password",
            {},
            "keep it in ~/.pgpass, which only you can read: HOST:PORT:DATABASE:ROLE:PASSWORD",
            false};
    for (const auto& [key, value] : usual) options->try_emplace(key, value);
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
