/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-scene-maker.h"

#include "nsc-report-inquiry.h"
#include "nsc-task.h"
#include "nsc-typeface.h"

struct _NscSceneMaker
{
  GObject parent_instance;

  NscProject *project;
  const NscReport *report;
  NscOptions *options;
  GHashTable *results; /* language to NscResult */

  NscSceneRequest wanted;
  gboolean is_wanted;        /* and not yet made */
  GCancellable *cancellable; /* of the work under way, NULL: none */

  NscResult *result; /* of which the scene is */
  NscScene *scene;
  char *warning;
};

G_DEFINE_FINAL_TYPE (NscSceneMaker, nsc_scene_maker, G_TYPE_OBJECT)

enum
{
  PROP_BUSY = 1,
  N_PROPERTIES,
};

enum
{
  MADE,
  FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void start (NscSceneMaker *self);

/* ---- the report in another language ---- */

static NscOptions *
translate_options (NscOptions *options, const char *language)
{
  NscOptions *translated = nsc_options_new ();
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, options);
  while (g_hash_table_iter_next (&iter, &name, &value))
    nsc_options_set (translated, name, value);
  nsc_options_set (translated, "language", language);
  return translated;
}

/* ---- the page ---- */

typedef struct
{
  NscResult *result;
  NscSceneRequest request;
  NscScene *scene;
  char *warning;
} Page;

static void
page_free (gpointer data)
{
  Page *page = data;

  g_object_unref (page->result);
  g_clear_pointer (&page->scene, nsc_scene_unref);
  g_free (page->warning);
  g_free (page);
}

static void
lay_out_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Page *page = data;
  const NscSceneRequest *request = &page->request;

  if (g_task_return_error_if_cancelled (task))
    return;
  page->scene = nsc_scene_new_of_parts (nsc_result_get_figure (page->result), request->theme, request->width,
                                        request->height, request->parts);
  page->warning = nsc_typeface_take_warning (nsc_theme_get_face (request->theme));
  g_task_return_boolean (task, TRUE);
}

/* ---- one after the other ---- */

/* Ends a piece of work; whether its answer is still the one that is waited for. */
static gboolean
end (NscSceneMaker *self, const GError *error)
{
  gboolean was_stopped = g_cancellable_is_cancelled (self->cancellable);

  g_clear_object (&self->cancellable);
  if (was_stopped)
    {
      if (self->is_wanted)
        start (self);
      else
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
      return FALSE;
    }
  if (error == NULL)
    return TRUE;
  self->is_wanted = FALSE;
  /* What was made before is not what was asked for. */
  g_clear_pointer (&self->scene, nsc_scene_unref);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  g_signal_emit (self, signals[FAILED], 0, error);
  return FALSE;
}

static void
laid_out_cb (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  NscSceneMaker *self = NSC_SCENE_MAKER (source);
  Page *page = g_task_get_task_data (G_TASK (async_result));
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (async_result), &error);
  /* Whatever became of the page, what it found out is told only once. */
  if (page->warning != NULL)
    g_set_str (&self->warning, page->warning);
  if (!end (self, error))
    return;
  self->is_wanted = FALSE;
  g_set_object (&self->result, page->result);
  g_clear_pointer (&self->scene, nsc_scene_unref);
  self->scene = g_steal_pointer (&page->scene);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  g_signal_emit (self, signals[MADE], 0);
}

static void
answered_cb (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  g_autoptr (NscSceneMaker) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NscResult) result = nsc_report_inquiry_finish (async_result, &error);

  /* An answer to what is no longer wanted is an answer all the same. */
  if (result != NULL)
    g_hash_table_insert (self->results, (gpointer) g_object_get_data (G_OBJECT (self->cancellable), "nsc-language"),
                         g_object_ref (result));
  if (end (self, error))
    start (self);
}

