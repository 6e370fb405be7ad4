/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-diversity-chart.h"
#include "nsc-diversity-words.h"

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
  check_described (&chart, "Tech Accord, signatories by home country. HHI = Σp², H = −Σp ln p, J = H/ln S, with the "
                           "shares p of the S known groups.");
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
  g_test_add_func ("/chart/diversity/chinese", test_chinese);
  return g_test_run ();
}
