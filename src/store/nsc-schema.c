/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-schema-private.h"

/* Element N leads from version N to N + 1. */
static const char *const steps[] = { nsc_schema_first };

static const char *const *pretended;
static guint n_pretended;

static const char *
get_step (int version)
{
  return pretended != NULL ? pretended[version] : steps[version];
}

int
nsc_schema_newest (void)
{
  return (int) (pretended != NULL ? n_pretended : G_N_ELEMENTS (steps));
}

void
nsc_schema_pretend (const char *const *other, guint n_steps)
{
  pretended = other;
  n_pretended = n_steps;
}

gboolean
nsc_schema_run_step (NscConnection *connection, int version, GError **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %d", version + 1);

  return nsc_connection_execute (connection, get_step (version), error) &&
         nsc_connection_execute (connection, mark, error);
}

gboolean
nsc_schema_make (NscConnection *connection, int version, GError **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d", NSC_SCHEMA_APPLICATION_ID);

  if (!nsc_connection_execute (connection, mark, error))
    return FALSE;
  for (int i = 0; i < version; i++)
    if (!nsc_schema_run_step (connection, i, error))
      return FALSE;
  return TRUE;
}
