/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-scene.h"

#include "nsc-layout.h"
#include "nsc-scene-index.h"
#include "nsc-scene-private.h"

#include <math.h>

struct _NscScene
{
  gatomicrefcount references;
  NscFigure *figure;
  const NscTheme *theme;
  double width, height;
  GArray *items; /* of NscSceneItem */
  GArray *marks; /* of NscSceneMark, names owned */
  GArray *parts; /* of NscScenePart, one per mark */
  GArray *bands; /* of NscSceneBand */
  int mark;      /* that items are being added to, or -1 */
  NscScenePart part;
  NscSceneIndex *index; /* NULL until it is asked for */
};

static const NscScenePart no_part = { .panel = -1, .row = -1, .series = -1, .from = NAN, .to = NAN };

/* Around words that a line runs through, in type sizes. */
#define HALO 0.22

static void
clear_item (gpointer data)
{
  NscSceneItem *item = data;

  g_free (item->line.text);
  g_free (item->points);
}

static void
clear_mark (gpointer data)
{
  NscSceneMark *mark = data;

  g_free ((char *) mark->name);
}

static NscSceneItem *
add_item (NscScene *self, NscItemKind kind, NscColorRole color)
{
  NscSceneItem item = {
    .kind = kind, .mark = self->mark, .part = self->part, .color = nsc_theme_get_color (self->theme, color)
  };

  g_array_append_val (self->items, item);
  return &g_array_index (self->items, NscSceneItem, self->items->len - 1);
}

/* From one height to another. */
typedef struct
{
  double from, to;
} Gap;

static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  const Gap *left = a, *right = b;

  return (left->from > right->from) - (left->from < right->from);
}

/* Where the words from item FIRST on lie over LINE, with a little air. */
static GArray *
find_gaps (const NscScene *self, const NscSceneItem *line, guint first)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (Gap));

  for (guint i = first; i < self->items->len; i++)
    {
      const NscSceneItem *item = &g_array_index (self->items, NscSceneItem, i);
      double air = HALO * item->style.size;
      double x, y, width, height;

      if (item->kind != NSC_ITEM_TEXT)
        continue;
      nsc_scene_item_get_ink (item, &x, &y, &width, &height);
      if (line->x > x - air && line->x < x + width + air)
        g_array_append_val (gaps, ((Gap) { y - air, y + height + air }));
    }
  g_array_sort (gaps, compare_gaps);
  return gaps;
}

NscScene *
nsc_scene_new (NscFigure *figure, const NscTheme *theme, double width, double height)
{
  return nsc_scene_new_of_parts (figure, theme, width, height, NSC_FIGURE_WHOLE);
}

NscScene *
nsc_scene_new_of_parts (NscFigure *figure, const NscTheme *theme, double width, double height, NscFigureParts parts)
{
  g_return_val_if_fail (figure != NULL && theme != NULL, NULL);
  g_return_val_if_fail (isfinite (width) && width > 0, NULL);
  g_return_val_if_fail (isfinite (height) && height >= 0, NULL);

  return nsc_layout_figure (figure, theme, width, height, parts);
}

NscScene *
nsc_scene_new_empty (NscFigure *figure, const NscTheme *theme, double width)
{
  NscScene *self = g_new0 (NscScene, 1);

  g_atomic_ref_count_init (&self->references);
  self->figure = nsc_figure_ref (figure);
  self->theme = theme;
  self->width = width;
  self->items = g_array_new (FALSE, TRUE, sizeof (NscSceneItem));
  self->marks = g_array_new (FALSE, TRUE, sizeof (NscSceneMark));
  self->parts = g_array_new (FALSE, TRUE, sizeof (NscScenePart));
  self->bands = g_array_new (FALSE, TRUE, sizeof (NscSceneBand));
  self->mark = -1;
  self->part = no_part;
  g_array_set_clear_func (self->items, clear_item);
  g_array_set_clear_func (self->marks, clear_mark);
  return self;
}

NscScene *
nsc_scene_ref (NscScene *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
nsc_scene_unref (NscScene *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->index, nsc_scene_index_free);
  nsc_figure_unref (self->figure);
  g_array_unref (self->items);
  g_array_unref (self->marks);
  g_array_unref (self->parts);
  g_array_unref (self->bands);
  g_free (self);
}

void
nsc_scene_begin_mark (NscScene *self, const NscSceneMark *mark)
{
  NscSceneMark own = *mark;

  own.name = g_strdup (mark->name);
  self->mark = (int) self->marks->len;
  g_array_append_val (self->marks, own);
  g_array_append_val (self->parts, self->part);
}

void
nsc_scene_end_mark (NscScene *self)
{
  self->mark = -1;
}

