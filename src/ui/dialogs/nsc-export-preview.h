/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The page as it will be written, as large as there is room: the very scene of the file, drawn by the way that files
 * are drawn. Drawn on a worker; until that is done, what was drawn before stands in for it. Main thread only. */

#include "nsc-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NSC_TYPE_EXPORT_PREVIEW (nsc_export_preview_get_type ())
G_DECLARE_FINAL_TYPE (NscExportPreview, nsc_export_preview, NSC, EXPORT_PREVIEW, GtkWidget)

/* SCENE may be NULL. */
void nsc_export_preview_set_scene (NscExportPreview *self, NscScene *scene);
NscScene *nsc_export_preview_get_scene (NscExportPreview *self);

G_END_DECLS
