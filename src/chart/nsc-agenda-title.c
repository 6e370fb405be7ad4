/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-agenda-words.h"

#include "nsc-mention-words.h"
#include "nsc-publisher-words.h"
#include "nsc-text.h"
#include "nsc-words.h"

static char *
title_without_shared (const NscAgendaChart *chart)
{
  g_autofree char *first = nsc_agenda_words_start (chart, NSC_AGENDA_FIRST);
  g_autofree char *second = nsc_agenda_words_name (chart, NSC_AGENDA_SECOND);
  g_autofree char *rows = nsc_text_count (chart->language, chart->n_rows);

  if (chart->n_rows == 0)
    return g_strdup_printf (nsc_words_get (chart->language, "%1$s and %2$s: no issues to show"), first, second);
  return g_strdup_printf (nsc_words_get_plural (chart->language, "%1$s and %2$s do not share the %3$s recorded issue",
                                                "%1$s and %2$s share none of the %3$s recorded issues", chart->n_rows),
                          first, second, rows);
}

/* One of them was first with all that both raised. */
static char *
title_of_all (const NscAgendaChart *chart, NscAgendaSide leader)
{
  const char *language = chart->language;
  guint64 shared = chart->summary->shared;
  g_autofree char *first = nsc_agenda_words_start (chart, leader);
  g_autofree char *second =
      nsc_agenda_words_name (chart, leader == NSC_AGENDA_FIRST ? NSC_AGENDA_SECOND : NSC_AGENDA_FIRST);
  g_autofree char *count = nsc_publisher_words_number (language, shared);
  guint64 n = shared;

  if (shared == 2 && chart->n_rows == 2)
    return g_strdup_printf (nsc_words_get (language, "%1$s raised both recorded issues before %2$s did"), first,
                            second);
  if (shared == 2)
    return g_strdup_printf (nsc_words_get (language, "%1$s raised both shared issues before %2$s did"), first, second);
  if (chart->n_rows == shared)
    return g_strdup_printf (nsc_words_get_plural (language, "%1$s raised the %3$s recorded issue before %2$s did",
                                                  "%1$s raised all %3$s recorded issues before %2$s did", n),
                            first, second, count);
  return g_strdup_printf (nsc_words_get_plural (language, "%1$s raised the %3$s shared issue before %2$s did",
                                                "%1$s raised all %3$s shared issues before %2$s did", n),
                          first, second, count);
}

static char *
title_of_ties (const NscAgendaChart *chart)
{
  g_autofree char *first = nsc_agenda_words_start (chart, NSC_AGENDA_FIRST);
  g_autofree char *second = nsc_agenda_words_name (chart, NSC_AGENDA_SECOND);
  g_autofree char *count = nsc_publisher_words_number (chart->language, chart->summary->shared);

  return g_strdup_printf (nsc_words_get_plural (chart->language,
                                                "%1$s and %2$s raised the %3$s shared issue in the same year",
                                                "%1$s and %2$s raised each of the %3$s shared issues in the same year",
                                                chart->summary->shared),
                          first, second, count);
}

char *
nsc_agenda_words_title (const NscAgendaChart *chart)
{
  const NscAgendaSummary *summary = chart->summary;
  NscAgendaSide leader = summary->first_leads >= summary->second_leads ? NSC_AGENDA_FIRST : NSC_AGENDA_SECOND;
  guint64 leads = MAX (summary->first_leads, summary->second_leads);
  g_autofree char *first = nsc_agenda_words_start (chart, leader);
  g_autofree char *second = nsc_agenda_words_name (chart, NSC_AGENDA_SECOND);
  g_autofree char *led = nsc_text_count (chart->language, leads);
  g_autofree char *shared = nsc_text_count (chart->language, summary->shared);
  guint64 n = summary->shared;

  if (summary->shared == 0)
    return title_without_shared (chart);
  if (summary->ties == summary->shared)
    return title_of_ties (chart);
  if (leads == summary->shared)
    return title_of_all (chart, leader);
  if (summary->first_leads == summary->second_leads)
    return g_strdup_printf (nsc_words_get_plural (chart->language,
                                                  "%1$s and %2$s were each first with %3$s of %4$s shared issue",
                                                  "%1$s and %2$s were each first with %3$s of %4$s shared issues", n),
                            first, second, led, shared);
  return g_strdup_printf (nsc_words_get_plural (chart->language, "%1$s raised %2$s of %3$s shared issue first",
                                                "%1$s raised %2$s of %3$s shared issues first", n),
                          first, led, shared);
}

/* ---- second line ---- */

/* The years over which there is anything to see. */
static gboolean
find_years (const NscAgendaChart *chart, guint *from, guint *to)
{
  *from = G_MAXUINT;
  *to = 0;
  for (guint i = 0; i < chart->n_rows; i++)
    for (guint side = 0; side < NSC_AGENDA_SIDES; side++)
      {
        const NscAgendaRow *row = &chart->rows[i];
        guint n = row->n_marks[side];

        if (n == 0)
          continue;
        *from = MIN (*from, row->marks[side][0].year);
        *to = MAX (*to, row->marks[side][n - 1].year);
      }
  return *to != 0;
}

static char *
measure (const NscAgendaChart *chart)
{
  guint from, to;

  if (!find_years (chart, &from, &to))
    return NULL;
  if (from == to)
    return g_strdup_printf (
        nsc_words_get (chart->language, "Years in which each publisher is recorded as mentioning an issue: %u."), from);
  return g_strdup_printf (
      nsc_words_get (chart->language, "Years in which each publisher is recorded as mentioning an issue, %1$u–%2$u."),
      from, to);
}

char *
nsc_agenda_words_subtitle (const NscAgendaChart *chart)
{
  char *text = nsc_mention_words_scope (chart->language, measure (chart), chart->parent, chart->as_of);

  return text != NULL ? text : g_strdup ("");
}
