/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-table-naming.h"

#include <glib/gi18n-lib.h>

static gboolean uses_titles;

void
nsc_table_naming_use_titles (void)
{
  uses_titles = TRUE;
}

const char *
nsc_table_naming_of_table (const NscTable *table)
{
  return uses_titles ? _ (table->title) : table->name;
}

const char *
nsc_table_naming_of_column (const NscColumn *column)
{
  return uses_titles ? _ (column->label) : column->name;
}
