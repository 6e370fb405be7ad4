/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-render.h"

#include "nsc-bar-mark.h"
#include "nsc-error.h"

#include <glib/gstdio.h>
#include <cairo.h>
#include <math.h>
#include <png.h>
#include <poppler.h>
#include <string.h>

/* poppler has none of its own. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

static NscScene *
make_scene (const char *language, double width, double height)
{
  g_autoptr (NscFigure) figure = nsc_figure_new (language);
  const char *const labels[] = { "Germany", "日本", "Unknown" };
  const NscBar bars[] = {
    { 1, 4, "4", "40 %", "Germany: 4", NSC_COLOR_BLUE, NSC_PATTERN_SOLID, FALSE, 8, "8 reported" },
    { 2, 4, "4", "40 %", "日本: 4", NSC_COLOR_BLUE, NSC_PATTERN_SOLID, FALSE, NAN, NULL },
    { 3, 2, "2", "20 %", "Unknown: 2", NSC_COLOR_CONTEXT, NSC_PATTERN_OUTLINE, TRUE, NAN, NULL },
  };
  g_autoptr (NscScale) scale = nsc_scale_new_linear (0, 8);
  NscAxis *values = nsc_axis_new_values (scale);

  nsc_axis_set_quiet (values, TRUE);
  nsc_figure_set_title (figure, "47 个已收录签署方 — signatories");
  nsc_figure_set_subtitle (figure, "规范图景");
  nsc_figure_add_note (figure, "Coverage.", "90 of 161.");
  nsc_figure_set_source (figure, "Sources: a list.");
  nsc_figure_take_rows (figure, nsc_axis_new_bands (labels, G_N_ELEMENTS (labels)));
  nsc_figure_take_values (figure, values);
  nsc_figure_take_mark (figure, nsc_bar_mark_new (bars, G_N_ELEMENTS (bars)));
  return nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), width, height);
}

static GBytes *
render (NscScene *scene, NscFormat format, const NscRenderOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = nsc_render_to_bytes (scene, format, options, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_endings (void)
{
  g_autoptr (GError) error = NULL;
  NscFormat format;

  g_assert_true (nsc_format_for_path ("/a.b/figure.PDF", &format, NULL));
  g_assert_cmpint (format, ==, NSC_FORMAT_PDF);
  g_assert_true (nsc_format_for_path ("figure.Svg", &format, NULL));
  g_assert_cmpint (format, ==, NSC_FORMAT_SVG);
  g_assert_true (nsc_format_for_path ("figure.eps", &format, NULL));
  g_assert_cmpint (format, ==, NSC_FORMAT_EPS);
  g_assert_true (nsc_format_for_path ("figure.png", &format, NULL));
  g_assert_cmpint (format, ==, NSC_FORMAT_PNG);
  g_assert_false (nsc_format_for_path ("/a.pdf/figure.docx", &format, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_USAGE);
  g_assert_nonnull (strstr (error->message, ".pdf, .svg, .eps, .png"));
}

static void
test_pdf (void)
{
  const NscRenderOptions options = { 0, { 2023, 8, 0 } };
  g_autoptr (NscScene) scene = make_scene ("zh_CN", 238.11, 200);
  g_autoptr (GBytes) bytes = render (scene, NSC_FORMAT_PDF, &options);
  g_autoptr (GError) error = NULL;
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_autoptr (PopplerPage) page = NULL;
  g_autoptr (GDateTime) created = NULL;
  g_autofree char *title = NULL, *creator = NULL, *text = NULL;
  PopplerFontInfo *fonts;
  PopplerFontsIter *iter = NULL;
  gboolean has_inter = FALSE, has_noto = FALSE;
  double width, height;

  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
  page = poppler_document_get_page (document, 0);
  poppler_page_get_size (page, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 238.11, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 200, 0.01);
  title = poppler_document_get_title (document);
  g_assert_cmpstr (title, ==, "47 个已收录签署方 — signatories");
  creator = poppler_document_get_creator (document);
  g_assert_true (g_str_has_prefix (creator, "Normscape"));
  created = poppler_document_get_creation_date_time (document);
  g_assert_cmpint (g_date_time_to_unix (created), ==, 1690848000); /* 2023-08-01T00:00:00Z */
  text = poppler_page_get_text (page);
  g_assert_nonnull (strstr (text, "已收录签署方"));
  g_assert_nonnull (strstr (text, "日本"));
  g_assert_nonnull (strstr (text, "8 reported"));
  fonts = poppler_font_info_new (document);
  g_assert_true (poppler_font_info_scan (fonts, 1, &iter));
  do
    {
      const char *name = poppler_fonts_iter_get_full_name (iter);

      g_assert_true (poppler_fonts_iter_is_embedded (iter));
      g_assert_true (poppler_fonts_iter_is_subset (iter));
      has_inter |= strstr (name, "Inter") != NULL;
      has_noto |= strstr (name, "NotoSansCJKsc") != NULL;
    }
  while (poppler_fonts_iter_next (iter));
  poppler_fonts_iter_free (iter);
  g_object_unref (fonts);
  g_assert_true (has_inter && has_noto);
}

