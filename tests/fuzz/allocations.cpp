// A file of allocations of any bytes, with generation on top of what could be read.
#include "intent/definition/allocations_file.h"
#include "tests/fuzz/project.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const colo::fuzz::Project project;
    using namespace colo;
    project.write("site.allocations.yaml", data, size);
    Sources sources;
    Diagnostics problems;
    const auto file =
        definition::read_allocations(project.root() / "site.allocations.yaml", sources, problems);
    if (file)
        project.build("pop1", file->allocations());
    else if (!problems.has_errors())
        std::abort();  // nothing was read, and nobody says why
    to_text(problems, sources, false);
    return 0;
}
