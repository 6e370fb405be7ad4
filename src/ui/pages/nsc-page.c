/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-page.h"

typedef struct
{
  NscProject *project;
  gulong changed_handler;
  NscWidthClass width_class;
  char *remedy;
  char *trouble;
  GMenuModel *menu;
} NscPagePrivate;

G_DEFINE_ENUM_TYPE (NscWidthClass,
                    nsc_width_class,
                    G_DEFINE_ENUM_VALUE (NSC_WIDTH_WIDE, "wide"),
                    G_DEFINE_ENUM_VALUE (NSC_WIDTH_SNUG, "snug"),
                    G_DEFINE_ENUM_VALUE (NSC_WIDTH_MEDIUM, "medium"),
                    G_DEFINE_ENUM_VALUE (NSC_WIDTH_SMALL, "small"),
                    G_DEFINE_ENUM_VALUE (NSC_WIDTH_NARROW, "narrow"))

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (NscPage, nsc_page, ADW_TYPE_BIN)

enum
{
  PROP_PROJECT = 1,
  PROP_WIDTH_CLASS,
  PROP_NARROW,
  PROP_SMALL,
  PROP_REMEDY,
  PROP_TROUBLE,
  PROP_TROUBLED,
  PROP_MENU,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
nsc_page_let_go_of_project (NscPage *self)
{
  NscPagePrivate *priv = nsc_page_get_instance_private (self);

  if (priv->project != NULL)
    g_clear_signal_handler (&priv->changed_handler, priv->project);
  g_clear_object (&priv->project);
}

static void
nsc_page_set_width_class (NscPage *self, NscWidthClass width_class)
{
  NscPagePrivate *priv = nsc_page_get_instance_private (self);
  gboolean was_narrow = priv->width_class == NSC_WIDTH_NARROW;
  gboolean was_small = priv->width_class >= NSC_WIDTH_SMALL;

  if (priv->width_class == width_class)
    return;
  priv->width_class = width_class;
  if (NSC_PAGE_GET_CLASS (self)->width_class_set != NULL)
    NSC_PAGE_GET_CLASS (self)->width_class_set (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDTH_CLASS]);
  if (was_narrow != (width_class == NSC_WIDTH_NARROW))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  if (was_small != (width_class >= NSC_WIDTH_SMALL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SMALL]);
}

static void
nsc_page_set_trouble (NscPage *self, const char *trouble)
{
  NscPagePrivate *priv = nsc_page_get_instance_private (self);

  if (!g_set_str (&priv->trouble, trouble))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLED]);
}

static void
project_changed_cb (NscPage *self)
{
  if (NSC_PAGE_GET_CLASS (self)->project_changed != NULL)
    NSC_PAGE_GET_CLASS (self)->project_changed (self);
}

static void
nsc_page_dispose (GObject *object)
{
  nsc_page_let_go_of_project (NSC_PAGE (object));
  G_OBJECT_CLASS (nsc_page_parent_class)->dispose (object);
}

static void
nsc_page_finalize (GObject *object)
{
  NscPagePrivate *priv = nsc_page_get_instance_private (NSC_PAGE (object));

  g_free (priv->remedy);
  g_free (priv->trouble);
  g_clear_object (&priv->menu);
  G_OBJECT_CLASS (nsc_page_parent_class)->finalize (object);
}

