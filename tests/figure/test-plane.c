/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-column-mark.h"
#include "nsc-curve-mark.h"
#include "nsc-figure.h"
#include "nsc-point-mark.h"
#include "nsc-reference-mark.h"
#include "nsc-scene-item.h"
#include "scene-ink.h"

#include <math.h>
#include <string.h>

/* Figures over a plane of whatever data: what every layout keeps. */

#define LAYOUTS 400

static const char *const words[] = {
  "Signatories",
  "已收录的签署方数量（个）",
  "",
  "Documents that mention the issue, per year and publisher, those without a date left out of the count altogether",
  "W",
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
  "关于从国际安全的角度看信息和电信领域的发展政府专家组以及不限成员名额工作组的全体参加者和观察员",
  "Côte d’Ivoire",
};

static const double widths[] = { 170, 238, 300, 493, 668, 960 };
static const double heights[] = { 0, 0, 0, 200, 400, 540 };

typedef enum
{
  AXIS_LINEAR,
  AXIS_LOG,
  AXIS_YEARS,
  AXIS_TIME,
} AxisKind;

/* A domain, and data that are for the most part within it. */
typedef struct
{
  AxisKind kind;
  double min, max;
  NscScale *scale;
} Domain;

typedef struct
{
  NscFigure *figure;
  GPtrArray *names; /* of all points */
  GArray *keys;     /* gint64, of points that must be marks */
  gint64 next_key;
  Domain across, up;
} Plane;

static const char *
random_word (void)
{
  return words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
}

static Domain
random_domain (gboolean upwards)
{
  const double spans[] = { 0, 1, 3, 40, 365, 4000, 200000 };
  const double tops[] = { 1, 7, 161, 1221, 1e6, 1e300 };
  Domain domain = { .kind = (AxisKind) g_test_rand_int_range (0, upwards ? AXIS_YEARS : AXIS_TIME + 1) };
  double top = tops[g_test_rand_int_range (0, G_N_ELEMENTS (tops))];

  switch (domain.kind)
    {
    case AXIS_LOG:
      domain.min = g_test_rand_bit () ? 1 : 0.001;
      domain.max = domain.min * (1 + top);
      domain.scale = nsc_scale_new_log (domain.min, domain.max);
      break;
    case AXIS_YEARS:
      domain.min = g_test_rand_int_range (1900, 2030);
      domain.max = domain.min + g_test_rand_int_range (0, 60);
      domain.scale = nsc_scale_new_years ((int) domain.min, (int) domain.max);
      break;
    case AXIS_TIME:
      domain.min = g_test_rand_int_range (1, 740000);
      domain.max = domain.min + spans[g_test_rand_int_range (0, G_N_ELEMENTS (spans))];
      domain.scale = nsc_scale_new_time ((gint32) domain.min, (gint32) domain.max);
      break;
    case AXIS_LINEAR:
    default:
      domain.min = g_test_rand_int_range (0, 3) == 0 ? -top / 3 : 0;
      domain.max = g_test_rand_int_range (0, 8) == 0 ? domain.min : top;
      domain.scale = g_test_rand_bit () ? nsc_scale_new_round (domain.min, domain.max, 5)
                                        : nsc_scale_new_linear (domain.min, domain.max);
    }
  return domain;
}

static double
random_value (const Domain *domain)
{
  double value;

  switch (g_test_rand_int_range (0, 30))
    {
    case 0:
      return NAN;
    case 1:
      return domain->min;
    case 2:
      return domain->max;
    case 3:
      return domain->max / 2 * 3 + 1;
    default:
      value = nsc_scale_invert (domain->scale, g_test_rand_double ());
      return domain->kind == AXIS_YEARS || domain->kind == AXIS_TIME ? round (value) : value;
    }
}

static gboolean
is_within (const Domain *domain, double value)
{
  double unit = nsc_scale_map (domain->scale, value);

  return unit >= 0 && unit <= 1;
}

