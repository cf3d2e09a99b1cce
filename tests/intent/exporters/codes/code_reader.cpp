#include "tests/intent/exporters/codes/code_reader.h"

#include <cairo.h>
#include <dmtx.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include "intent/exporters/svg.h"

namespace colo::tests {

namespace {

namespace fs = std::filesystem;

// The drawing as a PNG; both files go when this does.
class Picture {
public:
    explicit Picture(const exporters::Drawing& drawing) {
        static int count = 0;
        const std::string name =
            "colo-code-" + std::to_string(getpid()) + "-" + std::to_string(++count);
        svg_ = fs::temp_directory_path() / (name + ".svg");
        png_ = fs::temp_directory_path() / (name + ".png");
        std::ofstream(svg_) << exporters::svg(drawing);
        const std::string command = "rsvg-convert -d 300 -p 300 -b white '" + svg_.string() +
                                    "' -o '" + png_.string() + "'";
        EXPECT_EQ(std::system(command.c_str()), 0) << command;  // NOLINT(cert-env33-c)
    }
    ~Picture() {
        fs::remove(svg_);
        fs::remove(png_);
    }
    Picture(const Picture&) = delete;
    Picture& operator=(const Picture&) = delete;
    const fs::path& png() const { return png_; }

private:
    fs::path svg_, png_;
};

std::string output_of(const std::string& command) {
    // NOLINTNEXTLINE(cert-env33-c): as in a shell
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::string out;
    char buffer[4096];
    while (const std::size_t got = pipe ? fread(buffer, 1, sizeof buffer, pipe.get()) : 0)
        out.append(buffer, got);
    return out;
}

struct Grey {
    std::vector<unsigned char> pixels;
    int width = 0, height = 0;
};

Grey grey(const fs::path& png) {
    cairo_surface_t* surface = cairo_image_surface_create_from_png(png.c_str());
    EXPECT_EQ(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
    Grey out;
    out.width = cairo_image_surface_get_width(surface);
    out.height = cairo_image_surface_get_height(surface);
    const unsigned char* data = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x)
            out.pixels.push_back(data[static_cast<std::ptrdiff_t>(y) * stride + 4 * x + 1]);
    cairo_surface_destroy(surface);
    return out;
}

}  // namespace

std::multiset<std::string> read_qr_codes(const exporters::Drawing& drawing) {
    const Picture picture(drawing);
    std::istringstream lines(
        output_of("zbarimg --nodbus --quiet --raw --set disable --set qrcode.enable '" +
                  picture.png().string() + "'"));
    std::multiset<std::string> out;
    for (std::string line; std::getline(lines, line);) out.insert(line);
    return out;
}

std::multiset<std::string> read_data_matrices(const exporters::Drawing& drawing, int most) {
    const Picture picture(drawing);
    Grey image = grey(picture.png());
    DmtxImage* pixels =
        dmtxImageCreate(image.pixels.data(), image.width, image.height, DmtxPack8bppK);
    DmtxDecode* decoder = dmtxDecodeCreate(pixels, 1);
    std::multiset<std::string> out;
    while (static_cast<int>(out.size()) < most) {
        DmtxRegion* region = dmtxRegionFindNext(decoder, nullptr);
        if (!region) break;
        if (DmtxMessage* message = dmtxDecodeMatrixRegion(decoder, region, DmtxUndefined)) {
            out.insert({reinterpret_cast<char*>(message->output),
                        static_cast<std::size_t>(message->outputIdx)});
            dmtxMessageDestroy(&message);
        }
        dmtxRegionDestroy(&region);
    }
    dmtxDecodeDestroy(&decoder);
    dmtxImageDestroy(&pixels);
    return out;
}

}  // namespace colo::tests
