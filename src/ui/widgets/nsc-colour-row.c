/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-colour-row.h"

#include "nsc-colour-swatch.h"

struct _NscColourRow
{
  AdwEntryRow parent_instance;
};

G_DEFINE_FINAL_TYPE (NscColourRow, nsc_colour_row, ADW_TYPE_ENTRY_ROW)

static void
nsc_colour_row_class_init (NscColourRowClass *klass)
{
}

static void
nsc_colour_row_init (NscColourRow *self)
{
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), nsc_colour_swatch_new (GTK_EDITABLE (self)));
}

GtkWidget *
nsc_colour_row_new (void)
{
  return g_object_new (NSC_TYPE_COLOUR_ROW, NULL);
}
