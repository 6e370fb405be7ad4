/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-store-private.h"

#include "nsc-digest-private.h"
#include "nsc-error.h"
#include "nsc-history-private.h"
#include "nsc-reader-private.h"
#include "nsc-schema-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  NscConnection *connection;
  NscTroubleFunc func;
  gpointer data;
  guint n_troubles;
} Check;

typedef gboolean (*CheckFunc) (Check *self, GError **error);

static void
tell (Check *self, const char *trouble)
{
  self->n_troubles++;
  if (self->func != NULL)
    self->func (trouble, self->data);
}

static gboolean
check_pages (Check *self, GError **error)
{
  g_autoptr (NscStatement) rows = NULL;
  NscStatementState state;
  gint64 version;

  if (!nsc_connection_query_integer (self->connection, "PRAGMA user_version", &version, error))
    return FALSE;
  /* The indexes of a newer version may be of what takes for ever to compute. */
  rows = nsc_statement_take (
      self->connection, version > nsc_schema_newest () ? "PRAGMA quick_check (100)" : "PRAGMA integrity_check (100)",
      error);
  if (rows == NULL)
    return FALSE;
  while ((state = nsc_statement_step (rows, error)) == NSC_STATEMENT_ROW)
    {
      const char *text = nsc_statement_get_text (rows, 0);
      g_autofree char *trouble = g_strdup_printf (_ ("The file's inner order is broken: %s"), text);

      if (!g_str_equal (text, "ok"))
        tell (self, trouble);
    }
  return state == NSC_STATEMENT_DONE;
}

static gboolean
check_references (Check *self, GError **error)
{
  g_autoptr (NscStatement) rows = nsc_statement_take (self->connection, "PRAGMA foreign_key_check", error);
  NscStatementState state;

  if (rows == NULL)
    return FALSE;
  while ((state = nsc_statement_step (rows, error)) == NSC_STATEMENT_ROW)
    {
      g_autofree char *trouble = g_strdup_printf (
          _ ("Row %2$s of the table “%1$s” names a record of “%3$s” that is not there"),
          nsc_statement_get_text (rows, 0), nsc_statement_get_text (rows, 1), nsc_statement_get_text (rows, 2));

      tell (self, trouble);
    }
  return state == NSC_STATEMENT_DONE;
}

static void
digest_cb (const char *table, gint64 first, gint64 last, gpointer data)
{
  g_autofree char *first_text = g_strdup_printf ("%" G_GINT64_FORMAT, first);
  g_autofree char *last_text = g_strdup_printf ("%" G_GINT64_FORMAT, last);
  g_autofree char *trouble =
      g_strdup_printf (_ ("The rows %2$s to %3$s of the table “%1$s” are not what was written; compare them with a "
                          "backup copy"),
                       table, first_text, last_text);

  tell (data, trouble);
}

static gboolean
check_digests (Check *self, GError **error)
{
  return nsc_digest_compare (self->connection, digest_cb, self, error);
}

static void
history_cb (gint64 step, gpointer data)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, step);
  g_autofree char *trouble =
      g_strdup_printf (_ ("Step %s of the history is not what was written; it cannot be undone or redone"), number);

  tell (data, trouble);
}

static gboolean
check_history (Check *self, GError **error)
{
  return nsc_history_verify (self->connection, history_cb, self, error);
}

/* A part of the file that cannot even be read is trouble found, not a failure to look. */
static gboolean
run_check (Check *self, CheckFunc func, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (func (self, &failure))
    return TRUE;
  if (g_error_matches (failure, NSC_ERROR, NSC_ERROR_DAMAGED))
    {
      tell (self, failure->message);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
nsc_store_check (
    NscStore *self, NscTroubleFunc func, gpointer data, guint *n_troubles, GCancellable *cancellable, GError **error)
{
  static const CheckFunc checks[] = { check_pages, check_references, check_digests, check_history };
  g_autoptr (NscReader) reader = nsc_store_take_reader (self, error);
  Check check = { .func = func, .data = data };
  gboolean success = TRUE;

  if (reader == NULL)
    return FALSE;
  check.connection = reader->connection;
  nsc_connection_set_cancellable (reader->connection, cancellable);
  for (guint i = 0; success && i < G_N_ELEMENTS (checks); i++)
    success = !g_cancellable_set_error_if_cancelled (cancellable, error) && run_check (&check, checks[i], error);
  nsc_connection_set_cancellable (reader->connection, NULL);
  if (n_troubles != NULL)
    *n_troubles = check.n_troubles;
  return success;
}
