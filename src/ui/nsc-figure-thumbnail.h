/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A small picture of a figure as the projector shows it, made on a worker: the report is run, laid out as a slide and
 * drawn there. Main thread only. */

#include "nsc-project.h"
#include "nsc-report.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* In pixels; the shape of a slide. */
#define NSC_FIGURE_THUMBNAIL_WIDTH 96
#define NSC_FIGURE_THUMBNAIL_HEIGHT 54

/* SCALE: pixels of the screen to one of those. OPTIONS, which give the language too, must not change any more. */
void nsc_figure_thumbnail_make_async (NscProject *project,
                                      const NscReport *report,
                                      NscOptions *options,
                                      int scale,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GdkTexture *nsc_figure_thumbnail_make_finish (GAsyncResult *result, GError **error);

G_END_DECLS
