/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-recorder-private.h"

#include "nsc-changeset-private.h"
#include "nsc-error.h"
#include "nsc-writer-private.h"

#include <glib/gi18n-lib.h>

#define MAX_STEPS 1000
#define MAX_BYTES (256 * 1024 * 1024)

static void
set_counts (NscStep *step, const NscChangeCount *count)
{
  step->n_added = count->n_added;
  step->n_changed = count->n_changed;
  step->n_deleted = count->n_deleted;
}

/* Writes the step with what undoing it needs. */
static gboolean
write_history (NscConnection *connection, NscStep *step, GBytes *changeset, NscBatch *batch, GError **error)
{
  gsize length;
  const void *bytes = g_bytes_get_data (changeset, &length);

  step->made = g_get_real_time () / G_USEC_PER_SEC;
  step->undone = FALSE;
  if (!nsc_history_drop_undone (connection, error) || !nsc_history_write (connection, step, error))
    return FALSE;
  if (step->kind != NSC_STEP_CREATE &&
      (!nsc_history_add_part (connection, step->id, NSC_PART_CHANGESET, bytes, length, error) ||
       !nsc_batch_write (batch, connection, step->id, error) || !nsc_history_write (connection, step, error)))
    return FALSE;
  return nsc_history_trim (connection, MAX_STEPS, MAX_BYTES, error);
}

/* Everything between BEGIN and COMMIT. Leaves the step's id 0 where nothing was changed. */
static gboolean
run_inside (NscConnection *connection,
            NscStep *step,
            NscStepFunc func,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (NscWriter) writer = NULL;
  g_autoptr (GBytes) changeset = NULL;
  g_autoptr (NscDigest) digest = nsc_digest_new ();
  NscChangeCount count = { 0 };
  gint64 id;

  if (!nsc_history_next_id (connection, &id, error))
    return FALSE;
  writer = nsc_writer_new (connection, step->kind != NSC_STEP_CREATE ? id : 0, digest, error);
  if (writer == NULL || !func (writer, step, data, cancellable, error))
    return FALSE;
  changeset = nsc_writer_end (writer, error);
  if (changeset == NULL || !nsc_changeset_measure (connection, g_bytes_get_data (changeset, NULL),
                                                   g_bytes_get_size (changeset), FALSE, digest, &count, error))
    return FALSE;
  count.n_added += nsc_batch_get_count (nsc_writer_get_batch (writer));
  if (count.n_added + count.n_changed + count.n_deleted == 0)
    return TRUE;
  step->id = id;
  if (step->n_added + step->n_changed + step->n_deleted == 0)
    set_counts (step, &count);
  return nsc_digest_flush (digest, connection, error) &&
         write_history (connection, step, changeset, nsc_writer_get_batch (writer), error);
}

gboolean
nsc_recorder_run (NscConnection *connection,
                  NscStep *step,
                  NscStepFunc func,
                  gpointer data,
                  GCancellable *cancellable,
                  GError **error)
{
  gboolean success;

  step->id = 0;
  nsc_connection_set_cancellable (connection, cancellable);
  success = nsc_connection_begin (connection, error) && run_inside (connection, step, func, data, cancellable, error);
  if (success && step->id != 0)
    success = nsc_connection_commit (connection, error);
  else
    nsc_connection_rollback (connection);
  if (!success)
    step->id = 0;
  return success;
}

static gboolean
find_step (NscConnection *connection, gboolean undo, NscStep **step, GError **error)
{
  if (!(undo ? nsc_history_find_undo : nsc_history_find_redo) (connection, step, error))
    return FALSE;
  if (*step != NULL && (*step)->kind != NSC_STEP_CREATE)
    return TRUE;
  g_clear_pointer (step, nsc_step_free);
  g_set_error_literal (error, NSC_ERROR, NSC_ERROR_NOTHING_TO_UNDO,
                       undo ? _ ("There is no step to undo") : _ ("There is no step to redo"));
  return FALSE;
}

static gboolean
move_changes (NscConnection *connection, gint64 step, gboolean undo, NscDigest *digest, GError **error)
{
  g_autoptr (GBytes) changeset = nsc_history_join_parts (connection, step, NSC_PART_CHANGESET, error);
  NscChangeCount count = { 0 };
  const void *data;
  gsize length;

  if (changeset == NULL)
    return FALSE;
  data = g_bytes_get_data (changeset, &length);
  return nsc_changeset_measure (connection, data, length, undo, digest, &count, error) &&
         nsc_changeset_apply (connection, data, length, undo, error);
}

/* The batch holds its rows as they are at the end of the step, so that it goes first and comes last. */
static gboolean
move_inside (NscConnection *connection, gboolean undo, NscStep **step, GError **error)
{
  g_autoptr (NscDigest) digest = nsc_digest_new ();
  gboolean success;

  if (!find_step (connection, undo, step, error) ||
      !nsc_connection_execute (connection, "PRAGMA defer_foreign_keys = ON", error))
    return FALSE;
  if (undo)
    success = nsc_batch_take_out (connection, (*step)->id, digest, error) &&
              move_changes (connection, (*step)->id, TRUE, digest, error);
  else
    success = move_changes (connection, (*step)->id, FALSE, digest, error) &&
              nsc_batch_put_back (connection, (*step)->id, digest, error);
  if (!success || !nsc_digest_flush (digest, connection, error))
    return FALSE;
  (*step)->undone = undo;
  return nsc_history_write (connection, *step, error) && nsc_history_trim (connection, MAX_STEPS, MAX_BYTES, error);
}

static NscStep *
move (NscConnection *connection, gboolean undo, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscStep) step = NULL;

  nsc_connection_set_cancellable (connection, cancellable);
  if (!nsc_connection_begin (connection, error) || !move_inside (connection, undo, &step, error))
    {
      nsc_connection_rollback (connection);
      return NULL;
    }
  return nsc_connection_commit (connection, error) ? g_steal_pointer (&step) : NULL;
}

NscStep *
nsc_recorder_undo (NscConnection *connection, GCancellable *cancellable, GError **error)
{
  return move (connection, TRUE, cancellable, error);
}

NscStep *
nsc_recorder_redo (NscConnection *connection, GCancellable *cancellable, GError **error)
{
  return move (connection, FALSE, cancellable, error);
}
