/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-story-book.h"

struct _NscStoryBook
{
  gatomicrefcount references;
  GPtrArray *stories;
  GHashTable *steps; /* id of the story to its steps, in their order */
};

static gint64
get_position (const NscRecord *step)
{
  return g_ascii_strtoll (nsc_record_get_by_name (step, "position"), NULL, 10);
}

static int
by_position (gconstpointer a, gconstpointer b)
{
  gint64 x = get_position (a), y = get_position (b);

  return x < y ? -1 : x > y;
}

static GPtrArray *
new_records (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_record_free);
}

static gboolean
add_story_cb (const NscRecord *record, gpointer data, GError **error)
{
  NscStoryBook *self = data;

  g_ptr_array_add (self->stories, nsc_record_copy (record));
  g_hash_table_insert (self->steps, g_strdup (nsc_record_get_id (record)), new_records ());
  return TRUE;
}

static gboolean
add_step_cb (const NscRecord *record, gpointer data, GError **error)
{
  NscStoryBook *self = data;

  g_ptr_array_add (g_hash_table_lookup (self->steps, nsc_record_get_by_name (record, "story")),
                   nsc_record_copy (record));
  return TRUE;
}

static NscRecord *
copy_at (const NscRecord *step, guint index)
{
  NscRecord *copy = nsc_record_copy (step);
  g_autofree char *position = g_strdup_printf ("%u", index + 1);

  nsc_record_set_by_name (copy, "position", position);
  return copy;
}

/* Adds to CHANGES the steps of ORDER that do not stand where they stood. */
static NscRecordChanges *
renumber (NscRecordChanges *changes, GPtrArray *order)
{
  for (guint i = 0; i < order->len; i++)
    if (get_position (g_ptr_array_index (order, i)) != (gint64) i + 1)
      nsc_record_changes_save (changes, copy_at (g_ptr_array_index (order, i), i));
  return changes;
}

NscStoryBook *
nsc_story_book_load (NscReader *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscStoryBook) self = g_new0 (NscStoryBook, 1);
  GHashTableIter iter;
  gpointer steps;

  g_atomic_ref_count_init (&self->references);
  self->stories = new_records ();
  self->steps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  if (!nsc_reader_scan_records (reader, nsc_table_find ("stories"), add_story_cb, self, cancellable, error) ||
      !nsc_reader_scan_records (reader, nsc_table_find ("story_steps"), add_step_cb, self, cancellable, error))
    return NULL;
  g_hash_table_iter_init (&iter, self->steps);
  while (g_hash_table_iter_next (&iter, NULL, &steps))
    g_ptr_array_sort_values (steps, by_position);
  return g_steal_pointer (&self);
}

NscStoryBook *
nsc_story_book_ref (NscStoryBook *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
nsc_story_book_unref (NscStoryBook *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->stories);
  g_hash_table_unref (self->steps);
  g_free (self);
}

GPtrArray *
nsc_story_book_get_stories (NscStoryBook *self)
{
  return self->stories;
}

const NscRecord *
nsc_story_book_find (NscStoryBook *self, const char *id)
{
  for (guint i = 0; i < self->stories->len; i++)
    if (g_str_equal (nsc_record_get_id (g_ptr_array_index (self->stories, i)), id))
      return g_ptr_array_index (self->stories, i);
  return NULL;
}

GPtrArray *
nsc_story_book_get_steps (NscStoryBook *self, const char *id)
{
  return g_hash_table_lookup (self->steps, id);
}

char *
nsc_story_book_dup_free_id (NscStoryBook *self, const char *base)
{
  for (guint i = self->stories->len + 1;; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-%u", base, i);

      if (nsc_story_book_find (self, id) == NULL)
        return g_steal_pointer (&id);
    }
}

