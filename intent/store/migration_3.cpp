#include "intent/store/schema.h"

namespace colo::store {

database::Migration migration_3() {
    return {3, {"ALTER TABLE racks ADD COLUMN reserved TEXT NOT NULL DEFAULT '[]'"}};
}

}  // namespace colo::store
