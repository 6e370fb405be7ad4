/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-backup.h"

#include "nsc-digest-private.h"
#include "nsc-error.h"
#include "nsc-fault-private.h"
#include "nsc-history-private.h"
#include "nsc-opening-private.h"
#include "nsc-reader-private.h"
#include "nsc-schema-private.h"
#include "nsc-shelf-private.h"
#include "nsc-store-private.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* ---- whether two files hold the same ---- */

static gboolean
add_to_mark (GString *mark, NscConnection *connection, const char *sql, int n_columns, GError **error)
{
  g_autoptr (NscStatement) rows = nsc_statement_take (connection, sql, error);
  NscStatementState state;

  if (rows == NULL)
    return FALSE;
  while ((state = nsc_statement_step (rows, error)) == NSC_STATEMENT_ROW)
    for (int i = 0; i < n_columns; i++)
      g_string_append_printf (mark, "%s%c", nsc_statement_get_text (rows, i), i + 1 < n_columns ? '\t' : '\n');
  return state == NSC_STATEMENT_DONE;
}

/* The sums over all rows, and the history, say what a file holds without reading all of it. */
static char *
make_mark (NscConnection *connection, GError **error)
{
  g_autoptr (GString) mark = g_string_new (NULL);

  if (!add_to_mark (mark, connection, "PRAGMA user_version", 1, error) ||
      !add_to_mark (mark, connection, "SELECT subject_table, chunk, hash FROM digest ORDER BY 1, 2", 3, error) ||
      !add_to_mark (mark, connection, "SELECT id, undone, hash FROM history ORDER BY id", 3, error))
    return NULL;
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, mark->str, (gssize) mark->len);
}

static char *
read_mark (const char *path)
{
  g_autoptr (NscConnection) connection = nsc_connection_open (path, path, NSC_CONNECTION_IMMUTABLE, NULL);

  return connection != NULL ? make_mark (connection, NULL) : NULL;
}

/* ---- looking through a copy ---- */

