#include "intent/database/transaction.h"

#include <utility>

namespace colo::database {

Result<Transaction> Transaction::begin(Session& session, Access access) {
    const auto begun = session.begin(access);
    if (!begun) return begun.failure();
    return Transaction(session);
}

Transaction::Transaction(Transaction&& other) noexcept
    : session_(std::exchange(other.session_, nullptr)) {}

Transaction::~Transaction() {
    if (session_ != nullptr) session_->rollback();
}

Result<Done> Transaction::commit() {
    COLO_ASSERT(session_ != nullptr, "a transaction ends once");
    auto done = session_->commit();
    if (done) session_ = nullptr;
    return done;
}

}  // namespace colo::database
