/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution-chart.h"

#include "nsc-scene.h"

#include <string.h>

static const char *const sources[] = { "Founders’ list, 2018-04-17.", "Press", NULL };

/* The Tech Accord outside the United States, shortened. */
static const NscDistributionBar bars[] = {
  { NSC_BAR_KNOWN, "Germany", 4, -1, 1 }, { NSC_BAR_KNOWN, "Japan", 4, -1, 2 }, { NSC_BAR_KNOWN, "Chile", 2, -1, 3 },
  { NSC_BAR_KNOWN, "Italy", 1, -1, 4 },   { NSC_BAR_UNKNOWN, "", 2, -1, 5 },
};

static NscDistributionChart
make_chart (void)
{
  return (NscDistributionChart) {
    .language = "en",
    .initiative = "Tech Accord",
    .by = NSC_DIMENSION_COUNTRY,
    .bars = bars,
    .n_bars = G_N_ELEMENTS (bars),
    .total = 13,
    .recorded = 54,
    .reported = -1,
    .sources = sources,
  };
}

static void
check_title (const NscDistributionChart *chart, const char *expected)
{
  g_autoptr (NscFigure) figure = nsc_distribution_chart_new (chart);

  g_assert_cmpstr (nsc_figure_get_title (figure), ==, expected);
}

static void
check_subtitle (const NscDistributionChart *chart, const char *expected)
{
  g_autoptr (NscFigure) figure = nsc_distribution_chart_new (chart);

  g_assert_cmpstr (nsc_figure_get_subtitle (figure), ==, expected);
}

/* EXPECTED is a note with its lead, or NULL where no note may begin with LEAD. */
static void
check_note (const NscDistributionChart *chart, const char *lead, const char *expected)
{
  g_autoptr (NscFigure) figure = nsc_distribution_chart_new (chart);
  const char *found = NULL;

  for (guint i = 0; i < nsc_figure_get_n_notes (figure); i++)
    {
      const char *this_lead;
      const char *text = nsc_figure_get_note (figure, i, &this_lead);

      if (g_str_equal (this_lead, lead))
        found = text;
    }
  g_assert_cmpstr (found, ==, expected);
}

static void
test_country_titles (void)
{
  NscDistributionChart chart = make_chart ();

  check_title (&chart, "11 recorded signatories from 4 countries");
  chart.excluded_country = "United States";
  chart.excluded = 41;
  check_title (&chart, "11 recorded signatories from 4 countries outside the United States");
  chart.n_bars = 1;
  chart.total = 4;
  check_title (&chart, "4 recorded signatories from Germany");
}

static void
test_dominant_country (void)
{
  const NscDistributionBar accord[] = {
    { NSC_BAR_KNOWN, "United States", 41, 101, 1 },
    { NSC_BAR_KNOWN, "Germany", 4, -1, 2 },
    { NSC_BAR_KNOWN, "Japan", 4, -1, 3 },
    { NSC_BAR_UNKNOWN, "Unknown", 2, -1, 4 },
    { NSC_BAR_INTERNATIONAL, "International", 3, -1, 5 },
  };
  NscDistributionChart chart = make_chart ();

  chart.bars = accord;
  chart.n_bars = 5;
  chart.total = 54;
  check_title (&chart, "41 of 54 recorded signatories are from the United States, 8 from 2 other countries");
}

static void
test_leader_titles (void)
{
  const NscDistributionBar roles[] = {
    { NSC_BAR_KNOWN, "Private sector", 706, -1, 1 },
    { NSC_BAR_KNOWN, "Civil society", 391, -1, 2 },
  };
  NscDistributionChart chart = make_chart ();

  chart.by = NSC_DIMENSION_ROLE;
  chart.bars = roles;
  chart.n_bars = 2;
  chart.total = 1221;
  check_title (&chart, "Private sector is the most frequent role, with 706 of 1,221 recorded signatories");

  chart.by = NSC_DIMENSION_KIND;
  chart.n_bars = 1;
  chart.total = 706;
  check_title (&chart, "All 706 recorded signatories belong to one group: Private sector");

  chart = make_chart ();
  chart.by = NSC_DIMENSION_SECTOR;
  check_title (&chart, "2 sectors lead with 4 of 13 recorded signatories each");

  chart.by = NSC_DIMENSION_YEAR;
  check_title (&chart,
               "4 of 13 recorded signatories are known to have joined in each of 2 years, more than in any other");
}

