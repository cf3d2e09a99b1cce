// A file of a hardware library of any bytes, read as a stranger's and as ours.
#include "intent/definition/library_check.h"
#include "tests/fuzz/project.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const colo::fuzz::Project project;
    using namespace colo;
    project.write("library/device-types/Any/any.yaml", data, size);
    for (const char* ours : {"", "library"}) {
        Sources sources;
        Diagnostics problems;
        definition::check_library(project.root() / "library",
                                  *ours ? project.root() / ours : std::filesystem::path(), sources,
                                  problems);
        to_text(problems, sources, false);
    }
    return 0;
}