static void
start (NscSceneMaker *self)
{
  NscResult *result = g_hash_table_lookup (self->results, self->wanted.language);

  self->cancellable = g_cancellable_new ();
  g_object_set_data (G_OBJECT (self->cancellable), "nsc-language", (gpointer) self->wanted.language);
  if (result == NULL)
    {
      g_autoptr (GHashTable) options = translate_options (self->options, self->wanted.language);

      nsc_report_inquiry_start (self->project, self->report, options, self->cancellable, answered_cb,
                                g_object_ref (self));
    }
  else
    {
      g_autoptr (GTask) task = g_task_new (self, self->cancellable, laid_out_cb, NULL);
      Page *page = g_new0 (Page, 1);

      page->result = g_object_ref (result);
      page->request = self->wanted;
      g_task_set_task_data (task, page, page_free);
      nsc_task_run_in_thread (task, lay_out_in_thread);
    }
}

/* ---- overrides ---- */

static void
nsc_scene_maker_dispose (GObject *object)
{
  NscSceneMaker *self = NSC_SCENE_MAKER (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->project);
  g_clear_object (&self->result);
  g_clear_pointer (&self->scene, nsc_scene_unref);
  g_clear_pointer (&self->options, g_hash_table_unref);
  g_clear_pointer (&self->results, g_hash_table_unref);
  g_clear_pointer (&self->warning, g_free);
  G_OBJECT_CLASS (nsc_scene_maker_parent_class)->dispose (object);
}

static void
nsc_scene_maker_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_BUSY)
    g_value_set_boolean (value, NSC_SCENE_MAKER (object)->cancellable != NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nsc_scene_maker_class_init (NscSceneMakerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nsc_scene_maker_dispose;
  object_class->get_property = nsc_scene_maker_get_property;

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[MADE] = g_signal_new ("made", NSC_TYPE_SCENE_MAKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", NSC_TYPE_SCENE_MAKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_ERROR);
}

static void
nsc_scene_maker_init (NscSceneMaker *self)
{
  self->results = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
}

/* ---- public ---- */

gboolean
nsc_scene_request_equal (const NscSceneRequest *a, const NscSceneRequest *b)
{
  return g_strcmp0 (a->language, b->language) == 0 && a->theme == b->theme && a->width == b->width &&
         a->height == b->height && a->parts == b->parts;
}

NscSceneMaker *
nsc_scene_maker_new (NscProject *project, const NscReport *report, NscOptions *options, NscResult *result)
{
  NscSceneMaker *self;

  g_return_val_if_fail (NSC_IS_PROJECT (project) && report != NULL && options != NULL && NSC_IS_RESULT (result), NULL);

  self = g_object_new (NSC_TYPE_SCENE_MAKER, NULL);
  self->project = g_object_ref (project);
  self->report = report;
  self->options = g_hash_table_ref (options);
  g_hash_table_insert (self->results, (gpointer) g_intern_string (nsc_options_get_language (options)),
                       g_object_ref (result));
  return self;
}

void
nsc_scene_maker_make (NscSceneMaker *self, const NscSceneRequest *request)
{
  g_return_if_fail (NSC_IS_SCENE_MAKER (self));
  g_return_if_fail (request->language != NULL && request->theme != NULL && request->width > 0);

  self->wanted = *request;
  self->is_wanted = TRUE;
  if (self->cancellable != NULL)
    {
      /* A report in the right language is worth waiting for. */
      if (!g_str_equal (g_object_get_data (G_OBJECT (self->cancellable), "nsc-language"), request->language) ||
          g_hash_table_contains (self->results, request->language))
        g_cancellable_cancel (self->cancellable);
      return;
    }
  start (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

void
nsc_scene_maker_stop (NscSceneMaker *self)
{
  g_return_if_fail (NSC_IS_SCENE_MAKER (self));

  self->is_wanted = FALSE;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

NscScene *
nsc_scene_maker_get_scene (NscSceneMaker *self)
{
  g_return_val_if_fail (NSC_IS_SCENE_MAKER (self), NULL);
  return self->scene;
}

NscResult *
nsc_scene_maker_get_result (NscSceneMaker *self)
{
  g_return_val_if_fail (NSC_IS_SCENE_MAKER (self), NULL);
  return self->result;
}

char *
nsc_scene_maker_take_warning (NscSceneMaker *self)
{
  g_return_val_if_fail (NSC_IS_SCENE_MAKER (self), NULL);
  return g_steal_pointer (&self->warning);
}
