/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-step-list.h"

#include "nsc-inquiry.h"

struct _NscStepList
{
  GObject parent_instance;

  NscProject *project;
  GPtrArray *items;          /* of NscStepItem, newest first */
  GCancellable *cancellable; /* of the question under way, NULL: none */
  gboolean loaded;
  GError *error;
};

enum
{
  PROP_LOADED = 1,
  PROP_ERROR,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* ---- the question, on a worker ---- */

/* The store tells kept steps first, undone ones after them, each oldest first. */
static GPtrArray *
make_items (GPtrArray *steps)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean above_current = TRUE;

  for (guint i = steps->len; i > 0; i--)
    {
      const NscStep *step = g_ptr_array_index (steps, i - 1);
      NscStepPlace place = NSC_STEP_PLACE_UNDONE;

      if (!step->undone)
        {
          place = above_current ? NSC_STEP_PLACE_CURRENT : NSC_STEP_PLACE_KEPT;
          above_current = FALSE;
        }
      g_ptr_array_add (items, nsc_step_item_new (step, place));
    }
  /* Without the step that created the project, one can still go back before the oldest. */
  if (steps->len > 0 && ((NscStep *) g_ptr_array_index (steps, 0))->kind != NSC_STEP_CREATE)
    g_ptr_array_add (items, nsc_step_item_new (NULL, above_current ? NSC_STEP_PLACE_CURRENT : NSC_STEP_PLACE_KEPT));
  return items;
}

static gpointer
read_items (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) steps = nsc_reader_list_steps (reader, error);

  return steps != NULL ? make_items (steps) : NULL;
}

/* ---- the answer ---- */

static gboolean
is_same (GPtrArray *before, guint i, GPtrArray *after, guint j)
{
  NscStepItem *one = g_ptr_array_index (before, i);
  NscStepItem *other = g_ptr_array_index (after, j);

  return nsc_step_item_get_id (one) == nsc_step_item_get_id (other) &&
         nsc_step_item_get_place (one) == nsc_step_item_get_place (other);
}

/* What stays keeps its widgets, and the person their place in the list. */
static void
take_items (NscStepList *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) before = self->items;
  guint start = 0, end = 0, least = MIN (before->len, items->len);

  while (start < least && is_same (before, start, items, start))
    start++;
  while (end < least - start && is_same (before, before->len - 1 - end, items, items->len - 1 - end))
    end++;
  for (guint i = 0; i < start; i++)
    g_set_object ((GObject **) &items->pdata[i], g_ptr_array_index (before, i));
  for (guint i = 1; i <= end; i++)
    g_set_object ((GObject **) &items->pdata[items->len - i], g_ptr_array_index (before, before->len - i));
  self->items = g_ptr_array_ref (items);
  if (before->len - end > start || items->len - end > start)
    g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - start - end, items->len - start - end);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscStepList) self = g_weak_ref_get (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) answer = nsc_inquiry_finish (result, &error);

  g_weak_ref_clear (user_data);
  g_free (user_data);
  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  if (answer != NULL)
    {
      take_items (self, answer);
      self->loaded = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
refresh (NscStepList *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  nsc_inquiry_start (self->project, read_items, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, self->cancellable,
                     answered_cb, weak);
}

/* ---- list model ---- */

static GType
nsc_step_list_get_item_type (GListModel *model)
{
  return NSC_TYPE_STEP_ITEM;
}

static guint
nsc_step_list_get_n_items (GListModel *model)
{
  return NSC_STEP_LIST (model)->items->len;
}

static gpointer
nsc_step_list_get_item (GListModel *model, guint position)
{
  NscStepList *self = NSC_STEP_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = nsc_step_list_get_item_type;
  iface->get_n_items = nsc_step_list_get_n_items;
  iface->get_item = nsc_step_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (NscStepList,
                               nsc_step_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* ---- object ---- */

static void
nsc_step_list_dispose (GObject *object)
{
  NscStepList *self = NSC_STEP_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (nsc_step_list_parent_class)->dispose (object);
}

static void
nsc_step_list_finalize (GObject *object)
{
  NscStepList *self = NSC_STEP_LIST (object);

  g_ptr_array_unref (self->items);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (nsc_step_list_parent_class)->finalize (object);
}

static void
nsc_step_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NscStepList *self = NSC_STEP_LIST (object);

  switch (id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, self->loaded);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsc_step_list_class_init (NscStepListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = nsc_step_list_dispose;
  object_class->finalize = nsc_step_list_finalize;
  object_class->get_property = nsc_step_list_get_property;

  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
nsc_step_list_init (NscStepList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

NscStepList *
nsc_step_list_new (NscProject *project)
{
  NscStepList *self;

  g_return_val_if_fail (NSC_IS_PROJECT (project), NULL);

  self = g_object_new (NSC_TYPE_STEP_LIST, NULL);
  self->project = g_object_ref (project);
  g_signal_connect_object (project, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}

gboolean
nsc_step_list_is_loaded (NscStepList *self)
{
  g_return_val_if_fail (NSC_IS_STEP_LIST (self), FALSE);
  return self->loaded;
}

const GError *
nsc_step_list_get_error (NscStepList *self)
{
  g_return_val_if_fail (NSC_IS_STEP_LIST (self), NULL);
  return self->error;
}
