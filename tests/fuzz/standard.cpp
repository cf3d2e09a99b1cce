// A standard of any bytes, under a site definition that is sound.
#include "tests/fuzz/project.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const colo::fuzz::Project project;
    using namespace colo;
    project.write("standards/edge-pop/1.0.0/standard.yaml", data, size);
    project.build("pop1");
    return 0;
}
