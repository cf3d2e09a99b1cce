#include "tests/schema_check.h"

#include <nlohmann/json.hpp>
#include <unistd.h>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <array>
#include <cstdio>

#include "tests/golden.h"

namespace colo::tests {

namespace {

namespace fs = std::filesystem;
using valijson::adapters::NlohmannJsonAdapter;

fs::path schema_file(const std::string& name) {
    return fs::path(COLO_SOURCE_DIR) / "tests/schemas" / name;
}

std::string output_of(const std::string& command) {
    std::string out;
    std::FILE* pipe = popen(command.c_str(), "r");  // NOLINT(cert-env33-c): as in a shell
    std::array<char, 4096> buffer{};
    while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe))
        out.append(buffer.data(), got);
    if (pclose(pipe) != 0 && out.empty()) out = command + " failed";
    return out;
}

}  // namespace

std::string json_faults(const std::string& text, const std::string& schema) {
    const auto document = nlohmann::json::parse(text, nullptr, false);
    if (document.is_discarded()) return "not JSON";
    const auto rules = nlohmann::json::parse(read_golden(schema_file(schema)));
    valijson::Schema parsed;
    valijson::SchemaParser().populateSchema(NlohmannJsonAdapter(rules), parsed);
    valijson::ValidationResults results;
    if (valijson::Validator().validate(parsed, NlohmannJsonAdapter(document), &results)) return "";
    std::string faults;
    for (valijson::ValidationResults::Error error; results.popError(error);) {
        for (const std::string& part : error.context) faults += part;
        faults += ": " + error.description + "\n";
    }
    return faults;
}

std::string junit_faults(const std::string& text) {
    std::string file = (fs::temp_directory_path() / "colo-junit-XXXXXX").string();
    close(mkstemp(file.data()));
    std::ofstream(file, std::ios::binary) << text;
    std::string said = output_of("xmllint --nonet --noout --schema '" +
                                 schema_file("junit.xsd").string() + "' '" + file + "' 2>&1");
    fs::remove(file);
    return said == file + " validates\n" ? "" : said;
}

}  // namespace colo::tests
