/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Which of a list of monitors is presented on, as long as it is there. Main thread only. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NSC_TYPE_MONITOR_CHOICE (nsc_monitor_choice_get_type ())
G_DECLARE_FINAL_TYPE (NscMonitorChoice, nsc_monitor_choice, NSC, MONITOR_CHOICE, GObject)

/* Signal: "lost", when the chosen one has left the list, and none is chosen any more. */

/* MONITORS has items of GdkMonitor. None is chosen yet. */
NscMonitorChoice *nsc_monitor_choice_new (GListModel *monitors);

/* The chosen one or NULL. */
GdkMonitor *nsc_monitor_choice_get (NscMonitorChoice *self);
void nsc_monitor_choice_set (NscMonitorChoice *self, GdkMonitor *monitor);

/* Chooses one that is not AVOIDED, if there is one. */
void nsc_monitor_choice_set_beside (NscMonitorChoice *self, GdkMonitor *avoided);

/* Chooses the one after the chosen one. */
void nsc_monitor_choice_set_next (NscMonitorChoice *self);

G_END_DECLS
