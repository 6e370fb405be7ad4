/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-scene-index.h"

#include "nsc-scene-private.h"

#include <math.h>

/* Differences below this are the rounding of a layout. */
#define TOLERANCE 0.01

struct _NscSceneIndex
{
  GHashTable *keys;         /* of marks, to their number and one */
  NscRectangleIndex *marks; /* the marks themselves */
  NscRectangleIndex *rows;  /* what answers for them */
  NscRectangleIndex *items; /* ink */
};

static NscRectangle
ink_of (const NscSceneItem *item)
{
  NscRectangle ink;

  nsc_scene_item_get_ink (item, &ink.x, &ink.y, &ink.width, &ink.height);
  return ink;
}

/* How far a point is from the middle of what answers for it. */
static double
distance_to (const NscSceneMark *mark, double x, double y)
{
  return hypot (mark->row_x + mark->row_width / 2 - x, mark->row_y + mark->row_height / 2 - y);
}

static gboolean
contains (const NscSceneMark *mark, double x, double y)
{
  return x >= mark->row_x && x < mark->row_x + mark->row_width && y >= mark->row_y &&
         y < mark->row_y + mark->row_height;
}

NscSceneIndex *
nsc_scene_index_new (const NscScene *scene)
{
  NscSceneIndex *self = g_new0 (NscSceneIndex, 1);
  guint n_marks = nsc_scene_get_n_marks (scene), n_items = nsc_scene_get_n_items (scene);
  g_autofree NscRectangle *marks = g_new (NscRectangle, n_marks);
  g_autofree NscRectangle *rows = g_new (NscRectangle, n_marks);
  g_autofree NscRectangle *items = g_new (NscRectangle, n_items);

  self->keys = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < n_marks; i++)
    {
      const NscSceneMark *mark = nsc_scene_get_mark (scene, i);

      marks[i] = (NscRectangle) { mark->x, mark->y, mark->width, mark->height };
      rows[i] = (NscRectangle) { mark->row_x, mark->row_y, mark->row_width, mark->row_height };
      if (!g_hash_table_contains (self->keys, &mark->key))
        g_hash_table_insert (self->keys, (gpointer) &mark->key, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < n_items; i++)
    items[i] = ink_of (nsc_scene_get_item (scene, i));
  self->marks = nsc_rectangle_index_new (marks, n_marks);
  self->rows = nsc_rectangle_index_new (rows, n_marks);
  self->items = nsc_rectangle_index_new (items, n_items);
  return self;
}

void
nsc_scene_index_free (NscSceneIndex *self)
{
  g_hash_table_unref (self->keys);
  nsc_rectangle_index_free (self->marks);
  nsc_rectangle_index_free (self->rows);
  nsc_rectangle_index_free (self->items);
  g_free (self);
}

GArray *
nsc_scene_index_list_items (const NscSceneIndex *self, const NscRectangle *area)
{
  return nsc_rectangle_index_list (self->items, area);
}

/* Dots lie within the row that answers for what is between them; of two that are as large, the nearer one is meant. */
int
nsc_scene_hit_among (const NscScene *self, double x, double y, NscSceneMarkFunc is_there, gconstpointer data)
{
  const NscRectangle point = { x, y, 0, 0 };
  g_autoptr (GArray) rows = nsc_rectangle_index_list (nsc_scene_get_index (self)->rows, &point);
  double smallest = INFINITY, nearest = INFINITY;
  int found = -1;

  for (guint i = 0; i < rows->len; i++)
    {
      guint number = g_array_index (rows, guint, i);
      const NscSceneMark *mark = nsc_scene_get_mark (self, number);
      double area = mark->row_width * mark->row_height, far = distance_to (mark, x, y);

      if (!contains (mark, x, y) || area > smallest + TOLERANCE || (area >= smallest - TOLERANCE && far >= nearest) ||
          (is_there != NULL && !is_there (data, number)))
        continue;
      smallest = area;
      nearest = far;
      found = (int) number;
    }
  return found;
}

int
nsc_scene_hit (const NscScene *self, double x, double y)
{
  return nsc_scene_hit_among (self, x, y, NULL, NULL);
}

int
nsc_scene_find (const NscScene *self, gint64 key)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (nsc_scene_get_index (self)->keys, &key)) - 1;
}

GArray *
nsc_scene_list_marks (const NscScene *self, double x, double y, double width, double height)
{
  return nsc_rectangle_index_list (nsc_scene_get_index (self)->marks, &(NscRectangle) { x, y, width, height });
}

/* Whether other marks, such as the dots of a row, lie in what answers for it. */
static gboolean
holds_others (const NscScene *self, const NscSceneMark *mark)
{
  g_autoptr (GArray) within = nsc_scene_list_marks (self, mark->row_x, mark->row_y, mark->row_width, mark->row_height);

  return within->len > 1;
}

GArray *
nsc_scene_list_banded (const NscScene *self, double x, double y, double width, double height)
{
  const NscRectangle band = { x, y, width, height };
  GArray *touched = nsc_scene_list_marks (self, x, y, width, height);
  g_autoptr (GArray) rows = NULL;
  guint n = 0;
  GArray *banded;

  if (nsc_figure_get_heights (nsc_scene_get_figure (self)) != NULL)
    return touched;
  rows = nsc_rectangle_index_list (nsc_scene_get_index (self)->rows, &band);
  banded = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < rows->len; i++)
    {
      guint number = g_array_index (rows, guint, i);

      while (n < touched->len && g_array_index (touched, guint, n) < number)
        n++;
      if ((n < touched->len && g_array_index (touched, guint, n) == number) ||
          !holds_others (self, nsc_scene_get_mark (self, number)))
        g_array_append_val (banded, number);
    }
  g_array_unref (touched);
  return banded;
}