NscScenePart
nsc_scene_set_part (NscScene *self, NscScenePart part)
{
  NscScenePart before = self->part;

  self->part = part;
  return before;
}

NscScenePart
nsc_scene_set_series (NscScene *self, int series, double value)
{
  NscScenePart part = self->part;

  part.series = series;
  part.from = part.to = value;
  return nsc_scene_set_part (self, part);
}

NscScenePart
nsc_scene_set_place (NscScene *self, int panel, int row)
{
  NscScenePart part = no_part;

  part.panel = panel;
  part.row = row;
  return nsc_scene_set_part (self, part);
}

void
nsc_scene_set_label (NscScene *self, gboolean is_label)
{
  self->part.is_label = is_label;
}

NscScenePart
nsc_scene_set_frame (NscScene *self)
{
  return nsc_scene_set_part (self, no_part);
}

void
nsc_scene_add_band (NscScene *self, const NscSceneBand *band)
{
  g_array_append_vals (self->bands, band, 1);
}

void
nsc_scene_adopt (NscScene *self, guint first, guint n, guint mark)
{
  g_return_if_fail (first + n <= self->items->len && mark < self->marks->len);

  for (guint i = first; i < first + n; i++)
    {
      NscSceneItem *item = &g_array_index (self->items, NscSceneItem, i);

      item->mark = (int) mark;
      if (!item->part.is_label)
        item->part = nsc_scene_get_mark_part (self, mark);
    }
}

void
nsc_scene_add_rectangle (
    NscScene *self, NscColorRole color, double line_width, double x, double y, double width, double height)
{
  NscSceneItem *item = add_item (self, NSC_ITEM_RECTANGLE, color);

  item->x = x;
  item->y = y;
  item->width = width;
  item->height = height;
  item->line_width = line_width;
}

void
nsc_scene_add_line (NscScene *self, NscColorRole color, double line_width, double x, double y, double x2, double y2)
{
  NscSceneItem *item = add_item (self, NSC_ITEM_LINE, color);

  item->x = x;
  item->y = y;
  item->width = x2 - x;
  item->height = y2 - y;
  item->line_width = line_width;
}

void
nsc_scene_add_dashed (
    NscScene *self, NscColorRole color, double line_width, NscDash dash, double x, double y, double x2, double y2)
{
  nsc_scene_add_line (self, color, line_width, x, y, x2, y2);
  g_array_index (self->items, NscSceneItem, self->items->len - 1).dash = dash;
}

void
nsc_scene_add_circle (NscScene *self, NscColorRole color, double line_width, double x, double y, double radius)
{
  NscSceneItem *item = add_item (self, NSC_ITEM_CIRCLE, color);

  item->x = x - radius;
  item->y = y - radius;
  item->width = item->height = 2 * radius;
  item->line_width = line_width;
}

void
nsc_scene_add_path (NscScene *self,
                    NscColorRole color,
                    double line_width,
                    NscDash dash,
                    const NscPoint *points,
                    guint n_points,
                    gboolean closed)
{
  NscSceneItem *item;
  double right, bottom;

  if (n_points < 2)
    return;
  item = add_item (self, NSC_ITEM_PATH, color);
  item->x = right = points[0].x;
  item->y = bottom = points[0].y;
  for (guint i = 1; i < n_points; i++)
    {
      item->x = MIN (item->x, points[i].x);
      item->y = MIN (item->y, points[i].y);
      right = MAX (right, points[i].x);
      bottom = MAX (bottom, points[i].y);
    }
  item->width = right - item->x;
  item->height = bottom - item->y;
  item->line_width = line_width;
  item->dash = dash;
  item->points = g_memdup2 (points, n_points * sizeof (NscPoint));
  item->n_points = n_points;
  item->closed = closed || line_width <= 0;
}

NscColorRole
nsc_scene_choose_words (const NscScene *self, NscColorRole behind)
{
  NscColor color = nsc_theme_get_color (self->theme, behind);
  double text = nsc_color_contrast (nsc_theme_get_color (self->theme, NSC_COLOR_TEXT), color);
  double paper = nsc_color_contrast (nsc_theme_get_color (self->theme, NSC_COLOR_PAPER), color);

  return text > paper ? NSC_COLOR_TEXT : NSC_COLOR_PAPER;
}

void
nsc_scene_add_text (NscScene *self,
                    NscColorRole color,
                    NscTypeStyle style,
                    NscAnchor anchor,
                    const NscTypeLine *line,
                    double x,
                    double baseline)
{
  NscSceneItem *item;

  if (*line->text == '\0')
    return;
  item = add_item (self, NSC_ITEM_TEXT, color);
  item->x = x;
  item->y = baseline;
  item->style = style;
  item->anchor = anchor;
  item->line = *line;
  item->line.text = g_strdup (line->text);
}

