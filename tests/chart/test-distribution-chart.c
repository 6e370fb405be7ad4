/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution-chart.h"
#include "nsc-distribution-words.h"

#include "nsc-scene.h"

#include <string.h>

static const char *const sources[] = { "Founders’ list, 2018-04-17.", "Press", NULL };

/* The Tech Accord outside the United States, shortened. */
static const NscDistributionBar bars[] = {
  { NSC_BAR_KNOWN, "Germany", 4, -1, 1 }, { NSC_BAR_KNOWN, "Japan", 4, -1, 2 }, { NSC_BAR_KNOWN, "Chile", 2, -1, 3 },
  { NSC_BAR_KNOWN, "Italy", 1, -1, 4 },   { NSC_BAR_UNKNOWN, "", 2, -1, 5 },
};

static NscDistributionPanel
make_panel (void)
{
  return (NscDistributionPanel) {
    .initiative = "Tech Accord",
    .bars = bars,
    .n_bars = G_N_ELEMENTS (bars),
    .total = 13,
    .coverage = { .recorded = 54, .reported = -1 },
  };
}

static NscDistributionChart
make_chart (const NscDistributionPanel *panel)
{
  return (NscDistributionChart) {
    .language = "en",
    .panels = panel,
    .n_panels = 1,
    .by = NSC_DIMENSION_COUNTRY,
    .sources = { sources, 0 },
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
  NscDistributionPanel panel = make_panel ();
  NscDistributionChart chart = make_chart (&panel);

  check_title (&chart, "11 recorded signatories from 4 countries");
  chart.excluded_country = "United States";
  panel.excluded = 41;
  check_title (&chart, "11 recorded signatories from 4 countries outside the United States");
  panel.n_bars = 1;
  panel.total = 4;
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
  NscDistributionPanel panel = make_panel ();
  NscDistributionChart chart = make_chart (&panel);

  panel.bars = accord;
  panel.n_bars = 5;
  panel.total = 54;
  check_title (&chart, "41 of 54 recorded signatories are from the United States, 8 from 2 other countries");
}

static void
test_leader_titles (void)
{
  const NscDistributionBar roles[] = {
    { NSC_BAR_KNOWN, "Private sector", 706, -1, 1 },
    { NSC_BAR_KNOWN, "Civil society", 391, -1, 2 },
  };
  NscDistributionPanel panel = make_panel ();
  NscDistributionChart chart = make_chart (&panel);

  chart.by = NSC_DIMENSION_ROLE;
  panel.bars = roles;
  panel.n_bars = 2;
  panel.total = 1221;
  check_title (&chart, "Private sector is the most frequent role, with 706 of 1,221 recorded signatories");

  chart.by = NSC_DIMENSION_KIND;
  panel.n_bars = 1;
  panel.total = 706;
  check_title (&chart, "All 706 recorded signatories belong to one group: Private sector");

  panel = make_panel ();
  chart = make_chart (&panel);
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
  NscDistributionPanel panel = make_panel ();
  NscDistributionChart chart = make_chart (&panel);

  chart.by = NSC_DIMENSION_YEAR;
  panel.bars = years;
  panel.n_bars = 4;
  panel.total = 89;
  check_title (&chart, "34 of 89 recorded signatories are known to have joined in 2018, more than in any other year");
}

static void
test_subtitles (void)
{
  NscDistributionPanel panel = make_panel ();
  NscDistributionChart chart = make_chart (&panel);

  check_subtitle (&chart, "Tech Accord, signatories by home country. "
                          "Number, and share of the 13 recorded signatories.");
  chart.excluded_country = "Netherlands";
  chart.as_of = "2020-01-01";
  check_subtitle (&chart, "Tech Accord, signatories by home country. Members as of 2020-01-01. "
                          "Number, and share of the 13 recorded signatories outside the Netherlands.");
  panel.coverage.reported = 161;
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
  NscDistributionPanel panel = make_panel ();
  NscDistributionChart chart = make_chart (&panel);

  check_note (&chart, "Coverage.", NULL);
  panel.coverage.recorded = 90;
  panel.coverage.reported = 161;
  check_note (&chart, "Coverage.", "90 of 161 reported signatories are recorded by name.");
  panel.coverage.as_of = "2023-08";
  check_note (&chart, "Coverage.", "90 of 161 reported signatories are recorded by name (2023-08).");
  panel.coverage.recorded = 1221;
  panel.coverage.reported = 1213;
  check_note (&chart, "Coverage.", "1,221 signatories are recorded by name; 1,213 were reported (2023-08).");
  panel.coverage.recorded = 1;
  check_note (&chart, "Coverage.", "1 of 1,213 reported signatories is recorded by name (2023-08).");

  g_assert_true (nsc_coverage_is_low (&(const NscCoverage) { 90, 161, NULL }));
  g_assert_true (nsc_coverage_is_low (&(const NscCoverage) { 79, 100, NULL }));
  g_assert_false (nsc_coverage_is_low (&(const NscCoverage) { 80, 100, NULL }));
  g_assert_false (nsc_coverage_is_low (&(const NscCoverage) { 5, -1, NULL }));
  g_assert_false (nsc_coverage_is_low (&(const NscCoverage) { 0, 0, NULL }));
}

static void
test_notes (void)
{
  NscDistributionPanel panel = make_panel ();
  NscDistributionChart chart = make_chart (&panel);

  check_note (&chart, "Left out.", NULL);
  check_note (&chart, "Outlined.", "2 signatories whose home country is not known.");
  panel.unverified = 11;
  check_note (&chart, "Left out.", "11 signatories known only from unverified records.");
  chart.excluded_country = "United States";
  panel.excluded = 1;
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
  NscDistributionPanel panel = make_panel ();
  NscDistributionChart chart = make_chart (&panel);
  g_autoptr (NscFigure) figure = NULL;
  g_autofree char *text = NULL;

  panel.bars = with_undated;
  panel.n_bars = 3;
  panel.total = 5;
  chart.as_of = "2019";
  check_note (&chart, "Outlined.",
              "1 signatory whose home country is not known. "
              "54 signatories without a known joining date, not part of the base.");
  figure = nsc_distribution_chart_new (&chart);
  text = nsc_figure_describe (figure);
  g_assert_nonnull (strstr (text, "Germany: 4 signatories, 80.0%\n"));
  g_assert_nonnull (strstr (text, "Unknown: 1 signatory, 20.0%\n"));
  g_assert_nonnull (strstr (text, "Joining date unknown: 54 signatories, not part of the base\n"));
  panel.bars = with_undated + 2;
  panel.n_bars = 1;
  panel.total = 0;
  check_title (&chart, "Tech Accord: nobody is known to have been a member as of 2019");
}

static void
test_reported (void)
{
  const NscDistributionBar accord[] = { { NSC_BAR_KNOWN, "United States", 41, 101, 7 } };
  NscDistributionPanel panel = make_panel ();
  NscDistributionChart chart = make_chart (&panel);
  g_autoptr (NscFigure) low = NULL, high = NULL;
  g_autoptr (NscScene) scene = NULL;
  g_autofree char *low_text = NULL, *high_text = NULL;

  panel.bars = accord;
  panel.n_bars = 1;
  panel.total = 90;
  panel.coverage.recorded = 90;
  panel.coverage.reported = 161;
  low = nsc_distribution_chart_new (&chart);
  low_text = nsc_figure_describe (low);
  g_assert_nonnull (strstr (low_text, "United States: 41 signatories, 45.6%; 101 reported\n"));
  scene = nsc_scene_new (low, nsc_theme_get (NSC_THEME_PRINT), 238, 0);
  g_assert_cmpint (nsc_scene_find (scene, 7), ==, 0);
  g_assert_cmpstr (nsc_scene_get_mark (scene, 0)->name, ==, "United States: 41 signatories, 45.6%; 101 reported");

  /* Where most are recorded, the reported total of a group says nothing more. */
  panel.coverage.reported = 95;
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
  NscDistributionPanel panel = make_panel ();
  NscDistributionChart chart = make_chart (&panel);

  panel.n_bars = 0;
  panel.total = 0;
  panel.coverage.recorded = 0;
  chart.sources.sources = NULL;
  check_title (&chart, "Tech Accord: no signatories to show");
  check_subtitle (&chart, "Tech Accord, signatories by home country.");
  check_empty (&chart, "No signatories are recorded yet.");
  chart.as_of = "2001";
  check_empty (&chart, "Nobody is recorded as a member as of 2001.");
  panel.unverified = 3;
  check_empty (&chart, "The records of all 3 signatories are unverified. Include unverified records to see them.");
  chart.excluded_country = "United States";
  panel.excluded = 3;
  check_empty (&chart, "All recorded signatories are from the United States, which is left out.");
}

static void
check_sources (const NscDistributionChart *chart, const char *expected)
{
  g_autoptr (NscFigure) figure = nsc_distribution_chart_new (chart);

  g_assert_cmpstr (nsc_figure_get_source (figure), ==, expected);
}

static void
check_brief (const NscDistributionChart *chart, const char *expected)
{
  g_autofree char *line = nsc_source_line_describe (&chart->sources, chart->language, 1, TRUE);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_sources (void)
{
  const char *const one[] = { "A list", NULL };
  NscDistributionPanel panel = make_panel ();
  NscDistributionChart chart = make_chart (&panel);

  check_sources (&chart, "Sources: Founders’ list, 2018-04-17; Press.");
  chart.sources.n_more = 5;
  check_sources (&chart, "Sources: Founders’ list, 2018-04-17; Press; and 5 more.");
  /* A number that is not known is not told, of the short line neither. */
  chart.sources.uncounted = TRUE;
  check_sources (&chart, "Sources: Founders’ list, 2018-04-17; Press; and more.");
  check_brief (&chart, "Sources: Founders’ list, 2018-04-17; and more.");
  chart.sources.uncounted = FALSE;
  chart.sources.sources = one;
  chart.sources.n_more = 0;
  check_sources (&chart, "Source: A list.");
  chart.sources.sources = NULL;
  check_sources (&chart, "Source: not stated.");
}

static const NscDistributionBar accord_bars[] = {
  { NSC_BAR_KNOWN, "United States", 41, 101, 1 },
  { NSC_BAR_KNOWN, "Germany", 4, -1, 2 },
  { NSC_BAR_UNKNOWN, NULL, 2, -1, 3 },
};
static const NscDistributionBar charter_bars[] = {
  { NSC_BAR_KNOWN, "Germany", 4, -1, 4 },
  { NSC_BAR_KNOWN, "United States", 3, -1, 5 },
};

/* Several initiatives: each with its own coverage, its own base and its name before what is said of it. */
static void
test_several (void)
{
  NscDistributionPanel panels[] = {
    { "Tech Accord", accord_bars, 3, 47, 0, 11, { 90, 161, "2023-08" } },
    { "Charter of Trust", charter_bars, 2, 7, 1, 0, { 17, 17, "2022" } },
  };
  NscDistributionChart chart = make_chart (panels);
  g_autofree char *bar = NULL, *undominated = NULL;
  g_autoptr (NscFigure) figure = NULL;

  chart.n_panels = 2;
  check_title (&chart, "The most frequent home country of recorded signatories differs among 2 initiatives");
  check_subtitle (&chart, "Signatories by home country: Tech Accord, Charter of Trust. "
                          "Number, and share of the recorded signatories of each.");
  check_note (&chart, "Coverage.",
              "Tech Accord: 90 of 161 reported signatories are recorded by name (2023-08). "
              "Charter of Trust: 17 of 17 reported signatories are recorded by name (2022).");
  check_note (&chart, "Left out.", "Tech Accord: 11 signatories known only from unverified records.");
  check_note (&chart, "Outlined.", "Tech Accord: 2 signatories whose home country is not known.");
  bar = nsc_distribution_words_bar (&chart, &panels[0], &accord_bars[0]);
  g_assert_cmpstr (bar, ==, "Tech Accord, United States: 41 signatories, 87.2%; 101 reported");
  undominated = nsc_distribution_words_bar (&chart, &panels[1], &charter_bars[0]);
  g_assert_cmpstr (undominated, ==, "Charter of Trust, Germany: 4 signatories, 57.1%");

  panels[1].bars = charter_bars + 1;
  panels[1].n_bars = 1;
  check_title (&chart, "In all 2 initiatives, the most frequent home country of recorded signatories is the United "
                       "States");
  panels[1].bars = bars;
  panels[1].n_bars = G_N_ELEMENTS (bars);
  check_title (&chart, "Recorded signatories of 2 initiatives by home country");
  chart.by = NSC_DIMENSION_YEAR;
  check_title (&chart, "Recorded signatories of 2 initiatives by year of joining");
  chart.excluded_country = "Netherlands";
  check_subtitle (&chart, "Signatories by year of joining: Tech Accord, Charter of Trust. "
                          "Number, and share of the recorded signatories of each outside the Netherlands.");
  panels[0].n_bars = panels[1].n_bars = 0;
  panels[0].total = panels[1].total = 0;
  figure = nsc_distribution_chart_new (&chart);
  g_assert_cmpstr (nsc_figure_get_title (figure), ==, "No signatories to show of 2 initiatives");
  g_assert_cmpstr (nsc_figure_get_empty (figure), ==, "None of these initiatives has a signatory to show.");
}

static void
test_cumulative (void)
{
  const NscDistributionBar years[] = {
    { NSC_BAR_KNOWN, "2018", 35, -1, 1 },
    { NSC_BAR_KNOWN, "2019", 35, -1, 2 },
    { NSC_BAR_KNOWN, "2020", 36, -1, 3 },
    { NSC_BAR_UNDATED, NULL, 54, -1, 4 },
  };
  NscDistributionPanel panel = make_panel ();
  NscDistributionChart chart = make_chart (&panel);

  chart.by = NSC_DIMENSION_YEAR;
  chart.cumulative = TRUE;
  panel.bars = years;
  panel.n_bars = 4;
  panel.total = 36;
  check_title (&chart, "Members whose joining date is recorded: 35 at the end of 2018, 36 at the end of 2020");
  check_subtitle (&chart, "Tech Accord, members at the end of each year. "
                          "Number, and share of the 36 signatories whose joining date is recorded.");
  check_note (&chart, "Outlined.", "54 signatories without a known joining date, not part of the base.");
  chart.as_of = "2020-03";
  check_title (&chart, "Members whose joining date is recorded: 35 at the end of 2018, 36 as of 2020-03");
  check_subtitle (&chart, "Tech Accord, members at the end of each year. Up to 2020-03. "
                          "Number, and share of the 36 signatories whose joining date is recorded.");
  panel.n_bars = 1;
  check_title (&chart, "Members whose joining date is recorded: 35 as of 2020-03");
  chart.as_of = NULL;
  check_title (&chart, "Members whose joining date is recorded: 35 at the end of 2018");
  panel.bars = years + 3;
  panel.total = 0;
  check_title (&chart, "Tech Accord: no joining date is recorded");
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
    for (guint variant = 0; variant < 128; variant++)
      {
        guint start = starts[variant % 3];
        const NscDistributionPanel panel = {
          .initiative = "技术协议",
          .bars = chinese_bars + start,
          .n_bars = variant % 32 >= 21 ? 0 : G_N_ELEMENTS (chinese_bars) - start,
          .total = variant % 32 >= 21 ? 0 : 11,
          .excluded = variant & 4 ? 41 : 0,
          .unverified = 11,
          .coverage = { 52, variant & 8 ? 161 : 50, variant & 2 ? "2023-08" : NULL },
        };
        const NscDistributionPanel panels[] = { panel, panel };
        const NscDistributionChart chart = {
          .language = "zh_CN",
          .panels = panels,
          .n_panels = variant & 32 ? 2 : 1,
          .by = by,
          .cumulative = by == NSC_DIMENSION_YEAR && variant & 64,
          .excluded_country = variant & 4 ? "美国" : NULL,
          .include_unverified = variant % 2 == 0,
          .as_of = variant & 16 ? "2019" : NULL,
          .sources = { chinese_sources, variant & 8 ? 5 : 0 },
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
  NscDistributionPanel panel = make_panel ();
  NscDistributionChart chart = make_chart (&panel);

  panel.bars = odd;
  panel.n_bars = G_N_ELEMENTS (odd);
  panel.total = G_MAXUINT64;
  panel.coverage.recorded = 1;
  panel.coverage.reported = G_MAXINT64;
  chart.sources.sources = odd_sources;
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
  g_test_add_func ("/chart/distribution/several", test_several);
  g_test_add_func ("/chart/distribution/cumulative", test_cumulative);
  g_test_add_func ("/chart/distribution/chinese", test_chinese);
  g_test_add_func ("/chart/distribution/extremes", test_extremes);
  return g_test_run ();
}
