#include "intent/store/schema.h"

#include <string_view>
#include <utility>

namespace colo::store {

const std::vector<database::Migration>& migrations() {
    static const std::vector<database::Migration> all{migration_1(), migration_2(), migration_3(),
                                                      migration_4(), migration_5(), migration_6(),
                                                      migration_7()};
    return all;
}

std::vector<std::string> tables_of_store() {
    constexpr std::string_view begin = "CREATE TABLE ";
    std::vector<std::string> tables;
    for (const database::Migration& migration : migrations())
        for (const std::string& statement : migration.statements)
            if (statement.starts_with(begin)) {
                std::string name = statement.substr(begin.size());
                name.resize(name.find(' '));
                std::erase(name, '"');
                tables.push_back(std::move(name));
            }
    return tables;
}

}  // namespace colo::store
