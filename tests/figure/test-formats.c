/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-render.h"

#include "nsc-pattern.h"
#include "nsc-scene-private.h"
#include "nsc-shape.h"

#include "format-figures.h"

#include <gio/gio.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <png.h>
#include <poppler.h>
#include <string.h>

/* Every format shows what the screen shows. PDF is read by poppler, SVG by librsvg, EPS by Ghostscript and PNG by
 * libpng, and their pictures are compared with nsc_scene_draw () at the same resolution.
 *
 * librsvg does not know font-variant-numeric, so with the argument "svg" this runs under tabular.conf, where the digits
 * of Inter are tabular by themselves, for librsvg and for the screen's drawing alike. */

/* Pixels to the point. */
#define SCALE 2

/* Ghostscript draws as many subpixels each way and takes their mean. */
#define SUBPIXELS 8

/* Words shift by less than a pixel from program to program, but the ink in a square of this many pixels stays: it is
 * about as large as one digit of a label. */
#define SQUARE 16

/* A pixel differs when a channel is off by more, of 255. */
#define CHANNEL_TOLERANCE 64

/* What two pictures may be apart: the mean of all channels, the share of pixels that differ, and the ink of the worst
 * square. Measured at most, over all themes: PDF 0.22, 0.00001 and 3.5; SVG 1.8, 0.0045 and 5.6; EPS 2.0, 0.0045 and
 * 6.9; PNG 0. The faults below make 14 and more of ink, a missing digit of 6 points 18. */
static const struct
{
  NscFormat format;
  const char *name;
  double mean, share, ink;
} tolerances[] = {
  { NSC_FORMAT_PDF, "pdf", 0.25, 0.0002, 5 },
  { NSC_FORMAT_SVG, "svg", 2.5, 0.006, 8 },
  { NSC_FORMAT_EPS, "eps", 2.75, 0.006, 9 },
  { NSC_FORMAT_PNG, "png", 0.01, 0, 0.1 },
};

static const char *const themes[] = { "print", "light", "dark", "contrast", "grey", "slide" };

static gboolean only_svg;

/* ---- what is drawn ---- */

/* What may be wrong with a drawing. */
typedef enum
{
  FAULT_NONE,
  FAULT_DIGIT,   /* one digit of small type is missing */
  FAULT_WEIGHT,  /* a label is bold that should not be */
  FAULT_ANCHOR,  /* a label stands on the wrong side */
  FAULT_COLOR,   /* a bar has another thing's colour */
  FAULT_SHAPE,   /* a dot is filled that should be hollow */
  FAULT_DASH,    /* a dashed line is whole */
  FAULT_PATTERN, /* lines cross that should not */
  N_FAULTS,
} Fault;

static void
add_label (NscScene *scene,
           NscTypesetter *type,
           const char *lead,
           const char *text,
           NscTypeStyle style,
           NscAnchor anchor,
           double x,
           double baseline)
{
  g_autoptr (GArray) lines = nsc_typesetter_set (type, lead, text, style, 500, 1, NSC_WRAP_FILLED);

  nsc_scene_add_text (scene, NSC_COLOR_TEXT, style, anchor, &g_array_index (lines, NscTypeLine, 0), x, baseline);
}

static void
add_labels (NscScene *scene, NscTypesetter *type, Fault fault)
{
  const NscTypeStyle label = { 7.5, NSC_WEIGHT_NORMAL }, bold = { 7.5, NSC_WEIGHT_BOLD },
                     note = { 6, NSC_WEIGHT_NORMAL };

  add_label (scene, type, NULL, "A title — “第一”, 1958", (NscTypeStyle) { 10, NSC_WEIGHT_SEMIBOLD }, NSC_ANCHOR_START,
             4, 14);
  add_label (scene, type, NULL, "Germany", fault == FAULT_WEIGHT ? bold : label, NSC_ANCHOR_START, 120, 40);
  add_label (scene, type, NULL, "德国 the end", label, fault == FAULT_ANCHOR ? NSC_ANCHOR_START : NSC_ANCHOR_END, 190,
             60);
  add_label (scene, type, NULL, "middle", label, NSC_ANCHOR_MIDDLE, 150, 80);
  add_label (scene, type, "Lead.", "And the rest", note, NSC_ANCHOR_START, 120, 100);
  if (fault != FAULT_DIGIT)
    add_label (scene, type, NULL, "4", note, NSC_ANCHOR_START, 180, 120);
}

