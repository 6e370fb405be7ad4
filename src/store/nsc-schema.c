/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-schema-private.h"

/* Element N leads from version N to N + 1. */
static const char *const steps[] = { nsc_schema_first };

static gboolean
set_version (NscConnection *connection, int version, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", version);

  return nsc_connection_execute (connection, sql, error);
}

int
nsc_schema_newest (void)
{
  return G_N_ELEMENTS (steps);
}

gboolean
nsc_schema_make (NscConnection *connection, GError **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d", NSC_SCHEMA_APPLICATION_ID);

  if (!nsc_connection_execute (connection, mark, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!nsc_connection_execute (connection, steps[i], error))
      return FALSE;
  return set_version (connection, nsc_schema_newest (), error);
}
