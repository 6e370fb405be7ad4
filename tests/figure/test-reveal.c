/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-axis.h"
#include "nsc-bar-mark.h"
#include "nsc-curve-mark.h"
#include "nsc-reveal.h"
#include "nsc-scene-item.h"

#include "nsc-date.h"

#include "format-figures.h"

#include <math.h>
#include <string.h>

/* Around the ink of an item, for its blurred edge; and beside a row, for its tint. */
#define EDGE 1.5
#define AIR 12.0

/* In type sizes, between a label in bold and what its row is about. */
#define LABEL_GAP 0.8

/* A curve in steps over days of four years, none of them in 2016, and bars that do not all fit. */
static NscFigure *
make_growth (void)
{
  static const NscDate dates[] = { { 2013, 2, 3 }, { 2014, 5, 1 }, { 2014, 11, 20 }, { 2015, 1, 1 }, { 2017, 8, 9 } };
  NscCurvePoint points[G_N_ELEMENTS (dates)];
  NscFigure *figure = nsc_figure_new ("en");
  g_autoptr (NscScale) days = nsc_scale_new_time (nsc_date_first_day (dates[0]), nsc_date_first_day (dates[4]));
  g_autoptr (NscScale) counts = nsc_scale_new_linear (0, 10);
  NscMark *mark;

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    points[i] = (NscCurvePoint) { i + 1, nsc_date_first_day (dates[i]), 2.0 * i + 1, "A day" };
  mark = nsc_curve_mark_new (NSC_CURVE_STEP, NSC_COLOR_BLUE, points, G_N_ELEMENTS (points));
  nsc_curve_mark_set_area (mark, TRUE);
  nsc_curve_mark_set_shape (mark, NSC_SHAPE_CIRCLE, FALSE);
  nsc_curve_mark_set_label (mark, "9", "members");
  nsc_figure_set_title (figure, "Growth");
  nsc_figure_take_values (figure, nsc_axis_new_values (days));
  nsc_figure_take_heights (figure, nsc_axis_new_values (counts));
  nsc_figure_take_mark (figure, mark);
  return figure;
}

static NscFigure *
make_many_rows (void)
{
  const char *labels[60];
  NscBar bars[60] = { 0 };
  NscFigure *figure = nsc_figure_new ("en");
  g_autoptr (NscScale) scale = nsc_scale_new_linear (0, 60);

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      labels[i] = "A row";
      bars[i] = (NscBar) { .key = i + 1, .value = 60 - i, .text = "n", .name = "A bar", .reference = NAN };
    }
  nsc_figure_set_title (figure, "Rows");
  nsc_figure_take_rows (figure, nsc_axis_new_bands (labels, G_N_ELEMENTS (labels)));
  nsc_figure_take_values (figure, nsc_axis_new_values (scale));
  nsc_axis_set_quiet (nsc_figure_get_values (figure), TRUE);
  nsc_figure_take_mark (figure, nsc_bar_mark_new (bars, G_N_ELEMENTS (bars)));
  return figure;
}

static NscScene *
make_scene (guint which)
{
  g_autoptr (NscFigure) figure = which == 0   ? format_figures_distribution (FALSE)
                                 : which == 1 ? format_figures_panels (TRUE)
                                 : which == 2 ? format_figures_plane (FALSE)
                                 : which == 3 ? format_figures_agenda (TRUE)
                                 : which == 4 ? make_growth ()
                                              : make_many_rows ();

  return nsc_scene_new (figure, nsc_theme_get (NSC_THEME_SLIDE), 960, 540);
}

#define N_SCENES 6