static const char *
add_name (Plane *plane)
{
  char *name = g_strdup_printf ("point %" G_GINT64_FORMAT, plane->next_key);

  g_ptr_array_add (plane->names, name);
  return name;
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
add_curve (Plane *plane, guint n)
{
  g_autofree NscCurvePoint *points = g_new0 (NscCurvePoint, n + 1);
  g_autofree double *across = g_new0 (double, n + 1);
  NscColorRole color = (NscColorRole) g_test_rand_int_range (NSC_COLOR_CONTEXT, NSC_N_COLORS);
  NscMark *mark;

  for (guint i = 0; i < n; i++)
    across[i] = random_value (&plane->across);
  qsort (across, n, sizeof *across, compare_values);
  for (guint i = 0; i < n; i++, plane->next_key++)
    points[i] = (NscCurvePoint) { plane->next_key, across[i], random_value (&plane->up),
                                  g_test_rand_int_range (0, 9) > 0 ? add_name (plane) : NULL };
  mark = nsc_curve_mark_new ((NscCurveKind) g_test_rand_bit (), color, points, n);
  if (g_test_rand_bit ())
    nsc_curve_mark_set_dash (mark, (NscDash) { 3, 2 });
  if (g_test_rand_int_range (0, 3) == 0)
    nsc_curve_mark_set_area (mark, TRUE);
  if (g_test_rand_bit ())
    nsc_curve_mark_set_shape (mark, (NscShape) g_test_rand_int_range (0, NSC_N_SHAPES), g_test_rand_bit ());
  if (g_test_rand_int_range (0, 3) > 0)
    nsc_curve_mark_set_label (mark, g_test_rand_bit () ? "161" : NULL, random_word ());
  nsc_figure_take_mark (plane->figure, mark);
}

static void
add_points (Plane *plane, guint n)
{
  g_autofree NscPlanePoint *points = g_new0 (NscPlanePoint, n + 1);
  NscMark *mark;

  for (guint i = 0; i < n; i++, plane->next_key++)
    {
      points[i] = (NscPlanePoint) { .key = plane->next_key,
                                    .x = random_value (&plane->across),
                                    .y = random_value (&plane->up),
                                    .color = NSC_COLOR_BLUE,
                                    .shape = (NscShape) g_test_rand_int_range (0, NSC_N_SHAPES),
                                    .hollow = g_test_rand_bit (),
                                    .small = g_test_rand_bit (),
                                    .lead = g_test_rand_bit () ? "161" : NULL,
                                    .text = g_test_rand_bit () ? random_word () : NULL,
                                    .name = add_name (plane) };
      if (is_within (&plane->across, points[i].x) && is_within (&plane->up, points[i].y))
        g_array_append_val (plane->keys, plane->next_key);
    }
  mark = nsc_point_mark_new (points, n);
  nsc_point_mark_set_insistent (mark, g_test_rand_bit ());
  nsc_figure_take_mark (plane->figure, mark);
}

static void
add_columns (Plane *plane, guint n)
{
  guint n_series = (guint) g_test_rand_int_range (1, 7);
  NscColumnSeries series[6];
  g_autofree NscColumn *columns = g_new0 (NscColumn, n + 1);

  for (guint i = 0; i < n_series; i++)
    series[i] =
        (NscColumnSeries) { (NscColorRole) (NSC_COLOR_CONTEXT + i),
                            n < 50 ? (NscPattern) g_test_rand_int_range (0, NSC_N_PATTERNS) : NSC_PATTERN_SOLID };
  for (guint i = 0; i < n; i++, plane->next_key++)
    {
      columns[i] = (NscColumn) { .key = plane->next_key,
                                 .series = i % n_series,
                                 .x = i % n_series > 0 ? columns[i - 1].x : random_value (&plane->across),
                                 .height = random_value (&plane->up),
                                 .text = g_test_rand_bit () ? "1,221" : NULL,
                                 .name = add_name (plane) };
      if (is_within (&plane->across, columns[i].x) && isfinite (columns[i].height))
        g_array_append_val (plane->keys, plane->next_key);
    }
  nsc_figure_take_mark (
      plane->figure, nsc_column_mark_new ((NscColumnKind) g_test_rand_int_range (0, 3), series, n_series, columns, n));
}

static void
add_marks (Plane *plane, guint n)
{
  int kind = g_test_rand_int_range (0, 4);

  if (kind == 0)
    add_columns (plane, n);
  if (kind == 1 || kind == 3)
    add_points (plane, n);
  for (int i = kind < 2 ? 0 : n < 100 ? g_test_rand_int_range (0, 7) : 1; i > 0; i--)
    add_curve (plane, n);
}

static void
add_reference (Plane *plane)
{
  gboolean is_across = g_test_rand_bit ();
  const Domain *domain = is_across ? &plane->across : &plane->up;
  const NscReference reference = {
    .direction = is_across ? NSC_REFERENCE_ACROSS_VALUES : NSC_REFERENCE_ACROSS_HEIGHTS,
    .value = random_value (domain),
    .to = g_test_rand_bit () ? random_value (domain) : NAN,
    .text = random_word (),
    .color = NSC_COLOR_CONTEXT,
  };

  nsc_figure_take_mark (plane->figure, nsc_reference_mark_new (&reference));
}

static void
add_panel (Plane *plane, guint n)
{
  for (int i = g_test_rand_int_range (-2, 3); i > 0; i--)
    add_reference (plane);
  add_marks (plane, n);
}

static Plane
random_plane (const char *language)
{
  const guint sizes[] = { 0, 1, 1, 2, 5, 5, 12, 30 };
  Plane plane = { nsc_figure_new (language),
                  g_ptr_array_new_with_free_func (g_free),
                  g_array_new (FALSE, FALSE, sizeof (gint64)),
                  1,
                  random_domain (FALSE),
                  random_domain (TRUE) };
  NscAxis *across = nsc_axis_new_values (plane.across.scale);
  NscAxis *up = nsc_axis_new_values (plane.up.scale);
  guint n_panels = g_test_rand_bit () ? 1 : (guint) g_test_rand_int_range (1, 7);
  gboolean is_large = g_test_rand_int_range (0, 20) == 0;

  nsc_figure_set_title (plane.figure, random_word ());
  nsc_figure_set_source (plane.figure, random_word ());
  nsc_axis_set_title (across, random_word ());
  nsc_axis_set_title (up, random_word ());
  nsc_axis_set_quiet (across, g_test_rand_int_range (0, 8) == 0);
  nsc_axis_set_quiet (up, g_test_rand_int_range (0, 8) == 0);
  nsc_figure_take_values (plane.figure, across);
  nsc_figure_take_heights (plane.figure, up);
  for (guint i = 0; i < n_panels; i++)
    {
      if (n_panels > 1 || g_test_rand_bit ())
        nsc_figure_begin_panel (plane.figure, random_word ());
      add_panel (&plane, is_large && i == 0 ? 500 : sizes[g_test_rand_int_range (0, G_N_ELEMENTS (sizes))]);
    }
  return plane;
}

static void
clear_plane (Plane *plane)
{
  nsc_figure_unref (plane->figure);
  g_ptr_array_unref (plane->names);
  g_array_unref (plane->keys);
  nsc_scale_unref (plane->across.scale);
  nsc_scale_unref (plane->up.scale);
}

/* Of all that answer for a point, the one with the least area. */
static double
least_area_at (const NscScene *scene, double x, double y)
{
  double least = INFINITY;

  for (guint i = 0; i < nsc_scene_get_n_marks (scene); i++)
    {
      const NscSceneMark *mark = nsc_scene_get_mark (scene, i);

      if (x >= mark->row_x && x < mark->row_x + mark->row_width && y >= mark->row_y &&
          y < mark->row_y + mark->row_height)
        least = fmin (least, mark->row_width * mark->row_height);
    }
  return least;
}

static void
check_pointing (const NscScene *scene)
{
  for (guint i = 0; i < nsc_scene_get_n_marks (scene); i++)
    {
      const NscSceneMark *mark = nsc_scene_get_mark (scene, i);
      double x = mark->row_x + mark->row_width / 2, y = mark->row_y + mark->row_height / 2;
      int hit = nsc_scene_hit (scene, x, y);
      const NscSceneMark *found;

      g_assert_cmpint (hit, >=, 0);
      found = nsc_scene_get_mark (scene, (guint) hit);
      g_assert_cmpfloat_with_epsilon (found->row_width * found->row_height, least_area_at (scene, x, y), 0.1);
      g_assert_nonnull (mark->name);
      g_assert_cmpfloat (mark->row_x, <=, mark->x + 0.01);
      g_assert_cmpfloat (mark->row_x + mark->row_width, >=, mark->x + mark->width - 0.01);
    }
}

/* From the first mark on, the arrow keys lead to every other. */
static void
check_stepping (const NscScene *scene)
{
  const int ways[][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };
  guint n = nsc_scene_get_n_marks (scene);
  g_autofree gboolean *seen = g_new0 (gboolean, n + 1);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (int));
  int first = nsc_scene_step (scene, -1, 1, 0);

  if (n == 0)
    {
      g_assert_cmpint (first, ==, -1);
      return;
    }
  seen[first] = TRUE;
  g_array_append_val (queue, first);
  for (guint i = 0; i < queue->len; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ways); j++)
      {
        int next = nsc_scene_step (scene, g_array_index (queue, int, i), ways[j][0], ways[j][1]);

        if (seen[next])
          continue;
        seen[next] = TRUE;
        g_array_append_val (queue, next);
      }
  g_assert_cmpuint (queue->len, ==, n);
}

