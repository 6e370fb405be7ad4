/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Which of two publishers was first to mention an issue. An accumulator: begin, add batches of mentions and documents,
 * finish; memory grows with issues and years, not with rows. Knows no names and no file; one thread at a time.
 *
 * Rules:
 * - A row that is unverified is left out, unless asked in.
 * - With a date, a row counts when the earliest day that its own date can mean is not later; an undated one does not.
 * - An undated mention has no year, so that it is never first and by itself puts no issue on the agenda: it is counted
 *   apart.
 * - Who was first is told by years, since the day is often known on one side only: the same year is a tie.
 * - A year in which a publisher issued documents without raising an issue is evidence; a year without any is not. */

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NSC_AGENDA_FIRST,
  NSC_AGENDA_SECOND,
} NscAgendaSide;

#define NSC_AGENDA_SIDES 2

typedef struct
{
  gint32 day;        /* the earliest day as in nsc_date_first_day, 0: undated; asked for only with a date */
  guint32 issue;     /* the caller's number of the issue from 0 */
  guint16 year;      /* 0: undated */
  guint8 side;       /* NscAgendaSide */
  guint8 unverified; /* the row's own confidence */
} NscAgendaMention;

typedef struct
{
  gint32 day;
  guint16 year;
  guint8 side;
  guint8 unverified;
} NscAgendaDocument;

typedef struct
{
  guint16 year;
  guint64 count;
} NscAgendaYear;

typedef enum
{
  NSC_LEADER_NOBODY, /* neither mentions the issue */
  NSC_LEADER_FIRST,
  NSC_LEADER_SECOND,
  NSC_LEADER_TIE,
  NSC_LEADER_FIRST_ONLY, /* the second never mentions it */
  NSC_LEADER_SECOND_ONLY,
} NscLeader;

static inline gboolean
nsc_leader_is_shared (NscLeader leader)
{
  return leader == NSC_LEADER_FIRST || leader == NSC_LEADER_SECOND || leader == NSC_LEADER_TIE;
}

typedef struct
{
  GArray *years[NSC_AGENDA_SIDES]; /* of NscAgendaYear, ascending: the mentions of each year that has some */
  NscLeader leader;
  gint32 lead_years; /* the second's first year - the first's; 0 unless both mention the issue */
  gboolean open;     /* the second had issued no document before the year of its first mention */
} NscAgendaIssue;

typedef struct
{
  guint64 shared; /* issues that both mention */
  guint64 first_leads;
  guint64 second_leads;
  guint64 ties;
  guint64 first_only;
  guint64 second_only;
  double mean_lead; /* over the shared issues, in years, negative where the second is first; NaN where none is shared */
  double median_lead;
} NscAgendaSummary;

typedef struct
{
  NscAgendaIssue *issues; /* by number */
  guint n_issues;
  GArray *documents[NSC_AGENDA_SIDES];         /* of NscAgendaYear, ascending: the documents of each year with some */
  guint64 unverified[NSC_AGENDA_SIDES];        /* mentions left out as unverified, or counted where asked in */
  guint64 undated[NSC_AGENDA_SIDES];           /* mentions without a year */
  guint64 undated_documents[NSC_AGENDA_SIDES]; /* documents without a year */
  NscAgendaSummary summary;
} NscAgenda;

typedef struct _NscAgendaAccumulator NscAgendaAccumulator;

/* AS_OF is a day as in nsc_date_last_day, 0: no filter by date. */
NscAgendaAccumulator *nsc_agenda_begin (guint n_issues, gint32 as_of, gboolean include_unverified);
void nsc_agenda_add_mentions (NscAgendaAccumulator *self, const NscAgendaMention *rows, guint n);
void nsc_agenda_add_documents (NscAgendaAccumulator *self, const NscAgendaDocument *rows, guint n);

/* Frees the accumulator and gives the result, to be freed with nsc_agenda_free. */
NscAgenda *nsc_agenda_finish (NscAgendaAccumulator *self);
void nsc_agenda_abandon (NscAgendaAccumulator *self);
void nsc_agenda_free (NscAgenda *self);

/* What the rules make of a row; the same for mentions and documents. */
typedef enum
{
  NSC_AGENDA_COUNTS,
  NSC_AGENDA_UNVERIFIED, /* left out for its confidence */
  NSC_AGENDA_LATER,      /* than the date that was asked for */
  NSC_AGENDA_UNDATED,
} NscAgendaVerdict;

NscAgendaVerdict
nsc_agenda_judge (guint year, gint32 day, gboolean unverified, gint32 as_of, gboolean include_unverified);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscAgenda, nsc_agenda_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscAgendaAccumulator, nsc_agenda_abandon)

G_END_DECLS
