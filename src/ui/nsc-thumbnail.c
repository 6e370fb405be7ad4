/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-thumbnail.h"

#include "nsc-render.h"
#include "nsc-task.h"

#include <glib/gstdio.h>

/* The page that is drawn, in points: narrow enough for bars to be seen when it is small. */
#define PAGE_WIDTH 480.0
#define PAGE_HEIGHT (PAGE_WIDTH * NSC_THUMBNAIL_HEIGHT / NSC_THUMBNAIL_WIDTH)

/* Enough for a screen of four pixels to the point. */
#define DPI (4 * 72.0 * NSC_THUMBNAIL_WIDTH / PAGE_WIDTH)

typedef struct
{
  char *path;
  NscFigure *figure;
} Wish;

static guint n_pending;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->path);
  nsc_figure_unref (wish->figure);
  g_free (wish);
}

static char *
dup_path (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
  g_autofree char *name = g_strconcat (digest, ".png", NULL);

  return g_build_filename (g_get_user_cache_dir (), "normscape", "thumbnails", name, NULL);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wish *wish = data;
  g_autofree char *folder = g_path_get_dirname (wish->path);
  g_autoptr (NscScene) scene =
      nsc_scene_new (wish->figure, nsc_theme_get (NSC_THEME_SCREEN_LIGHT), PAGE_WIDTH, PAGE_HEIGHT);
  const NscRenderOptions options = { .dpi = DPI };

  if (g_mkdir_with_parents (folder, 0700) == 0)
    nsc_render_to_file (scene, NSC_FORMAT_PNG, &options, wish->path, cancellable, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GApplication *application = g_application_get_default ();

  n_pending--;
  if (application != NULL)
    g_application_release (application);
}

void
nsc_thumbnail_make (GFile *file, NscFigure *figure)
{
  g_autoptr (GTask) task = NULL;
  Wish *wish;

  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
  wish = g_new (Wish, 1);
  wish->path = dup_path (file);
  wish->figure = nsc_figure_ref (figure);
  task = g_task_new (NULL, NULL, made_cb, NULL);
  g_task_set_task_data (task, wish, wish_free);
  nsc_task_run_in_thread (task, make_in_thread);
  n_pending++;
}

guint
nsc_thumbnail_get_n_pending (void)
{
  return n_pending;
}

GdkTexture *
nsc_thumbnail_load (GFile *file)
{
  g_autofree char *path = dup_path (file);

  return gdk_texture_new_from_filename (path, NULL);
}

void
nsc_thumbnail_remove (GFile *file)
{
  g_autofree char *path = dup_path (file);

  g_unlink (path);
}
