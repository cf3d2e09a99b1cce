#include <gmock/gmock.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "intent/exporters/archive.h"

namespace colo::exporters {

namespace {

/// What Python's own reader says of an archive: each name, its date, its size and first bytes.
std::string read_by_python(const std::string& bytes) {
    std::string name = (std::filesystem::temp_directory_path() / "colo-zip-XXXXXX").string();
    close(mkstemp(name.data()));
    std::ofstream(name, std::ios::binary) << bytes;
    const std::string command =
        "python3 -c \"import zipfile,sys\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is "
        "None\nfor i in z.infolist(): print(i.filename,i.date_time[:3],z.read(i)[:20])\" " +
        name;
    std::string out;
    std::FILE* const pipe = popen(command.c_str(), "r");  // NOLINT(cert-env33-c): as in a shell
    std::array<char, 4096> buffer{};
    while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe))
        out.append(buffer.data(), got);
    pclose(pipe);
    std::filesystem::remove(name);
    return out;
}

}  // namespace

TEST(Archive, AnotherProgramReadsEveryFileBack) {
    const auto made =
        zip_of({{"a.pdf", "%PDF"}, {"t/Käfig.csv", std::string(100'000, 'x')}}, "ams1-sheet");
    ASSERT_TRUE(made);
    EXPECT_EQ(read_by_python(*made),
              "ams1-sheet/a.pdf (1980, 1, 1) b'%PDF'\n"
              "ams1-sheet/t/Käfig.csv (1980, 1, 1) b'xxxxxxxxxxxxxxxxxxxx'\n");
    EXPECT_LT(made->size(), 10'000U);
}

TEST(Archive, TheSameFilesGiveTheSameBytes) {
    const Files files{{"a", "1"}, {"b", "2"}};
    const auto first = zip_of(files, "x");
    sleep(2);  // the format's times are that coarse
    EXPECT_EQ(*first, *zip_of(files, "x"));
}

}  // namespace colo::exporters
