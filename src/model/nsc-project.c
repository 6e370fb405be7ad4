/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-project.h"

#include "nsc-record-step.h"
#include "nsc-task.h"

struct _NscProject
{
  GObject parent_instance;

  NscStore *store;
  GCancellable *cancellable; /* of the refresh under way */
  char *title;
  char *uid;
  NscStep *undo_step;
  NscStep *redo_step;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_UNDO_STEP,
  PROP_REDO_STEP,
  PROP_READ_ONLY_REASON,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NscProject, nsc_project, G_TYPE_OBJECT)

/* What the project says of itself, read at one moment. */
typedef struct
{
  char *title;
  char *uid;
  NscStep *undo_step;
  NscStep *redo_step;
} State;

static void
state_free (State *state)
{
  g_free (state->title);
  g_free (state->uid);
  g_clear_pointer (&state->undo_step, nsc_step_free);
  g_clear_pointer (&state->redo_step, nsc_step_free);
  g_free (state);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (State, state_free)

/* Kept steps come first, undone ones after them, each oldest first; creation is never undone. */
static void
find_next_steps (GPtrArray *steps, State *state)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const NscStep *step = g_ptr_array_index (steps, i);

      if (step->undone)
        {
          state->redo_step = nsc_step_copy (step);
          break;
        }
      g_clear_pointer (&state->undo_step, nsc_step_free);
      if (step->kind != NSC_STEP_CREATE)
        state->undo_step = nsc_step_copy (step);
    }
}

static State *
read_state (NscStore *store, GError **error)
{
  g_autoptr (NscReader) reader = nsc_store_take_reader (store, error);
  g_autoptr (State) state = g_new0 (State, 1);
  g_autoptr (GPtrArray) steps = NULL;

  if (reader == NULL)
    return NULL;
  state->title = nsc_reader_dup_title (reader, error);
  if (state->title == NULL)
    return NULL;
  state->uid = nsc_reader_dup_uid (reader, error);
  if (state->uid == NULL)
    return NULL;
  steps = nsc_reader_list_steps (reader, error);
  if (steps == NULL)
    return NULL;
  find_next_steps (steps, state);
  return g_steal_pointer (&state);
}

static void
take_state (NscProject *self, State *state)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (g_set_str (&self->title, state->title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  g_set_str (&self->uid, state->uid);
  g_clear_pointer (&self->undo_step, nsc_step_free);
  g_clear_pointer (&self->redo_step, nsc_step_free);
  self->undo_step = g_steal_pointer (&state->undo_step);
  self->redo_step = g_steal_pointer (&state->redo_step);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_STEP]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_STEP]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
refresh_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  State *state = read_state (NSC_PROJECT (source)->store, &error);

  if (state != NULL)
    g_task_return_pointer (task, state, (GDestroyNotify) state_free);
  else
    g_task_return_error (task, error);
}

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  NscProject *self = NSC_PROJECT (source);
  g_autoptr (State) state = g_task_propagate_pointer (G_TASK (result), NULL);

  /* A newer refresh is under way, or the project is closed: what it would say is out of date. */
  if (state == NULL)
    return;
  take_state (self, state);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
store_changed_cb (NscStore *store, NscProject *self)
{
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, refreshed_cb, NULL);
  g_task_set_source_tag (task, store_changed_cb);
  nsc_task_run_in_thread (task, refresh_in_thread);
}

/* ---- commands: the blocking functions of nsc-record-step and of the store, in a thread ---- */

typedef struct Command Command;

/* What a command is about: what it does not need is NULL. */
struct Command
{
  NscRecord *record;
  NscRecordChanges *changes;
  const NscTable *table;
  GArray *rows; /* of gint64, of the table */
  gint64 row;   /* of the record, once it is saved */
  NscStep *(*run) (NscProject *self, Command *command, GCancellable *cancellable, GError **error);
};

static void
command_free (Command *command)
{
  g_clear_pointer (&command->record, nsc_record_free);
  g_clear_pointer (&command->changes, nsc_record_changes_free);
  g_clear_pointer (&command->rows, g_array_unref);
  g_free (command);
}

