/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-growth-chart.h"
#include "nsc-growth-words.h"

#include "nsc-scene-item.h"

#include <string.h>

static const NscGrowthPoint points[] = {
  { 736801, "2018-04-17", 34, 1 },
  { 736938, "2018-09", 35, 2 },
  { 737456, "2020-02", 36, 3 },
};
static const NscGrowthReport reports[] = {
  { 736801, "2018-04-17", NULL, 34, 4 },
  { 738460, "2022-11", "United States", 101, 5 },
  { 738733, "2023-08", NULL, 161, 6 },
};
static const char *const sources[] = { "Founders’ list", NULL };

static NscGrowthChart
make_chart (void)
{
  return (NscGrowthChart) {
    .language = "en",
    .initiative = "Tech Accord",
    .points = points,
    .n_points = G_N_ELEMENTS (points),
    .reports = reports,
    .n_reports = G_N_ELEMENTS (reports),
    .undated = 54,
    .unverified = 11,
    .coverage = { 90, 161, "2023-08" },
    .sources = { sources, 2 },
  };
}

static void
check_title (const NscGrowthChart *chart, const char *expected)
{
  g_autoptr (NscFigure) figure = nsc_growth_chart_new (chart);

  g_assert_cmpstr (nsc_figure_get_title (figure), ==, expected);
}

static void
test_titles (void)
{
  NscGrowthChart chart = make_chart ();

  check_title (&chart, "Members: 161 reported (2023-08), 36 recorded with a joining date");
  chart.n_points = 1;
  check_title (&chart, "Members: 161 reported (2023-08), 34 recorded with a joining date");
  chart.coverage.reported = -1;
  check_title (&chart, "Members recorded with a joining date: 34 (2018-04-17)");
  chart.n_points = 2;
  check_title (&chart, "Members recorded with a joining date: 34 (2018-04-17) to 35 (2018-09)");
  chart.n_points = 0;
  check_title (&chart, "Tech Accord: no joining date is recorded");
  chart.coverage.reported = 1;
  check_title (&chart, "Tech Accord: 1 member reported (2023-08), no joining date recorded");
  chart.coverage.reported = 161;
  check_title (&chart, "Tech Accord: 161 members reported (2023-08), no joining date recorded");
  chart.coverage.reported = -1;
  chart.n_reports = 0;
  chart.undated = 0;
  check_title (&chart, "Tech Accord: no signatories to show");
}

static void
test_words (void)
{
  NscGrowthChart chart = make_chart ();
  g_autoptr (NscFigure) figure = NULL;
  g_autofree char *text = NULL;

  chart.as_of = "2024";
  figure = nsc_growth_chart_new (&chart);
  text = nsc_figure_describe (figure);
  g_assert_cmpstr (nsc_figure_get_subtitle (figure), ==,
                   "Tech Accord, number of members over time: recorded by name, and as reported. Up to 2024.");
  g_assert_nonnull (strstr (text, "90 of 161 reported signatories are recorded by name (2023-08)."));
  g_assert_nonnull (strstr (text, "54 recorded signatories without a known joining date are in none of the recorded "
                                  "numbers."));
  g_assert_nonnull (strstr (text, "Left out. 11 signatories known only from unverified records."));
  g_assert_cmpstr (nsc_figure_get_source (figure), ==, "Sources: Founders’ list; and 2 more.");
}

static void
test_marks (void)
{
  const NscGrowthChart chart = make_chart ();
  g_autofree char *point = nsc_growth_words_point (&chart, &points[0]);
  g_autofree char *whole = nsc_growth_words_report (&chart, &reports[2]);
  g_autofree char *part = nsc_growth_words_report (&chart, &reports[1]);

  g_assert_cmpstr (point, ==, "2018-04-17: 34 recorded members");
  g_assert_cmpstr (whole, ==, "2023-08: 161 reported members");
  g_assert_cmpstr (part, ==, "2022-11, United States: 101 reported");
}

static void
check_empty (const NscGrowthChart *chart, const char *expected)
{
  g_autoptr (NscFigure) figure = nsc_growth_chart_new (chart);

  g_assert_cmpstr (nsc_figure_get_empty (figure), ==, expected);
}

