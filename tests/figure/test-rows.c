/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-bar-mark.h"
#include "nsc-reference-mark.h"
#include "nsc-scene-item.h"
#include "nsc-series-mark.h"
#include "nsc-series-style.h"
#include "scene-ink.h"

#include <math.h>
#include <string.h>

/* Every geometry over rows in panels, on data that nobody has chosen. */

static const char *const names[] = {
  "Germany",
  "日本",
  "United Kingdom of Great Britain and Northern Ireland",
  "大不列颠及北爱尔兰联合王国",
  "Côte d’Ivoire",
  "W",
  "",
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
  "关于从国际安全的角度看信息和电信领域的发展政府专家组以及不限成员名额工作组的全体参加者和观察员",
  "网络安全 Tech Accord 技术协议 signatories",
  "Việt Nam – Cộng hòa Xã hội chủ nghĩa",
  /* 300 characters */
  "States should not conduct or knowingly support activity that, contrary to their obligations under international "
  "law, "
  "intentionally damages critical infrastructure or otherwise impairs its use and operation to provide services to the "
  "public, and should take appropriate measures to protect theirs from all threats",
};

static const double widths[] = { 119, 238, 300, 493, 668, 960 };
static const double heights[] = { 0, 0, 0, 160, 400, 540 };

typedef enum
{
  DATA_COUNTS,
  DATA_EQUAL,
  DATA_LARGE,
  DATA_NEGATIVE,
  DATA_MIXED,
  DATA_MISSING,

} Data;

typedef struct
{
  Data data;
  GStringChunk *strings;
  GArray *labels; /* of const char * */
  guint n_rows;
  gint64 next_key;
  double least, most; /* of all values */
} Source;

static const char *
random_name (void)
{
  return names[g_test_rand_int_range (0, G_N_ELEMENTS (names))];
}

static Source
make_source (guint n_rows)
{
  Source source = { .data = (Data) g_test_rand_int_range (DATA_COUNTS, DATA_MISSING + 1),
                    .strings = g_string_chunk_new (4096),
                    .labels = g_array_new (FALSE, FALSE, sizeof (char *)),
                    .n_rows = n_rows,
                    .next_key = 1,
                    .most = 1 };

  for (guint i = 0; i < n_rows; i++)
    {
      const char *name = random_name ();

      g_array_append_val (source.labels, name);
    }
  return source;
}

static void
clear_source (Source *source)
{
  g_string_chunk_free (source->strings);
  g_array_unref (source->labels);
}

static double
random_number (Data data)
{
  const double values[] = { 0, 1, 2, 7, 41, 706, 1e6 };

  switch (data)
    {
    case DATA_EQUAL:
      return 7;
    case DATA_LARGE:
      return values[g_test_rand_int_range (0, G_N_ELEMENTS (values))] * 1.8e13;
    case DATA_NEGATIVE:
      return -g_test_rand_int_range (0, 100);
    case DATA_MIXED:
      return g_test_rand_double_range (-5, 50);
    case DATA_MISSING:
      return g_test_rand_bit () ? NAN : g_test_rand_int_range (-3, 100);
    case DATA_COUNTS:
    default:
      return values[g_test_rand_int_range (0, G_N_ELEMENTS (values))];
    }
}

static double
random_value (Source *source)
{
  double value = random_number (source->data);

  source->least = fmin (source->least, value);
  source->most = fmax (source->most, value);
  return value;
}

static const char *
number_words (Source *source, double value)
{
  g_autofree char *words = isnan (value) ? g_strdup ("–") : g_strdup_printf ("%.0f", value);

  return g_string_chunk_insert (source->strings, words);
}

static NscMark *
random_bars (Source *source)
{
  g_autofree NscBar *bars = g_new0 (NscBar, source->n_rows + 1);
  gboolean has_references = g_test_rand_int_range (0, 3) == 0;
  NscMark *mark;

  for (guint i = 0; i < source->n_rows; i++)
    {
      NscBar *bar = &bars[i];

      bar->key = source->next_key++;
      bar->value = random_value (source);
      bar->text = number_words (source, bar->value);
      bar->second = g_test_rand_bit () ? "45.6%" : NULL;
      bar->name = "a bar";
      bar->color = NSC_COLOR_BLUE;
      bar->kept = i + 1 == source->n_rows;
      bar->quiet = g_test_rand_int_range (0, 10) == 0;
      bar->reference = NAN;
      if (has_references && g_test_rand_int_range (0, 4) == 0)
        {
          bar->reference = random_value (source);
          bar->reference_text = "12 reported";
        }
    }
  mark = nsc_bar_mark_new (bars, source->n_rows);
  if (g_test_rand_bit ())
    nsc_bar_mark_set_block (mark, 1);
  return mark;
}

