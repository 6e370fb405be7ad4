/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-agenda-words.h"

#include "nsc-mention-words.h"
#include "nsc-publisher-words.h"
#include "nsc-sentences.h"
#include "nsc-text.h"
#include "nsc-words.h"

char *
nsc_agenda_words_name (const NscAgendaChart *chart, NscAgendaSide side)
{
  return nsc_publisher_words_name (chart->language, chart->publishers[side].name, chart->publishers[side].kind);
}

char *
nsc_agenda_words_start (const NscAgendaChart *chart, NscAgendaSide side)
{
  return nsc_publisher_words_start (chart->language, chart->publishers[side].name, chart->publishers[side].kind);
}

/* Takes SENTENCE over, which may be NULL. */
static void
add_sentence (const NscAgendaChart *chart, char **text, char *sentence)
{
  *text = nsc_sentences_join (chart->language, *text, sentence);
}

static guint64
count_unverified (const NscAgendaChart *chart)
{
  return chart->publishers[NSC_AGENDA_FIRST].unverified + chart->publishers[NSC_AGENDA_SECOND].unverified;
}

static guint64
count_undated (const NscAgendaChart *chart)
{
  return chart->publishers[NSC_AGENDA_FIRST].undated + chart->publishers[NSC_AGENDA_SECOND].undated;
}

char *
nsc_agenda_words_empty (const NscAgendaChart *chart)
{
  g_autofree char *first = nsc_agenda_words_name (chart, NSC_AGENDA_FIRST);
  g_autofree char *second = nsc_agenda_words_name (chart, NSC_AGENDA_SECOND);
  char *hidden = nsc_mention_words_hidden (chart->language, chart->include_unverified ? 0 : count_unverified (chart),
                                           count_undated (chart));

  if (hidden != NULL)
    return hidden;
  if (chart->as_of != NULL)
    return g_strdup_printf (nsc_words_get (chart->language, "No mentions by %1$s or %2$s are recorded up to %3$s."),
                            first, second, chart->as_of);
  return g_strdup_printf (nsc_words_get (chart->language, "No mentions by %1$s or %2$s are recorded."), first, second);
}

/* ---- notes ---- */

static char *
issues_led (const NscAgendaChart *chart, NscAgendaSide side, guint64 leads)
{
  g_autofree char *name = nsc_agenda_words_start (chart, side);
  g_autofree char *led = nsc_text_count (chart->language, leads);
  g_autofree char *shared = nsc_text_count (chart->language, chart->summary->shared);

  if (leads == 0)
    return NULL;
  return g_strdup_printf (nsc_words_get_plural (chart->language, "%1$s was first with %2$s of %3$s shared issue.",
                                                "%1$s was first with %2$s of %3$s shared issues.",
                                                chart->summary->shared),
                          name, led, shared);
}

static char *
issues_tied (const NscAgendaChart *chart)
{
  g_autofree char *tied = nsc_text_count (chart->language, chart->summary->ties);
  g_autofree char *shared = nsc_text_count (chart->language, chart->summary->shared);

  if (chart->summary->ties == 0)
    return NULL;
  return g_strdup_printf (
      nsc_words_get_plural (chart->language, "%1$s of %2$s shared issues was raised by both in the same year.",
                            "%1$s of %2$s shared issues were raised by both in the same year.", chart->summary->ties),
      tied, shared);
}

static char *
issues_alone (const NscAgendaChart *chart, NscAgendaSide side, guint64 only)
{
  g_autofree char *name = nsc_agenda_words_name (chart, side);
  g_autofree char *count = nsc_text_count (chart->language, only);

  if (only == 0)
    return NULL;
  return g_strdup_printf (nsc_words_get_plural (chart->language, "%1$s issue is recorded for %2$s only.",
                                                "%1$s issues are recorded for %2$s only.", only),
                          count, name);
}

char *
nsc_agenda_words_issues (const NscAgendaChart *chart)
{
  const NscAgendaSummary *summary = chart->summary;
  char *text = NULL;

  add_sentence (chart, &text, issues_led (chart, NSC_AGENDA_FIRST, summary->first_leads));
  add_sentence (chart, &text, issues_led (chart, NSC_AGENDA_SECOND, summary->second_leads));
  add_sentence (chart, &text, issues_tied (chart));
  add_sentence (chart, &text, issues_alone (chart, NSC_AGENDA_FIRST, summary->first_only));
  add_sentence (chart, &text, issues_alone (chart, NSC_AGENDA_SECOND, summary->second_only));
  return text;
}