static void
check_description (const Plane *plane)
{
  g_autofree char *text = nsc_figure_describe (plane->figure);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GHashTable) all = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; lines[i] != NULL; i++)
    g_hash_table_add (all, lines[i]);
  for (guint i = 0; i < plane->names->len; i++)
    g_assert_true (g_hash_table_contains (all, g_ptr_array_index (plane->names, i)));
}

static void
check_random (void)
{
  const char *language = g_test_rand_bit () ? "en" : "zh_CN";
  NscThemeName theme = (NscThemeName) g_test_rand_int_range (NSC_THEME_PRINT, NSC_THEME_SLIDE + 1);
  double width = widths[g_test_rand_int_range (0, G_N_ELEMENTS (widths))];
  double height = heights[g_test_rand_int_range (0, G_N_ELEMENTS (heights))];
  Plane plane = random_plane (language);
  g_autoptr (NscScene) scene = nsc_scene_new (plane.figure, nsc_theme_get (theme), width, height);

  g_test_message ("%s, theme %d, %.0f x %.0f, %u panels, %u points", language, theme, width, height,
                  nsc_figure_get_n_panels (plane.figure), plane.names->len);
  g_assert_cmpfloat (nsc_scene_get_width (scene), ==, width);
  if (height > 0)
    g_assert_cmpfloat (nsc_scene_get_height (scene), ==, height);
  if (height == 0 && width >= 238 && (theme == NSC_THEME_PRINT || theme == NSC_THEME_GREY))
    g_assert_cmpfloat (scene_ink_get_smallest_type (scene), >=, 6);
  scene_ink_check (scene);
  check_pointing (scene);
  check_stepping (scene);
  check_description (&plane);
  for (guint i = 0; i < plane.keys->len; i++)
    g_assert_cmpint (nsc_scene_find (scene, g_array_index (plane.keys, gint64, i)), >=, 0);
  clear_plane (&plane);
}