static gboolean
has_bytes (GBytes *bytes, const char *words)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i + strlen (words) <= length; i++)
    if (memcmp (data + i, words, strlen (words)) == 0)
      return TRUE;
  return FALSE;
}

static void
test_pdf_language (void)
{
  g_autoptr (NscScene) chinese = make_scene ("zh_CN", 238, 0);
  g_autoptr (NscScene) english = make_scene ("en", 238, 0);
  g_autoptr (GBytes) chinese_bytes = render (chinese, NSC_FORMAT_PDF, NULL);
  g_autoptr (GBytes) english_bytes = render (english, NSC_FORMAT_PDF, NULL);

  g_assert_true (has_bytes (chinese_bytes, "/Lang (zh-CN)"));
  g_assert_true (has_bytes (english_bytes, "/Lang (en)"));
}

static void
test_pdf_dates (void)
{
  const struct
  {
    NscDate date;
    gint64 expected;
  } cases[] = {
    { { 0, 0, 0 }, 946684800 },     { { 9999, 0, 0 }, 946684800 },   { { 2015, 0, 0 }, 1420070400 },
    { { 2015, 9, 0 }, 1441065600 }, { { 2015, 9, 25 }, 1443139200 },
  };
  g_autoptr (NscScene) scene = make_scene ("en", 238, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NscRenderOptions options = { 0, cases[i].date };
      g_autoptr (GBytes) bytes = render (scene, NSC_FORMAT_PDF, &options);
      g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (bytes, NULL, NULL);
      g_autoptr (GDateTime) created = poppler_document_get_creation_date_time (document);

      g_assert_cmpint (g_date_time_to_unix (created), ==, cases[i].expected);
    }
}

typedef struct
{
  png_uint_32 width, height, per_metre_x, per_metre_y;
  char *title, *description, *time, *software;
  gboolean has_time;
  guint8 corner[3];
} Picture;

/* Reads what libpng says of the bytes. */
static Picture
read_picture (GBytes *bytes)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  FILE *file = fmemopen ((void *) data, length, "rb");
  png_structp png = png_create_read_struct (PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png_create_info_struct (png);
  Picture picture = { 0 };
  png_textp texts;
  png_bytepp rows;
  int n_texts, unit;

  png_init_io (png, file);
  png_read_png (png, info, PNG_TRANSFORM_IDENTITY, NULL);
  picture.width = png_get_image_width (png, info);
  picture.height = png_get_image_height (png, info);
  g_assert_cmpuint (png_get_pHYs (png, info, &picture.per_metre_x, &picture.per_metre_y, &unit), ==, PNG_INFO_pHYs);
  g_assert_cmpint (unit, ==, PNG_RESOLUTION_METER);
  n_texts = png_get_text (png, info, &texts, NULL);
  for (int i = 0; i < n_texts; i++)
    if (g_str_equal (texts[i].key, "Title"))
      picture.title = g_strdup (texts[i].text);
    else if (g_str_equal (texts[i].key, "Description"))
      picture.description = g_strdup (texts[i].text);
    else if (g_str_equal (texts[i].key, "Creation Time"))
      picture.time = g_strdup (texts[i].text);
    else if (g_str_equal (texts[i].key, "Software"))
      picture.software = g_strdup (texts[i].text);
  picture.has_time = png_get_valid (png, info, PNG_INFO_tIME) != 0;
  rows = png_get_rows (png, info);
  memcpy (picture.corner, rows[picture.height - 1] + (picture.width - 1) * 3, 3);
  png_destroy_read_struct (&png, &info, NULL);
  fclose (file);
  return picture;
}

static void
test_png (void)
{
  const double dpis[] = { 72, 96, 150, 300, 333.3 };
  g_autoptr (NscScene) scene = make_scene ("en", 238.11, 150.3);
  g_autofree char *description = nsc_figure_describe (nsc_scene_get_figure (scene));

  for (gsize i = 0; i < G_N_ELEMENTS (dpis); i++)
    {
      NscRenderOptions options = { dpis[i], { 2023, 8, 0 } };
      g_autoptr (GBytes) bytes = render (scene, NSC_FORMAT_PNG, &options);
      Picture picture = read_picture (bytes);

      g_assert_cmpuint (picture.width, ==, (guint) round (238.11 / 72 * dpis[i]));
      g_assert_cmpuint (picture.height, ==, (guint) round (150.3 / 72 * dpis[i]));
      g_assert_cmpuint (picture.per_metre_x, ==, (guint) round (dpis[i] / 0.0254));
      g_assert_cmpuint (picture.per_metre_y, ==, picture.per_metre_x);
      g_assert_cmpstr (picture.title, ==, "47 个已收录签署方 — signatories");
      g_assert_cmpstr (picture.description, ==, description);
      g_assert_cmpstr (picture.time, ==, "2023-08-01T00:00:00Z");
      g_assert_true (g_str_has_prefix (picture.software, "Normscape "));
      g_assert_false (picture.has_time);
      g_assert_cmpuint (picture.corner[0] & picture.corner[1] & picture.corner[2], ==, 0xff);
      g_free (picture.title);
      g_free (picture.description);
      g_free (picture.time);
      g_free (picture.software);
    }
}

