#include "intent/store/schema.h"

namespace colo::store {

const std::vector<database::Migration>& migrations() {
    static const std::vector<database::Migration> all{migration_1(), migration_2(), migration_3(),
                                                      migration_4(), migration_5(), migration_6()};
    return all;
}

}  // namespace colo::store
