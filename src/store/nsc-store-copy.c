/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-store-private.h"

#include "nsc-digest-private.h"
#include "nsc-error.h"
#include "nsc-part.h"
#include "nsc-reader-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/* ---- the copy's own identifier ---- */

static gboolean
change_identifier (NscConnection *copy, GError **error)
{
  const NscLayout *layout = nsc_layout_get (copy, "project", error);
  g_autofree char *uid = g_uuid_string_random ();
  g_autoptr (NscDigest) digest = nsc_digest_new ();
  g_autoptr (NscStatement) select = layout != NULL ? nsc_statement_take (copy, layout->select, error) : NULL;
  g_autoptr (NscStatement) update = select != NULL ? nsc_statement_take (copy, layout->update, error) : NULL;
  NscCell cells[NSC_LAYOUT_MAX_COLUMNS];
  NscStatementState state;

  if (update == NULL)
    return FALSE;
  nsc_statement_bind_integer (select, 1, 1);
  state = nsc_statement_step (select, error);
  if (state != NSC_STATEMENT_ROW)
    return state == NSC_STATEMENT_DONE;
  for (guint i = 0; i < layout->n_columns; i++)
    cells[i] = nsc_statement_get_cell (select, (int) i);
  nsc_digest_remove_row (digest, layout, cells);
  for (guint i = 0; i < layout->n_columns; i++)
    {
      if (g_str_equal (layout->names[i], "uid"))
        cells[i] = nsc_cell_text (uid);
      nsc_statement_bind_cell (update, (int) i + 1, &cells[i]);
    }
  nsc_digest_add_row (digest, layout, cells);
  return nsc_statement_run (update, error) && nsc_digest_flush (digest, copy, error);
}

/* Else what is kept by it, such as backups, would be of two projects. One that goes on for a file that is gone is the
 * project itself, and of a newer version nothing is known to be changed. */
static gboolean
make_its_own (NscStore *self, NscConnection *copy, GError **error)
{
  NscStorePlace place = nsc_store_get_place (self);

  if (place == NSC_STORE_PLACE_GONE || place == NSC_STORE_PLACE_REPLACED || nsc_store_is_newer (self))
    return TRUE;
  if (!nsc_connection_begin (copy, error))
    return FALSE;
  if (change_identifier (copy, error))
    return nsc_connection_commit (copy, error);
  nsc_connection_rollback (copy);
  return FALSE;
}

/* A copy by the connection that writes. */
typedef struct
{
  NscStore *store;
  const char *file;
  const char *path;
  GError **error;
  NscConnection *copy;
} Job;

static void
copy_cb (gpointer data)
{
  Job *job = data;

  job->copy = nsc_connection_copy_to (nsc_store_get_connection (job->store), job->file, job->path, job->error);
}

/* Where the file is no longer at its place, only those who had it open before can read it; a new reader would find
 * none, or another. */
static NscConnection *
copy (NscStore *self, const char *file, const char *path, GError **error)
{
  Job job = { self, file, path, error, NULL };
  g_autoptr (NscReader) reader = NULL;

  if (nsc_store_get_place (self) != NSC_STORE_PLACE_FINE && nsc_store_get_worker (self) != NULL)
    {
      nsc_worker_call (nsc_store_get_worker (self), copy_cb, &job);
      return job.copy;
    }
  reader = nsc_store_take_reader (self, error);
  return reader != NULL ? nsc_connection_copy_to (reader->connection, file, path, error) : NULL;
}

static gboolean
fill (NscStore *self, const char *file, const char *path, GError **error)
{
  g_autoptr (NscConnection) target = copy (self, file, path, error);

  return target != NULL && make_its_own (self, target, error);
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
  if (part != NULL && fill (self, nsc_part_get_path (part), path, &trouble) && nsc_part_move_new (part, path))
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