/* A large picture is drawn in parts, which must not be seen. */
static void
test_png_parts (void)
{
  const NscRenderOptions options = { 900 };
  g_autoptr (NscScene) scene = make_scene ("en", 960, 75);
  g_autoptr (GBytes) bytes = render (scene, NSC_FORMAT_PNG, &options);
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  png_image image = { .version = PNG_IMAGE_VERSION };
  g_autofree guint8 *pixels = NULL;
  cairo_surface_t *surface;
  const guint8 *expected;
  cairo_t *cr;

  g_assert_true (png_image_begin_read_from_memory (&image, data, length));
  image.format = PNG_FORMAT_BGR;
  pixels = g_malloc (PNG_IMAGE_SIZE (image));
  g_assert_true (png_image_finish_read (&image, NULL, pixels, 0, NULL));
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) image.width, (int) image.height);
  cr = cairo_create (surface);
  cairo_scale (cr, image.width / 960.0, image.height / 75.0);
  nsc_scene_draw (scene, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  expected = cairo_image_surface_get_data (surface);
  for (guint y = 0; y < image.height; y++)
    for (guint x = 0; x < image.width; x++)
      for (guint channel = 0; channel < 3; channel++)
        {
          int drawn = pixels[((gsize) y * image.width + x) * 3 + channel];
          int whole = expected[(gsize) y * (gsize) cairo_image_surface_get_stride (surface) + x * 4 + channel];

          if (ABS (drawn - whole) > 8)
            g_error ("the pixel at %u, %u is %d in parts and %d in one", x, y, drawn, whole);
        }
  cairo_surface_destroy (surface);
}

static void
test_same_bytes (void)
{
  const NscFormat formats[] = { NSC_FORMAT_PDF, NSC_FORMAT_SVG, NSC_FORMAT_EPS, NSC_FORMAT_PNG };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (NscScene) first_scene = make_scene ("zh_CN", 238, 0);
      g_autoptr (NscScene) second_scene = make_scene ("zh_CN", 238, 0);
      g_autoptr (GBytes) first = render (first_scene, formats[i], NULL);
      g_autoptr (GBytes) again = render (first_scene, formats[i], NULL);
      g_autoptr (GBytes) second = render (second_scene, formats[i], NULL);

      g_assert_true (g_bytes_equal (first, again));
      g_assert_true (g_bytes_equal (first, second));
    }
}

static void
test_file (void)
{
  g_autoptr (NscScene) scene = make_scene ("en", 238, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autofree char *folder = g_dir_make_tmp ("figure-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *lost = g_build_filename (folder, "missing", "a.pdf", NULL);
  g_autofree char *part = g_strconcat (path, ".0123abcd.part", NULL);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GDir) dir = NULL;

  /* What a program that was killed has left goes. */
  g_assert_true (g_file_set_contents (part, "%PDF", -1, NULL));
  g_assert_true (nsc_render_to_file (scene, NSC_FORMAT_PDF, NULL, path, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));

  g_assert_false (nsc_render_to_file (scene, NSC_FORMAT_PDF, NULL, lost, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_OUTPUT);
  g_assert_true (g_str_has_prefix (error->message, lost));
  g_assert_nonnull (strstr (error->message, "cannot be written"));
  g_clear_error (&error);

  g_assert_false (nsc_render_to_file (scene, NSC_FORMAT_PDF, NULL, folder, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_OUTPUT);
  g_assert_nonnull (strstr (error->message, "cannot be written"));
  g_clear_error (&error);

  /* What was there stays, and nothing is left beside it. */
  g_cancellable_cancel (cancelled);
  g_assert_false (nsc_render_to_file (scene, NSC_FORMAT_PNG, NULL, path, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "a.pdf");
  g_assert_null (g_dir_read_name (dir));
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_too_large (void)
{
  const NscRenderOptions options = { 2400 };
  g_autoptr (NscScene) picture = make_scene ("en", 1200, 0);
  g_autoptr (NscScene) page = make_scene ("en", 15000, 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (nsc_render_to_file (picture, NSC_FORMAT_PNG, &options, "/nowhere/a.png", NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_OUTPUT);
  g_assert_true (g_str_has_prefix (error->message, "/nowhere/a.png: "));
  g_clear_error (&error);
  g_assert_false (nsc_render_to_file (page, NSC_FORMAT_PDF, NULL, "/nowhere/a.pdf", NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_OUTPUT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/render/endings", test_endings);
  g_test_add_func ("/figure/render/pdf", test_pdf);
  g_test_add_func ("/figure/render/pdf-language", test_pdf_language);
  g_test_add_func ("/figure/render/pdf-dates", test_pdf_dates);
  g_test_add_func ("/figure/render/png", test_png);
  g_test_add_func ("/figure/render/png-parts", test_png_parts);
  g_test_add_func ("/figure/render/same-bytes", test_same_bytes);
  g_test_add_func ("/figure/render/file", test_file);
  g_test_add_func ("/figure/render/too-large", test_too_large);
  return g_test_run ();
}
