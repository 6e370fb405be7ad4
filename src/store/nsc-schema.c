/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-schema-private.h"

/* Element N leads from version N to N + 1. */
static const NscSchemaStep steps[] = {
  { nsc_schema_first, NULL },
  { nsc_schema_stories, nsc_schema_stories_stand_in },
};

static const NscSchemaStep *pretended;
static guint n_pretended;

static const NscSchemaStep *
get_step (int version)
{
  return pretended != NULL ? &pretended[version] : &steps[version];
}

int
nsc_schema_newest (void)
{
  return (int) (pretended != NULL ? n_pretended : G_N_ELEMENTS (steps));
}

void
nsc_schema_pretend (const NscSchemaStep *other, guint n_steps)
{
  pretended = other;
  n_pretended = n_steps;
}

gboolean
nsc_schema_run_step (NscConnection *connection, int version, GError **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %d", version + 1);

  return nsc_connection_execute (connection, get_step (version)->sql, error) &&
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

gboolean
nsc_schema_can_read (int version)
{
  for (int i = version; i < nsc_schema_newest (); i++)
    if (get_step (i)->stand_in == NULL)
      return FALSE;
  return TRUE;
}

gboolean
nsc_schema_stand_in (NscConnection *connection, GError **error)
{
  gint64 version;

  if (!nsc_connection_query_integer (connection, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version > nsc_schema_newest ())
    return nsc_connection_execute (connection, "PRAGMA ignore_check_constraints = ON", error);
  if (version < 1 || version == nsc_schema_newest ())
    return TRUE;
  /* Not even a temporary file. */
  if (!nsc_connection_execute (connection, "PRAGMA temp_store = MEMORY", error))
    return FALSE;
  for (int i = (int) version; i < nsc_schema_newest (); i++)
    if (!nsc_connection_execute (connection, get_step (i)->stand_in, error))
      return FALSE;
  return TRUE;
}
