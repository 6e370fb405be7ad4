/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-salience-result.h"

#include "nsc-error.h"
#include "nsc-issue-key.h"
#include "nsc-salience-chart.h"
#include "nsc-salience-scope.h"
#include "nsc-words.h"

#include <glib/gi18n-lib.h>

struct _NscSalienceResult
{
  NscResult parent_instance;

  char *language;
  char *parent; /* id or NULL */
  NscDate as_of;
  gboolean summary;
  guint64 seed;
  NscPublishers *publishers;
  NscCodebook *codebook;
  NscSalienceScope scope; /* of the two */
  NscSalience *counts;
  GArray *pairs; /* of NscSaliencePair, in the order asked */
};

G_DEFINE_FINAL_TYPE (NscSalienceResult, nsc_salience_result, NSC_TYPE_RESULT)

static gint64
key_of (const NscSalienceResult *self, guint issue, guint publisher)
{
  return nsc_issue_key_of_mentions (nsc_codebook_get_id (self->codebook, self->counts->issues[issue]),
                                    nsc_publishers_get_key (self->publishers, publisher));
}

/* ---- the table ---- */

static void
add_cell (const NscSalienceResult *self, NscSheet *sheet, guint issue, guint publisher)
{
  const NscSalienceCell *cell = nsc_salience_get_cell (self->counts, issue, publisher);
  guint number = self->counts->issues[issue];
  gboolean is_whole = cell->rank == (double) (guint64) cell->rank;
  g_autofree char *mentions = g_strdup_printf ("%" G_GUINT64_FORMAT, cell->mentions);
  g_autofree char *documents = g_strdup_printf ("%" G_GUINT64_FORMAT, cell->documents);
  char rank[G_ASCII_DTOSTR_BUF_SIZE];
  const char *values[] = {
    nsc_codebook_get_id (self->codebook, number),
    nsc_codebook_get_label (self->codebook, number),
    nsc_publishers_get_ids (self->publishers, publisher),
    mentions,
    documents,
    g_ascii_formatd (rank, sizeof rank, is_whole ? "%.0f" : "%.1f", cell->rank),
  };

  nsc_sheet_add_row (sheet, key_of (self, issue, publisher), values);
}

static void
name_publishers (const NscSalienceResult *self, NscSheet *sheet)
{
  for (guint p = 0; p < self->counts->n_publishers; p++)
    nsc_sheet_set_name (sheet, nsc_publishers_get_ids (self->publishers, p),
                        nsc_publishers_get_name (self->publishers, p));
}

static NscSheet *
make_cells (const NscSalienceResult *self)
{
  const char *language = self->language;
  const NscSheetColumn columns[] = {
    { "issue", nsc_words_get (language, "Code"), NSC_SHEET_CODE },
    { "label", nsc_words_get (language, "Issue"), NSC_SHEET_WORDS },
    { "publisher", nsc_words_get (language, "Publisher"), NSC_SHEET_NAMED },
    { "mentions", nsc_words_get (language, "Mentions"), NSC_SHEET_NUMBER },
    { "documents", nsc_words_get (language, "Documents"), NSC_SHEET_NUMBER },
    { "rank", nsc_words_get (language, "Rank"), NSC_SHEET_PLAIN },
  };
  NscSheet *sheet = nsc_sheet_new (columns, G_N_ELEMENTS (columns));

  name_publishers (self, sheet);
  for (guint i = 0; i < self->counts->n_issues; i++)
    for (guint p = 0; p < self->counts->n_publishers; p++)
      add_cell (self, sheet, i, p);
  return sheet;
}

