/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-shelf-private.h"

#include "nsc-error.h"
#include "nsc-part.h"
#include "nsc-rota-private.h"
#include "nsc-safe-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/statvfs.h>
#include <unistd.h>

#define ENDING ".normscape"
#define PART ".part"
#define TIME_FORMAT "%Y-%m-%dT%H%M%SZ"

struct _NscShelf
{
  char *folder;
  char *part;
  int lock;
};

static gint64 pretended_room = -1;

static gboolean
fail (const char *folder, GError **error)
{
  int reason = errno;
  g_autofree char *name = g_filename_display_name (folder);

  g_set_error (error, NSC_ERROR, NSC_ERROR_OUTPUT,
               _ ("No backup can be kept in “%1$s” (%2$s); make room there or check its permissions"), name,
               g_strerror (reason));
  return FALSE;
}

static char *
get_root (void)
{
  return g_build_filename (g_get_user_data_dir (), "normscape", "backups", NULL);
}

/* ---- names ---- */

static char *
make_name (gint64 made)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (made);
  g_autofree char *text = g_date_time_format (when, TIME_FORMAT);

  return g_strconcat (text, ENDING, NULL);
}

/* FALSE for a file that is no backup of ours. */
static gboolean
read_name (const char *name, gint64 *made)
{
  g_autoptr (GDateTime) when = NULL;
  g_autofree char *back = NULL;
  int year, month, day, hour, minute, second;

  if (sscanf (name, "%4d-%2d-%2dT%2d%2d%2dZ", &year, &month, &day, &hour, &minute, &second) != 6)
    return FALSE;
  when = g_date_time_new_utc (year, month, day, hour, minute, second);
  if (when == NULL)
    return FALSE;
  *made = g_date_time_to_unix (when);
  back = make_name (*made);
  return g_str_equal (name, back);
}

/* ---- the folder ---- */

/* An identifier comes from a file, so it is not let into a path unless it is one of ours. */
char *
nsc_shelf_get_folder (const char *uid)
{
  g_autofree char *root = get_root ();
  g_autofree char *name = NULL;

  g_return_val_if_fail (uid != NULL, NULL);

  name = g_uuid_string_is_valid (uid) ? g_ascii_strdown (uid, -1)
                                      : g_compute_checksum_for_string (G_CHECKSUM_SHA256, uid, -1);
  return g_build_filename (root, name, NULL);
}

static void
remove_stale_parts (NscShelf *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      if (g_str_has_suffix (name, PART) || g_str_has_suffix (name, PART "-journal"))
        g_unlink (path);
    }
}

NscShelf *
nsc_shelf_take (const char *uid, GError **error)
{
  g_autoptr (NscShelf) self = g_new0 (NscShelf, 1);
  g_autofree char *lock = NULL;

  self->lock = -1;
  self->folder = nsc_shelf_get_folder (uid);
  self->part = g_build_filename (self->folder, "new" PART, NULL);
  lock = g_build_filename (self->folder, ".lock", NULL);
  if (g_mkdir_with_parents (self->folder, 0700) != 0 ||
      (self->lock = g_open (lock, O_RDWR | O_CREAT | O_CLOEXEC, 0600)) < 0)
    {
      fail (self->folder, error);
      return NULL;
    }
  if (flock (self->lock, LOCK_EX | LOCK_NB) != 0)
    return NULL;
  remove_stale_parts (self);
  return g_steal_pointer (&self);
}

void
nsc_shelf_give_back (NscShelf *self)
{
  if (self == NULL)
    return;
  if (self->lock >= 0)
    g_close (self->lock, NULL);
  g_free (self->folder);
  g_free (self->part);
  g_free (self);
}

const char *
nsc_shelf_get_part (NscShelf *self)
{
  return self->part;
}

/* ---- lists ---- */

static int
newest_first (gconstpointer a, gconstpointer b)
{
  const NscBackup *x = *(const NscBackup *const *) a, *y = *(const NscBackup *const *) b;

  return x->made > y->made ? -1 : x->made < y->made;
}

GPtrArray *
nsc_backup_list (const char *uid)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_backup_free);
  g_autofree char *folder = nsc_shelf_get_folder (uid);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gint64 made;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      NscBackup *backup;
      GStatBuf info;

      if (!read_name (name, &made) || g_stat (path, &info) != 0 || !S_ISREG (info.st_mode))
        continue;
      backup = g_new (NscBackup, 1);
      backup->path = g_steal_pointer (&path);
      backup->made = made;
      backup->size = (guint64) info.st_size;
      g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, newest_first);
  return backups;
}

static void
remove_surplus (NscShelf *self, gint64 now)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GArray) surplus = NULL;
  const char *name;
  gint64 made;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (read_name (name, &made))
      g_array_append_val (times, made);
  surplus = nsc_rota_list_surplus ((const gint64 *) (void *) times->data, times->len, now, zone);
  for (guint i = 0; i < surplus->len; i++)
    {
      g_autofree char *gone = make_name (g_array_index (surplus, gint64, i));
      g_autofree char *path = g_build_filename (self->folder, gone, NULL);

      g_unlink (path);
    }
}

char *
nsc_shelf_keep_part (NscShelf *self, GError **error)
{
  gint64 made = g_get_real_time () / G_USEC_PER_SEC - 1;
  g_autofree char *path = NULL;

  /* Two within a second are a second apart. */
  do
    {
      g_autofree char *name = make_name (++made);

      g_free (path);
      path = g_build_filename (self->folder, name, NULL);
    }
  while (g_file_test (path, G_FILE_TEST_EXISTS));
  if (g_rename (self->part, path) != 0)
    {
      fail (self->folder, error);
      return NULL;
    }
  nsc_part_sync_name (path);
  remove_surplus (self, made);
  return g_steal_pointer (&path);
}

/* ---- room ---- */

gint64
nsc_shelf_get_room (NscShelf *self)
{
  struct statvfs info;

  if (pretended_room >= 0)
    return pretended_room;
  return statvfs (self->folder, &info) == 0 ? (gint64) info.f_bavail * (gint64) info.f_frsize : -1;
}

void
nsc_shelf_pretend_room (gint64 room)
{
  pretended_room = room;
}

/* ---- places ---- */

static char *
make_note_name (const char *path)
{
  g_autofree char *root = get_root ();
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, absolute, -1);

  return g_build_filename (root, "places", name, NULL);
}

void
nsc_shelf_note_place (const char *path, const char *uid)
{
  g_autofree char *note = make_note_name (path);
  g_autofree char *folder = g_path_get_dirname (note);
  g_autofree char *known = nsc_shelf_recall_place (path);

  if (g_strcmp0 (known, uid) != 0 && g_mkdir_with_parents (folder, 0700) == 0)
    nsc_safe_file_write (note, uid, strlen (uid), NULL);
}

char *
nsc_shelf_recall_place (const char *path)
{
  g_autofree char *note = make_note_name (path);
  char *uid = NULL;

  return g_file_get_contents (note, &uid, NULL, NULL) ? uid : NULL;
}