static NscStep *
run_save (NscProject *self, Command *command, GCancellable *cancellable, GError **error)
{
  return nsc_record_step_save (self->store, command->record, &command->row, cancellable, error);
}

static NscStep *
run_delete (NscProject *self, Command *command, GCancellable *cancellable, GError **error)
{
  return nsc_record_step_delete (self->store, command->record, cancellable, error);
}

static NscStep *
run_delete_many (NscProject *self, Command *command, GCancellable *cancellable, GError **error)
{
  return nsc_record_step_delete_many (self->store, command->table, (const gint64 *) (void *) command->rows->data,
                                      command->rows->len, cancellable, error);
}

static NscStep *
run_changes (NscProject *self, Command *command, GCancellable *cancellable, GError **error)
{
  return nsc_record_changes_run (command->changes, self->store, cancellable, error);
}

static NscStep *
run_undo (NscProject *self, Command *command, GCancellable *cancellable, GError **error)
{
  return nsc_store_undo (self->store, cancellable, error);
}

static NscStep *
run_redo (NscProject *self, Command *command, GCancellable *cancellable, GError **error)
{
  return nsc_store_redo (self->store, cancellable, error);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Command *command = data;
  GError *error = NULL;
  NscStep *step = command->run (source, command, cancellable, &error);

  if (step != NULL)
    g_task_return_pointer (task, step, (GDestroyNotify) nsc_step_free);
  else
    g_task_return_error (task, error);
}

/* Takes over COMMAND. */
static void
start (NscProject *self,
       Command command,
       gpointer tag,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, g_memdup2 (&command, sizeof command), (GDestroyNotify) command_free);
  /* Once a step has been recorded it must be told, even if the caller gave up meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  nsc_task_run_in_thread (task, run_in_thread);
}

static NscStep *
finish (NscProject *self, GAsyncResult *result, gpointer tag, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- overrides ---- */

static void
nsc_project_dispose (GObject *object)
{
  NscProject *self = NSC_PROJECT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->undo_step, nsc_step_free);
  g_clear_pointer (&self->redo_step, nsc_step_free);

  G_OBJECT_CLASS (nsc_project_parent_class)->dispose (object);
}

