/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-pool-private.h"

#include "nsc-opening-private.h"
#include "nsc-schema-private.h"
#include "nsc-store-place-private.h"

#include <glib/gstdio.h>

#define MAX_IDLE 4

/* As long is a connection to a file waited for that cannot be opened any more. */
#define TAKE_MICROSECONDS (2 * G_USEC_PER_SEC)

/* As long is closing held up by a reader that is still at work. */
#define CLOSE_MICROSECONDS (2 * G_USEC_PER_SEC)

struct _NscPool
{
  char *file;
  char *path;
  gboolean only_reads;
  GStatBuf opened; /* the file that the writer has open */
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

/* Has read once: only then does SQLite have the journal open as well, which it cannot once the file is moved away. */
static NscConnection *
open_reading (const char *file, const char *path, GError **error)
{
  NscConnection *connection = nsc_connection_open (file, path, NSC_CONNECTION_READ, error);
  gint64 version;

  if (connection != NULL && !nsc_connection_query_integer (connection, "PRAGMA schema_version", &version, error))
    g_clear_pointer (&connection, nsc_connection_free);
  return connection;
}

NscPool *
nsc_pool_new (const char *file, const char *path, gboolean only_reads)
{
  NscPool *self = g_atomic_rc_box_new0 (NscPool);

  self->file = g_strdup (file);
  self->path = g_strdup (path);
  self->only_reads = only_reads;
  if (g_stat (file, &self->opened) != 0)
    self->opened = (GStatBuf) { 0 };
  self->idle = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_connection_free);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->given);
  /* One is always there, since the file may be moved away before anybody reads it. */
  if (!only_reads)
    {
      NscConnection *first = open_reading (file, path, NULL);

      if (first != NULL)
        g_ptr_array_add (self->idle, first);
    }
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

/* What has the name of the file by now may be another project, which must not be read as this one. */
static NscStorePlace
look_at_place (NscPool *self)
{
  GStatBuf now;

  if (g_stat (self->file, &now) != 0)
    return NSC_STORE_PLACE_GONE;
  return now.st_dev == self->opened.st_dev && now.st_ino == self->opened.st_ino ? NSC_STORE_PLACE_FINE
                                                                                : NSC_STORE_PLACE_REPLACED;
}

/* The connections that there are still lead to the file, and one of them comes back. */
static NscConnection *
wait_for_idle (NscPool *self, NscStorePlace place, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + TAKE_MICROSECONDS;
  NscConnection *connection = NULL;

  g_mutex_lock (&self->mutex);
  /* Besides the one that is being waited for. */
  while (self->idle->len == 0 && self->n_taken > 1 && !self->closed)
    if (!g_cond_wait_until (&self->given, &self->mutex, deadline))
      break;
  if (self->idle->len > 0)
    connection = g_ptr_array_steal_index_fast (self->idle, self->idle->len - 1);
  g_mutex_unlock (&self->mutex);
  if (connection == NULL)
    {
      g_autofree char *words = nsc_store_place_words (place, self->path);

      g_set_error_literal (error, NSC_ERROR, NSC_ERROR_STORAGE, words);
    }
  return connection;
}

/* Another connection to a file that a connection of ours writes. */
static NscConnection *
open_another (NscPool *self, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  NscConnection *connection = NULL;
  NscStorePlace place = look_at_place (self);

  if (place == NSC_STORE_PLACE_FINE)
    {
      connection = open_reading (self->file, self->path, &trouble);
      /* Meanwhile it may have become another. */
      place = look_at_place (self);
    }
  if (place != NSC_STORE_PLACE_FINE)
    {
      g_clear_pointer (&connection, nsc_connection_free);
      return wait_for_idle (self, place, error);
    }
  if (connection == NULL)
    g_propagate_error (error, g_steal_pointer (&trouble));
  return connection;
}

/* A file that may have got or lost a writer since it was last looked at. */
static NscConnection *
open_only_reading (NscPool *self, GError **error)
{
  NscConnection *connection;
  NscConnectionMode mode;
  NscHeader header;

  if (!nsc_opening_get_reading_mode (self->file, self->path, &mode, &header, error))
    return NULL;
  connection = nsc_connection_open (self->file, self->path, mode, error);
  if (connection != NULL && !nsc_schema_stand_in (connection, error))
    g_clear_pointer (&connection, nsc_connection_free);
  return connection;
}

/* One that was taken is closed, or could not be opened. */
static void
count_back (NscPool *self)
{
  g_mutex_lock (&self->mutex);
  self->n_taken--;
  g_cond_broadcast (&self->given);
  g_mutex_unlock (&self->mutex);
}

NscConnection *
nsc_pool_take (NscPool *self, GError **error)
{
  NscConnection *connection = NULL;

  g_mutex_lock (&self->mutex);
  if (self->closed)
    {
      g_mutex_unlock (&self->mutex);
      /* Who still asks is not waited for any more; another connection would keep the file from becoming whole. */
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the project is closed");
      return NULL;
    }
  /* Counted before it is opened: closing must not overlook it meanwhile. */
  self->n_taken++;
  if (self->idle->len > 0)
    connection = g_ptr_array_steal_index_fast (self->idle, self->idle->len - 1);
  g_mutex_unlock (&self->mutex);
  if (connection == NULL)
    connection = self->only_reads ? open_only_reading (self, error) : open_another (self, error);
  if (connection == NULL)
    count_back (self);
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
  count_back (self);
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
