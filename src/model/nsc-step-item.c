/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-step-item.h"

struct _NscStepItem
{
  GObject parent_instance;

  NscStep *step; /* NULL: the beginning */
  NscStepPlace place;
};

G_DEFINE_FINAL_TYPE (NscStepItem, nsc_step_item, G_TYPE_OBJECT)

static void
nsc_step_item_finalize (GObject *object)
{
  g_clear_pointer (&NSC_STEP_ITEM (object)->step, nsc_step_free);
  G_OBJECT_CLASS (nsc_step_item_parent_class)->finalize (object);
}

static void
nsc_step_item_class_init (NscStepItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsc_step_item_finalize;
}

static void
nsc_step_item_init (NscStepItem *self)
{
}

NscStepItem *
nsc_step_item_new (const NscStep *step, NscStepPlace place)
{
  NscStepItem *self = g_object_new (NSC_TYPE_STEP_ITEM, NULL);

  self->step = step != NULL ? nsc_step_copy (step) : NULL;
  self->place = place;
  return self;
}

const NscStep *
nsc_step_item_get_step (NscStepItem *self)
{
  g_return_val_if_fail (NSC_IS_STEP_ITEM (self), NULL);
  return self->step;
}

gint64
nsc_step_item_get_id (NscStepItem *self)
{
  g_return_val_if_fail (NSC_IS_STEP_ITEM (self), 0);
  return self->step != NULL ? self->step->id : 0;
}

NscStepPlace
nsc_step_item_get_place (NscStepItem *self)
{
  g_return_val_if_fail (NSC_IS_STEP_ITEM (self), NSC_STEP_PLACE_KEPT);
  return self->place;
}
