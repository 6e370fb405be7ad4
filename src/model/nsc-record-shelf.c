/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-shelf.h"

#include "nsc-inquiry.h"

/* So many items stay though nobody else holds them. */
#define MAX_KEPT 1024

/* So many are read at a time, so that what is asked for meanwhile need not wait long. */
#define MAX_ASKED 256

/* What is known of an item that is alive. */
typedef struct
{
  gint64 row;
  NscRecordShelf *shelf;
  NscRecordItem *item; /* not owned */
  gboolean wanted;     /* to be read */
} Entry;

struct _NscRecordShelf
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

G_DEFINE_FINAL_TYPE (NscRecordShelf, nsc_record_shelf, G_TYPE_OBJECT)

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
read_sheaf (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;

  return nsc_record_sheaf_read (reader, question->table, question->language, question->rows, cancellable, error);
}

/* ---- asking ---- */

static void ask (NscRecordShelf *self);

static void
fill_items (NscRecordShelf *self, NscRecordSheaf *answer)
{
  for (guint i = 0; i < nsc_record_sheaf_get_length (answer); i++)
    {
      gint64 row = nsc_record_sheaf_get_row (answer, i);
      Entry *entry = g_hash_table_lookup (self->entries, &row);

      if (entry != NULL)
        nsc_record_sheaf_fill (answer, i, entry->item);
    }
}

static void
take_answer (gpointer owner, gpointer data, const GError *error)
{
  NscRecordShelf *self = owner;
  g_autoptr (NscRecordSheaf) answer = data;

  if (answer != NULL)
    fill_items (self, answer);
  if (error == NULL)
    ask (self);
  if (!nsc_record_shelf_is_reading (self))
    g_signal_emit (self, signals[READ], 0, error);
}

/* The newest that are wanted, by whoever still looks at them. */
static GArray *
take_wanted (NscRecordShelf *self)
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
ask (NscRecordShelf *self)
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
  nsc_inquiry_ask (self, &self->cancellable, self->project, read_sheaf, question, question_free,
                   (GDestroyNotify) nsc_record_sheaf_free, take_answer);
}

static gboolean
ask_cb (gpointer data)
{
  NscRecordShelf *self = data;

  self->idle = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

/* A view asks for its items one by one: they are read together. */
static void
want (NscRecordShelf *self, Entry *entry)
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

  g_hash_table_remove (entry->shelf->entries, &entry->row);
}

static Entry *
add_entry (NscRecordShelf *self, gint64 row)
{
  NscRecordItem *item = nsc_record_item_new (row);
  Entry *entry = g_new0 (Entry, 1);

  *entry = (Entry){ row, self, item, FALSE };
  g_hash_table_insert (self->entries, &entry->row, entry);
  g_object_weak_ref (G_OBJECT (item), item_gone_cb, entry);
  g_queue_push_head (&self->kept, item);
  if (self->kept.length > MAX_KEPT)
    g_object_unref (g_queue_pop_tail (&self->kept));
  return entry;
}

/* ---- object ---- */

static void
stop (NscRecordShelf *self)
{
  nsc_inquiry_cancel (&self->cancellable);
  g_clear_handle_id (&self->idle, g_source_remove);
}

static void
nsc_record_shelf_dispose (GObject *object)
{
  NscRecordShelf *self = NSC_RECORD_SHELF (object);
  GHashTableIter iter;
  gpointer entry;

  stop (self);
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    g_object_weak_unref (G_OBJECT (((Entry *) entry)->item), item_gone_cb, entry);
  g_hash_table_remove_all (self->entries);
  g_queue_clear_full (&self->kept, g_object_unref);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (nsc_record_shelf_parent_class)->dispose (object);
}

static void
nsc_record_shelf_finalize (GObject *object)
{
  NscRecordShelf *self = NSC_RECORD_SHELF (object);

  g_hash_table_unref (self->entries);
  g_array_unref (self->wanted);
  g_free (self->language);
  G_OBJECT_CLASS (nsc_record_shelf_parent_class)->finalize (object);
}

static void
nsc_record_shelf_class_init (NscRecordShelfClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsc_record_shelf_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsc_record_shelf_finalize;

  signals[READ] = g_signal_new ("read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_ERROR);
}

static void
nsc_record_shelf_init (NscRecordShelf *self)
{
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_queue_init (&self->kept);
}

NscRecordShelf *
nsc_record_shelf_new (NscProject *project, const NscTable *table, const char *language)
{
  NscRecordShelf *self;

  g_return_val_if_fail (NSC_IS_PROJECT (project), NULL);

  self = g_object_new (NSC_TYPE_RECORD_SHELF, NULL);
  self->project = g_object_ref (project);
  self->table = table;
  self->language = g_strdup (language);
  return self;
}

NscRecordItem *
nsc_record_shelf_get (NscRecordShelf *self, gint64 row)
{
  Entry *entry;

  g_return_val_if_fail (NSC_IS_RECORD_SHELF (self), NULL);

  entry = g_hash_table_lookup (self->entries, &row);
  if (entry == NULL)
    {
      entry = add_entry (self, row);
      want (self, entry);
    }
  return g_object_ref (entry->item);
}

void
nsc_record_shelf_put (NscRecordShelf *self, NscRecordSheaf *records)
{
  g_return_if_fail (NSC_IS_RECORD_SHELF (self));

  for (guint i = 0; i < nsc_record_sheaf_get_length (records); i++)
    {
      gint64 row = nsc_record_sheaf_get_row (records, i);
      Entry *entry = g_hash_table_lookup (self->entries, &row);

      if (entry == NULL)
        entry = add_entry (self, row);
      nsc_record_sheaf_fill (records, i, entry->item);
    }
}

void
nsc_record_shelf_refresh (NscRecordShelf *self)
{
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (NSC_IS_RECORD_SHELF (self));

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
nsc_record_shelf_is_reading (NscRecordShelf *self)
{
  g_return_val_if_fail (NSC_IS_RECORD_SHELF (self), FALSE);
  return self->cancellable != NULL || self->idle != 0;
}
