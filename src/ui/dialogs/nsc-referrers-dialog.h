/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The records that refer to others, which therefore cannot be deleted: how many they are, and each a door to its form.
 * Main thread only. */

#include "nsc-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_REFERRERS_DIALOG (nsc_referrers_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NscReferrersDialog, nsc_referrers_dialog, NSC, REFERRERS_DIALOG, AdwDialog)

/* Finds on a worker what refers to N rows of TABLE, and shows it in the window of PARENT. */
void
nsc_referrers_dialog_open (GtkWidget *parent, NscProject *project, const NscTable *table, const gint64 *rows, guint n);

G_END_DECLS