static void
differs_cb (const char *table, gint64 first, gint64 last, gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
differs_in_history_cb (gint64 step, gpointer data)
{
  *(gboolean *) data = TRUE;
}

static gboolean
check_version (NscConnection *connection, GError **error)
{
  gint64 version;

  if (!nsc_connection_query_integer (connection, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version > nsc_schema_newest ())
    return nsc_fault_refuse (error, NSC_ERROR_NEWER,
                             _ ("The backup “%s” was made by a newer version of Normscape; update Normscape to use it"),
                             connection->path);
  return nsc_schema_check (connection, (int) version, error) && nsc_schema_stand_in (connection, error);
}

/* Of a file that nobody else writes. */
static gboolean
look_through (NscConnection *connection, GError **error)
{
  gboolean differs = FALSE;

  if (!check_version (connection, error) || !nsc_opening_look_through (connection, error) ||
      !nsc_digest_compare (connection, differs_cb, &differs, error) ||
      !nsc_history_verify (connection, differs_in_history_cb, &differs, error))
    return FALSE;
  return !differs ||
         nsc_fault_refuse (error, NSC_ERROR_DAMAGED,
                           _ ("The copy of “%s” is not what was written, so it does not count as a backup; go back to "
                              "an earlier one"),
                           connection->path);
}

static gboolean
read_facts (NscConnection *connection, NscBackupFacts *facts, GError **error)
{
  const NscTable *const *tables = nsc_table_list ();
  g_autoptr (GPtrArray) steps = nsc_history_list (connection, error);
  g_autoptr (NscReader) reader = nsc_reader_new_for_writer (connection);

  if (steps == NULL)
    return FALSE;
  for (guint i = 0; i < steps->len; i++)
    {
      const NscStep *step = g_ptr_array_index (steps, i);

      if (step->undone)
        break;
      g_clear_pointer (&facts->newest, nsc_step_free);
      facts->newest = nsc_step_copy (step);
    }
  for (guint i = 0; tables[i] != NULL; i++)
    {
      gint64 n = nsc_reader_count (reader, tables[i], error);

      if (n < 0)
        return FALSE;
      facts->n_records += n;
    }
  return TRUE;
}

gboolean
nsc_backup_look (const char *backup, NscBackupFacts *facts, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscConnection) connection = NULL;
  gboolean success;
  NscHeader header;

  g_return_val_if_fail (backup != NULL && facts != NULL, FALSE);

  *facts = (NscBackupFacts) { 0 };
  if (!nsc_header_read (&header, backup, backup, error) || !nsc_header_check_length (&header, backup, error))
    return FALSE;
  connection = nsc_connection_open (backup, backup, NSC_CONNECTION_IMMUTABLE, error);
  if (connection == NULL)
    return FALSE;
  nsc_connection_set_cancellable (connection, cancellable);
  success = look_through (connection, error) && read_facts (connection, facts, error);
  nsc_connection_set_cancellable (connection, NULL);
  if (!success)
    nsc_backup_facts_clear (facts);
  return success;
}

/* ---- making one ---- */

static gboolean
has_room (NscShelf *shelf, NscConnection *source, GError **error)
{
  gint64 room = nsc_shelf_get_room (shelf);
  gint64 n_pages, page_size;

  if (!nsc_connection_query_integer (source, "PRAGMA page_count", &n_pages, error) ||
      !nsc_connection_query_integer (source, "PRAGMA page_size", &page_size, error))
    return FALSE;
  return room < 0 || room / 2 >= n_pages * page_size ||
         nsc_fault_refuse (
             error, NSC_ERROR_FULL,
             _ ("No backup of “%s” was made, since too little room is left on the device; make room there"),
             source->path);
}

static gboolean
write_part (NscShelf *shelf, NscConnection *source, GError **error)
{
  g_autoptr (NscConnection) target = nsc_connection_copy_to (source, nsc_shelf_get_part (shelf), source->path, error);

  return target != NULL;
}

/* What is looked through is what the disk has, as far as can be told. */
static gboolean
sync_part (NscShelf *shelf, const char *path, GError **error)
{
  int handle = g_open (nsc_shelf_get_part (shelf), O_RDONLY | O_CLOEXEC, 0);
  gboolean success = handle >= 0 && fsync (handle) == 0;

  if (handle >= 0)
    g_close (handle, NULL);
  return success ||
         nsc_fault_refuse (error, NSC_ERROR_STORAGE,
                           _ ("The backup of “%s” cannot be written; check the device that your folder is on"), path);
}

static gboolean
verify_part (NscShelf *shelf, NscConnection *source, const char *mark, GError **error)
{
  g_autoptr (NscConnection) copy =
      nsc_connection_open (nsc_shelf_get_part (shelf), source->path, NSC_CONNECTION_IMMUTABLE, error);
  g_autofree char *copied = NULL;
  gboolean success;

  if (copy == NULL)
    return FALSE;
  nsc_connection_set_cancellable (copy, source->cancellable);
  success = look_through (copy, error) && (copied = make_mark (copy, error)) != NULL;
  nsc_connection_set_cancellable (copy, NULL);
  if (success && !g_str_equal (copied, mark))
    return nsc_fault_refuse (
        error, NSC_ERROR_DAMAGED,
        _ ("The backup of “%s” is not what the project holds, so it was not kept; check the device that "
           "your folder is on"),
        source->path);
  return success;
}

/* The path of the new backup. */
static char *
fill_shelf (NscShelf *shelf, NscConnection *source, const char *mark, GError **error)
{
  char *path = NULL;

  if (has_room (shelf, source, error) && write_part (shelf, source, error) && sync_part (shelf, source->path, error) &&
      verify_part (shelf, source, mark, error) && !g_cancellable_set_error_if_cancelled (source->cancellable, error))
    path = nsc_shelf_keep_part (shelf, error);
  if (path == NULL)
    g_unlink (nsc_shelf_get_part (shelf));
  return path;
}

static char *
find_same (const char *uid, const char *mark)
{
  g_autoptr (GPtrArray) backups = nsc_backup_list (uid);
  const NscBackup *newest = backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL;
  g_autofree char *known = newest != NULL ? read_mark (newest->path) : NULL;

  return g_strcmp0 (known, mark) == 0 ? g_strdup (newest->path) : NULL;
}

static gboolean
back_up (NscConnection *source, const char *place, char **path, GError **error)
{
  g_autofree char *uid = nsc_connection_query_text (source, "SELECT uid FROM project", error);
  g_autofree char *mark = uid != NULL ? make_mark (source, error) : NULL;
  g_autoptr (NscShelf) shelf = NULL;
  g_autoptr (GError) trouble = NULL;

  if (mark == NULL)
    return FALSE;
  *path = find_same (uid, mark);
  if (*path == NULL)
    {
      shelf = nsc_shelf_take (uid, &trouble);
      if (shelf != NULL)
        *path = fill_shelf (shelf, source, mark, &trouble);
    }
  if (trouble != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
  nsc_shelf_note_place (place, uid);
  return TRUE;
}

gboolean
nsc_store_back_up (NscStore *self, char **path, GCancellable *cancellable, GError **error)
{
  static GMutex turn;
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (NscReader) reader = NULL;
  g_autofree char *found = NULL;
  gboolean success;

  g_return_val_if_fail (NSC_IS_STORE (self), FALSE);

  if (path != NULL)
    *path = NULL;
  /* What is at its place now is another file. */
  if (nsc_store_get_place (self) == NSC_STORE_PLACE_GONE || nsc_store_get_place (self) == NSC_STORE_PLACE_REPLACED)
    return TRUE;
  /* What a window begins when it opens a project does not keep it from a backup of what was done when it closes. */
  locker = g_mutex_locker_new (&turn);
  reader = nsc_store_take_reader (self, error);
  if (reader == NULL)
    return FALSE;
  nsc_connection_set_cancellable (reader->connection, cancellable);
  success = back_up (reader->connection, nsc_store_get_place_path (self), &found, error);
  nsc_connection_set_cancellable (reader->connection, NULL);
  if (path != NULL)
    *path = g_steal_pointer (&found);
  return success;
}

/* ---- values ---- */

NscBackup *
nsc_backup_copy (const NscBackup *self)
{
  NscBackup *copy = g_memdup2 (self, sizeof *self);

  copy->path = g_strdup (self->path);
  return copy;
}

void
nsc_backup_free (NscBackup *self)
{
  g_free (self->path);
  g_free (self);
}

void
nsc_backup_facts_clear (NscBackupFacts *self)
{
  g_clear_pointer (&self->newest, nsc_step_free);
}
