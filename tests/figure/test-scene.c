/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-scene.h"

#include "nsc-bar-mark.h"
#include "nsc-legend.h"
#include "nsc-scene-private.h"
#include "scene-ink.h"

#include <math.h>
#include <string.h>

static const char *const names[] = {
  "Germany",
  "日本",
  "United Kingdom of Great Britain and Northern Ireland",
  "大不列颠及北爱尔兰联合王国",
  "Côte d’Ivoire",
  "Åland",
  "W",
  "",
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
  "关于从国际安全的角度看信息和电信领域的发展政府专家组以及不限成员名额工作组的全体参加者和观察员",
  "Western European and other States, with those that the group has admitted for elections only",
  "Việt Nam – Cộng hòa Xã hội chủ nghĩa",
  "line\nbreak\tand \xff bytes",
};

static const double widths[] = { 119, 238, 300, 493, 668, 960 };
static const double heights[] = { 0, 0, 0, 160, 400, 540 };

typedef struct
{
  GArray *bars; /* of NscBar, strings owned */
  GPtrArray *labels;
  guint n_kept;
} Rows;

static void
clear_bar (gpointer data)
{
  NscBar *bar = data;

  g_free ((char *) bar->text);
  g_free ((char *) bar->second);
  g_free ((char *) bar->name);
  g_free ((char *) bar->reference_text);
}

static double
random_value (void)
{
  const double values[] = { 0, 1, 2, 7, 41, 706, 1e6, 1.8e19 };

  return g_test_rand_bit () ? g_test_rand_int_range (0, 100) : values[g_test_rand_int_range (0, G_N_ELEMENTS (values))];
}

static Rows
random_rows (guint n)
{
  gboolean has_references = g_test_rand_int_range (0, 3) == 0;
  Rows rows = { g_array_new (FALSE, TRUE, sizeof (NscBar)), g_ptr_array_new (), 0 };

  g_array_set_clear_func (rows.bars, clear_bar);
  for (guint i = 0; i < n; i++)
    {
      gboolean is_kept = i + 2 >= n && g_test_rand_bit ();
      double value = random_value ();
      NscBar bar = {
        .key = (gint64) i * 7 + 3,
        .value = value,
        .text = g_strdup_printf ("%.0f", value),
        .second = g_test_rand_bit () ? g_strdup ("45.6%") : NULL,
        .name = g_strdup_printf ("row %u", i),
        .color = is_kept ? NSC_COLOR_CONTEXT : NSC_COLOR_BLUE,
        .pattern = is_kept ? NSC_PATTERN_OUTLINE : NSC_PATTERN_SOLID,
        .kept = is_kept,
        .reference = NAN,
      };

      if (has_references && g_test_rand_bit ())
        {
          bar.reference = random_value ();
          bar.reference_text = g_strdup_printf ("%.0f reported", bar.reference);
        }
      rows.n_kept += is_kept;
      g_array_append_val (rows.bars, bar);
      g_ptr_array_add (rows.labels, (gpointer) names[g_test_rand_int_range (0, G_N_ELEMENTS (names))]);
    }
  return rows;
}

static NscFigure *
make_figure (const char *language, const Rows *rows, gboolean quiet)
{
  NscFigure *figure = nsc_figure_new (language);
  double most = 1;
  g_autoptr (NscScale) scale = NULL;
  NscAxis *values;
  NscMark *mark;

  nsc_figure_set_title (figure, names[g_test_rand_int_range (0, G_N_ELEMENTS (names))]);
  nsc_figure_set_subtitle (figure, "Number, and share of those recorded（90 个签署方）");
  for (int i = g_test_rand_int_range (0, 3); i > 0; i--)
    nsc_figure_add_note (figure, g_test_rand_bit () ? "Coverage." : NULL,
                         names[g_test_rand_int_range (0, G_N_ELEMENTS (names))]);
  nsc_figure_set_source (figure, g_test_rand_bit () ? "Sources: a list of everybody who signed; and 5 more." : NULL);
  nsc_figure_set_empty (figure, "There is nothing to show.");
  if (rows->bars->len == 0)
    return figure;
  for (guint i = 0; i < rows->bars->len; i++)
    {
      const NscBar *bar = &g_array_index (rows->bars, NscBar, i);

      most = fmax (most, fmax (bar->value, bar->reference));
    }
  scale = nsc_scale_new_linear (0, most);
  values = nsc_axis_new_values (scale);
  nsc_axis_set_quiet (values, quiet);
  nsc_figure_take_values (figure, values);
  nsc_figure_take_rows (figure, nsc_axis_new_bands ((const char *const *) rows->labels->pdata, rows->labels->len));
  mark = nsc_bar_mark_new ((const NscBar *) (void *) rows->bars->data, rows->bars->len);
  if (g_test_rand_bit ())
    nsc_bar_mark_set_block (mark, 1);
  nsc_figure_take_mark (figure, mark);
  return figure;
}

