/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-reader-private.h"

#include "nsc-scan-private.h"

/* Rows that fit into the processor's cache while they are counted. */
#define BATCH 4096

/* Whole tables in the order in which they lie: each page is read once, whichever rows are asked. */
#define SELECT_MENTIONS(sources)                                                                                       \
  "SELECT row, issue, publisher, document, \"date\", confidence" sources " FROM mentions NOT INDEXED ORDER BY row"
#define SELECT_DOCUMENTS(sources)                                                                                      \
  "SELECT row, publisher, \"date\", confidence" sources " FROM documents NOT INDEXED ORDER BY row"

typedef struct
{
  union
  {
    NscMention *mentions;
    NscDocument *documents;
  };
  guint n;
  gboolean with_sources;
  NscScanTexts texts;
  const char *last_source;
  NscScanDate date;
} Scan;

typedef gboolean (*ReadFunc) (Scan *scan, NscStatement *row, GError **error);
typedef gboolean (*TellFunc) (Scan *scan, gpointer func, gpointer data, GError **error);

static const char *
read_source (Scan *scan, NscStatement *row, int column)
{
  return scan->with_sources ? nsc_scan_texts_keep (&scan->texts, row, column, &scan->last_source) : NULL;
}

static gboolean
read_mention (Scan *scan, NscStatement *row, GError **error)
{
  NscMention *mention = &scan->mentions[scan->n++];

  mention->row = nsc_statement_get_integer (row, 0);
  mention->issue = nsc_statement_get_integer (row, 1);
  mention->publisher = nsc_statement_get_integer (row, 2);
  mention->document = nsc_statement_get_integer (row, 3);
  mention->unverified = nsc_scan_is_unverified (row, 5);
  mention->source = read_source (scan, row, 6);
  return nsc_scan_date_read (&scan->date, row, 4, &mention->date, error);
}

static gboolean
read_document (Scan *scan, NscStatement *row, GError **error)
{
  NscDocument *document = &scan->documents[scan->n++];

  document->row = nsc_statement_get_integer (row, 0);
  document->publisher = nsc_statement_get_integer (row, 1);
  document->unverified = nsc_scan_is_unverified (row, 3);
  document->source = read_source (scan, row, 4);
  return nsc_scan_date_read (&scan->date, row, 2, &document->date, error);
}

static gboolean
tell_mentions (Scan *scan, gpointer func, gpointer data, GError **error)
{
  return ((NscMentionFunc) func) (scan->mentions, scan->n, data, error);
}

static gboolean
tell_documents (Scan *scan, gpointer func, gpointer data, GError **error)
{
  return ((NscDocumentFunc) func) (scan->documents, scan->n, data, error);
}

/* FUNC is that of the table's own scan, which TELL gives its type back. */
static gboolean
flush (Scan *scan, TellFunc tell, gpointer func, gpointer data, GCancellable *cancellable, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (scan->n > 0 && !tell (scan, func, data, error))
    return FALSE;
  scan->n = 0;
  scan->last_source = NULL;
  nsc_scan_texts_reset (&scan->texts);
  return TRUE;
}

static gboolean
run_scan (NscReader *self,
          const char *sql,
          Scan *scan,
          ReadFunc read,
          TellFunc tell,
          gpointer func,
          gpointer data,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (NscStatement) rows = nsc_statement_take (self->connection, sql, error);
  NscStatementState state = NSC_STATEMENT_FAILED;
  gboolean success = rows != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error);

  nsc_scan_texts_init (&scan->texts);
  while (success && (state = nsc_statement_step (rows, error)) == NSC_STATEMENT_ROW)
    {
      success = read (scan, rows, error);
      if (success && (scan->n == BATCH || nsc_scan_texts_is_full (&scan->texts)))
        success = flush (scan, tell, func, data, cancellable, error);
    }
  success = success && state == NSC_STATEMENT_DONE && flush (scan, tell, func, data, cancellable, error);
  nsc_scan_texts_clear (&scan->texts);
  return success;
}

gboolean
nsc_reader_scan_mentions (NscReader *self,
                          gboolean with_sources,
                          NscMentionFunc func,
                          gpointer data,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autofree NscMention *batch = g_new (NscMention, BATCH);
  Scan scan = { .mentions = batch, .with_sources = with_sources };
  const char *sql = with_sources ? SELECT_MENTIONS (", source") : SELECT_MENTIONS ("");

  return run_scan (self, sql, &scan, read_mention, tell_mentions, (gpointer) func, data, cancellable, error);
}

gboolean
nsc_reader_scan_documents (NscReader *self,
                           gboolean with_sources,
                           NscDocumentFunc func,
                           gpointer data,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autofree NscDocument *batch = g_new (NscDocument, BATCH);
  Scan scan = { .documents = batch, .with_sources = with_sources };
  const char *sql = with_sources ? SELECT_DOCUMENTS (", source") : SELECT_DOCUMENTS ("");

  return run_scan (self, sql, &scan, read_document, tell_documents, (gpointer) func, data, cancellable, error);
}
