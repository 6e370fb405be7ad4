/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A place in the history, as a list holds it: after which step, and whether the project stands there. The oldest place
 * may have no step: the project as it was before all that are kept. Immutable; made on any thread. */

#include "nsc-step.h"

G_BEGIN_DECLS

typedef enum
{
  NSC_STEP_PLACE_KEPT,    /* the step is part of the project */
  NSC_STEP_PLACE_CURRENT, /* and the newest that is */
  NSC_STEP_PLACE_UNDONE,  /* it was taken back and can be made again */
} NscStepPlace;

#define NSC_TYPE_STEP_ITEM (nsc_step_item_get_type ())
G_DECLARE_FINAL_TYPE (NscStepItem, nsc_step_item, NSC, STEP_ITEM, GObject)

/* STEP, which is copied, or NULL for the beginning. */
NscStepItem *nsc_step_item_new (const NscStep *step, NscStepPlace place);

/* NULL for the beginning. */
const NscStep *nsc_step_item_get_step (NscStepItem *self);

/* The step's id, 0 for the beginning. */
gint64 nsc_step_item_get_id (NscStepItem *self);
NscStepPlace nsc_step_item_get_place (NscStepItem *self);

G_END_DECLS
