/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-scene-item.h"

#include <math.h>

/* Differences below this are the rounding of a layout. */
#define TOLERANCE 0.01

static int
compare_types (gconstpointer a, gconstpointer b)
{
  const NscSceneType *first = a, *second = b;

  return (first->size > second->size) - (first->size < second->size);
}

GArray *
nsc_scene_list_small_type (const NscScene *self, double least)
{
  GArray *types = g_array_new (FALSE, TRUE, sizeof (NscSceneType));

  for (guint i = 0; i < nsc_scene_get_n_items (self); i++)
    {
      const NscSceneItem *item = nsc_scene_get_item (self, i);
      /* Downwards, so that what is too small does not read as if it were large enough. */
      NscSceneType type = { floor (item->style.size * 10 + TOLERANCE) / 10, item->line.text, 1 };
      guint j = 0;

      if (item->kind != NSC_ITEM_TEXT || item->style.size >= least - TOLERANCE)
        continue;
      while (j < types->len && g_array_index (types, NscSceneType, j).size != type.size)
        j++;
      if (j < types->len)
        g_array_index (types, NscSceneType, j).n++;
      else
        g_array_append_val (types, type);
    }
  g_array_sort (types, compare_types);
  return types;
}
