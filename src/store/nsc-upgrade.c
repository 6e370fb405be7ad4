/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-schema-private.h"

#include "nsc-error.h"
#include "nsc-layout-private.h"
#include "nsc-part.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define MAX_BACKUPS 100

static gboolean
refuse_backup (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (
      error, NSC_ERROR, NSC_ERROR_READ_ONLY,
      _ ("No backup copy could be made beside “%s”, so it was not upgraded; make room or remove old backup copies"),
      name);
  return FALSE;
}

/* By a connection of its own: SQLite copies nothing from one that is about to write. */
static gboolean
copy_whole (NscConnection *connection, const char *file, const char *to, GError **error)
{
  g_autoptr (NscConnection) source = nsc_connection_open (file, connection->path, NSC_CONNECTION_READ, error);
  g_autoptr (NscConnection) target = NULL;

  if (source != NULL)
    target = nsc_connection_copy_to (source, to, connection->path, error);
  return target != NULL;
}

static gboolean
is_same (const char *a, const char *b)
{
  g_autoptr (GMappedFile) first = g_mapped_file_new (a, FALSE, NULL);
  g_autoptr (GMappedFile) second = g_mapped_file_new (b, FALSE, NULL);

  return first != NULL && second != NULL && g_mapped_file_get_length (first) == g_mapped_file_get_length (second) &&
         memcmp (g_mapped_file_get_contents (first), g_mapped_file_get_contents (second),
                 g_mapped_file_get_length (first)) == 0;
}

/* Puts it at PATH.vN.backup, or the next free name like it; an upgrade that was cut off may have left the same there.
 */
static gboolean
place_backup (NscPart *part, const char *path, int version)
{
  for (guint i = 1; i <= MAX_BACKUPS; i++)
    {
      g_autofree char *backup = i == 1 ? g_strdup_printf ("%s.v%d.backup", path, version)
                                       : g_strdup_printf ("%s.v%d.%u.backup", path, version, i);

      if (nsc_part_move_new (part, backup))
        return TRUE;
      if (errno != EEXIST)
        return FALSE;
      if (is_same (nsc_part_get_path (part), backup))
        return TRUE;
    }
  return FALSE;
}

/* Beside the path that people know, where SQLite may not be able to work. */
static gboolean
make_backup (NscConnection *connection, int version, GError **error)
{
  const char *file = sqlite3_db_filename (connection->db, "main");
  g_autofree char *whole = g_strconcat (file, ".upgrade", NULL);
  g_autofree char *place = g_strdup_printf ("%s.v%d.backup", connection->path, version);
  g_autoptr (NscPart) part = nsc_part_new (place);
  gboolean success;

  if (part == NULL)
    return refuse_backup (connection->path, error);
  g_unlink (whole);
  success = copy_whole (connection, file, whole, error) &&
            ((nsc_part_fill (part, whole, NULL) && place_backup (part, connection->path, version)) ||
             refuse_backup (connection->path, error));
  g_unlink (whole);
  return success;
}

/* Rows per table, those of the history and of digests left out. */
static gboolean
count_rows (NscConnection *connection, gint64 *counts, GError **error)
{
  const char *const *tables = nsc_layout_list_tables ();

  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM sqlite_schema WHERE name = '%s'", tables[i]);
      g_autofree char *count = g_strdup_printf ("SELECT count(*) FROM \"%s\"", tables[i]);
      gint64 is_there;

      counts[i] = 0;
      if (!nsc_connection_query_integer (connection, g_intern_string (sql), &is_there, error) ||
          (is_there != 0 && !nsc_connection_query_integer (connection, g_intern_string (count), &counts[i], error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
refuse (NscConnection *connection, GError **error)
{
  g_autofree char *name = g_filename_display_name (connection->path);

  g_set_error (
      error, NSC_ERROR, NSC_ERROR_DAMAGED,
      _ ("“%s” could not be upgraded without loss, so it was left as it was; use the version of Normscape that "
         "made it"),
      name);
  return FALSE;
}

static gboolean
run_steps (NscConnection *connection, int version, GError **error)
{
  const guint n_tables = g_strv_length ((char **) nsc_layout_list_tables ());
  g_autofree gint64 *before = g_new (gint64, n_tables);
  g_autofree gint64 *after = g_new (gint64, n_tables);
  gint64 n_orphans;

  if (!count_rows (connection, before, error))
    return FALSE;
  for (int i = version; i < nsc_schema_newest (); i++)
    if (!nsc_schema_run_step (connection, i, error))
      return FALSE;
  if (!count_rows (connection, after, error) ||
      !nsc_connection_query_integer (connection, "SELECT count(*) FROM pragma_foreign_key_check", &n_orphans, error))
    return FALSE;
  for (guint i = 0; i < n_tables; i++)
    if (after[i] < before[i])
      return refuse (connection, error);
  return n_orphans == 0 || refuse (connection, error);
}

/* The lock is held from the look at the version on, so that of two processes only one upgrades. */
static gboolean
upgrade_inside (NscConnection *connection, gboolean *done, GError **error)
{
  gint64 version;

  *done = FALSE;
  if (!nsc_connection_query_integer (connection, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version == nsc_schema_newest ())
    return TRUE;
  *done = TRUE;
  return make_backup (connection, (int) version, error) && run_steps (connection, (int) version, error);
}

gboolean
nsc_schema_upgrade (NscConnection *connection, GError **error)
{
  gboolean success, done = FALSE;

  /* A table that is rebuilt must not take those that name it along; it cannot be switched inside a transaction. */
  if (!nsc_connection_execute (connection, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  success = nsc_connection_begin (connection, error) && upgrade_inside (connection, &done, error);
  if (success && done)
    success = nsc_connection_commit (connection, error);
  else
    nsc_connection_rollback (connection);
  return nsc_connection_execute (connection, "PRAGMA foreign_keys = ON", success ? error : NULL) && success;
}
