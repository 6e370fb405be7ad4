/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-opening-private.h"

#include "nsc-digest-private.h"
#include "nsc-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static gboolean
claim (const char *path, GError **error)
{
  int file = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
  g_autofree char *name = NULL;

  if (file >= 0)
    return g_close (file, error);
  name = g_filename_display_name (path);
  if (errno == EEXIST)
    g_set_error (error, NSC_ERROR, NSC_ERROR_OUTPUT,
                 _ ("There is already a file “%s”; choose another name, or remove that file first"), name);
  else
    g_set_error (error, NSC_ERROR, NSC_ERROR_OUTPUT, _ ("“%1$s” cannot be made (%2$s); choose another folder"), name,
                 g_strerror (errno));
  return FALSE;
}

static gboolean
fill (NscConnection *connection, const char *title, GError **error)
{
  g_autofree char *uid = g_uuid_string_random ();
  g_autoptr (NscDigest) digest = nsc_digest_new ();
  const NscLayout *layout;
  NscCell cells[] = { nsc_cell_integer (1), nsc_cell_text (uid), nsc_cell_text (title) };
  g_autoptr (NscStatement) insert = NULL;

  if (!nsc_schema_make (connection, error))
    return FALSE;
  layout = nsc_layout_get (connection, "project", error);
  if (layout == NULL)
    return FALSE;
  insert = nsc_statement_take (connection, layout->insert, error);
  if (insert == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    nsc_statement_bind_cell (insert, (int) i + 1, &cells[i]);
  nsc_digest_add_row (digest, layout, cells);
  return nsc_statement_run (insert, error) && nsc_digest_flush (digest, connection, error);
}

gboolean
nsc_opening_create (const char *path, const char *title, GError **error)
{
  g_autoptr (NscConnection) connection = NULL;
  gboolean success;

  if (!claim (path, error))
    return FALSE;
  connection = nsc_connection_open (path, path, NSC_CONNECTION_WRITE, error);
  success = connection != NULL && nsc_connection_begin (connection, error);
  if (success)
    {
      success = fill (connection, title, error);
      if (success)
        success = nsc_connection_commit (connection, error);
      else
        nsc_connection_rollback (connection);
    }
  g_clear_pointer (&connection, nsc_connection_free);
  if (!success)
    g_unlink (path);
  return success;
}

static gboolean
check_marks (NscConnection *connection, GError **error)
{
  gint64 application_id, version;
  g_autofree char *name = g_filename_display_name (connection->path);

  if (!nsc_connection_query_integer (connection, "PRAGMA application_id", &application_id, error) ||
      !nsc_connection_query_integer (connection, "PRAGMA user_version", &version, error))
    return FALSE;
  if (application_id == NSC_SCHEMA_APPLICATION_ID)
    return TRUE;
  g_set_error (error, NSC_ERROR, NSC_ERROR_NOT_A_PROJECT,
               _ ("“%s” is not a Normscape project; open a file that Normscape has made"), name);
  return FALSE;
}

static gboolean
set_journal (NscConnection *connection, GError **error)
{
  return nsc_connection_execute (connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", error);
}

NscConnection *
nsc_opening_open (const char *path, gboolean write, char **reason, GError **error)
{
  g_autoptr (NscConnection) connection =
      nsc_connection_open (path, path, write ? NSC_CONNECTION_WRITE : NSC_CONNECTION_READ, error);

  *reason = NULL;
  if (connection == NULL || !check_marks (connection, error) || (write && !set_journal (connection, error)))
    return NULL;
  return g_steal_pointer (&connection);
}

gboolean
nsc_opening_close (NscConnection *connection, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  gboolean success = nsc_connection_execute (connection, "PRAGMA optimize; PRAGMA journal_mode = DELETE", &trouble);

  /* Another process still works on the file; it will do the same when it is done. */
  if (g_error_matches (trouble, NSC_ERROR, NSC_ERROR_BUSY))
    success = TRUE;
  else if (!success)
    g_propagate_error (error, g_steal_pointer (&trouble));
  nsc_connection_free (connection);
  return success;
}
