/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-safe-file.h"

#include "nsc-error.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define TRIES 100

struct _NscSafeFile
{
  char *path;  /* as it was given, for messages */
  char *place; /* where the file will be, links followed */
  char *part;  /* what is written meanwhile, NULL where that is the place itself */
  GOutputStream *stream;
};

/* Sets the error for the current errno. */
static gboolean
explain_errno (NscSafeFile *self, GError **error)
{
  int number = errno;

  return nsc_safe_file_explain (
      self->path, g_error_new_literal (G_IO_ERROR, g_io_error_from_errno (number), g_strerror (number)), error);
}

/* Opens the file NAME for writing; FALSE with errno set. GIO's own stream would tell a person the part's name, which is
 * drawn by lot. */
static gboolean
open_stream (NscSafeFile *self, const char *name, int flags)
{
  int descriptor = g_open (name, O_WRONLY | O_CLOEXEC | flags, 0666);

  if (descriptor < 0)
    return FALSE;
  self->stream = g_unix_output_stream_new (descriptor, TRUE);
  return TRUE;
}

/* The start of the part's name: that of the place, cut where the whole would be longer than a name may be. */
static char *
make_stem (const char *place)
{
  g_autofree char *folder = g_path_get_dirname (place);
  g_autofree char *name = g_path_get_basename (place);

  if (strlen (name) + strlen (".00000000.part") <= NAME_MAX)
    return g_strdup (place);
  return g_build_filename (folder, ".normscape", NULL);
}

/* Creates the part beside the place under a name that is free. */
static gboolean
open_part (NscSafeFile *self, GError **error)
{
  g_autofree char *stem = make_stem (self->place);

  for (guint i = 0; i < TRIES; i++)
    {
      g_free (self->part);
      self->part = g_strdup_printf ("%s.%08x.part", stem, g_random_int ());
      if (open_stream (self, self->part, O_CREAT | O_EXCL))
        return TRUE;
      if (errno != EEXIST)
        break;
    }
  explain_errno (self, error);
  g_clear_pointer (&self->part, g_free);
  return FALSE;
}

static gboolean
open_in_place (NscSafeFile *self, GError **error)
{
  return open_stream (self, self->place, O_APPEND) || explain_errno (self, error);
}

static gboolean
sync_part (const char *part)
{
  int descriptor = g_open (part, O_RDONLY | O_CLOEXEC, 0);
  gboolean synced;

  if (descriptor < 0)
    return FALSE;
  synced = g_fsync (descriptor) == 0;
  return g_close (descriptor, NULL) && synced;
}

NscSafeFile *
nsc_safe_file_new (const char *path, GError **error)
{
  g_autoptr (NscSafeFile) self = NULL;
  GStatBuf before;
  char *real;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (NscSafeFile, 1);
  self->path = g_strdup (path);
  real = realpath (path, NULL);
  self->place = g_strdup (real != NULL ? real : path);
  free (real);
  if (g_stat (self->place, &before) == 0 && !S_ISREG (before.st_mode))
    return open_in_place (self, error) ? g_steal_pointer (&self) : NULL;
  return open_part (self, error) ? g_steal_pointer (&self) : NULL;
}

void
nsc_safe_file_free (NscSafeFile *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->stream);
  if (self->part != NULL)
    g_unlink (self->part);
  g_free (self->part);
  g_free (self->place);
  g_free (self->path);
  g_free (self);
}

GOutputStream *
nsc_safe_file_get_stream (NscSafeFile *self)
{
  return self->stream;
}

gboolean
nsc_safe_file_settle (NscSafeFile *self, GCancellable *cancellable, GError **error)
{
  GError *failed = NULL;
  GStatBuf before;

  if (g_output_stream_is_closed (self->stream))
    return TRUE;
  if (!g_output_stream_close (self->stream, cancellable, &failed))
    return nsc_safe_file_explain (self->path, failed, error);
  if (self->part == NULL)
    return TRUE;
  if (g_stat (self->place, &before) == 0 && g_chmod (self->part, (int) (before.st_mode & 07777)) != 0)
    return explain_errno (self, error);
  return sync_part (self->part) || explain_errno (self, error);
}

gboolean
nsc_safe_file_commit (NscSafeFile *self, GCancellable *cancellable, GError **error)
{
  if (!nsc_safe_file_settle (self, cancellable, error))
    return FALSE;
  if (self->part == NULL)
    return TRUE;
  if (g_rename (self->part, self->place) != 0)
    return explain_errno (self, error);
  g_clear_pointer (&self->part, g_free);
  return TRUE;
}

gboolean
nsc_safe_file_explain (const char *name, GError *taken, GError **error)
{
  g_autoptr (GError) failed = taken;
  g_autofree char *shown = g_filename_display_name (name);

  if (g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_CANCELLED) || failed->domain == NSC_ERROR)
    g_propagate_error (error, g_steal_pointer (&failed));
  else if (g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error (error, NSC_ERROR, NSC_ERROR_FULL,
                 _ ("%s: no room is left on the device; make room or choose another place"), shown);
  else
    g_set_error (error, NSC_ERROR, NSC_ERROR_OUTPUT,
                 /* Translators: a file's name and the system's reason. */
                 _ ("%1$s: cannot be written (%2$s); choose another place"), shown, failed->message);
  return FALSE;
}
