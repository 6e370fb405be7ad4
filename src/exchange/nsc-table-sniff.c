/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-table-sniff.h"

#include "nsc-table-file.h"

#include <string.h>

/* Whether FILE_NAME is that of the table, alone or with words before or after: "actors.csv", "paris_call_actors.csv".
 */
static gboolean
is_named_after (const char *file_name, const NscTable *table)
{
  g_autofree char *base = g_path_get_basename (file_name);
  g_autofree char *lower = g_ascii_strdown (base, -1);
  gsize length = strlen (table->name);

  for (const char *at = strstr (lower, table->name); at != NULL; at = strstr (at + 1, table->name))
    if ((at == lower || !g_ascii_isalnum (at[-1])) && !g_ascii_isalnum (at[length]))
      return TRUE;
  return FALSE;
}

static gboolean
has_required (const NscTable *table, const char *const *columns, guint n_columns)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      gboolean found = (table->columns[i].flags & NSC_COLUMN_REQUIRED) == 0;

      for (guint c = 0; c < n_columns && !found; c++)
        found = nsc_table_sniff_column (table, columns[c]) == (int) i;
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* How much of the table is in the file and of the file in the table: the harmonic mean of the two shares. */
static double
fit (const NscTable *table, const char *const *columns, guint n_columns)
{
  guint known = 0;

  for (guint c = 0; c < n_columns; c++)
    known += nsc_table_sniff_column (table, columns[c]) >= 0;
  return 2.0 * known / (double) (n_columns + table->n_columns);
}

int
nsc_table_sniff_column (const NscTable *table, const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return nsc_table_find_column (table, g_strstrip (lower));
}

const NscTable *
nsc_table_sniff (const char *const *columns, guint n_columns, const char *file_name)
{
  const NscTable *const *tables = nsc_table_list ();
  const NscTable *best = NULL;
  double best_fit = 0.0;

  for (guint i = 0; tables[i] != NULL; i++)
    {
      double found;

      if (!has_required (tables[i], columns, n_columns))
        continue;
      found = fit (tables[i], columns, n_columns);
      if (file_name != NULL && is_named_after (file_name, tables[i]))
        found += 1.0;
      if (found > best_fit)
        {
          best = tables[i];
          best_fit = found;
        }
    }
  return best;
}

const NscTable *
nsc_table_sniff_file (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscCsvReader) reader = nsc_table_file_open (path, cancellable, error);
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();

  if (reader == NULL)
    return NULL;
  if (!nsc_csv_reader_read_header (reader, cancellable, error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  for (guint i = 0; i < nsc_csv_reader_get_n_columns (reader); i++)
    g_ptr_array_add (columns, (gpointer) nsc_csv_reader_get_column (reader, i));
  return nsc_table_sniff ((const char *const *) columns->pdata, columns->len, path);
}
