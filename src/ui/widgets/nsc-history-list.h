/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The history of the project, newest step first: what was done and when, what was undone dimmed, where the project
 * stands marked. A click or Enter goes to the state after a step, through the action "win.go-to-step". Reads nothing
 * while nobody looks. Main thread only. */

#include "nsc-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_HISTORY_LIST (nsc_history_list_get_type ())
G_DECLARE_FINAL_TYPE (NscHistoryList, nsc_history_list, NSC, HISTORY_LIST, AdwBin)

GtkWidget *nsc_history_list_new (void);

/* PROJECT may be NULL. */
void nsc_history_list_set_project (NscHistoryList *self, NscProject *project);

G_END_DECLS
