/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The rows in which a person chooses how a figure is exported. Main thread only. */

#include "nsc-export-choices.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_EXPORT_OPTIONS (nsc_export_options_get_type ())
G_DECLARE_FINAL_TYPE (NscExportOptions, nsc_export_options, NSC, EXPORT_OPTIONS, AdwPreferencesPage)

/* Signal: "changed", when the person chooses. */

void nsc_export_options_set_choices (NscExportOptions *self, const NscExportChoices *choices);
const NscExportChoices *nsc_export_options_get_choices (NscExportOptions *self);

/* What stands below the switch that saves the data: where they go. */
void nsc_export_options_set_table_words (NscExportOptions *self, const char *words);

G_END_DECLS
