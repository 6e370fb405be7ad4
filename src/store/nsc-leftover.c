/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-leftover-private.h"

#include "nsc-digest-private.h"
#include "nsc-error.h"
#include "nsc-fault-private.h"
#include "nsc-header-private.h"
#include "nsc-recovery-files-private.h"
#include "nsc-schema-private.h"

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

  if (!nsc_connection_read_schema (connection, error) || !nsc_schema_stand_in (connection, error) ||
      !nsc_connection_execute (connection, "BEGIN", error))
    return FALSE;
  if (!nsc_digest_compare (connection, count_cb, &n_troubles, error))
    return FALSE;
  *is_whole = n_troubles == 0;
  return nsc_connection_execute (connection, "ROLLBACK", error);
}

/* By a connection of its own, since an older file gets what it lacks; all of one moment, whoever writes meanwhile. Rows
 * that cannot even be read are an answer too. */
static gboolean
look (const char *file,
      const char *path,
      NscConnectionMode mode,
      gboolean *is_whole,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (NscConnection) connection = nsc_connection_open (file, path, mode, error);
  g_autoptr (GError) trouble = NULL;
  gboolean success;

  *is_whole = FALSE;
  if (connection == NULL)
    return FALSE;
  nsc_connection_set_cancellable (connection, cancellable);
  success = compare (connection, is_whole, &trouble);
  nsc_connection_set_cancellable (connection, NULL);
  if (success || g_error_matches (trouble, NSC_ERROR, NSC_ERROR_DAMAGED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&trouble));
  return FALSE;
}

static gboolean
is_whole_alone (const char *file, const char *path, GCancellable *cancellable)
{
  gboolean is_whole;

  return look (file, path, NSC_CONNECTION_IMMUTABLE, &is_whole, cancellable, NULL) && is_whole;
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
nsc_leftover_check_wal (const char *file, const char *path, GCancellable *cancellable, GError **error)
{
  gboolean is_whole;

  if (!look (file, path, NSC_CONNECTION_READ, &is_whole, cancellable, error))
    return FALSE;
  return is_whole || !is_whole_alone (file, path, cancellable) || refuse (path, "-wal", error);
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
  gboolean is_whole;

  if (files == NULL ||
      !look (nsc_recovery_files_get_copy (files), path, NSC_CONNECTION_WRITE, &is_whole, cancellable, error))
    return FALSE;
  if (is_whole)
    return check_length (nsc_recovery_files_get_copy (files), path, error);
  return is_whole_alone (file, path, cancellable) ? refuse (path, "-journal", error)
                                                  : nsc_fault_refuse_damaged (error, path);
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
