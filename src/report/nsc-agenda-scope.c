/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-agenda-scope.h"

typedef struct
{
  const NscAgendaScope *scope;
  NscAgendaAccumulator *accumulator;
  NscRecordTally *tally;
  GArray *rows; /* of NscAgendaMention or NscAgendaDocument, the batch under way */
} Count;

/* An open date says nothing of when. */
static guint16
year_of (NscDate date)
{
  return nsc_date_is_open (date) ? 0 : date.year;
}

/* The day is only asked for with a date, and costs more than all the rest. */
static gint32
day_of (const NscAgendaScope *self, NscDate date)
{
  return self->as_of != 0 ? nsc_date_first_day (date) : 0;
}

static gboolean
count_mentions (const NscMention *batch, guint n, gpointer data, GError **error)
{
  Count *count = data;
  NscAgendaMention row;

  g_array_set_size (count->rows, 0);
  for (guint i = 0; i < n; i++)
    if (nsc_agenda_scope_read_mention (count->scope, &batch[i], &row))
      {
        g_array_append_val (count->rows, row);
        if (count->tally != NULL && nsc_agenda_scope_takes_mention (count->scope, &row))
          nsc_record_tally_add (count->tally, batch[i].source, batch[i].date);
      }
  nsc_agenda_add_mentions (count->accumulator, (const NscAgendaMention *) (void *) count->rows->data, count->rows->len);
  return TRUE;
}

static gboolean
count_documents (const NscDocument *batch, guint n, gpointer data, GError **error)
{
  Count *count = data;
  NscAgendaDocument row;

  g_array_set_size (count->rows, 0);
  for (guint i = 0; i < n; i++)
    if (nsc_agenda_scope_read_document (count->scope, &batch[i], &row))
      {
        g_array_append_val (count->rows, row);
        if (count->tally != NULL && nsc_agenda_scope_takes_document (count->scope, &row))
          nsc_record_tally_add (count->tally, batch[i].source, batch[i].date);
      }
  nsc_agenda_add_documents (count->accumulator, (const NscAgendaDocument *) (void *) count->rows->data,
                            count->rows->len);
  return TRUE;
}

gboolean
nsc_agenda_scope_read_mention (const NscAgendaScope *self, const NscMention *mention, NscAgendaMention *row)
{
  guint32 side = nsc_row_index_find (nsc_publishers_get_index (self->publishers), mention->publisher);
  guint32 issue = nsc_row_index_find (nsc_codebook_get_index (self->codebook), mention->issue);

  if (side == NSC_ROW_INDEX_NONE || issue == NSC_ROW_INDEX_NONE)
    return FALSE;
  *row = (NscAgendaMention) {
    .day = day_of (self, mention->date),
    .issue = issue,
    .year = year_of (mention->date),
    .side = (guint8) side,
    .unverified = mention->unverified != 0,
  };
  return TRUE;
}

gboolean
nsc_agenda_scope_read_document (const NscAgendaScope *self, const NscDocument *document, NscAgendaDocument *row)
{
  guint32 side = nsc_row_index_find (nsc_publishers_get_index (self->publishers), document->publisher);

  if (side == NSC_ROW_INDEX_NONE)
    return FALSE;
  *row = (NscAgendaDocument) {
    .day = day_of (self, document->date),
    .year = year_of (document->date),
    .side = (guint8) side,
    .unverified = document->unverified != 0,
  };
  return TRUE;
}

gboolean
nsc_agenda_scope_takes_mention (const NscAgendaScope *self, const NscAgendaMention *row)
{
  return nsc_agenda_judge (row->year, row->day, row->unverified, self->as_of, self->include_unverified) ==
         NSC_AGENDA_COUNTS;
}

gboolean
nsc_agenda_scope_takes_document (const NscAgendaScope *self, const NscAgendaDocument *row)
{
  return nsc_agenda_judge (row->year, row->day, row->unverified, self->as_of, self->include_unverified) ==
         NSC_AGENDA_COUNTS;
}

NscAgenda *
nsc_agenda_scope_count (
    const NscAgendaScope *self, NscReader *reader, NscRecordTally *tally, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (NscAgendaMention));
  g_autoptr (GArray) documents = g_array_new (FALSE, FALSE, sizeof (NscAgendaDocument));
  g_autoptr (NscAgendaAccumulator) accumulator =
      nsc_agenda_begin (nsc_codebook_get_n_issues (self->codebook), self->as_of, self->include_unverified);
  Count count = { self, accumulator, tally, mentions };

  if (!nsc_reader_scan_mentions (reader, tally != NULL, count_mentions, &count, cancellable, error))
    return NULL;
  count.rows = documents;
  if (!nsc_reader_scan_documents (reader, tally != NULL, count_documents, &count, cancellable, error))
    return NULL;
  return nsc_agenda_finish (g_steal_pointer (&accumulator));
}