static void
test_empty (void)
{
  NscGrowthChart chart = make_chart ();

  chart.n_points = chart.n_reports = 0;
  chart.sources.sources = NULL;
  check_empty (&chart, "The joining dates of all 54 recorded signatories are not known.");
  chart.undated = 0;
  check_empty (&chart, "The records of all 11 signatories are unverified. Include unverified records to see them.");
  chart.unverified = 0;
  chart.as_of = "2001";
  check_empty (&chart, "Nobody is recorded as a member as of 2001.");
  chart.as_of = NULL;
  check_empty (&chart, "No signatories are recorded yet.");
}

static void
check_chinese (char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p++)
    if (g_ascii_isalpha (*p))
      g_error ("“%s” is not Chinese throughout", text);
  g_free (text);
}

/* Every sentence has its Chinese form. */
static void
test_chinese (void)
{
  const char *const chinese_sources[] = { "名单", NULL };
  const NscGrowthReport part = { 738460, "2022-11", "美国", 101, 5 };

  for (guint variant = 0; variant < 64; variant++)
    {
      NscGrowthChart chart = make_chart ();
      g_autoptr (NscFigure) figure = NULL;

      chart.language = "zh_CN";
      chart.initiative = "技术协议";
      chart.sources.sources = chinese_sources;
      chart.n_points = variant % 4;
      chart.n_reports = variant & 4 ? 3 : 0;
      chart.coverage.reported = variant & 8 ? 161 : -1;
      chart.as_of = variant & 16 ? "2022" : NULL;
      chart.undated = variant & 32 ? 54 : 0;
      chart.include_unverified = variant & 16;
      figure = nsc_growth_chart_new (&chart);
      check_chinese (nsc_figure_describe (figure));
      check_chinese (nsc_growth_words_point (&chart, &points[0]));
      check_chinese (nsc_growth_words_report (&chart, &reports[0]));
      check_chinese (nsc_growth_words_report (&chart, &part));
    }
}

static const NscSceneItem *
find_text (const NscScene *scene, const char *text)
{
  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);

      if (item->kind == NSC_ITEM_TEXT && g_str_equal (item->line.text, text))
        return item;
    }
  return NULL;
}

static NscScene *
lay_out (const NscGrowthChart *chart)
{
  g_autoptr (NscFigure) figure = nsc_growth_chart_new (chart);

  return nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), 493, 0);
}

static double
middle_of (const NscScene *scene, gint64 key)
{
  int index = nsc_scene_find (scene, key);
  const NscSceneMark *mark;

  g_assert_cmpint (index, >=, 0);
  mark = nsc_scene_get_mark (scene, (guint) index);
  return mark->y + mark->height / 2;
}

/* The recorded and the reported members are marks by their keys, as high as they are many; a group is not among them
 * where the whole is known. */
static void
test_plane (void)
{
  NscGrowthChart chart = make_chart ();
  g_autoptr (NscScene) scene = lay_out (&chart);
  g_autofree char *text = nsc_figure_describe (nsc_scene_get_figure (scene));
  double unit;

  g_assert_cmpuint (nsc_scene_get_n_marks (scene), ==, 5);
  g_assert_cmpint (nsc_scene_find (scene, 5), ==, -1);
  g_assert_cmpfloat_with_epsilon (middle_of (scene, 1), middle_of (scene, 4), 1e-6);
  unit = (middle_of (scene, 1) - middle_of (scene, 6)) / (161 - 34);
  g_assert_cmpfloat_with_epsilon (middle_of (scene, 1) - middle_of (scene, 3), 2 * unit, 1e-6);
  g_assert_nonnull (find_text (scene, "36 with a known joining date"));
  g_assert_nonnull (find_text (scene, "161 (2023-08)"));
  g_assert_nonnull (find_text (scene, "34"));
  g_assert_nonnull (find_text (scene, "reported members"));
  g_assert_nonnull (strstr (text, "2018-09: 35 recorded members\n2020-02: 36 recorded members\n2018-04-17: 34 reported "
                                  "members\n2023-08: 161 reported members"));
}

