/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How large a figure is shown, and buttons to show it smaller, larger, at its own size, or whole. Main thread only. */

#include "nsc-figure-view.h"

G_BEGIN_DECLS

#define NSC_TYPE_ZOOM_CONTROL (nsc_zoom_control_get_type ())
G_DECLARE_FINAL_TYPE (NscZoomControl, nsc_zoom_control, NSC, ZOOM_CONTROL, GtkWidget)

/* Property: "view" (NscFigureView), set when it is made. */

G_END_DECLS