static void
test_random (void)
{
  for (guint i = 0; i < LAYOUTS; i++)
    check_random ();
}

static void
test_tiny (void)
{
  const double sizes[][2] = { { 40, 20 }, { 20, 400 }, { 400, 12 }, { 1, 1 }, { 30, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Plane plane = random_plane ("en");
      g_autoptr (NscScene) scene =
          nsc_scene_new (plane.figure, nsc_theme_get (NSC_THEME_PRINT), sizes[i][0], sizes[i][1]);

      g_assert_cmpfloat (nsc_scene_get_width (scene), ==, sizes[i][0]);
      scene_ink_check (scene);
      clear_plane (&plane);
    }
}

/* A plane from 0 to 100 both ways. */
static NscFigure *
hundred_figure (void)
{
  NscFigure *figure = nsc_figure_new ("en");
  g_autoptr (NscScale) scale = nsc_scale_new_linear (0, 100);

  nsc_figure_take_values (figure, nsc_axis_new_values (scale));
  nsc_figure_take_heights (figure, nsc_axis_new_values (scale));
  return figure;
}

static NscScene *
lay_out (NscFigure *figure)
{
  return nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), 493, 0);
}

static guint
count_items (const NscScene *scene, NscItemKind kind)
{
  guint n = 0;

  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    n += nsc_scene_get_item (scene, i)->kind == kind;
  return n;
}

