/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-import-rows.h"

#include "nsc-error.h"
#include "nsc-number-set.h"
#include "nsc-rules.h"
#include "nsc-table-naming.h"

#include <glib/gi18n-lib.h>

/* What ids are remembered of at once. Of more than these, those that are named again are looked up again. */
#define MOST_KNOWN_BYTES (4 * 1024 * 1024)

struct _NscImportRows
{
  NscWriter *writer;
  NscReader *reader;
  const NscTable *table;
  const NscImportColumns *columns;
  NscImportCheckFunc check; /* or NULL */
  NscImportResult *result;
  GHashTable *known; /* NscTable to the set of its ids that rows have named */
  gsize known_bytes;
  NscNumberSet *told; /* rows of the table that the file has told of */
  GHashTable *given;  /* ids made for rows that came without one, to their places in the file, boxed */
};

NscImportRows *
nsc_import_rows_new (NscWriter *writer,
                     const NscTable *table,
                     const NscImportColumns *columns,
                     NscImportCheckFunc check,
                     NscImportResult *result)
{
  NscImportRows *self = g_new0 (NscImportRows, 1);

  self->writer = writer;
  self->reader = nsc_writer_get_reader (writer);
  self->table = table;
  self->columns = columns;
  self->check = check;
  self->result = result;
  self->known = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self->told = nsc_number_set_new ();
  self->given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
nsc_import_rows_free (NscImportRows *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->known);
  nsc_number_set_free (self->told);
  g_hash_table_unref (self->given);
  g_free (self);
}

NscImportOutcome
nsc_import_rows_refuse (NscImportRows *self, guint64 row, guint column, char *text)
{
  g_autofree char *name = nsc_import_columns_dup_name (self->columns, column);

  nsc_import_result_take_refusal (self->result, row, name, text);
  return NSC_IMPORT_REFUSED;
}

NscImportOutcome
nsc_import_rows_refuse_other (NscImportRows *self, guint64 row, guint column, const char *id)
{
  return nsc_import_rows_refuse (
      self, row, column,
      g_strdup_printf (_ ("An earlier row of this file already tells of “%s”, but something else; keep one of the two"),
                       id));
}

/* Errors about the row refuse it; others end the step. */
static NscImportOutcome
refuse_or_fail (NscImportRows *self, guint64 row, guint column, GError *taken, GError **error)
{
  g_autoptr (GError) failed = taken;

  if (g_error_matches (failed, NSC_ERROR, NSC_ERROR_INPUT) || g_error_matches (failed, NSC_ERROR, NSC_ERROR_CONFLICT) ||
      g_error_matches (failed, NSC_ERROR, NSC_ERROR_NOT_FOUND))
    return nsc_import_rows_refuse (self, row, column, g_strdup (failed->message));
  g_propagate_error (error, g_steal_pointer (&failed));
  return NSC_IMPORT_FAILED;
}

/* ---- references ---- */

static GHashTable *
get_known (NscImportRows *self, const NscTable *target)
{
  GHashTable *ids = g_hash_table_lookup (self->known, target);

  if (ids == NULL)
    {
      ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (self->known, (gpointer) target, ids);
    }
  return ids;
}

static void
know (NscImportRows *self, const NscTable *target, const char *id)
{
  /* With what the set and the allocator need for each. */
  gsize bytes = strlen (id) + 48;

  if (self->known_bytes + bytes > MOST_KNOWN_BYTES)
    {
      g_hash_table_remove_all (self->known);
      self->known_bytes = 0;
    }
  g_hash_table_add (get_known (self, target), g_strdup (id));
  self->known_bytes += bytes;
}

int
nsc_import_rows_has_id (NscImportRows *self, const NscTable *target, const char *id, GError **error)
{
  gint64 row;

  if (g_hash_table_contains (get_known (self, target), id))
    return 1;
  row = nsc_reader_find_id (self->reader, target, id, error);
  if (row <= 0)
    return (int) row;
  know (self, target, id);
  return 1;
}

