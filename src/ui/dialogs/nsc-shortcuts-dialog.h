/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The keyboard shortcuts, made from the table of actions (nsc-action-table). Main thread only. */

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_SHORTCUTS_DIALOG (nsc_shortcuts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NscShortcutsDialog, nsc_shortcuts_dialog, NSC, SHORTCUTS_DIALOG, AdwDialog)

NscShortcutsDialog *nsc_shortcuts_dialog_new (void);

G_END_DECLS
