/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-refusal-private.h"

#include "nsc-error.h"
#include "nsc-fault-private.h"
#include "nsc-table-naming.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse_twin (NscReader *reader, const NscTable *table, gint64 row, const NscCell *cells, GError **error)
{
  const char *id = cells[NSC_TABLE_ID_COLUMN].bytes;
  gint64 other = nsc_reader_resolve (reader, table, id, error);

  if (other < 0)
    return FALSE;
  if (other != 0 && other != row)
    g_set_error (error, NSC_ERROR, NSC_ERROR_CONFLICT,
                 _ ("The id “%1$s” is taken in the table “%2$s”; choose another, or edit the record that has it"), id,
                 nsc_table_naming_of_table (table));
  else
    g_set_error (error, NSC_ERROR, NSC_ERROR_CONFLICT,
                 _ ("The table “%1$s” has a record with the same key as “%2$s”; edit that one instead"),
                 nsc_table_naming_of_table (table), id);
  return FALSE;
}

/* SQLite's message for a check ends with its name, which is that of a column, or of TABLE.COLUMN. */
static gboolean
refuse_value (NscReader *reader, const NscTable *table, int code, GError **error)
{
  const char *message = sqlite3_errmsg (reader->connection->db);
  const char *colon = strrchr (message, ':');
  const char *dot = colon != NULL ? strchr (colon, '.') : NULL;
  const char *name = dot != NULL ? dot + 1 : colon != NULL ? colon + 2 : "";
  int column = nsc_table_find_column (table, name);

  if (column < 0)
    return nsc_fault_set (error, reader->connection->db, code, reader->connection->path);
  if (code == SQLITE_CONSTRAINT_NOTNULL)
    g_set_error (error, NSC_ERROR, NSC_ERROR_INPUT, _ ("“%1$s” of the table “%2$s” is blank; fill it in"),
                 nsc_table_naming_of_column (&table->columns[column]), nsc_table_naming_of_table (table));
  else
    g_set_error (error, NSC_ERROR, NSC_ERROR_INPUT,
                 _ ("The value of “%1$s” does not fit into the table “%2$s”; correct it"),
                 nsc_table_naming_of_column (&table->columns[column]), nsc_table_naming_of_table (table));
  return FALSE;
}

gboolean
nsc_refusal_of_row (
    NscReader *reader, const NscTable *table, gint64 row, const NscCell *cells, int code, GError **error)
{
  switch (code)
    {
    case SQLITE_CONSTRAINT_UNIQUE:
      return refuse_twin (reader, table, row, cells, error);
    case SQLITE_CONSTRAINT_CHECK:
    case SQLITE_CONSTRAINT_NOTNULL:
      return refuse_value (reader, table, code, error);
    default:
      return nsc_fault_set (error, reader->connection->db, code, reader->connection->path);
    }
}

gboolean
nsc_refusal_of_delete (NscReader *reader, const NscTable *table, gint64 row, GError **error)
{
  gint64 n = nsc_reader_count_references (reader, table, row, error);
  g_autoptr (NscRecord) record = NULL;

  if (n >= 0)
    record = nsc_reader_get_record (reader, table, row, error);
  if (record == NULL)
    return FALSE;
  g_set_error (error, NSC_ERROR, NSC_ERROR_CONFLICT,
               g_dngettext (GETTEXT_PACKAGE, "%2$d record refers to “%1$s”; change or delete it first",
                            "%2$d records refer to “%1$s”; change or delete them first", (gulong) n),
               nsc_record_get_id (record), (int) MIN (n, G_MAXINT));
  return FALSE;
}