NscImportOutcome
nsc_import_rows_check_references (NscImportRows *self, const NscRecord *record, guint64 row, int except, GError **error)
{
  NscImportOutcome outcome = NSC_IMPORT_ADDED;

  for (guint i = 0; i < self->table->n_columns; i++)
    {
      const NscColumn *column = &self->table->columns[i];
      const char *id = nsc_record_get (record, i);
      const NscTable *target;
      int found;

      if (column->kind != NSC_COLUMN_REFERENCE || (int) i == except || *id == '\0')
        continue;
      target = nsc_table_find (column->target);
      found = nsc_import_rows_has_id (self, target, id, error);
      if (found < 0)
        return NSC_IMPORT_FAILED;
      if (found == 0)
        outcome = nsc_import_rows_refuse (
            self, row, i,
            g_strdup_printf (
                _ ("The table %1$s has no record with the id “%2$s”; import it there first, or correct the id"),
                nsc_table_naming_of_table (target), id));
    }
  return outcome;
}

/* ---- relations ---- */

/* The column to name for a row that contradicts OTHER. */
static guint
conflict_column (NscImportRows *self, const NscRecord *record)
{
  guint first = NSC_TABLE_ID_COLUMN;

  for (guint i = self->table->n_columns; i-- > 0;)
    {
      NscColumnFlags flags = self->table->columns[i].flags;

      if ((flags & NSC_COLUMN_KEY) == 0)
        continue;
      if ((flags & NSC_COLUMN_BEGINS) != 0 && nsc_import_columns_has (self->columns, i))
        return i;
      first = i;
    }
  return first;
}

static NscImportOutcome
refuse_conflict (NscImportRows *self, const NscRecord *record, const NscRecord *other, guint64 row)
{
  guint column = conflict_column (self, record);
  const char *id = nsc_record_get_id (other);

  if ((self->table->columns[column].flags & NSC_COLUMN_BEGINS) != 0)
    return nsc_import_rows_refuse (
        self, row, column,
        g_strdup_printf (
            _ ("The record “%s” already says this for an overlapping time; give dates that do not overlap, "
               "or the id of that record"),
            id));
  return nsc_import_rows_refuse (
      self, row, column,
      g_strdup_printf (_ ("The record “%s” already says this; give the id of that record, or leave the row out"), id));
}

static NscImportOutcome
add (NscImportRows *self, NscRecord *record, guint64 row, GError **error)
{
  gboolean has_id = *nsc_record_get_id (record) != '\0';
  guint column = NSC_TABLE_ID_COLUMN;
  GError *failed = NULL;

  if (self->check != NULL && !self->check (record, &column, &failed))
    return refuse_or_fail (self, row, column, failed, error);
  nsc_record_set_row (record, 0);
  if (nsc_writer_insert (self->writer, record, &failed))
    {
      if (!has_id && nsc_import_columns_has (self->columns, NSC_TABLE_ID_COLUMN))
        g_hash_table_insert (self->given, g_strdup (nsc_record_get_id (record)), g_memdup2 (&row, sizeof row));
      return NSC_IMPORT_ADDED;
    }
  return refuse_or_fail (self, row, column, failed, error);
}

static guint
find_difference (const NscRecord *one, const NscRecord *other)
{
  guint column = 0;

  while (g_str_equal (nsc_record_get (one, column), nsc_record_get (other, column)))
    column++;
  return column;
}

/* Stores MERGED in the row of STORED, from which it differs; the values of a file and of the project are checked
 * together. */
static NscImportOutcome
change (NscImportRows *self, NscRecord *merged, const NscRecord *stored, guint64 row, GError **error)
{
  GError *failed = NULL;
  guint column = NSC_TABLE_ID_COLUMN;

  if (nsc_number_set_contains (self->told, (guint64) nsc_record_get_row (merged)))
    return nsc_import_rows_refuse_other (self, row, find_difference (merged, stored), nsc_record_get_id (stored));
  if (nsc_rules_check (merged, NSC_DATE_STYLE_ISO, &column, &failed) &&
      (self->check == NULL || self->check (merged, &column, &failed)) &&
      nsc_writer_update (self->writer, merged, &failed))
    return NSC_IMPORT_CHANGED;
  return refuse_or_fail (self, row, column, failed, error);
}

