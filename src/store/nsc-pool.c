/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-pool-private.h"

#include "nsc-opening-private.h"
#include "nsc-schema-private.h"

#define MAX_IDLE 4

/* As long is closing held up by a reader that is still at work. */
#define CLOSE_MICROSECONDS (2 * G_USEC_PER_SEC)

struct _NscPool
{
  char *file;
  char *path;
  gboolean only_reads;
  GMutex mutex;
  GCond given;     /* a connection came back */
  GPtrArray *idle; /* guarded by mutex, as are: */
  guint n_taken;
  gboolean closed;
};

static void
pool_clear (gpointer data)
{
  NscPool *self = data;

  g_ptr_array_unref (self->idle);
  g_cond_clear (&self->given);
  g_mutex_clear (&self->mutex);
  g_free (self->file);
  g_free (self->path);
}

NscPool *
nsc_pool_new (const char *file, const char *path, gboolean only_reads)
{
  NscPool *self = g_atomic_rc_box_new0 (NscPool);

  self->file = g_strdup (file);
  self->path = g_strdup (path);
  self->only_reads = only_reads;
  self->idle = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_connection_free);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->given);
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
  NscConnectionMode mode = NSC_CONNECTION_READ;
  NscConnection *connection = NULL;
  NscHeader header;

  g_mutex_lock (&self->mutex);
  if (self->idle->len > 0)
    connection = g_ptr_array_steal_index_fast (self->idle, self->idle->len - 1);
  g_mutex_unlock (&self->mutex);
  if (connection == NULL &&
      (!self->only_reads || nsc_opening_get_reading_mode (self->file, self->path, &mode, &header, error)))
    connection = nsc_connection_open (self->file, self->path, mode, error);
  if (connection != NULL && self->only_reads && !nsc_schema_stand_in (connection, error))
    g_clear_pointer (&connection, nsc_connection_free);
  if (connection != NULL)
    {
      g_mutex_lock (&self->mutex);
      self->n_taken++;
      g_mutex_unlock (&self->mutex);
    }
  return connection;
}

void
nsc_pool_give (NscPool *self, NscConnection *connection)
{
  NscConnection *closing = NULL;

  g_mutex_lock (&self->mutex);
  /* A file that is only read may have been replaced meanwhile, or got a writer: it is opened anew each time. */
  if (!self->closed && !self->only_reads && self->idle->len < MAX_IDLE)
    g_ptr_array_add (self->idle, connection);
  else
    closing = connection;
  g_mutex_unlock (&self->mutex);

  /* Whoever waits for the last one to come back wants it closed, not only given. */
  g_clear_pointer (&closing, nsc_connection_free);
  g_mutex_lock (&self->mutex);
  self->n_taken--;
  g_cond_broadcast (&self->given);
  g_mutex_unlock (&self->mutex);
}

void
nsc_pool_close (NscPool *self)
{
  g_autoptr (GPtrArray) idle = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_connection_free);
  gint64 deadline = g_get_monotonic_time () + CLOSE_MICROSECONDS;

  g_mutex_lock (&self->mutex);
  self->closed = TRUE;
  /* The file becomes whole again only once nobody reads it. */
  while (self->n_taken > 0 && !self->only_reads)
    if (!g_cond_wait_until (&self->given, &self->mutex, deadline))
      break;
  g_ptr_array_extend_and_steal (idle, g_ptr_array_ref (self->idle));
  g_mutex_unlock (&self->mutex);
}
