/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-figure-surface.h"

#include "nsc-cairo-texture.h"
#include "nsc-task.h"

#include <math.h>

#define TILE 512    /* device pixels from side to side */
#define A_JOB 4     /* tiles that are drawn before they are shown */
#define AROUND 1    /* tiles beyond the view that are drawn ahead */
#define KEPT 3      /* tiles beyond the view that are kept */
#define STILL_MS 60 /* without another zoom, before the picture is drawn for it */

/* Pictures of one scene at one resolution. */
typedef struct
{
  NscScene *scene;
  double resolution; /* device pixels to the point */
  GHashTable *tiles; /* of GdkTexture by place */
} Layer;

struct _NscFigureSurface
{
  GObject parent_instance;

  Layer *now;
  Layer *before; /* shown until all in view is drawn anew, or NULL */
  gboolean fine;
  gboolean working;
  guint still_source; /* while it is zoomed */
};

G_DEFINE_FINAL_TYPE (NscFigureSurface, nsc_figure_surface, G_TYPE_OBJECT)

enum
{
  DRAWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Of tiles, both ends included. */
typedef struct
{
  int left, top, right, bottom;
} Range;

/* What the worker is asked for. */
typedef struct
{
  NscScene *scene;
  double resolution;
  gint64 places[A_JOB];
  GdkTexture *textures[A_JOB];
  guint n;
} Job;

static gint64
place_of (int column, int row)
{
  return (gint64) row << 32 | column;
}

static Layer *
layer_new (NscScene *scene, double resolution)
{
  Layer *self = g_new0 (Layer, 1);

  self->scene = nsc_scene_ref (scene);
  self->resolution = resolution;
  self->tiles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  return self;
}

static void
layer_free (Layer *self)
{
  nsc_scene_unref (self->scene);
  g_hash_table_unref (self->tiles);
  g_free (self);
}

/* The tiles of a layer that a part of the view shows; MORE of them around. Empty where the page is elsewhere. */
static Range
range_in_view (const Layer *layer, const NscFigureShot *shot, int more)
{
  double tile = TILE / layer->resolution * shot->zoom; /* in pixels of the view */
  int columns = (int) ceil (nsc_scene_get_width (layer->scene) * layer->resolution / TILE);
  int rows = (int) ceil (nsc_scene_get_height (layer->scene) * layer->resolution / TILE);

  return (Range) {
    (int) CLAMP (floor (-shot->x / tile) - more, 0, columns),
    (int) CLAMP (floor (-shot->y / tile) - more, 0, rows),
    (int) CLAMP (ceil ((shot->width - shot->x) / tile) - 1 + more, -1, columns - 1),
    (int) CLAMP (ceil ((shot->height - shot->y) / tile) - 1 + more, -1, rows - 1),
  };
}

static GdkTexture *
find_tile (const Layer *layer, int column, int row)
{
  gint64 place = place_of (column, row);

  return g_hash_table_lookup (layer->tiles, &place);
}

/* ---- on the worker ---- */

static GdkTexture *
draw_tile (const NscScene *scene, double resolution, int column, int row)
{
  double x = (double) column * TILE, y = (double) row * TILE;
  int width = (int) ceil (MIN (TILE, nsc_scene_get_width (scene) * resolution - x));
  int height = (int) ceil (MIN (TILE, nsc_scene_get_height (scene) * resolution - y));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, -x, -y);
  cairo_scale (cr, resolution, resolution);
  nsc_scene_draw_part (scene, cr, x / resolution, y / resolution, width / resolution, height / resolution);
  cairo_destroy (cr);
  return nsc_cairo_texture_new (surface);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  nsc_scene_unref (job->scene);
  for (guint i = 0; i < job->n; i++)
    g_clear_object (&job->textures[i]);
  g_free (job);
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  for (guint i = 0; i < job->n; i++)
    job->textures[i] =
        draw_tile (job->scene, job->resolution, (int) (job->places[i] & G_MAXINT32), (int) (job->places[i] >> 32));
  g_task_return_boolean (task, TRUE);
}

/* ---- on the main thread ---- */

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  NscFigureSurface *self = NSC_FIGURE_SURFACE (source);
  Job *job = g_task_get_task_data (G_TASK (result));

  self->working = FALSE;
  if (self->now != NULL && self->now->scene == job->scene && self->now->resolution == job->resolution)
    for (guint i = 0; i < job->n; i++)
      g_hash_table_replace (self->now->tiles, g_memdup2 (&job->places[i], sizeof (gint64)),
                            g_steal_pointer (&job->textures[i]));
  g_signal_emit (self, signals[DRAWN], 0);
}

/* Adds what is missing in RANGE, as long as there is room in the job. */
static void
add_missing (const Layer *layer, Range range, Job *job)
{
  for (int row = range.top; row <= range.bottom; row++)
    for (int column = range.left; column <= range.right && job->n < A_JOB; column++)
      {
        gboolean asked = FALSE;

        for (guint i = 0; i < job->n; i++)
          asked = asked || job->places[i] == place_of (column, row);
        if (!asked && find_tile (layer, column, row) == NULL)
          job->places[job->n++] = place_of (column, row);
      }
}

