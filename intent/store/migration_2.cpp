#include "intent/store/schema.h"

namespace colo::store {

database::Migration migration_2() {
    return {2,
            {"ALTER TABLE site_head ADD COLUMN address_space TEXT NOT NULL DEFAULT ''",
             "ALTER TABLE site_head ADD COLUMN asn BIGINT",
             "CREATE INDEX devices_serial ON devices (serial) "
             "WHERE serial IS NOT NULL AND \"until\" IS NULL"}};
}

}  // namespace colo::store
