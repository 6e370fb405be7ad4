/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-choice.h"

struct _NscChoice
{
  GObject parent_instance;

  char *value;
  char *label;
  char *hint;
  char *search;
};

G_DEFINE_FINAL_TYPE (NscChoice, nsc_choice, G_TYPE_OBJECT)

enum
{
  PROP_LABEL = 1,
  PROP_HINT,
  PROP_SEARCH,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
nsc_choice_finalize (GObject *object)
{
  NscChoice *self = NSC_CHOICE (object);

  g_free (self->value);
  g_free (self->label);
  g_free (self->hint);
  g_free (self->search);
  G_OBJECT_CLASS (nsc_choice_parent_class)->finalize (object);
}

static void
nsc_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NscChoice *self = NSC_CHOICE (object);

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_HINT:
      g_value_set_string (value, self->hint);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsc_choice_class_init (NscChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = nsc_choice_finalize;
  object_class->get_property = nsc_choice_get_property;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
nsc_choice_init (NscChoice *self)
{
}

NscChoice *
nsc_choice_new (const char *value, const char *label, const char *hint, const char *search)
{
  NscChoice *self = g_object_new (NSC_TYPE_CHOICE, NULL);

  self->value = g_strdup (value);
  self->label = g_strdup (label);
  self->hint = g_strdup (hint);
  self->search = g_strdup (search);
  return self;
}

const char *
nsc_choice_get_value (NscChoice *self)
{
  g_return_val_if_fail (NSC_IS_CHOICE (self), "");
  return self->value;
}

const char *
nsc_choice_get_label (NscChoice *self)
{
  g_return_val_if_fail (NSC_IS_CHOICE (self), "");
  return self->label;
}

const char *
nsc_choice_get_hint (NscChoice *self)
{
  g_return_val_if_fail (NSC_IS_CHOICE (self), "");
  return self->hint;
}