static void
clear_rows (Rows *rows)
{
  g_array_unref (rows->bars);
  g_ptr_array_unref (rows->labels);
}

static void
check_marks (const NscScene *scene, const Rows *rows)
{
  guint n = nsc_scene_get_n_marks (scene);
  guint n_kept = 0;
  int index = -1;

  g_assert_cmpuint (n, <=, rows->bars->len);
  for (guint i = 0; i < n; i++)
    {
      const NscSceneMark *mark = nsc_scene_get_mark (scene, i);

      g_assert_nonnull (mark->name);
      g_assert_cmpint (nsc_scene_hit (scene, mark->x + mark->width / 2, mark->y + mark->height / 2), ==, i);
      g_assert_cmpint (nsc_scene_hit (scene, mark->row_x + mark->row_width / 2, mark->row_y + mark->row_height / 2), ==,
                       i);
      g_assert_cmpint (nsc_scene_find (scene, mark->key), ==, i);
      index = nsc_scene_step (scene, index, 0, 1);
      g_assert_cmpint (index, ==, i);
      if (mark->key != NSC_KEY_FOLDED)
        n_kept += g_array_index (rows->bars, NscBar, (mark->key - 3) / 7).kept;
    }
  g_assert_cmpuint (n_kept, ==, rows->n_kept);
  g_assert_cmpint (nsc_scene_step (scene, index, 0, 1), ==, index);
  for (int i = (int) n - 1; i >= 0; i--)
    {
      g_assert_cmpint (index, ==, i);
      index = nsc_scene_step (scene, index, 0, -1);
    }
  g_assert_cmpint (nsc_scene_step (scene, -1, 0, -1), ==, (int) n - 1);
  g_assert_cmpint (nsc_scene_find (scene, 4), ==, -1);
  g_assert_cmpint (nsc_scene_hit (scene, -5, -5), ==, -1);
}

/* All rows are there, in the order of their keys, or one row says how many are not. */
static void
check_complete (const NscScene *scene, const Rows *rows, double height)
{
  int fold = nsc_scene_find (scene, NSC_KEY_FOLDED);
  guint n = nsc_scene_get_n_marks (scene);
  g_autofree char *expected = NULL;

  if (height == 0 || fold < 0)
    {
      g_assert_cmpint (fold, ==, -1);
      g_assert_cmpuint (n, ==, rows->bars->len);
      return;
    }
  expected = g_strdup_printf ("%u more, ", rows->bars->len - (n - 1));
  g_assert_true (g_str_has_prefix (nsc_scene_get_mark (scene, (guint) fold)->name, expected));
}

static void
check_sizes (const NscScene *scene, double width, double height)
{
  g_assert_cmpfloat (nsc_scene_get_width (scene), ==, width);
  if (height > 0)
    g_assert_cmpfloat (nsc_scene_get_height (scene), ==, height);
  g_assert_cmpfloat (scene_ink_get_smallest_type (scene), >, 0);
}

static void
check_random (guint n_rows)
{
  const char *language = g_test_rand_bit () ? "en" : "zh_CN";
  NscThemeName theme = (NscThemeName) g_test_rand_int_range (NSC_THEME_PRINT, NSC_THEME_SLIDE + 1);
  double width = widths[g_test_rand_int_range (0, G_N_ELEMENTS (widths))];
  double height = heights[g_test_rand_int_range (0, G_N_ELEMENTS (heights))];
  Rows rows = random_rows (n_rows);
  g_autoptr (NscFigure) figure = make_figure (language, &rows, g_test_rand_int_range (0, 3) > 0);
  g_autoptr (NscScene) scene = nsc_scene_new (figure, nsc_theme_get (theme), width, height);

  g_test_message ("%s, theme %d, %.0f x %.0f, %u rows", language, theme, width, height, n_rows);
  check_sizes (scene, width, height);
  scene_ink_check (scene);
  check_marks (scene, &rows);
  if (g_str_equal (language, "en"))
    check_complete (scene, &rows, height);
  clear_rows (&rows);
}

