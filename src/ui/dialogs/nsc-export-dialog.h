/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Writes the figure of a report to a file, with its table beside it where that is wanted: format, page, theme, language
 * and parts are chosen beside a preview, which is the very scene that is written. What cannot be written is told in the
 * dialog, which stays with all choices. Choices are remembered. Main thread only. */

#include "nsc-project.h"
#include "nsc-report.h"
#include "nsc-scene.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_EXPORT_DIALOG (nsc_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NscExportDialog, nsc_export_dialog, NSC, EXPORT_DIALOG, AdwDialog)

/* RESULT is what OPTIONS gave, which must not be changed any more. NAME, without an ending, is proposed for the file.
 */
void nsc_export_dialog_present (GtkWidget *parent,
                                NscProject *project,
                                const NscReport *report,
                                NscOptions *options,
                                NscResult *result,
                                const char *name);

/* Writes without asking where; what the dialog does with the answer of the file dialog. Nothing while it is busy. */
void nsc_export_dialog_write (NscExportDialog *self, GFile *file);

/* The scene of the preview; NULL while there is none or another one is being made. */
NscScene *nsc_export_dialog_get_scene (NscExportDialog *self);

G_END_DECLS
