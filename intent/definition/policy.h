// How much of a file must be right: ours all of it, other people's as much as can be.
#pragma once

#include "intent/base/diagnostic.h"

namespace colo::definition {

/// `strict` for our own files, `lenient` for those of the community's library.
enum class Policy : std::uint8_t { strict, lenient };

/// Says what is odd and leaves the rest readable: an error in our files, a warning in others'.
inline Diagnostic& say_odd(Policy policy, Diagnostics& out, std::string code, SourceRange at,
                           std::string summary) {
    return policy == Policy::strict ? out.error(std::move(code), at, std::move(summary))
                                    : out.warning(std::move(code), at, std::move(summary));
}

}  // namespace colo::definition
