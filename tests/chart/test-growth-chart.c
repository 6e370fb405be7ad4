/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-growth-chart.h"
#include "nsc-growth-words.h"

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

  check_title (&chart,
               "Members whose joining date is recorded: 34 (2018-04-17) to 36 (2020-02); reported: 161 (2023-08)");
  chart.n_points = 1;
  check_title (&chart, "Members whose joining date is recorded: 34 (2018-04-17); reported: 161 (2023-08)");
  chart.coverage.reported = -1;
  check_title (&chart, "Members whose joining date is recorded: 34 (2018-04-17)");
  chart.n_points = 2;
  check_title (&chart, "Members whose joining date is recorded: 34 (2018-04-17) to 35 (2018-09)");
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/growth/titles", test_titles);
  g_test_add_func ("/chart/growth/words", test_words);
  g_test_add_func ("/chart/growth/marks", test_marks);
  g_test_add_func ("/chart/growth/empty", test_empty);
  g_test_add_func ("/chart/growth/chinese", test_chinese);
  return g_test_run ();
}
