// Comparing the record with a head of it that was kept elsewhere.
#include <fmt/format.h>

#include "intent/database/session.h"
#include "intent/database/transaction.h"
#include "intent/store/record.h"
#include "intent/store/site.h"
#include "intent/store/store.h"

namespace colo::store {

namespace {

Failure differs(std::string what) {
    return {"record-differs",
            "the record is not the one whose head was kept",
            {std::move(what)},
            "keep the store as it is and compare it with the last backup: colo store check",
            false};
}

/// What is wrong with a site that was at `kept` once; nothing where all is well.
std::optional<Failure> compare(const std::string& name, const RecordHead::Last& kept,
                               const std::vector<Record>& records) {
    const auto last = static_cast<std::int64_t>(records.size());
    if (last < kept.revision)
        return differs(fmt::format("{} was at revision {} and is at {}: the end was cut off", name,
                                   kept.revision, last));
    const Record& then = records[static_cast<std::size_t>(kept.revision - 1)];
    if (then.entry.record_digest != kept.digest)
        return differs(
            fmt::format("revision {} of {}, or one before it, was replaced", kept.revision, name));
    return std::nullopt;
}

}  // namespace

Result<RecordHead> head_of_record(database::Session& session) {
    RecordHead head;
    const auto lineage = read_lineage(session);
    if (!lineage) return lineage.failure();
    head.lineage = lineage->name, head.epoch = lineage->epoch;
    bool lost = false;
    const auto done = session.each(
        "SELECT s.name, s.revision, r.record_digest FROM site s LEFT JOIN revision r ON r.site = "
        "s.number AND r.number = s.revision WHERE s.revision > 0",
        {}, [&](database::Row& row) {
            lost = lost || database::is_null(row[2]);
            head.sites[database::text(row[0])] = {database::integer(row[1]),
                                                  database::text(row[2])};
        });
    if (!done) return done.failure();
    if (lost) return damaged("the entry of a site's last revision is missing");
    return head;
}

Result<RecordHead> Store::record_head() const {
    if (session_ == nullptr) return no_store(url_);
    auto transaction = database::Transaction::begin(*session_, database::Access::read);
    if (!transaction) return transaction.failure();
    return head_of_record(*session_);
}

Result<std::vector<Failure>> Store::verify(const RecordHead& kept) const {
    std::vector<Failure> found;
    if (session_ == nullptr) return no_store(url_);
    auto transaction = database::Transaction::begin(*session_, database::Access::read);
    if (!transaction) return transaction.failure();
    const auto lineage = read_lineage(*session_);
    if (!lineage) return lineage.failure();
    if (lineage->name != kept.lineage)
        return std::vector{differs("the head is of another store: " + kept.lineage)};
    if (lineage->epoch < kept.epoch)
        return std::vector{differs(fmt::format("the head is of epoch {}, the store of epoch {}",
                                               kept.epoch, lineage->epoch))};
    for (const auto& [name, last] : kept.sites) {
        const auto site = find_site(*session_, name);
        if (!site) return site.failure();
        std::vector<Record> records;
        if (*site) {
            auto read = read_records({*session_, (*site)->number});
            if (!read) return read.failure();
            records = *std::move(read);
        }
        if (const auto chain = check_chain(name, records); !chain)
            found.push_back(chain.failure());
        else if (auto wrong = compare(name, last, records))
            found.push_back(*std::move(wrong));
    }
    return found;
}

}  // namespace colo::store