static void
nsc_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NscPagePrivate *priv = nsc_page_get_instance_private (NSC_PAGE (object));

  switch (id)
    {
    case PROP_PROJECT:
      g_value_set_object (value, priv->project);
      break;
    case PROP_WIDTH_CLASS:
      g_value_set_enum (value, priv->width_class);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, priv->width_class == NSC_WIDTH_NARROW);
      break;
    case PROP_SMALL:
      g_value_set_boolean (value, priv->width_class >= NSC_WIDTH_SMALL);
      break;
    case PROP_REMEDY:
      g_value_set_string (value, priv->remedy);
      break;
    case PROP_TROUBLE:
      /* A banner takes no NULL. */
      g_value_set_string (value, priv->trouble != NULL ? priv->trouble : "");
      break;
    case PROP_TROUBLED:
      g_value_set_boolean (value, priv->trouble != NULL);
      break;
    case PROP_MENU:
      g_value_set_object (value, priv->menu);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsc_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NscPage *self = NSC_PAGE (object);
  NscPagePrivate *priv = nsc_page_get_instance_private (self);

  switch (id)
    {
    case PROP_PROJECT:
      nsc_page_set_project (self, g_value_get_object (value));
      break;
    case PROP_WIDTH_CLASS:
      nsc_page_set_width_class (self, g_value_get_enum (value));
      break;
    case PROP_REMEDY:
      if (g_set_str (&((NscPagePrivate *) nsc_page_get_instance_private (self))->remedy, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_TROUBLE:
      nsc_page_set_trouble (self, g_value_get_string (value));
      break;
    case PROP_MENU:
      if (g_set_object (&priv->menu, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsc_page_class_init (NscPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = nsc_page_dispose;
  object_class->finalize = nsc_page_finalize;
  object_class->get_property = nsc_page_get_property;
  object_class->set_property = nsc_page_set_property;

  properties[PROP_PROJECT] = g_param_spec_object ("project", NULL, NULL, NSC_TYPE_PROJECT, flags);
  properties[PROP_WIDTH_CLASS] =
      g_param_spec_enum ("width-class", NULL, NULL, NSC_TYPE_WIDTH_CLASS, NSC_WIDTH_WIDE, flags);
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SMALL] = g_param_spec_boolean ("small", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REMEDY] = g_param_spec_string ("remedy", NULL, NULL, NULL, flags);
  properties[PROP_TROUBLE] = g_param_spec_string ("trouble", NULL, NULL, NULL, flags);
  properties[PROP_TROUBLED] =
      g_param_spec_boolean ("troubled", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MENU] = g_param_spec_object ("menu", NULL, NULL, G_TYPE_MENU_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
nsc_page_init (NscPage *self)
{
}

NscProject *
nsc_page_get_project (NscPage *self)
{
  NscPagePrivate *priv = nsc_page_get_instance_private (self);

  g_return_val_if_fail (NSC_IS_PAGE (self), NULL);
  return priv->project;
}

void
nsc_page_set_project (NscPage *self, NscProject *project)
{
  NscPagePrivate *priv = nsc_page_get_instance_private (self);

  g_return_if_fail (NSC_IS_PAGE (self));
  if (priv->project == project)
    return;
  nsc_page_let_go_of_project (self);
  if (project != NULL)
    {
      priv->project = g_object_ref (project);
      priv->changed_handler =
          g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED);
    }
  if (NSC_PAGE_GET_CLASS (self)->project_set != NULL)
    NSC_PAGE_GET_CLASS (self)->project_set (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECT]);
}

NscWidthClass
nsc_page_get_width_class (NscPage *self)
{
  NscPagePrivate *priv = nsc_page_get_instance_private (self);

  g_return_val_if_fail (NSC_IS_PAGE (self), NSC_WIDTH_WIDE);
  return priv->width_class;
}

gboolean
nsc_page_act (NscPage *self, NscPageAction action)
{
  g_return_val_if_fail (NSC_IS_PAGE (self), FALSE);
  return NSC_PAGE_GET_CLASS (self)->act != NULL && NSC_PAGE_GET_CLASS (self)->act (self, action);
}

GtkWidget *
nsc_page_get_part (NscPage *self, guint part)
{
  g_return_val_if_fail (NSC_IS_PAGE (self), NULL);

  if (NSC_PAGE_GET_CLASS (self)->get_part != NULL)
    return NSC_PAGE_GET_CLASS (self)->get_part (self, part);
  return part == 0 ? GTK_WIDGET (self) : NULL;
}