static void
test_random (void)
{
  const guint sizes[] = { 0, 1, 2, 3, 5, 12, 24 };

  for (guint i = 0; i < 300; i++)
    check_random (sizes[g_test_rand_int_range (0, G_N_ELEMENTS (sizes))]);
}

static void
test_many_rows (void)
{
  check_random (60);
  check_random (60);
  check_random (250);
}

/* The four numbers of rows that a page must hold, at the sizes that people print and show. */
static void
test_stated_sizes (void)
{
  const guint sizes[] = { 0, 1, 3, 60, 250 };
  double before = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Rows rows = random_rows (sizes[i]);
      g_autoptr (NscFigure) figure = make_figure ("en", &rows, TRUE);
      g_autoptr (NscScene) column = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), 238, 0);
      g_autoptr (NscScene) slide = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_SLIDE), 960, 540);

      scene_ink_check (column);
      scene_ink_check (slide);
      g_assert_cmpfloat (nsc_scene_get_height (slide), ==, 540);
      g_assert_cmpfloat (scene_ink_get_smallest_type (slide), >=, 540 / 40.0 - 1e-9);
      g_assert_cmpfloat (scene_ink_get_smallest_type (column), >=, 6);
      /* The words around few rows can take more than the rows. */
      if (sizes[i] >= 60)
        g_assert_cmpfloat (nsc_scene_get_height (column), >, before);
      before = nsc_scene_get_height (column);
      clear_rows (&rows);
    }
}

/* Pages on which nothing can be read keep their size and still show all of it. */
static void
test_tiny (void)
{
  Rows rows = random_rows (12);
  g_autoptr (NscFigure) figure = make_figure ("en", &rows, TRUE);
  const double sizes[][2] = { { 40, 20 }, { 20, 400 }, { 400, 12 }, { 1, 1 }, { 30, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (NscScene) scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), sizes[i][0], sizes[i][1]);

      g_assert_cmpfloat (nsc_scene_get_width (scene), ==, sizes[i][0]);
      if (sizes[i][1] > 0)
        g_assert_cmpfloat (nsc_scene_get_height (scene), ==, sizes[i][1]);
      scene_ink_check (scene);
    }
  clear_rows (&rows);
}

/* Draws beyond the page's edges, where nothing may appear. */
static void
test_drawn_ink (void)
{
  for (guint round = 0; round < 6; round++)
    {
      const int edge = 10;
      Rows rows = random_rows (6);
      g_autoptr (NscFigure) figure = make_figure (round % 2 == 0 ? "en" : "zh_CN", &rows, TRUE);
      g_autoptr (NscScene) scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), 238, 0);
      int width = 238 + 2 * edge, height = (int) nsc_scene_get_height (scene) + 2 * edge;
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
      cairo_t *cr = cairo_create (surface);
      const guint8 *pixels;

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_translate (cr, edge, edge);
      nsc_scene_draw (scene, cr);
      cairo_surface_flush (surface);
      pixels = cairo_image_surface_get_data (surface);
      for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
          if (x < edge || y < edge || x >= width - edge || y >= height - edge)
            g_assert_cmphex (pixels[y * cairo_image_surface_get_stride (surface) + x * 4], ==, 0xff);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
      clear_rows (&rows);
    }
}

static void
test_keeps_context (void)
{
  Rows rows = random_rows (3);
  g_autoptr (NscFigure) figure = make_figure ("en", &rows, TRUE);
  g_autoptr (NscScene) scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_SCREEN_DARK), 300, 0);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 700, 700);
  cairo_t *cr = cairo_create (surface);
  cairo_matrix_t before, after;
  double x, y;

  cairo_translate (cr, 13, 17);
  cairo_scale (cr, 1.7, 1.7);
  cairo_set_line_width (cr, 5);
  cairo_get_matrix (cr, &before);
  nsc_scene_draw (scene, cr);
  cairo_get_matrix (cr, &after);
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
  g_assert_cmpfloat (cairo_get_line_width (cr), ==, 5);
  cairo_get_current_point (cr, &x, &y);
  g_assert_false (cairo_has_current_point (cr));
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  clear_rows (&rows);
}

