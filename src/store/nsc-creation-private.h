/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How a project file comes into being: beside its place, and put there when it is whole. Blocking; any thread. */

#include "nsc-connection-private.h"
#include "nsc-store.h"

G_BEGIN_DECLS

/* What the project begins with. */
typedef struct
{
  const char *title;
  NscStep *step;
  NscStepFunc func; /* NULL for no step */
  gpointer data;
  GCancellable *cancellable;
} NscCreation;

/* NSC_ERROR_OUTPUT where there is a file already. */
gboolean nsc_creation_run (const char *path, const NscCreation *creation, GError **error);

G_END_DECLS
