// A site definition of any bytes.
#include "tests/fuzz/project.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const colo::fuzz::Project project;
    using namespace colo;
    project.write("site-definitions/pop1.yaml", data, size);
    project.build("pop1");
    return 0;
}