/* All that a scene can hold, with one thing wrong. */
static NscScene *
make_all_kinds (const char *theme, Fault fault)
{
  g_autoptr (NscFigure) figure = nsc_figure_new ("zh_CN");
  NscScene *scene = nsc_scene_new_empty (figure, nsc_theme_find (theme), 200);
  g_autoptr (NscTypesetter) type = nsc_typesetter_new ("zh_CN", NSC_FACE_SANS);
  const NscPoint steps[] = { { 10, 170 }, { 40, 170 }, { 40, 150 }, { 75, 155 }, { 110, 132 } };
  const NscPoint area[] = { { 120, 170 }, { 150, 140 }, { 190, 165 }, { 190, 175 }, { 120, 175 } };
  const NscDash dash = { 3, 2 }, whole = { 0, 0 };

  nsc_scene_add_rectangle (scene, fault == FAULT_COLOR ? NSC_COLOR_TEAL : NSC_COLOR_BLUE, 0, 4.3, 20.6, 30, 12);
  nsc_scene_add_rectangle (scene, NSC_COLOR_CONTEXT, 1.05, 40.3, 20.6, 30, 12);
  nsc_scene_add_line (scene, NSC_COLOR_RULE, 0.6, 4, 40, 100, 40);
  nsc_scene_add_line (scene, NSC_COLOR_GRID, 0.5, 110.25, 20, 110.25, 130);
  nsc_scene_add_dashed (scene, NSC_COLOR_TEXT, 1, fault == FAULT_DASH ? whole : dash, 4, 45, 100, 45);
  for (NscShape shape = 0; shape < NSC_N_SHAPES; shape++)
    {
      double hollow = shape == NSC_SHAPE_SQUARE && fault == FAULT_SHAPE ? 0 : 1.05;

      nsc_shape_add (shape, scene, (NscColorRole) (NSC_COLOR_BLUE + shape), 0, 8 + 14 * shape, 56, 4);
      nsc_shape_add (shape, scene, (NscColorRole) (NSC_COLOR_BLUE + shape), hollow, 8 + 14 * shape, 68, 4);
    }
  for (NscPattern pattern = 0; pattern < NSC_N_PATTERNS; pattern++)
    {
      gboolean is_crossed = pattern == NSC_PATTERN_HATCH && fault == FAULT_PATTERN;

      nsc_pattern_add_rectangle (is_crossed ? NSC_PATTERN_CROSS_HATCH : pattern, scene, NSC_COLOR_ROSE, 0.8, 3.2,
                                 4 + 20 * pattern, 80, 16, 34);
    }
  nsc_scene_add_path (scene, NSC_COLOR_BLUE, 1.4, whole, steps, G_N_ELEMENTS (steps), FALSE);
  nsc_scene_add_path (scene, NSC_COLOR_CONTEXT, 0, whole, area, G_N_ELEMENTS (area), TRUE);
  nsc_scene_add_path (scene, NSC_COLOR_ROSE, 1, (NscDash) { 4, 1.5 }, area, G_N_ELEMENTS (area), TRUE);
  add_labels (scene, type, fault);
  nsc_scene_finish (scene, 1, 200, 180);
  return scene;
}

/* ---- pictures ---- */

typedef struct
{
  int width, height;
  guint8 *pixels; /* red, green and blue */
} Picture;

