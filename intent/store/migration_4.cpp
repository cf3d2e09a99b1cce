#include "intent/store/schema.h"

namespace colo::store {

database::Migration migration_4() {
    return {4,
            {"ALTER TABLE devices ADD COLUMN parent TEXT",
             "ALTER TABLE devices ADD COLUMN bay TEXT", "ALTER TABLE cables ADD COLUMN path TEXT"}};
}

}  // namespace colo::store