/* Without a total of the whole, its groups are shown. */
static void
test_groups (void)
{
  const NscGrowthReport groups[] = {
    { 736801, "2018-04-17", "States", 51, 4 },
    { 736801, "2018-04-17", "Companies", 218, 5 },
    { 738460, "2022-11", "Companies", 706, 6 },
  };
  NscGrowthChart chart = make_chart ();
  g_autoptr (NscScene) scene = NULL;

  chart.reports = groups;
  chart.undated = 0;
  scene = lay_out (&chart);
  g_assert_cmpuint (nsc_scene_get_n_marks (scene), ==, 6);
  g_assert_nonnull (find_text (scene, "Companies, as reported"));
  g_assert_nonnull (find_text (scene, "States, as reported"));
  g_assert_nonnull (find_text (scene, "706 (Companies)"));
  g_assert_null (find_text (scene, "218"));
  g_assert_nonnull (find_text (scene, "36 recorded"));
}

/* A single day, and records or reports alone. */
static void
test_few (void)
{
  NscGrowthChart chart = make_chart ();
  const NscGrowthReport one = { 736801, "2018-04-17", NULL, 2, 4 };
  g_autoptr (NscScene) single = NULL, alone = NULL, pair = NULL;

  chart.n_points = 1;
  chart.n_reports = 0;
  single = lay_out (&chart);
  g_assert_cmpuint (nsc_scene_get_n_marks (single), ==, 1);
  g_assert_cmpfloat (nsc_scene_get_mark (single, 0)->x, >, 493 / 4.0);
  chart.n_points = 0;
  chart.n_reports = 1;
  alone = lay_out (&chart);
  g_assert_cmpuint (nsc_scene_get_n_marks (alone), ==, 1);
  /* Nobody counts half a member. */
  chart.reports = &one;
  pair = lay_out (&chart);
  for (guint i = 0; i < nsc_scene_get_n_items (pair); i++)
    if (nsc_scene_get_item (pair, i)->kind == NSC_ITEM_TEXT)
      g_assert_null (strstr (nsc_scene_get_item (pair, i)->line.text, "0.5"));
}

/* Where the curve ends. */
static double
end_of_curve (const NscScene *scene)
{
  for (guint i = 0; i < nsc_scene_get_n_items (scene); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (scene, i);

      if (item->kind == NSC_ITEM_PATH && !item->closed)
        return item->x + item->width;
    }
  return 0;
}

/* The curve goes on to the last day. */
static void
test_last_day (void)
{
  NscGrowthChart chart = make_chart ();
  g_autoptr (NscScene) before = lay_out (&chart);
  g_autoptr (NscScene) after = NULL;
  const NscSceneMark *newest;

  chart.last_day = reports[2].day + 1000;
  after = lay_out (&chart);
  g_assert_cmpuint (nsc_scene_get_n_marks (after), ==, nsc_scene_get_n_marks (before));
  g_assert_cmpfloat (nsc_scene_get_mark (after, 2)->x, <, nsc_scene_get_mark (before, 2)->x - 10);
  newest = nsc_scene_get_mark (after, (guint) nsc_scene_find (after, 6));
  g_assert_cmpfloat (end_of_curve (after), >, newest->x + newest->width + 50);
  newest = nsc_scene_get_mark (before, (guint) nsc_scene_find (before, 6));
  g_assert_cmpfloat_with_epsilon (end_of_curve (before), newest->x + newest->width / 2, 1e-6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/growth/titles", test_titles);
  g_test_add_func ("/chart/growth/words", test_words);
  g_test_add_func ("/chart/growth/marks", test_marks);
  g_test_add_func ("/chart/growth/empty", test_empty);
  g_test_add_func ("/chart/growth/plane", test_plane);
  g_test_add_func ("/chart/growth/groups", test_groups);
  g_test_add_func ("/chart/growth/few", test_few);
  g_test_add_func ("/chart/growth/last-day", test_last_day);
  g_test_add_func ("/chart/growth/chinese", test_chinese);
  return g_test_run ();
}
