#include "intent/definition/exception_dates.h"

namespace colo::definition {

void warn_of_past(const Site& site, std::string_view today, Diagnostics& out) {
    for (const ExceptionEntry& exception : site.exceptions) {
        if (!exception.until || **exception.until >= today) continue;
        Diagnostic& warning =
            out.warning("exception-past", exception.until->at,
                        fmt::format("this exception should have ended on {}", **exception.until));
        warning.detail = {fmt::format("{}: {}", exception.on_text, exception.set_text),
                          fmt::format("because {}", exception.reason)};
        warning.hint = "take it out, or agree on another day and write that down";
    }
}

}  // namespace colo::definition
