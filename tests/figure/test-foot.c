/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-axis.h"
#include "nsc-bar-mark.h"
#include "nsc-scene-item.h"

#include <math.h>
#include <string.h>

/* The words below a figure, as they stand in its scene. */

static const char coverage[] =
    "90 of 161 reported signatories are recorded by name. Charter of Trust: 26 signatories are recorded by name; 18 "
    "were reported, and of the Paris Call 1,221 are recorded by name, more than the 1,200 that were reported.";
static const char left_out[] = "11 signatories known only from unverified records.";
static const char outlined[] = "2 signatories whose home country is not known.";
static const char caution[] = "Being first is not the same as causing, whatever the order of the mentions.";
static const char brief[] =
    "Sources: supporters’ list, public repository of the French foreign ministry, version of 2019-09-16: marked as a "
    "founder; joined by then, as the same list says; and 11 more.";

static NscFigure *
make_figure (const char *const *pairs)
{
  static const char *const labels[] = { "A row", "Another" };
  static const NscBar bars[] = { { .key = 1, .value = 4, .text = "4", .name = "a", .reference = NAN },
                                 { .key = 2, .value = 2, .text = "2", .name = "b", .reference = NAN } };
  NscFigure *figure = nsc_figure_new ("en");
  g_autoptr (NscScale) scale = nsc_scale_new_linear (0, 4);

  nsc_figure_set_title (figure, "What is seen");
  for (; *pairs != NULL; pairs += 2)
    if (g_str_equal (pairs[0], "Caution."))
      nsc_figure_take_remark (figure, pairs[0], g_strdup (pairs[1]));
    else
      nsc_figure_add_note (figure, pairs[0], pairs[1]);
  nsc_figure_set_source (figure, brief);
  nsc_figure_set_brief_source (figure, brief);
  nsc_figure_take_rows (figure, nsc_axis_new_bands (labels, G_N_ELEMENTS (labels)));
  nsc_figure_take_values (figure, nsc_axis_new_values (scale));
  nsc_axis_set_quiet (nsc_figure_get_values (figure), TRUE);
  nsc_figure_take_mark (figure, nsc_bar_mark_new (bars, G_N_ELEMENTS (bars)));
  return figure;
}

static NscScene *
make_scene (const char *const *pairs, NscThemeName theme, double width, double height)
{
  g_autoptr (NscFigure) figure = make_figure (pairs);

  return nsc_scene_new (figure, nsc_theme_get (theme), width, height);
}

/* The line with WORDS, or NULL. */
static const NscSceneItem *
find_line (const NscScene *scene, const char *words)
{
  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);

      if (item->kind == NSC_ITEM_TEXT && strstr (item->line.text, words) != NULL)
        return item;
    }
  return NULL;
}

/* Below the rule. */
static guint
count_lines (const NscScene *scene)
{
  double rule = 0, before = 0;
  guint n = 0;

  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);

      if (item->kind == NSC_ITEM_LINE && item->height == 0 && item->width > nsc_scene_get_width (scene) / 2)
        rule = item->y;
      if (item->kind != NSC_ITEM_TEXT || rule == 0 || item->y < rule || item->y == before)
        continue;
      before = item->y;
      n++;
    }
  return n;
}

/* On a slide short notes stand side by side, so that all of them have room. */
static void
test_short_notes (void)
{
  static const char *const notes[] = { "Left out.", left_out, "Outlined.", outlined, NULL };
  g_autoptr (NscScene) slide = make_scene (notes, NSC_THEME_SLIDE, 960, 540);
  g_autoptr (NscScene) page = make_scene (notes, NSC_THEME_PRINT, 493, 277);
  const NscSceneItem *first = find_line (slide, left_out), *second = find_line (slide, outlined);

  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_cmpfloat (first->y, ==, second->y);
  g_assert_cmpfloat (second->x, >, first->x + first->width);
  g_assert_cmpuint (count_lines (slide), ==, 2);
  g_assert_cmpfloat (find_line (page, left_out)->y, <, find_line (page, outlined)->y);
}

/* What has no room is named, and a caution has it first; a page shows all. */
static void
test_long_notes (void)
{
  static const char *const notes[] = { "Coverage.", coverage, "Left out.", left_out, "Outlined.", outlined,
                                       "Issues.",   coverage, "Caution.",  caution,  NULL };
  g_autoptr (NscScene) slide = make_scene (notes, NSC_THEME_SLIDE, 960, 540);
  g_autoptr (NscScene) free_slide = make_scene (notes, NSC_THEME_SLIDE, 960, 0);
  g_autoptr (NscScene) page = make_scene (notes, NSC_THEME_PRINT, 493, 400);

  g_assert_cmpuint (count_lines (slide), <=, 4);
  g_assert_nonnull (find_line (slide, caution));
  g_assert_nonnull (find_line (slide, left_out));
  g_assert_null (find_line (slide, "Coverage. "));
  g_assert_nonnull (find_line (slide, "More in the notes of the figure: Coverage, Issues."));
  g_assert_cmpfloat (find_line (slide, caution)->y, >, find_line (slide, left_out)->y - 1);
  g_assert_cmpfloat (find_line (slide, "Sources: ")->y, >, find_line (slide, "More in")->y);
  for (guint i = 0; notes[i] != NULL; i += 2)
    {
      g_assert_nonnull (find_line (free_slide, notes[i]));
      g_assert_nonnull (find_line (page, notes[i]));
    }
  g_assert_null (find_line (free_slide, "More in"));
  g_assert_null (find_line (page, "More in"));
}

/* A source that is too long loses its middle, never the number of those that it does not name. */
static void
test_source (void)
{
  static const char *const notes[] = { NULL };
  static const double sizes[][2] = { { 960, 540 }, { 720, 540 }, { 304, 540 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (NscScene) slide = make_scene (notes, NSC_THEME_SLIDE, sizes[i][0], sizes[i][1]);
      g_autoptr (GArray) small = nsc_scene_list_small_type (slide, MIN (sizes[i][0], sizes[i][1]) / 40);

      g_assert_nonnull (find_line (slide, "Sources: supporters’ list"));
      g_assert_nonnull (find_line (slide, "…; and 11 more."));
      g_assert_cmpuint (count_lines (slide), ==, sizes[i][0] < sizes[i][1] ? 2 : 1);
      g_assert_cmpuint (small->len, ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/foot/short-notes", test_short_notes);
  g_test_add_func ("/foot/long-notes", test_long_notes);
  g_test_add_func ("/foot/source", test_source);
  return g_test_run ();
}
