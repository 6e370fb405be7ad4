/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "example-fixture.h"

#include "nsc-scene-item.h"
#include "scene-ink.h"

/* The example's figures in windows of every width, where they are as high as they need to be. */

static const double widths[] = { 240, 320, 360, 480, 640, 872 };

/* The narrowest window that the program is made for. */
#define NARROW 360

/* The widest page of a figure in a window. */
#define WIDEST 872

static gboolean
overlap (const NscSceneItem *a, const NscSceneItem *b)
{
  double ax, ay, aw, ah, bx, by, bw, bh;

  nsc_scene_item_get_ink (a, &ax, &ay, &aw, &ah);
  nsc_scene_item_get_ink (b, &bx, &by, &bw, &bh);
  return ax < bx + bw && bx < ax + aw && ay < by + bh && by < ay + ah;
}

/* Words beside a point stay apart from the numbers of the axis, which they would else be read as one with. */
static void
check_axis (const NscScene *scene)
{
  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    for (guint j = 0; j < nsc_scene_get_n_items (scene); j++)
      {
        const NscSceneItem *words = nsc_scene_get_item (scene, i), *number = nsc_scene_get_item (scene, j);
        NscSceneItem around = *number;

        if (words->kind != NSC_ITEM_TEXT || words->mark < 0 || number->kind != NSC_ITEM_TEXT ||
            number->anchor != NSC_ANCHOR_END)
          continue;
        around.x += number->style.size / 2;
        g_assert_false (overlap (words, &around));
      }
}

/* Each of the dots has its number. */
static void
check_numbers (const NscScene *scene)
{
  guint n_dots = 0, n_numbers = 0;

  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);

      n_dots += item->mark >= 0 && item->kind == NSC_ITEM_PATH;
      n_numbers += item->mark >= 0 && item->kind == NSC_ITEM_TEXT;
    }
  g_test_message ("%u numbers of %u dots", n_numbers, n_dots);
  g_assert_cmpuint (n_dots, >, 4);
  g_assert_cmpuint (n_numbers, ==, n_dots);
}

/* No plate lies over words that came before it. */
static void
check_plates (const NscScene *scene)
{
  NscColor paper = nsc_theme_get_color (nsc_theme_get (NSC_THEME_SCREEN_LIGHT), NSC_COLOR_PAPER);

  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *plate = nsc_scene_get_item (scene, i);

      if (plate->kind != NSC_ITEM_RECTANGLE || plate->line_width > 0 ||
          nsc_color_to_rgb (plate->color) != nsc_color_to_rgb (paper))
        continue;
      for (guint j = 0; j < i; j++)
        {
          const NscSceneItem *words = nsc_scene_get_item (scene, j);

          if (words->kind == NSC_ITEM_TEXT)
            g_assert_false (overlap (plate, words));
        }
    }
}

static void
check_screens (NscFigure *figure)
{
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (NscScene) scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_SCREEN_LIGHT), widths[i], 0);

      g_test_message ("%s, %g wide", nsc_figure_get_title (figure), widths[i]);
      scene_ink_check (scene);
      check_plates (scene);
      if (nsc_figure_get_heights (figure) != NULL)
        check_axis (scene);
      if (widths[i] >= NARROW)
        example_fixture_check_names (scene);
    }
}

static void
test_names (ExampleFixture *self, gconstpointer unused)
{
  example_fixture_each (self, check_screens);
}

static void
check_dots (NscFigure *figure)
{
  for (guint width = NARROW - 10; width <= WIDEST; width += 3)
    {
      g_autoptr (NscScene) scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_SCREEN_LIGHT), width, 0);

      scene_ink_check (scene);
      check_plates (scene);
      check_axis (scene);
      check_numbers (scene);
    }
}

/* Where the dots come close to each other, lines lead to some of them. */
static void
test_growth (ExampleFixture *self, gconstpointer unused)
{
  static const ExampleFigure growth = { "growth", { "initiative", "tech_accord" } };

  example_fixture_check (self, &growth, "en", check_dots);
  example_fixture_check (self, &growth, "zh_CN", check_dots);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/report/example-screens/names", ExampleFixture, NULL, example_fixture_set_up, test_names,
              example_fixture_tear_down);
  g_test_add ("/report/example-screens/growth", ExampleFixture, NULL, example_fixture_set_up, test_growth,
              example_fixture_tear_down);
  return g_test_run ();
}