/* A row whose id is known. */
static NscImportOutcome
take_known (NscImportRows *self, NscRecord *record, guint64 told, gint64 stored_row, guint64 row, GError **error)
{
  g_autoptr (NscRecord) stored = nsc_reader_get_record (self->reader, self->table, stored_row, error);
  g_autoptr (NscRecord) merged = NULL;
  g_autoptr (GPtrArray) kin = NULL;
  guint match = 0;

  if (stored == NULL)
    return NSC_IMPORT_FAILED;
  nsc_record_set_row (record, stored_row);
  merged = nsc_rules_merge (record, told, stored);
  if (nsc_record_equal (merged, stored))
    return NSC_IMPORT_SAME;
  if (!self->table->natural_key)
    return change (self, merged, stored, row, error);
  kin = nsc_reader_find_kin (self->reader, merged, error);
  if (kin == NULL)
    return NSC_IMPORT_FAILED;
  if (nsc_rules_relate (merged, kin, &match) == NSC_RELATION_CONFLICT)
    return refuse_conflict (self, record, g_ptr_array_index (kin, match), row);
  return change (self, merged, stored, row, error);
}

/* A row that is known, if at all, by its natural key. */
static NscImportOutcome
take_by_key (NscImportRows *self, NscRecord *record, guint64 told, guint64 row, GError **error)
{
  g_autoptr (GPtrArray) kin = nsc_reader_find_kin (self->reader, record, error);
  g_autoptr (NscRecord) merged = NULL;
  guint match = 0;

  if (kin == NULL)
    return NSC_IMPORT_FAILED;
  switch (nsc_rules_relate_told (record, told, kin, &match, &merged))
    {
    case NSC_RELATION_SAME:
      nsc_record_set_row (record, nsc_record_get_row (merged));
      return NSC_IMPORT_SAME;
    case NSC_RELATION_CHANGE:
      nsc_record_set_row (record, nsc_record_get_row (merged));
      return change (self, merged, g_ptr_array_index (kin, match), row, error);
    case NSC_RELATION_CONFLICT:
      return refuse_conflict (self, record, g_ptr_array_index (kin, match), row);
    case NSC_RELATION_NEW:
    default:
      return add (self, record, row, error);
    }
}

static NscImportOutcome
take (NscImportRows *self, NscRecord *record, guint64 told, guint64 row, GError **error)
{
  const char *id = nsc_record_get_id (record);
  const guint64 *given = g_hash_table_lookup (self->given, id);
  gint64 stored_row = 0;

  nsc_record_set_row (record, 0);
  /* The two rows may be about different things: the first one did not ask for this id. */
  if (given != NULL)
    return nsc_import_rows_refuse (
        self, row, NSC_TABLE_ID_COLUMN,
        g_strdup_printf (_ ("Row %1$u of this file has no id and was given “%2$s”; give that row an id of its own"),
                         (guint) MIN (*given, G_MAXUINT), id));
  if (*id != '\0')
    {
      stored_row = nsc_reader_find_id (self->reader, self->table, id, error);
      if (stored_row < 0)
        return NSC_IMPORT_FAILED;
    }
  else if (!self->table->natural_key)
    return nsc_import_rows_refuse (self, row, NSC_TABLE_ID_COLUMN,
                                   g_strdup (_ ("The row has no id; give it one of its own")));
  if (stored_row > 0)
    return take_known (self, record, told, stored_row, row, error);
  return take_by_key (self, record, told, row, error);
}

NscImportOutcome
nsc_import_rows_take (NscImportRows *self, NscRecord *record, guint64 told, guint64 row, GError **error)
{
  NscImportOutcome outcome = take (self, record, told, row, error);

  if (outcome == NSC_IMPORT_ADDED || outcome == NSC_IMPORT_SAME || outcome == NSC_IMPORT_CHANGED)
    nsc_number_set_add (self->told, (guint64) nsc_record_get_row (record));
  return outcome;
}