/* The axis must hold what is stacked. */
static void
widen (Source *source, const NscSeriesPart *parts, guint n)
{
  double more = 0, less = 0;

  for (guint i = 0; i < n; i++)
    {
      more += isnan (parts[i].value) ? 0 : MAX (0, parts[i].value);
      less += isnan (parts[i].value) ? 0 : MIN (0, parts[i].value);
    }
  source->most = MAX (source->most, more);
  source->least = MIN (source->least, less);
}

static NscMark *
make_series (Source *source, NscSeriesArrangement arrangement, guint n_series)
{
  g_autofree NscSeriesPart *parts = g_new0 (NscSeriesPart, n_series * source->n_rows + 1);
  g_autofree const char **totals = g_new0 (const char *, source->n_rows + 1);

  for (guint row = 0; row < source->n_rows; row++)
    {
      for (guint i = 0; i < n_series; i++)
        {
          NscSeriesPart *part = &parts[row * n_series + i];
          const NscSeriesStyle *style = nsc_series_style_get (i);

          part->key = source->next_key++;
          part->value = random_value (source);
          part->text = number_words (source, part->value);
          part->name = "a part";
          part->color = style->color;
          part->pattern = g_test_rand_bit () ? style->pattern : NSC_PATTERN_OUTLINE;
        }
      if (arrangement == NSC_SERIES_STACKED)
        widen (source, &parts[row * n_series], n_series);
      totals[row] = g_test_rand_bit () ? "1,234" : NULL;
    }
  return nsc_series_mark_new (arrangement, parts, n_series, source->n_rows, g_test_rand_bit () ? totals : NULL);
}

static NscMark *
random_series (Source *source)
{
  return make_series (source, (NscSeriesArrangement) g_test_rand_int_range (NSC_SERIES_GROUPED, NSC_SERIES_SHARES + 1),
                      (guint) g_test_rand_int_range (1, NSC_N_SERIES + 1));
}

static NscMark *
random_reference (Source *source)
{
  const NscReference reference = {
    .direction = (NscReferenceDirection) g_test_rand_int_range (0, 2),
    .value = random_value (source),
    .to = g_test_rand_bit () ? NAN : random_value (source),
    .text = g_test_rand_bit () ? random_name () : "average",
    .color = NSC_COLOR_ORANGE,
    .dash = g_test_rand_bit () ? (NscDash) { 3, 2 } : (NscDash) { 0, 0 },
  };

  return nsc_reference_mark_new (&reference);
}

/* A figure of N_PANELS over the rows of SOURCE. */
static NscFigure *
make_figure (Source *source, guint n_panels, gboolean quiet, const char *language)
{
  NscFigure *figure = nsc_figure_new (language);
  g_autoptr (NscScale) scale = NULL;
  NscAxis *values;

  nsc_figure_set_title (figure, random_name ());
  nsc_figure_set_subtitle (figure, "Number, and share of those recorded（90 个签署方）");
  nsc_figure_add_note (figure, "Coverage.", random_name ());
  nsc_figure_set_empty (figure, "There is nothing to show.");
  for (guint i = 0; i < n_panels; i++)
    {
      if (n_panels > 1 || g_test_rand_bit ())
        nsc_figure_begin_panel (figure, random_name ());
      for (int j = g_test_rand_int_range (0, 3); j > 0; j--)
        nsc_figure_take_mark (figure, random_reference (source));
      nsc_figure_take_mark (figure, g_test_rand_bit () ? random_bars (source) : random_series (source));
    }
  if (source->n_rows == 0)
    return figure;
  nsc_figure_take_rows (figure,
                        nsc_axis_new_bands ((const char *const *) (void *) source->labels->data, source->labels->len));
  /* On a logarithmic scale, what is not above 0 has no place. */
  scale = source->least < 0 || g_test_rand_int_range (0, 4) > 0 ? nsc_scale_new_linear (source->least, source->most)
                                                                : nsc_scale_new_log (1, MAX (1, source->most));
  values = nsc_axis_new_values (scale);
  nsc_axis_set_quiet (values, quiet);
  nsc_axis_set_title (values, g_test_rand_bit () ? random_name () : "");
  nsc_figure_take_values (figure, values);
  return figure;
}

