/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-cli.h"

#include "nsc-cli-output.h"

#include "nsc-error.h"
#include "nsc-export.h"
#include "nsc-import.h"
#include "nsc-story.h"

#include <gio/gunixoutputstream.h>
#include <stdio.h>
#include <unistd.h>

/* Verbs that move tables in and out: import and export. */

typedef struct
{
  char *date_style;
  char *map;
  gboolean dry_run;
  gboolean skip_invalid;
} ImportWords;

static void
import_words_clear (ImportWords *self)
{
  g_free (self->date_style);
  g_free (self->map);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImportWords, import_words_clear)

static gboolean
read_import_options (const ImportWords *words, NscImportOptions *options, GError **error)
{
  static const char *const styles[] = { "iso", "dmy", "mdy" };

  *options = (NscImportOptions) {
    .dry_run = words->dry_run,
    .skip_invalid = words->skip_invalid,
    .check = nsc_story_check_record,
  };
  if (words->date_style != NULL)
    {
      guint style = 0;

      while (style < G_N_ELEMENTS (styles) && !g_str_equal (styles[style], words->date_style))
        style++;
      if (style == G_N_ELEMENTS (styles))
        {
          g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE, "--date-style=%s: use iso, dmy or mdy", words->date_style);
          return FALSE;
        }
      options->date_style = (NscDateStyle) style;
    }
  if (words->map != NULL)
    {
      options->map = nsc_import_parse_map (words->map, error);
      return options->map != NULL;
    }
  return TRUE;
}

static void
tell_lines (char **lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    fprintf (stderr, "%s\n", lines[i]);
}

/* What was refused and what is good to know of the file go to standard error, a line each. */
static void
tell_messages (const NscImportResult *result)
{
  g_auto (GStrv) refusals = nsc_import_result_dup_refusals (result);
  g_auto (GStrv) notes = nsc_import_result_dup_notes (result);

  tell_lines (refusals);
  tell_lines (notes);
}

static int
import_file (NscStore *store, const NscTable *table, const char *path, const NscImportOptions *options)
{
  g_autoptr (NscImportResult) result = NULL;
  GError *error = NULL;
  int status;

  if (!nsc_import_run (store, table, path, options, NULL, NULL, &result, NULL, &error))
    {
      gboolean told = result != NULL && result->refusals->len > 0;

      if (result != NULL)
        tell_messages (result);
      if (!told)
        return nsc_cli_fail (error);
      g_error_free (error);
      return NSC_EXIT_REFUSED;
    }
  tell_messages (result);
  status = nsc_cli_close (store);
  if (status != NSC_EXIT_DONE)
    return status;
  printf ("%" G_GUINT64_FORMAT " added, %" G_GUINT64_FORMAT " the same, %" G_GUINT64_FORMAT
          " changed, %" G_GUINT64_FORMAT " skipped\n",
          result->n_added, result->n_same, result->n_changed, result->n_refused);
  return NSC_EXIT_DONE;
}

static int
run_import (char **arguments)
{
  g_auto (ImportWords) words = { 0 };
  const GOptionEntry entries[] = {
    { "date-style", 0, 0, G_OPTION_ARG_FILENAME, &words.date_style,
      "How the file writes its dates: 2018-04-17 (iso), 17.4.2018 (dmy) or 4/17/2018 (mdy) (default: iso)",
      "iso|dmy|mdy" },
    { "map", 0, 0, G_OPTION_ARG_FILENAME, &words.map,
      "Take the file's COLUMN as FIELD; a blank FIELD leaves it out (default: columns by their own names)",
      "COLUMN=FIELD,…" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &words.dry_run, "Tell what would come, write nothing", NULL },
    { "skip-invalid", 0, 0, G_OPTION_ARG_NONE, &words.skip_invalid,
      "Take all rows but those that are refused (default: refuse the file)", NULL },
    { NULL },
  };
  const NscOptionGroup groups[] = { { "Options", entries }, { NULL, NULL } };
  g_autofree char *tables = nsc_cli_tell_tables ();
  g_auto (GStrv) places = NULL;
  g_autoptr (NscStore) store = NULL;
  g_autoptr (GHashTable) map = NULL;
  NscImportOptions options;
  const NscTable *table;
  GError *error = NULL;
  int status;

  places = nsc_cli_read (&nsc_verb_import, arguments, groups, tables, 3, 3, &status);
  if (places == NULL)
    return status;
  if (!read_import_options (&words, &options, &error))
    return nsc_cli_fail (error);
  map = options.map;
  table = nsc_cli_find_table (places[1], &error);
  if (table == NULL)
    return nsc_cli_fail (error);
  store = nsc_cli_open (places[0], options.dry_run ? NSC_STORE_READ : NSC_STORE_WRITE, &status);
  if (store == NULL)
    return status;
  return import_file (store, table, places[2], &options);
}

static gboolean
export_table (NscReader *reader, const NscTable *table, const char *project, const char *path, GError **error)
{
  g_autoptr (GOutputStream) stream = NULL;

  if (path != NULL)
    return nsc_cli_output_check (project, path, error) && nsc_export_to_path (reader, table, path, NULL, error);
  stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  return nsc_export_to_stream (reader, table, stream, NULL, error);
}

static int
run_export (char **arguments)
{
  const NscOptionGroup no_options[] = { { NULL, NULL } };
  g_autofree char *tables = nsc_cli_tell_tables ();
  g_auto (GStrv) words = NULL;
  g_autoptr (NscStore) store = NULL;
  g_autoptr (NscReader) reader = NULL;
  const NscTable *table;
  GError *error = NULL;
  int status;

  words = nsc_cli_read (&nsc_verb_export, arguments, no_options, tables, 2, 3, &status);
  if (words == NULL)
    return status;
  table = nsc_cli_find_table (words[1], &error);
  if (table == NULL)
    return nsc_cli_fail (error);
  reader = nsc_cli_take_reader (words[0], &store, &status);
  if (reader == NULL)
    return status;
  if (!export_table (reader, table, words[0], words[2], &error))
    return nsc_cli_fail (error);
  return NSC_EXIT_DONE;
}

const NscVerb nsc_verb_import = {
  "import",
  "PROJECT TABLE FILE [OPTION…]",
  "read a CSV file into a table",
  "Reads the rows of FILE into TABLE as one step, which “undo” takes back: all of them, or none where one is refused.\n"
  "FILE is CSV in UTF-8 with a header row, parted by commas, semicolons or tabs, its columns in any order; a column "
  "that "
  "the table does not have is named and left out. A row that is there already changes nothing, one with a known key "
  "and "
  "other values is a change. Tables that others refer to come first: the order below will do.\n"
  "Prints how many rows were added, the same, changed and skipped. What was refused goes to standard error as "
  "“FILE:ROW:COLUMN: what is wrong, and what to do”, a line each.",
  run_import,
};

const NscVerb nsc_verb_export = {
  "export",
  "PROJECT TABLE [FILE]",
  "write a table as CSV",
  "Writes TABLE, ids included, as CSV in UTF-8 to FILE.csv, which is replaced, or to standard output. “import” reads "
  "it again. Text that a spreadsheet would take for a formula gets an apostrophe before it, which “import” takes away.",
  run_export,
};
