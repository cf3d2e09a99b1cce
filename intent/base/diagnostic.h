// What is wrong with the user's input, where, and how to mend it.
#pragma once

#include <string>
#include <vector>

#include "intent/base/source.h"

namespace colo {

enum class Severity { warning, error };

/// A second place that matters to a diagnostic.
struct Note {
    SourceRange at;
    std::string text;

    bool operator==(const Note&) const = default;
};

struct Diagnostic {
    Severity severity = Severity::error;
    std::string code;                 ///< stable, kebab-case; see language.md's tables
    std::string summary;              ///< one line
    SourceRange at;                   ///< unknown when no one place is to blame
    std::vector<std::string> detail;  ///< lines of explanation: what is short, by how much
    std::vector<Note> notes;
    std::string hint;    ///< what to do; may be empty
    std::string object;  ///< identity of the object concerned; may be empty
    std::string key;     ///< of the file, as a path: `interfaces[3].name`; may be empty

    bool operator==(const Diagnostic&) const = default;
};

/// Collects everything that is wrong, so that one run shows it all.
class Diagnostics {
public:
    /// Adds an error and returns it, so that detail, notes and a hint can be put on.
    Diagnostic& error(std::string code, SourceRange at, std::string summary);
    Diagnostic& warning(std::string code, SourceRange at, std::string summary);
    void add(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }

    bool has_errors() const { return errors() > 0; }
    int errors() const;
    int warnings() const;
    bool empty() const { return all_.empty(); }
    const std::vector<Diagnostic>& all() const { return all_; }
    void append(const Diagnostics& other);

    /// By file (in order of path), line and column; what has no place comes last. Exact
    /// repetitions are dropped.
    void sort(const Sources& sources);

private:
    std::vector<Diagnostic> all_;
};

/// One diagnostic as text, in the form of a compiler: a clickable first line, the source line with
/// a marker, detail, notes, hint. Ends with a newline. `colour` adds ANSI colours.
std::string to_text(const Diagnostic& diagnostic, const Sources& sources, bool colour);

/// All of them, and the closing count `2 errors in 1 file`.
std::string to_text(const Diagnostics& diagnostics, const Sources& sources, bool colour);

/// A failure of the world in the same voice: `colo: error: MESSAGE [CODE]`, causes, hint.
struct Failure;
std::string to_text(const Failure& failure, bool colour);

}  // namespace colo
