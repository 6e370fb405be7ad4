/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-store-private.h"

#include "nsc-error.h"
#include "nsc-opening-private.h"
#include "nsc-reader-private.h"

#include <glib/gi18n-lib.h>

struct _NscStore
{
  GObject parent_instance;

  char *path;
  char *read_only_reason;
  NscConnection *connection; /* the worker's; NULL where the project is only read */
  NscWorker *worker;
  NscPool *pool;
  GMainContext *context; /* where "changed" is emitted */
  gint changed_is_due;   /* atomic */
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
  g_free (self->read_only_reason);
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

NscStore *
nsc_store_create (const char *path, const char *title, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  if (!nsc_opening_create (path, title != NULL ? title : "", error))
    return NULL;
  return nsc_store_open (path, NSC_STORE_WRITE, NULL, error);
}

NscStore *
nsc_store_open (const char *path, NscStoreMode mode, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscStore) self = g_object_new (NSC_TYPE_STORE, NULL);
  NscConnection *connection;

  g_return_val_if_fail (path != NULL, NULL);

  self->path = g_strdup (path);
  connection = nsc_opening_open (path, mode == NSC_STORE_WRITE, &self->read_only_reason, error);
  if (connection == NULL)
    return NULL;
  self->pool = nsc_pool_new (path, path, NSC_CONNECTION_READ);
  if (mode == NSC_STORE_WRITE && self->read_only_reason == NULL)
    {
      self->connection = connection;
      self->worker = nsc_worker_new ("store");
    }
  else
    {
      if (self->read_only_reason == NULL)
        self->read_only_reason = g_strdup (_ ("The project was opened for reading only"));
      nsc_pool_give (self->pool, connection);
    }
  return g_steal_pointer (&self);
}

gboolean
nsc_store_close (NscStore *self, GError **error)
{
  g_return_val_if_fail (NSC_IS_STORE (self), FALSE);

  g_clear_pointer (&self->worker, nsc_worker_free);
  if (self->pool != NULL)
    nsc_pool_close (self->pool);
  return self->connection == NULL || nsc_opening_close (g_steal_pointer (&self->connection), error);
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

NscReader *
nsc_store_take_reader (NscStore *self, GError **error)
{
  g_return_val_if_fail (NSC_IS_STORE (self), NULL);

  return nsc_reader_new (self->pool, error);
}
