// A transaction: what is not committed when it goes out of scope never was.
#pragma once

#include "intent/base/result.h"
#include "intent/database/session.h"

namespace colo::database {

class Transaction {
public:
    static Result<Transaction> begin(Session& session, Access access);

    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    /// Makes it last. After a failure nothing of it remains, but for `unknown_outcome`.
    Result<Done> commit();

private:
    explicit Transaction(Session& session) : session_(&session) {}

    Session* session_;  ///< null once it has ended or was moved from
};

}  // namespace colo::database