static const NscSceneItem *
find_item (const NscScene *scene, NscItemKind kind, const char *text)
{
  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);

      if (item->kind == kind && (text == NULL || g_str_equal (item->line.text, text)))
        return item;
    }
  g_error ("no item of kind %d%s%s", kind, text != NULL ? " with " : "", text != NULL ? text : "");
}

static void
test_gaps (void)
{
  const NscCurvePoint points[] = { { 1, 0, 10, "a" },  { 2, 10, 20, "b" },  { 3, 20, NAN, "c" }, { 4, 30, 40, "d" },
                                   { 5, 40, 50, "e" }, { 6, 50, 101, "f" }, { 7, 60, 60, "g" } };
  g_autoptr (NscFigure) figure = hundred_figure ();
  g_autoptr (NscScene) scene = NULL;
  g_autofree char *text = NULL;

  nsc_figure_take_mark (figure, nsc_curve_mark_new (NSC_CURVE_LINE, NSC_COLOR_BLUE, points, G_N_ELEMENTS (points)));
  scene = lay_out (figure);
  /* Two pieces and a point without neighbours. */
  g_assert_cmpuint (count_items (scene, NSC_ITEM_PATH), ==, 2);
  g_assert_cmpuint (count_items (scene, NSC_ITEM_CIRCLE), ==, 1);
  g_assert_cmpuint (nsc_scene_get_n_marks (scene), ==, 5);
  text = nsc_figure_describe (figure);
  g_assert_cmpstr (text, ==, "a\nb\nc\nd\ne\nf\ng");
}

/* A step stays level until the next value; the other curve leads straight to it. */
static void
test_step (void)
{
  const NscCurvePoint points[] = { { 1, 0, 10, "a" }, { 2, 50, 90, "b" } };
  const guint n_points[] = { [NSC_CURVE_LINE] = 2, [NSC_CURVE_STEP] = 3 };

  for (NscCurveKind kind = NSC_CURVE_LINE; kind <= NSC_CURVE_STEP; kind++)
    {
      g_autoptr (NscFigure) figure = hundred_figure ();
      g_autoptr (NscScene) scene = NULL;
      const NscSceneItem *path;

      nsc_figure_take_mark (figure, nsc_curve_mark_new (kind, NSC_COLOR_BLUE, points, G_N_ELEMENTS (points)));
      scene = lay_out (figure);
      path = find_item (scene, NSC_ITEM_PATH, NULL);
      g_assert_cmpuint (path->n_points, ==, n_points[kind]);
      if (kind == NSC_CURVE_STEP)
        {
          g_assert_cmpfloat (path->points[1].x, ==, path->points[2].x);
          g_assert_cmpfloat (path->points[1].y, ==, path->points[0].y);
        }
    }
}

/* A long curve has on every quarter of a point the extent of all its values there. */
static void
test_long (void)
{
  const guint n = 100000;
  g_autofree NscCurvePoint *points = g_new0 (NscCurvePoint, n);
  g_autoptr (NscFigure) figure = hundred_figure ();
  g_autoptr (NscScene) scene = NULL;
  const NscSceneItem *path;
  double left, right, top, bottom;
  guint at = 0;

  for (guint i = 0; i < n; i++)
    points[i] = (NscCurvePoint) { i, 100.0 * i / (n - 1), g_test_rand_double () * 100, "x" };
  points[0].y = 0;
  points[n - 1].y = 100;
  nsc_figure_take_mark (figure, nsc_curve_mark_new (NSC_CURVE_LINE, NSC_COLOR_BLUE, points, n));
  scene = lay_out (figure);
  path = find_item (scene, NSC_ITEM_PATH, NULL);
  left = path->points[0].x;
  bottom = path->points[0].y;
  right = path->points[path->n_points - 1].x;
  top = path->points[path->n_points - 1].y;
  g_assert_cmpuint (path->n_points, <=, (guint) ((right - left) / 0.25 + 2) * 4);
  g_assert_cmpuint (nsc_scene_get_n_marks (scene), <=, path->n_points);
  for (double column = floor (left / 0.25); column <= floor (right / 0.25); column++)
    {
      double least = INFINITY, most = -INFINITY, drawn_least = INFINITY, drawn_most = -INFINITY;

      for (; at < n && floor ((left + points[at].x / 100 * (right - left)) / 0.25) <= column; at++)
        {
          double y = bottom + points[at].y / 100 * (top - bottom);

          least = fmin (least, y);
          most = fmax (most, y);
        }
      for (guint i = 0; i < path->n_points; i++)
        if (floor (path->points[i].x / 0.25) == column)
          {
            drawn_least = fmin (drawn_least, path->points[i].y);
            drawn_most = fmax (drawn_most, path->points[i].y);
          }
      g_assert_cmpfloat_with_epsilon (drawn_least, least, 1e-6);
      g_assert_cmpfloat_with_epsilon (drawn_most, most, 1e-6);
    }
}

