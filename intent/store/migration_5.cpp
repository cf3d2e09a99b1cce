#include "intent/store/schema.h"

namespace colo::store {

database::Migration migration_5() {
    return {5, {"ALTER TABLE site_head ADD COLUMN capabilities TEXT NOT NULL DEFAULT '[]'"}};
}

}  // namespace colo::store
