// Which revision made an allocation.
#include "intent/database/session.h"
#include "intent/store/record.h"
#include "intent/store/site.h"
#include "intent/store/store.h"

namespace colo::store {

Result<std::optional<RevisionEntry>> Store::decided(const std::string& site, AllocationKind kind,
                                                    const std::string& identity) const {
    const std::optional<RevisionEntry> none;
    if (session_ == nullptr) return none;
    const auto found = find_site(*session_, site);
    if (!found) return found.failure();
    if (!*found) return none;
    const auto rows =
        session_->query("SELECT since FROM allocation WHERE site = :site AND kind = :kind "
                        "AND identity = :identity AND \"until\" IS NULL",
                        {(*found)->number, std::string(to_text(kind)), identity});
    if (!rows) return rows.failure();
    if (rows->empty()) return none;
    auto record = read_record({*session_, (*found)->number, database::integer(rows->front()[0])});
    if (!record) return record.failure();
    if (!*record) return damaged("the revision that decided " + identity + " is missing");
    return std::optional(std::move((*record)->entry));
}

}  // namespace colo::store
