/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A project that was opened lately, in a list: what its figure looked like, its name, its folder and when it was
 * opened. Whether the file is still there is looked up on a worker; where it is not, the row offers to locate it. Main
 * thread only. */

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_RECENT_ROW (nsc_recent_row_get_type ())
G_DECLARE_FINAL_TYPE (NscRecentRow, nsc_recent_row, NSC, RECENT_ROW, AdwActionRow)

/* Signal: "remove", when the person does not want it in the list. */

GtkWidget *nsc_recent_row_new (GtkRecentInfo *info);

const char *nsc_recent_row_get_uri (NscRecentRow *self);

G_END_DECLS
