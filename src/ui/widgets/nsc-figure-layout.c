/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-figure-layout.h"

#include "nsc-task.h"

/* More marks than these take longer than a part of a frame. */
#define MOST_AT_ONCE 200

typedef struct
{
  NscFigure *figure; /* NULL: none is asked for */
  const NscTheme *theme;
  int width;
} Wish;

struct _NscFigureLayout
{
  GObject parent_instance;

  Wish wish;
  NscScene *scene;
  gboolean wished; /* the scene is not of the wish yet */
  gboolean working;
  gboolean stale; /* what is being worked on is of an earlier wish */
};

G_DEFINE_FINAL_TYPE (NscFigureLayout, nsc_figure_layout, G_TYPE_OBJECT)

enum
{
  MADE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static NscScene *
make (const Wish *wish)
{
  NscScene *scene = nsc_scene_new (wish->figure, wish->theme, wish->width, 0);

  /* Where things are is asked on the main thread, and found out here. */
  nsc_scene_find (scene, 0);
  return scene;
}

static void
wish_free (gpointer data)
{
  nsc_figure_unref (((Wish *) data)->figure);
  g_free (data);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, make (data), (GDestroyNotify) nsc_scene_unref);
}

/* Takes SCENE. */
static void
become (NscFigureLayout *self, NscScene *scene)
{
  g_clear_pointer (&self->scene, nsc_scene_unref);
  self->scene = scene;
  self->wished = FALSE;
  g_signal_emit (self, signals[MADE], 0);
}

static void start (NscFigureLayout *self);

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  NscFigureLayout *self = NSC_FIGURE_LAYOUT (source);
  g_autoptr (NscScene) scene = g_task_propagate_pointer (G_TASK (result), NULL);

  self->working = FALSE;
  if (self->wished && self->stale)
    start (self);
  else if (self->wished)
    become (self, g_steal_pointer (&scene));
}

static void
start (NscFigureLayout *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, made_cb, NULL);
  Wish *wish = g_memdup2 (&self->wish, sizeof self->wish);

  nsc_figure_ref (wish->figure);
  g_task_set_task_data (task, wish, wish_free);
  self->working = TRUE;
  self->stale = FALSE;
  nsc_task_run_in_thread (task, make_in_thread);
}

static void
nsc_figure_layout_finalize (GObject *object)
{
  NscFigureLayout *self = NSC_FIGURE_LAYOUT (object);

  g_clear_pointer (&self->wish.figure, nsc_figure_unref);
  g_clear_pointer (&self->scene, nsc_scene_unref);
  G_OBJECT_CLASS (nsc_figure_layout_parent_class)->finalize (object);
}

static void
nsc_figure_layout_class_init (NscFigureLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsc_figure_layout_finalize;
  signals[MADE] = g_signal_new ("made", NSC_TYPE_FIGURE_LAYOUT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nsc_figure_layout_init (NscFigureLayout *self)
{
}

NscFigureLayout *
nsc_figure_layout_new (void)
{
  return g_object_new (NSC_TYPE_FIGURE_LAYOUT, NULL);
}

void
nsc_figure_layout_ask (NscFigureLayout *self, NscFigure *figure, const NscTheme *theme, int width)
{
  g_return_if_fail (NSC_IS_FIGURE_LAYOUT (self));

  if (figure == self->wish.figure && theme == self->wish.theme && width == self->wish.width)
    return;
  if (figure != NULL)
    nsc_figure_ref (figure);
  g_clear_pointer (&self->wish.figure, nsc_figure_unref);
  self->wish = (Wish) { figure, theme, width };
  self->wished = TRUE;
  self->stale = TRUE;
  if (figure == NULL)
    become (self, NULL);
  else if (nsc_figure_count_names (figure) <= MOST_AT_ONCE)
    become (self, make (&self->wish));
  else if (!self->working)
    start (self);
}

void
nsc_figure_layout_forget (NscFigureLayout *self)
{
  g_return_if_fail (NSC_IS_FIGURE_LAYOUT (self));
  self->wish.width = 0;
}

NscScene *
nsc_figure_layout_get_scene (NscFigureLayout *self)
{
  g_return_val_if_fail (NSC_IS_FIGURE_LAYOUT (self), NULL);
  return self->scene;
}
