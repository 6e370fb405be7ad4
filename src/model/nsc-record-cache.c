/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-cache.h"

#include "nsc-inquiry.h"

/* So many items stay though nobody else holds them. */
#define MAX_KEPT 1024

/* So many are read at a time, so that what is asked for meanwhile need not wait long. */
#define MAX_ASKED 256

/* What is known of an item that is alive. */
typedef struct
{
  gint64 row;
  NscRecordCache *cache;
  NscRecordItem *item; /* not owned */
  gboolean wanted;     /* to be read */
} Entry;

struct _NscRecordCache
{
  GObject parent_instance;

  NscProject *project;
  const NscTable *table;
  char *language;
  GHashTable *entries;       /* row to Entry, all items that are alive */
  GQueue kept;               /* of NscRecordItem, the newest first */
  GArray *wanted;            /* gint64, the newest last */
  guint idle;                /* asks for them, 0: none */
  GCancellable *cancellable; /* of the question under way, NULL: none */
};

G_DEFINE_FINAL_TYPE (NscRecordCache, nsc_record_cache, G_TYPE_OBJECT)

enum
{
  READ,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- the question, on a worker ---- */

typedef struct
{
  const NscTable *table;
  char *language;
  GArray *rows;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_array_unref (question->rows);
  g_free (question->language);
  g_free (question);
}

static gpointer
read_batch (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;

  return nsc_record_batch_read (reader, question->table, question->language, question->rows, cancellable, error);
}

/* ---- asking ---- */

static void ask (NscRecordCache *self);

static void
fill_items (NscRecordCache *self, NscRecordBatch *answer)
{
  for (guint i = 0; i < nsc_record_batch_get_length (answer); i++)
    {
      gint64 row = nsc_record_batch_get_row (answer, i);
      Entry *entry = g_hash_table_lookup (self->entries, &row);

      if (entry != NULL)
        nsc_record_batch_fill (answer, i, entry->item);
    }
}

static void
take_answer (gpointer owner, gpointer data, const GError *error)
{
  NscRecordCache *self = owner;
  g_autoptr (NscRecordBatch) answer = data;

  if (answer != NULL)
    fill_items (self, answer);
  if (error == NULL)
    ask (self);
  if (!nsc_record_cache_is_reading (self))
    g_signal_emit (self, signals[READ], 0, error);
}

/* The newest that are wanted, by whoever still looks at them. */
static GArray *
take_wanted (NscRecordCache *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (self->wanted->len > 0 && rows->len < MAX_ASKED)
    {
      gint64 row = g_array_index (self->wanted, gint64, self->wanted->len - 1);
      Entry *entry = g_hash_table_lookup (self->entries, &row);

      g_array_set_size (self->wanted, self->wanted->len - 1);
      if (entry == NULL || !entry->wanted)
        continue;
      entry->wanted = FALSE;
      g_array_append_val (rows, row);
    }
  return rows;
}

static void
ask (NscRecordCache *self)
{
  g_autoptr (GArray) rows = NULL;
  Question *question;

  if (self->cancellable != NULL)
    return;
  rows = take_wanted (self);
  if (rows->len == 0)
    return;
  question = g_new0 (Question, 1);
  question->table = self->table;
  question->language = g_strdup (self->language);
  question->rows = g_steal_pointer (&rows);
  nsc_inquiry_ask (self, &self->cancellable, self->project, read_batch, question, question_free,
                   (GDestroyNotify) nsc_record_batch_free, take_answer);
}

static gboolean
ask_cb (gpointer data)
{
  NscRecordCache *self = data;

  self->idle = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

/* A view asks for its items one by one: they are read together. */
static void
want (NscRecordCache *self, Entry *entry)
{
  if (entry->wanted)
    return;
  entry->wanted = TRUE;
  g_array_append_val (self->wanted, entry->row);
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT, ask_cb, self, NULL);
}

/* ---- items ---- */

static void
item_gone_cb (gpointer data, GObject *item)
{
  Entry *entry = data;

  g_hash_table_remove (entry->cache->entries, &entry->row);
}

static Entry *
add_entry (NscRecordCache *self, gint64 row)
{
  NscRecordItem *item = nsc_record_item_new (row);
  Entry *entry = g_new0 (Entry, 1);

  *entry = (Entry) { row, self, item, FALSE };
  g_hash_table_insert (self->entries, &entry->row, entry);
  g_object_weak_ref (G_OBJECT (item), item_gone_cb, entry);
  g_queue_push_head (&self->kept, item);
  if (self->kept.length > MAX_KEPT)
    g_object_unref (g_queue_pop_tail (&self->kept));
  return entry;
}

/* ---- object ---- */

static void
stop (NscRecordCache *self)
{
  nsc_inquiry_cancel (&self->cancellable);
  g_clear_handle_id (&self->idle, g_source_remove);
}

static void
nsc_record_cache_dispose (GObject *object)
{
  NscRecordCache *self = NSC_RECORD_CACHE (object);
  GHashTableIter iter;
  gpointer entry;

  stop (self);
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    g_object_weak_unref (G_OBJECT (((Entry *) entry)->item), item_gone_cb, entry);
  g_hash_table_remove_all (self->entries);
  g_queue_clear_full (&self->kept, g_object_unref);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (nsc_record_cache_parent_class)->dispose (object);
}

static void
nsc_record_cache_finalize (GObject *object)
{
  NscRecordCache *self = NSC_RECORD_CACHE (object);

  g_hash_table_unref (self->entries);
  g_array_unref (self->wanted);
  g_free (self->language);
  G_OBJECT_CLASS (nsc_record_cache_parent_class)->finalize (object);
}

static void
nsc_record_cache_class_init (NscRecordCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsc_record_cache_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsc_record_cache_finalize;

  signals[READ] = g_signal_new ("read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_ERROR);
}

static void
nsc_record_cache_init (NscRecordCache *self)
{
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_queue_init (&self->kept);
}

NscRecordCache *
nsc_record_cache_new (NscProject *project, const NscTable *table, const char *language)
{
  NscRecordCache *self;

  g_return_val_if_fail (NSC_IS_PROJECT (project), NULL);

  self = g_object_new (NSC_TYPE_RECORD_CACHE, NULL);
  self->project = g_object_ref (project);
  self->table = table;
  self->language = g_strdup (language);
  return self;
}

NscRecordItem *
nsc_record_cache_get (NscRecordCache *self, gint64 row)
{
  Entry *entry;

  g_return_val_if_fail (NSC_IS_RECORD_CACHE (self), NULL);

  entry = g_hash_table_lookup (self->entries, &row);
  if (entry == NULL)
    {
      entry = add_entry (self, row);
      want (self, entry);
    }
  return g_object_ref (entry->item);
}

void
nsc_record_cache_put (NscRecordCache *self, NscRecordBatch *records)
{
  g_return_if_fail (NSC_IS_RECORD_CACHE (self));

  for (guint i = 0; i < nsc_record_batch_get_length (records); i++)
    {
      gint64 row = nsc_record_batch_get_row (records, i);
      Entry *entry = g_hash_table_lookup (self->entries, &row);

      if (entry == NULL)
        entry = add_entry (self, row);
      nsc_record_batch_fill (records, i, entry->item);
    }
}

void
nsc_record_cache_refresh (NscRecordCache *self)
{
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (NSC_IS_RECORD_CACHE (self));

  /* What is being read may be out of date. */
  stop (self);
  g_array_set_size (self->wanted, 0);
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      ((Entry *) value)->wanted = FALSE;
      want (self, value);
    }
  g_clear_handle_id (&self->idle, g_source_remove);
  ask (self);
}

gboolean
nsc_record_cache_is_reading (NscRecordCache *self)
{
  g_return_val_if_fail (NSC_IS_RECORD_CACHE (self), FALSE);
  return self->cancellable != NULL || self->idle != 0;
}
