/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Imports a table: guesses which one the file holds, tries it out without writing anything, says what would come and
 * what is refused and why, and imports when the person agrees. One step, which the toast offers to undo. Main thread
 * only. */

#include "nsc-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_IMPORT_DIALOG (nsc_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NscImportDialog, nsc_import_dialog, NSC, IMPORT_DIALOG, AdwDialog)

/* Asks for the file first. */
void nsc_import_dialog_choose (GtkWidget *parent, NscProject *project);

void nsc_import_dialog_present (GtkWidget *parent, NscProject *project, GFile *file);

G_END_DECLS