/* Each mark answers at its middle and is found by its key. */
static void
check_pointing (const NscScene *scene)
{
  for (guint i = 0; i < nsc_scene_get_n_marks (scene); i++)
    {
      const NscSceneMark *mark = nsc_scene_get_mark (scene, i);

      g_assert_nonnull (mark->name);
      g_assert_cmpint (nsc_scene_hit (scene, mark->x + mark->width / 2, mark->y + mark->height / 2), ==, i);
      g_assert_cmpint (nsc_scene_hit (scene, mark->row_x + mark->row_width / 2, mark->row_y + mark->row_height / 2), ==,
                       i);
      g_assert_cmpint (nsc_scene_find (scene, mark->key), ==, i);
    }
}

/* The arrow keys lead from the first mark to all others. */
static void
check_keys (const NscScene *scene)
{
  const int steps[][2] = { { 0, 1 }, { 0, -1 }, { 1, 0 }, { -1, 0 } };
  guint n = nsc_scene_get_n_marks (scene);
  g_autofree gboolean *seen = g_new0 (gboolean, n + 1);
  g_autoptr (GArray) reached = g_array_new (FALSE, FALSE, sizeof (guint));
  guint start = 0;

  if (n == 0)
    return;
  g_array_append_val (reached, start);
  seen[0] = TRUE;
  for (guint next = 0; next < reached->len; next++)
    for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
      {
        guint to = (guint) nsc_scene_step (scene, (int) g_array_index (reached, guint, next), steps[i][0], steps[i][1]);

        if (seen[to])
          continue;
        seen[to] = TRUE;
        g_array_append_val (reached, to);
      }
  for (guint i = 0; i < n; i++)
    if (!seen[i])
      g_error ("no key leads to mark %u at %.2f %.2f (%.2f x %.2f)", i, nsc_scene_get_mark (scene, i)->row_x,
               nsc_scene_get_mark (scene, i)->row_y, nsc_scene_get_mark (scene, i)->row_width,
               nsc_scene_get_mark (scene, i)->row_height);
}

static void
check_sizes (const NscScene *scene, NscThemeName theme, double width, double height)
{
  double smallest = scene_ink_get_smallest_type (scene);

  g_assert_cmpfloat (nsc_scene_get_width (scene), ==, width);
  if (height > 0)
    g_assert_cmpfloat (nsc_scene_get_height (scene), ==, height);
  if (theme == NSC_THEME_PRINT && width >= 238 && height == 0)
    g_assert_cmpfloat (smallest, >=, 6);
}

static void
check_random (guint n_rows)
{
  const char *language = g_test_rand_bit () ? "en" : "zh_CN";
  NscThemeName theme = (NscThemeName) g_test_rand_int_range (NSC_THEME_PRINT, NSC_THEME_SLIDE + 1);
  double width = widths[g_test_rand_int_range (0, G_N_ELEMENTS (widths))];
  double height = heights[g_test_rand_int_range (0, G_N_ELEMENTS (heights))];
  guint n_panels = g_test_rand_bit () ? 1 : (guint) g_test_rand_int_range (1, 7);
  Source source = make_source (n_rows);
  g_autoptr (NscFigure) figure = make_figure (&source, n_panels, g_test_rand_bit (), language);
  g_autoptr (NscScene) scene = NULL;

  g_test_message ("%s, theme %d, %.0f x %.0f, %u rows, %u panels", language, theme, width, height, n_rows, n_panels);
  scene = nsc_scene_new (figure, nsc_theme_get (theme), width, height);
  check_sizes (scene, theme, width, height);
  scene_ink_check (scene);
  check_pointing (scene);
  check_keys (scene);
  clear_source (&source);
}

static void
test_random (void)
{
  const guint sizes[] = { 0, 1, 2, 3, 5, 12, 24 };

  for (guint i = 0; i < 500; i++)
    check_random (sizes[g_test_rand_int_range (0, G_N_ELEMENTS (sizes))]);
}

static void
test_many_rows (void)
{
  check_random (60);
  check_random (60);
  check_random (500);
}

