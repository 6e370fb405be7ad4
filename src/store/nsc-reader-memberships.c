/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-reader-private.h"

#include "nsc-scan-private.h"

/* The index of initiatives keeps its rows in their order, so that nothing has to be sorted. */
#define SQL                                                                                                            \
  "SELECT s.row, s.actor, a.country, a.sector, a.kind, s.role, s.joined, s.\"left\", s.confidence, a.confidence,"      \
  " s.source FROM signatories s INDEXED BY signatories_initiative CROSS JOIN actors a ON a.row = s.actor"              \
  " WHERE s.initiative = ?1 ORDER BY s.row"

typedef struct
{
  NscMembership *batch;
  guint n;
  NscScanTexts texts;
  GHashTable *roles; /* role to its key, for the whole scan */

  /* Rows that stand together mostly say the same, so that these are looked at before anything is looked up. */
  const char *last_kind;
  const char *last_source;
  const char *last_role;
  guint last_role_key;
  NscScanDate joined;
  NscScanDate left;
} Scan;

static void
read_role (Scan *scan, NscStatement *row, NscMembership *membership)
{
  const char *text = nsc_statement_get_text (row, 5);
  gpointer key, value;

  if (scan->last_role == NULL || !g_str_equal (text, scan->last_role))
    {
      if (!g_hash_table_lookup_extended (scan->roles, text, &key, &value))
        {
          key = g_strdup (text);
          value = GUINT_TO_POINTER (g_hash_table_size (scan->roles));
          g_hash_table_insert (scan->roles, key, value);
        }
      scan->last_role = key;
      scan->last_role_key = GPOINTER_TO_UINT (value);
    }
  membership->role = scan->last_role;
  membership->role_key = scan->last_role_key;
}

static gboolean
read_membership (Scan *scan, NscStatement *row, GError **error)
{
  NscMembership *membership = &scan->batch[scan->n++];

  membership->row = nsc_statement_get_integer (row, 0);
  membership->actor = nsc_statement_get_integer (row, 1);
  membership->country = nsc_statement_get_integer (row, 2);
  membership->sector = nsc_statement_get_integer (row, 3);
  membership->actor_kind = nsc_scan_texts_keep (&scan->texts, row, 4, &scan->last_kind);
  read_role (scan, row, membership);
  membership->unverified = nsc_scan_is_unverified (row, 8);
  membership->actor_unverified = nsc_scan_is_unverified (row, 9);
  membership->source = nsc_scan_texts_keep (&scan->texts, row, 10, &scan->last_source);
  return nsc_scan_date_read (&scan->joined, row, 6, &membership->joined, error) &&
         nsc_scan_date_read (&scan->left, row, 7, &membership->left, error);
}

static gboolean
flush (Scan *scan, NscMembershipFunc func, gpointer data, GError **error)
{
  if (scan->n > 0 && !func (scan->batch, scan->n, data, error))
    return FALSE;
  scan->n = 0;
  scan->last_kind = NULL;
  scan->last_source = NULL;
  nsc_scan_texts_reset (&scan->texts);
  return TRUE;
}

static gboolean
run_scan (
    Scan *scan, NscStatement *rows, NscMembershipFunc func, gpointer data, GCancellable *cancellable, GError **error)
{
  NscStatementState state;

  while ((state = nsc_statement_step (rows, error)) == NSC_STATEMENT_ROW)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !read_membership (scan, rows, error))
        return FALSE;
      if ((scan->n == NSC_SCAN_BATCH || nsc_scan_texts_is_full (&scan->texts)) && !flush (scan, func, data, error))
        return FALSE;
    }
  return state == NSC_STATEMENT_DONE && flush (scan, func, data, error);
}

gboolean
nsc_reader_scan_memberships (NscReader *self,
                             gint64 initiative,
                             NscMembershipFunc func,
                             gpointer data,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (NscStatement) rows = nsc_statement_take (self->connection, SQL, error);
  Scan scan = { 0 };
  gboolean success;

  if (rows == NULL)
    return FALSE;
  scan.batch = g_new (NscMembership, NSC_SCAN_BATCH);
  nsc_scan_texts_init (&scan.texts);
  scan.roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  nsc_statement_bind_integer (rows, 1, initiative);
  success = run_scan (&scan, rows, func, data, cancellable, error);
  g_hash_table_unref (scan.roles);
  nsc_scan_texts_clear (&scan.texts);
  g_free (scan.batch);
  return success;
}