static NscSheet *
make_pairs (const NscSalienceResult *self)
{
  static const char *const methods[] = { "", "exact", "permutation" };
  const char *language = self->language;
  const NscSheetColumn columns[] = {
    { "first", nsc_words_get (language, "First publisher"), NSC_SHEET_NAMED },
    { "second", nsc_words_get (language, "Second publisher"), NSC_SHEET_NAMED },
    { "n", nsc_words_get (language, "Issues"), NSC_SHEET_NUMBER },
    { "rho", nsc_words_get (language, "Spearman’s rho"), NSC_SHEET_DECIMAL },
    { "p", nsc_words_get (language, "p"), NSC_SHEET_DECIMAL },
    { "method", nsc_words_get (language, "Orders"), NSC_SHEET_CHOICE },
  };
  NscSheet *sheet = nsc_sheet_new (columns, G_N_ELEMENTS (columns));

  name_publishers (self, sheet);
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const NscSaliencePair *pair = &g_array_index (self->pairs, NscSaliencePair, i);
      char n[16], rho[G_ASCII_DTOSTR_BUF_SIZE] = "", p[G_ASCII_DTOSTR_BUF_SIZE] = "";
      const char *values[] = { nsc_publishers_get_ids (self->publishers, pair->first),
                               nsc_publishers_get_ids (self->publishers, pair->second),
                               n,
                               rho,
                               p,
                               methods[pair->correlation.method] };

      g_snprintf (n, sizeof n, "%u", pair->correlation.n);
      if (pair->correlation.method != NSC_RANK_UNDEFINED)
        {
          g_ascii_formatd (rho, sizeof rho, "%.6f", pair->correlation.rho);
          g_ascii_formatd (p, sizeof p, "%.6f", pair->correlation.p);
        }
      nsc_sheet_add_row (sheet, 0, values);
    }
  return sheet;
}

/* ---- overrides ---- */

static NscSheet *
nsc_salience_result_make_sheet (NscResult *result)
{
  NscSalienceResult *self = NSC_SALIENCE_RESULT (result);

  return self->summary ? make_pairs (self) : make_cells (self);
}

static NscFigure *
nsc_salience_result_make_figure (NscResult *result)
{
  NscSalienceResult *self = NSC_SALIENCE_RESULT (result);
  guint n_issues = self->counts->n_issues, n_publishers = self->counts->n_publishers;
  g_autofree NscSalienceRow *rows = g_new0 (NscSalienceRow, n_issues);
  g_autofree NscSalienceMark *marks = g_new0 (NscSalienceMark, (gsize) n_issues * n_publishers);
  g_autofree NscSaliencePublisher *publishers = g_new0 (NscSaliencePublisher, n_publishers);
  g_autofree char *as_of = nsc_date_to_string (self->as_of);
  NscSourceTally *tally = nsc_record_tally_get_sources (nsc_result_get_tally (NSC_RESULT (self)));
  g_auto (GStrv) sources = nsc_source_tally_dup_named (tally);
  const NscSalienceChart chart = {
    .language = self->language,
    .publishers = publishers,
    .n_publishers = n_publishers,
    .rows = rows,
    .n_rows = n_issues,
    .pairs = (const NscSaliencePair *) (void *) self->pairs->data,
    .n_pairs = self->pairs->len,
    .seed = self->seed,
    .unverified = self->counts->unverified,
    .undated = self->counts->undated,
    .include_unverified = self->scope.include_unverified,
    .parent = self->parent != NULL ? nsc_codebook_get_label (self->codebook, 0) : NULL,
    .as_of = *as_of != '\0' ? as_of : NULL,
    .sources = nsc_source_tally_get_line (tally, sources),
  };

  for (guint p = 0; p < n_publishers; p++)
    publishers[p] = (NscSaliencePublisher) { nsc_publishers_get_name (self->publishers, p),
                                             nsc_publishers_get_kind (self->publishers, p) };
  for (guint i = 0; i < n_issues; i++)
    {
      guint issue = self->counts->issues[i];

      rows[i] = (NscSalienceRow) { .label = nsc_codebook_get_label (self->codebook, issue),
                                   .key = nsc_issue_key_of_issue (nsc_codebook_get_id (self->codebook, issue)),
                                   .marks = &marks[(gsize) i * n_publishers] };
      for (guint p = 0; p < n_publishers; p++)
        {
          const NscSalienceCell *cell = nsc_salience_get_cell (self->counts, i, p);

          marks[(gsize) i * n_publishers + p] =
              (NscSalienceMark) { cell->mentions, cell->documents, cell->rank, key_of (self, i, p) };
        }
    }
  return nsc_salience_chart_new (&chart);
}

