#include "tests/intent/exporters/workbook/office.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <utility>

namespace colo::tests {

std::string output_of(const std::string& command) {
    std::string out;
    std::FILE* pipe = popen(command.c_str(), "r");  // NOLINT(cert-env33-c): as in a shell
    std::array<char, 4096> buffer{};
    while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe))
        out.append(buffer.data(), got);
    EXPECT_EQ(pclose(pipe), 0) << command << "\n" << out;
    return out;
}

void convert(const std::string& file, const std::string& format, const std::string& folder) {
    output_of("soffice -env:UserInstallation=file://" + folder + "/profile --headless " +
              "--convert-to '" + format + "' --outdir '" + folder + "' '" + file + "' 2>&1");
}

std::string part_of(const std::string& workbook, const std::string& name) {
    return output_of("unzip -p '" + workbook + "' '" + name + "'");
}

std::vector<std::vector<std::string>> read_csv(const std::string& text) {
    std::vector<std::vector<std::string>> out;
    std::vector<std::string> row;
    std::string cell;
    bool is_quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char letter = text[at];
        if (letter == '"') {
            if (is_quoted && text.substr(at, 2) == "\"\"")
                cell += text[at++];
            else
                is_quoted = !is_quoted;
        } else if (is_quoted || (letter != ',' && letter != '\n')) {
            cell += letter;
        } else {
            row.push_back(std::exchange(cell, {}));
            if (letter == '\n') out.push_back(std::exchange(row, {}));
        }
    }
    return out;
}

}  // namespace colo::tests
