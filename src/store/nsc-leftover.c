/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-leftover-private.h"

#include "nsc-digest-private.h"
#include "nsc-error.h"
#include "nsc-header-private.h"
#include "nsc-opening-private.h"
#include "nsc-recovery-files-private.h"

#include <glib/gi18n-lib.h>

/* A program may begin to write, or be done, while the file is copied. */
#define TRIES 5

static void
count_cb (const char *table, gint64 first, gint64 last, gpointer data)
{
  guint *n = data;

  (*n)++;
}

static gboolean
compare (NscConnection *connection, gboolean *is_whole, GError **error)
{
  guint n_troubles = 0;

  if (!nsc_digest_compare (connection, count_cb, &n_troubles, error))
    return FALSE;
  *is_whole = n_troubles == 0;
  return TRUE;
}

/* Rows that cannot even be read are an answer too. */
static gboolean
look (NscConnection *connection, gboolean *is_whole, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  /* All of one moment, whoever writes meanwhile. */
  gboolean begins = sqlite3_get_autocommit (connection->db);
  gboolean success;

  *is_whole = FALSE;
  if (begins && !nsc_connection_execute (connection, "BEGIN", error))
    return FALSE;
  success = compare (connection, is_whole, &trouble);
  if (begins)
    nsc_connection_execute (connection, "ROLLBACK", NULL);
  if (success || g_error_matches (trouble, NSC_ERROR, NSC_ERROR_DAMAGED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&trouble));
  return FALSE;
}

static gboolean
is_whole_alone (const char *file, const char *path, GCancellable *cancellable)
{
  g_autoptr (NscConnection) alone = nsc_connection_open (file, path, NSC_CONNECTION_IMMUTABLE, NULL);
  gboolean is_whole = FALSE;

  if (alone == NULL)
    return FALSE;
  nsc_connection_set_cancellable (alone, cancellable);
  look (alone, &is_whole, NULL);
  nsc_connection_set_cancellable (alone, NULL);
  return is_whole;
}

static gboolean
refuse (const char *path, const char *suffix, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *beside = g_strconcat (name, suffix, NULL);

  g_set_error (
      error, NSC_ERROR, NSC_ERROR_DAMAGED,
      _ ("“%1$s” is whole, but “%2$s” beside it belongs to another file; move that away and open “%1$s” again"), name,
      beside);
  return FALSE;
}

gboolean
nsc_leftover_check_wal (NscConnection *connection, const char *file, GError **error)
{
  gboolean is_whole;

  if (!look (connection, &is_whole, error))
    return FALSE;
  return is_whole || !is_whole_alone (file, connection->path, connection->cancellable) ||
         refuse (connection->path, "-wal", error);
}

/* ---- journals ---- */

/* Who is about to write has reserved the file, by which SQLite too tells its journal from one that was left. */
static gboolean
is_reserved (const char *file, const char *path)
{
  g_autoptr (NscConnection) connection = nsc_connection_open (file, path, NSC_CONNECTION_READ, NULL);
  sqlite3_file *handle = NULL;
  int reserved = 0;

  return connection != NULL &&
         sqlite3_file_control (connection->db, "main", SQLITE_FCNTL_FILE_POINTER, &handle) == SQLITE_OK &&
         handle->pMethods != NULL && handle->pMethods->xCheckReservedLock (handle, &reserved) == SQLITE_OK &&
         reserved != 0;
}

/* A damaged journal makes a file longer or shorter than it says, which SQLite takes and the next opening would not. */
static gboolean
check_length (const char *file, const char *path, GError **error)
{
  NscHeader header;

  return nsc_header_read (&header, file, path, error) && nsc_header_check_length (&header, path, error);
}

static gboolean
try_once (const char *file, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscRecoveryFiles) files = nsc_recovery_files_new (file, cancellable, error);
  g_autoptr (NscConnection) copy = NULL;
  gboolean is_whole, success;

  if (files == NULL)
    return FALSE;
  copy = nsc_connection_open (nsc_recovery_files_get_copy (files), path, NSC_CONNECTION_WRITE, error);
  if (copy == NULL)
    return FALSE;
  nsc_connection_set_cancellable (copy, cancellable);
  success = look (copy, &is_whole, error);
  if (success && !is_whole && is_whole_alone (file, path, cancellable))
    success = refuse (path, "-journal", error);
  else if (success)
    success = nsc_opening_look_through (copy, error) &&
              check_length (nsc_recovery_files_get_copy (files), path, error);
  nsc_connection_set_cancellable (copy, NULL);
  return success;
}

gboolean
nsc_leftover_try_journal (const char *file, const char *path, GCancellable *cancellable, GError **error)
{
  NscHeader header;

  for (guint i = 0; i < TRIES; i++)
    {
      if (!nsc_header_read (&header, file, path, error))
        return FALSE;
      if (!header.has_journal || is_reserved (file, path) ||
          try_once (file, path, cancellable, i + 1 < TRIES ? NULL : error))
        return TRUE;
      g_usleep (20000);
    }
  return FALSE;
}