/* REVEAL NULL: the whole scene. */
static cairo_surface_t *
draw (NscScene *scene, const NscReveal *reveal, guint step)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 960, 540);
  cairo_t *cr = cairo_create (surface);

  if (reveal != NULL)
    nsc_reveal_draw (reveal, step, cr);
  else
    nsc_scene_draw (scene, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel (cairo_surface_t *surface, int x, int y)
{
  const unsigned char *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
  guint32 value;

  memcpy (&value, row + 4 * x, sizeof value);
  return value & 0xffffff;
}

static gboolean
lies_in (double x, double y, double left, double top, double width, double height, double air)
{
  return x >= left - air && x <= left + width + air && y >= top - EDGE && y <= top + height + EDGE;
}

/* Whether something at a point comes with STEP, or loses or gains its tint. */
static gboolean
may_change (const NscReveal *reveal, guint step, double x, double y)
{
  const NscScene *scene = nsc_reveal_get_scene (reveal);

  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      double left, top, width, height;

      if (nsc_reveal_get_limit (reveal, i, step) <= nsc_reveal_get_limit (reveal, i, step - 1))
        continue;
      nsc_scene_item_get_ink (nsc_scene_get_item (scene, i), &left, &top, &width, &height);
      if (lies_in (x, y, left, top, width, height, EDGE))
        return TRUE;
    }
  for (guint i = 0; i < nsc_scene_get_n_bands (scene); i++)
    {
      const NscSceneBand *band = nsc_scene_get_band (scene, i);
      gboolean is_current =
          band->row == nsc_reveal_get_row (reveal, step) || band->row == nsc_reveal_get_row (reveal, step - 1);

      if (is_current && lies_in (x, y, band->x, band->y, band->width, band->height, AIR))
        return TRUE;
    }
  return FALSE;
}

/* ---- tests ---- */

static void
test_names (void)
{
  for (guint kind = 0; kind < NSC_N_REVEAL_KINDS; kind++)
    g_assert_cmpint (nsc_reveal_kind_find (nsc_reveal_kind_get_name (kind)), ==, kind);
  g_assert_cmpint (nsc_reveal_kind_find (NULL), ==, NSC_REVEAL_NONE);
  g_assert_cmpint (nsc_reveal_kind_find (""), ==, NSC_REVEAL_NONE);
  g_assert_cmpint (nsc_reveal_kind_find ("columns"), ==, NSC_REVEAL_NONE);
}

static void
test_n_steps (void)
{
  static const guint expected[N_SCENES][NSC_N_REVEAL_KINDS] = {
    { 1, 4, 1, 1 }, /* bars: a row each, and then the whole */
    { 1, 3, 3, 1 }, /* panels */
    { 1, 1, 6, 9 }, /* a plane: curves, points and two series of columns */
    { 1, 4, 2, 7 }, /* dots, and ranges that come with the last of them */
    { 1, 1, 1, 4 }, /* days of four years */
    { 1, 0, 1, 1 }, /* a folded row among the others */
  };

  for (guint i = 0; i < N_SCENES; i++)
    for (guint kind = 0; kind < NSC_N_REVEAL_KINDS; kind++)
      {
        g_autoptr (NscScene) scene = make_scene (i);
        g_autoptr (NscReveal) reveal = nsc_reveal_new (scene, kind);
        guint n = expected[i][kind] > 0 ? expected[i][kind] : nsc_scene_get_n_bands (scene) + 1;

        g_test_message ("figure %u by %s: %u steps", i, nsc_reveal_kind_get_name (kind),
                        nsc_reveal_get_n_steps (reveal));
        g_assert_cmpuint (nsc_reveal_get_n_steps (reveal), ==, n);
      }
}

/* The last step is the whole, byte by byte; each adds, and changes nothing else but the tint of rows. */
static void
check_images (NscScene *scene, NscReveal *reveal)
{
  cairo_surface_t *before = draw (scene, reveal, 0), *whole = draw (scene, NULL, 0);
  guint n = nsc_reveal_get_n_steps (reveal);

  for (guint step = 1; step < n; step++)
    {
      cairo_surface_t *now = draw (scene, reveal, step);
      guint n_changed = 0;

      for (int y = 0; y < 540; y++)
        for (int x = 0; x < 960; x++)
          if (pixel (now, x, y) != pixel (before, x, y))
            {
              n_changed++;
              if (!may_change (reveal, step, x + 0.5, y + 0.5))
                g_error ("step %u changes the pixel %d, %d from %06x to %06x", step, x, y, pixel (before, x, y),
                         pixel (now, x, y));
            }
      g_assert_cmpuint (n_changed, >, 0);
      cairo_surface_destroy (before);
      before = now;
    }
  g_assert_cmpmem (cairo_image_surface_get_data (before), 540 * cairo_image_surface_get_stride (before),
                   cairo_image_surface_get_data (whole), 540 * cairo_image_surface_get_stride (whole));
  cairo_surface_destroy (before);
  cairo_surface_destroy (whole);
}

