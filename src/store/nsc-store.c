/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-store-private.h"

#include "nsc-checked-private.h"
#include "nsc-creation-private.h"
#include "nsc-error.h"
#include "nsc-leftover-private.h"
#include "nsc-opening-private.h"
#include "nsc-reader-private.h"
#include "nsc-store-place-private.h"

#include <glib/gi18n-lib.h>

/* A working copy is written back at most this often. */
#define WRITE_BACK_INTERVAL (2 * G_USEC_PER_SEC)

struct _NscStore
{
  GObject parent_instance;

  char *path;
  char *place; /* the path without links */
  char *read_only_reason;
  gboolean is_newer;
  gint is_unchecked; /* atomic */
  gint place_state;  /* atomic, NscStorePlace */
  NscPool *pool;
  GMainContext *context; /* where "changed" is emitted */
  gint changed_is_due;   /* atomic */

  /* The worker's, all NULL where the project is only read. */
  NscWorker *worker;
  NscConnection *connection;
  NscWorkingCopy *copy; /* NULL also where the file itself is written */
  gint64 data_version;
  gint64 written_back; /* monotonic time */

  GMutex mutex;
  char *trouble;  /* guarded by mutex, as is: */
  NscHeader seen; /* the file's state when a store that only reads last looked for changes */
};

