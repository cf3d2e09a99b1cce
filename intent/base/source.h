// Where in which input file a value was written.
#pragma once

#include <string>
#include <vector>

namespace colo {

/// A place in one of the inputs. `file` is an index into Sources, -1 for "no place". Lines and
/// columns count from 1, columns and `length` in bytes; length 0 means "from here on".
struct SourceRange {
    int file = -1;
    int line = 0;
    int column = 0;
    int length = 0;

    bool known() const { return file >= 0; }
    auto operator<=>(const SourceRange&) const = default;
};

/// One input as it was read. `path` is how it is shown to the user: relative to the working
/// directory where it lies below it.
struct SourceFile {
    std::string path;
    std::string text;
};

/// All inputs of one run, so that every diagnostic can quote its line.
class Sources {
public:
    int add(std::string path, std::string text);  ///< its index; the same file is added once
    const SourceFile& file(int index) const;
    /// Frees the text of an input that nothing points into any more; its path stays.
    void forget_text(int index);
    int count() const { return static_cast<int>(files_.size()); }

    /// Text of one line without its line end; empty where there is no such line.
    std::string line(const SourceRange& range) const;

    /// `path:line:column`, or `path:line` with `with_column` false; empty for an unknown place.
    std::string where(const SourceRange& range, bool with_column = true) const;

private:
    std::vector<SourceFile> files_;
};

}  // namespace colo
