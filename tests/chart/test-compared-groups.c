/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-compared-groups.h"

#include "nsc-scene-item.h"

static const NscDistributionBar first_bars[] = {
  { NSC_BAR_KNOWN, "Japan", 4, 9, 1 },
  { NSC_BAR_KNOWN, "Chile", 2, -1, 2 },
  { NSC_BAR_UNKNOWN, "", 50, -1, 3 },
};

static const NscDistributionBar second_bars[] = {
  { NSC_BAR_KNOWN, "Italy", 5, -1, 11 }, { NSC_BAR_KNOWN, "Chile", 4, -1, 12 }, { NSC_BAR_KNOWN, "Mali", 0, -1, 13 },
  { NSC_BAR_KNOWN, "Italy", 1, -1, 14 }, { NSC_BAR_UNDATED, "", 3, -1, 15 },
};

static const NscDistributionBar early_years[] = {
  { NSC_BAR_KNOWN, "2001", 1, -1, 1 },
  { NSC_BAR_KNOWN, "2002", 3, -1, 2 },
  { NSC_BAR_UNDATED, "", 1, -1, 3 },
};

static const NscDistributionBar late_years[] = {
  { NSC_BAR_KNOWN, "2004", 7, -1, 11 },
};

/* The first is recorded in part. */
static const NscDistributionPanel panels[] = {
  { .initiative = "Accord",
    .bars = first_bars,
    .n_bars = G_N_ELEMENTS (first_bars),
    .total = 56,
    .coverage = { .recorded = 10, .reported = 100 } },
  { .initiative = "Charter",
    .bars = second_bars,
    .n_bars = G_N_ELEMENTS (second_bars),
    .total = 10,
    .coverage = { .recorded = 10, .reported = -1 } },
};

static const NscDistributionPanel yearly_panels[] = {
  { .initiative = "Accord",
    .bars = early_years,
    .n_bars = G_N_ELEMENTS (early_years),
    .total = 4,
    .coverage = { .recorded = 4, .reported = -1 } },
  { .initiative = "Charter",
    .bars = late_years,
    .n_bars = G_N_ELEMENTS (late_years),
    .total = 7,
    .coverage = { .recorded = 7, .reported = -1 } },
};

static NscDistributionChart
make_chart (const NscDistributionPanel *all, guint n, NscDimension by)
{
  return (NscDistributionChart) { .language = "en", .panels = all, .n_panels = n, .by = by };
}

static const NscComparedGroup *
group_at (GPtrArray *groups, guint index)
{
  g_assert_cmpuint (index, <, groups->len);
  return g_ptr_array_index (groups, index);
}

static void
check_labels (GPtrArray *groups, const char *const *labels)
{
  g_assert_cmpuint (groups->len, ==, g_strv_length ((char **) labels));
  for (guint i = 0; i < groups->len; i++)
    g_assert_cmpstr (group_at (groups, i)->label, ==, labels[i]);
}

/* Rows are shared and ordered by what all initiatives have together; of two groups with one name, each has its own. */
static void
test_shared (void)
{
  const char *const labels[] = { "Chile", "Italy", "Japan", "Italy", "Mali", "Unknown", "Joining date unknown", NULL };
  NscDistributionChart chart = make_chart (panels, 2, NSC_DIMENSION_COUNTRY);
  g_autoptr (GPtrArray) groups = nsc_compared_groups_new (&chart);

  check_labels (groups, labels);
  g_assert_cmpuint (group_at (groups, 0)->count, ==, 6);
  g_assert_true (group_at (groups, 0)->bars[0] == &first_bars[1]);
  g_assert_true (group_at (groups, 0)->bars[1] == &second_bars[1]);
  g_assert_null (group_at (groups, 1)->bars[0]);
  g_assert_true (group_at (groups, 1)->bars[1] == &second_bars[0]);
  g_assert_true (group_at (groups, 3)->bars[1] == &second_bars[3]);
}

