/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-store-private.h"

#include "nsc-error.h"
#include "nsc-part.h"
#include "nsc-reader-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/* SQLite's own copy, since it alone sees what is still in the journal; the copy itself needs none beside it. */
static gboolean
write_copy (NscConnection *source, const char *file, const char *path, GError **error)
{
  g_autoptr (NscConnection) target = nsc_connection_open (file, path, NSC_CONNECTION_CREATE, error);

  return target != NULL && nsc_connection_copy_to (source, target, error) &&
         nsc_connection_execute (target, "PRAGMA journal_mode = DELETE", error);
}

/* A copy by the connection that writes. */
typedef struct
{
  NscStore *store;
  const char *file;
  const char *path;
  GError **error;
  gboolean success;
} Job;

static void
write_copy_cb (gpointer data)
{
  Job *job = data;

  job->success = write_copy (nsc_store_get_connection (job->store), job->file, job->path, job->error);
}

/* Where the file is no longer at its place, only those who had it open before can read it; a new reader would find
 * none, or another. */
static gboolean
copy (NscStore *self, const char *file, const char *path, GError **error)
{
  Job job = { self, file, path, error, FALSE };
  g_autoptr (NscReader) reader = NULL;

  if (nsc_store_get_place (self) != NSC_STORE_PLACE_FINE && nsc_store_get_worker (self) != NULL)
    {
      nsc_worker_call (nsc_store_get_worker (self), write_copy_cb, &job);
      return job.success;
    }
  reader = nsc_store_take_reader (self, error);
  return reader != NULL && write_copy (reader->connection, file, path, error);
}

gboolean
nsc_store_copy_to (NscStore *self, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (NscPart) part = NULL;
  g_autoptr (GError) trouble = NULL;

  g_return_val_if_fail (NSC_IS_STORE (self) && path != NULL, FALSE);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, NSC_ERROR, NSC_ERROR_OUTPUT, _ ("“%s” is there already; choose another name"), name);
      return FALSE;
    }
  part = nsc_part_new (path);
  if (part != NULL && copy (self, nsc_part_get_path (part), path, &trouble) && nsc_part_move_new (part, path))
    return TRUE;
  if (trouble == NULL)
    g_set_error_literal (&trouble, NSC_ERROR, NSC_ERROR_OUTPUT, g_strerror (errno));
  if (g_error_matches (trouble, NSC_ERROR, NSC_ERROR_FULL) || g_error_matches (trouble, NSC_ERROR, NSC_ERROR_DAMAGED))
    g_propagate_error (error, g_steal_pointer (&trouble));
  else
    g_set_error (error, NSC_ERROR, NSC_ERROR_OUTPUT, _ ("“%1$s” cannot be written: %2$s; choose another place"), name,
                 trouble->message);
  return FALSE;
}
