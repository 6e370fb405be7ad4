/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-journal-private.h"

#include "nsc-error.h"
#include "nsc-fault-private.h"

/* How often the switch to a -wal is tried while somebody reads. */
#define MAX_TRIES 100

static gboolean
has_journal (NscConnection *connection)
{
  g_autofree char *mode = nsc_connection_query_text (connection, "PRAGMA journal_mode", NULL);

  return g_strcmp0 (mode, "wal") == 0;
}

/* By SQLite's own hands, which give it the owner and permissions of the project. */
static int
write_journal (NscConnection *connection)
{
  sqlite3_vfs *system = sqlite3_vfs_find (NULL);
  sqlite3_file *handle = g_malloc0 ((gsize) system->szOsFile);
  const char *name = sqlite3_filename_wal (sqlite3_db_filename (connection->db, "main"));
  int code = system->xOpen (system, name, handle, SQLITE_OPEN_WAL | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

  if (code == SQLITE_OK)
    code = handle->pMethods->xWrite (handle, "", 1, 0);
  if (handle->pMethods != NULL)
    handle->pMethods->xClose (handle);
  g_free (handle);
  return code;
}

/* SQLite takes to a -wal that has something in it, be it one byte, whatever the file's head says. Asked for one, it
 * would write that into the head, and at the end the opposite, so that a project that was only opened, or whose every
 * change was refused, would no longer be the same bytes. Alone, since nobody may go on without the journal. */
static gboolean
lay_journal (NscConnection *connection, GError **error)
{
  gint64 unused;
  int code = SQLITE_OK;

  if (has_journal (connection))
    return TRUE;
  if (!nsc_connection_execute (connection, "BEGIN EXCLUSIVE", error))
    return FALSE;
  if (!has_journal (connection))
    code = write_journal (connection);
  nsc_connection_rollback (connection);
  if (code != SQLITE_OK)
    return nsc_fault_set (error, connection->db, code, connection->path);
  /* It is found when the file is read next. */
  return nsc_connection_query_integer (connection, "PRAGMA schema_version", &unused, error);
}

/* The second is how SQLite is asked for it, and nothing to do where the first has done. Where there is no shared memory
 * its answer is another mode, which does as well for one user. */
static gboolean
switch_to_journal (NscConnection *connection, GError **error)
{
  g_autofree char *mode = NULL;

  if (!lay_journal (connection, error))
    return FALSE;
  mode = nsc_connection_query_text (connection, "PRAGMA journal_mode = WAL", error);
  return mode != NULL;
}

gboolean
nsc_journal_begin (NscConnection *connection, GError **error)
{
  /* From here on the file is known to be whole, and whoever closes it last makes it one file again. */
  sqlite3_db_config (connection->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  for (guint i = 0;; i++)
    {
      g_autoptr (GError) trouble = NULL;

      if (switch_to_journal (connection, &trouble))
        return nsc_connection_execute (
            connection, "PRAGMA synchronous = FULL; PRAGMA secure_delete = OFF; PRAGMA cache_size = -32768", error);
      if (i == MAX_TRIES || !g_error_matches (trouble, NSC_ERROR, NSC_ERROR_BUSY))
        {
          g_propagate_error (error, g_steal_pointer (&trouble));
          return FALSE;
        }
      g_usleep (50000);
    }
}

gboolean
nsc_journal_end (NscConnection *connection, GError **error)
{
  g_autoptr (GError) trouble = NULL;

  if (nsc_connection_execute (connection, "PRAGMA journal_mode = DELETE", &trouble) ||
      g_error_matches (trouble, NSC_ERROR, NSC_ERROR_BUSY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&trouble));
  return FALSE;
}
