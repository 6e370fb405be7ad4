/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-source-tally.h"

#include <string.h>

/* As many sources as a figure names; the rest is counted. */
#define N_NAMED_SOURCES 3u

/* Beyond these the rarer half is forgotten: of millions of sources that are named once or twice none is worth a place
 * in the line. */
#define MOST_SOURCES 20000
#define MOST_BYTES (16 * 1024 * 1024)

typedef struct
{
  const char *source;
  guint64 count;
} Entry;

struct _NscSourceTally
{
  GHashTable *counts; /* source -> guint64 */
  gsize n_bytes;      /* of the sources */
  gboolean forgetful; /* some are no longer in counts */
};

/* FNV-1a over words of eight bytes, since sources are long and there is one in every row. */
static guint
hash_source (gconstpointer key)
{
  const char *text = key;
  gsize length = strlen (text);
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325) ^ length;
  guint64 word;

  for (; length >= sizeof word; length -= sizeof word, text += sizeof word)
    {
      memcpy (&word, text, sizeof word);
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0x100000001b3);
      hash ^= hash >> 32;
    }
  word = 0;
  memcpy (&word, text, length);
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0x100000001b3);
  return (guint) (hash ^ hash >> 32);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *left = a, *right = b;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  return strcmp (left->source, right->source);
}

/* The sources, the most frequent first. */
static GArray *
list_entries (NscSourceTally *self)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  GHashTableIter iter;
  gpointer source, count;

  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, &source, &count))
    {
      Entry entry = { source, *(guint64 *) count };

      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  return entries;
}

/* Those that were named no more than LIMIT times. */
static void
forget_up_to (NscSourceTally *self, guint64 limit)
{
  GHashTableIter iter;
  gpointer source, count;

  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, &source, &count))
    if (*(guint64 *) count <= limit)
      {
        self->n_bytes -= strlen (source);
        g_hash_table_iter_remove (&iter);
      }
}

/* Half of them at the least, so that it is seldom done. */
static void
forget_rare (NscSourceTally *self)
{
  guint n_before = g_hash_table_size (self->counts);

  self->forgetful = TRUE;
  for (guint64 limit = 1; g_hash_table_size (self->counts) > n_before / 2; limit *= 2)
    forget_up_to (self, limit);
}

NscSourceTally *
nsc_source_tally_new (void)
{
  NscSourceTally *self = g_new0 (NscSourceTally, 1);

  self->counts = g_hash_table_new_full (hash_source, g_str_equal, g_free, g_free);
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
      if (g_hash_table_size (self->counts) >= MOST_SOURCES || self->n_bytes > MOST_BYTES)
        forget_rare (self);
      count = g_new0 (guint64, 1);
      g_hash_table_insert (self->counts, g_strdup (source), count);
      self->n_bytes += strlen (source);
    }
  (*count)++;
}

char **
nsc_source_tally_dup_named (NscSourceTally *self)
{
  g_autoptr (GArray) entries = list_entries (self);
  GStrvBuilder *builder = g_strv_builder_new ();

  for (guint i = 0; i < MIN (N_NAMED_SOURCES, entries->len); i++)
    g_strv_builder_add (builder, g_array_index (entries, Entry, i).source);
  return g_strv_builder_unref_to_strv (builder);
}

NscSourceLine
nsc_source_tally_get_line (NscSourceTally *self, char *const *names)
{
  return (NscSourceLine) {
    .sources = (const char *const *) names,
    .n_more = g_hash_table_size (self->counts) - g_strv_length ((char **) names),
    .uncounted = self->forgetful,
  };
}
