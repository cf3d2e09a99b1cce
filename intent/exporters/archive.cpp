#include "intent/exporters/archive.h"

#include <zip.h>

#include <memory>

namespace colo::exporters {

namespace {

Failure failed(const char* what) {
    return {
        "archive-not-made", "the archive could not be made", {what}, "is there memory left?", true};
}

struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;

const char* add_all(zip_t* archive, const Files& files, const std::string& folder) {
    constexpr zip_uint16_t no_time = 0, first_day = (1 << 5) | 1;  // 1980-01-01 00:00
    for (const auto& [name, bytes] : files) {
        zip_source_t* const source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        if (!source) return "no room for a file";
        const std::string path = folder + "/" + name;
        const zip_int64_t at = zip_file_add(archive, path.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (at < 0) {
            zip_source_free(source);
            return zip_strerror(archive);
        }
        const auto index = static_cast<zip_uint64_t>(at);
        zip_file_set_dostime(archive, index, no_time, first_day, 0);
        // these are compressed already
        const bool is_packed = name.ends_with(".xlsx") || name.ends_with(".pdf");
        zip_set_file_compression(archive, index, is_packed ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 1);
    }
    return nullptr;
}

std::string bytes_of(zip_source_t* source) {
    zip_stat_t stat;
    zip_source_stat(source, &stat);
    std::string out(stat.size, '\0');
    zip_source_open(source);
    const zip_int64_t read = zip_source_read(source, out.data(), out.size());
    zip_source_close(source);
    out.resize(read < 0 ? 0 : static_cast<std::size_t>(read));
    return out;
}

}  // namespace

Result<std::string> zip_of(const Files& files, const std::string& folder) {
    zip_error_t error;
    zip_error_init(&error);
    const Source source(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!source) return failed("no room for the archive");
    zip_t* const archive = zip_open_from_source(source.get(), ZIP_TRUNCATE, &error);
    if (!archive) return failed("it could not be begun");
    zip_source_keep(source.get());  // closing takes one hold away
    if (const char* const why = add_all(archive, files, folder)) {
        const std::string said = why;
        zip_discard(archive);
        return failed(said.c_str());
    }
    if (zip_close(archive) < 0) {
        zip_discard(archive);
        return failed("it could not be closed");
    }
    return bytes_of(source.get());
}

}  // namespace colo::exporters
