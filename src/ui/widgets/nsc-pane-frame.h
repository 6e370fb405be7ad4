/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A page's content with a pane at its end, which stands beside it, over it, or as a sheet below, by the room of the
 * window. Main thread only. */

#include "nsc-page.h"

G_BEGIN_DECLS

#define NSC_TYPE_PANE_FRAME (nsc_pane_frame_get_type ())
G_DECLARE_FINAL_TYPE (NscPaneFrame, nsc_pane_frame, NSC, PANE_FRAME, AdwBin)

/* Property: "open", whether the pane is to be seen. */

/* TITLE is that of the pane. */
NscPaneFrame *nsc_pane_frame_new (GtkWidget *content, GtkWidget *pane, const char *title);

void nsc_pane_frame_set_width_class (NscPaneFrame *self, NscWidthClass width_class);

gboolean nsc_pane_frame_get_open (NscPaneFrame *self);
void nsc_pane_frame_set_open (NscPaneFrame *self, gboolean open);

G_END_DECLS