/* A figure of N_PANELS with three rows each. */
static NscScene *
lay_out_panels (guint n_panels, double width, double height, NscThemeName theme)
{
  const char *const labels[] = { "United States", "Germany", "Unknown" };
  g_autoptr (NscFigure) figure = nsc_figure_new ("en");
  g_autoptr (NscScale) scale = nsc_scale_new_linear (0, 41);
  NscAxis *values = nsc_axis_new_values (scale);

  nsc_axis_set_quiet (values, TRUE);
  nsc_figure_take_values (figure, values);
  nsc_figure_take_rows (figure, nsc_axis_new_bands (labels, G_N_ELEMENTS (labels)));
  for (guint panel = 0; panel < n_panels; panel++)
    {
      NscBar bars[G_N_ELEMENTS (labels)];

      for (guint row = 0; row < G_N_ELEMENTS (labels); row++)
        bars[row] = (NscBar) { .key = panel * 10 + row,
                               .value = 41 - 20 * row,
                               .text = "41",
                               .second = "45.6%",
                               .name = "a bar",
                               .color = NSC_COLOR_BLUE,
                               .reference = NAN };
      nsc_figure_begin_panel (figure, "Tech Accord");
      nsc_figure_take_mark (figure, nsc_bar_mark_new (bars, G_N_ELEMENTS (bars)));
    }
  return nsc_scene_new (figure, nsc_theme_get (theme), width, height);
}

static const NscSceneMark *
mark_of (const NscScene *scene, gint64 key)
{
  int index = nsc_scene_find (scene, key);

  g_assert_cmpint (index, >=, 0);
  return nsc_scene_get_mark (scene, (guint) index);
}

static guint
count_words (const NscScene *scene, const char *words)
{
  guint n = 0;

  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    n += nsc_scene_get_item (scene, i)->kind == NSC_ITEM_TEXT &&
         g_str_equal (nsc_scene_get_item (scene, i)->line.text, words);
  return n;
}

/* Panels share labels, rows and scale where there is room, and never the scale alone. */
static void
test_columns (void)
{
  g_autoptr (NscScene) wide = lay_out_panels (3, 493, 0, NSC_THEME_PRINT);
  g_autoptr (NscScene) narrow = lay_out_panels (3, 238, 0, NSC_THEME_PRINT);
  g_autoptr (NscScene) slim = lay_out_panels (3, 100, 0, NSC_THEME_PRINT);

  g_assert_cmpuint (count_words (wide, "Germany"), ==, 1);
  g_assert_cmpuint (count_words (wide, "Tech Accord"), ==, 3);
  g_assert_cmpfloat (mark_of (wide, 1)->y, ==, mark_of (wide, 21)->y);
  g_assert_cmpfloat (mark_of (wide, 1)->x, <, mark_of (wide, 11)->x);
  g_assert_cmpfloat_with_epsilon (mark_of (wide, 11)->x - mark_of (wide, 1)->x,
                                  mark_of (wide, 21)->x - mark_of (wide, 11)->x, 1e-9);
  /* Two columns beside each other, the third panel below with labels of its own. */
  g_assert_cmpuint (count_words (narrow, "Germany"), ==, 2);
  g_assert_cmpfloat (mark_of (narrow, 1)->y, ==, mark_of (narrow, 11)->y);
  g_assert_cmpfloat (mark_of (narrow, 1)->x, ==, mark_of (narrow, 21)->x);
  g_assert_cmpfloat (mark_of (narrow, 1)->y, <, mark_of (narrow, 21)->y);
  g_assert_cmpuint (count_words (slim, "Germany"), ==, 3);
  for (gint64 panel = 1; panel < 3; panel++)
    {
      g_assert_cmpfloat (mark_of (wide, panel * 10)->width, ==, mark_of (wide, 0)->width);
      g_assert_cmpfloat (mark_of (narrow, panel * 10)->width, ==, mark_of (narrow, 0)->width);
      g_assert_cmpfloat (mark_of (slim, panel * 10)->width, ==, mark_of (slim, 0)->width);
    }
}

/* Four panels of which three have room stand two by two. */
static void
test_even_blocks (void)
{
  g_autoptr (NscScene) scene = lay_out_panels (4, 380, 0, NSC_THEME_PRINT);

  g_assert_cmpuint (count_words (scene, "Germany"), ==, 2);
  g_assert_cmpfloat (mark_of (scene, 0)->y, ==, mark_of (scene, 10)->y);
  g_assert_cmpfloat (mark_of (scene, 20)->y, ==, mark_of (scene, 30)->y);
}

