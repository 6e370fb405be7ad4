/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-answer-list.h"

typedef struct
{
  GPtrArray *items;
  GCancellable *cancellable; /* of the question under way, NULL: none */
  gboolean loaded;
  GError *error;
} NscAnswerListPrivate;

static void list_model_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (NscAnswerList,
                                  nsc_answer_list,
                                  G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (NscAnswerList)
                                      G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  PROP_LOADED = 1,
  PROP_ERROR,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static NscAnswerListPrivate *
get_private (gpointer self)
{
  return nsc_answer_list_get_instance_private (self);
}

/* ---- the answer ---- */

/* What stays keeps its widgets, and the person their place in the list. */
static void
set_items (NscAnswerList *self, GPtrArray *items)
{
  NscAnswerListPrivate *priv = get_private (self);
  g_autoptr (GPtrArray) before = priv->items;
  guint start = 0, end = 0, least = MIN (before->len, items->len);

  while (start < least && before->pdata[start] == items->pdata[start])
    start++;
  while (end < least - start && before->pdata[before->len - 1 - end] == items->pdata[items->len - 1 - end])
    end++;
  priv->items = items;
  if (before->len - end > start || items->len - end > start)
    g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - start - end, items->len - start - end);
}

static void
take_answer (gpointer owner, gpointer data, const GError *error)
{
  NscAnswerList *self = owner;
  NscAnswerListPrivate *priv = get_private (self);
  g_autoptr (GPtrArray) answer = data;
  gboolean error_told = priv->error != NULL || error != NULL;

  g_clear_error (&priv->error);
  priv->error = error != NULL ? g_error_copy (error) : NULL;
  if (answer != NULL)
    {
      set_items (self, NSC_ANSWER_LIST_GET_CLASS (self)->take (self, answer));
      priv->loaded = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
    }
  if (error_told)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

/* ---- list model ---- */

static GType
nsc_answer_list_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
nsc_answer_list_get_n_items (GListModel *model)
{
  return get_private (model)->items->len;
}

static gpointer
nsc_answer_list_get_item (GListModel *model, guint position)
{
  NscAnswerListPrivate *priv = get_private (model);

  return position < priv->items->len ? g_object_ref (g_ptr_array_index (priv->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = nsc_answer_list_get_item_type;
  iface->get_n_items = nsc_answer_list_get_n_items;
  iface->get_item = nsc_answer_list_get_item;
}

/* ---- overrides ---- */

static GPtrArray *
nsc_answer_list_take (NscAnswerList *self, GPtrArray *answer)
{
  return g_ptr_array_ref (answer);
}

static void
nsc_answer_list_dispose (GObject *object)
{
  NscAnswerListPrivate *priv = get_private (object);

  nsc_inquiry_cancel (&priv->cancellable);
  G_OBJECT_CLASS (nsc_answer_list_parent_class)->dispose (object);
}

static void
nsc_answer_list_finalize (GObject *object)
{
  NscAnswerListPrivate *priv = get_private (object);

  g_ptr_array_unref (priv->items);
  g_clear_error (&priv->error);
  G_OBJECT_CLASS (nsc_answer_list_parent_class)->finalize (object);
}

static void
nsc_answer_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NscAnswerListPrivate *priv = get_private (object);

  switch (id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, priv->loaded);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, priv->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsc_answer_list_class_init (NscAnswerListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = nsc_answer_list_dispose;
  object_class->finalize = nsc_answer_list_finalize;
  object_class->get_property = nsc_answer_list_get_property;
  klass->take = nsc_answer_list_take;

  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
nsc_answer_list_init (NscAnswerList *self)
{
  get_private (self)->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/* ---- public ---- */

gboolean
nsc_answer_list_is_loaded (NscAnswerList *self)
{
  g_return_val_if_fail (NSC_IS_ANSWER_LIST (self), FALSE);
  return get_private (self)->loaded;
}

const GError *
nsc_answer_list_get_error (NscAnswerList *self)
{
  g_return_val_if_fail (NSC_IS_ANSWER_LIST (self), NULL);
  return get_private (self)->error;
}

GPtrArray *
nsc_answer_list_get_items (NscAnswerList *self)
{
  g_return_val_if_fail (NSC_IS_ANSWER_LIST (self), NULL);
  return get_private (self)->items;
}

void
nsc_answer_list_fill (NscAnswerList *self, GPtrArray *items, gboolean loaded)
{
  g_return_if_fail (NSC_IS_ANSWER_LIST (self));
  set_items (self, items);
  get_private (self)->loaded = loaded;
}

void
nsc_answer_list_ask (
    NscAnswerList *self, NscProject *project, NscInquiryFunc func, gpointer data, GDestroyNotify free_data)
{
  NscAnswerListPrivate *priv = get_private (self);

  g_return_if_fail (NSC_IS_ANSWER_LIST (self));

  nsc_inquiry_ask (self, &priv->cancellable, project, func, data, free_data, (GDestroyNotify) g_ptr_array_unref,
                   take_answer);
}
