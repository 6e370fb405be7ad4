/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A toast that names a step of the history and offers the way back. Main thread only. */

#include "nsc-step.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  NSC_STEP_TOAST_DONE,   /* offers Undo */
  NSC_STEP_TOAST_UNDONE, /* offers Redo */
} NscStepToast;

/* In the window of WIDGET. A step without an id changed nothing and gets no toast. */
void nsc_step_toast_show (GtkWidget *widget, const NscStep *step, NscStepToast what);

G_END_DECLS