/* A label answers for the first panel, and what is beside it for the others. */
static void
test_parts (void)
{
  g_autoptr (NscScene) scene = lay_out_panels (3, 493, 0, NSC_THEME_PRINT);
  const NscSceneMark *first = mark_of (scene, 1), *second = mark_of (scene, 11), *third = mark_of (scene, 21);
  double middle = first->row_y + first->row_height / 2;

  g_assert_cmpfloat (first->row_x, <, 3);
  g_assert_cmpfloat_with_epsilon (first->row_x + first->row_width, second->row_x, 1e-9);
  g_assert_cmpfloat_with_epsilon (second->row_x + second->row_width, third->row_x, 1e-9);
  g_assert_cmpint (nsc_scene_hit (scene, 5, middle), ==, nsc_scene_find (scene, 1));
  g_assert_cmpint (nsc_scene_step (scene, nsc_scene_find (scene, 1), 1, 0), ==, nsc_scene_find (scene, 11));
  g_assert_cmpint (nsc_scene_step (scene, nsc_scene_find (scene, 11), 0, 1), ==, nsc_scene_find (scene, 12));
}

static NscScene *
lay_out_bars (const NscBar *bars, guint n, double least, double most)
{
  g_autofree const char **labels = g_new0 (const char *, n);
  g_autoptr (NscFigure) figure = nsc_figure_new ("en");
  g_autoptr (NscScale) scale = nsc_scale_new_linear (least, most);
  NscAxis *values = nsc_axis_new_values (scale);

  for (guint i = 0; i < n; i++)
    labels[i] = "Germany";
  nsc_axis_set_quiet (values, TRUE);
  nsc_figure_take_values (figure, values);
  nsc_figure_take_rows (figure, nsc_axis_new_bands (labels, n));
  nsc_figure_take_mark (figure, nsc_bar_mark_new (bars, n));
  return nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), 238, 0);
}

static const NscSceneItem *
text_of (const NscScene *scene, const char *words)
{
  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);

      if (item->kind == NSC_ITEM_TEXT && g_str_equal (item->line.text, words))
        return item;
    }
  g_assert_not_reached ();
}

/* Bars below 0 run to the left and have their numbers there; what is missing has only its words. */
static void
test_negative (void)
{
  const NscBar bars[] = {
    { .key = 1, .value = 20, .text = "20", .name = "a", .color = NSC_COLOR_BLUE, .reference = NAN },
    { .key = 2, .value = -10, .text = "−10", .second = "5%", .name = "b", .color = NSC_COLOR_BLUE, .reference = -20 },
    { .key = 3, .value = NAN, .text = "–", .name = "c", .color = NSC_COLOR_BLUE, .reference = NAN },
    { .key = 4, .value = 0, .text = "0", .name = "d", .color = NSC_COLOR_BLUE, .reference = NAN },
    { .key = 5, .value = 0, .text = "none", .color = NSC_COLOR_BLUE, .reference = NAN, .quiet = TRUE },
  };
  g_autoptr (NscScene) scene = lay_out_bars (bars, G_N_ELEMENTS (bars), -20, 20);
  const NscSceneMark *more = mark_of (scene, 1), *less = mark_of (scene, 2), *missing = mark_of (scene, 3);
  double left, right, y, width, height;

  scene_ink_check (scene);
  g_assert_cmpfloat_with_epsilon (less->x + less->width, more->x, 1e-9);
  g_assert_cmpfloat_with_epsilon (2 * less->width, more->width, 1e-9);
  g_assert_cmpfloat (missing->width, ==, 0);
  g_assert_cmpfloat (missing->x, ==, more->x);
  g_assert_cmpfloat (mark_of (scene, 4)->width, ==, 0);
  g_assert_cmpint (nsc_scene_find (scene, 5), ==, -1);
  g_assert_cmpint (text_of (scene, "none")->mark, ==, -1);
  nsc_scene_item_get_ink (text_of (scene, "−10"), &left, &y, &width, &height);
  g_assert_cmpfloat (left + width, <, less->x);
  nsc_scene_item_get_ink (text_of (scene, "5%"), &right, &y, &width, &height);
  g_assert_cmpfloat (right + width, <, left);
  nsc_scene_item_get_ink (text_of (scene, "–"), &left, &y, &width, &height);
  g_assert_cmpfloat (left, >, more->x);
}

static NscScene *
lay_out_series (NscSeriesArrangement arrangement, const double *values, guint n_series, double least, double most)
{
  const char *const label = "Germany", *const total = "12";
  g_autoptr (NscFigure) figure = nsc_figure_new ("en");
  g_autoptr (NscScale) scale = nsc_scale_new_linear (least, most);
  NscAxis *axis = nsc_axis_new_values (scale);
  NscSeriesPart parts[NSC_N_SERIES] = { 0 };

  for (guint i = 0; i < n_series; i++)
    parts[i] = (NscSeriesPart) {
      .key = i, .value = values[i], .text = "5", .name = "a part", .color = nsc_series_style_get (i)->color
    };
  nsc_axis_set_quiet (axis, TRUE);
  nsc_figure_take_values (figure, axis);
  nsc_figure_take_rows (figure, nsc_axis_new_bands (&label, 1));
  nsc_figure_take_mark (figure, nsc_series_mark_new (arrangement, parts, n_series, 1, &total));
  return nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), 300, 0);
}

