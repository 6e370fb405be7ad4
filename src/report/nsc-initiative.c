/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-initiative.h"

#include "nsc-error.h"

#include <glib/gi18n-lib.h>

gint64
nsc_initiative_find (NscReader *reader, const char *id, const char *language, char **name, GError **error)
{
  const NscTable *table = nsc_table_find ("initiatives");
  g_autoptr (NscRecord) record = NULL;
  gint64 row = nsc_reader_find_id (reader, table, id, error);

  if (row == 0)
    g_set_error (error, NSC_ERROR, NSC_ERROR_NOT_FOUND,
                 _ ("--initiative=%s: the project has no such initiative; “list PROJECT initiatives” shows their ids"),
                 id);
  if (row <= 0)
    return 0;
  record = nsc_reader_get_record (reader, table, row, error);
  if (record == NULL)
    return 0;
  *name = g_strdup (nsc_record_get_name (record, language));
  return row;
}
