#include "tools/colo/console.h"

#include <unistd.h>

#include <cstdlib>
#include <set>

#include "intent/base/result.h"

namespace colo::tool {

namespace {

bool wants_colour(Console::Colour colour, int descriptor) {
    if (colour != Console::Colour::automatic) return colour == Console::Colour::always;
    const char* no_colour = std::getenv("NO_COLOR");
    return !(no_colour && *no_colour) && isatty(descriptor);
}

/// Results that were written before a message are seen before it.
void write(std::FILE* to, std::string_view text) {
    if (to == stderr) std::fflush(stdout);
    std::fwrite(text.data(), 1, text.size(), to);
}

/// Where the page of diagnostics is: with the code, if there is but one.
std::string read_more(const Diagnostics& diagnostics) {
    std::set<std::string> codes;
    for (const Diagnostic& one : diagnostics.all()) codes.insert(one.code);
    if (codes.empty()) return {};
    return "read more: colo explain " + (codes.size() == 1 ? *codes.begin() : "CODE") + "\n";
}

}  // namespace

Console::Console(Colour colour, bool quiet, bool verbose)
    : colour_out_(wants_colour(colour, STDOUT_FILENO)),
      colour_err_(wants_colour(colour, STDERR_FILENO)),
      quiet_(quiet),
      verbose_(verbose),
      on_terminal_(isatty(STDERR_FILENO) != 0) {}

void Console::wipe() {
    if (progress_shown_) write(stderr, "\r\x1b[K");
    progress_shown_ = false;
}

void Console::result(std::string_view text) {
    wipe();
    write(stdout, text);
}

void Console::message(std::string_view text) {
    wipe();
    if (!quiet_) write(stderr, text);
}

void Console::fail(const Failure& failure) {
    wipe();
    write(stderr, to_text(failure, colour_err_));
}

void Console::show(const Diagnostics& diagnostics, const Sources& sources) {
    wipe();
    write(stderr, to_text(diagnostics, sources, colour_err_));
    message(read_more(diagnostics));
}

void Console::progress(std::string_view text) {
    if (!on_terminal_ || quiet_) return;
    wipe();
    write(stderr, text);
    progress_shown_ = true;
}

bool Console::can_ask() const { return isatty(STDIN_FILENO) && isatty(STDERR_FILENO); }

std::string Console::ask(std::string_view question) {
    wipe();
    write(stderr, question);
    std::string answer;
    for (int c = std::getchar(); c != EOF && c != '\n'; c = std::getchar())
        answer += static_cast<char>(c);
    return answer;
}

bool Console::all_written() { return std::fflush(stdout) == 0 && std::ferror(stdout) == 0; }

}  // namespace colo::tool
