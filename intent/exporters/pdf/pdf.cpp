#include "intent/exporters/pdf/pdf.h"

#include <cairo-pdf.h>

#include <string_view>

#include "intent/exporters/pdf/canvas.h"

namespace colo::exporters {

namespace {

cairo_status_t append(void* to, const unsigned char* bytes, unsigned count) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

void describe(cairo_surface_t* surface, const PdfHead& head) {
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, head.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "colo");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, head.created.c_str());
}

void add_bookmark(cairo_surface_t* surface, const std::string& title, std::size_t page) {
    const std::string link = "page=" + std::to_string(page) + " pos=[0 0]";
    cairo_pdf_surface_add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, title.c_str(), link.c_str(),
                                  cairo_pdf_outline_flags_t{});
}

void draw_pages(cairo_surface_t* surface, cairo_t* cairo, const std::vector<Drawing>& pages) {
    Canvas canvas(cairo);
    const std::string* title = nullptr;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const Drawing& page = pages[i];
        cairo_pdf_surface_set_size(surface, points(page.width), points(page.height));
        if (!page.title.empty() && (!title || *title != page.title))
            add_bookmark(surface, page.title, i + 1);
        title = &page.title;
        canvas.draw(page);
        cairo_show_page(cairo);
    }
}

/// Cairo 1.16 counts the bookmarks below zero, which ISO 32000-1, 12.3.3 does not allow. The file
/// stays as long as it was, as its table of places needs.
void mend_bookmarks(std::string& out) {
    const std::size_t outlines = out.rfind("\n<< /Type /Outlines\n");
    if (outlines == std::string::npos) return;
    const std::size_t end = out.find("endobj", outlines);
    const std::size_t count = out.find("/Count -", outlines);
    if (count < end) out[count + std::string_view("/Count ").size()] = ' ';
}

Failure failed(cairo_status_t status) {
    return {"pdf-failed", "the PDF cannot be made", {cairo_status_to_string(status)}};
}

}  // namespace

CairoFontOptions print_options() {
    CairoFontOptions options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    return options;
}

Result<std::string> pdf(const std::vector<Drawing>& pages, const PdfHead& head) {
    std::string out;
    const CairoSurface surface(
        cairo_pdf_surface_create_for_stream(append, &out, points(mm(210)), points(mm(297))));
    describe(surface.get(), head);
    cairo_status_t of_drawing{};
    {
        const CairoContext cairo(cairo_create(surface.get()));
        draw_pages(surface.get(), cairo.get(), pages);
        of_drawing = cairo_status(cairo.get());
    }
    cairo_surface_finish(surface.get());
    const cairo_status_t of_surface = cairo_surface_status(surface.get());
    if (of_drawing != CAIRO_STATUS_SUCCESS) return failed(of_drawing);
    if (of_surface != CAIRO_STATUS_SUCCESS) return failed(of_surface);
    mend_bookmarks(out);
    return out;
}

}  // namespace colo::exporters
