/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Presents slides on a display of its own, full screen, step by step. Everything is done by keys, by a clicker's or by
 * the pointer (nsc-present-help.h). When its display goes away it goes on in a window on what is left. It belongs to
 * itself as every window does, and goes when its owner goes. Main thread only. */

#include "nsc-slide.h"
#include "nsc-stage.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_PRESENTER (nsc_presenter_get_type ())
G_DECLARE_FINAL_TYPE (NscPresenter, nsc_presenter, NSC, PRESENTER, GtkWindow)

/* Signal: "monitor-lost", when it goes on in a window. */

/* OWNER is the window that it was asked for in: another display than that of OWNER is chosen where there is one, and
 * OWNER has the focus when it ends. MONITORS (GdkMonitor) is that of OWNER's display where it is NULL. SLIDES as in
 * nsc-deck.h. */
NscPresenter *nsc_presenter_new (GtkWindow *owner, NscProject *project, GListModel *slides, GListModel *monitors);

/* Shows a step of a slide; beyond the last: the last. */
void nsc_presenter_go (NscPresenter *self, guint index, guint step);

guint nsc_presenter_get_index (NscPresenter *self);
guint nsc_presenter_get_step (NscPresenter *self);
NscStage *nsc_presenter_get_stage (NscPresenter *self);
NscDeck *nsc_presenter_get_deck (NscPresenter *self);
GdkMonitor *nsc_presenter_get_monitor (NscPresenter *self); /* NULL: in a window */

G_END_DECLS
