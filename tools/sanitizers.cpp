// What the leak checker passes over in the builds with sanitizers: what libraries keep until the
// program ends, on purpose. Ours is always told.

// NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): these names are its own
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_options();

const char* __lsan_default_suppressions() { return "leak:libfontconfig\n"; }
const char* __lsan_default_options() { return "print_suppressions=0"; }
// NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)
