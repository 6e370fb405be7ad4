/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-import-columns.h"

#include "nsc-rules.h"
#include "nsc-table-naming.h"
#include "nsc-table-sniff.h"

#include <glib/gi18n-lib.h>

struct _NscImportColumns
{
  const NscTable *table;
  const NscCsvReader *reader;
  guint64 told;
  int places[]; /* of each column in the file, or -1 */
};

typedef struct
{
  NscImportColumns *self;
  GHashTable *map;
  NscImportResult *result;
  gboolean refused;
} Planner;

static void
refuse (Planner *planner, const char *column, char *text)
{
  nsc_import_result_take_refusal (planner->result, nsc_csv_reader_get_row (planner->self->reader), column, text);
  planner->refused = TRUE;
}

static char *
dup_column_list (const NscTable *table)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < table->n_columns; i++)
    g_strv_builder_add (names, table->columns[i].name);
  list = g_strv_builder_end (names);
  return g_strjoinv (", ", list);
}

/* Gives the table's column for that of the file, -1 where it is left out. */
static int
find_target (Planner *planner, guint place)
{
  const NscImportColumns *self = planner->self;
  const char *name = nsc_csv_reader_get_column (self->reader, place);
  const char *field = planner->map != NULL ? g_hash_table_lookup (planner->map, name) : NULL;
  g_autofree char *shown = nsc_csv_reader_dup_column_name (self->reader, place);
  g_autofree char *list = NULL;
  int target;

  if (field != NULL && *field == '\0')
    return -1;
  target = nsc_table_sniff_column (self->table, field != NULL ? field : name);
  if (target >= 0)
    return target;
  if (field == NULL)
    {
      nsc_import_result_take_note (
          planner->result, nsc_csv_reader_get_row (self->reader), shown,
          g_strdup_printf (
              _ ("The table %s has no such column, so it is left out; give it the name of one that it has"),
              nsc_table_naming_of_table (self->table)));
      return -1;
    }
  list = dup_column_list (self->table);
  refuse (planner, shown,
          g_strdup_printf (_ ("The table %1$s has no column %2$s to map this to; choose one of: %3$s"),
                           nsc_table_naming_of_table (self->table), field, list));
  return -1;
}

static void
place_columns (Planner *planner)
{
  NscImportColumns *self = planner->self;

  for (guint i = 0; i < nsc_csv_reader_get_n_columns (self->reader); i++)
    {
      int target = find_target (planner, i);
      g_autofree char *name = NULL;

      if (target < 0)
        continue;
      if (self->places[target] < 0)
        {
          self->places[target] = (int) i;
          self->told |= NSC_RULES_COLUMN (target);
          continue;
        }
      name = nsc_csv_reader_dup_column_name (self->reader, i);
      refuse (
          planner, name,
          g_strdup_printf (_ ("A second column fills %s; leave one of them out"), self->table->columns[target].name));
    }
}

static void
check_map (Planner *planner)
{
  GHashTableIter iter;
  gpointer column;

  if (planner->map == NULL)
    return;
  g_hash_table_iter_init (&iter, planner->map);
  while (g_hash_table_iter_next (&iter, &column, NULL))
    {
      gboolean found = FALSE;

      for (guint i = 0; i < nsc_csv_reader_get_n_columns (planner->self->reader) && !found; i++)
        found = g_str_equal (nsc_csv_reader_get_column (planner->self->reader, i), column);
      if (!found)
        refuse (planner, column, g_strdup (_ ("The file has no such column to map; correct its name")));
    }
}

static void
check_required (Planner *planner)
{
  const NscTable *table = planner->self->table;

  for (guint i = 0; i < table->n_columns; i++)
    if ((table->columns[i].flags & NSC_COLUMN_REQUIRED) != 0 && planner->self->places[i] < 0)
      refuse (
          planner, table->columns[i].name,
          g_strdup_printf (_ ("The table %s needs this column; add it, or give its name to one of the file's columns"),
                           nsc_table_naming_of_table (table)));
  if (!table->natural_key && planner->self->places[NSC_TABLE_ID_COLUMN] < 0 &&
      (table->columns[NSC_TABLE_ID_COLUMN].flags & NSC_COLUMN_REQUIRED) == 0)
    refuse (planner, table->columns[NSC_TABLE_ID_COLUMN].name,
            g_strdup_printf (_ ("Rows of %s are known by their id alone; add this column, with an id of your choice in "
                                "each row"),
                             nsc_table_naming_of_table (table)));
}

NscImportColumns *
nsc_import_columns_new (const NscTable *table, const NscCsvReader *reader, GHashTable *map, NscImportResult *result)
{
  g_autoptr (NscImportColumns) self = g_malloc0 (sizeof (NscImportColumns) + table->n_columns * sizeof (int));
  Planner planner = { self, map, result, FALSE };

  self->table = table;
  self->reader = reader;
  for (guint i = 0; i < table->n_columns; i++)
    self->places[i] = -1;
  place_columns (&planner);
  check_map (&planner);
  check_required (&planner);
  return planner.refused ? NULL : g_steal_pointer (&self);
}

void
nsc_import_columns_free (NscImportColumns *self)
{
  g_free (self);
}

guint64
nsc_import_columns_get_told (const NscImportColumns *self)
{
  return self->told;
}

gboolean
nsc_import_columns_has (const NscImportColumns *self, guint column)
{
  return self->places[column] >= 0;
}

const char *
nsc_import_columns_get_field (const NscImportColumns *self, guint column)
{
  return self->places[column] >= 0 ? nsc_csv_reader_get_field (self->reader, (guint) self->places[column]) : "";
}

char *
nsc_import_columns_dup_name (const NscImportColumns *self, guint column)
{
  if (self->places[column] < 0)
    return g_strdup (self->table->columns[column].name);
  return nsc_csv_reader_dup_column_name (self->reader, (guint) self->places[column]);
}
