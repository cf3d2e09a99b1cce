#include "tools/bench/sheet/floors.h"

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xlsxwriter.h>
#include <zint.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <set>

namespace colo::bench {

using exporters::Drawing;

namespace {

template <class See>
void each_text(const std::vector<exporters::Shape>& shapes, See&& see) {
    for (const exporters::Shape& shape : shapes) {
        if (const auto* text = std::get_if<exporters::Text>(&shape.what)) see(*text);
        if (const auto* group = std::get_if<exporters::Group>(&shape.what))
            each_text(group->shapes, see);
    }
}

/// Runs one of the scripts beside this file, which prints its seconds; nothing where it cannot.
std::optional<double> seconds_of_script(const char* name, const std::filesystem::path& input) {
    const std::string command =
        fmt::format("/usr/bin/python3 '{}/tools/bench/sheet/{}' '{}' 2>/dev/null", COLO_SOURCE_DIR,
                    name, input.string());
    std::FILE* const pipe = popen(command.c_str(), "r");  // NOLINT(cert-env33-c): a peer
    if (!pipe) return std::nullopt;
    std::array<char, 64> line{};
    const bool got = std::fgets(line.data(), static_cast<int>(line.size()), pipe) != nullptr;
    const int status = pclose(pipe);
    if (!got || status != 0) return std::nullopt;
    return std::strtod(line.data(), nullptr);
}

}  // namespace

void write_cells(const sheets::Sheet& sheet, const std::filesystem::path& file) {
    lxw_workbook* const book = workbook_new(file.c_str());
    for (const sheets::Table& table : sheet.tables) {
        lxw_worksheet* const page = workbook_add_worksheet(book, table.key.c_str());
        for (std::size_t r = 0; r < table.rows.size(); ++r)
            for (std::size_t c = 0; c < table.columns.size(); ++c) {
                const sheets::Cell& cell = table.rows[r].cells[c];
                const auto row = static_cast<lxw_row_t>(r);
                const auto column = static_cast<lxw_col_t>(c);
                if (const auto* text = std::get_if<std::string>(&cell))
                    worksheet_write_string(page, row, column, text->c_str(), nullptr);
                else if (!std::holds_alternative<std::monostate>(cell))
                    worksheet_write_number(page, row, column,
                                           std::strtod(to_text(cell).c_str(), nullptr), nullptr);
            }
    }
    workbook_close(book);
}

void draw_texts(const std::vector<Drawing>& pages, const std::filesystem::path& file) {
    constexpr double points = 72.0 / 25'400;  // of a micrometre
    cairo_surface_t* const surface = cairo_pdf_surface_create(file.c_str(), 595, 842);
    cairo_t* const cairo = cairo_create(surface);
    cairo_select_font_face(cairo, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(cairo, 6);
    for (const Drawing& page : pages) {
        cairo_pdf_surface_set_size(surface, static_cast<double>(page.width) * points,
                                   static_cast<double>(page.height) * points);
        each_text(page.shapes, [&](const exporters::Text& text) {
            cairo_move_to(cairo, static_cast<double>(text.at.x) * points,
                          static_cast<double>(text.at.y) * points);
            cairo_show_text(cairo, text.content.c_str());
        });
        cairo_show_page(cairo);
    }
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
}

void encode(const std::vector<sheets::Label>& labels) {
    std::set<std::string> codes;
    for (const sheets::Label& label : labels) codes.insert(label.code);
    for (const std::string& code : codes) {
        zint_symbol* const symbol = ZBarcode_Create();
        symbol->symbology = BARCODE_QRCODE;
        ZBarcode_Encode(symbol, reinterpret_cast<const unsigned char*>(code.data()),
                        static_cast<int>(code.size()));
        ZBarcode_Delete(symbol);
    }
}

std::optional<double> openpyxl_seconds(const sheets::Sheet& sheet,
                                       const std::filesystem::path& folder) {
    nlohmann::json tables;
    for (const sheets::Table& table : sheet.tables) {
        nlohmann::json rows = nlohmann::json::array();
        for (const sheets::Row& row : table.rows) {
            nlohmann::json cells = nlohmann::json::array();
            for (const sheets::Cell& cell : row.cells) cells.push_back(to_text(cell));
            rows.push_back(std::move(cells));
        }
        tables[table.key] = std::move(rows);
    }
    std::ofstream(folder / "cells.json") << tables.dump();
    return seconds_of_script("openpyxl-cells", folder / "cells.json");
}

std::optional<double> reportlab_seconds(const std::vector<Drawing>& pages,
                                        const std::filesystem::path& folder) {
    constexpr double points = 72.0 / 25'400;
    nlohmann::json all = nlohmann::json::array();
    for (const Drawing& page : pages) {
        nlohmann::json texts = nlohmann::json::array();
        each_text(page.shapes, [&](const exporters::Text& text) {
            texts.push_back({static_cast<double>(text.at.x) * points,
                             static_cast<double>(text.at.y) * points, text.content});
        });
        all.push_back(std::move(texts));
    }
    std::ofstream(folder / "texts.json") << all.dump();
    return seconds_of_script("reportlab-texts", folder / "texts.json");
}

}  // namespace colo::bench
