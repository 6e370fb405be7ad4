/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-batch.h"

#include "nsc-column-reading.h"

#include "nsc-error.h"

typedef struct
{
  NscRecord *record; /* NULL once an item has taken it, as are: */
  char **texts;
} Entry;

struct _NscRecordBatch
{
  const NscTable *table;
  GArray *entries;
};

typedef struct
{
  NscReader *reader;
  const char *language;
  GHashTable **names; /* by column of a reference, id to name, else NULL */
} Reading;

/* Adds the name of the row ID of TARGET to NAMES. */
static const char *
read_name (const Reading *reading, GHashTable *names, const char *target, const char *id, GError **error)
{
  const NscTable *table = nsc_table_find (target);
  gint64 row = nsc_reader_find_id (reading->reader, table, id, error);
  g_autoptr (NscRecord) record = NULL;
  char *name;

  if (row < 0)
    return NULL;
  record = nsc_reader_get_record (reading->reader, table, row, error);
  if (record == NULL)
    return NULL;
  name = g_strdup (nsc_record_get_name (record, reading->language));
  g_hash_table_insert (names, g_strdup (id), name);
  return name;
}

static gboolean
read_text (const Reading *reading, const NscRecord *record, guint column, char **text, GError **error)
{
  const NscTable *table = nsc_record_get_table (record);
  const char *value = nsc_record_get (record, column);
  const char *name;

  *text = NULL;
  if (*value == '\0')
    return TRUE;
  if (table->columns[column].target == NULL)
    {
      *text = nsc_column_reading_dup_text (table, column, reading->language, value);
      return TRUE;
    }
  name = g_hash_table_lookup (reading->names[column], value);
  if (name == NULL)
    name = read_name (reading, reading->names[column], table->columns[column].target, value, error);
  *text = g_strdup (name);
  return name != NULL;
}

static gboolean
read_entry (const Reading *reading, NscRecordBatch *batch, gint64 row, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  Entry entry = { nsc_reader_get_record (reading->reader, batch->table, row, &trouble), NULL };

  if (g_error_matches (trouble, NSC_ERROR, NSC_ERROR_NOT_FOUND))
    return TRUE;
  if (trouble != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
  entry.texts = g_new0 (char *, batch->table->n_columns);
  g_array_append_val (batch->entries, entry);
  for (guint i = 0; i < batch->table->n_columns; i++)
    if (!read_text (reading, entry.record, i, &entry.texts[i], error))
      return FALSE;
  return TRUE;
}

static NscRecordBatch *
batch_new (const NscTable *table)
{
  NscRecordBatch *self = g_new0 (NscRecordBatch, 1);

  self->table = table;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  return self;
}

NscRecordBatch *
nsc_record_batch_read (NscReader *reader,
                       const NscTable *table,
                       const char *language,
                       GArray *rows,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (NscRecordBatch) self = batch_new (table);
  Reading reading = { reader, language, g_new0 (GHashTable *, table->n_columns) };
  gboolean success = TRUE;

  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].target != NULL)
      reading.names[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < rows->len && success; i++)
    success = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
              read_entry (&reading, self, g_array_index (rows, gint64, i), error);
  for (guint i = 0; i < table->n_columns; i++)
    g_clear_pointer (&reading.names[i], g_hash_table_unref);
  g_free (reading.names);
  return success ? g_steal_pointer (&self) : NULL;
}

void
nsc_record_batch_free (NscRecordBatch *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->texts != NULL)
        nsc_record_item_free_texts (self->table, entry->texts);
      nsc_record_free (entry->record);
    }
  g_array_unref (self->entries);
  g_free (self);
}

guint
nsc_record_batch_get_length (const NscRecordBatch *self)
{
  return self->entries->len;
}

gint64
nsc_record_batch_get_row (const NscRecordBatch *self, guint index)
{
  return nsc_record_get_row (g_array_index (self->entries, Entry, index).record);
}

void
nsc_record_batch_fill (NscRecordBatch *self, guint index, NscRecordItem *item)
{
  Entry *entry = &g_array_index (self->entries, Entry, index);

  nsc_record_item_fill (item, g_steal_pointer (&entry->record), g_steal_pointer (&entry->texts));
}
