/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-compared-groups.h"

#include "nsc-distribution-words.h"

#include <stdlib.h>
#include <string.h>

static void
group_free (gpointer data)
{
  NscComparedGroup *group = data;

  g_free (group->label);
  g_free (group->bars);
  g_free (group);
}

static NscComparedGroup *
add_group (GPtrArray *groups, const NscDistributionChart *chart, NscBarKind kind, const char *label)
{
  NscComparedGroup *group = g_new0 (NscComparedGroup, 1);

  group->kind = kind;
  group->label = g_strdup (label);
  group->bars = g_new0 (const NscDistributionBar *, chart->n_panels);
  g_ptr_array_add (groups, group);
  return group;
}

/* The group of BAR that has no bar of PANEL yet: two sectors of one initiative may be called alike. */
static NscComparedGroup *
find_group (GPtrArray *groups, GHashTable *by_label, const NscDistributionChart *chart, guint panel, guint bar)
{
  const NscDistributionBar *found = &chart->panels[panel].bars[bar];
  const char *label = nsc_distribution_words_label (chart, found);

  for (guint nth = 0;; nth++)
    {
      g_autofree char *key = g_strdup_printf ("%d %u %s", found->kind, nth, label);
      NscComparedGroup *group = g_hash_table_lookup (by_label, key);

      if (group == NULL)
        {
          group = add_group (groups, chart, found->kind, label);
          g_hash_table_insert (by_label, g_steal_pointer (&key), group);
        }
      if (group->bars[panel] == NULL)
        return group;
    }
}

/* The unknown and the undated come last. */
static int
rank_of (NscBarKind kind)
{
  switch (kind)
    {
    case NSC_BAR_UNKNOWN:
      return 1;
    case NSC_BAR_UNDATED:
      return 2;
    case NSC_BAR_KNOWN:
    case NSC_BAR_INTERNATIONAL:
    default:
      return 0;
    }
}

static int
compare_by_count (gconstpointer a, gconstpointer b)
{
  const NscComparedGroup *left = *(const NscComparedGroup *const *) a;
  const NscComparedGroup *right = *(const NscComparedGroup *const *) b;

  if (rank_of (left->kind) != rank_of (right->kind))
    return rank_of (left->kind) - rank_of (right->kind);
  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  return strcmp (left->label, right->label);
}

static int
compare_by_year (gconstpointer a, gconstpointer b)
{
  const NscComparedGroup *left = *(const NscComparedGroup *const *) a;
  const NscComparedGroup *right = *(const NscComparedGroup *const *) b;

  if (rank_of (left->kind) != rank_of (right->kind))
    return rank_of (left->kind) - rank_of (right->kind);
  return atoi (left->label) - atoi (right->label);
}

/* Between the last year of one initiative and the first of another there are years too. */
static void
add_years_between (GPtrArray *groups, const NscDistributionChart *chart)
{
  guint n = 0;

  g_ptr_array_sort (groups, compare_by_year);
  while (n < groups->len && rank_of (((const NscComparedGroup *) g_ptr_array_index (groups, n))->kind) == 0)
    n++;
  for (guint i = 1; i < n; i++)
    {
      int from = atoi (((const NscComparedGroup *) g_ptr_array_index (groups, i - 1))->label);
      int to = atoi (((const NscComparedGroup *) g_ptr_array_index (groups, i))->label);

      for (int year = from + 1; from > 0 && year < to; year++)
        {
          g_autofree char *label = g_strdup_printf ("%d", year);

          add_group (groups, chart, NSC_BAR_KNOWN, label);
        }
    }
  g_ptr_array_sort (groups, compare_by_year);
}

GPtrArray *
nsc_compared_groups_new (const NscDistributionChart *chart)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GHashTable) by_label = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint panel = 0; panel < chart->n_panels; panel++)
    for (guint bar = 0; bar < chart->panels[panel].n_bars; bar++)
      {
        NscComparedGroup *group = find_group (groups, by_label, chart, panel, bar);

        group->bars[panel] = &chart->panels[panel].bars[bar];
        group->count += group->bars[panel]->count;
      }
  if (chart->n_panels < 2)
    return groups;
  if (chart->by == NSC_DIMENSION_YEAR)
    add_years_between (groups, chart);
  else
    g_ptr_array_sort (groups, compare_by_count);
  return groups;
}
