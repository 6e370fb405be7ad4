/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-part.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define TRIES 100

/* What stands behind the place's name. */
#define LOT_DIGITS 8
#define ENDING ".part"

struct _NscPart
{
  char *path;     /* NULL once it is in its place */
  int descriptor; /* holds the lock */
};

/* The longest that SQLite has behind the name of a file of its own. */
#define BESIDE "-journal"

/* How the part's name begins: with the place's, or with the program's where the whole would be longer than a name may
 * be. */
static const char *
get_stem (const char *base)
{
  return strlen (base) + 1 + LOT_DIGITS + strlen (ENDING BESIDE) <= NAME_MAX ? base : ".normscape";
}

/* The part that a file in the folder belongs to, be it itself or what SQLite kept beside it; NULL for all others. */
static char *
find_part (const char *name, const char *stem)
{
  gsize length = strlen (stem);
  const char *lot = name + length + 1;

  if (!g_str_has_prefix (name, stem) || name[length] != '.' || strspn (lot, "0123456789abcdef") != LOT_DIGITS ||
      !g_str_has_prefix (lot + LOT_DIGITS, ENDING))
    return NULL;
  return g_strndup (name, length + 1 + LOT_DIGITS + strlen (ENDING));
}

/* Removes FILE, which belongs to PART, unless somebody holds that. While it is done nobody can take hold of it, else
 * one that was just made would be gone. */
static void
remove_unless_held (const char *part, const char *file)
{
  int descriptor = g_open (part, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW, 0);

  if (descriptor < 0 ? errno == ENOENT : flock (descriptor, LOCK_EX | LOCK_NB) == 0)
    g_unlink (file);
  if (descriptor >= 0)
    g_close (descriptor, NULL);
}

static void
remove_left (const char *folder, const char *stem)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *part_name = find_part (name, stem);
      g_autofree char *part = part_name != NULL ? g_build_filename (folder, part_name, NULL) : NULL;
      g_autofree char *file = g_build_filename (folder, name, NULL);

      if (part != NULL)
        remove_unless_held (part, file);
    }
}

/* Another program may have taken it for one that was left, before it was locked. */
static gboolean
is_still_there (const NscPart *self)
{
  struct stat own, now;

  return fstat (self->descriptor, &own) == 0 && stat (self->path, &now) == 0 && own.st_dev == now.st_dev &&
         own.st_ino == now.st_ino;
}

NscPart *
nsc_part_new (const char *place)
{
  g_autoptr (NscPart) self = g_new0 (NscPart, 1);
  g_autofree char *folder = NULL, *base = NULL;

  g_return_val_if_fail (place != NULL, NULL);

  self->descriptor = -1;
  folder = g_path_get_dirname (place);
  base = g_path_get_basename (place);
  remove_left (folder, get_stem (base));
  for (guint i = 0; i < TRIES; i++)
    {
      g_free (self->path);
      self->path = g_strdup_printf ("%s/%s.%0*x" ENDING, folder, get_stem (base), LOT_DIGITS, g_random_int ());
      self->descriptor = g_open (self->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (self->descriptor < 0 && errno == EEXIST)
        continue;
      if (self->descriptor < 0)
        {
          g_clear_pointer (&self->path, g_free);
          return NULL;
        }
      /* Where there are no locks, nobody can tell that a part was left, so it is let be. */
      if (flock (self->descriptor, LOCK_EX | LOCK_NB) == 0 ? is_still_there (self) : errno != EWOULDBLOCK)
        return g_steal_pointer (&self);
      g_close (self->descriptor, NULL);
      self->descriptor = -1;
    }
  g_clear_pointer (&self->path, g_free);
  errno = EEXIST;
  return NULL;
}

void
nsc_part_free (NscPart *self)
{
  int saved = errno;

  if (self == NULL)
    return;
  if (self->path != NULL)
    g_unlink (self->path);
  if (self->descriptor >= 0)
    g_close (self->descriptor, NULL);
  g_free (self->path);
  g_free (self);
  errno = saved;
}

const char *
nsc_part_get_path (NscPart *self)
{
  return self->path;
}

int
nsc_part_get_descriptor (NscPart *self)
{
  return self->descriptor;
}

gboolean
nsc_part_fill (NscPart *self, const char *from, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFileInputStream) input = g_file_read (source, NULL, error);
  g_autoptr (GOutputStream) output = g_unix_output_stream_new (self->descriptor, FALSE);
  int number;

  if (input == NULL ||
      g_output_stream_splice (output, G_INPUT_STREAM (input), G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE, NULL, error) < 0)
    return FALSE;
  if (nsc_part_sync (self))
    return TRUE;
  number = errno;
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (number), g_strerror (number));
  return FALSE;
}

gboolean
nsc_part_sync (NscPart *self)
{
  return g_fsync (self->descriptor) == 0;
}

void
nsc_part_sync_name (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (descriptor < 0)
    return;
  g_fsync (descriptor);
  g_close (descriptor, NULL);
}

gboolean
nsc_part_move (NscPart *self, const char *place)
{
  if (g_rename (self->path, place) != 0)
    return FALSE;
  g_clear_pointer (&self->path, g_free);
  nsc_part_sync_name (place);
  return TRUE;
}

gboolean
nsc_part_move_new (NscPart *self, const char *place)
{
  struct stat info;

  if (renameat2 (AT_FDCWD, self->path, AT_FDCWD, place, RENAME_NOREPLACE) == 0)
    {
      g_clear_pointer (&self->path, g_free);
      nsc_part_sync_name (place);
      return TRUE;
    }
  /* Not every file system can; a link remains under both names until the part is freed. */
  if (errno != EEXIST && link (self->path, place) == 0)
    {
      nsc_part_sync_name (place);
      return TRUE;
    }
  if (errno == EEXIST || lstat (place, &info) == 0)
    {
      errno = EEXIST;
      return FALSE;
    }
  return nsc_part_move (self, place);
}
