/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-target.h"
#include "small-project.h"

#include "nsc-csv-reader.h"
#include "nsc-csv-writer.h"
#include "nsc-error.h"
#include "nsc-export.h"
#include "nsc-import.h"
#include "nsc-story.h"
#include "nsc-table-sniff.h"

#include <stdlib.h>

/* A byte chooses a table, one the way of the import, the rest is the file: it is read, written and read again; and it
 * is imported into a small project, first without writing, and taken back. */

enum
{
  WAY_SKIP_INVALID = 1 << 2,
  WAY_MAP = 1 << 3,
};

/* ---- the reader ---- */

static GPtrArray *
read_row (const NscCsvReader *reader)
{
  GPtrArray *row = g_ptr_array_new_null_terminated (0, g_free, TRUE);

  for (guint i = 0; i < nsc_csv_reader_get_n_columns (reader); i++)
    g_ptr_array_add (row, g_strdup (nsc_csv_reader_get_field (reader, i)));
  return row;
}

static void
check_place (const NscCsvReader *reader)
{
  g_autofree char *place = nsc_csv_reader_dup_place (reader);

  g_assert_nonnull (place);
  g_assert_true (g_utf8_validate (place, -1, NULL));
}

/* The rows that are whole, their number of columns in N_COLUMNS. */
static GPtrArray *
read_rows (GBytes *bytes, guint *n_columns)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (NscCsvReader) reader = nsc_csv_reader_new (stream);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GError *error = NULL;
  NscCsvStatus status = NSC_CSV_ROW;
  guint64 last = 0;

  if (!nsc_csv_reader_read_header (reader, NULL, &error))
    {
      fuzz_target_assert_told (error);
      return NULL;
    }
  *n_columns = nsc_csv_reader_get_n_columns (reader);
  while (status == NSC_CSV_ROW || status == NSC_CSV_BAD_ROW)
    {
      status = nsc_csv_reader_next (reader, NULL, &error);
      g_assert_true ((error != NULL) == (status == NSC_CSV_BAD_ROW || status == NSC_CSV_FAILED));
      g_assert_cmpuint (nsc_csv_reader_get_row (reader), >=, last);
      last = nsc_csv_reader_get_row (reader);
      if (status == NSC_CSV_ROW)
        g_ptr_array_add (rows, read_row (reader));
      else if (error != NULL)
        {
          check_place (reader);
          fuzz_target_assert_told (g_steal_pointer (&error));
        }
    }
  return g_steal_pointer (&rows);
}

