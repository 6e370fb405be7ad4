/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-pool-private.h"

#define MAX_IDLE 4

struct _NscPool
{
  char *file;
  char *path;
  NscConnectionMode mode;
  GMutex mutex;
  GPtrArray *idle; /* guarded by mutex, as is: */
  gboolean closed;
};

static void
pool_clear (gpointer data)
{
  NscPool *self = data;

  g_ptr_array_unref (self->idle);
  g_mutex_clear (&self->mutex);
  g_free (self->file);
  g_free (self->path);
}

NscPool *
nsc_pool_new (const char *file, const char *path, NscConnectionMode mode)
{
  NscPool *self = g_atomic_rc_box_new0 (NscPool);

  self->file = g_strdup (file);
  self->path = g_strdup (path);
  self->mode = mode;
  self->idle = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_connection_free);
  g_mutex_init (&self->mutex);
  return self;
}

NscPool *
nsc_pool_ref (NscPool *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
nsc_pool_unref (NscPool *self)
{
  g_atomic_rc_box_release_full (self, pool_clear);
}

NscConnection *
nsc_pool_take (NscPool *self, GError **error)
{
  NscConnection *connection = NULL;

  g_mutex_lock (&self->mutex);
  if (self->idle->len > 0)
    connection = g_ptr_array_steal_index_fast (self->idle, self->idle->len - 1);
  g_mutex_unlock (&self->mutex);
  return connection != NULL ? connection : nsc_connection_open (self->file, self->path, self->mode, error);
}

void
nsc_pool_give (NscPool *self, NscConnection *connection)
{
  g_mutex_lock (&self->mutex);
  if (!self->closed && self->idle->len < MAX_IDLE)
    g_ptr_array_add (self->idle, g_steal_pointer (&connection));
  g_mutex_unlock (&self->mutex);
  nsc_connection_free (connection);
}

void
nsc_pool_close (NscPool *self)
{
  g_autoptr (GPtrArray) idle = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_connection_free);

  g_mutex_lock (&self->mutex);
  self->closed = TRUE;
  g_ptr_array_extend_and_steal (idle, g_ptr_array_ref (self->idle));
  g_mutex_unlock (&self->mutex);
}