/* Parts follow each other in proportion; those below 0 run to the left, and those too short to be seen are seen. */
static void
test_stacked (void)
{
  const double values[] = { 6, -2, 3, 0, 1e-9 };
  g_autoptr (NscScene) scene = lay_out_series (NSC_SERIES_STACKED, values, G_N_ELEMENTS (values), -2, 9);
  const NscSceneMark *six = mark_of (scene, 0), *less = mark_of (scene, 1), *three = mark_of (scene, 2);
  const NscSceneMark *tiny = mark_of (scene, 4);
  double gap = three->x - six->x - six->width;

  scene_ink_check (scene);
  g_assert_cmpint (nsc_scene_find (scene, 3), ==, -1);
  g_assert_cmpfloat (gap, >, 0);
  g_assert_cmpfloat (gap, <, 1);
  g_assert_cmpfloat_with_epsilon (six->width + gap, 2 * (three->width + gap), 0.75);
  g_assert_cmpfloat_with_epsilon (less->x + less->width, six->x, 1e-9);
  /* The tiny part takes its length from the others. */
  g_assert_cmpfloat_with_epsilon (3 * less->width, six->width + gap, 0.75);
  g_assert_cmpfloat (tiny->width, >=, 0.5);
  g_assert_cmpfloat (tiny->x, >=, three->x + three->width);
  g_assert_cmpint (nsc_scene_step (scene, nsc_scene_find (scene, 0), 1, 0), ==, nsc_scene_find (scene, 2));
  g_assert_cmpuint (count_words (scene, "12"), ==, 1);
  g_assert_cmpuint (count_words (scene, "5"), ==, 3);
}

/* Shares fill the domain whatever their sum. */
static void
test_shares (void)
{
  const double values[] = { 30, 10, NAN, -4 };
  g_autoptr (NscScene) scene = lay_out_series (NSC_SERIES_SHARES, values, G_N_ELEMENTS (values), 0, 1);
  const NscSceneMark *first = mark_of (scene, 0), *second = mark_of (scene, 1);

  scene_ink_check (scene);
  g_assert_cmpuint (nsc_scene_get_n_marks (scene), ==, 2);
  g_assert_cmpfloat_with_epsilon (second->x - first->x, 3 * second->width, 1e-6);
}

/* Grouped bars stand below each other in a row that is taller for them. */
static void
test_grouped (void)
{
  const double values[] = { 6, NAN, 3 };
  g_autoptr (NscScene) scene = lay_out_series (NSC_SERIES_GROUPED, values, G_N_ELEMENTS (values), 0, 6);
  g_autoptr (NscScene) single = lay_out_series (NSC_SERIES_GROUPED, values, 1, 0, 6);
  const NscSceneMark *first = mark_of (scene, 0), *missing = mark_of (scene, 1), *last = mark_of (scene, 2);

  scene_ink_check (scene);
  g_assert_cmpfloat_with_epsilon (first->width, 2 * last->width, 1e-9);
  g_assert_cmpfloat (missing->width, ==, 0);
  g_assert_cmpfloat_with_epsilon (missing->y - first->y, last->y - missing->y, 1e-9);
  g_assert_cmpfloat (missing->y, >=, first->y + first->height);
  g_assert_cmpfloat (last->row_y + last->row_height - first->row_y, >, 2 * mark_of (single, 0)->row_height);
  g_assert_cmpuint (count_words (scene, "5"), ==, 3);
}

/* Words in a bar are of the colour that is read best on it. */
static void
test_words_in_bars (void)
{
  const double values[] = { 5, 5, 5, 5, 5, 5, 5 };

  for (guint theme = NSC_THEME_PRINT; theme <= NSC_THEME_SLIDE; theme++)
    {
      g_autoptr (NscScene) scene = lay_out_series (NSC_SERIES_STACKED, values, G_N_ELEMENTS (values), 0, 35);
      guint n = 0;

      for (guint i = 1; i < nsc_scene_get_n_items (scene); i++)
        {
          const NscSceneItem *bar = nsc_scene_get_item (scene, i - 1), *words = nsc_scene_get_item (scene, i);

          if (words->kind != NSC_ITEM_TEXT || bar->kind != NSC_ITEM_RECTANGLE)
            continue;
          g_assert_cmpfloat (nsc_color_contrast (bar->color, words->color), >=, 4.4);
          n++;
        }
      g_assert_cmpuint (n, ==, G_N_ELEMENTS (values));
    }
}