NscRecordChanges *
nsc_story_book_move (NscStoryBook *self, const char *id, guint from, guint to)
{
  GPtrArray *steps = nsc_story_book_get_steps (self, id);
  g_autoptr (GPtrArray) order = NULL;

  g_return_val_if_fail (steps != NULL && from < steps->len && to < steps->len, NULL);

  order = g_ptr_array_new ();
  for (guint i = 0; i < steps->len; i++)
    if (i != from)
      g_ptr_array_add (order, g_ptr_array_index (steps, i));
  g_ptr_array_insert (order, (int) to, g_ptr_array_index (steps, from));
  return renumber (nsc_record_changes_new (nsc_story_book_find (self, id)), order);
}

NscRecordChanges *
nsc_story_book_remove (NscStoryBook *self, const char *id, guint index)
{
  GPtrArray *steps = nsc_story_book_get_steps (self, id);
  g_autoptr (GPtrArray) order = NULL;
  NscRecordChanges *changes;

  g_return_val_if_fail (steps != NULL && index < steps->len, NULL);

  changes = nsc_record_changes_new (nsc_story_book_find (self, id));
  nsc_record_changes_delete (changes, nsc_record_copy (g_ptr_array_index (steps, index)));
  order = g_ptr_array_copy (steps, NULL, NULL);
  g_ptr_array_set_free_func (order, NULL);
  g_ptr_array_remove_index (order, index);
  return renumber (changes, order);
}

NscRecordChanges *
nsc_story_book_append (NscStoryBook *self, const NscRecord *story, NscRecord *step)
{
  GPtrArray *steps = nsc_story_book_get_steps (self, nsc_record_get_id (story));
  NscRecordChanges *changes = nsc_record_changes_new (story);
  guint n_steps = steps != NULL ? steps->len : 0;

  if (nsc_record_get_row (story) == 0)
    nsc_record_changes_save (changes, nsc_record_copy (story));
  if (steps != NULL)
    renumber (changes, steps);
  nsc_record_set_by_name (step, "story", nsc_record_get_id (story));
  nsc_record_changes_save (changes, copy_at (step, n_steps));
  nsc_record_free (step);
  return changes;
}

NscRecordChanges *
nsc_story_book_duplicate (NscStoryBook *self, const char *id, const char *title_en, const char *title_zh)
{
  const NscRecord *original = nsc_story_book_find (self, id);
  GPtrArray *steps = nsc_story_book_get_steps (self, id);
  g_autoptr (NscRecord) story = NULL;
  g_autofree char *free_id = NULL;
  NscRecordChanges *changes;

  g_return_val_if_fail (original != NULL, NULL);

  story = nsc_record_copy (original);
  free_id = nsc_story_book_dup_free_id (self, id);
  nsc_record_set_row (story, 0);
  nsc_record_set (story, NSC_TABLE_ID_COLUMN, free_id);
  nsc_record_set_by_name (story, "title_en", title_en);
  nsc_record_set_by_name (story, "title_zh", title_zh);
  changes = nsc_record_changes_new (story);
  nsc_record_changes_save (changes, g_steal_pointer (&story));
  for (guint i = 0; i < steps->len; i++)
    {
      NscRecord *step = copy_at (g_ptr_array_index (steps, i), i);

      nsc_record_set_row (step, 0);
      nsc_record_set (step, NSC_TABLE_ID_COLUMN, "");
      nsc_record_set_by_name (step, "story", free_id);
      nsc_record_changes_save (changes, step);
    }
  return changes;
}

NscRecordChanges *
nsc_story_book_delete (NscStoryBook *self, const char *id)
{
  const NscRecord *story = nsc_story_book_find (self, id);
  GPtrArray *steps = nsc_story_book_get_steps (self, id);
  NscRecordChanges *changes;

  g_return_val_if_fail (story != NULL, NULL);

  changes = nsc_record_changes_new (story);
  for (guint i = 0; i < steps->len; i++)
    nsc_record_changes_delete (changes, nsc_record_copy (g_ptr_array_index (steps, i)));
  nsc_record_changes_delete (changes, nsc_record_copy (story));
  return changes;
}