/* A page that is put together of parts is the page. */
static void
test_parts (void)
{
  const int width = 240, part = 64;
  Rows rows = random_rows (12);
  g_autoptr (NscFigure) figure = make_figure ("zh_CN", &rows, TRUE);
  g_autoptr (NscScene) scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_SCREEN_LIGHT), width, 0);
  int height = (int) ceil (nsc_scene_get_height (scene));
  cairo_surface_t *whole = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_surface_t *parts = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (whole);
  int most = 0;

  nsc_scene_draw (scene, cr);
  cairo_destroy (cr);
  cr = cairo_create (parts);
  for (int y = 0; y < height; y += part)
    for (int x = 0; x < width; x += part)
      nsc_scene_draw_part (scene, cr, x, y, part, part);
  cairo_destroy (cr);
  cairo_surface_flush (whole);
  cairo_surface_flush (parts);
  for (int i = 0; i < cairo_image_surface_get_stride (whole) * height; i++)
    {
      int difference = cairo_image_surface_get_data (whole)[i] - cairo_image_surface_get_data (parts)[i];

      most = MAX (most, ABS (difference));
    }
  /* The edges of letters that a part cuts are rounded a little otherwise; a letter that is missing is far darker. */
  g_assert_cmpint (most, <=, 150);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (parts);
  clear_rows (&rows);
}

static void
test_list_marks (void)
{
  Rows rows = random_rows (12);
  g_autoptr (NscFigure) figure = make_figure ("en", &rows, TRUE);
  g_autoptr (NscScene) scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_SCREEN_LIGHT), 300, 0);
  guint n = nsc_scene_get_n_marks (scene);
  g_autoptr (GArray) all = nsc_scene_list_marks (scene, 0, 0, 300, nsc_scene_get_height (scene));
  g_autoptr (GArray) none = nsc_scene_list_marks (scene, 0, -20, 300, 10);

  g_assert_cmpuint (all->len, ==, n);
  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < n; i++)
    {
      const NscSceneMark *mark = nsc_scene_get_mark (scene, i);
      g_autoptr (GArray) one = nsc_scene_list_marks (scene, 0, mark->y + mark->height / 2, 300, 0);

      g_assert_cmpuint (g_array_index (all, guint, i), ==, i);
      g_assert_cmpuint (one->len, ==, 1);
      g_assert_cmpuint (g_array_index (one, guint, 0), ==, i);
    }
  g_assert_cmpuint (nsc_figure_count_names (figure), >=, n);
  clear_rows (&rows);
}

static guint
count_rectangles (double block, double values)
{
  const NscBar bars[] = { { .key = 1, .value = 3, .text = "3", .name = "a", .color = NSC_COLOR_BLUE, .reference = NAN },
                          { .key = 2,
                            .value = 2,
                            .text = "2",
                            .name = "b",
                            .color = NSC_COLOR_CONTEXT,
                            .pattern = NSC_PATTERN_OUTLINE,
                            .reference = NAN } };
  const char *const labels[] = { "a", "b" };
  g_autoptr (NscFigure) figure = nsc_figure_new ("en");
  g_autoptr (NscScale) scale = nsc_scale_new_linear (0, values);
  g_autoptr (NscScene) scene = NULL;
  NscMark *mark = nsc_bar_mark_new (bars, G_N_ELEMENTS (bars));
  guint n = 0;

  nsc_bar_mark_set_block (mark, block);
  nsc_figure_take_rows (figure, nsc_axis_new_bands (labels, G_N_ELEMENTS (labels)));
  nsc_figure_take_values (figure, nsc_axis_new_values (scale));
  nsc_figure_take_mark (figure, mark);
  scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), 238, 0);
  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    n += nsc_scene_get_item (scene, i)->kind == NSC_ITEM_RECTANGLE;
  return n;
}

static void
test_blocks (void)
{
  g_assert_cmpuint (count_rectangles (0, 3), ==, 2);
  /* Three blocks, and what is not known stays whole. */
  g_assert_cmpuint (count_rectangles (1, 3), ==, 4);
  /* Blocks too small to be counted are not parted. */
  g_assert_cmpuint (count_rectangles (1, 1000), ==, 2);
}

