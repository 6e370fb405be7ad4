/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "example-fixture.h"

#include "nsc-scene-item.h"
#include "scene-ink.h"

/* The example's figures on slides of every usual shape. */

#define MOST_USUAL_ROWS 12

static const double sizes[][2] = { { 1920, 1080 }, { 1024, 768 }, { 768, 1366 } };

static void
check_title (const NscScene *scene)
{
  double largest = 0;
  guint n_lines = 0;

  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);

      if (item->kind == NSC_ITEM_TEXT && item->style.size > largest)
        n_lines = 0;
      if (item->kind == NSC_ITEM_TEXT)
        largest = MAX (largest, item->style.size);
      n_lines += item->kind == NSC_ITEM_TEXT && item->style.size == largest;
    }
  g_assert_cmpfloat (n_lines * largest, <=, nsc_scene_get_height (scene) / 6);
}

static void
check_slide (NscFigure *figure, double width, double height)
{
  g_autoptr (NscScene) scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_SLIDE), width, height);

  g_test_message ("%s, %g x %g", nsc_figure_get_title (figure), width, height);
  scene_ink_check (scene);
  check_title (scene);
  g_assert_cmpfloat (scene_ink_get_smallest_type (scene), >=, MIN (width, height) / 40 - 1e-6);
  if (nsc_figure_get_n_rows (figure) <= MOST_USUAL_ROWS)
    g_assert_cmpint (nsc_scene_find (scene, NSC_KEY_FOLDED), <, 0);
  example_fixture_check_names (scene);
}

static void
check_slides (NscFigure *figure)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    check_slide (figure, sizes[i][0], sizes[i][1]);
}

/* All rows of a figure of usual size are there, with all of their names, below a title that leaves them room. */
static void
test_shapes (ExampleFixture *self, gconstpointer unused)
{
  example_fixture_each (self, check_slides);
}

static void
test_reports (void)
{
  for (const NscReport *const *report = nsc_report_list (); *report != NULL; report++)
    g_assert_true (example_fixture_shows ((*report)->name));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/example-slides/reports", test_reports);
  g_test_add ("/report/example-slides/shapes", ExampleFixture, NULL, example_fixture_set_up, test_shapes,
              example_fixture_tear_down);
  return g_test_run ();
}