static void
draw_missing (NscFigureSurface *self, const NscFigureShot *shot)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (self->working || self->still_source != 0)
    return;
  job = g_new0 (Job, 1);
  job->scene = nsc_scene_ref (self->now->scene);
  job->resolution = self->now->resolution;
  add_missing (self->now, range_in_view (self->now, shot, 0), job);
  add_missing (self->now, range_in_view (self->now, shot, AROUND), job);
  if (job->n == 0)
    {
      job_free (job);
      return;
    }
  task = g_task_new (self, NULL, drawn_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  self->working = TRUE;
  nsc_task_run_in_thread (task, draw_in_thread);
}

static gboolean
still_cb (gpointer user_data)
{
  NscFigureSurface *self = user_data;

  self->still_source = 0;
  g_signal_emit (self, signals[DRAWN], 0);
  return G_SOURCE_REMOVE;
}

/* A picture for another scene or zoom begins; the one before stays for as long as there is more to see of it. */
static void
turn_to (NscFigureSurface *self, NscScene *scene, double resolution)
{
  gboolean zoomed = self->now != NULL && self->now->scene == scene;

  if (zoomed && self->now->resolution == resolution)
    return;
  if (self->now != NULL && (self->fine || self->before == NULL))
    {
      g_clear_pointer (&self->before, layer_free);
      self->before = g_steal_pointer (&self->now);
    }
  g_clear_pointer (&self->now, layer_free);
  self->now = layer_new (scene, resolution);
  self->fine = FALSE;
  if (!zoomed)
    return;
  g_clear_handle_id (&self->still_source, g_source_remove);
  self->still_source = g_timeout_add (STILL_MS, still_cb, self);
}

/* Whether all that is in view is there. */
static gboolean
is_whole (const Layer *layer, const NscFigureShot *shot)
{
  Range range = range_in_view (layer, shot, 0);

  for (int row = range.top; row <= range.bottom; row++)
    for (int column = range.left; column <= range.right; column++)
      if (find_tile (layer, column, row) == NULL)
        return FALSE;
  return TRUE;
}

static void
show_layer (const Layer *layer, GtkSnapshot *snapshot, const NscFigureShot *shot)
{
  Range range = range_in_view (layer, shot, 0);
  double pixel = shot->zoom / layer->resolution;

  for (int row = range.top; row <= range.bottom; row++)
    for (int column = range.left; column <= range.right; column++)
      {
        GdkTexture *tile = find_tile (layer, column, row);

        if (tile != NULL)
          gtk_snapshot_append_texture (snapshot, tile,
                                       &GRAPHENE_RECT_INIT ((float) (shot->x + (double) column * TILE * pixel),
                                                            (float) (shot->y + (double) row * TILE * pixel),
                                                            (float) (gdk_texture_get_width (tile) * pixel),
                                                            (float) (gdk_texture_get_height (tile) * pixel)));
      }
}

static void
drop_far (Layer *layer, const NscFigureShot *shot)
{
  Range range = range_in_view (layer, shot, KEPT);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, layer->tiles);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      gint64 place = *(const gint64 *) key;
      int column = (int) (place & G_MAXINT32), row = (int) (place >> 32);

      if (column < range.left || column > range.right || row < range.top || row > range.bottom)
        g_hash_table_iter_remove (&iter);
    }
}

static void
nsc_figure_surface_finalize (GObject *object)
{
  nsc_figure_surface_clear (NSC_FIGURE_SURFACE (object));
  G_OBJECT_CLASS (nsc_figure_surface_parent_class)->finalize (object);
}

static void
nsc_figure_surface_class_init (NscFigureSurfaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsc_figure_surface_finalize;
  signals[DRAWN] =
      g_signal_new ("drawn", NSC_TYPE_FIGURE_SURFACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nsc_figure_surface_init (NscFigureSurface *self)
{
}

NscFigureSurface *
nsc_figure_surface_new (void)
{
  return g_object_new (NSC_TYPE_FIGURE_SURFACE, NULL);
}

void
nsc_figure_surface_snapshot (NscFigureSurface *self, GtkSnapshot *snapshot, NscScene *scene, const NscFigureShot *shot)
{
  NscFigureShot crisp = *shot;

  g_return_if_fail (NSC_IS_FIGURE_SURFACE (self) && scene != NULL);

  /* Pixels of the tiles are those of the device. */
  crisp.x = round (shot->x * shot->scale) / shot->scale;
  crisp.y = round (shot->y * shot->scale) / shot->scale;
  turn_to (self, scene, shot->zoom * shot->scale);
  self->fine = is_whole (self->now, &crisp);
  if (self->fine)
    g_clear_pointer (&self->before, layer_free);
  if (self->before != NULL)
    show_layer (self->before, snapshot, &crisp);
  show_layer (self->now, snapshot, &crisp);
  drop_far (self->now, &crisp);
  draw_missing (self, &crisp);
}

gboolean
nsc_figure_surface_is_fine (NscFigureSurface *self)
{
  g_return_val_if_fail (NSC_IS_FIGURE_SURFACE (self), FALSE);
  return self->fine;
}

void
nsc_figure_surface_clear (NscFigureSurface *self)
{
  g_return_if_fail (NSC_IS_FIGURE_SURFACE (self));

  g_clear_handle_id (&self->still_source, g_source_remove);
  g_clear_pointer (&self->now, layer_free);
  g_clear_pointer (&self->before, layer_free);
  self->fine = FALSE;
}
