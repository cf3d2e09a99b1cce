// Where a command writes: results to stdout, messages to stderr, progress to a terminal.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "intent/base/diagnostic.h"

namespace colo {
struct Failure;
}

namespace colo::tool {

class Console {
public:
    enum class Colour { automatic, always, never };
    Console(Colour colour, bool quiet, bool verbose);

    void result(std::string_view text);   ///< to stdout
    void message(std::string_view text);  ///< to stderr; nothing with -q
    void fail(const Failure& failure);
    /// All of them as text, the count, and where to read more.
    void show(const Diagnostics& diagnostics, const Sources& sources);

    /// What is being done, on one line of a terminal that the next message wipes out; nothing
    /// elsewhere.
    void progress(std::string_view text);

    bool colour_out() const { return colour_out_; }
    bool colour_err() const { return colour_err_; }
    bool verbose() const { return verbose_; }
    /// Whether a person can be asked.
    bool can_ask() const;
    /// Asks, and reads one line; empty at the end of the input.
    std::string ask(std::string_view question);
    /// Whether everything could be written; a full disk or a closed pipe is no success.
    bool all_written();

private:
    void wipe();

    bool colour_out_, colour_err_, quiet_, verbose_;
    bool on_terminal_;
    bool progress_shown_ = false;
};

}  // namespace colo::tool