static char *
documents_of (const NscAgendaChart *chart, NscAgendaSide side)
{
  const NscAgendaPublisher *publisher = &chart->publishers[side];
  g_autofree char *name = nsc_agenda_words_start (chart, side);
  g_autofree char *count = NULL;
  guint64 n = 0;

  for (guint i = 0; i < publisher->n_documents; i++)
    n += publisher->documents[i].count;
  count = nsc_text_count (chart->language, n);
  if (n == 0)
    return g_strdup_printf (nsc_words_get (chart->language, "%s: no dated documents are recorded."), name);
  if (publisher->n_documents == 1)
    return g_strdup_printf (nsc_words_get_plural (chart->language, "%1$s: %2$s dated document, %3$u.",
                                                  "%1$s: %2$s dated documents, %3$u.", n),
                            name, count, publisher->documents[0].year);
  return g_strdup_printf (nsc_words_get_plural (chart->language, "%1$s: %2$s dated document, %3$u–%4$u.",
                                                "%1$s: %2$s dated documents, %3$u–%4$u.", n),
                          name, count, publisher->documents[0].year,
                          publisher->documents[publisher->n_documents - 1].year);
}

char *
nsc_agenda_words_documents (const NscAgendaChart *chart)
{
  char *text = NULL;

  if (chart->n_rows == 0)
    return NULL;
  add_sentence (chart, &text, documents_of (chart, NSC_AGENDA_FIRST));
  add_sentence (chart, &text, documents_of (chart, NSC_AGENDA_SECOND));
  return text;
}

char *
nsc_agenda_words_open (const NscAgendaChart *chart)
{
  g_autofree char *name = nsc_agenda_words_name (chart, NSC_AGENDA_SECOND);
  g_autofree char *count = NULL;
  guint n = 0;

  for (guint i = 0; i < chart->n_rows; i++)
    n += chart->rows[i].open && chart->rows[i].leader == NSC_LEADER_FIRST;
  count = nsc_text_count (chart->language, n);
  if (n == 0)
    return NULL;
  return g_strdup_printf (
      nsc_words_get_plural (
          chart->language,
          "For %1$s issue no document of %2$s from before its first mention is recorded, so this lead is open.",
          "For %1$s issues no document of %2$s from before its first mention is recorded, so these leads are open.", n),
      count, name);
}

static char *
undated_documents (const NscAgendaChart *chart)
{
  const NscAgendaPublisher *publishers = chart->publishers;
  guint64 n = publishers[NSC_AGENDA_FIRST].undated_documents + publishers[NSC_AGENDA_SECOND].undated_documents;
  g_autofree char *count = nsc_text_count (chart->language, n);

  if (n == 0)
    return NULL;
  return g_strdup_printf (
      nsc_words_get_plural (chart->language, "%s document without a date.", "%s documents without a date.", n), count);
}

char *
nsc_agenda_words_left_out (const NscAgendaChart *chart)
{
  char *text = NULL;

  if (!chart->include_unverified)
    add_sentence (chart, &text, nsc_mention_words_unverified (chart->language, count_unverified (chart)));
  add_sentence (chart, &text, nsc_mention_words_undated (chart->language, count_undated (chart)));
  add_sentence (chart, &text, undated_documents (chart));
  return text;
}

char *
nsc_agenda_words_included (const NscAgendaChart *chart)
{
  return chart->include_unverified ? nsc_mention_words_unverified (chart->language, count_unverified (chart)) : NULL;
}

char *
nsc_agenda_words_caution (const NscAgendaChart *chart)
{
  if (chart->summary->shared == 0)
    return NULL;
  return g_strdup (nsc_words_get (chart->language,
                                  "Being first is not the same as causing: the order of mentions does not by itself "
                                  "show that one agenda shaped the other."));
}

char *
nsc_agenda_words_sources (const NscAgendaChart *chart, guint most)
{
  return nsc_source_line_describe (&chart->sources, chart->language, most, chart->n_rows > 0);
}

/* ---- legend ---- */

char *
nsc_agenda_words_first (const NscAgendaChart *chart, NscAgendaSide side)
{
  /* Translators: in a legend: a publisher's first mention of an issue. */
  return g_strdup_printf (nsc_words_get (chart->language, "%s, first"), chart->publishers[side].name);
}

