/* SPDX-License-Identifier: GPL-3.0-or-later */

/* floor-figure FILE LANGUAGE ROWS: the least that a figure can cost. One PDF page, 7.5 in wide, with a title, a line
 * under it, ROWS bars with a label and a value each, and two lines of small type, by Cairo and Pango alone, in the
 * typefaces of our figures and with as many pieces of text. */

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH 540.0
#define ROW 14.0
#define LABELS 110.0

static const char *const words[2][4] = {
  { "161 recorded signatories from 16 countries", "The Pledge: signatories by home country.",
    "Number, and share of the 161 recorded signatories.", "United Kingdom" },
  { "161 个有记录的签署方来自 16 个国家", "《公约》签署方，按所在国。", "数量及占 161 个有记录签署方的比例。",
    "联合王国" },
};

static PangoLayout *layout;

static void
draw_text (cairo_t *cairo, const char *text, const char *font, double x, double y, int right)
{
  PangoFontDescription *description = pango_font_description_from_string (font);
  int width;

  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, &width, NULL);
  cairo_move_to (cairo, right ? x - (double) width / PANGO_SCALE : x, y);
  pango_cairo_show_layout (cairo, layout);
  pango_font_description_free (description);
}

int
main (int argc, char *argv[])
{
  int chinese = argc == 4 && strcmp (argv[2], "zh_CN") == 0, rows = argc == 4 ? atoi (argv[3]) : 0;
  const char *const *text = words[chinese];
  const char *family = chinese ? "Noto Sans CJK SC,Inter" : "Inter,Noto Sans CJK SC";
  double height = 120 + rows * ROW;
  char title[100], line[100], small[100], value[100];
  cairo_surface_t *surface;
  cairo_t *cairo;

  if (rows <= 0)
    return 2;
  snprintf (title, sizeof title, "%s Bold 12", family);
  snprintf (line, sizeof line, "%s 9", family);
  snprintf (small, sizeof small, "%s 7", family);
  surface = cairo_pdf_surface_create (argv[1], WIDTH, height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
  cairo = cairo_create (surface);
  layout = pango_cairo_create_layout (cairo);
  pango_context_set_language (pango_layout_get_context (layout), pango_language_from_string (chinese ? "zh-cn" : "en"));
  draw_text (cairo, text[0], title, 8, 8, 0);
  draw_text (cairo, text[1], line, 8, 28, 0);
  for (int i = 0; i < rows; i++)
    {
      double y = 60 + i * ROW, length = 300.0 * (rows - i) / rows;

      draw_text (cairo, text[3], line, LABELS, y, 1);
      cairo_set_source_rgb (cairo, 0.2, 0.4, 0.7);
      cairo_rectangle (cairo, LABELS + 6, y, length, ROW - 3);
      cairo_fill (cairo);
      cairo_set_source_rgb (cairo, 0, 0, 0);
      snprintf (value, sizeof value, "%d", 10 * (rows - i));
      draw_text (cairo, value, line, LABELS + 12 + length, y, 0);
      snprintf (value, sizeof value, "%.1f%%", 100.0 * (rows - i) / rows / 3);
      draw_text (cairo, value, line, LABELS + 40 + length, y, 0);
    }
  draw_text (cairo, text[2], small, 8, height - 40, 0);
  draw_text (cairo, "https://example.org/list", small, 8, height - 24, 0);
  g_object_unref (layout);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  return 0;
}
