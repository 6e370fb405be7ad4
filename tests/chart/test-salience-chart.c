/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-salience-chart.h"
#include "nsc-salience-words.h"

static const NscSaliencePublisher publishers[] = { { "Microsoft", "company" },
                                                   { "UN group", "igo" },
                                                   { "Huawei", "company" } };

static const NscSalienceMark marks[] = { { 5, 2, 1, 1 }, { 1, 0, 2.5, 2 } };
static const NscSalienceRow rows[] = { { "Sovereignty", 11, marks }, { "Privacy", 12, marks } };

static NscSalienceChart
make_chart (const NscSaliencePair *pair)
{
  return (NscSalienceChart) {
    .language = "en",
    .publishers = publishers,
    .n_publishers = 2,
    .rows = rows,
    .n_rows = 2,
    .pairs = pair,
    .n_pairs = 1,
    .seed = 7,
  };
}

static void
check_title (double rho, double p, const char *expected)
{
  const NscSaliencePair pair = { 1, 0, { 12, rho, p, NSC_RANK_PERMUTATION } };
  const NscSalienceChart chart = make_chart (&pair);
  g_autofree char *title = nsc_salience_words_title (&chart);

  g_assert_cmpstr (title, ==, expected);
}

/* The title says no more than rho and its chance do. */
static void
test_titles (void)
{
  check_title (0.8, 0.01, "Issues that the UN group mentions more Microsoft mentions more as well");
  check_title (-0.8, 0.01, "Issues that the UN group mentions more Microsoft mentions less");
  check_title (0.8, 0.13, "The UN group and Microsoft rank issues alike, though no more than chance might");
  check_title (-0.8, 0.13, "The UN group and Microsoft rank issues in opposite ways, though no more than chance might");
  check_title (0.1, 0.6, "How often the UN group mentions an issue tells little of how often Microsoft does");
  check_title (0.1, 0.001, "How often the UN group mentions an issue tells little of how often Microsoft does");
}

static void
check_pair (const NscSaliencePair *pair, const char *expected)
{
  const NscSalienceChart chart = make_chart (pair);
  g_autofree char *words = nsc_salience_words_pair (&chart, pair);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_pairs (void)
{
  check_pair (
      &(NscSaliencePair) { 0, 1, { 6, -0.3, 0.125, NSC_RANK_EXACT } },
      "Microsoft and the UN group: Spearman’s rho of the ranks of 6 issues is −0.30 (p = 0.12, of all orders).");
  check_pair (&(NscSaliencePair) { 0, 1, { 1200, 0.9, 0.00001, NSC_RANK_PERMUTATION } },
              "Microsoft and the UN group: Spearman’s rho of the ranks of 1,200 issues is 0.90 (p = 0.00001, of 99,999 "
              "random orders, seed 7).");
  check_pair (&(NscSaliencePair) { 0, 1, { 2, 0, 0, NSC_RANK_UNDEFINED } }, NULL);
}

static void
test_others (void)
{
  const NscSaliencePair pairs[] = { { 0, 1, { 2, 0, 0, NSC_RANK_UNDEFINED } },
                                    { 0, 2, { 2, 0, 0, NSC_RANK_UNDEFINED } } };
  NscSalienceChart chart = make_chart (pairs);
  g_autofree char *one = nsc_salience_words_title (&chart);
  g_autofree char *mark = nsc_salience_words_mark (&chart, &rows[0], 0);
  g_autofree char *single = nsc_salience_words_mark (&chart, &rows[0], 1);
  g_autofree char *three = NULL;

  chart.n_publishers = 3;
  chart.n_pairs = 2;
  three = nsc_salience_words_title (&chart);
  g_assert_cmpstr (one, ==, "How often 2 publishers mention 2 issues");
  g_assert_cmpstr (three, ==, "How often 3 publishers mention 2 issues");
  g_assert_cmpstr (mark, ==, "Sovereignty: Microsoft, 5 mentions; documents named: 2");
  g_assert_cmpstr (single, ==, "Sovereignty: UN group, 1 mention; documents named: 0");
}

static void
check_empty (const NscSalienceChart *chart, const char *expected)
{
  g_autoptr (NscFigure) figure = nsc_salience_chart_new (chart);

  g_assert_cmpstr (nsc_figure_get_empty (figure), ==, expected);
  g_assert_cmpstr (nsc_figure_get_title (figure), ==, "No mentions of issues to show");
}

static void
test_empty (void)
{
  NscSalienceChart chart = make_chart (NULL);

  chart.n_rows = chart.n_pairs = 0;
  check_empty (&chart, "No mentions by these publishers are recorded.");
  chart.as_of = "2010";
  check_empty (&chart, "No mentions by these publishers are recorded up to 2010.");
  chart.undated = 1;
  check_empty (&chart, "The recorded mentions have no date.");
  chart.unverified = 1;
  check_empty (&chart, "The recorded mentions are unverified. Include unverified records to see them.");
}

static void
test_notes (void)
{
  const NscSaliencePair pair = { 0, 1, { 6, 0.5, 0.5, NSC_RANK_EXACT } };
  NscSalienceChart chart = make_chart (&pair);
  g_autoptr (NscFigure) figure = NULL;
  g_autofree char *words = NULL;

  chart.unverified = 2;
  chart.undated = 1;
  chart.parent = "Arms control";
  chart.as_of = "2017";
  figure = nsc_salience_chart_new (&chart);
  words = nsc_figure_describe (figure);
  g_assert_nonnull (strstr (words, "Agreement. Microsoft and the UN group"));
  g_assert_nonnull (strstr (words, "Left out. 2 unverified mentions. 1 mention without a date."));
  g_assert_nonnull (strstr (words, "Issues of this group: Arms control. Records up to 2017."));
  g_assert_nonnull (strstr (words, "Caution. How often"));
  g_assert_nonnull (strstr (words, "Source: not stated."));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/salience/titles", test_titles);
  g_test_add_func ("/chart/salience/pairs", test_pairs);
  g_test_add_func ("/chart/salience/others", test_others);
  g_test_add_func ("/chart/salience/empty", test_empty);
  g_test_add_func ("/chart/salience/notes", test_notes);
  return g_test_run ();
}
