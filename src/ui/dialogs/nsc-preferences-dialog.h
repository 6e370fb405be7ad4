/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the person prefers, kept in the program's settings and in effect at once: language, typeface and palette of
 * figures, and what the program starts with. Main thread only. */

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_PREFERENCES_DIALOG (nsc_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NscPreferencesDialog, nsc_preferences_dialog, NSC, PREFERENCES_DIALOG, AdwPreferencesDialog)

NscPreferencesDialog *nsc_preferences_dialog_new (GSettings *settings);

G_END_DECLS
