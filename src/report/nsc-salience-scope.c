/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-salience-scope.h"

#include "nsc-issue-key.h"

/* FALSE where the mention is of no publisher or issue that was asked for. */
static gboolean
read_mention (const NscSalienceScope *self, const NscMention *mention, NscSalienceMention *row)
{
  guint32 publisher = nsc_row_index_find (nsc_publishers_get_index (self->publishers), mention->publisher);
  guint32 issue = nsc_row_index_find (nsc_codebook_get_index (self->codebook), mention->issue);

  if (publisher == NSC_ROW_INDEX_NONE || issue == NSC_ROW_INDEX_NONE)
    return FALSE;
  *row = (NscSalienceMention) {
    .document = mention->document,
    .issue = issue,
    .publisher = (guint16) publisher,
    .unverified = mention->unverified != 0,
  };
  /* The day is only asked for with a date; an open one says nothing of when. */
  if (self->as_of != 0 && !nsc_date_is_open (mention->date))
    row->day = nsc_date_first_day (mention->date);
  return TRUE;
}

static gboolean
takes (const NscSalienceScope *self, const NscSalienceMention *row)
{
  return nsc_salience_judge (row->day, row->unverified, self->as_of, self->include_unverified) == NSC_SALIENCE_COUNTS;
}

/* ---- counting ---- */

typedef struct
{
  const NscSalienceScope *scope;
  NscSalienceAccumulator *accumulator;
  NscRecordTally *tally;
  GArray *rows; /* of NscSalienceMention, the batch under way */
} Count;

static gboolean
count_mentions (const NscMention *batch, guint n, gpointer data, GError **error)
{
  Count *count = data;
  NscSalienceMention row;

  g_array_set_size (count->rows, 0);
  for (guint i = 0; i < n; i++)
    if (read_mention (count->scope, &batch[i], &row))
      {
        g_array_append_val (count->rows, row);
        if (count->tally != NULL && takes (count->scope, &row))
          nsc_record_tally_add (count->tally, batch[i].source, batch[i].date);
      }
  nsc_salience_add (count->accumulator, (const NscSalienceMention *) (void *) count->rows->data, count->rows->len);
  return TRUE;
}

NscSalience *
nsc_salience_scope_count (
    const NscSalienceScope *self, NscReader *reader, NscRecordTally *tally, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (NscSalienceMention));
  g_autoptr (NscSalienceAccumulator) accumulator =
      nsc_salience_begin (nsc_codebook_get_n_issues (self->codebook), nsc_publishers_get_n (self->publishers),
                          self->as_of, self->include_unverified);
  Count count = { self, accumulator, tally, rows };

  if (!nsc_reader_scan_mentions (reader, tally != NULL, count_mentions, &count, cancellable, error))
    return NULL;
  return nsc_salience_finish (g_steal_pointer (&accumulator));
}

/* ---- evidence ---- */

typedef struct
{
  const NscSalienceScope *scope;
  NscReader *reader;
  NscRecordFunc func;
  gpointer data;
  guint32 issue;
  guint publisher;
} Search;

static gboolean
tell_mentions (const NscMention *batch, guint n, gpointer data, GError **error)
{
  Search *search = data;
  NscSalienceMention row;

  for (guint i = 0; i < n; i++)
    if (read_mention (search->scope, &batch[i], &row) && row.issue == search->issue &&
        (search->publisher == NSC_ROW_INDEX_NONE || row.publisher == search->publisher) &&
        takes (search->scope, &row) &&
        !nsc_reader_tell_record (search->reader, nsc_table_find ("mentions"), batch[i].row, search->func, search->data,
                                 error))
      return FALSE;
  return TRUE;
}

/* What the key stands for among what COUNTS shows. */
static gboolean
find_key (Search *search, const NscSalience *counts, gint64 key)
{
  for (guint i = 0; i < counts->n_issues; i++)
    {
      const char *id = nsc_codebook_get_id (search->scope->codebook, counts->issues[i]);

      search->issue = counts->issues[i];
      search->publisher = NSC_ROW_INDEX_NONE;
      if (key == nsc_issue_key_of_issue (id))
        return TRUE;
      for (search->publisher = 0; search->publisher < counts->n_publishers; search->publisher++)
        if (key ==
            nsc_issue_key_of_mentions (id, nsc_publishers_get_key (search->scope->publishers, search->publisher)))
          return TRUE;
    }
  return FALSE;
}

gboolean
nsc_salience_scope_scan_evidence (const NscSalienceScope *self,
                                  const NscSalience *counts,
                                  NscReader *reader,
                                  gint64 key,
                                  NscRecordFunc func,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error)
{
  Search search = { .scope = self, .reader = reader, .func = func, .data = data };

  if (!find_key (&search, counts, key))
    return TRUE;
  return nsc_reader_scan_mentions (reader, FALSE, tell_mentions, &search, cancellable, error);
}
