/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-source-tally.h"

#include <string.h>

/* As many sources as a figure names; the rest is counted. */
#define N_NAMED_SOURCES 3

typedef struct
{
  const char *source;
  guint64 count;
} Entry;

struct _NscSourceTally
{
  GHashTable *counts; /* source -> guint64 */
};

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *left = a, *right = b;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  return strcmp (left->source, right->source);
}

NscSourceTally *
nsc_source_tally_new (void)
{
  NscSourceTally *self = g_new0 (NscSourceTally, 1);

  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
nsc_source_tally_free (NscSourceTally *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->counts);
  g_free (self);
}

void
nsc_source_tally_add (NscSourceTally *self, const char *source)
{
  guint64 *count;

  if (source == NULL || *source == '\0')
    return;
  count = g_hash_table_lookup (self->counts, source);
  if (count == NULL)
    {
      count = g_new0 (guint64, 1);
      g_hash_table_insert (self->counts, g_strdup (source), count);
    }
  (*count)++;
}

guint
nsc_source_tally_get_n_sources (NscSourceTally *self)
{
  return g_hash_table_size (self->counts);
}

char **
nsc_source_tally_dup_most (NscSourceTally *self, guint most)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  GStrvBuilder *builder = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer source, count;

  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, &source, &count))
    {
      Entry entry = { source, *(guint64 *) count };

      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < MIN (most, entries->len); i++)
    g_strv_builder_add (builder, g_array_index (entries, Entry, i).source);
  return g_strv_builder_unref_to_strv (builder);
}

char **
nsc_source_tally_dup_named (NscSourceTally *self)
{
  return nsc_source_tally_dup_most (self, N_NAMED_SOURCES);
}
