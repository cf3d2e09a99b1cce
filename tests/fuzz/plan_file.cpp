// A saved plan of any bytes, as they stand and with the digest that they should have: what is read
// is shown in every view.
#include "intent/plan/plan_file.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace colo::plan;
    const std::string text(reinterpret_cast<const char*>(data), size);
    const std::size_t line = text.find('\n');
    for (const std::string& one :
         {text, sealed(text.substr(line == std::string::npos ? 0 : line + 1))}) {
        const auto read = read_plan_file(one);
        if (!read) {
            if (read.failure().causes.empty()) std::abort();  // refused, and nobody says why
            continue;
        }
        for (const View view : {View::terse, View::full}) to_text(read->plan, view, true);
        to_json(*read, "2026-11-21T09:42:00Z");
        if (!read_plan_file(to_file(*read))) std::abort();  // what was read cannot be written
    }
    return 0;
}
