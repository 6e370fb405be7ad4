/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-import.h"

#include "nsc-error.h"
#include "nsc-import-columns.h"
#include "nsc-import-rows.h"
#include "nsc-import-tree.h"
#include "nsc-rules.h"
#include "nsc-safe-file.h"
#include "nsc-table-file.h"
#include "nsc-text.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define ROWS_PER_LOOK 1024

/* An import inside a step. */
typedef struct
{
  const NscTable *table;
  NscCsvReader *reader;
  const NscImportOptions *options;
  NscImportResult *result;
  NscImportColumns *columns;
  NscImportRows *rows;
  NscImportTree *tree; /* NULL for a table that does not refer to itself */
  NscRecord *record;   /* used for each row */
  guint64 told;

  NscImportProgressFunc progress;
  gpointer progress_data;
  guint64 size; /* of the file, 0 where it is not known */
} Import;

/* An import as a step. */
typedef struct
{
  const NscTable *table;
  const char *path;
  NscImportOptions options;
  NscImportProgressFunc progress;
  gpointer progress_data;
  NscImportResult *result;
} Run;

static const NscImportOptions defaults = { .date_style = NSC_DATE_STYLE_ISO };

/* Ends a dry run, so that the store takes everything back. */
#define DRY_RUN_ERROR (g_quark_from_static_string ("nsc-import-dry-run"))

/* ---- rows ---- */

static gboolean
is_blank (const Import *self)
{
  for (guint i = 0; i < nsc_csv_reader_get_n_columns (self->reader); i++)
    if (!nsc_text_is_blank (nsc_csv_reader_get_field (self->reader, i)))
      return FALSE;
  return TRUE;
}

/* Takes the reader's row. FALSE only for errors that end the step. */
static gboolean
take_row (Import *self, GError **error)
{
  guint64 row = nsc_csv_reader_get_row (self->reader);
  g_autoptr (GError) refused = NULL;
  NscImportOutcome outcome;
  guint column = 0;

  /* Spreadsheets write rows that were emptied as delimiters alone. */
  if (is_blank (self))
    return TRUE;
  nsc_record_set_row (self->record, 0);
  for (guint i = 0; i < self->table->n_columns; i++)
    nsc_record_set (self->record, i, nsc_import_columns_get_field (self->columns, i));
  if (!nsc_rules_check (self->record, self->options->date_style, &column, &refused))
    {
      nsc_import_rows_refuse (self->rows, row, column, g_strdup (refused->message));
      return TRUE;
    }
  outcome = nsc_import_rows_check_references (
      self->rows, self->record, row, self->tree != NULL ? nsc_import_tree_find_column (self->table) : -1, error);
  if (outcome != NSC_IMPORT_ADDED)
    return outcome != NSC_IMPORT_FAILED;
  if (self->tree != NULL)
    return nsc_import_tree_hold (self->tree, self->record, row, error);
  outcome = nsc_import_rows_take (self->rows, self->record, self->told, row, error);
  self->result->n_added += outcome == NSC_IMPORT_ADDED;
  self->result->n_same += outcome == NSC_IMPORT_SAME;
  self->result->n_changed += outcome == NSC_IMPORT_CHANGED;
  return outcome != NSC_IMPORT_FAILED;
}

static gboolean
look_up (Import *self, guint64 n_rows, GCancellable *cancellable, GError **error)
{
  if (n_rows % ROWS_PER_LOOK != 0)
    return TRUE;
  if (self->progress != NULL && self->size > 0)
    self->progress (MIN (1.0, (double) nsc_csv_reader_get_position (self->reader) / (double) self->size),
                    self->progress_data);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* Tells of the row that the reader could not read. */
static void
refuse_unread (Import *self, const GError *failed)
{
  g_autofree char *place = nsc_csv_reader_dup_place (self->reader);

  nsc_import_result_take_refusal (self->result, nsc_csv_reader_get_row (self->reader), place,
                                  g_strdup (failed->message));
}

/* Trouble of the stream itself, in words that name the file. */
static gboolean
fail_reading (Import *self, GError *taken, GError **error)
{
  g_autoptr (GError) failed = taken;

  if (g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&failed));
  else
    g_set_error (error, NSC_ERROR, NSC_ERROR_INPUT, _ ("%1$s: cannot be read (%2$s); choose another file"),
                 self->result->file, failed->message);
  return FALSE;
}

