/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-shape.h"

#include "nsc-pattern.h"
#include "nsc-scene-private.h"

#include <math.h>

#define TOLERANCE 1e-6

static NscScene *
empty_scene (void)
{
  g_autoptr (NscFigure) figure = nsc_figure_new ("en");

  return nsc_scene_new_empty (figure, nsc_theme_get (NSC_THEME_PRINT), 100);
}

/* How far the ink of all items reaches to the left, top, right and bottom. */
static void
get_bounds (const NscScene *scene, double bounds[4])
{
  bounds[0] = bounds[1] = INFINITY;
  bounds[2] = bounds[3] = -INFINITY;
  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      double x, y, width, height;

      nsc_scene_item_get_ink (nsc_scene_get_item (scene, i), &x, &y, &width, &height);
      bounds[0] = fmin (bounds[0], x);
      bounds[1] = fmin (bounds[1], y);
      bounds[2] = fmax (bounds[2], x + width);
      bounds[3] = fmax (bounds[3], y + height);
    }
}

static void
test_reach (void)
{
  for (NscShape shape = 0; shape < NSC_N_SHAPES; shape++)
    for (int hollow = 0; hollow < 2; hollow++)
      {
        g_autoptr (NscScene) scene = empty_scene ();
        double reach = nsc_shape_get_reach (shape, 5), bounds[4];

        nsc_shape_add (shape, scene, NSC_COLOR_BLUE, hollow ? 1 : 0, 50, 40, 5);
        get_bounds (scene, bounds);
        g_assert_cmpfloat (bounds[0], >=, 50 - reach - TOLERANCE);
        g_assert_cmpfloat (bounds[1], >=, 40 - reach - TOLERANCE);
        g_assert_cmpfloat (bounds[2], <=, 50 + reach + TOLERANCE);
        g_assert_cmpfloat (bounds[3], <=, 40 + reach + TOLERANCE);
        /* It reaches that far in one direction at least. */
        g_assert_cmpfloat (fmax (fmax (50 - bounds[0], bounds[2] - 50), fmax (40 - bounds[1], bounds[3] - 40)), >=,
                           reach * 0.85);
      }
}

/* What lies under a hollow dot does not show through it. */
static void
test_hollow (void)
{
  for (NscShape shape = NSC_SHAPE_CIRCLE; shape <= NSC_SHAPE_TRIANGLE_DOWN; shape++)
    {
      g_autoptr (NscScene) scene = empty_scene ();
      NscColor paper = nsc_theme_get_color (nsc_theme_get (NSC_THEME_PRINT), NSC_COLOR_PAPER);
      const NscSceneItem *first;

      nsc_shape_add (shape, scene, NSC_COLOR_BLUE, 1, 50, 40, 5);
      g_assert_cmpuint (nsc_scene_get_n_items (scene), ==, 2);
      first = nsc_scene_get_item (scene, 0);
      g_assert_cmpuint (nsc_color_to_rgb (first->color), ==, nsc_color_to_rgb (paper));
      g_assert_cmpfloat (first->line_width, ==, 0);
      g_assert_cmpfloat (nsc_scene_get_item (scene, 1)->line_width, ==, 1);
    }
}

static void
test_pattern (void)
{
  const double sizes[][2] = { { 40, 10 }, { 10, 40 }, { 0.4, 12 }, { 300, 0.1 }, { 3, 3 }, { 0, 5 }, { 5, -1 } };

  for (NscPattern pattern = 0; pattern < NSC_N_PATTERNS; pattern++)
    for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        g_autoptr (NscScene) scene = empty_scene ();
        double width = sizes[i][0], height = sizes[i][1], bounds[4];

        nsc_pattern_add_rectangle (pattern, scene, NSC_COLOR_BLUE, 1, 4, 20, 30, width, height);
        if (width <= 0 || height <= 0)
          {
            g_assert_cmpuint (nsc_scene_get_n_items (scene), ==, 0);
            continue;
          }
        get_bounds (scene, bounds);
        g_assert_cmpfloat (bounds[0], >=, 20 - TOLERANCE);
        g_assert_cmpfloat (bounds[1], >=, 30 - TOLERANCE);
        g_assert_cmpfloat (bounds[2], <=, 20 + width + TOLERANCE);
        g_assert_cmpfloat (bounds[3], <=, 30 + height + TOLERANCE);
      }
}

/* Each pattern draws something else into a rectangle with room. */
static void
test_patterns_differ (void)
{
  guint n_items[NSC_N_PATTERNS];

  for (NscPattern pattern = 0; pattern < NSC_N_PATTERNS; pattern++)
    {
      g_autoptr (NscScene) scene = empty_scene ();

      nsc_pattern_add_rectangle (pattern, scene, NSC_COLOR_BLUE, 1, 4, 0, 0, 40, 10);
      n_items[pattern] = nsc_scene_get_n_items (scene);
    }
  g_assert_cmpuint (n_items[NSC_PATTERN_SOLID], ==, 1);
  g_assert_cmpuint (n_items[NSC_PATTERN_OUTLINE], ==, 1);
  g_assert_cmpuint (n_items[NSC_PATTERN_HATCH], >=, 8);
  g_assert_cmpuint (n_items[NSC_PATTERN_CROSS_HATCH], ==, 2 * n_items[NSC_PATTERN_HATCH] - 1);
  g_assert_cmpuint (n_items[NSC_PATTERN_DOTS], >=, 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/shape/reach", test_reach);
  g_test_add_func ("/figure/shape/hollow", test_hollow);
  g_test_add_func ("/figure/pattern/within", test_pattern);
  g_test_add_func ("/figure/pattern/differ", test_patterns_differ);
  return g_test_run ();
}
