/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A drop-down with the tables of a project and how many records each has. Main thread only. */

#include "nsc-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_TABLE_CHOOSER (nsc_table_chooser_get_type ())
G_DECLARE_FINAL_TYPE (NscTableChooser, nsc_table_chooser, NSC, TABLE_CHOOSER, AdwBin)

/* Signal: "chosen", when another table has been chosen. */

void nsc_table_chooser_set_project (NscTableChooser *self, NscProject *project);

const NscTable *nsc_table_chooser_get_table (NscTableChooser *self);
void nsc_table_chooser_set_table (NscTableChooser *self, const NscTable *table);

G_END_DECLS
