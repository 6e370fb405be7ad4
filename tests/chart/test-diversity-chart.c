/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-diversity-chart.h"
#include "nsc-diversity-words.h"
#include "nsc-legend.h"
#include "nsc-scene-item.h"
#include "scene-ink.h"

#include <math.h>
#include <string.h>

static const NscDistributionBar accord_bars[] = {
  { NSC_BAR_KNOWN, "United States", 41, 101, 1 },
  { NSC_BAR_UNKNOWN, NULL, 2, -1, 2 },
  { NSC_BAR_UNDATED, NULL, 3, -1, 3 },
};
static const NscDistributionPanel panels[] = {
  { "Tech Accord", accord_bars, 3, 43, 0, 11, { 90, 161, "2023-08" } },
  { "Charter of Trust", accord_bars, 1, 41, 0, 0, { 17, 17, "2022" } },
};
static const NscDiversityMeasure measures[] = {
  { { 88, 21, 0.2337293, 2.2427349, 0.7366462 }, 2, 1 },
  { { 26, 9, 0.25, 1.75, 0.8 }, 0, 2 },
};

static NscDistributionChart
make_distribution (const char *language, guint n_panels)
{
  const char *const *no_sources = NULL;

  return (NscDistributionChart) {
    .language = language,
    .panels = panels,
    .n_panels = n_panels,
    .by = NSC_DIMENSION_COUNTRY,
    .sources = { no_sources, 0 },
  };
}

static void
check_described (const NscDiversityChart *chart, const char *expected)
{
  g_autoptr (NscFigure) figure = nsc_diversity_chart_new (chart);
  g_autofree char *text = nsc_figure_describe (figure);

  if (strstr (text, expected) == NULL)
    g_error ("“%s” is not in “%s”", expected, text);
}

/* The measures, how they are made, and that half of the members do not stand for all. */
static void
test_one (void)
{
  const NscDistributionChart distribution = make_distribution ("en", 1);
  const NscDiversityChart chart = { &distribution, measures };

  check_described (&chart, "Tech Accord: HHI 0.234, H 2.243, J 0.737");
  check_described (&chart,
                   "Tech Accord, signatories by home country. HHI\u00a0=\u00a0Σp², H\u00a0=\u00a0−Σp\u00a0ln\u00a0p, "
                   "J\u00a0=\u00a0H/ln\u00a0S, with the shares p of the S known groups.");
  check_described (&chart, "Caution. Tech Accord: the measures are not representative, since 90 of 161 reported "
                           "signatories are recorded.");
  check_described (&chart, "Coverage. 90 of 161 reported signatories are recorded by name (2023-08).");
  check_described (&chart, "In no measure. 2 signatories whose home country is not known. 3 signatories without a "
                           "known joining date, not part of the base.");
}

static void
test_several (void)
{
  const NscDistributionChart distribution = make_distribution ("en", 2);
  const NscDiversityChart chart = { &distribution, measures };
  g_autofree char *second = nsc_diversity_words_measure (&chart, 1);
  g_autofree char *caution = nsc_diversity_words_caution (&chart);

  check_described (&chart, "Concentration and diversity of the recorded signatories of 2 initiatives");
  g_assert_cmpstr (second, ==, "Charter of Trust: HHI 0.250, H 1.750, J 0.800");
  g_assert_cmpstr (caution, ==,
                   "Tech Accord: the measures are not representative, since 90 of 161 reported signatories are "
                   "recorded.");
}

static void
test_undefined (void)
{
  const NscDistributionChart distribution = make_distribution ("en", 1);
  const NscDiversityMeasure none = { { 0, 0, NAN, NAN, NAN }, 4, 1 }, one = { { 7, 1, 1, 0, NAN }, 0, 1 };
  NscDiversityChart chart = { &distribution, &none };

  check_described (&chart, "Tech Accord: no group is known");
  chart.measures = &one;
  check_described (&chart, "Tech Accord: HHI 1.000, H 0.000, a single group");
}

/* ---- marks ---- */

static NscScene *
lay_out (const NscDiversityMeasure *of)
{
  const NscDistributionChart distribution = make_distribution ("en", 2);
  const NscDiversityChart chart = { &distribution, of };
  g_autoptr (NscFigure) figure = nsc_diversity_chart_new (&chart);

  return nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), 238, 0);
}

static const NscSceneMark *
mark_of (const NscScene *scene, gint64 key)
{
  int index = nsc_scene_find (scene, key);

  g_assert_cmpint (index, >=, 0);
  return nsc_scene_get_mark (scene, (guint) index);
}

/* How many items of KIND the mark with KEY has. */
static guint
count_items (const NscScene *scene, gint64 key, NscItemKind kind)
{
  guint n = 0;

  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    n += nsc_scene_get_item (scene, i)->mark == nsc_scene_find (scene, key) &&
         nsc_scene_get_item (scene, i)->kind == kind;
  return n;
}

static gboolean
says (const NscScene *scene, const char *words)
{
  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    if (nsc_scene_get_item (scene, i)->kind == NSC_ITEM_TEXT &&
        g_str_equal (nsc_scene_get_item (scene, i)->line.text, words))
      return TRUE;
  return FALSE;
}

/* Bars are as long as the concentration is high, and hatched where the records do not stand for all. */
static void
test_bars (void)
{
  g_autoptr (NscScene) scene = lay_out (measures);
  const NscSceneMark *accord = mark_of (scene, 1), *charter = mark_of (scene, 2);
  NscFigure *figure = nsc_scene_get_figure (scene);

  g_assert_cmpfloat_with_epsilon (accord->width / charter->width, 0.2337293 / 0.25, 0.001);
  g_assert_cmpuint (count_items (scene, 1, NSC_ITEM_LINE), >, 1);
  g_assert_cmpuint (count_items (scene, 2, NSC_ITEM_LINE), ==, 0);
  g_assert_true (says (scene, "HHI 0.234"));
  g_assert_true (says (scene, "H 1.750, J 0.800"));
  g_assert_cmpuint (nsc_figure_get_n_legend_entries (figure), ==, 1);
  g_assert_cmpstr (nsc_figure_get_legend_entry (figure, 0)->text, ==, "not representative");
  scene_ink_check (scene);
}

/* What is not defined is a dash, never a number. */
static void
test_dashes (void)
{
  const NscDiversityMeasure undefined[] = { { { 0, 0, NAN, NAN, NAN }, 4, 1 }, { { 7, 1, 1, 0, NAN }, 0, 2 } };
  g_autoptr (NscScene) scene = lay_out (undefined);

  g_assert_true (says (scene, "HHI –"));
  g_assert_true (says (scene, "H –, J –"));
  g_assert_true (says (scene, "HHI 1.000"));
  g_assert_true (says (scene, "H 0.000, J –"));
  g_assert_cmpfloat (mark_of (scene, 1)->width, ==, 0);
}

static void
test_chinese (void)
{
  NscDistributionChart distribution = make_distribution ("zh_CN", 1);
  const NscDiversityChart chart = { &distribution, measures };

  check_described (&chart, "Tech Accord：HHI 0.234，H 2.243，J 0.737");
  check_described (&chart, "这些指标不具代表性");
  distribution.n_panels = 2;
  check_described (&chart, "2 个倡议");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/diversity/one", test_one);
  g_test_add_func ("/chart/diversity/several", test_several);
  g_test_add_func ("/chart/diversity/undefined", test_undefined);
  g_test_add_func ("/chart/diversity/bars", test_bars);
  g_test_add_func ("/chart/diversity/dashes", test_dashes);
  g_test_add_func ("/chart/diversity/chinese", test_chinese);
  return g_test_run ();
}