static void
nsc_project_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  NscProject *self = NSC_PROJECT (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_UNDO_STEP:
      g_value_set_boxed (value, self->undo_step);
      break;
    case PROP_REDO_STEP:
      g_value_set_boxed (value, self->redo_step);
      break;
    case PROP_READ_ONLY_REASON:
      g_value_set_string (value, nsc_project_get_read_only_reason (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nsc_project_class_init (NscProjectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nsc_project_dispose;
  object_class->get_property = nsc_project_get_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNDO_STEP] =
      g_param_spec_boxed ("undo-step", NULL, NULL, NSC_TYPE_STEP, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REDO_STEP] =
      g_param_spec_boxed ("redo-step", NULL, NULL, NSC_TYPE_STEP, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_READ_ONLY_REASON] =
      g_param_spec_string ("read-only-reason", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nsc_project_init (NscProject *self)
{
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *path = data;
  NscStoreMode mode = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (task), "mode"));
  GError *error = NULL;
  NscStore *store = nsc_store_open (path, mode, cancellable, &error);

  if (store != NULL)
    g_task_return_pointer (task, store, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
nsc_project_open_async (
    const char *path, NscStoreMode mode, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, nsc_project_open_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_object_set_data (G_OBJECT (task), "mode", GINT_TO_POINTER (mode));
  nsc_task_run_in_thread (task, open_in_thread);
}

NscProject *
nsc_project_open_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (NscStore) store = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, nsc_project_open_async), NULL);

  store = g_task_propagate_pointer (G_TASK (result), error);
  return store != NULL ? nsc_project_new (store, error) : NULL;
}

NscProject *
nsc_project_new (NscStore *store, GError **error)
{
  g_autoptr (NscProject) self = NULL;
  g_autoptr (State) state = NULL;

  g_return_val_if_fail (NSC_IS_STORE (store), NULL);

  state = read_state (store, error);
  if (state == NULL)
    return NULL;
  self = g_object_new (NSC_TYPE_PROJECT, NULL);
  self->store = g_object_ref (store);
  take_state (self, state);
  g_signal_connect (store, "changed", G_CALLBACK (store_changed_cb), self);
  return g_steal_pointer (&self);
}

NscStore *
nsc_project_get_store (NscProject *self)
{
  g_return_val_if_fail (NSC_IS_PROJECT (self), NULL);

  return self->store;
}

const char *
nsc_project_get_title (NscProject *self)
{
  g_return_val_if_fail (NSC_IS_PROJECT (self), NULL);

  return self->title;
}

const char *
nsc_project_get_path (NscProject *self)
{
  g_return_val_if_fail (NSC_IS_PROJECT (self), NULL);

  return nsc_store_get_path (self->store);
}

const char *
nsc_project_get_uid (NscProject *self)
{
  g_return_val_if_fail (NSC_IS_PROJECT (self), NULL);

  return self->uid;
}

const char *
nsc_project_get_read_only_reason (NscProject *self)
{
  g_return_val_if_fail (NSC_IS_PROJECT (self), NULL);

  return nsc_store_get_read_only_reason (self->store);
}

const NscStep *
nsc_project_get_undo_step (NscProject *self)
{
  g_return_val_if_fail (NSC_IS_PROJECT (self), NULL);

  return self->undo_step;
}

const NscStep *
nsc_project_get_redo_step (NscProject *self)
{
  g_return_val_if_fail (NSC_IS_PROJECT (self), NULL);

  return self->redo_step;
}

void
nsc_project_save_async (NscProject *self,
                        const NscRecord *record,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  start (self, (Command) { .record = nsc_record_copy (record), .run = run_save }, nsc_project_save_async, cancellable,
         callback, user_data);
}

NscStep *
nsc_project_save_finish (NscProject *self, GAsyncResult *result, gint64 *row, GError **error)
{
  if (row != NULL)
    *row = ((Command *) g_task_get_task_data (G_TASK (result)))->row;
  return finish (self, result, nsc_project_save_async, error);
}

void
nsc_project_delete_async (NscProject *self,
                          const NscRecord *record,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  start (self, (Command) { .record = nsc_record_copy (record), .run = run_delete }, nsc_project_delete_async,
         cancellable, callback, user_data);
}

NscStep *
nsc_project_delete_finish (NscProject *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, nsc_project_delete_async, error);
}

void
nsc_project_save_many_async (NscProject *self,
                             const NscRecordChanges *changes,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  start (self, (Command) { .changes = nsc_record_changes_copy (changes), .run = run_changes },
         nsc_project_save_many_async, cancellable, callback, user_data);
}

NscStep *
nsc_project_save_many_finish (NscProject *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, nsc_project_save_many_async, error);
}

void
nsc_project_delete_many_async (NscProject *self,
                               const NscTable *table,
                               const gint64 *rows,
                               guint n,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GArray *copy;

  g_return_if_fail (NSC_IS_PROJECT (self) && table != NULL && n > 0);

  copy = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  g_array_append_vals (copy, rows, n);
  start (self, (Command) { .table = table, .rows = copy, .run = run_delete_many }, nsc_project_delete_many_async,
         cancellable, callback, user_data);
}

NscStep *
nsc_project_delete_many_finish (NscProject *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, nsc_project_delete_many_async, error);
}

void
nsc_project_undo_async (NscProject *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  start (self, (Command) { .run = run_undo }, nsc_project_undo_async, cancellable, callback, user_data);
}

void
nsc_project_redo_async (NscProject *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  start (self, (Command) { .run = run_redo }, nsc_project_redo_async, cancellable, callback, user_data);
}

NscStep *
nsc_project_undo_finish (NscProject *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, nsc_project_undo_async, error);
}

NscStep *
nsc_project_redo_finish (NscProject *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, nsc_project_redo_async, error);
}

gboolean
nsc_project_close (NscProject *self, GError **error)
{
  g_return_val_if_fail (NSC_IS_PROJECT (self), FALSE);

  g_cancellable_cancel (self->cancellable);
  g_signal_handlers_disconnect_by_data (self->store, self);
  return nsc_store_close (self->store, error);
}
