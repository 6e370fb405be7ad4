/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-bar-mark.h"
#include "nsc-reference-mark.h"
#include "nsc-scene-item.h"
#include "nsc-scene.h"

#include <math.h>
#include <string.h>

/* Rows that have no room of their own. */

#define N_ROWS 30

/* Bars from 0.9 downwards, with keys from FIRST on. */
static NscMark *
make_bars (gint64 first)
{
  NscBar bars[N_ROWS];

  for (guint i = 0; i < N_ROWS; i++)
    bars[i] = (NscBar) { .key = first + i, .value = 0.9 - 0.02 * i, .name = "a bar", .reference = NAN };
  return nsc_bar_mark_new (bars, N_ROWS);
}

/* Rows without panels and marks. */
static NscFigure *
make_rows (void)
{
  const char *labels[N_ROWS];
  NscFigure *figure = nsc_figure_new ("en");
  g_autoptr (NscScale) scale = nsc_scale_new_linear (0, 1);

  for (guint i = 0; i < N_ROWS; i++)
    labels[i] = "Tech Accord";
  nsc_figure_take_values (figure, nsc_axis_new_values (scale));
  nsc_figure_take_rows (figure, nsc_axis_new_bands (labels, N_ROWS));
  return figure;
}

/* Those of each block of panels are a mark of their own. */
static void
test_blocks (void)
{
  g_autoptr (NscFigure) figure = make_rows ();
  g_autoptr (NscScene) scene = NULL;
  int first, second;

  for (guint i = 0; i < 2; i++)
    {
      nsc_figure_begin_panel (figure, "Signatories");
      nsc_figure_take_mark (figure, make_bars (1 + i * N_ROWS));
    }
  scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), 90, 300);
  first = nsc_scene_find (scene, NSC_KEY_FOLDED);
  second = nsc_scene_find (scene, NSC_KEY_FOLDED + 1);
  g_assert_cmpint (first, >=, 0);
  g_assert_cmpint (second, >, first);
  g_assert_cmpint (nsc_scene_step (scene, second, 0, -1), >, first);
}

/* What they have is told as their numbers are, whatever stands before the bars. */
static void
test_numbers (void)
{
  g_autoptr (NscFigure) figure = make_rows ();
  g_autoptr (NscScene) scene = NULL;
  int fold;

  nsc_figure_take_mark (figure, nsc_reference_mark_new (&(NscReference) { .value = 0.25, .to = NAN, .text = "limit" }));
  nsc_figure_take_mark (figure, make_bars (1));
  scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), 238, 160);
  fold = nsc_scene_find (scene, NSC_KEY_FOLDED);
  g_assert_cmpint (fold, >, 0);
  g_assert_nonnull (strstr (nsc_scene_get_mark (scene, (guint) fold)->name, " more, with 0.32 to 0."));
}

/* A row is worth more than a large title. */
static void
test_long_title (void)
{
  g_autoptr (NscFigure) figure = make_rows ();
  g_autoptr (NscScene) scene = NULL;
  guint n_bars = 0;

  nsc_figure_set_title (figure,
                        "A title that goes on and on, since what it has to say of all these signatories from so "
                        "many countries, sectors and years can hardly be said in fewer words than it takes");
  nsc_figure_take_mark (figure, make_bars (1));
  scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_SLIDE), 960, 540);
  for (guint i = 0; i < nsc_scene_get_n_marks (scene); i++)
    n_bars += nsc_scene_get_mark (scene, i)->key >= 1;
  g_assert_cmpuint (n_bars, <, N_ROWS);
  g_assert_cmpuint (n_bars, >=, N_ROWS / 2);
}

/* So is its name. */
static void
test_long_names (void)
{
  static const char *const labels[] = {
    "Refrain from state use of ICT that may threaten international peace",
    "Fix, disclose and report ICT vulnerabilities quickly and responsibly",
    "No harmful hidden functions or exploitable backdoors in ICT products",
    "Work with partners and the private sector to control cyber weapon proliferation",
  };
  g_autoptr (NscFigure) figure = nsc_figure_new ("en");
  g_autoptr (NscScale) scale = nsc_scale_new_linear (0, 1);
  g_autoptr (NscScene) scene = NULL;
  NscBar bars[G_N_ELEMENTS (labels)];

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    bars[i] = (NscBar) { .key = 1 + i, .value = 0.5, .name = labels[i], .reference = NAN };
  nsc_figure_set_title (figure,
                        "A long title that takes three lines of a page as narrow as this one is, if it is large");
  nsc_figure_take_values (figure, nsc_axis_new_values (scale));
  nsc_figure_take_rows (figure, nsc_axis_new_bands (labels, G_N_ELEMENTS (labels)));
  nsc_figure_take_mark (figure, nsc_bar_mark_new (bars, G_N_ELEMENTS (labels)));
  for (guint i = 0; i < 6; i++)
    nsc_figure_add_note (figure, "Note.", "What is to be known of them besides.");
  scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_SLIDE), 720, 540);
  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    if (nsc_scene_get_item (scene, i)->kind == NSC_ITEM_TEXT)
      g_assert_false (g_str_has_suffix (nsc_scene_get_item (scene, i)->line.text, "…"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/row-fold/blocks", test_blocks);
  g_test_add_func ("/figure/row-fold/numbers", test_numbers);
  g_test_add_func ("/figure/row-fold/long-title", test_long_title);
  g_test_add_func ("/figure/row-fold/long-names", test_long_names);
  return g_test_run ();
}