/* The rows under a header that holds nothing that could part or end a field. */
static GBytes *
write_rows (GPtrArray *rows, guint n_columns)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (NscCsvWriter) writer = nsc_csv_writer_new (stream);
  g_autofree const char **header = g_new (const char *, n_columns);

  for (guint i = 0; i < n_columns; i++)
    header[i] = "column";
  g_assert_true (nsc_csv_writer_write_row (writer, header, n_columns, NULL, NULL));
  for (guint i = 0; i < rows->len; i++)
    {
      const GPtrArray *row = g_ptr_array_index (rows, i);

      g_assert_true (nsc_csv_writer_write_row (writer, (const char *const *) row->pdata, n_columns, NULL, NULL));
    }
  g_assert_true (nsc_csv_writer_finish (writer, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
check_reading (GBytes *bytes)
{
  guint n_columns = 0, n_again = 0;
  g_autoptr (GPtrArray) rows = read_rows (bytes, &n_columns);
  g_autoptr (GBytes) written = rows != NULL ? write_rows (rows, n_columns) : NULL;
  g_autoptr (GPtrArray) again = written != NULL ? read_rows (written, &n_again) : NULL;

  if (rows == NULL)
    return;
  g_assert_nonnull (again);
  g_assert_cmpuint (n_columns, ==, n_again);
  g_assert_cmpuint (rows->len, ==, again->len);
  for (guint i = 0; i < rows->len; i++)
    {
      const GPtrArray *row = g_ptr_array_index (rows, i), *row_again = g_ptr_array_index (again, i);

      g_assert_cmpstrv (row->pdata, row_again->pdata);
    }
}

/* ---- the import ---- */

static NscStore *store;
static char *base; /* what the project says */

static void
close_store (void)
{
  nsc_store_close (store, NULL);
  g_clear_object (&store);
  g_clear_pointer (&base, g_free);
}

static void
open_store (void)
{
  g_autofree char *path = g_build_filename (fuzz_target_get_folder (), "small.normscape", NULL);

  store = nsc_store_create (path, "Small", NULL);
  g_assert_nonnull (store);
  small_project_fill (store, fuzz_target_get_folder ());
  base = small_project_export (store, NULL);
  atexit (close_store);
}

static NscImportResult *
import (const NscTable *table, const char *path, const NscImportOptions *options, gboolean *taken)
{
  NscImportResult *result = NULL;
  GError *error = NULL;

  *taken = nsc_import_run (store, table, path, options, NULL, NULL, &result, NULL, &error);
  if (!*taken)
    {
      fuzz_target_assert_told (error);
      g_assert_cmpuint (result->n_refused, >, 0);
      g_assert_cmpuint (result->refusals->len, >, 0);
    }
  else if (!options->skip_invalid)
    g_assert_cmpuint (result->n_refused, ==, 0);
  return result;
}

static void
check_alike (const NscImportResult *dry, const NscImportResult *wet)
{
  g_auto (GStrv) refusals = nsc_import_result_dup_refusals (dry), wet_refusals = nsc_import_result_dup_refusals (wet);
  g_auto (GStrv) notes = nsc_import_result_dup_notes (dry), wet_notes = nsc_import_result_dup_notes (wet);

  g_assert_cmpuint (dry->n_added, ==, wet->n_added);
  g_assert_cmpuint (dry->n_same, ==, wet->n_same);
  g_assert_cmpuint (dry->n_changed, ==, wet->n_changed);
  g_assert_cmpuint (dry->n_refused, ==, wet->n_refused);
  g_assert_cmpstrv (refusals, wet_refusals);
  g_assert_cmpstrv (notes, wet_notes);
  for (guint i = 0; refusals[i] != NULL; i++)
    g_assert_true (g_utf8_validate (refusals[i], -1, NULL));
}

static void
check_exported (const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = small_project_export (store, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
trouble_cb (const char *trouble, gpointer unused)
{
  g_error ("%s", trouble);
}

static void
check_whole (void)
{
  g_autoptr (GError) error = NULL;

  nsc_store_check (store, trouble_cb, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* What the table says now is nothing new to it. */
static void
check_same (const NscTable *table)
{
  g_autofree char *path = g_build_filename (fuzz_target_get_folder (), "same.csv", NULL);
  const NscImportOptions options = { .check = nsc_story_check_record };
  g_autoptr (NscImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NscReader) reader = nsc_store_take_reader (store, &error);
  gboolean taken;
  gint64 count;

  g_assert_no_error (error);
  nsc_export_to_path (reader, table, path, NULL, &error);
  g_assert_no_error (error);
  count = nsc_reader_count (reader, table, &error);
  g_clear_pointer (&reader, nsc_reader_free);
  result = import (table, path, &options, &taken);
  g_assert_true (taken);
  g_assert_cmpuint (result->n_refused, ==, 0);
  g_assert_cmpuint (result->n_added, ==, 0);
  g_assert_cmpuint (result->n_changed, ==, 0);
  g_assert_cmpint ((gint64) result->n_same, ==, count);
}

static void
take_back (const char *after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStep) undone = nsc_store_undo (store, NULL, &error);
  g_autoptr (NscStep) redone = NULL, undone_again = NULL;

  g_assert_no_error (error);
  check_exported (base);
  redone = nsc_store_redo (store, NULL, &error);
  g_assert_no_error (error);
  check_exported (after);
  undone_again = nsc_store_undo (store, NULL, &error);
  g_assert_no_error (error);
  check_exported (base);
}

static void
check_import (const NscTable *table, const char *path, NscImportOptions options)
{
  g_autoptr (NscImportResult) dry = NULL, wet = NULL;
  g_autofree char *after = NULL;
  gboolean would_be_taken, taken;

  options.dry_run = TRUE;
  dry = import (table, path, &options, &would_be_taken);
  options.dry_run = FALSE;
  wet = import (table, path, &options, &taken);
  g_assert_true (taken == would_be_taken);
  check_alike (dry, wet);
  if (!taken || wet->n_added + wet->n_changed == 0)
    {
      check_exported (base);
      return;
    }
  check_whole ();
  check_same (table);
  after = small_project_export (store, NULL);
  take_back (after);
  check_whole ();
}

/* The first line of the text is a map, then. */
static GHashTable *
take_map (FuzzBytes *bytes)
{
  g_autofree char *text = fuzz_bytes_to_text (bytes);
  gsize length = strcspn (text, "\n");
  GError *error = NULL;
  GHashTable *map;

  if (text[length] != '\n' || !g_utf8_validate (text, (gssize) length, NULL))
    return NULL;
  text[length] = '\0';
  *bytes = (FuzzBytes) { bytes->data + length + 1, bytes->size - length - 1 };
  map = nsc_import_parse_map (text, &error);
  if (map == NULL)
    fuzz_target_assert_told (error);
  return map;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const NscTable *const *tables = nsc_table_list ();
  FuzzBytes bytes = { data, size };
  guint8 table = fuzz_bytes_take (&bytes) % g_strv_length ((char **) tables);
  guint8 way = fuzz_bytes_take (&bytes);
  g_autoptr (GHashTable) map = (way & WAY_MAP) != 0 ? take_map (&bytes) : NULL;
  g_autoptr (GBytes) file = g_bytes_new (bytes.data, bytes.size);
  g_autofree char *path = g_build_filename (fuzz_target_get_folder (), "file.csv", NULL);
  GError *error = NULL;

  if (store == NULL)
    open_store ();
  check_reading (file);
  g_file_set_contents (path, (const char *) bytes.data, (gssize) bytes.size, &error);
  g_assert_no_error (error);
  if (nsc_table_sniff_file (path, NULL, &error) == NULL)
    g_clear_error (&error);
  check_import (tables[table], path,
                (NscImportOptions) {
                    .date_style = (NscDateStyle) (way % 4 % 3),
                    .skip_invalid = (way & WAY_SKIP_INVALID) != 0,
                    .map = map,
                    .check = nsc_story_check_record,
                });
  return 0;
}