static void
picture_clear (Picture *self)
{
  g_free (self->pixels);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

static Picture
picture_from_png (GBytes *bytes)
{
  png_image image = { .version = PNG_IMAGE_VERSION };
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  Picture picture;

  g_assert_true (png_image_begin_read_from_memory (&image, data, length));
  image.format = PNG_FORMAT_RGB;
  picture = (Picture) { (int) image.width, (int) image.height, g_malloc (PNG_IMAGE_SIZE (image)) };
  g_assert_true (png_image_finish_read (&image, NULL, picture.pixels, 0, NULL));
  return picture;
}

/* Draws on a page in points. */
typedef void (*Draw) (gconstpointer data, cairo_t *cr, double width, double height);

static Picture
picture_from_drawing (const NscScene *scene, Draw draw, gconstpointer data)
{
  double width = nsc_scene_get_width (scene), height = nsc_scene_get_height (scene);
  Picture picture = { (int) width * SCALE, (int) height * SCALE, NULL };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, picture.width, picture.height);
  cairo_t *cr = cairo_create (surface);
  guint8 *next;

  cairo_scale (cr, SCALE, SCALE);
  draw (data, cr, width, height);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  picture.pixels = next = g_malloc ((gsize) picture.width * (gsize) picture.height * 3);
  for (int y = 0; y < picture.height; y++)
    {
      const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

      for (int x = 0; x < picture.width; x++)
        {
          guint32 pixel;

          memcpy (&pixel, row + x * 4, sizeof pixel);
          *next++ = (guint8) (pixel >> 16);
          *next++ = (guint8) (pixel >> 8);
          *next++ = (guint8) pixel;
        }
    }
  cairo_surface_destroy (surface);
  return picture;
}

static void
draw_scene (gconstpointer data, cairo_t *cr, double width, double height)
{
  nsc_scene_draw (data, cr);
}

static void
draw_pdf (gconstpointer data, cairo_t *cr, double width, double height)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes ((GBytes *) data, NULL, &error);
  PopplerPage *page;
  double page_width, page_height;

  g_assert_no_error (error);
  page = poppler_document_get_page (document, 0);
  poppler_page_get_size (page, &page_width, &page_height);
  g_assert_cmpfloat_with_epsilon (page_width, width, 0.001);
  g_assert_cmpfloat_with_epsilon (page_height, height, 0.001);
  poppler_page_render (page, cr);
  g_object_unref (page);
  g_object_unref (document);
}

static void
draw_svg (gconstpointer data, cairo_t *cr, double width, double height)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const guint8 *bytes = g_bytes_get_data ((GBytes *) data, &length);
  RsvgHandle *handle = rsvg_handle_new_from_data (bytes, length, &error);
  const RsvgRectangle viewport = { 0, 0, width, height };
  gboolean has_width, has_height, has_view;
  RsvgLength own_width, own_height;
  RsvgRectangle view;

  g_assert_no_error (error);
  rsvg_handle_get_intrinsic_dimensions (handle, &has_width, &own_width, &has_height, &own_height, &has_view, &view);
  g_assert_true (has_width && has_height && has_view);
  g_assert_cmpint (own_width.unit, ==, RSVG_UNIT_PT);
  g_assert_cmpint (own_height.unit, ==, RSVG_UNIT_PT);
  g_assert_cmpfloat_with_epsilon (own_width.length, width, 1e-5);
  g_assert_cmpfloat_with_epsilon (own_height.length, height, 1e-5);
  g_assert_true (rsvg_handle_render_document (handle, cr, &viewport, &error));
  g_assert_no_error (error);
  g_object_unref (handle);
}

/* What Ghostscript makes of an EPS as a PNG; CROP as it finds the page's edges, else on a page that is this large. It
 * fills the pixels whose middles are within a shape, as others do, and not all that it touches. */
static Picture
picture_from_eps (GBytes *bytes, int width, int height, int dpi, gboolean crop)
{
  g_autofree char *size = g_strdup_printf ("-g%dx%d", width * SUBPIXELS, height * SUBPIXELS);
  g_autofree char *resolution = g_strdup_printf ("-r%d", dpi * SUBPIXELS);
  g_autofree char *subpixels = g_strdup_printf ("-dDownScaleFactor=%d", SUBPIXELS);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "gs", "-q", "-dSAFER",
                        "-dBATCH", "-dNOPAUSE", "-sstdout=%stderr", "-sDEVICE=png16m", subpixels, resolution,
                        crop ? "-dEPSCrop" : size, "-sOutputFile=-", "-c", "0 0 .setfilladjust2", "-f", "-", NULL);
  g_autoptr (GBytes) png = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate (process, bytes, NULL, &png, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return picture_from_png (png);
}

