/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-agenda-sheet.h"

#include "nsc-issue-key.h"
#include "nsc-words.h"

#include <math.h>

static const char *const leaders[] = { "", "first", "second", "tie", "first_only", "second_only" };

static char *
join_years (const GArray *years)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < years->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? ";" : "", (guint) g_array_index (years, NscAgendaYear, i).year);
  return g_string_free (text, FALSE);
}

static char *
first_year (const GArray *years)
{
  return years->len > 0 ? g_strdup_printf ("%u", (guint) g_array_index (years, NscAgendaYear, 0).year) : g_strdup ("");
}

static void
add_issue (NscSheet *sheet, const NscAgenda *counts, const NscCodebook *codebook, guint number)
{
  const NscAgendaIssue *issue = &counts->issues[number];
  const GArray *const *years = (const GArray *const *) issue->years;
  const char *id = nsc_codebook_get_id (codebook, number);
  g_autofree char *first_years = join_years (years[NSC_AGENDA_FIRST]);
  g_autofree char *second_years = join_years (years[NSC_AGENDA_SECOND]);
  g_autofree char *first = first_year (years[NSC_AGENDA_FIRST]);
  g_autofree char *second = first_year (years[NSC_AGENDA_SECOND]);
  g_autofree char *lead =
      nsc_leader_is_shared (issue->leader) ? g_strdup_printf ("%d", issue->lead_years) : g_strdup ("");
  const char *values[] = {
    id,
    nsc_codebook_get_label (codebook, number),
    first_years,
    second_years,
    first,
    second,
    lead,
    leaders[issue->leader],
    *second == '\0' ? ""
    : issue->open   ? "yes"
                    : "no",
  };

  nsc_sheet_add_row (sheet, nsc_issue_key_of_issue (id), values);
}

NscSheet *
nsc_agenda_sheet_new (const NscAgenda *counts, const NscCodebook *codebook, const char *language)
{
  const NscSheetColumn columns[] = {
    { "issue", nsc_words_get (language, "Code"), NSC_SHEET_CODE },
    { "label", nsc_words_get (language, "Issue"), NSC_SHEET_WORDS },
    { "first_years", nsc_words_get (language, "Years, first publisher"), NSC_SHEET_WORDS },
    { "second_years", nsc_words_get (language, "Years, second publisher"), NSC_SHEET_WORDS },
    { "first_year", nsc_words_get (language, "First year, first publisher"), NSC_SHEET_PLAIN },
    { "second_year", nsc_words_get (language, "First year, second publisher"), NSC_SHEET_PLAIN },
    { "lead_years", nsc_words_get (language, "Lead in years"), NSC_SHEET_NUMBER },
    { "leader", nsc_words_get (language, "Leader"), NSC_SHEET_CHOICE },
    { "open", nsc_words_get (language, "Open lead"), NSC_SHEET_CHOICE },
  };
  NscSheet *sheet = nsc_sheet_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < counts->n_issues; i++)
    if (counts->issues[i].leader != NSC_LEADER_NOBODY)
      add_issue (sheet, counts, codebook, i);
  return sheet;
}

NscSheet *
nsc_agenda_sheet_new_summary (const NscAgenda *counts, const char *language)
{
  const NscAgendaSummary *summary = &counts->summary;
  const NscSheetColumn columns[] = {
    { "shared", nsc_words_get (language, "Shared issues"), NSC_SHEET_NUMBER },
    { "first_leads", nsc_words_get (language, "First publisher first"), NSC_SHEET_NUMBER },
    { "second_leads", nsc_words_get (language, "Second publisher first"), NSC_SHEET_NUMBER },
    { "ties", nsc_words_get (language, "Same year"), NSC_SHEET_NUMBER },
    { "first_only", nsc_words_get (language, "First publisher only"), NSC_SHEET_NUMBER },
    { "second_only", nsc_words_get (language, "Second publisher only"), NSC_SHEET_NUMBER },
    { "mean_lead", nsc_words_get (language, "Mean lead in years"), NSC_SHEET_DECIMAL },
    { "median_lead", nsc_words_get (language, "Median lead in years"), NSC_SHEET_DECIMAL },
  };
  const guint64 numbers[] = { summary->shared, summary->first_leads, summary->second_leads,
                              summary->ties,   summary->first_only,  summary->second_only };
  const double leads[] = { summary->mean_lead, summary->median_lead };
  char texts[G_N_ELEMENTS (columns)][G_ASCII_DTOSTR_BUF_SIZE] = { "" };
  const char *values[G_N_ELEMENTS (columns)];
  NscSheet *sheet = nsc_sheet_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_snprintf (texts[i], sizeof texts[i], "%" G_GUINT64_FORMAT, numbers[i]);
  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    if (!isnan (leads[i]))
      g_ascii_formatd (texts[G_N_ELEMENTS (numbers) + i], sizeof texts[0], "%.6f", leads[i]);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    values[i] = texts[i];
  nsc_sheet_add_row (sheet, 0, values);
  return sheet;
}
