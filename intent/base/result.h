// What a call that meets the world returns: a value, or why the world refused it.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace colo {

/// Why the world (a file, a database, a device) did not do what was asked.
struct Failure {
    std::string code;                 ///< stable, kebab-case: `store-locked`
    std::string message;              ///< what went wrong, one line, no full stop
    std::vector<std::string> causes;  ///< from the nearest cause to the deepest
    std::string hint;                 ///< what to do; may be empty
    bool may_retry = false;           ///< whether trying again later may help

    bool operator==(const Failure&) const = default;
};

/// Ends the program with a message: for what only a mistake in colo itself can cause.
[[noreturn]] inline void broken_promise(const char* file, int line, const char* what) {
    std::fprintf(stderr, "colo: internal error at %s:%d: %s\n", file, line, what);
    std::abort();
}

/// An assertion that stays in release builds.
#define COLO_ASSERT(condition, what) \
    ((condition) ? void(0) : ::colo::broken_promise(__FILE__, __LINE__, what))

/// A value of type T or a Failure. Asking for the one that is not there is a bug.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
    Result(Failure failure) : content_(std::in_place_index<1>, std::move(failure)) {}

    bool ok() const { return content_.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() & {
        COLO_ASSERT(ok(), "value of a failed result");
        return std::get<0>(content_);
    }
    const T& value() const& {
        COLO_ASSERT(ok(), "value of a failed result");
        return std::get<0>(content_);
    }
    T value() && {  // by value, so that a loop over a temporary's content is safe
        COLO_ASSERT(ok(), "value of a failed result");
        return std::get<0>(std::move(content_));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Failure& failure() const {
        COLO_ASSERT(!ok(), "failure of a good result");
        return std::get<1>(content_);
    }

private:
    std::variant<T, Failure> content_;
};

/// The value of a call that only succeeds or fails.
struct Done {
    bool operator==(const Done&) const = default;
};

}  // namespace colo