/* Refuses the file for a reason that the result tells. */
static gboolean
refuse_file (Import *self, const char *sentence, GError **error)
{
  g_set_error (error, NSC_ERROR, NSC_ERROR_INPUT, sentence, self->result->file);
  return FALSE;
}

static gboolean
take_rows (Import *self, GCancellable *cancellable, GError **error)
{
  for (guint64 n_rows = 1;; n_rows++)
    {
      g_autoptr (GError) failed = NULL;

      switch (nsc_csv_reader_next (self->reader, cancellable, &failed))
        {
        case NSC_CSV_END:
          return TRUE;
        case NSC_CSV_BAD_ROW:
          refuse_unread (self, failed);
          break;
        case NSC_CSV_ROW:
          if (!take_row (self, error))
            return FALSE;
          break;
        case NSC_CSV_FAILED:
        default:
          if (failed->domain != NSC_ERROR)
            return fail_reading (self, g_steal_pointer (&failed), error);
          refuse_unread (self, failed);
          return refuse_file (
              self, _ ("%s: nothing was imported, since the file cannot be read to its end; correct the row told of"),
              error);
        }
      if (!look_up (self, n_rows, cancellable, error))
        return FALSE;
    }
}

/* ---- the file ---- */

static gboolean
begin (Import *self, NscWriter *writer, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failed = NULL;

  if (!nsc_csv_reader_read_header (self->reader, cancellable, &failed))
    {
      if (failed->domain != NSC_ERROR)
        return fail_reading (self, g_steal_pointer (&failed), error);
      refuse_unread (self, failed);
      return refuse_file (self, _ ("%s: nothing was imported, since the file cannot be read; correct it"), error);
    }
  self->columns = nsc_import_columns_new (self->table, self->reader, self->options->map, self->result);
  if (self->columns == NULL)
    return refuse_file (self, _ ("%s: nothing was imported; correct the names of the columns"), error);
  self->told = nsc_import_columns_get_told (self->columns);
  self->rows = nsc_import_rows_new (writer, self->table, self->columns, self->options->check, self->result);
  self->record = nsc_record_new (self->table);
  if (nsc_import_tree_find_column (self->table) >= 0)
    self->tree = nsc_import_tree_new (writer, self->table, self->rows, self->told, self->result);
  return TRUE;
}

static gboolean
end (Import *self, GError **error)
{
  guint n = (guint) MIN (self->result->n_refused, G_MAXUINT);

  nsc_import_result_sort (self->result);
  if (n == 0 || self->options->skip_invalid)
    return TRUE;
  g_set_error (
      error, NSC_ERROR, NSC_ERROR_INPUT,
      ngettext ("%1$s: nothing was imported, since %2$u row was refused; correct it, or leave refused rows out",
                "%1$s: nothing was imported, since %2$u rows were refused; correct them, or leave refused rows "
                "out",
                n),
      self->result->file, n);
  return FALSE;
}

static gboolean
import (Import *self, NscWriter *writer, GCancellable *cancellable, GError **error)
{
  gboolean done = begin (self, writer, cancellable, error) && take_rows (self, cancellable, error) &&
                  (self->tree == NULL || nsc_import_tree_take (self->tree, cancellable, error)) && end (self, error);

  g_clear_pointer (&self->tree, nsc_import_tree_free);
  g_clear_pointer (&self->rows, nsc_import_rows_free);
  g_clear_pointer (&self->columns, nsc_import_columns_free);
  g_clear_pointer (&self->record, nsc_record_free);
  return done;
}

gboolean
nsc_import_into (NscWriter *writer,
                 const NscTable *table,
                 NscCsvReader *reader,
                 const NscImportOptions *options,
                 NscImportResult *result,
                 GCancellable *cancellable,
                 GError **error)
{
  Import self = {
    .table = table,
    .reader = reader,
    .options = options != NULL ? options : &defaults,
    .result = result,
  };

  g_return_val_if_fail (writer != NULL && table != NULL && reader != NULL && result != NULL, FALSE);

  return import (&self, writer, cancellable, error);
}