static gboolean
nsc_salience_result_scan_evidence (NscResult *result,
                                   NscReader *reader,
                                   gint64 key,
                                   NscRecordFunc func,
                                   gpointer data,
                                   GCancellable *cancellable,
                                   GError **error)
{
  NscSalienceResult *self = NSC_SALIENCE_RESULT (result);

  return nsc_salience_scope_scan_evidence (&self->scope, self->counts, reader, key, func, data, cancellable, error);
}

static void
nsc_salience_result_finalize (GObject *object)
{
  NscSalienceResult *self = NSC_SALIENCE_RESULT (object);

  g_free (self->language);
  g_free (self->parent);
  g_clear_pointer (&self->publishers, nsc_publishers_free);
  g_clear_pointer (&self->codebook, nsc_codebook_free);
  g_clear_pointer (&self->counts, nsc_salience_free);
  g_array_unref (self->pairs);

  G_OBJECT_CLASS (nsc_salience_result_parent_class)->finalize (object);
}

static void
nsc_salience_result_class_init (NscSalienceResultClass *klass)
{
  NscResultClass *result_class = NSC_RESULT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nsc_salience_result_finalize;
  result_class->make_figure = nsc_salience_result_make_figure;
  result_class->make_sheet = nsc_salience_result_make_sheet;
  result_class->scan_evidence = nsc_salience_result_scan_evidence;
}

static void
nsc_salience_result_init (NscSalienceResult *self)
{
  self->pairs = g_array_new (FALSE, FALSE, sizeof (NscSaliencePair));
}

static gboolean
read_publishers (NscSalienceResult *self, NscReader *reader, const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  guint n = g_strv_length (parts);

  if (n < 2 || n > G_MAXUINT16)
    {
      g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE,
                   _ ("--publisher=%s: name at least two publishers, parted by a semicolon, such as A;B"), text);
      return FALSE;
    }
  self->publishers = nsc_publishers_new (self->language);
  for (guint i = 0; i < n; i++)
    if (!nsc_publishers_add (self->publishers, reader, "publisher", parts[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
correlate_pairs (NscSalienceResult *self, gboolean only_sheet, GCancellable *cancellable, GError **error)
{
  guint n = self->counts->n_publishers;

  /* A figure tells no more; the table of the publishers tells none. */
  if (!self->summary && (only_sheet || n * (n - 1) / 2 > NSC_SALIENCE_MOST_PAIRS))
    return TRUE;
  for (guint first = 0; first < n; first++)
    for (guint second = first + 1; second < n; second++)
      {
        NscSaliencePair pair = { .first = first, .second = second };

        if (!nsc_salience_correlate (self->counts, first, second, self->seed, cancellable, &pair.correlation, error))
          return FALSE;
        g_array_append_val (self->pairs, pair);
      }
  return TRUE;
}

NscResult *
nsc_salience_result_new (const NscSalienceQuestion *question,
                         NscReader *reader,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (NscSalienceResult) self = g_object_new (NSC_TYPE_SALIENCE_RESULT, NULL);

  self->language = g_strdup (question->language);
  self->parent = g_strdup (question->parent);
  self->as_of = question->as_of;
  self->summary = question->summary;
  self->seed = question->seed;
  if (!read_publishers (self, reader, question->publishers, error))
    return NULL;
  self->codebook = nsc_codebook_new (reader, question->parent, question->language, cancellable, error);
  if (self->codebook == NULL)
    return NULL;
  self->scope = (NscSalienceScope) {
    .publishers = self->publishers,
    .codebook = self->codebook,
    .as_of = nsc_date_last_day (question->as_of),
    .include_unverified = question->include_unverified,
  };
  self->counts = nsc_salience_scope_count (
      &self->scope, reader, question->only_sheet ? NULL : nsc_result_get_tally (NSC_RESULT (self)), cancellable, error);
  if (self->counts == NULL || !correlate_pairs (self, question->only_sheet, cancellable, error))
    return NULL;
  return NSC_RESULT (g_steal_pointer (&self));
}