/* One initiative keeps the order that it came in. */
static void
test_alone (void)
{
  const char *const labels[] = { "Italy", "Chile", "Mali", "Italy", "Joining date unknown", NULL };
  NscDistributionChart chart = make_chart (&panels[1], 1, NSC_DIMENSION_COUNTRY);
  g_autoptr (GPtrArray) groups = nsc_compared_groups_new (&chart);

  check_labels (groups, labels);
}

static void
test_years (void)
{
  const char *const labels[] = { "2001", "2002", "2003", "2004", "Joining date unknown", NULL };
  NscDistributionChart chart = make_chart (yearly_panels, 2, NSC_DIMENSION_YEAR);
  g_autoptr (GPtrArray) groups = nsc_compared_groups_new (&chart);

  check_labels (groups, labels);
  g_assert_null (group_at (groups, 2)->bars[0]);
  g_assert_null (group_at (groups, 2)->bars[1]);
}

static guint
count_words (const NscScene *scene, const char *words)
{
  guint n = 0;

  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    n += nsc_scene_get_item (scene, i)->kind == NSC_ITEM_TEXT &&
         g_str_equal (nsc_scene_get_item (scene, i)->line.text, words);
  return n;
}

/* One scale for all; what an initiative lacks is a quiet 0 with nothing behind it; totals are reported where little is
 * recorded. */
static void
test_figure (void)
{
  NscDistributionChart chart = make_chart (panels, 2, NSC_DIMENSION_COUNTRY);
  g_autoptr (NscFigure) figure = nsc_distribution_chart_new (&chart);
  g_autoptr (NscScene) scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), 493, 0);
  const NscSceneMark *chile, *other;

  g_assert_cmpuint (nsc_figure_get_n_panels (figure), ==, 2);
  g_assert_cmpstr (nsc_figure_get_panel_title (figure, 0), ==, "Accord");
  g_assert_cmpstr (nsc_figure_get_panel_title (figure, 1), ==, "Charter");
  g_assert_cmpuint (nsc_scene_get_n_marks (scene), ==, 7);
  chile = nsc_scene_get_mark (scene, (guint) nsc_scene_find (scene, 2));
  other = nsc_scene_get_mark (scene, (guint) nsc_scene_find (scene, 12));
  g_assert_cmpfloat_with_epsilon (2 * chile->width, other->width, 1e-6);
  g_assert_cmpfloat (chile->y, ==, other->y);
  /* In the first: two of Italy, Mali and the undated; in the second: Japan, Mali and the unknown. */
  g_assert_cmpuint (count_words (scene, "0"), ==, 7);
  g_assert_cmpuint (count_words (scene, "9 reported"), ==, 1);
}

/* At the end of a year that it does not reach, an initiative still has the members that it had last. */
static void
test_year_ends (void)
{
  NscDistributionChart chart = make_chart (yearly_panels, 2, NSC_DIMENSION_YEAR);
  g_autoptr (NscFigure) figure = NULL;
  g_autoptr (NscScene) scene = NULL;

  chart.cumulative = TRUE;
  figure = nsc_distribution_chart_new (&chart);
  scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), 493, 0);
  /* 2002, 2003 and 2004. */
  g_assert_cmpuint (count_words (scene, "3"), ==, 3);
  /* 2001 to 2003, and the undated, of the second. */
  g_assert_cmpuint (count_words (scene, "0"), ==, 4);
  g_assert_cmpuint (nsc_scene_get_n_marks (scene), ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/compared-groups/shared", test_shared);
  g_test_add_func ("/chart/compared-groups/alone", test_alone);
  g_test_add_func ("/chart/compared-groups/years", test_years);
  g_test_add_func ("/chart/compared-groups/figure", test_figure);
  g_test_add_func ("/chart/compared-groups/year-ends", test_year_ends);
  return g_test_run ();
}
