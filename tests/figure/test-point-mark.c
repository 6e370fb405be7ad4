/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-point-mark.h"

#include "nsc-figure.h"
#include "nsc-scene-item.h"
#include "scene-ink.h"

typedef struct
{
  guint numbers, lines; /* which lead to some of them */
} Seen;

/* Of N points with numbers that rise from each other by STEP. */
static Seen
look_at (guint n, double step)
{
  g_autofree NscPlanePoint *points = g_new0 (NscPlanePoint, n);
  g_autoptr (NscFigure) figure = nsc_figure_new ("en");
  g_autoptr (NscScale) scale = nsc_scale_new_linear (0, 100);
  g_autoptr (NscScene) scene = NULL;
  NscMark *mark;
  Seen seen = { 0 };

  for (guint i = 0; i < n; i++)
    points[i] = (NscPlanePoint) { .key = i + 1, .x = i * step / 6, .y = 20 + i * step, .lead = "44", .name = "n" };
  points[0].text = "the newest";
  mark = nsc_point_mark_new (points, n);
  nsc_point_mark_set_insistent (mark, TRUE);
  nsc_figure_take_values (figure, nsc_axis_new_values (scale));
  nsc_figure_take_heights (figure, nsc_axis_new_values (scale));
  nsc_figure_take_mark (figure, mark);
  scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), 238, 0);
  scene_ink_check (scene);
  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);

      seen.numbers += item->mark >= 0 && item->kind == NSC_ITEM_TEXT;
      seen.lines += item->mark >= 0 && item->kind == NSC_ITEM_LINE;
    }
  return seen;
}

/* Each point has its number, some at the end of a line, or where there is no room for that only the newest has. */
static void
test_numbers (void)
{
  Seen apart = look_at (5, 15), close = look_at (7, 6), dense = look_at (200, 0.3);

  g_assert_cmpuint (apart.numbers, ==, 5);
  g_assert_cmpuint (apart.lines, ==, 0);
  g_assert_cmpuint (close.numbers, ==, 7);
  g_assert_cmpuint (close.lines, >, 0);
  g_assert_cmpuint (dense.numbers, ==, 1);
  g_assert_cmpuint (dense.lines, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/point-mark/numbers", test_numbers);
  return g_test_run ();
}