/* ---- the step ---- */

static guint64
size_of (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? (guint64) g_file_info_get_size (info) : 0;
}

static gboolean
run_step_cb (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  Run *run = data;
  g_autoptr (NscCsvReader) reader = nsc_table_file_open (run->path, cancellable, error);
  Import self = {
    .table = run->table,
    .reader = reader,
    .options = &run->options,
    .result = run->result,
    .progress = run->progress,
    .progress_data = run->progress_data,
    .size = size_of (run->path),
  };

  if (reader == NULL)
    return FALSE;
  nsc_writer_begin_batch (writer);
  if (!import (&self, writer, cancellable, error))
    return FALSE;
  step->n_added = run->result->n_added;
  step->n_changed = run->result->n_changed;
  if (!run->options.dry_run)
    return TRUE;
  g_set_error_literal (error, DRY_RUN_ERROR, 0, "");
  return FALSE;
}

/* Takes a dry run's copy of a project away, with what SQLite keeps beside it. */
static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static gboolean
run_step (NscStore *store, Run *run, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_filename_display_basename (run->path);
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_IMPORT, run->table->name, name);
  g_autoptr (GError) failed = NULL;

  if (nsc_store_run_step (store, step, run_step_cb, run, cancellable, &failed))
    return TRUE;
  if (failed->domain == DRY_RUN_ERROR)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/* A project that must not be written is tried out on a copy. */
static gboolean
run_on_copy (NscStore *store, Run *run, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autofree char *folder = g_dir_make_tmp ("normscape-XXXXXX", &failed);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "copy.normscape", NULL) : NULL;
  g_autoptr (NscStore) copy = NULL;
  gboolean done = FALSE;

  if (folder == NULL)
    return nsc_safe_file_explain (g_get_tmp_dir (), g_steal_pointer (&failed), error);
  if (nsc_store_copy_to (store, path, error))
    copy = nsc_store_open (path, NSC_STORE_WRITE, cancellable, error);
  if (copy != NULL)
    {
      done = run_step (copy, run, cancellable, error);
      nsc_store_close (copy, NULL);
    }
  remove_folder (folder);
  return done;
}

gboolean
nsc_import_run (NscStore *store,
                const NscTable *table,
                const char *path,
                const NscImportOptions *options,
                NscImportProgressFunc progress,
                gpointer progress_data,
                NscImportResult **result,
                GCancellable *cancellable,
                GError **error)
{
  Run run = {
    .table = table,
    .path = path,
    .options = options != NULL ? *options : defaults,
    .progress = progress,
    .progress_data = progress_data,
  };
  g_autofree char *shown = NULL;

  g_return_val_if_fail (NSC_IS_STORE (store) && table != NULL && path != NULL && result != NULL, FALSE);

  shown = g_filename_display_name (path);
  run.result = *result = nsc_import_result_new (shown);
  if (run.options.dry_run && nsc_store_get_read_only_reason (store) != NULL)
    return run_on_copy (store, &run, cancellable, error);
  return run_step (store, &run, cancellable, error);
}

GHashTable *
nsc_import_parse_map (const char *text, GError **error)
{
  g_autoptr (GHashTable) map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) pairs = g_strsplit (text, ",", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      const char *sign = strrchr (pairs[i], '=');
      g_autofree char *column = sign != NULL ? g_strndup (pairs[i], (gsize) (sign - pairs[i])) : NULL;

      if (column == NULL || *g_strstrip (column) == '\0')
        {
          g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE,
                       _ ("“%s” does not map a column; write COLUMN=FIELD, with commas between several"), pairs[i]);
          return NULL;
        }
      if (!g_hash_table_insert (map, g_steal_pointer (&column), g_strstrip (g_strdup (sign + 1))))
        {
          g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE, _ ("“%s” maps a column a second time; leave one out"),
                       pairs[i]);
          return NULL;
        }
    }
  return g_steal_pointer (&map);
}