/* What has no place on a scale has its number where bars begin. */
static void
test_no_place (void)
{
  const NscBar bars[] = { { .key = 1, .value = 0, .text = "0", .second = "45.6%", .name = "a", .reference = NAN },
                          { .key = 2, .value = 1, .text = "1", .second = "45.6%", .name = "b", .reference = NAN } };
  const char *const labels[] = { names[2], names[2] };
  g_autoptr (NscFigure) figure = nsc_figure_new ("en");
  g_autoptr (NscScale) scale = nsc_scale_new_log (1, 1);
  g_autoptr (NscScene) scene = NULL;
  NscAxis *values = nsc_axis_new_values (scale);

  nsc_axis_set_quiet (values, TRUE);
  nsc_figure_take_values (figure, values);
  nsc_figure_take_rows (figure, nsc_axis_new_bands (labels, G_N_ELEMENTS (labels)));
  nsc_figure_take_mark (figure, nsc_bar_mark_new (bars, G_N_ELEMENTS (bars)));
  scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), 119, 0);
  scene_ink_check (scene);
  g_assert_cmpfloat (text_of (scene, "0")->x, ==, text_of (scene, "1")->x);
}

/* A line stands at its value behind all rows and has its words above them. */
static void
test_reference (void)
{
  const NscBar bars[] = {
    { .key = 1, .value = 20, .text = "20", .name = "a", .color = NSC_COLOR_BLUE, .reference = NAN },
    { .key = 2, .value = 10, .text = "10", .name = "b", .color = NSC_COLOR_BLUE, .reference = NAN },
    { .key = 3, .value = 9, .text = "nine", .name = "c", .color = NSC_COLOR_BLUE, .reference = NAN },
    { .key = 4, .value = 1, .text = "1", .name = "d", .color = NSC_COLOR_BLUE, .reference = NAN },
  };
  const char *const labels[] = { "Germany", "Japan", "Chile", "Italy" };
  g_autoptr (NscFigure) figure = nsc_figure_new ("en");
  g_autoptr (NscScale) scale = nsc_scale_new_linear (0, 20);
  g_autoptr (NscScene) scene = NULL;
  g_autofree char *described = NULL;
  NscAxis *values = nsc_axis_new_values (scale);
  const NscSceneItem *above = NULL, *below = NULL, *band = NULL;
  double x, y, width, height;

  nsc_axis_set_quiet (values, TRUE);
  nsc_figure_take_values (figure, values);
  nsc_figure_take_rows (figure, nsc_axis_new_bands (labels, G_N_ELEMENTS (labels)));
  nsc_figure_take_mark (figure, nsc_reference_mark_new (&(NscReference) {
                                    .value = 5, .to = 15, .text = "usual", .color = NSC_COLOR_BLUE }));
  nsc_figure_take_mark (figure, nsc_reference_mark_new (&(NscReference) {
                                    .value = 10, .to = NAN, .text = "average", .color = NSC_COLOR_ORANGE }));
  nsc_figure_take_mark (figure, nsc_reference_mark_new (&(NscReference) {
                                    .value = 30, .to = NAN, .text = "beyond", .color = NSC_COLOR_ORANGE }));
  nsc_figure_take_mark (figure, nsc_bar_mark_new (bars, G_N_ELEMENTS (bars)));
  scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), 238, 0);
  scene_ink_check (scene);
  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);

      if (item->kind == NSC_ITEM_LINE && item->width == 0)
        {
          below = item;
          above = above != NULL ? above : item;
        }
      if (item->kind == NSC_ITEM_RECTANGLE && item->mark < 0 && band == NULL)
        band = item;
    }
  g_assert_nonnull (above);
  g_assert_cmpfloat_with_epsilon (above->x, mark_of (scene, 2)->x + mark_of (scene, 2)->width, 1e-9);
  g_assert_cmpfloat (above->y, >, text_of (scene, "average")->y);
  g_assert_cmpfloat (text_of (scene, "usual")->y, <, text_of (scene, "average")->y);
  g_assert_cmpfloat_with_epsilon (below->y + below->height, mark_of (scene, 4)->row_y + mark_of (scene, 4)->row_height,
                                  1e-9);
  /* It is parted around the only number that it would run through. */
  nsc_scene_item_get_ink (text_of (scene, "nine"), &x, &y, &width, &height);
  g_assert_cmpfloat (above->x, >, x);
  g_assert_cmpfloat (above->y + above->height, <, y);
  g_assert_cmpfloat (below->y, >, y + height);
  g_assert_cmpfloat (below->y, <, mark_of (scene, 4)->row_y);
  g_assert_cmpfloat_with_epsilon (band->width, mark_of (scene, 2)->width, 1e-9);
  g_assert_cmpuint (count_words (scene, "beyond"), ==, 0);
  described = nsc_figure_describe (figure);
  g_assert_cmpstr (described, ==, "a\nb\nc\nd\nusual\naverage\nbeyond");
}

