/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Presents what a window shows: one presenter for each window, which ends when its project is closed. Main thread only.
 */

#include "nsc-presenter.h"
#include "nsc-window.h"

G_BEGIN_DECLS

/* Presents SLIDES (GListModel of at least one NscSlide) of the project of WINDOW from slide FIRST on. A presenter that
 * the window has already makes way. MONITORS as in nsc-presenter.h. */
NscPresenter *nsc_presenting_start (NscWindow *window, GListModel *slides, guint first, GListModel *monitors);

/* The presenter of WINDOW, or NULL. */
NscPresenter *nsc_presenting_get (NscWindow *window);

G_END_DECLS