G_DEFINE_FINAL_TYPE (NscStore, nsc_store, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
changed_cb (gpointer data)
{
  GWeakRef *reference = data;
  g_autoptr (NscStore) self = g_weak_ref_get (reference);

  if (self != NULL)
    {
      g_atomic_int_set (&self->changed_is_due, FALSE);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  return G_SOURCE_REMOVE;
}

static void
free_reference (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
nsc_store_dispose (GObject *object)
{
  nsc_store_close (NSC_STORE (object), NULL);
  G_OBJECT_CLASS (nsc_store_parent_class)->dispose (object);
}

static void
nsc_store_finalize (GObject *object)
{
  NscStore *self = NSC_STORE (object);

  g_clear_pointer (&self->pool, nsc_pool_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->path);
  g_free (self->place);
  g_free (self->read_only_reason);
  g_free (self->trouble);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (nsc_store_parent_class)->finalize (object);
}

static void
nsc_store_class_init (NscStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nsc_store_dispose;
  object_class->finalize = nsc_store_finalize;

  /* After every step, undo and redo, whoever made it. */
  signals[CHANGED] = g_signal_new ("changed", NSC_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nsc_store_init (NscStore *self)
{
  self->context = g_main_context_ref_thread_default ();
  g_mutex_init (&self->mutex);
}

NscConnection *
nsc_store_get_connection (NscStore *self)
{
  return self->connection;
}

NscWorker *
nsc_store_get_worker (NscStore *self)
{
  return self->worker;
}

const char *
nsc_store_get_place_path (NscStore *self)
{
  return self->place;
}

void
nsc_store_notify_changed (NscStore *self)
{
  g_autoptr (GSource) source = NULL;
  GWeakRef *reference;

  if (!g_atomic_int_compare_and_exchange (&self->changed_is_due, FALSE, TRUE))
    return;
  reference = g_new0 (GWeakRef, 1);
  g_weak_ref_init (reference, self);
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, changed_cb, reference, free_reference);
  g_source_attach (source, self->context);
}

/* ---- the working copy ---- */

static void
set_trouble (NscStore *self, const char *trouble)
{
  gboolean changed;

  g_mutex_lock (&self->mutex);
  changed = g_set_str (&self->trouble, trouble);
  g_mutex_unlock (&self->mutex);
  if (changed)
    nsc_store_notify_changed (self);
}

static void
write_back_cb (gpointer data)
{
  NscStore *self = data;
  g_autoptr (GError) error = NULL;

  nsc_working_copy_write_back (self->copy, self->connection, &error);
  self->written_back = g_get_monotonic_time ();
  set_trouble (self, error != NULL ? error->message : NULL);
}

/* Not sooner: what is refused must not make the copy count as changed, which would write the file anew. */
static gboolean
before_commit_cb (gpointer data, GError **error)
{
  NscStore *self = data;

  return nsc_working_copy_mark_changed (self->copy, error);
}

void
nsc_store_end_change (NscStore *self)
{
  g_autoptr (GError) error = NULL;

  if (self->copy != NULL && !nsc_working_copy_mark_changed (self->copy, &error))
    set_trouble (self, error->message);
  if (self->copy != NULL)
    nsc_worker_set_timer (self->worker, self->written_back + WRITE_BACK_INTERVAL, write_back_cb, self);
  /* People copy the file alone, also while it is open; it should hold what was done. What a reader still needs stays in
   * the journal until the next time. */
  sqlite3_wal_checkpoint_v2 (self->connection->db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  nsc_store_notify_changed (self);
}

/* What a crashed program has left in the copy. */
static void
catch_up_cb (gpointer data)
{
  nsc_store_end_change (data);
}

/* Every step is safe by now, so that nobody may be told that nothing was changed. */
static gboolean
fail_closing (NscStore *self, NscError code, const char *sentence, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  g_set_error (error, NSC_ERROR, (int) code, sentence, name);
  return FALSE;
}

static gboolean
close_copy (NscStore *self, GError **error)
{
  g_autoptr (GError) trouble = NULL;

  if (!nsc_working_copy_is_ahead (self->copy) || nsc_working_copy_write_back (self->copy, self->connection, &trouble))
    return TRUE;
  if (!g_error_matches (trouble, NSC_ERROR, NSC_ERROR_CONFLICT))
    return fail_closing (self, NSC_ERROR_STORAGE,
                         _ ("The last changes could not be written to “%s”; they are kept and will be written when you "
                            "open it again; check the device it is on"),
                         error);
  g_propagate_error (error, g_steal_pointer (&trouble));
  return FALSE;
}

/* Whatever becomes of a working copy that was written back, it is fetched anew the next time. */
static gboolean
close_connection (NscStore *self, GError **error)
{
  NscConnection *connection = g_steal_pointer (&self->connection);

  if (nsc_opening_close (connection, NULL) || self->copy != NULL)
    return TRUE;
  return fail_closing (
      self, NSC_ERROR_RECOVERY,
      _ ("All that was done is kept in “%s”, but it could not be made one file again; make room on its "
         "device, and open it once more before you copy it"),
      error);
}

/* ---- changes of others ---- */

static gboolean
get_data_version (NscStore *self, gint64 *version)
{
  return nsc_connection_query_integer (self->connection, "PRAGMA data_version", version, NULL);
}

static void
look_at_place (NscStore *self)
{
  NscConnection *writer = self->copy == NULL ? self->connection : NULL;
  gint state = (gint) nsc_store_place_look (self->place, writer, self->connection != NULL);

  if (g_atomic_int_exchange (&self->place_state, state) != state)
    nsc_store_notify_changed (self);
}

static void
look_for_changes_cb (gpointer data)
{
  g_autoptr (NscStore) self = data;
  gint64 version;

  look_at_place (self);
  if (!get_data_version (self, &version) || version == self->data_version)
    return;
  self->data_version = version;
  nsc_store_notify_changed (self);
}

static void
look_at_file (NscStore *self)
{
  gboolean changed;
  NscHeader header;

  look_at_place (self);
  if (!nsc_header_read (&header, self->place, self->path, NULL))
    return;
  g_mutex_lock (&self->mutex);
  changed = self->seen.size != 0 && !nsc_header_equal (&header, &self->seen);
  self->seen = header;
  g_mutex_unlock (&self->mutex);
  if (changed)
    nsc_store_notify_changed (self);
}

/* ---- public ---- */

NscStore *
nsc_store_create (const char *path, const char *title, GError **error)
{
  if (!nsc_store_make (path, title, NULL, NULL, NULL, NULL, error))
    return NULL;
  return nsc_store_open (path, NSC_STORE_WRITE, NULL, error);
}

gboolean
nsc_store_make (const char *path,
                const char *title,
                NscStep *step,
                NscStepFunc func,
                gpointer data,
                GCancellable *cancellable,
                GError **error)
{
  const NscCreation creation = { title != NULL ? title : "", step, func, data, cancellable };

  g_return_val_if_fail (path != NULL, FALSE);

  return nsc_creation_run (path, &creation, error);
}

NscStore *
nsc_store_open (const char *path, NscStoreMode mode, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscStore) self = NULL;
  NscOpening opening;

  g_return_val_if_fail (path != NULL, NULL);

  if (!nsc_opening_open (&opening, path, mode == NSC_STORE_WRITE, cancellable, error))
    return NULL;
  self = g_object_new (NSC_TYPE_STORE, NULL);
  self->path = g_strdup (path);
  self->place = g_steal_pointer (&opening.place);
  self->read_only_reason = g_steal_pointer (&opening.read_only_reason);
  self->is_newer = opening.is_newer;
  self->is_unchecked = opening.is_unchecked;
  self->pool = nsc_pool_new (opening.file, path, self->read_only_reason != NULL);
  if (self->read_only_reason == NULL)
    {
      self->connection = g_steal_pointer (&opening.connection);
      self->copy = g_steal_pointer (&opening.copy);
    }
  nsc_opening_clear (&opening);
  if (self->connection == NULL)
    {
      look_at_file (self);
      return g_steal_pointer (&self);
    }
  self->worker = nsc_worker_new ("store");
  get_data_version (self, &self->data_version);
  if (self->copy != NULL)
    {
      self->connection->before_commit = before_commit_cb;
      self->connection->before_commit_data = self;
    }
  if (self->copy != NULL && nsc_working_copy_is_ahead (self->copy))
    nsc_worker_push (self->worker, catch_up_cb, self);
  return g_steal_pointer (&self);
}

gboolean
nsc_store_is_project (const char *path)
{
  NscHeader header;

  g_return_val_if_fail (path != NULL, FALSE);

  return nsc_header_read (&header, path, path, NULL);
}

gboolean
nsc_store_close (NscStore *self, GError **error)
{
  gboolean success;
  NscHeader header;

  g_return_val_if_fail (NSC_IS_STORE (self), FALSE);

  g_clear_pointer (&self->worker, nsc_worker_free);
  if (self->pool != NULL)
    nsc_pool_close (self->pool);
  if (self->connection == NULL)
    return TRUE;
  success = self->copy == NULL || close_copy (self, error);
  success = close_connection (self, success ? error : NULL) && success;
  g_clear_pointer (&self->copy, nsc_working_copy_close);
  /* Nobody but us has written what now is the file. */
  if (success && !g_atomic_int_get (&self->is_unchecked) && nsc_header_read (&header, self->place, self->path, NULL) &&
      !header.has_wal && !header.has_journal)
    nsc_checked_remember (self->place, &header);
  return success;
}

const char *
nsc_store_get_path (NscStore *self)
{
  g_return_val_if_fail (NSC_IS_STORE (self), NULL);

  return self->path;
}

const char *
nsc_store_get_read_only_reason (NscStore *self)
{
  g_return_val_if_fail (NSC_IS_STORE (self), NULL);

  return self->read_only_reason;
}

gboolean
nsc_store_is_newer (NscStore *self)
{
  g_return_val_if_fail (NSC_IS_STORE (self), FALSE);

  return self->is_newer;
}

char *
nsc_store_dup_trouble (NscStore *self)
{
  char *trouble;

  g_return_val_if_fail (NSC_IS_STORE (self), NULL);

  g_mutex_lock (&self->mutex);
  trouble = g_strdup (self->trouble);
  g_mutex_unlock (&self->mutex);
  return trouble != NULL ? trouble : nsc_store_place_words (nsc_store_get_place (self), self->path);
}

NscStorePlace
nsc_store_get_place (NscStore *self)
{
  g_return_val_if_fail (NSC_IS_STORE (self), NSC_STORE_PLACE_FINE);

  return (NscStorePlace) g_atomic_int_get (&self->place_state);
}

NscReader *
nsc_store_take_reader (NscStore *self, GError **error)
{
  g_return_val_if_fail (NSC_IS_STORE (self), NULL);

  return nsc_reader_new (self->pool, error);
}

void
nsc_store_look_for_changes (NscStore *self)
{
  g_return_if_fail (NSC_IS_STORE (self));

  if (self->worker != NULL)
    nsc_worker_push (self->worker, look_for_changes_cb, g_object_ref (self));
  else
    look_at_file (self);
}

gboolean
nsc_store_is_unchecked (NscStore *self)
{
  g_return_val_if_fail (NSC_IS_STORE (self), FALSE);

  return g_atomic_int_get (&self->is_unchecked);
}

gboolean
nsc_store_look_through (NscStore *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscReader) reader = NULL;
  gboolean success, is_settled;
  NscHeader before, after;

  g_return_val_if_fail (NSC_IS_STORE (self), FALSE);

  is_settled = nsc_header_read (&before, self->place, self->path, NULL) && !before.has_wal && !before.has_journal;
  reader = nsc_store_take_reader (self, error);
  if (reader == NULL)
    return FALSE;
  nsc_connection_set_cancellable (reader->connection, cancellable);
  success = (before.wal_size == 0 || nsc_leftover_check_wal (self->place, self->path, cancellable, error)) &&
            nsc_opening_look_through (reader->connection, error);
  nsc_connection_set_cancellable (reader->connection, NULL);
  if (!success)
    return FALSE;
  g_atomic_int_set (&self->is_unchecked, FALSE);
  if (is_settled && nsc_header_read (&after, self->place, self->path, NULL) && nsc_header_equal (&before, &after))
    nsc_checked_remember (self->place, &after);
  return TRUE;
}

const char *
nsc_store_get_engine_version (void)
{
  return sqlite3_libversion ();
}
