/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-scene.h"

#include "nsc-bar-mark.h"
#include "nsc-render.h"
#include "scene-ink.h"

#include <math.h>
#include <string.h>

#define TITLE "Most are from one country"
#define SECOND "Number of signatories by home country"
#define CAUTION "A count is no cause."
#define COVERAGE "4 of 5 are recorded."
#define SOURCE "Source: a list."

static NscFigure *
make_figure (gboolean empty)
{
  const NscBar bar = {
    .key = 1, .value = 4, .text = "4", .name = "Germany: 4 signatories", .color = NSC_COLOR_BLUE, .reference = NAN
  };
  const char *const label = "Germany";
  NscFigure *figure = nsc_figure_new ("en");
  g_autoptr (NscScale) scale = nsc_scale_new_linear (0, 4);

  nsc_figure_set_title (figure, TITLE);
  nsc_figure_set_subtitle (figure, SECOND);
  nsc_figure_take_remark (figure, "Caution.", g_strdup (CAUTION));
  nsc_figure_take_remark (figure, "Caution.", NULL);
  nsc_figure_add_note (figure, "Coverage.", COVERAGE);
  nsc_figure_set_source (figure, SOURCE);
  nsc_figure_set_empty (figure, "There is nothing to show.");
  if (empty)
    return figure;
  nsc_figure_take_rows (figure, nsc_axis_new_bands (&label, 1));
  nsc_figure_take_values (figure, nsc_axis_new_values (scale));
  nsc_figure_take_mark (figure, nsc_bar_mark_new (&bar, 1));
  return figure;
}

/* Whether WORDS are set in the scene, each of a line's words in a text of its own or not. */
static gboolean
says (const NscScene *scene, const char *words)
{
  g_autoptr (GBytes) svg = nsc_render_to_bytes (scene, NSC_FORMAT_SVG, NULL, NULL, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  /* Behind what describes the figure, which has all of it. */
  const char *drawn = strstr (text, "</metadata>");

  g_assert_nonnull (drawn);
  return strstr (drawn, words) != NULL;
}

static void
check_parts (NscFigure *figure, double height, NscFigureParts parts)
{
  g_autoptr (NscScene) scene = nsc_scene_new_of_parts (figure, nsc_theme_get (NSC_THEME_PRINT), 360, height, parts);
  gboolean titled = (parts & NSC_FIGURE_TITLE) != 0, sourced = (parts & NSC_FIGURE_SOURCE) != 0;

  scene_ink_check (scene);
  g_assert_true (says (scene, TITLE) == titled);
  g_assert_true (says (scene, SECOND) == titled);
  g_assert_true (says (scene, CAUTION) == titled);
  g_assert_true (says (scene, COVERAGE) == sourced);
  g_assert_true (says (scene, SOURCE) == sourced);
  if (nsc_figure_get_n_rows (figure) > 0)
    g_assert_cmpint (nsc_scene_find (scene, 1), >=, 0);
  else
    g_assert_true (says (scene, "There is nothing to show."));
  if (height > 0)
    g_assert_cmpfloat (nsc_scene_get_height (scene), ==, height);
}

static void
test_each (void)
{
  static const NscFigureParts parts[] = { 0, NSC_FIGURE_TITLE, NSC_FIGURE_SOURCE, NSC_FIGURE_WHOLE };

  for (guint empty = 0; empty < 2; empty++)
    {
      g_autoptr (NscFigure) figure = make_figure (empty != 0);

      for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
        {
          check_parts (figure, 0, parts[i]);
          check_parts (figure, 200, parts[i]);
        }
    }
}

/* What is left out leaves no gap. */
static void
test_height (void)
{
  const NscTheme *theme = nsc_theme_get (NSC_THEME_PRINT);
  g_autoptr (NscFigure) figure = make_figure (FALSE);
  g_autoptr (NscScene) whole = nsc_scene_new (figure, theme, 360, 0);
  g_autoptr (NscScene) title = nsc_scene_new_of_parts (figure, theme, 360, 0, NSC_FIGURE_TITLE);
  g_autoptr (NscScene) source = nsc_scene_new_of_parts (figure, theme, 360, 0, NSC_FIGURE_SOURCE);
  g_autoptr (NscScene) none = nsc_scene_new_of_parts (figure, theme, 360, 0, 0);

  g_assert_cmpfloat (nsc_scene_get_height (title), <, nsc_scene_get_height (whole));
  g_assert_cmpfloat (nsc_scene_get_height (source), <, nsc_scene_get_height (whole));
  g_assert_cmpfloat (nsc_scene_get_height (none), <, nsc_scene_get_height (title));
  g_assert_cmpfloat (nsc_scene_get_height (none), <, nsc_scene_get_height (source));
}

/* A file that is read aloud says what is not drawn. */
static void
test_description (void)
{
  g_autoptr (NscFigure) figure = make_figure (FALSE);
  g_autoptr (NscScene) scene = nsc_scene_new_of_parts (figure, nsc_theme_get (NSC_THEME_PRINT), 360, 0, 0);
  g_autoptr (GBytes) svg = nsc_render_to_bytes (scene, NSC_FORMAT_SVG, NULL, NULL, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));

  g_assert_nonnull (strstr (text, TITLE));
  g_assert_nonnull (strstr (text, COVERAGE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/scene-parts/each", test_each);
  g_test_add_func ("/figure/scene-parts/height", test_height);
  g_test_add_func ("/figure/scene-parts/description", test_description);
  return g_test_run ();
}