/* Where the words at the ends of curves of these heights stand, from the curve's end downwards. */
static void
get_moves (const double *ends, guint n, double *moves)
{
  g_autoptr (NscFigure) figure = hundred_figure ();
  g_autoptr (NscScene) scene = NULL;

  for (guint i = 0; i < n; i++)
    {
      const NscCurvePoint points[] = { { 2 * i + 1, 0, 50, "from" }, { 2 * i + 2, 100, ends[i], "to" } };
      g_autofree char *text = g_strdup_printf ("end %u", i);
      NscMark *mark = nsc_curve_mark_new (NSC_CURVE_LINE, NSC_COLOR_BLUE, points, G_N_ELEMENTS (points));

      nsc_curve_mark_set_label (mark, NULL, text);
      nsc_figure_take_mark (figure, mark);
    }
  scene = lay_out (figure);
  scene_ink_check (scene);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("end %u", i);
      const NscSceneItem *item = find_item (scene, NSC_ITEM_TEXT, text);
      const NscSceneMark *mark = nsc_scene_get_mark (scene, (guint) nsc_scene_find (scene, 2 * i + 2));

      moves[i] = item->y - NSC_TYPE_MIDDLE * item->style.size - (mark->y + mark->height / 2);
      g_assert_cmpfloat (item->x, >, mark->x + mark->width);
    }
}

static void
test_ends (void)
{
  double moves[3];

  get_moves ((const double[]) { 20, 50, 80 }, 3, moves);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (moves[i], 0, 1e-6);
  /* Two that end at the same height share the way, and the third is left alone. */
  get_moves ((const double[]) { 50, 50, 80 }, 3, moves);
  g_assert_cmpfloat_with_epsilon (moves[0] + moves[1], 0, 1e-6);
  g_assert_cmpfloat (fabs (moves[0]), >, 3);
  g_assert_cmpfloat_with_epsilon (moves[2], 0, 1e-6);
  /* At the bottom there is only one way. */
  get_moves ((const double[]) { 0, 0, 80 }, 3, moves);
  g_assert_cmpfloat (fmin (moves[0], moves[1]), <, -6);
  g_assert_cmpfloat (fmax (moves[0], moves[1]), <, 1e-6);
}

static NscScene *
lay_out_columns (NscColumnKind kind, const NscColumn *columns, guint n)
{
  const NscColumnSeries series[] = { { NSC_COLOR_BLUE, NSC_PATTERN_SOLID }, { NSC_COLOR_ORANGE, NSC_PATTERN_HATCH } };
  g_autoptr (NscFigure) figure = nsc_figure_new ("en");
  g_autoptr (NscScale) years = nsc_scale_new_years (2018, 2019);
  g_autoptr (NscScale) numbers = nsc_scale_new_linear (-100, 100);

  nsc_figure_take_values (figure, nsc_axis_new_values (years));
  nsc_figure_take_heights (figure, nsc_axis_new_values (numbers));
  nsc_figure_take_mark (figure, nsc_column_mark_new (kind, series, G_N_ELEMENTS (series), columns, n));
  return lay_out (figure);
}