/* A row reads from its label on, which is how files are read aloud and copied from. */
static void
test_reading_order (void)
{
  Rows rows = random_rows (12);
  g_autoptr (NscFigure) figure = make_figure ("en", &rows, TRUE);
  g_autoptr (NscScene) scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), 300, 0);
  int mark = -1;

  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);

      if (item->mark <= mark)
        continue;
      g_assert_cmpint (item->mark, ==, mark + 1);
      mark = item->mark;
      if (*(const char *) g_ptr_array_index (rows.labels, mark) == '\0')
        continue;
      g_assert_cmpint (item->kind, ==, NSC_ITEM_TEXT);
      g_assert_cmpfloat (item->x, <, nsc_scene_get_mark (scene, (guint) mark)->x);
    }
  clear_rows (&rows);
}

static gpointer
lay_out_and_draw (gpointer data)
{
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (NscScene) scene = nsc_scene_new (data, nsc_theme_get (NSC_THEME_PRINT), 238, 0);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 238, 300);
      cairo_t *cr = cairo_create (surface);

      nsc_scene_draw (scene, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  return NULL;
}

static void
test_threads (void)
{
  Rows rows = random_rows (8);
  g_autoptr (NscFigure) figure = make_figure ("zh_CN", &rows, TRUE);
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("layout", lay_out_and_draw, figure);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  clear_rows (&rows);
}

static void
test_describe (void)
{
  const NscBar bar = { .key = 1, .value = 4, .text = "4", .name = "Germany: 4 signatories", .reference = NAN };
  const char *const label = "Germany";
  g_autoptr (NscScale) scale = nsc_scale_new_linear (0, 4);
  g_autoptr (NscFigure) figure = nsc_figure_new ("en");
  g_autoptr (NscFigure) empty = nsc_figure_new ("zh_CN");
  g_autofree char *text = NULL, *empty_text = NULL;

  nsc_figure_set_title (figure, "One country");
  nsc_figure_set_subtitle (figure, "By country.");
  nsc_figure_add_note (figure, "Coverage.", "4 of 5.");
  nsc_figure_add_note (figure, NULL, "Careful.");
  nsc_figure_set_source (figure, "Source: a list.");
  nsc_figure_set_empty (figure, "Nothing.");
  nsc_figure_take_rows (figure, nsc_axis_new_bands (&label, 1));
  nsc_figure_take_values (figure, nsc_axis_new_values (scale));
  nsc_figure_take_mark (figure, nsc_bar_mark_new (&bar, 1));
  text = nsc_figure_describe (figure);
  g_assert_cmpstr (text, ==,
                   "One country\nBy country.\nGermany: 4 signatories\nCoverage. 4 of 5.\nCareful.\nSource: a list.");

  nsc_figure_set_title (empty, "无");
  nsc_figure_add_note (empty, "覆盖度：", "五分之四。");
  nsc_figure_set_empty (empty, "没有可显示的签署方。");
  empty_text = nsc_figure_describe (empty);
  g_assert_cmpstr (empty_text, ==, "无\n没有可显示的签署方。\n覆盖度：五分之四。");
}

/* Panels, rows and legend are read aloud in their order. */
static void
test_panels (void)
{
  const NscBar bars[] = { { .key = 1, .value = 4, .text = "4", .name = "Germany: 4", .reference = NAN },
                          { .key = 2, .value = 2, .text = "2", .name = "Japan: 2", .reference = NAN } };
  g_autoptr (NscFigure) figure = nsc_figure_new ("en");
  const char *const labels[] = { "Germany" };
  g_autofree char *text = NULL;

  g_assert_cmpuint (nsc_figure_get_n_panels (figure), ==, 1);
  nsc_figure_take_rows (figure, nsc_axis_new_bands (labels, 1));
  nsc_figure_begin_panel (figure, "First");
  nsc_figure_take_mark (figure, nsc_bar_mark_new (&bars[0], 1));
  nsc_figure_begin_panel (figure, "Second");
  nsc_figure_take_mark (figure, nsc_bar_mark_new (&bars[1], 1));
  g_assert_cmpuint (nsc_figure_get_n_panels (figure), ==, 2);
  g_assert_cmpuint (nsc_figure_get_n_marks (figure, 1), ==, 1);
  g_assert_cmpstr (nsc_figure_get_panel_title (figure, 1), ==, "Second");
  text = nsc_figure_describe (figure);
  g_assert_cmpstr (text, ==, "First\nGermany: 4\nSecond\nJapan: 2");
}