/* At the sizes that people print and show. */
static void
test_stated_sizes (void)
{
  const guint sizes[] = { 0, 1, 3, 60, 500 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint n_panels = 1; n_panels <= 3; n_panels++)
      {
        Source source = make_source (sizes[i]);
        g_autoptr (NscFigure) figure = NULL;
        g_autoptr (NscScene) column = NULL, slide = NULL;

        /* A title of 300 characters leaves no room on a slide, and numbers of 19 digits none beside each other. */
        source.data = DATA_COUNTS;
        figure = make_figure (&source, n_panels, TRUE, i % 2 == 0 ? "en" : "zh_CN");
        nsc_figure_set_title (figure, "Recorded signatories of several initiatives by home country 签署方");
        column = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), 238, 0);
        slide = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_SLIDE), 960, 540);
        g_assert_cmpfloat (scene_ink_get_smallest_type (column), >=, 6);
        g_assert_cmpfloat (scene_ink_get_smallest_type (slide), >=, 540 / 40.0 - 1e-9);
        scene_ink_check (slide);
        if (sizes[i] <= 60)
          scene_ink_check (column);
        clear_source (&source);
      }
}

/* As many series as there are, in whatever panels, still have type that is read from the last row of a hall. What is
 * folded has no number of its own, so that none is claimed. */
static void
test_many_series (void)
{
  const double slides[] = { 400, 720, 960 };

  for (guint n_panels = 1; n_panels <= 6; n_panels++)
    {
      Source source = make_source (60);
      g_autoptr (NscFigure) figure = nsc_figure_new ("en");
      g_autoptr (NscScale) scale = NULL;

      source.data = DATA_COUNTS;
      for (guint i = 0; i < n_panels; i++)
        {
          nsc_figure_begin_panel (figure, names[2]);
          nsc_figure_take_mark (figure, make_series (&source, NSC_SERIES_GROUPED, NSC_N_SERIES));
        }
      scale = nsc_scale_new_linear (0, source.most);
      nsc_figure_set_title (figure, "Recorded signatories of several initiatives by home country 签署方");
      nsc_figure_take_values (figure, nsc_axis_new_values (scale));
      nsc_figure_take_rows (figure, nsc_axis_new_bands ((const char *const *) (void *) source.labels->data, 60));
      for (gsize i = 0; i < G_N_ELEMENTS (slides); i++)
        {
          g_autoptr (NscScene) scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_SLIDE), slides[i], 540);
          int fold = nsc_scene_find (scene, NSC_KEY_FOLDED);

          scene_ink_check (scene);
          g_assert_cmpfloat (scene_ink_get_smallest_type (scene), >=, MIN (slides[i], 540) / 40.0 - 1e-9);
          g_assert_cmpint (fold, >=, 0);
          g_assert_true (g_str_has_suffix (nsc_scene_get_mark (scene, (guint) fold)->name, " more"));
        }
      clear_source (&source);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/rows/random", test_random);
  g_test_add_func ("/figure/rows/many-rows", test_many_rows);
  g_test_add_func ("/figure/rows/columns", test_columns);
  g_test_add_func ("/figure/rows/even-blocks", test_even_blocks);
  g_test_add_func ("/figure/rows/parts", test_parts);
  g_test_add_func ("/figure/rows/negative", test_negative);
  g_test_add_func ("/figure/rows/stacked", test_stacked);
  g_test_add_func ("/figure/rows/shares", test_shares);
  g_test_add_func ("/figure/rows/grouped", test_grouped);
  g_test_add_func ("/figure/rows/words-in-bars", test_words_in_bars);
  g_test_add_func ("/figure/rows/no-place", test_no_place);
  g_test_add_func ("/figure/rows/reference", test_reference);
  g_test_add_func ("/figure/rows/stated-sizes", test_stated_sizes);
  g_test_add_func ("/figure/rows/many-series", test_many_series);
  return g_test_run ();
}