static void
test_columns (void)
{
  const NscColumn columns[] = {
    { 1, 0, 2018, 20, "20", "a" },
    { 2, 1, 2018, 60, "60", "b" },
    { 3, 0, 2019, 30, "30", "c" },
    { 4, 1, 2019, -15, "−15", "d" },
  };
  g_autoptr (NscScene) grouped = lay_out_columns (NSC_COLUMNS_GROUPED, columns, G_N_ELEMENTS (columns));
  g_autoptr (NscScene) stacked = lay_out_columns (NSC_COLUMNS_STACKED, columns, G_N_ELEMENTS (columns));
  g_autoptr (NscScene) shares = lay_out_columns (NSC_COLUMNS_SHARES, columns, G_N_ELEMENTS (columns));
  const NscSceneMark *a = nsc_scene_get_mark (grouped, 0), *b = nsc_scene_get_mark (grouped, 1);
  const NscSceneMark *c = nsc_scene_get_mark (grouped, 2), *d = nsc_scene_get_mark (grouped, 3);
  double unit = a->height / 20, base = a->y + a->height;

  g_assert_cmpfloat_with_epsilon (b->height, 60 * unit, 1e-6);
  g_assert_cmpfloat_with_epsilon (b->x, a->x + a->width, 1e-6);
  g_assert_cmpfloat_with_epsilon (c->y + c->height, base, 1e-6);
  g_assert_cmpfloat_with_epsilon (d->y, base, 1e-6);
  g_assert_cmpfloat_with_epsilon (d->height, 15 * unit, 1e-6);
  g_assert_cmpfloat (find_item (grouped, NSC_ITEM_TEXT, "20")->y, <, a->y);
  g_assert_cmpfloat (find_item (grouped, NSC_ITEM_TEXT, "−15")->y, >, d->y + d->height);

  a = nsc_scene_get_mark (stacked, 0);
  b = nsc_scene_get_mark (stacked, 1);
  d = nsc_scene_get_mark (stacked, 3);
  g_assert_cmpfloat_with_epsilon (b->x, a->x, 1e-6);
  g_assert_cmpfloat_with_epsilon (b->y + b->height, a->y, 1e-6);
  g_assert_cmpfloat_with_epsilon (b->height, 3 * a->height, 1e-6);
  g_assert_cmpfloat_with_epsilon (d->y, a->y + a->height, 1e-6);

  a = nsc_scene_get_mark (shares, 0);
  b = nsc_scene_get_mark (shares, 1);
  c = nsc_scene_get_mark (shares, 2);
  d = nsc_scene_get_mark (shares, 3);
  unit = (a->height + b->height) / 100;
  g_assert_cmpfloat_with_epsilon (a->height, 25 * unit, 1e-6);
  g_assert_cmpfloat_with_epsilon (c->height, 100 * unit * 2 / 3, 1e-6);
  g_assert_cmpfloat_with_epsilon (c->height + d->height, 100 * unit, 1e-6);
}

/* Words that have no room are left out, those that insist may stand on a curve, and none is anywhere twice. */
static void
test_words (void)
{
  NscPlanePoint points[40];
  NscCurvePoint curve[60];
  guint n_words[2], n_plates[2];

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = (NscPlanePoint) {
      .key = i + 1, .x = (i * 37) % 100, .y = (i * 61) % 100, .color = NSC_COLOR_BLUE, .text = "some words", .name = "n"
    };
  for (guint i = 0; i < G_N_ELEMENTS (curve); i++)
    curve[i] = (NscCurvePoint) { .x = 100.0 * i / 59, .y = i % 2 == 0 ? 0 : 100 };
  for (guint insistent = 0; insistent < 2; insistent++)
    {
      g_autoptr (NscFigure) figure = hundred_figure ();
      g_autoptr (NscScene) scene = NULL;
      NscMark *mark = nsc_point_mark_new (points, G_N_ELEMENTS (points));

      nsc_point_mark_set_insistent (mark, insistent == 1);
      nsc_figure_take_mark (figure, nsc_curve_mark_new (NSC_CURVE_LINE, NSC_COLOR_ORANGE, curve, G_N_ELEMENTS (curve)));
      nsc_figure_take_mark (figure, mark);
      scene = lay_out (figure);
      scene_ink_check (scene);
      n_words[insistent] = n_plates[insistent] = 0;
      for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
        {
          const NscSceneItem *item = nsc_scene_get_item (scene, i);

          if (item->kind != NSC_ITEM_TEXT || item->mark < 0)
            continue;
          n_words[insistent]++;
          n_plates[insistent] += nsc_scene_get_item (scene, i - 1)->kind == NSC_ITEM_RECTANGLE;
          g_assert_cmpstr (item->line.text, ==, "some words");
        }
    }
  g_assert_cmpuint (n_words[0], <, n_words[1]);
  g_assert_cmpuint (n_words[1], >, 20);
  /* A curve that runs behind words does not run through them. */
  g_assert_cmpuint (n_plates[0], ==, 0);
  g_assert_cmpuint (n_plates[1], >=, n_words[1] - n_words[0]);
  g_assert_cmpuint (n_words[1], <=, G_N_ELEMENTS (points));
}

