/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-backup.h"

#include "nsc-connection-private.h"
#include "nsc-error.h"
#include "nsc-header-private.h"
#include "nsc-safe-file.h"
#include "nsc-shelf-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#define MAX_ASIDE 5

/* What SQLite may have left beside a file. */
static const char *const companions[] = { "-wal", "-journal", "-shm" };

static char *
resolve (const char *path)
{
  char *found = realpath (path, NULL);
  char *place = g_strdup (found != NULL ? found : path);

  free (found);
  return place;
}

char *
nsc_backup_find_project (const char *path)
{
  g_autofree char *place = NULL;
  g_autoptr (NscConnection) connection = NULL;
  char *uid;

  g_return_val_if_fail (path != NULL, NULL);

  place = resolve (path);
  connection = nsc_connection_open (place, path, NSC_CONNECTION_IMMUTABLE, NULL);
  uid = connection != NULL ? nsc_connection_query_text (connection, "SELECT uid FROM project", NULL) : NULL;
  if (uid != NULL && *uid != '\0')
    return uid;
  g_free (uid);
  return nsc_shelf_recall_place (place);
}

/* ---- what is there before ---- */

static gboolean
copy_file (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  GError *trouble = NULL;

  return g_file_copy (source, target, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL,
                      &trouble) ||
         nsc_safe_file_explain (to, trouble, error);
}

/* A journal of the file before would be played into the one that takes its place. */
static void
remove_companions (const char *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *path = g_strconcat (place, companions[i], NULL);

      g_unlink (path);
    }
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

/* Of what was put aside the newest few are enough. */
static void
remove_oldest (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".normscape"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, newest_first);
  for (guint i = MAX_ASIDE; i < paths->len; i++)
    {
      remove_companions (g_ptr_array_index (paths, i));
      g_unlink (g_ptr_array_index (paths, i));
    }
}

/* As it is, with what belongs to it. The folder is that of the backups, beside which nothing looks for it. */
static char *
put_aside (const char *place, const char *backup, GError **error)
{
  g_autofree char *backups = g_path_get_dirname (backup);
  g_autofree char *folder = g_build_filename (backups, "damaged", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *when = g_date_time_format (now, "%Y-%m-%dT%H%M%S.%fZ");
  g_autofree char *aside = g_strdup_printf ("%s/%s.normscape", folder, when);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int reason = errno;

      nsc_safe_file_explain (
          folder, g_error_new_literal (G_IO_ERROR, g_io_error_from_errno (reason), g_strerror (reason)), error);
      return NULL;
    }
  if (!copy_file (place, aside, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *from = g_strconcat (place, companions[i], NULL);
      g_autofree char *to = g_strconcat (aside, companions[i], NULL);

      if (g_file_test (from, G_FILE_TEST_EXISTS) && !copy_file (from, to, error))
        return NULL;
    }
  remove_oldest (folder);
  return g_steal_pointer (&aside);
}

/* Where what is at PLACE is to be found afterwards. */
static gboolean
save_present (const char *place, const char *path, const char *backup, char **aside, GError **error)
{
  g_autoptr (NscStore) store = NULL;

  *aside = NULL;
  if (!g_file_test (place, G_FILE_TEST_EXISTS))
    return TRUE;
  store = nsc_store_open (path, NSC_STORE_READ, NULL, NULL);
  if (store != NULL)
    {
      NscHeader header;

      if (nsc_header_read (&header, place, path, NULL) && header.has_wal)
        {
          g_autofree char *name = g_filename_display_name (path);

          g_set_error (error, NSC_ERROR, NSC_ERROR_BUSY,
                       _ ("Another program has “%s” open; close it there, then restore the backup"), name);
          return FALSE;
        }
      nsc_store_back_up (store, aside, NULL, NULL);
      nsc_store_close (store, NULL);
    }
  if (*aside == NULL)
    *aside = put_aside (place, backup, error);
  return *aside != NULL;
}

/* ---- putting in its place ---- */

static NscSafeFile *
prepare (const char *backup, const char *place, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscSafeFile) target = nsc_safe_file_new (place, error);

  return target != NULL && nsc_safe_file_fill (target, backup, cancellable, error) &&
                 nsc_safe_file_settle (target, cancellable, error)
             ? g_steal_pointer (&target)
             : NULL;
}

/* That of what was put aside is only true beside its own file. */
static void
bring_companions (const char *backup, const char *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *from = g_strconcat (backup, companions[i], NULL);
      g_autofree char *to = g_strconcat (place, companions[i], NULL);

      if (g_file_test (from, G_FILE_TEST_EXISTS))
        copy_file (from, to, NULL);
    }
}

gboolean
nsc_backup_restore (
    const char *backup, NscBackupTrust trust, const char *path, char **aside, GCancellable *cancellable, GError **error)
{
  g_auto (NscBackupFacts) facts = { 0 };
  g_autoptr (NscSafeFile) target = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *place = NULL;

  g_return_val_if_fail (backup != NULL && path != NULL, FALSE);

  place = resolve (path);
  if (aside != NULL)
    *aside = NULL;
  if (trust == NSC_BACKUP_VERIFIED && !nsc_backup_look (backup, &facts, cancellable, error))
    return FALSE;
  /* Before the present file is backed up, which may take the oldest backup away. */
  target = prepare (backup, place, cancellable, error);
  if (target == NULL || !save_present (place, path, backup, &saved, error))
    return FALSE;
  remove_companions (place);
  if (!nsc_safe_file_commit (target, NULL, error))
    return FALSE;
  bring_companions (backup, place);
  if (aside != NULL)
    *aside = g_steal_pointer (&saved);
  return TRUE;
}