void
nsc_scene_part_lines (NscScene *self, guint first, guint n)
{
  guint words = first + n;

  for (guint i = first; i < words; i++)
    {
      const NscSceneItem line = g_array_index (self->items, NscSceneItem, i);
      g_autoptr (GArray) gaps = NULL;
      double y = line.y, end = line.y + line.height;

      if (line.kind != NSC_ITEM_LINE || line.width != 0)
        continue;
      gaps = find_gaps (self, &line, words);
      g_array_remove_index (self->items, i);
      words--;
      for (guint j = 0; j <= gaps->len; j++)
        {
          const Gap *gap = j < gaps->len ? &g_array_index (gaps, Gap, j) : NULL;
          NscSceneItem part = line;

          part.y = y;
          part.height = (gap != NULL ? MIN (gap->from, end) : end) - y;
          y = gap != NULL ? MAX (y, gap->to) : end;
          if (part.height <= 0)
            continue;
          g_array_insert_val (self->items, i, part);
          i++;
          words++;
        }
      i--;
    }
}

void
nsc_scene_finish (NscScene *self, double scale, double width, double height)
{
  self->width = width;
  self->height = height;
  for (guint i = 0; i < self->items->len; i++)
    {
      NscSceneItem *item = &g_array_index (self->items, NscSceneItem, i);
      double *const lengths[] = {
        &item->x,
        &item->y,
        &item->width,
        &item->height,
        &item->line_width,
        &item->dash.on,
        &item->dash.off,
        &item->style.size,
        &item->line.advance,
        &item->line.ink_left,
        &item->line.ink_right,
        &item->line.ink_ascent,
        &item->line.ink_descent,
      };

      for (gsize j = 0; j < G_N_ELEMENTS (lengths); j++)
        *lengths[j] *= scale;
      for (guint j = 0; j < item->n_points; j++)
        {
          item->points[j].x *= scale;
          item->points[j].y *= scale;
        }
    }
  for (guint i = 0; i < self->marks->len; i++)
    {
      NscSceneMark *mark = &g_array_index (self->marks, NscSceneMark, i);
      double *const lengths[] = { &mark->x,     &mark->y,         &mark->width,      &mark->height, &mark->row_x,
                                  &mark->row_y, &mark->row_width, &mark->row_height, &mark->end_x };

      for (gsize j = 0; j < G_N_ELEMENTS (lengths); j++)
        *lengths[j] *= scale;
    }
  for (guint i = 0; i < self->bands->len; i++)
    {
      NscSceneBand *band = &g_array_index (self->bands, NscSceneBand, i);

      band->x *= scale;
      band->y *= scale;
      band->width *= scale;
      band->height *= scale;
    }
}

double
nsc_scene_get_width (const NscScene *self)
{
  return self->width;
}

double
nsc_scene_get_height (const NscScene *self)
{
  return self->height;
}

NscFigure *
nsc_scene_get_figure (const NscScene *self)
{
  return self->figure;
}

const NscTheme *
nsc_scene_get_theme (const NscScene *self)
{
  return self->theme;
}

guint
nsc_scene_get_n_items (const NscScene *self)
{
  return self->items->len;
}

const NscSceneItem *
nsc_scene_get_item (const NscScene *self, guint index)
{
  g_return_val_if_fail (index < self->items->len, NULL);

  return &g_array_index (self->items, NscSceneItem, index);
}

guint
nsc_scene_get_n_marks (const NscScene *self)
{
  return self->marks->len;
}

const NscSceneMark *
nsc_scene_get_mark (const NscScene *self, guint index)
{
  g_return_val_if_fail (index < self->marks->len, NULL);

  return &g_array_index (self->marks, NscSceneMark, index);
}

NscScenePart
nsc_scene_get_mark_part (const NscScene *self, guint index)
{
  g_return_val_if_fail (index < self->parts->len, no_part);

  return g_array_index (self->parts, NscScenePart, index);
}

guint
nsc_scene_get_n_bands (const NscScene *self)
{
  return self->bands->len;
}

const NscSceneBand *
nsc_scene_get_band (const NscScene *self, guint index)
{
  g_return_val_if_fail (index < self->bands->len, NULL);

  return &g_array_index (self->bands, NscSceneBand, index);
}

const NscSceneIndex *
nsc_scene_get_index (const NscScene *self)
{
  NscSceneIndex **index = &((NscScene *) self)->index;

  if (g_once_init_enter_pointer (index))
    g_once_init_leave_pointer (index, nsc_scene_index_new (self));
  return *index;
}