char *
nsc_agenda_words_later (const NscAgendaChart *chart)
{
  /* Translators: in a legend, after "Microsoft, first": its later mentions. */
  return g_strdup (nsc_words_get (chart->language, "later"));
}

char *
nsc_agenda_words_lead_time (const NscAgendaChart *chart)
{
  return g_strdup (nsc_words_get (chart->language, "lead, in years"));
}

char *
nsc_agenda_words_open_lead (const NscAgendaChart *chart)
{
  /* Translators: in a legend: a lead before which the second publisher had no documents. */
  return g_strdup (nsc_words_get (chart->language, "open lead, in years"));
}

char *
nsc_agenda_words_silence (const NscAgendaChart *chart)
{
  return g_strdup (nsc_words_get (chart->language, "documents without the issue"));
}

/* ---- marks ---- */

char *
nsc_agenda_words_mark (const NscAgendaChart *chart,
                       NscAgendaSide side,
                       const NscAgendaRow *row,
                       const NscAgendaMark *mark)
{
  const char *language = chart->language;
  guint64 n = mark->count;
  g_autofree char *name = nsc_agenda_words_name (chart, side);
  g_autofree char *count = nsc_text_count (chart->language, mark->count);

  if (mark->first)
    return g_strdup_printf (nsc_words_get_plural (language, "%1$s: first raised by %2$s in %3$u, %4$s mention",
                                                  "%1$s: first raised by %2$s in %3$u, %4$s mentions", n),
                            row->label, name, mark->year, count);
  return g_strdup_printf (nsc_words_get_plural (language, "%1$s: again by %2$s in %3$u, %4$s mention",
                                                "%1$s: again by %2$s in %3$u, %4$s mentions", n),
                          row->label, name, mark->year, count);
}

char *
nsc_agenda_words_lead (const NscAgendaChart *chart, const NscAgendaRow *row)
{
  const char *language = chart->language;
  NscAgendaSide leader =
      row->leader == NSC_LEADER_SECOND || row->leader == NSC_LEADER_SECOND_ONLY ? NSC_AGENDA_SECOND : NSC_AGENDA_FIRST;
  g_autofree char *first = nsc_agenda_words_name (chart, leader);
  g_autofree char *second =
      nsc_agenda_words_name (chart, leader == NSC_AGENDA_FIRST ? NSC_AGENDA_SECOND : NSC_AGENDA_FIRST);
  g_autofree char *years = nsc_agenda_words_years (chart, row->lead_years);

  switch (row->leader)
    {
    case NSC_LEADER_FIRST:
    case NSC_LEADER_SECOND:
      if (row->open && row->leader == NSC_LEADER_FIRST)
        return g_strdup_printf (nsc_words_get (language, "%1$s: %2$s before %3$s by %4$s, an open lead"), row->label,
                                first, second, years);
      return g_strdup_printf (nsc_words_get (language, "%1$s: %2$s before %3$s by %4$s"), row->label, first, second,
                              years);
    case NSC_LEADER_TIE:
      return g_strdup_printf (nsc_words_get (language, "%1$s: %2$s and %3$s in the same year"), row->label, first,
                              second);
    case NSC_LEADER_FIRST_ONLY:
    case NSC_LEADER_SECOND_ONLY:
      return g_strdup_printf (nsc_words_get (language, "%1$s: raised by %2$s alone"), row->label, first);
    case NSC_LEADER_NOBODY:
    default:
      return NULL;
    }
}

char *
nsc_agenda_words_tick (const NscAgendaChart *chart, NscAgendaSide side, const NscAgendaMark *document)
{
  g_autofree char *count = nsc_text_count (chart->language, document->count);
  g_autofree char *name = nsc_agenda_words_start (chart, side);

  return g_strdup_printf (nsc_words_get_plural (chart->language, "%1$s, %2$u: %3$s document that does not mention it",
                                                "%1$s, %2$u: %3$s documents that do not mention it", document->count),
                          name, document->year, count);
}

char *
nsc_agenda_words_years (const NscAgendaChart *chart, gint32 years)
{
  guint n = (guint) ABS (years);

  if (n == 0)
    return g_strdup (nsc_words_get (chart->language, "same year"));
  return g_strdup_printf (nsc_words_get_plural (chart->language, "%u year", "%u years", n), n);
}
