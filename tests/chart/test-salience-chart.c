/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-salience-chart.h"
#include "nsc-salience-words.h"
#include "scene-ink.h"

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
  check_title (0.8, 0.01, "The more often the UN group mentions an issue, the more often Microsoft does too");
  check_title (-0.8, 0.01, "The more often the UN group mentions an issue, the less often Microsoft does");
  check_title (0.8, 0.13, "The UN group and Microsoft rank issues similarly, but this could be chance");
  check_title (-0.8, 0.13, "The UN group and Microsoft rank issues in opposite orders, but this could be chance");
  check_title (0.1, 0.6, "How often the UN group mentions an issue says little about how often Microsoft does");
  check_title (0.1, 0.001, "How often the UN group mentions an issue says little about how often Microsoft does");
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
  check_pair (&(NscSaliencePair) { 0, 1, { 6, -0.3, 0.125, NSC_RANK_EXACT } },
              "Microsoft and the UN group: Spearman’s rho over 6 issues is −0.30 (p\u00a0=\u00a00.12, exact "
              "permutation test).");
  check_pair (
      &(NscSaliencePair) { 0, 1, { 1200, 0.9, 0.00001, NSC_RANK_PERMUTATION } },
      "Microsoft and the UN group: Spearman’s rho over 1,200 issues is 0.90 (p\u00a0=\u00a00.00001, permutation test "
      "with 99,999 random orders, seed 7).");
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

/* ---- marks ---- */

/* Three publishers: apart, two alike, all alike; the keys of the rows are 11 to 13. */
static const NscSalienceMark apart[] = { { 5, 2, 1, 1 }, { 1, 0, 2, 2 }, { 3, 0, 2, 3 } };
static const NscSalienceMark pair_alike[] = { { 2, 2, 1, 4 }, { 4, 0, 2, 5 }, { 2, 0, 2, 6 } };
static const NscSalienceMark all_alike[] = { { 4, 2, 1, 7 }, { 4, 0, 2, 8 }, { 4, 0, 2, 9 } };
static const NscSalienceRow three[] = { { "Sovereignty", 11, apart },
                                        { "Privacy", 12, pair_alike },
                                        { "Attribution", 13, all_alike } };

static NscScene *
lay_out (NscThemeName theme, double width, double height)
{
  NscSalienceChart chart = make_chart (NULL);
  g_autoptr (NscFigure) figure = NULL;

  chart.n_publishers = 3;
  chart.n_pairs = 0;
  chart.rows = three;
  chart.n_rows = G_N_ELEMENTS (three);
  figure = nsc_salience_chart_new (&chart);
  return nsc_scene_new (figure, nsc_theme_get (theme), width, height);
}

static const NscSceneMark *
mark_of (const NscScene *scene, gint64 key)
{
  int index = nsc_scene_find (scene, key);

  g_assert_cmpint (index, >=, 0);
  return nsc_scene_get_mark (scene, (guint) index);
}

static double
middle_of (const NscScene *scene, gint64 key)
{
  return mark_of (scene, key)->x + mark_of (scene, key)->width / 2;
}

static double
center_of (const NscScene *scene, gint64 key)
{
  return mark_of (scene, key)->y + mark_of (scene, key)->height / 2;
}

/* Dots stand at their counts, and each row and dot has its key. */
static void
check_counts (const NscScene *scene)
{
  double one = middle_of (scene, 2), mention = (middle_of (scene, 1) - one) / 4;

  g_assert_cmpuint (nsc_scene_get_n_marks (scene), ==, 12);
  g_assert_cmpfloat (mention, >, 10);
  for (guint i = 0; i < G_N_ELEMENTS (three); i++)
    {
      mark_of (scene, three[i].key);
      for (guint j = 0; j < 3; j++)
        g_assert_cmpfloat_with_epsilon (middle_of (scene, three[i].marks[j].key),
                                        one + ((double) three[i].marks[j].mentions - 1) * mention, 0.01);
    }
}

/* Dots of equal counts stand one below the other and on no other, about the line of their row; the rest on it. */
static void
check_stacks (const NscScene *scene)
{
  double line = center_of (scene, 8);

  g_assert_cmpfloat_with_epsilon (center_of (scene, 1), center_of (scene, 2), 0.01);
  g_assert_cmpfloat_with_epsilon (center_of (scene, 1), center_of (scene, 3), 0.01);
  g_assert_cmpfloat_with_epsilon ((center_of (scene, 4) + center_of (scene, 6)) / 2, center_of (scene, 5), 0.01);
  g_assert_cmpfloat_with_epsilon (line - center_of (scene, 7), center_of (scene, 9) - line, 0.01);
  for (gint64 upper = 1; upper <= 9; upper++)
    for (gint64 lower = upper + 1; lower <= 9; lower++)
      {
        const NscSceneMark *a = mark_of (scene, upper), *b = mark_of (scene, lower);

        g_assert_true (a->x + a->width <= b->x || b->x + b->width <= a->x || a->y + a->height <= b->y ||
                       b->y + b->height <= a->y);
      }
}

static void
test_dots (void)
{
  const double widths[] = { 238, 493, 960 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gboolean is_slide = widths[i] > 900;
      g_autoptr (NscScene) scene =
          lay_out (is_slide ? NSC_THEME_SLIDE : NSC_THEME_PRINT, widths[i], is_slide ? 540 : 0);

      check_counts (scene);
      check_stacks (scene);
      scene_ink_check (scene);
    }
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
  g_test_add_func ("/chart/salience/dots", test_dots);
  return g_test_run ();
}