/* What a plane is read against says what it is, beside its line and above all that is drawn. */
static void
test_references (void)
{
  const NscCurvePoint points[] = { { 1, 0, 100, "a" }, { 2, 100, 100, "b" } };
  const NscReference references[] = {
    { NSC_REFERENCE_ACROSS_VALUES, 50, NAN, "since then", NSC_COLOR_CONTEXT, { 0, 0 } },
    { NSC_REFERENCE_ACROSS_HEIGHTS, 30, NAN, "average", NSC_COLOR_CONTEXT, { 0, 0 } },
  };
  g_autoptr (NscFigure) figure = hundred_figure ();
  g_autoptr (NscScene) scene = NULL;
  const NscSceneMark *mark;
  NscMark *curve = nsc_curve_mark_new (NSC_CURVE_LINE, NSC_COLOR_BLUE, points, G_N_ELEMENTS (points));
  double y;

  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    nsc_figure_take_mark (figure, nsc_reference_mark_new (&references[i]));
  nsc_curve_mark_set_shape (curve, NSC_SHAPE_CIRCLE, FALSE);
  nsc_figure_take_mark (figure, curve);
  scene = lay_out (figure);
  scene_ink_check (scene);
  mark = nsc_scene_get_mark (scene, 0);
  y = find_item (scene, NSC_ITEM_TEXT, "average")->y;
  g_assert_cmpfloat (find_item (scene, NSC_ITEM_TEXT, "since then")->y, <, mark->y);
  g_assert_cmpfloat (y, >, mark->y + mark->height);
}

/* Marks at the same place are all reached, one after the other and back. */
static void
test_same_place (void)
{
  NscPlanePoint points[4];
  g_autoptr (NscFigure) figure = hundred_figure ();
  g_autoptr (NscScene) scene = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = (NscPlanePoint) { .key = i + 1, .x = i < 3 ? 50 : 60, .y = 50, .name = "n" };
  nsc_figure_take_mark (figure, nsc_point_mark_new (points, G_N_ELEMENTS (points)));
  scene = lay_out (figure);
  g_assert_cmpint (nsc_scene_step (scene, 0, 0, 1), ==, 1);
  g_assert_cmpint (nsc_scene_step (scene, 1, 0, 1), ==, 2);
  g_assert_cmpint (nsc_scene_step (scene, 2, 0, 1), ==, 2);
  g_assert_cmpint (nsc_scene_step (scene, 2, 0, -1), ==, 1);
  g_assert_cmpint (nsc_scene_step (scene, 2, 1, 0), ==, 3);
  g_assert_cmpint (nsc_scene_step (scene, 3, -1, 0), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/plane/random", test_random);
  g_test_add_func ("/figure/plane/tiny", test_tiny);
  g_test_add_func ("/figure/plane/gaps", test_gaps);
  g_test_add_func ("/figure/plane/step", test_step);
  g_test_add_func ("/figure/plane/long", test_long);
  g_test_add_func ("/figure/plane/ends", test_ends);
  g_test_add_func ("/figure/plane/columns", test_columns);
  g_test_add_func ("/figure/plane/words", test_words);
  g_test_add_func ("/figure/plane/references", test_references);
  g_test_add_func ("/figure/plane/same-place", test_same_place);
  return g_test_run ();
}
