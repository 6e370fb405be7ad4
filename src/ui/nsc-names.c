/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-names.h"

#include "nsc-code-words.h"

typedef struct
{
  char *id;
  char *name;
  char *collated; /* sort key */
} Name;

/* The names of one table. */
typedef struct
{
  GHashTable *by_id; /* id to Name, both of `sorted` */
  GPtrArray *sorted; /* of Name */
} Names;

struct _NscNames
{
  gatomicrefcount references;
  char *language;
  GHashTable *tables; /* name of the table to Names */
  GHashTable *words;  /* code to what people read for it, for choices */
};

static void
name_free (gpointer data)
{
  Name *name = data;

  g_free (name->id);
  g_free (name->name);
  g_free (name->collated);
  g_free (name);
}

static void
names_free (gpointer data)
{
  Names *names = data;

  g_hash_table_unref (names->by_id);
  g_ptr_array_unref (names->sorted);
  g_free (names);
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const Name *const *) a)->collated, (*(const Name *const *) b)->collated);
}

typedef struct
{
  Names *names;
  const char *language;
} Load;

static gboolean
add_name (const NscRecord *record, gpointer data, GError **error)
{
  Load *load = data;
  Name *name = g_new0 (Name, 1);

  name->id = g_strdup (nsc_record_get_id (record));
  name->name = g_strdup (nsc_record_get_name (record, load->language));
  name->collated = g_utf8_collate_key (name->name, -1);
  g_ptr_array_add (load->names->sorted, name);
  g_hash_table_insert (load->names->by_id, name->id, name);
  return TRUE;
}

static gboolean
load_table (NscNames *self, NscReader *reader, const NscTable *table, GCancellable *cancellable, GError **error)
{
  Names *names = g_new0 (Names, 1);
  Load load = { names, self->language };

  names->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  names->sorted = g_ptr_array_new_with_free_func (name_free);
  g_hash_table_insert (self->tables, (gpointer) table->name, names);
  if (!nsc_reader_scan_records (reader, table, add_name, &load, cancellable, error))
    return FALSE;
  g_ptr_array_sort (names->sorted, by_name);
  return TRUE;
}

static void
load_words (NscNames *self, const NscColumn *column)
{
  for (guint i = 0; column->choices[i] != NULL; i++)
    g_hash_table_insert (self->words, (gpointer) column->choices[i],
                         nsc_code_words (self->language, column->choices[i]));
}

NscNames *
nsc_names_load (
    NscReader *reader, const NscTable *table, const char *language, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscNames) self = g_new0 (NscNames, 1);

  g_atomic_ref_count_init (&self->references);
  self->language = g_strdup (language);
  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, names_free);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const NscColumn *column = &table->columns[i];

      if (column->choices != NULL)
        load_words (self, column);
      if (column->target != NULL && !g_hash_table_contains (self->tables, column->target) &&
          !load_table (self, reader, nsc_table_find (column->target), cancellable, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

NscNames *
nsc_names_ref (NscNames *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
nsc_names_unref (NscNames *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_hash_table_unref (self->tables);
  g_hash_table_unref (self->words);
  g_free (self->language);
  g_free (self);
}

const char *
nsc_names_get_cell (const NscNames *self, const NscRecord *record, guint column)
{
  const NscColumn *described = &nsc_record_get_table (record)->columns[column];
  const char *value = nsc_record_get (record, column);

  if (described->target != NULL)
    {
      const Names *names = g_hash_table_lookup (self->tables, described->target);
      const Name *name = names != NULL ? g_hash_table_lookup (names->by_id, value) : NULL;

      return name != NULL ? name->name : value;
    }
  if (described->choices != NULL)
    {
      const char *words = g_hash_table_lookup (self->words, value);

      return words != NULL ? words : value;
    }
  return value;
}

gboolean
nsc_names_foreach (const NscNames *self, const char *target, NscNamesFunc func, gpointer data)
{
  const Names *names = g_hash_table_lookup (self->tables, target);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->sorted->len; i++)
    {
      const Name *name = g_ptr_array_index (names->sorted, i);

      func (name->id, name->name, data);
    }
  return TRUE;
}
