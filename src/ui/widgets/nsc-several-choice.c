/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-several-choice.h"

struct _NscSeveralChoice
{
  GObject parent_instance;

  char *id;
  char *label;
  gboolean chosen;
};

G_DEFINE_FINAL_TYPE (NscSeveralChoice, nsc_several_choice, G_TYPE_OBJECT)

enum
{
  PROP_LABEL = 1,
  PROP_CHOSEN,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
nsc_several_choice_finalize (GObject *object)
{
  NscSeveralChoice *self = NSC_SEVERAL_CHOICE (object);

  g_free (self->id);
  g_free (self->label);
  G_OBJECT_CLASS (nsc_several_choice_parent_class)->finalize (object);
}

static void
nsc_several_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NscSeveralChoice *self = NSC_SEVERAL_CHOICE (object);

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_CHOSEN:
      g_value_set_boolean (value, self->chosen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsc_several_choice_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHOSEN)
    nsc_several_choice_set_chosen (NSC_SEVERAL_CHOICE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nsc_several_choice_class_init (NscSeveralChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = nsc_several_choice_finalize;
  object_class->get_property = nsc_several_choice_get_property;
  object_class->set_property = nsc_several_choice_set_property;
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHOSEN] = g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
nsc_several_choice_init (NscSeveralChoice *self)
{
}

NscSeveralChoice *
nsc_several_choice_new (const char *id, const char *label)
{
  NscSeveralChoice *self = g_object_new (NSC_TYPE_SEVERAL_CHOICE, NULL);

  self->id = g_strdup (id);
  self->label = g_strdup (label);
  return self;
}

const char *
nsc_several_choice_get_id (NscSeveralChoice *self)
{
  g_return_val_if_fail (NSC_IS_SEVERAL_CHOICE (self), NULL);
  return self->id;
}

const char *
nsc_several_choice_get_label (NscSeveralChoice *self)
{
  g_return_val_if_fail (NSC_IS_SEVERAL_CHOICE (self), NULL);
  return self->label;
}

gboolean
nsc_several_choice_get_chosen (NscSeveralChoice *self)
{
  g_return_val_if_fail (NSC_IS_SEVERAL_CHOICE (self), FALSE);
  return self->chosen;
}

void
nsc_several_choice_set_chosen (NscSeveralChoice *self, gboolean chosen)
{
  g_return_if_fail (NSC_IS_SEVERAL_CHOICE (self));

  if (self->chosen == chosen)
    return;
  self->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}