static void
test_images (void)
{
  for (guint i = 0; i < N_SCENES; i++)
    for (guint kind = 0; kind < NSC_N_REVEAL_KINDS; kind++)
      {
        g_autoptr (NscScene) scene = make_scene (i);
        g_autoptr (NscReveal) reveal = nsc_reveal_new (scene, kind);

        check_images (scene, reveal);
      }
}

static guint
count_lines (const char *text)
{
  guint n = *text != '\0';

  for (; *text != '\0'; text++)
    n += *text == '\n';
  return n;
}

/* Each mark comes once, and what has not come answers to no pointer. */
static void
check_marks (NscScene *scene, NscReveal *reveal)
{
  guint n = nsc_reveal_get_n_steps (reveal), n_told = 0;
  g_autofree char *all = nsc_figure_describe (nsc_scene_get_figure (scene));
  g_autofree char *last = nsc_reveal_describe (reveal, n - 1);

  g_assert_cmpstr (last, ==, all);
  for (guint step = 0; step < n; step++)
    {
      g_autofree char *told = nsc_reveal_describe_step (reveal, step);

      n_told += count_lines (told);
      for (guint i = 0; i < nsc_scene_get_n_marks (scene); i++)
        {
          const NscSceneMark *mark = nsc_scene_get_mark (scene, i);
          int hit =
              nsc_reveal_hit (reveal, step, mark->row_x + mark->row_width / 2, mark->row_y + mark->row_height / 2);

          g_assert_true (hit < 0 || nsc_reveal_get_mark_step (reveal, (guint) hit) <= step);
          if (step + 1 == n)
            g_assert_cmpint (
                hit, ==, nsc_scene_hit (scene, mark->row_x + mark->row_width / 2, mark->row_y + mark->row_height / 2));
        }
    }
  for (guint i = 0; i < nsc_scene_get_n_marks (scene); i++)
    {
      g_assert_cmpuint (nsc_reveal_get_mark_step (reveal, i), <, n);
      n_told -= *nsc_scene_get_mark (scene, i)->name != '\0';
    }
  g_assert_cmpuint (n_told, ==, 0);
}

/* What is drawn of a mark comes with it. */
static void
check_items (NscScene *scene, NscReveal *reveal)
{
  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);

      for (guint step = 0; step < nsc_reveal_get_n_steps (reveal) && item->mark >= 0 && !item->part.is_label; step++)
        g_assert_true ((nsc_reveal_get_limit (reveal, i, step) > 0) ==
                       (nsc_reveal_get_mark_step (reveal, (guint) item->mark) <= step));
    }
}

static void
test_marks (void)
{
  for (guint i = 0; i < N_SCENES; i++)
    for (guint kind = 0; kind < NSC_N_REVEAL_KINDS; kind++)
      {
        g_autoptr (NscScene) scene = make_scene (i);
        g_autoptr (NscReveal) reveal = nsc_reveal_new (scene, kind);

        check_marks (scene, reveal);
        check_items (scene, reveal);
      }
}

/* Labels come with their row only where rows are revealed; what measures them is there from the beginning. */
static void
test_frame (void)
{
  g_autoptr (NscScene) scene = make_scene (3);
  g_autoptr (NscReveal) rows = nsc_reveal_new (scene, NSC_REVEAL_ROWS);
  g_autoptr (NscReveal) years = nsc_reveal_new (scene, NSC_REVEAL_YEARS);
  guint n_labels = 0, n_lines = 0;

  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);

      if (item->part.is_label)
        {
          n_labels++;
          g_assert_cmpuint (nsc_reveal_get_limit (rows, i, 0) > 0, ==, item->part.row == 0);
          g_assert_true (isinf (nsc_reveal_get_limit (years, i, 0)));
        }
      if (item->kind == NSC_ITEM_LINE && item->mark < 0)
        {
          n_lines++;
          g_assert_true (isinf (nsc_reveal_get_limit (rows, i, 0)));
        }
    }
  g_assert_cmpuint (n_labels, >=, 3);
  g_assert_cmpuint (n_lines, >=, 4);
  g_assert_cmpint (nsc_reveal_get_row (rows, 0), ==, 0);
  g_assert_cmpint (nsc_reveal_get_row (rows, 2), ==, 2);
  g_assert_cmpint (nsc_reveal_get_row (rows, 3), ==, -1);
  g_assert_cmpint (nsc_reveal_get_row (years, 0), ==, -1);
}

