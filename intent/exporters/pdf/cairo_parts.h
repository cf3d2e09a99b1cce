// Cairo's and pango's objects as values that clean up after themselves, and units.
#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include <memory>

#include "intent/exporters/drawing.h"

namespace colo::exporters {

template <auto destroy>
struct Destroy {
    template <class Object>
    void operator()(Object* object) const {
        destroy(object);
    }
};

using CairoSurface = std::unique_ptr<cairo_surface_t, Destroy<cairo_surface_destroy>>;
using CairoContext = std::unique_ptr<cairo_t, Destroy<cairo_destroy>>;
using CairoPattern = std::unique_ptr<cairo_pattern_t, Destroy<cairo_pattern_destroy>>;
using CairoFontFace = std::unique_ptr<cairo_font_face_t, Destroy<cairo_font_face_destroy>>;
using CairoFontOptions = std::unique_ptr<cairo_font_options_t, Destroy<cairo_font_options_destroy>>;
using CairoScaledFont = std::unique_ptr<cairo_scaled_font_t, Destroy<cairo_scaled_font_destroy>>;
using PangoFonts = std::unique_ptr<PangoFontMap, Destroy<g_object_unref>>;
using PangoTextContext = std::unique_ptr<PangoContext, Destroy<g_object_unref>>;
using PangoText = std::unique_ptr<PangoLayout, Destroy<g_object_unref>>;
using PangoFontName = std::unique_ptr<PangoFontDescription, Destroy<pango_font_description_free>>;

/// A PDF is measured in points, 72 to the inch.
constexpr double points(Micrometres length) { return static_cast<double>(length) * 72 / 25400; }

/// Font options for print: letters where they belong, not where a screen has pixels.
CairoFontOptions print_options();

}  // namespace colo::exporters
