/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-mark-chooser.h"

static gint64
key_at (const NscScene *scene, int index)
{
  return nsc_scene_get_mark (scene, (guint) index)->key;
}

static int
find_lead (const NscScene *scene, NscMarkSelection *selection)
{
  gint64 lead = nsc_mark_selection_get_lead (selection);

  return lead != 0 ? nsc_scene_find (scene, lead) : -1;
}

static gboolean
go_to (const NscScene *scene, NscMarkSelection *selection, int index, gboolean extending)
{
  if (index < 0)
    return FALSE;
  if (extending)
    nsc_mark_chooser_reach (scene, selection, key_at (scene, index));
  else
    nsc_mark_selection_choose (selection, key_at (scene, index));
  return TRUE;
}

gboolean
nsc_mark_chooser_step (const NscScene *scene, NscMarkSelection *selection, int dx, int dy, gboolean extending)
{
  return go_to (scene, selection, nsc_scene_step (scene, find_lead (scene, selection), dx, dy), extending);
}

gboolean
nsc_mark_chooser_go_to_end (const NscScene *scene, NscMarkSelection *selection, gboolean last, gboolean extending)
{
  int n = (int) nsc_scene_get_n_marks (scene);

  return go_to (scene, selection, last || n == 0 ? n - 1 : 0, extending);
}

void
nsc_mark_chooser_reach (const NscScene *scene, NscMarkSelection *selection, gint64 key)
{
  gint64 anchor = nsc_mark_selection_get_anchor (selection);
  int to = nsc_scene_find (scene, key), from = anchor != 0 ? nsc_scene_find (scene, anchor) : to;
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (to < 0)
    return;
  for (int i = MIN (from < 0 ? to : from, to); i <= MAX (from, to); i++)
    {
      gint64 between = key_at (scene, i);

      g_array_append_val (keys, between);
    }
  nsc_mark_selection_extend (selection, (const gint64 *) (void *) keys->data, keys->len, key);
}

void
nsc_mark_chooser_choose_all (const NscScene *scene, NscMarkSelection *selection)
{
  guint n = nsc_scene_get_n_marks (scene);
  g_autofree gint64 *keys = g_new (gint64, n + 1);
  int lead = find_lead (scene, selection);

  for (guint i = 0; i < n; i++)
    keys[i] = key_at (scene, (int) i);
  nsc_mark_selection_set (selection, keys, n, n > 0 ? keys[MAX (lead, 0)] : 0);
}

void
nsc_mark_chooser_band (const NscScene *scene,
                       NscMarkSelection *selection,
                       const gint64 *keys,
                       guint n_keys,
                       double x,
                       double y,
                       double width,
                       double height)
{
  g_autoptr (GArray) touched = nsc_scene_list_banded (scene, x, y, width, height);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (all, keys, n_keys);
  for (guint i = 0; i < touched->len; i++)
    {
      gint64 key = key_at (scene, (int) g_array_index (touched, guint, i));

      g_array_append_val (all, key);
    }
  nsc_mark_selection_set (selection, (const gint64 *) (void *) all->data, all->len,
                          all->len > 0 ? g_array_index (all, gint64, all->len - 1) : 0);
}

void
nsc_mark_chooser_keep (const NscScene *scene, NscMarkSelection *selection)
{
  guint n, kept = 0;
  g_autofree gint64 *keys = nsc_mark_selection_dup_keys (selection, &n);
  gint64 lead = nsc_mark_selection_get_lead (selection);

  for (guint i = 0; i < n; i++)
    if (nsc_scene_find (scene, keys[i]) >= 0)
      keys[kept++] = keys[i];
  if (kept == n)
    return;
  if (kept > 0 && nsc_scene_find (scene, lead) < 0)
    lead = keys[0];
  nsc_mark_selection_set (selection, keys, kept, lead);
}
