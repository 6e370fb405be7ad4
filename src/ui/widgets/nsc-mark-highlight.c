/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-mark-highlight.h"

#include <adwaita.h>

#define RING 2.0
#define ROW_ALPHA 0.06f
#define CROWD_ALPHA 0.35f

/* More rings than these are a crowd in which none can be told from another, and cost more than a frame. */
#define MOST_RINGS 300

static GdkRGBA
get_accent (float alpha)
{
  GdkRGBA *color = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());
  GdkRGBA accent = *color;

  accent.alpha = alpha;
  gdk_rgba_free (color);
  return accent;
}

static gboolean
is_in_view (const NscFigureCamera *camera, const NscSceneMark *mark)
{
  graphene_rect_t row = nsc_figure_camera_to_view (camera, mark->row_x, mark->row_y, mark->row_width, mark->row_height);

  return row.origin.x < camera->view_width && row.origin.y < camera->view_height && row.origin.x + row.size.width > 0 &&
         row.origin.y + row.size.height > 0;
}

/* The indices of chosen marks in view: asks the fewer of those that are chosen and those that are in view. */
static GArray *
list_chosen (const NscScene *scene, const NscFigureCamera *camera, NscMarkSelection *selection)
{
  graphene_rect_t seen = nsc_figure_camera_get_seen (camera);
  guint n = nsc_mark_selection_get_n_keys (selection);
  GArray *chosen;

  if (n <= MOST_RINGS)
    {
      g_autofree gint64 *keys = nsc_mark_selection_dup_keys (selection, &n);

      chosen = g_array_new (FALSE, FALSE, sizeof (guint));
      for (guint i = 0; i < n; i++)
        {
          int index = nsc_scene_find (scene, keys[i]);

          if (index >= 0 && is_in_view (camera, nsc_scene_get_mark (scene, (guint) index)))
            g_array_append_val (chosen, index);
        }
      return chosen;
    }
  chosen = nsc_scene_list_marks (scene, seen.origin.x, seen.origin.y, seen.size.width, seen.size.height);
  n = 0;
  for (guint i = 0; i < chosen->len; i++)
    {
      guint index = g_array_index (chosen, guint, i);

      if (nsc_mark_selection_contains (selection, nsc_scene_get_mark (scene, index)->key))
        g_array_index (chosen, guint, n++) = index;
    }
  g_array_set_size (chosen, n);
  return chosen;
}

static void
snapshot_row (GtkSnapshot *snapshot, const NscFigureCamera *camera, const NscSceneMark *mark, const GdkRGBA *ink)
{
  GdkRGBA tint = *ink;
  graphene_rect_t row = nsc_figure_camera_to_view (camera, mark->row_x, mark->row_y, mark->row_width, mark->row_height);

  tint.alpha = ROW_ALPHA;
  gtk_snapshot_append_color (snapshot, &tint, &row);
}

static void
snapshot_ring (GtkSnapshot *snapshot, const NscFigureCamera *camera, const NscSceneMark *mark)
{
  const float widths[4] = { RING, RING, RING, RING };
  GdkRGBA accent = get_accent (1);
  graphene_rect_t area = nsc_figure_camera_to_view (camera, mark->x, mark->y, mark->width, mark->height);
  GskRoundedRect ring;

  graphene_rect_inset (&area, -2 * RING, -2 * RING);
  gsk_rounded_rect_init_from_rect (&ring, &area, 5);
  gtk_snapshot_append_border (snapshot, &ring, widths, (GdkRGBA[4]) { accent, accent, accent, accent });
}

static void
snapshot_chosen (GtkSnapshot *snapshot,
                 const NscScene *scene,
                 const NscFigureCamera *camera,
                 const GArray *chosen,
                 const GdkRGBA *ink)
{
  for (guint i = 0; i < chosen->len; i++)
    snapshot_row (snapshot, camera, nsc_scene_get_mark (scene, g_array_index (chosen, guint, i)), ink);
  for (guint i = 0; i < chosen->len; i++)
    snapshot_ring (snapshot, camera, nsc_scene_get_mark (scene, g_array_index (chosen, guint, i)));
}

void
nsc_mark_highlight_snapshot (GtkSnapshot *snapshot,
                             const NscScene *scene,
                             const NscFigureCamera *camera,
                             NscMarkSelection *selection,
                             NscMarkCrowd *crowd,
                             int hovered,
                             const GdkRGBA *ink)
{
  const NscSceneMark *mark = hovered >= 0 ? nsc_scene_get_mark (scene, (guint) hovered) : NULL;

  if (mark != NULL && !nsc_mark_selection_contains (selection, mark->key))
    snapshot_row (snapshot, camera, mark, ink);
  if (nsc_mark_selection_get_n_keys (selection) > MOST_RINGS &&
      nsc_mark_crowd_count (crowd, scene, camera, selection) > MOST_RINGS)
    {
      GdkRGBA tint = get_accent (CROWD_ALPHA);

      nsc_mark_crowd_snapshot (crowd, snapshot, camera, &tint);
    }
  else
    {
      g_autoptr (GArray) chosen = list_chosen (scene, camera, selection);

      snapshot_chosen (snapshot, scene, camera, chosen, ink);
    }
}

void
nsc_mark_highlight_snapshot_band (GtkSnapshot *snapshot, const graphene_rect_t *area)
{
  const float widths[4] = { 1, 1, 1, 1 };
  GdkRGBA accent = get_accent (1), tint = get_accent (0.15f);
  GskRoundedRect frame;

  gsk_rounded_rect_init_from_rect (&frame, area, 0);
  gtk_snapshot_append_color (snapshot, &tint, area);
  gtk_snapshot_append_border (snapshot, &frame, widths, (GdkRGBA[4]) { accent, accent, accent, accent });
}