static void
test_year_title (void)
{
  const NscDistributionBar years[] = {
    { NSC_BAR_KNOWN, "2018", 34, -1, 1 },
    { NSC_BAR_KNOWN, "2019", 0, -1, 2 },
    { NSC_BAR_KNOWN, "2020", 1, -1, 3 },
    { NSC_BAR_UNKNOWN, "", 54, -1, 4 },
  };
  NscDistributionChart chart = make_chart ();

  chart.by = NSC_DIMENSION_YEAR;
  chart.bars = years;
  chart.n_bars = 4;
  chart.total = 89;
  check_title (&chart, "34 of 89 recorded signatories are known to have joined in 2018, more than in any other year");
}

static void
test_subtitles (void)
{
  NscDistributionChart chart = make_chart ();

  check_subtitle (&chart, "Tech Accord, signatories by home country. "
                          "Number, and share of the 13 recorded signatories.");
  chart.excluded_country = "Netherlands";
  chart.as_of = "2020-01-01";
  check_subtitle (&chart, "Tech Accord, signatories by home country. Members as of 2020-01-01. "
                          "Number, and share of the 13 recorded signatories outside the Netherlands.");
  chart.reported = 161;
  check_subtitle (&chart, "Tech Accord, signatories by home country. Members as of 2020-01-01. "
                          "Number, and share of those recorded outside the Netherlands (13 signatories).");
  chart.excluded_country = NULL;
  chart.as_of = NULL;
  chart.by = NSC_DIMENSION_SECTOR;
  check_subtitle (&chart, "Tech Accord, signatories by sector. Number, and share of those recorded (13 signatories).");
}

static void
test_coverage (void)
{
  NscDistributionChart chart = make_chart ();

  check_note (&chart, "Coverage.", NULL);
  chart.recorded = 90;
  chart.reported = 161;
  check_note (&chart, "Coverage.", "90 of 161 reported signatories are recorded by name.");
  chart.reported_as_of = "2023-08";
  check_note (&chart, "Coverage.", "90 of 161 reported signatories are recorded by name (2023-08).");
  chart.recorded = 1221;
  chart.reported = 1213;
  check_note (&chart, "Coverage.", "1,221 signatories are recorded by name; 1,213 were reported (2023-08).");
  chart.recorded = 1;
  check_note (&chart, "Coverage.", "1 of 1,213 reported signatories is recorded by name (2023-08).");

  g_assert_true (nsc_distribution_chart_is_low_coverage (90, 161));
  g_assert_true (nsc_distribution_chart_is_low_coverage (79, 100));
  g_assert_false (nsc_distribution_chart_is_low_coverage (80, 100));
  g_assert_false (nsc_distribution_chart_is_low_coverage (5, -1));
  g_assert_false (nsc_distribution_chart_is_low_coverage (0, 0));
}

static void
test_notes (void)
{
  NscDistributionChart chart = make_chart ();

  check_note (&chart, "Left out.", NULL);
  check_note (&chart, "Outlined.", "2 signatories whose home country is not known.");
  chart.unverified = 11;
  check_note (&chart, "Left out.", "11 signatories known only from unverified records.");
  chart.excluded_country = "United States";
  chart.excluded = 1;
  check_note (&chart, "Left out.",
              "1 recorded signatory from the United States. 11 signatories known only from unverified records.");
  chart.include_unverified = TRUE;
  check_note (&chart, "Left out.", "1 recorded signatory from the United States.");
  check_note (&chart, "Included.", "11 signatories known only from unverified records.");
}

static void
test_undated (void)
{
  const NscDistributionBar with_undated[] = {
    { NSC_BAR_KNOWN, "Germany", 4, -1, 1 },
    { NSC_BAR_UNKNOWN, NULL, 1, -1, 2 },
    { NSC_BAR_UNDATED, NULL, 54, -1, 3 },
  };
  NscDistributionChart chart = make_chart ();
  g_autoptr (NscFigure) figure = NULL;
  g_autofree char *text = NULL;

  chart.bars = with_undated;
  chart.n_bars = 3;
  chart.total = 5;
  chart.as_of = "2019";
  check_note (&chart, "Outlined.",
              "1 signatory whose home country is not known. "
              "54 signatories without a known joining date, not part of the base.");
  figure = nsc_distribution_chart_new (&chart);
  text = nsc_figure_describe (figure);
  g_assert_nonnull (strstr (text, "Germany: 4 signatories, 80.0%\n"));
  g_assert_nonnull (strstr (text, "Unknown: 1 signatory, 20.0%\n"));
  g_assert_nonnull (strstr (text, "Joining date unknown: 54 signatories, not part of the base\n"));
  chart.bars = with_undated + 2;
  chart.n_bars = 1;
  chart.total = 0;
  check_title (&chart, "Tech Accord: nobody is known to have been a member as of 2019");
}

