/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-mark-crowd.h"

#include <math.h>

#define CELL 8.0 /* pixels of the view, up to twice as much */
#define MOST_CELLS 4e6

struct _NscMarkCrowd
{
  double cell; /* in points of the page, 0: nothing is counted */
  int columns, rows;
  guint16 *counts; /* of middles */
  guint8 *covered; /* whether any mark reaches here */
};

/* Of cells, both ends included. */
typedef struct
{
  int left, top, right, bottom;
} Range;

static Range
range_of (const NscMarkCrowd *self, double x, double y, double width, double height)
{
  return (Range) {
    (int) CLAMP (x / self->cell, 0, self->columns - 1),
    (int) CLAMP (y / self->cell, 0, self->rows - 1),
    (int) CLAMP ((x + width) / self->cell, 0, self->columns - 1),
    (int) CLAMP ((y + height) / self->cell, 0, self->rows - 1),
  };
}

static Range
range_in_view (const NscMarkCrowd *self, const NscFigureCamera *camera)
{
  graphene_rect_t seen = nsc_figure_camera_get_seen (camera);

  return range_of (self, seen.origin.x, seen.origin.y, seen.size.width, seen.size.height);
}

static void
add_mark (NscMarkCrowd *self, const NscSceneMark *mark)
{
  Range range = range_of (self, mark->x, mark->y, mark->width, mark->height);
  Range middle = range_of (self, mark->x + mark->width / 2, mark->y + mark->height / 2, 0, 0);
  guint16 *count = &self->counts[middle.top * self->columns + middle.left];

  if (*count < G_MAXUINT16)
    (*count)++;
  for (int row = range.top; row <= range.bottom; row++)
    memset (&self->covered[row * self->columns + range.left], 1, (gsize) (range.right - range.left + 1));
}

static void
count_all (NscMarkCrowd *self, const NscScene *scene, double zoom, NscMarkSelection *selection)
{
  double width = nsc_scene_get_width (scene), height = nsc_scene_get_height (scene);

  nsc_mark_crowd_forget (self);
  self->cell = MAX (CELL / zoom, sqrt (width * height / MOST_CELLS));
  self->columns = (int) (width / self->cell) + 1;
  self->rows = (int) (height / self->cell) + 1;
  self->counts = g_new0 (guint16, (gsize) self->columns * (gsize) self->rows);
  self->covered = g_new0 (guint8, (gsize) self->columns * (gsize) self->rows);
  for (guint i = 0; i < nsc_scene_get_n_marks (scene); i++)
    {
      const NscSceneMark *mark = nsc_scene_get_mark (scene, i);

      if (nsc_mark_selection_contains (selection, mark->key))
        add_mark (self, mark);
    }
}

NscMarkCrowd *
nsc_mark_crowd_new (void)
{
  return g_new0 (NscMarkCrowd, 1);
}

void
nsc_mark_crowd_free (NscMarkCrowd *self)
{
  nsc_mark_crowd_forget (self);
  g_free (self);
}

void
nsc_mark_crowd_forget (NscMarkCrowd *self)
{
  g_clear_pointer (&self->counts, g_free);
  g_clear_pointer (&self->covered, g_free);
  self->cell = 0;
}

guint
nsc_mark_crowd_count (NscMarkCrowd *self,
                      const NscScene *scene,
                      const NscFigureCamera *camera,
                      NscMarkSelection *selection)
{
  double pixels = self->cell * camera->zoom;
  Range range;
  guint n = 0;

  if (pixels < CELL / 2 || (pixels > 2 * CELL && self->columns * (double) self->rows < MOST_CELLS / 4))
    count_all (self, scene, camera->zoom, selection);
  range = range_in_view (self, camera);
  for (int row = range.top; row <= range.bottom; row++)
    for (int column = range.left; column <= range.right; column++)
      n += self->counts[row * self->columns + column];
  return n;
}

/* In runs of cells, each over all that is covered in a row without a gap. */
void
nsc_mark_crowd_snapshot (NscMarkCrowd *self, GtkSnapshot *snapshot, const NscFigureCamera *camera, const GdkRGBA *tint)
{
  Range range = range_in_view (self, camera);

  for (int row = range.top; row <= range.bottom; row++)
    for (int start = range.left, end; start <= range.right; start = end + 1)
      {
        graphene_rect_t run;

        for (end = start; end <= range.right && self->covered[row * self->columns + end] != 0; end++)
          continue;
        if (end == start)
          continue;
        run = nsc_figure_camera_to_view (camera, start * self->cell, row * self->cell, (end - start) * self->cell,
                                         self->cell);
        gtk_snapshot_append_color (snapshot, tint, &run);
      }
}
