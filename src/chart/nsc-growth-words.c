/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-growth-words.h"

#include "nsc-member-words.h"
#include "nsc-sentences.h"

#include "nsc-text.h"
#include "nsc-words.h"

/* ---- title ---- */

/* Nobody can be placed in time. */
static char *
title_without_points (const NscGrowthChart *chart)
{
  const char *language = chart->language;
  g_autofree char *reported = nsc_text_integer (language, chart->coverage.reported);

  if (chart->coverage.reported >= 0 && chart->coverage.as_of != NULL)
    return g_strdup_printf (nsc_words_get_plural (language,
                                                  "%1$s: %2$s member reported (%3$s), no joining date recorded",
                                                  "%1$s: %2$s members reported (%3$s), no joining date recorded",
                                                  (guint64) chart->coverage.reported),
                            chart->initiative, reported, chart->coverage.as_of);
  if (chart->undated > 0 || chart->n_reports > 0)
    return g_strdup_printf (nsc_words_get (language, "%s: no joining date is recorded"), chart->initiative);
  return g_strdup_printf (nsc_words_get (language, "%s: no signatories to show"), chart->initiative);
}

static char *
title_of_points (const NscGrowthChart *chart, const NscGrowthPoint *first, const NscGrowthPoint *last)
{
  const char *language = chart->language;
  g_autofree char *first_count = nsc_text_count (chart->language, first->count);
  g_autofree char *last_count = nsc_text_count (chart->language, last->count);

  if (first == last)
    return g_strdup_printf (nsc_words_get (language, "Members recorded with a joining date: %1$s (%2$s)"), first_count,
                            first->date);
  return g_strdup_printf (nsc_words_get (language, "Members recorded with a joining date: %1$s (%2$s) to %3$s (%4$s)"),
                          first_count, first->date, last_count, last->date);
}

static char *
title_of_both (const NscGrowthChart *chart, const NscGrowthPoint *last)
{
  const char *language = chart->language;
  g_autofree char *recorded = nsc_text_count (language, last->count);
  g_autofree char *reported = nsc_text_integer (language, chart->coverage.reported);

  return g_strdup_printf (nsc_words_get (language, "Members: %1$s reported (%2$s), %3$s recorded with a joining date"),
                          reported, chart->coverage.as_of, recorded);
}

char *
nsc_growth_words_title (const NscGrowthChart *chart)
{
  const NscGrowthPoint *first, *last;

  if (chart->n_points == 0)
    return title_without_points (chart);
  first = chart->points;
  last = chart->points + chart->n_points - 1;
  if (first->day == last->day)
    first = last;
  if (chart->coverage.reported >= 0 && chart->coverage.as_of != NULL)
    return title_of_both (chart, last);
  return title_of_points (chart, first, last);
}

char *
nsc_growth_words_subtitle (const NscGrowthChart *chart)
{
  const char *language = chart->language;
  char *text =
      g_strdup_printf (nsc_words_get (language, "%s, number of members over time: recorded by name, and as reported."),
                       chart->initiative);

  if (chart->as_of == NULL)
    return text;
  return nsc_sentences_join (language, text, g_strdup_printf (nsc_words_get (language, "Up to %s."), chart->as_of));
}

char *
nsc_growth_words_empty (const NscGrowthChart *chart)
{
  const char *language = chart->language;
  g_autofree char *undated = nsc_text_count (chart->language, chart->undated);

  if (chart->undated > 0)
    return g_strdup_printf (
        nsc_words_get_plural (language, "The joining date of the only recorded signatory is not known.",
                              "The joining dates of all %s recorded signatories are not known.", chart->undated),
        undated);
  return nsc_member_words_nobody (language, chart->include_unverified ? 0 : chart->unverified, chart->as_of);
}

/* ---- marks ---- */

char *
nsc_growth_words_point (const NscGrowthChart *chart, const NscGrowthPoint *point)
{
  g_autofree char *count = nsc_text_count (chart->language, point->count);

  return g_strdup_printf (
      nsc_words_get_plural (chart->language, "%1$s: %2$s recorded member", "%1$s: %2$s recorded members", point->count),
      point->date, count);
}

char *
nsc_growth_words_report (const NscGrowthChart *chart, const NscGrowthReport *report)
{
  g_autofree char *count = nsc_text_integer (chart->language, report->count);

  if (report->category != NULL)
    /* Translators: a date, a group such as a country, and the number that others report of it. */
    return g_strdup_printf (nsc_words_get (chart->language, "%1$s, %2$s: %3$s reported"), report->date,
                            report->category, count);
  return g_strdup_printf (nsc_words_get_plural (chart->language, "%1$s: %2$s reported member",
                                                "%1$s: %2$s reported members", (guint64) MAX (report->count, 0)),
                          report->date, count);
}

char *
nsc_growth_words_end (const NscGrowthChart *chart, const NscGrowthPoint *point)
{
  const char *language = chart->language;
  g_autofree char *count = nsc_text_count (chart->language, point->count);

  if (chart->undated > 0)
    return g_strdup_printf (
        nsc_words_get_plural (language, "%s with a known joining date", "%s with a known joining date", point->count),
        count);
  return g_strdup_printf (nsc_words_get_plural (language, "%s recorded", "%s recorded", point->count), count);
}

char *
nsc_growth_words_behind (const NscGrowthChart *chart, const NscGrowthReport *report)
{
  /* Translators: a date or a group that stands behind a number. */
  return g_strdup_printf (nsc_words_get (chart->language, "(%s)"),
                          report->category != NULL ? report->category : report->date);
}

char *
nsc_growth_words_legend (const NscGrowthChart *chart, const char *category)
{
  if (category == NULL)
    return g_strdup (nsc_words_get (chart->language, "reported members"));
  /* Translators: a group such as a country, of which others report numbers. */
  return g_strdup_printf (nsc_words_get (chart->language, "%s, as reported"), category);
}

const char *
nsc_growth_words_axis (const NscGrowthChart *chart)
{
  return nsc_words_get (chart->language, "Members");
}

/* ---- notes ---- */

char *
nsc_growth_words_undated (const char *language, guint64 n)
{
  g_autofree char *undated = nsc_text_count (language, n);

  if (n == 0)
    return NULL;
  return g_strdup_printf (
      nsc_words_get_plural (
          language, "%s recorded signatory without a known joining date is in none of the recorded numbers.",
          "%s recorded signatories without a known joining date are in none of the recorded numbers.", n),
      undated);
}

char *
nsc_growth_words_left_out (const NscGrowthChart *chart)
{
  return chart->include_unverified ? NULL : nsc_member_words_unverified (chart->language, chart->unverified);
}

char *
nsc_growth_words_included (const NscGrowthChart *chart)
{
  return chart->include_unverified ? nsc_member_words_unverified (chart->language, chart->unverified) : NULL;
}

char *
nsc_growth_words_sources (const NscGrowthChart *chart, guint most)
{
  return nsc_source_line_describe (&chart->sources, chart->language, most, chart->n_points > 0 || chart->n_reports > 0);
}