static void
test_reported (void)
{
  const NscDistributionBar accord[] = { { NSC_BAR_KNOWN, "United States", 41, 101, 7 } };
  NscDistributionChart chart = make_chart ();
  g_autoptr (NscFigure) low = NULL, high = NULL;
  g_autoptr (NscScene) scene = NULL;
  g_autofree char *low_text = NULL, *high_text = NULL;

  chart.bars = accord;
  chart.n_bars = 1;
  chart.total = 90;
  chart.recorded = 90;
  chart.reported = 161;
  low = nsc_distribution_chart_new (&chart);
  low_text = nsc_figure_describe (low);
  g_assert_nonnull (strstr (low_text, "United States: 41 signatories, 45.6%; 101 reported\n"));
  scene = nsc_scene_new (low, nsc_theme_get (NSC_THEME_PRINT), 238, 0);
  g_assert_cmpint (nsc_scene_find (scene, 7), ==, 0);
  g_assert_cmpstr (nsc_scene_get_mark (scene, 0)->name, ==, "United States: 41 signatories, 45.6%; 101 reported");

  /* Where most are recorded, the reported total of a group says nothing more. */
  chart.reported = 95;
  high = nsc_distribution_chart_new (&chart);
  high_text = nsc_figure_describe (high);
  g_assert_nonnull (strstr (high_text, "United States: 41 signatories, 45.6%\n"));
}

static void
check_empty (const NscDistributionChart *chart, const char *expected)
{
  g_autoptr (NscFigure) figure = nsc_distribution_chart_new (chart);
  g_autoptr (NscScene) scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), 238, 0);
  g_autofree char *text = nsc_figure_describe (figure);

  g_assert_cmpstr (nsc_figure_get_empty (figure), ==, expected);
  g_assert_nonnull (strstr (text, expected));
  g_assert_cmpuint (nsc_scene_get_n_marks (scene), ==, 0);
  g_assert_cmpint (nsc_scene_hit (scene, 10, 10), ==, -1);
  g_assert_cmpint (nsc_scene_step (scene, -1, 0, 1), ==, -1);
}

static void
test_empty (void)
{
  NscDistributionChart chart = make_chart ();

  chart.n_bars = 0;
  chart.total = 0;
  chart.recorded = 0;
  chart.sources = NULL;
  check_title (&chart, "Tech Accord: no signatories to show");
  check_subtitle (&chart, "Tech Accord, signatories by home country.");
  check_empty (&chart, "No signatories are recorded yet.");
  chart.as_of = "2001";
  check_empty (&chart, "Nobody is recorded as a member as of 2001.");
  chart.unverified = 3;
  check_empty (&chart, "The records of all 3 signatories are unverified. Include unverified records to see them.");
  chart.excluded_country = "United States";
  chart.excluded = 3;
  check_empty (&chart, "All recorded signatories are from the United States, which is left out.");
}

static void
check_sources (const NscDistributionChart *chart, const char *expected)
{
  g_autoptr (NscFigure) figure = nsc_distribution_chart_new (chart);

  g_assert_cmpstr (nsc_figure_get_source (figure), ==, expected);
}

static void
test_sources (void)
{
  const char *const one[] = { "A list", NULL };
  NscDistributionChart chart = make_chart ();

  check_sources (&chart, "Sources: Founders’ list, 2018-04-17; Press.");
  chart.n_more_sources = 5;
  check_sources (&chart, "Sources: Founders’ list, 2018-04-17; Press; and 5 more.");
  chart.sources = one;
  chart.n_more_sources = 0;
  check_sources (&chart, "Source: A list.");
  chart.sources = NULL;
  check_sources (&chart, "Source: not stated.");
}

static void
check_chinese (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p++)
    if (g_ascii_isalpha (*p))
      g_error ("“%s” is not Chinese throughout", text);
}

