// One suite for every kind of database: a fixture whose tests run on each.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "tests/intent/database/folder.h"
#include "tests/intent/database/postgresql_server.h"

namespace colo::tests {

enum class Kind { sqlite, postgresql };

/// New empty databases of one kind, by name.
class Databases {
public:
    explicit Databases(Kind kind) : kind_(kind) {}

    std::string url(const std::string& name = "colo") {
        if (kind_ == Kind::sqlite) return folder_.url(name + ".db");
        const auto [at, is_new] = schemas_.try_emplace(name);
        if (is_new) at->second = shared_postgresql().make_schema();
        return at->second;
    }

private:
    Kind kind_;
    Folder folder_;
    std::map<std::string, std::string> schemas_;
};

/// A test that needs a database of each kind in turn, one at a time.
class OnEachDatabase : public testing::TestWithParam<Kind> {
protected:
    OnEachDatabase() : databases_(GetParam()) {}
    void SetUp() override {
        if (GetParam() == Kind::postgresql && !PostgresqlServer::is_installed())
            GTEST_SKIP() << "no outside data: PostgreSQL 15 is not installed (tools/packages)";
    }

    std::string url(const std::string& name = "colo") { return databases_.url(name); }

private:
    Databases databases_;
};

inline auto each_kind() { return testing::Values(Kind::sqlite, Kind::postgresql); }

inline std::string name_of(const testing::TestParamInfo<Kind>& info) {
    return info.param == Kind::sqlite ? "Sqlite" : "Postgresql";
}

}  // namespace colo::tests
