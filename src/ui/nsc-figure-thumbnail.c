/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-figure-thumbnail.h"

#include "nsc-cairo-texture.h"

#include "nsc-inquiry.h"
#include "nsc-scene.h"

/* A slide is laid out at the size that it is shown at, and made small as a picture. */
#define SLIDE_WIDTH 960.0
#define SLIDE_HEIGHT 540.0

typedef struct
{
  const NscReport *report;
  NscOptions *options;
  int scale;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_hash_table_unref (request->options);
  g_free (request);
}

static GdkTexture *
draw (NscScene *scene, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, width / SLIDE_WIDTH, height / SLIDE_HEIGHT);
  nsc_scene_draw (scene, cr);
  cairo_destroy (cr);
  return nsc_cairo_texture_new (surface);
}

static gpointer
make_picture (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  g_autoptr (NscResult) result = nsc_report_run (request->report, reader, request->options, cancellable, error);
  g_autoptr (NscScene) scene = NULL;

  if (result == NULL)
    return NULL;
  scene = nsc_scene_new (nsc_result_get_figure (result), nsc_theme_get (NSC_THEME_SLIDE), SLIDE_WIDTH, SLIDE_HEIGHT);
  return draw (scene, NSC_FIGURE_THUMBNAIL_WIDTH * request->scale, NSC_FIGURE_THUMBNAIL_HEIGHT * request->scale);
}

void
nsc_figure_thumbnail_make_async (NscProject *project,
                                 const NscReport *report,
                                 NscOptions *options,
                                 int scale,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Request *request = g_new (Request, 1);

  *request = (Request) { .report = report, .options = g_hash_table_ref (options), .scale = scale };
  nsc_inquiry_start (project, make_picture, request, request_free, g_object_unref, cancellable, callback, user_data);
}

GdkTexture *
nsc_figure_thumbnail_make_finish (GAsyncResult *result, GError **error)
{
  return nsc_inquiry_finish (result, error);
}