/* Every sentence of every dimension has its Chinese form, with the numbers in their places. */
static void
test_chinese (void)
{
  const NscDistributionBar chinese_bars[] = {
    { NSC_BAR_KNOWN, "德国", 4, 9, 1 },  { NSC_BAR_KNOWN, "日本", 4, -1, 2 }, { NSC_BAR_KNOWN, "智利", 1, -1, 3 },
    { NSC_BAR_UNKNOWN, NULL, 2, -1, 4 }, { NSC_BAR_UNDATED, "", 3, -1, 5 },
  };
  const guint starts[] = { 0, 1, 3 };
  const char *const chinese_sources[] = { "名单", "报刊", NULL };

  for (NscDimension by = NSC_DIMENSION_SECTOR; by <= NSC_DIMENSION_YEAR; by++)
    for (guint variant = 0; variant < 24; variant++)
      {
        guint start = starts[variant % 3];
        NscDistributionChart chart = {
          .language = "zh_CN",
          .initiative = "技术协议",
          .by = by,
          .bars = chinese_bars + start,
          .n_bars = variant >= 21 ? 0 : G_N_ELEMENTS (chinese_bars) - start,
          .total = variant >= 21 ? 0 : 11,
          .excluded_country = variant & 4 ? "美国" : NULL,
          .excluded = variant & 4 ? 41 : 0,
          .unverified = 11,
          .include_unverified = variant % 2 == 0,
          .recorded = 52,
          .reported = variant & 8 ? 161 : 50,
          .reported_as_of = variant & 2 ? "2023-08" : NULL,
          .as_of = variant & 16 ? "2019" : NULL,
          .sources = chinese_sources,
          .n_more_sources = variant & 8 ? 5 : 0,
        };
        g_autoptr (NscFigure) figure = nsc_distribution_chart_new (&chart);
        g_autofree char *text = nsc_figure_describe (figure);

        check_chinese (text);
        check_chinese (nsc_figure_get_brief_source (figure));
      }
}

/* Numbers beyond all records, bars without labels, strings that are not what they should be. */
static void
test_extremes (void)
{
  const NscDistributionBar odd[] = {
    { NSC_BAR_KNOWN, "", G_MAXUINT64, G_MAXINT64, G_MAXINT64 },
    { NSC_BAR_KNOWN, "\xff\xfe\n\t", 0, 0, -1 },
    { NSC_BAR_UNDATED, NULL, G_MAXUINT64, -1, 0 },
  };
  const char *const odd_sources[] = { "", ".", "\xff", NULL };
  NscDistributionChart chart = make_chart ();

  chart.bars = odd;
  chart.n_bars = G_N_ELEMENTS (odd);
  chart.total = G_MAXUINT64;
  chart.recorded = 1;
  chart.reported = G_MAXINT64;
  chart.sources = odd_sources;
  for (NscDimension by = NSC_DIMENSION_SECTOR; by <= NSC_DIMENSION_YEAR; by++)
    {
      g_autoptr (NscFigure) figure = NULL;
      g_autoptr (NscScene) scene = NULL;
      g_autofree char *text = NULL;

      chart.by = by;
      figure = nsc_distribution_chart_new (&chart);
      scene = nsc_scene_new (figure, nsc_theme_get (NSC_THEME_PRINT), 238, 0);
      text = nsc_figure_describe (figure);
      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_cmpuint (nsc_scene_get_n_marks (scene), ==, 3);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/distribution/country-titles", test_country_titles);
  g_test_add_func ("/chart/distribution/dominant-country", test_dominant_country);
  g_test_add_func ("/chart/distribution/leader-titles", test_leader_titles);
  g_test_add_func ("/chart/distribution/year-title", test_year_title);
  g_test_add_func ("/chart/distribution/subtitles", test_subtitles);
  g_test_add_func ("/chart/distribution/coverage", test_coverage);
  g_test_add_func ("/chart/distribution/notes", test_notes);
  g_test_add_func ("/chart/distribution/undated", test_undated);
  g_test_add_func ("/chart/distribution/reported", test_reported);
  g_test_add_func ("/chart/distribution/empty", test_empty);
  g_test_add_func ("/chart/distribution/sources", test_sources);
  g_test_add_func ("/chart/distribution/chinese", test_chinese);
  g_test_add_func ("/chart/distribution/extremes", test_extremes);
  return g_test_run ();
}