/* Whatever the entries, none is cut and none lies over another. */
static void
test_legend (void)
{
  for (guint round = 0; round < 60; round++)
    {
      Rows rows = random_rows (3);
      g_autoptr (NscFigure) figure = make_figure ("en", &rows, TRUE);
      double width = widths[g_test_rand_int_range (0, G_N_ELEMENTS (widths))];
      g_autoptr (NscScene) scene = NULL;

      for (int i = g_test_rand_int_range (1, 7); i > 0; i--)
        {
          const NscLegendEntry entry = {
            .swatch = (NscSwatch) g_test_rand_int_range (NSC_SWATCH_DOT, NSC_SWATCH_LINE + 1),
            .color = NSC_COLOR_TINT_OF (NSC_COLOR_BLUE),
            .shape = (NscShape) g_test_rand_int_range (0, NSC_N_SHAPES),
            .hollow = g_test_rand_bit (),
            .pattern = (NscPattern) g_test_rand_int_range (0, NSC_N_PATTERNS),
            .text = names[g_test_rand_int_range (0, G_N_ELEMENTS (names))],
          };

          nsc_figure_add_legend_entry (figure, &entry);
        }
      scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), width, 0);
      scene_ink_check (scene);
      clear_rows (&rows);
    }
}

/* All that is too small is told, by its size to a tenth of a point; what only rounding keeps from the least is not. */
static void
test_small_type (void)
{
  const struct
  {
    double size;
    const char *text;
  } lines[] = { { 7, "large" },
                { 5.96, "a" },
                { 5.4, "b" },
                { 5.43, "c" },
                { 5.9, "d" },
                { 6, "least" },
                { 5.9999, "as good as least" },
                { 3, "e" },
                { 5.4, "f" } };
  const NscSceneType expected[] = { { 3, "e", 1 }, { 5.4, "b", 3 }, { 5.9, "a", 2 } };
  g_autoptr (NscFigure) figure = nsc_figure_new ("en");
  g_autoptr (NscScene) scene = nsc_scene_new_empty (figure, nsc_theme_get (NSC_THEME_PRINT), 100);
  g_autoptr (GArray) types = NULL;
  g_autoptr (GArray) none = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const NscTypeLine line = { .text = (char *) lines[i].text };

      nsc_scene_add_text (scene, NSC_COLOR_TEXT, (NscTypeStyle) { lines[i].size, NSC_WEIGHT_NORMAL }, NSC_ANCHOR_START,
                          &line, 0, 0);
    }
  nsc_scene_add_rectangle (scene, NSC_COLOR_TEXT, 0, 0, 0, 1, 1);
  nsc_scene_finish (scene, 1, 100, 100);
  types = nsc_scene_list_small_type (scene, 6);
  none = nsc_scene_list_small_type (scene, 3);
  g_assert_cmpuint (types->len, ==, G_N_ELEMENTS (expected));
  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < types->len; i++)
    {
      const NscSceneType *type = &g_array_index (types, NscSceneType, i);

      g_assert_cmpfloat_with_epsilon (type->size, expected[i].size, 1e-9);
      g_assert_cmpstr (type->text, ==, expected[i].text);
      g_assert_cmpuint (type->n, ==, expected[i].n);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/scene/random", test_random);
  g_test_add_func ("/figure/scene/many-rows", test_many_rows);
  g_test_add_func ("/figure/scene/stated-sizes", test_stated_sizes);
  g_test_add_func ("/figure/scene/tiny", test_tiny);
  g_test_add_func ("/figure/scene/small-type", test_small_type);
  g_test_add_func ("/figure/scene/drawn-ink", test_drawn_ink);
  g_test_add_func ("/figure/scene/keeps-context", test_keeps_context);
  g_test_add_func ("/figure/scene/parts", test_parts);
  g_test_add_func ("/figure/scene/list-marks", test_list_marks);
  g_test_add_func ("/figure/scene/blocks", test_blocks);
  g_test_add_func ("/figure/scene/reading-order", test_reading_order);
  g_test_add_func ("/figure/scene/threads", test_threads);
  g_test_add_func ("/figure/scene/describe", test_describe);
  g_test_add_func ("/figure/scene/panels", test_panels);
  g_test_add_func ("/figure/scene/legend", test_legend);
  return g_test_run ();
}
