/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-safe-file.h"

#include "nsc-error.h"
#include "nsc-part.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>

struct _NscSafeFile
{
  char *path;    /* as it was given, for messages */
  char *place;   /* where the file will be, links followed */
  NscPart *part; /* what is written meanwhile, NULL where that is the place itself */
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

/* GIO's own stream would tell a person the part's name, which is drawn by lot. */
static gboolean
open_part (NscSafeFile *self, GError **error)
{
  self->part = nsc_part_new (self->place);
  if (self->part == NULL)
    return explain_errno (self, error);
  self->stream = g_unix_output_stream_new (nsc_part_get_descriptor (self->part), FALSE);
  return TRUE;
}

static gboolean
open_in_place (NscSafeFile *self, GError **error)
{
  int descriptor = g_open (self->place, O_WRONLY | O_CLOEXEC | O_APPEND, 0);

  if (descriptor < 0)
    return explain_errno (self, error);
  self->stream = g_unix_output_stream_new (descriptor, TRUE);
  return TRUE;
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
  g_clear_pointer (&self->part, nsc_part_free);
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
nsc_safe_file_fill (NscSafeFile *self, const char *from, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  GError *trouble = NULL;
  g_autoptr (GFileInputStream) input = g_file_read (source, cancellable, &trouble);

  if (input == NULL)
    return nsc_safe_file_explain (from, trouble, error);
  return g_output_stream_splice (self->stream, G_INPUT_STREAM (input), G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE, cancellable,
                                 &trouble) >= 0 ||
         nsc_safe_file_explain (self->path, trouble, error);
}

const char *
nsc_safe_file_get_written (NscSafeFile *self)
{
  return self->part != NULL ? nsc_part_get_path (self->part) : self->place;
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
  if (g_stat (self->place, &before) == 0 &&
      g_chmod (nsc_part_get_path (self->part), (int) (before.st_mode & 07777)) != 0)
    return explain_errno (self, error);
  return nsc_part_sync (self->part) || explain_errno (self, error);
}

gboolean
nsc_safe_file_commit (NscSafeFile *self, GCancellable *cancellable, GError **error)
{
  if (!nsc_safe_file_settle (self, cancellable, error))
    return FALSE;
  if (self->part == NULL)
    return TRUE;
  return nsc_part_move (self->part, self->place) || explain_errno (self, error);
}

gboolean
nsc_safe_file_write (const char *path, gconstpointer data, gsize length, GError **error)
{
  g_autoptr (NscSafeFile) self = nsc_safe_file_new (path, error);
  GError *failed = NULL;

  if (self == NULL)
    return FALSE;
  if (!g_output_stream_write_all (self->stream, data, length, NULL, NULL, &failed))
    return nsc_safe_file_explain (path, failed, error);
  return nsc_safe_file_commit (self, NULL, error);
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
