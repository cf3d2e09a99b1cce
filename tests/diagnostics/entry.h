// The catalogue of diagnostics: for each code one file `CODE.yaml` in this folder, which says what
// the code means, how to bring it about, and how to mend it. The page
// intent/definition/diagnostics.md is made from it.
#pragma once

#include "intent/definition/scalars.h"

namespace colo::tests {

/// A change to a copy of the shipped inputs. `<0D>` in `put` stands for a byte that no YAML text
/// may hold.
struct Edit {
    SourceRange at;
    std::string in;                    ///< the file, from the root of the project
    std::string find, put;             ///< the first `find` becomes `put`
    std::optional<std::string> write;  ///< the whole file
};

template <class F>
void describe_fields(F& field, Edit& e) {
    field.required("in", e.in, "");
    field.optional("find", e.find, "");
    field.optional("put", e.put, "");
    field.optional("write", e.write, "");
}

struct Entry {
    SourceRange at;
    std::string code;  ///< the file's name
    std::string what, mend;
    std::vector<Edit> example;
    std::string site = "lab1";  ///< what is validated
    std::string intent;         ///< instead of an example: what is broken (broken_intents.h)
    std::string library;        ///< instead of a site: the folder that is checked as a library
    bool applied = false;       ///< the site was applied before the example changes it
    /// Instead of a site: what is typed behind `colo`, one after the other; the last says it.
    std::vector<std::string> session;
    std::string says;  ///< instead of an example, where no file of ours can bring it about
    std::vector<std::string> beside;  ///< other codes that the example cannot help bringing about
};

template <class F>
void describe_fields(F& field, Entry& e) {
    field.required("what", e.what, "");
    field.optional("example", e.example, "");
    field.optional("site", e.site, "");
    field.optional("intent", e.intent, "");
    field.optional("library", e.library, "");
    field.optional("applied", e.applied, "");
    field.optional("session", e.session, "");
    field.optional("says", e.says, "");
    field.optional("beside", e.beside, "");
    field.required("mend", e.mend, "");
}

/// All entries by code. An entry that cannot be read fails the test.
std::vector<Entry> all_entries();

}  // namespace colo::tests
