/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-agenda-evidence.h"

#include "nsc-issue-key.h"

typedef struct
{
  const NscAgendaScope *scope;
  NscReader *reader;
  NscRecordFunc func;
  gpointer data;

  /* What the key stands for. */
  guint32 issue; /* NSC_ROW_INDEX_NONE: documents */
  guint32 side;  /* NSC_ROW_INDEX_NONE: both */
  guint year;    /* 0: all */
  guint32 row;   /* the issue in whose row the mark stands */
} Search;

static gboolean
tell (Search *search, const char *table, gint64 row, GError **error)
{
  return nsc_reader_tell_record (search->reader, nsc_table_find (table), row, search->func, search->data, error);
}

static gboolean
is_asked (const Search *search, guint side, guint year)
{
  return (search->side == NSC_ROW_INDEX_NONE || search->side == side) && (search->year == 0 || search->year == year);
}

static gboolean
tell_mentions (const NscMention *batch, guint n, gpointer data, GError **error)
{
  Search *search = data;
  NscAgendaMention row;

  for (guint i = 0; i < n; i++)
    if (nsc_agenda_scope_read_mention (search->scope, &batch[i], &row) && row.issue == search->issue &&
        is_asked (search, row.side, row.year) && nsc_agenda_scope_takes_mention (search->scope, &row) &&
        !tell (search, "mentions", batch[i].row, error))
      return FALSE;
  return TRUE;
}

static gboolean
tell_documents (const NscDocument *batch, guint n, gpointer data, GError **error)
{
  Search *search = data;
  NscAgendaDocument row;

  for (guint i = 0; i < n; i++)
    if (nsc_agenda_scope_read_document (search->scope, &batch[i], &row) && is_asked (search, row.side, row.year) &&
        nsc_agenda_scope_takes_document (search->scope, &row) && !tell (search, "documents", batch[i].row, error))
      return FALSE;
  return TRUE;
}

typedef gint64 (*KeyFunc) (const char *issue, const char *publisher, guint year);

/* The year among YEARS whose key is KEY, 0 where there is none. */
static guint
find_year (const GArray *years, KeyFunc key_of, const char *issue, const char *publisher, gint64 key)
{
  for (guint i = 0; i < years->len; i++)
    {
      guint year = g_array_index (years, NscAgendaYear, i).year;

      if (key == key_of (issue, publisher, year))
        return year;
    }
  return 0;
}

/* What the key stands for among what the result shows. */
static gboolean
find_key (Search *search, const NscAgenda *counts, gint64 key)
{
  for (guint i = 0; i < counts->n_issues; i++)
    {
      const char *id = nsc_codebook_get_id (search->scope->codebook, i);

      search->row = search->issue = i;
      search->side = NSC_ROW_INDEX_NONE;
      if (nsc_issue_key_of_issue (id) == key)
        return TRUE;
      for (search->side = 0; search->side < NSC_AGENDA_SIDES; search->side++)
        {
          const char *publisher = nsc_publishers_get_key (search->scope->publishers, search->side);

          search->issue = i;
          search->year = find_year (counts->issues[i].years[search->side], nsc_issue_key_of_year, id, publisher, key);
          if (search->year != 0)
            return TRUE;
          search->issue = NSC_ROW_INDEX_NONE;
          search->year = find_year (counts->documents[search->side], nsc_issue_key_of_silence, id, publisher, key);
          if (search->year != 0)
            return TRUE;
        }
    }
  return FALSE;
}

gboolean
nsc_agenda_evidence_scan (const NscAgendaScope *scope,
                          const NscAgenda *counts,
                          NscReader *reader,
                          gint64 key,
                          NscRecordFunc func,
                          gpointer data,
                          GCancellable *cancellable,
                          GError **error)
{
  Search search = { .scope = scope, .reader = reader, .func = func, .data = data };

  if (!find_key (&search, counts, key))
    return TRUE;
  return search.issue != NSC_ROW_INDEX_NONE
             ? nsc_reader_scan_mentions (reader, FALSE, tell_mentions, &search, cancellable, error)
             : nsc_reader_scan_documents (reader, FALSE, tell_documents, &search, cancellable, error);
}

gboolean
nsc_agenda_evidence_scan_context (const NscAgendaScope *scope,
                                  const NscAgenda *counts,
                                  NscReader *reader,
                                  gint64 key,
                                  NscRecordFunc func,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error)
{
  Search search = { .scope = scope, .reader = reader, .func = func, .data = data };

  if (!find_key (&search, counts, key) || search.issue == NSC_ROW_INDEX_NONE || search.year == 0)
    return TRUE;
  return nsc_reader_scan_documents (reader, FALSE, tell_documents, &search, cancellable, error);
}

guint
nsc_agenda_evidence_find_issue (const NscAgendaScope *scope, const NscAgenda *counts, gint64 key)
{
  Search search = { .scope = scope };

  return find_key (&search, counts, key) ? search.row : NSC_ROW_INDEX_NONE;
}
