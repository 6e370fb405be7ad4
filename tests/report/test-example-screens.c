/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "example-fixture.h"

#include "nsc-scene-item.h"
#include "scene-ink.h"

/* The example's figures in windows of every width, where they are as high as they need to be. */

static const double widths[] = { 240, 320, 360, 480, 640, 872 };

/* The narrowest window that the program is made for. */
#define NARROW 360

static void
check_screens (NscFigure *figure)
{
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (NscScene) scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_SCREEN_LIGHT), widths[i], 0);

      g_test_message ("%s, %g wide", nsc_figure_get_title (figure), widths[i]);
      scene_ink_check (scene);
      if (widths[i] >= NARROW)
        example_fixture_check_names (scene);
    }
}

static void
test_names (ExampleFixture *self, gconstpointer unused)
{
  example_fixture_each (self, check_screens);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/report/example-screens/names", ExampleFixture, NULL, example_fixture_set_up, test_names,
              example_fixture_tear_down);
  return g_test_run ();
}
