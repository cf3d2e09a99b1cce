// What all sessions over SOCI have in common. Included in this folder only.
#pragma once

#include <functional>
#include <string>
#include <utility>

#include "intent/database/session.h"
#include "intent/database/soci.h"

namespace colo::database {

class SociSession : public Session {
public:
    Result<std::int64_t> execute(const std::string& sql, const Parameters& with) override;
    Result<Done> each(const std::string& sql, const Parameters& with,
                      const std::function<void(Row&)>& take) override;
    Result<Done> commit() override;
    void rollback() noexcept override;

protected:
    /// What a failed call means, in the words of the one kind of database.
    virtual Failure failure_of(const std::exception& error) = 0;

    /// Gives what the call gives, or what its exception means.
    template <class Call>
    auto guarded(Call&& call) -> Result<decltype(call())> {
        try {
            return std::forward<Call>(call)();
        } catch (const soci::soci_error& error) {
            return failure_of(error);
        } catch (const std::bad_cast& error) {
            return failure_of(error);
        }
    }

    soci::session sql_;
};

}  // namespace colo::database
