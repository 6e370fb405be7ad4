/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-agenda.h"

#include <math.h>

struct _NscAgendaAccumulator
{
  gint32 as_of;
  gboolean include_unverified;
  NscAgenda *result;
};

/* The place of YEAR, or where it belongs. */
static guint
find_year (const GArray *years, guint year)
{
  guint low = 0, high = years->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (years, NscAgendaYear, middle).year < year)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
count_year (GArray **years, guint year)
{
  NscAgendaYear entry = { (guint16) year, 1 };
  guint place;

  if (*years == NULL)
    *years = g_array_new (FALSE, FALSE, sizeof (NscAgendaYear));
  place = find_year (*years, year);
  if (place < (*years)->len && g_array_index (*years, NscAgendaYear, place).year == year)
    g_array_index (*years, NscAgendaYear, place).count++;
  else
    g_array_insert_val (*years, place, entry);
}

static void
add_mention (NscAgendaAccumulator *self, const NscAgendaMention *row)
{
  NscAgenda *result = self->result;

  g_return_if_fail (row->issue < result->n_issues && row->side < NSC_AGENDA_SIDES);

  switch (nsc_agenda_judge (row->year, row->day, row->unverified, self->as_of, self->include_unverified))
    {
    case NSC_AGENDA_COUNTS:
      count_year (&result->issues[row->issue].years[row->side], row->year);
      if (row->unverified)
        result->unverified[row->side]++;
      break;
    case NSC_AGENDA_UNVERIFIED:
      result->unverified[row->side]++;
      break;
    case NSC_AGENDA_UNDATED:
      result->undated[row->side]++;
      break;
    case NSC_AGENDA_LATER:
    default:
      break;
    }
}

static void
add_document (NscAgendaAccumulator *self, const NscAgendaDocument *row)
{
  NscAgenda *result = self->result;

  g_return_if_fail (row->side < NSC_AGENDA_SIDES);

  switch (nsc_agenda_judge (row->year, row->day, row->unverified, self->as_of, self->include_unverified))
    {
    case NSC_AGENDA_COUNTS:
      count_year (&result->documents[row->side], row->year);
      break;
    case NSC_AGENDA_UNDATED:
      result->undated_documents[row->side]++;
      break;
    case NSC_AGENDA_UNVERIFIED:
    case NSC_AGENDA_LATER:
    default:
      break;
    }
}

static guint
first_year (const GArray *years)
{
  return years->len > 0 ? g_array_index (years, NscAgendaYear, 0).year : 0;
}

static void
compare_sides (const NscAgenda *result, NscAgendaIssue *issue)
{
  guint first = first_year (issue->years[NSC_AGENDA_FIRST]);
  guint second = first_year (issue->years[NSC_AGENDA_SECOND]);
  guint earliest = first_year (result->documents[NSC_AGENDA_SECOND]);

  issue->open = second != 0 && (earliest == 0 || earliest >= second);
  if (first != 0 && second != 0)
    {
      issue->lead_years = (gint32) second - (gint32) first;
      issue->leader = issue->lead_years > 0   ? NSC_LEADER_FIRST
                      : issue->lead_years < 0 ? NSC_LEADER_SECOND
                                              : NSC_LEADER_TIE;
    }
  else if (first != 0)
    issue->leader = NSC_LEADER_FIRST_ONLY;
  else if (second != 0)
    issue->leader = NSC_LEADER_SECOND_ONLY;
}

static int
compare_leads (gconstpointer a, gconstpointer b)
{
  gint32 left = *(const gint32 *) a, right = *(const gint32 *) b;

  return (left > right) - (left < right);
}

static void
summarise (NscAgenda *result)
{
  NscAgendaSummary *summary = &result->summary;
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (gint32));
  gint64 sum = 0;

  for (guint i = 0; i < result->n_issues; i++)
    {
      const NscAgendaIssue *issue = &result->issues[i];

      summary->first_leads += issue->leader == NSC_LEADER_FIRST;
      summary->second_leads += issue->leader == NSC_LEADER_SECOND;
      summary->ties += issue->leader == NSC_LEADER_TIE;
      summary->first_only += issue->leader == NSC_LEADER_FIRST_ONLY;
      summary->second_only += issue->leader == NSC_LEADER_SECOND_ONLY;
      if (!nsc_leader_is_shared (issue->leader))
        continue;
      g_array_append_val (leads, issue->lead_years);
      sum += issue->lead_years;
    }
  summary->shared = leads->len;
  summary->mean_lead = summary->median_lead = NAN;
  if (leads->len == 0)
    return;
  g_array_sort (leads, compare_leads);
  summary->mean_lead = (double) sum / (double) leads->len;
  /* Of an even number the mean of the two in the middle. */
  summary->median_lead = ((double) g_array_index (leads, gint32, (leads->len - 1) / 2) +
                          (double) g_array_index (leads, gint32, leads->len / 2)) /
                         2;
}

static void
ensure_years (GArray **years)
{
  if (*years == NULL)
    *years = g_array_new (FALSE, FALSE, sizeof (NscAgendaYear));
}

NscAgendaVerdict
nsc_agenda_judge (guint year, gint32 day, gboolean unverified, gint32 as_of, gboolean include_unverified)
{
  if (as_of != 0 && year != 0 && day > as_of)
    return NSC_AGENDA_LATER;
  if (unverified && !include_unverified)
    return NSC_AGENDA_UNVERIFIED;
  return year == 0 ? NSC_AGENDA_UNDATED : NSC_AGENDA_COUNTS;
}

NscAgendaAccumulator *
nsc_agenda_begin (guint n_issues, gint32 as_of, gboolean include_unverified)
{
  NscAgendaAccumulator *self = g_new0 (NscAgendaAccumulator, 1);

  self->as_of = as_of;
  self->include_unverified = include_unverified;
  self->result = g_new0 (NscAgenda, 1);
  self->result->issues = g_new0 (NscAgendaIssue, n_issues);
  self->result->n_issues = n_issues;
  return self;
}

void
nsc_agenda_add_mentions (NscAgendaAccumulator *self, const NscAgendaMention *rows, guint n)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < n; i++)
    add_mention (self, &rows[i]);
}

void
nsc_agenda_add_documents (NscAgendaAccumulator *self, const NscAgendaDocument *rows, guint n)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < n; i++)
    add_document (self, &rows[i]);
}

NscAgenda *
nsc_agenda_finish (NscAgendaAccumulator *self)
{
  NscAgenda *result;

  g_return_val_if_fail (self != NULL, NULL);

  result = g_steal_pointer (&self->result);
  for (guint side = 0; side < NSC_AGENDA_SIDES; side++)
    {
      ensure_years (&result->documents[side]);
      for (guint i = 0; i < result->n_issues; i++)
        ensure_years (&result->issues[i].years[side]);
    }
  for (guint i = 0; i < result->n_issues; i++)
    compare_sides (result, &result->issues[i]);
  summarise (result);
  nsc_agenda_abandon (self);
  return result;
}

void
nsc_agenda_abandon (NscAgendaAccumulator *self)
{
  if (self == NULL)
    return;
  nsc_agenda_free (self->result);
  g_free (self);
}

void
nsc_agenda_free (NscAgenda *self)
{
  if (self == NULL)
    return;
  for (guint side = 0; side < NSC_AGENDA_SIDES; side++)
    {
      g_clear_pointer (&self->documents[side], g_array_unref);
      for (guint i = 0; i < self->n_issues; i++)
        g_clear_pointer (&self->issues[i].years[side], g_array_unref);
    }
  g_free (self->issues);
  g_free (self);
}
