/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-text-block.h"

/* Lines of one style below each other. */

static const NscTypeStyle style = { 10, NSC_WEIGHT_NORMAL };

static NscTextBlock *
make_block (const char *text, double width)
{
  g_autoptr (NscTypesetter) type = nsc_typesetter_new ("en", NSC_FACE_SANS);

  return nsc_text_block_new (type, NULL, text, style, 12, width, 0, NSC_WRAP_FILLED);
}

static void
test_size (void)
{
  g_autoptr (NscTextBlock) block = make_block ("Recorded signatories of several initiatives by country", 80);
  guint n = nsc_text_block_get_n_lines (block);

  g_assert_cmpuint (n, >, 2);
  g_assert_cmpfloat (nsc_text_block_get_leading (block), ==, 12);
  g_assert_cmpfloat (nsc_text_block_get_height (block), ==, 12 * n);
  g_assert_cmpfloat (nsc_text_block_get_width (block), <=, 80);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat (nsc_text_block_get_line (block, i)->advance, <=, nsc_text_block_get_width (block));
}

/* Signs that are taller than a line push lines apart, so that they do not touch. */
static void
test_tall_signs (void)
{
  g_autoptr (NscTextBlock) block = make_block ("A\xcc\x81\xcc\x82\xcc\x83\xcc\x88\xcc\x8a and more words", 40);

  g_assert_cmpuint (nsc_text_block_get_n_lines (block), >, 1);
  for (guint i = 0; i < nsc_text_block_get_n_lines (block); i++)
    {
      const NscTypeLine *line = nsc_text_block_get_line (block, i);

      g_assert_cmpfloat (nsc_text_block_get_leading (block), >=, line->ink_ascent + line->ink_descent);
    }
  g_assert_cmpfloat (nsc_text_block_get_leading (block), >, 12);
}

/* Flush by its ink where it begins at a side, and from the top down. */
static void
test_build (void)
{
  g_autoptr (NscTextBlock) block = make_block ("（个） and more words", 60);
  g_autoptr (NscFigure) figure = nsc_figure_new ("en");
  g_autoptr (NscScene) scene = nsc_scene_new_empty (figure, nsc_theme_get (NSC_THEME_PRINT), 100);
  guint n = nsc_text_block_get_n_lines (block);

  g_assert_cmpuint (n, >, 1);
  nsc_text_block_build (block, NSC_COLOR_TEXT, NSC_ANCHOR_START, 20, 30, scene);
  nsc_text_block_build (block, NSC_COLOR_TEXT, NSC_ANCHOR_END, 90, 30, scene);
  nsc_scene_finish (scene, 1, 100, 100);
  g_assert_cmpuint (nsc_scene_get_n_items (scene), ==, 2 * n);
  for (guint i = 0; i < n; i++)
    {
      const NscSceneItem *start = nsc_scene_get_item (scene, i), *end = nsc_scene_get_item (scene, n + i);

      g_assert_cmpfloat (start->x, ==, 20 - nsc_type_line_get_hang (&start->line, style));
      g_assert_cmpfloat (end->x, ==, 90);
      g_assert_cmpfloat (start->y, ==, end->y);
      g_assert_cmpfloat (start->y, >, 30 + 12 * i);
      g_assert_cmpfloat (start->y, <, 30 + 12 * (i + 1));
    }
  g_assert_cmpfloat (nsc_scene_get_item (scene, 0)->x, <, 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/text-block/size", test_size);
  g_test_add_func ("/figure/text-block/tall-signs", test_tall_signs);
  g_test_add_func ("/figure/text-block/build", test_build);
  return g_test_run ();
}