/* Every label is bold as long as its row is the current one, and has the room for it, whatever else is in the row. */
static void
check_bold_label (const NscScene *scene, const NscSceneItem *label, NscTypesetter *type)
{
  const NscTypeStyle bold = { label->style.size, NSC_WEIGHT_BOLD };
  double pen = nsc_scene_item_get_pen (label);
  double width = nsc_typesetter_measure (type, label->line.text, bold);

  g_assert_cmpfloat (width, >, label->line.advance);
  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);

      if (item->part.row == label->part.row && !item->part.is_label)
        g_assert_cmpfloat (item->x, >=, pen + width + LABEL_GAP * label->style.size);
    }
}

static guint
count_ink (cairo_surface_t *surface, const NscSceneItem *label)
{
  double left, top, width, height;
  guint n = 0;

  nsc_scene_item_get_ink (label, &left, &top, &width, &height);
  for (int y = (int) top; y < top + height; y++)
    for (int x = (int) left; x < left + width; x++)
      n += (pixel (surface, x, y) & 0xff) < 0x80;
  return n;
}

static void
test_bold_labels (void)
{
  g_autoptr (NscScene) scene = make_scene (3);
  g_autoptr (NscReveal) reveal = nsc_reveal_new (scene, NSC_REVEAL_ROWS);
  g_autoptr (NscScene) bars = make_scene (0);
  g_autoptr (NscTypesetter) english = nsc_typesetter_new ("en", NSC_FACE_SANS);
  cairo_surface_t *whole = draw (scene, reveal, nsc_reveal_get_n_steps (reveal) - 1);

  for (guint i = 0; i < nsc_scene_get_n_items (bars); i++)
    if (nsc_scene_get_item (bars, i)->part.is_label)
      check_bold_label (bars, nsc_scene_get_item (bars, i), english);
  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);
      cairo_surface_t *own;

      if (!item->part.is_label)
        continue;
      own = draw (scene, reveal, (guint) item->part.row);
      g_assert_cmpuint (count_ink (own, item), >, count_ink (whole, item) * 11 / 10);
      cairo_surface_destroy (own);
    }
  cairo_surface_destroy (whole);
}

/* The curve grows to the end of each year. */
static void
test_curve (void)
{
  g_autoptr (NscScene) scene = make_scene (4);
  g_autoptr (NscReveal) reveal = nsc_reveal_new (scene, NSC_REVEAL_YEARS);
  const NscDate ends[] = { { 2013, 12, 31 }, { 2014, 12, 31 }, { 2015, 12, 31 } };
  const NscSceneMark *first = nsc_scene_get_mark (scene, 0), *last = nsc_scene_get_mark (scene, 4);
  double left = first->x + first->width / 2, right = last->x + last->width / 2;
  double from = nsc_date_first_day ((NscDate) { 2013, 2, 3 }), to = nsc_date_first_day ((NscDate) { 2017, 8, 9 });
  guint n_curves = 0;

  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);

      if (item->kind != NSC_ITEM_PATH || item->mark >= 0)
        continue;
      n_curves++;
      for (guint step = 0; step < G_N_ELEMENTS (ends); step++)
        g_assert_cmpfloat_with_epsilon (
            nsc_reveal_get_limit (reveal, i, step),
            left + (nsc_date_first_day (ends[step]) - from) / (to - from) * (right - left) + item->line_width / 2, 0.5);
      g_assert_true (isinf (nsc_reveal_get_limit (reveal, i, 3)));
    }
  g_assert_cmpuint (n_curves, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reveal/names", test_names);
  g_test_add_func ("/reveal/n-steps", test_n_steps);
  g_test_add_func ("/reveal/images", test_images);
  g_test_add_func ("/reveal/marks", test_marks);
  g_test_add_func ("/reveal/frame", test_frame);
  g_test_add_func ("/reveal/bold-labels", test_bold_labels);
  g_test_add_func ("/reveal/curve", test_curve);
  return g_test_run ();
}
