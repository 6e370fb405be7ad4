/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-growth-entries.h"

#include "nsc-mark-key.h"

#include <string.h>

/* The category of the whole membership. */
#define WHOLE "all"

typedef struct
{
  GArray *entries;    /* of NscGrowthEntry, under way */
  GHashTable *places; /* "2018-04 all" -> place in entries, plus 1 */
} Gathering;

/* The entry of a date and category, a new one where there is none yet; valid until the next is asked for. */
static NscGrowthEntry *
find_entry (Gathering *self, NscDate date, const char *category)
{
  NscGrowthEntry entry = {
    .date = date,
    .category = category,
    .day = nsc_date_first_day (date),
    .recorded = -1,
  };
  g_autofree char *when = nsc_date_to_string (date);
  char *name = g_strconcat (when, " ", category, NULL);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, name));

  if (place != 0)
    {
      g_free (name);
      return &g_array_index (self->entries, NscGrowthEntry, place - 1);
    }
  g_array_append_val (self->entries, entry);
  g_hash_table_insert (self->places, name, GUINT_TO_POINTER (self->entries->len));
  return &g_array_index (self->entries, NscGrowthEntry, self->entries->len - 1);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const NscGrowthEntry *left = a, *right = b;
  gint32 left_day = nsc_date_first_day (left->date), right_day = nsc_date_first_day (right->date);
  gboolean left_is_part = !g_str_equal (left->category, WHOLE), right_is_part = !g_str_equal (right->category, WHOLE);
  int order;

  if (left_day != right_day)
    return left_day < right_day ? -1 : 1;
  if (left_is_part != right_is_part)
    return left_is_part ? 1 : -1;
  /* Bytes of UTF-8 sort like code points. */
  order = strcmp (left->category, right->category);
  if (order != 0)
    return order;
  return nsc_date_refines (left->date, right->date) ? 1 : nsc_date_refines (right->date, left->date) ? -1 : 0;
}

static gint64
total_key (const char *id, const NscReportedTotal *total)
{
  g_autofree char *text = nsc_date_to_string (total->as_of);

  return nsc_mark_key_new ("growth", id, text, total->category, NULL);
}

GArray *
nsc_growth_entries_new (const NscGrowth *growth, const GPtrArray *totals, const char *id)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (NscGrowthEntry));
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Gathering gathering = { entries, places };

  for (guint i = 0; i < growth->steps->len; i++)
    {
      const NscGrowthStep *step = &g_array_index (growth->steps, NscGrowthStep, i);
      NscGrowthEntry *entry = find_entry (&gathering, step->date, WHOLE);

      /* Who leaves in a month is still there on its first day. */
      entry->day = MAX (entry->day, step->day);
      entry->step_key = nsc_growth_entries_step_key (id, step->date);
    }
  for (guint i = 0; i < totals->len; i++)
    {
      const NscReportedTotal *total = g_ptr_array_index (totals, i);
      NscGrowthEntry *entry;

      /* A total at no date is none over time. */
      if (!nsc_date_is_known (total->as_of) || nsc_date_is_open (total->as_of))
        continue;
      entry = find_entry (&gathering, total->as_of, total->category);
      entry->total = total;
      entry->total_key = total_key (id, total);
    }
  for (guint i = 0; i < entries->len; i++)
    {
      NscGrowthEntry *entry = &g_array_index (entries, NscGrowthEntry, i);

      if (g_str_equal (entry->category, WHOLE))
        entry->recorded = (gint64) nsc_growth_count_at (growth, entry->day);
    }
  g_array_sort (entries, compare_entries);
  return entries;
}

gint64
nsc_growth_entries_step_key (const char *id, NscDate date)
{
  g_autofree char *text = nsc_date_to_string (date);

  return nsc_mark_key_new ("growth", id, text, NULL);
}