static Picture
picture_from_file (const NscScene *scene, NscFormat format, GBytes *bytes)
{
  switch (format)
    {
    case NSC_FORMAT_PDF:
      return picture_from_drawing (scene, draw_pdf, bytes);
    case NSC_FORMAT_SVG:
      return picture_from_drawing (scene, draw_svg, bytes);
    case NSC_FORMAT_EPS:
      return picture_from_eps (bytes, (int) nsc_scene_get_width (scene) * SCALE,
                               (int) nsc_scene_get_height (scene) * SCALE, 72 * SCALE, FALSE);
    case NSC_FORMAT_PNG:
    default:
      return picture_from_png (bytes);
    }
}

static GBytes *
render (const NscScene *scene, NscFormat format)
{
  const NscRenderOptions options = { .dpi = 72 * SCALE };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = nsc_render_to_bytes (scene, format, &options, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

/* ---- comparing ---- */

typedef struct
{
  double mean, share, ink;
} Difference;

/* The most ink that one picture has more than the other in any square of two by two cells. */
static double
worst_square (const int *cells, int columns, int rows)
{
  int worst = 0;

  for (int y = 0; y + 1 < rows; y++)
    for (int x = 0; x + 1 < columns; x++)
      for (int channel = 0; channel < 3; channel++)
        {
          const int *cell = cells + (y * columns + x) * 3 + channel;
          int sum = cell[0] + cell[3] + cell[columns * 3] + cell[columns * 3 + 3];

          worst = MAX (worst, abs (sum));
        }
  return worst / (double) (SQUARE * SQUARE);
}

static Difference
compare (const Picture *a, const Picture *b)
{
  const int cell = SQUARE / 2, columns = (a->width + cell - 1) / cell, rows = (a->height + cell - 1) / cell;
  g_autofree int *cells = g_new0 (int, (gsize) columns *(gsize) rows * 3);
  const guint8 *first = a->pixels, *second = b->pixels;
  const double n_pixels = (double) a->width * a->height;
  gint64 sum = 0, n_different = 0;

  g_assert_cmpint (a->width, ==, b->width);
  g_assert_cmpint (a->height, ==, b->height);
  for (int y = 0; y < a->height; y++)
    for (int x = 0; x < a->width; x++)
      {
        int *ink = cells + (y / cell * columns + x / cell) * 3;
        int worst = 0;

        for (int channel = 0; channel < 3; channel++)
          {
            int more = *first++ - *second++;

            ink[channel] += more;
            sum += abs (more);
            worst = MAX (worst, abs (more));
          }
        n_different += worst > CHANNEL_TOLERANCE;
      }
  return (Difference) { (double) sum / (3 * n_pixels), (double) n_different / n_pixels,
                        worst_square (cells, columns, rows) };
}

/* Whether the file of SCENE in the format of row I shows what SHOWN shows. */
static gboolean
looks_like (const NscScene *scene, gsize i, const Picture *shown, const char *what)
{
  g_autoptr (GBytes) bytes = render (scene, tolerances[i].format);
  g_auto (Picture) picture = picture_from_file (scene, tolerances[i].format, bytes);
  Difference d = compare (shown, &picture);

  g_test_message ("%s, %s: mean %.3f, share %.5f, ink %.2f", what, tolerances[i].name, d.mean, d.share, d.ink);
  return d.mean <= tolerances[i].mean && d.share <= tolerances[i].share && d.ink <= tolerances[i].ink;
}

static gboolean
is_meant (gsize i)
{
  return (tolerances[i].format == NSC_FORMAT_SVG) == only_svg;
}

static void
check_formats (const NscScene *scene, const char *what)
{
  g_auto (Picture) shown = picture_from_drawing (scene, draw_scene, scene);

  for (gsize i = 0; i < G_N_ELEMENTS (tolerances); i++)
    if (is_meant (i) && !looks_like (scene, i, &shown, what))
      g_error ("%s: the %s shows something else", what, tolerances[i].name);
}

/* What is compared, with a page that it fits. */
static const struct
{
  const char *name;
  NscFigure *(*make) (gboolean chinese);
  double width, height;
} figures[] = {
  { "distribution", format_figures_distribution, 238, 170 },
  { "panels", format_figures_panels, 400, 280 },
  { "plane", format_figures_plane, 300, 260 },
  { "agenda", format_figures_agenda, 300, 240 },
};

static void
check_figure (gsize index, const char *theme, gboolean chinese)
{
  g_autoptr (NscFigure) figure = figures[index].make (chinese);
  g_autoptr (NscScene) scene =
      nsc_scene_new (figure, nsc_theme_find (theme), figures[index].width, figures[index].height);
  g_autofree char *what = g_strdup_printf ("%s, %s, %s", figures[index].name, theme, chinese ? "zh_CN" : "en");

  check_formats (scene, what);
}

/* The themes with each language in turn: the colours have no part in how words are set. */
static void
test_figures (void)
{
  for (gsize index = 0; index < G_N_ELEMENTS (figures); index++)
    for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
      check_figure (index, themes[i], (i + index) % 2 == 1);
  check_figure (0, "print", TRUE);
  check_figure (0, "contrast", FALSE);
}

static void
test_all_kinds (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      g_autoptr (NscScene) scene = make_all_kinds (themes[i], FAULT_NONE);
      g_autofree char *what = g_strdup_printf ("all kinds, %s", themes[i]);

      check_formats (scene, what);
    }
}

/* The comparison finds what it is for, in each format. */
static void
test_faults (void)
{
  g_autoptr (NscScene) right = make_all_kinds ("print", FAULT_NONE);
  g_auto (Picture) shown = picture_from_drawing (right, draw_scene, right);

  for (Fault fault = FAULT_NONE + 1; fault < N_FAULTS; fault++)
    {
      g_autoptr (NscScene) wrong = make_all_kinds ("print", fault);
      g_autofree char *what = g_strdup_printf ("fault %d", fault);

      for (gsize i = 0; i < G_N_ELEMENTS (tolerances); i++)
        if (is_meant (i))
          g_assert_false (looks_like (wrong, i, &shown, what));
    }
}

/* An SVG that names another face is not taken for ours. */
static void
test_wrong_face (void)
{
  g_autoptr (NscScene) scene = make_all_kinds ("print", FAULT_NONE);
  g_auto (Picture) shown = picture_from_drawing (scene, draw_scene, scene);
  g_autoptr (GBytes) bytes = render (scene, NSC_FORMAT_SVG);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) parts = g_strsplit (text, "\"Inter,", 0);
  g_autofree char *changed = g_strjoinv ("\"", parts);
  g_autoptr (GBytes) changed_bytes = g_bytes_new (changed, strlen (changed));
  g_auto (Picture) picture = picture_from_drawing (scene, draw_svg, changed_bytes);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_cmpfloat (compare (&shown, &picture).ink, >, tolerances[1].ink);
}

/* The page that Ghostscript finds is as wide and high as was asked for, not whole points. */
static void
test_eps_page (void)
{
  g_autoptr (NscFigure) figure = format_figures_distribution (FALSE);
  g_autoptr (NscScene) scene = nsc_scene_new (figure, nsc_theme_find ("print"), 84 / 25.4 * 72, 170.3);
  g_autoptr (GBytes) bytes = render (scene, NSC_FORMAT_EPS);
  g_auto (Picture) picture = picture_from_eps (bytes, 0, 0, 720, TRUE);

  g_assert_cmpint (abs (picture.width - 2381), <=, 1);
  g_assert_cmpint (abs (picture.height - 1703), <=, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  only_svg = argc > 1 && g_str_equal (argv[1], "svg");
  g_test_add_func ("/figure/formats/figures", test_figures);
  g_test_add_func ("/figure/formats/all-kinds", test_all_kinds);
  g_test_add_func ("/figure/formats/faults", test_faults);
  if (only_svg)
    g_test_add_func ("/figure/formats/wrong-face", test_wrong_face);
  else
    g_test_add_func ("/figure/formats/eps-page", test_eps_page);
  return g_test_run ();
}
