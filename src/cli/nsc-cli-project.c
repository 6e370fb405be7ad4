/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-cli.h"

#include "nsc-distribution-report.h"
#include "nsc-error.h"
#include "nsc-new-project.h"
#include "nsc-reported-totals.h"
#include "nsc-step-words.h"
#include "nsc-text.h"

#include <stdio.h>

/* Verbs about a project as a whole: create, undo, redo, history, check, list. */

static const NscOptionGroup no_options[] = { { NULL, NULL } };

static int
run_create (char **arguments)
{
  g_autofree char *example = NULL, *title = NULL;
  g_autofree char *examples = g_strjoinv ("|", (char **) nsc_new_project_list_examples ());
  const GOptionEntry entries[] = {
    { "example", 0, 0, G_OPTION_ARG_FILENAME, &example, "Fill it with this example (default: none)", examples },
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &title,
      "The project's title (default: the example's, or the file's name without its ending)", "TEXT" },
    { NULL },
  };
  const NscOptionGroup groups[] = { { "Options", entries }, { NULL, NULL } };
  g_auto (GStrv) words = NULL;
  GError *error = NULL;
  int status;

  words = nsc_cli_read (&nsc_verb_create, arguments, groups, NULL, 1, 1, &status);
  if (words == NULL)
    return status;
  return nsc_new_project_make (words[0], title, example, NULL, &error) ? NSC_EXIT_DONE : nsc_cli_fail (error);
}

typedef NscStep *(*StepFunc) (NscStore *store, GCancellable *cancellable, GError **error);

static int
run_step_back_or_forth (const NscVerb *verb, char **arguments, StepFunc func, const char *done)
{
  g_autoptr (NscStore) store = NULL;
  g_autoptr (NscStep) step = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *step_words = NULL;
  GError *error = NULL;
  int status;

  words = nsc_cli_read (verb, arguments, no_options, NULL, 1, 1, &status);
  if (words == NULL)
    return status;
  store = nsc_cli_open (words[0], NSC_STORE_WRITE, &status);
  if (store == NULL)
    return status;
  step = func (store, NULL, &error);
  if (g_error_matches (error, NSC_ERROR, NSC_ERROR_NOTHING_TO_UNDO))
    {
      g_clear_error (&error);
      fprintf (stderr, "%s: there is no step to %s; “history” tells the steps\n", words[0], verb->name);
      return NSC_EXIT_REFUSED;
    }
  if (step == NULL)
    return nsc_cli_fail (error);
  status = nsc_cli_close (store);
  step_words = nsc_step_words (step);
  if (status == NSC_EXIT_DONE)
    printf ("%s: %s\n", done, step_words);
  return status;
}

static int
run_undo (char **arguments)
{
  return run_step_back_or_forth (&nsc_verb_undo, arguments, nsc_store_undo, "undone");
}

static int
run_redo (char **arguments)
{
  return run_step_back_or_forth (&nsc_verb_redo, arguments, nsc_store_redo, "redone");
}

static int
run_history (char **arguments)
{
  g_autoptr (NscStore) store = NULL;
  g_autoptr (NscReader) reader = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_auto (GStrv) words = NULL;
  GError *error = NULL;
  int status;

  words = nsc_cli_read (&nsc_verb_history, arguments, no_options, NULL, 1, 1, &status);
  if (words == NULL)
    return status;
  reader = nsc_cli_take_reader (words[0], &store, &status);
  if (reader == NULL)
    return status;
  steps = nsc_reader_list_steps (reader, &error);
  if (steps == NULL)
    return nsc_cli_fail (error);
  for (guint i = 0; i < steps->len; i++)
    {
      const NscStep *step = g_ptr_array_index (steps, i);
      g_autofree char *step_words = nsc_step_words (step);

      printf ("%" G_GINT64_FORMAT "\t%s\t%s\n", step->id, step->undone ? "undone" : "done", step_words);
    }
  return NSC_EXIT_DONE;
}

/* ---- check ---- */

static void
tell_trouble (const char *trouble, gpointer data)
{
  fprintf (stderr, "%s: %s\n", (const char *) data, trouble);
}

static gboolean
tell_coverage (const NscRecord *initiative, gpointer data, GError **error)
{
  NscReader *reader = data;
  const char *id = nsc_record_get_id (initiative);
  g_autoptr (GHashTable) totals = nsc_reported_totals_read (reader, id, 0, FALSE, NULL, error);
  const NscReportedTotal *whole;
  g_autoptr (GHashTable) options = NULL;
  g_autoptr (NscSheet) sheet = NULL;
  g_autofree char *as_of = NULL;

  if (totals == NULL)
    return FALSE;
  whole = g_hash_table_lookup (totals, "all");
  if (whole == NULL)
    return TRUE;
  options = nsc_options_new ();
  nsc_options_set (options, "initiative", id);
  nsc_options_set (options, "by", "kind");
  sheet = nsc_report_run_for_sheet (&nsc_distribution_report, reader, options, NULL, error);
  if (sheet == NULL)
    return FALSE;
  as_of = nsc_date_to_string (whole->as_of);
  printf ("coverage of %s: %s recorded, %" G_GINT64_FORMAT " reported (%s)\n", id,
          nsc_sheet_get_n_rows (sheet) > 0 ? nsc_sheet_get_value (sheet, 0, 5) : "0", whole->count, as_of);
  return TRUE;
}

static int
run_check (char **arguments)
{
  g_autoptr (NscStore) store = NULL;
  g_autoptr (NscReader) reader = NULL;
  g_auto (GStrv) words = NULL;
  GError *error = NULL;
  guint n_troubles = 0;
  int status;

  words = nsc_cli_read (&nsc_verb_check, arguments, no_options, NULL, 1, 1, &status);
  if (words == NULL)
    return status;
  store = nsc_cli_open (words[0], NSC_STORE_READ, &status);
  if (store == NULL)
    return status;
  if (!nsc_store_check (store, tell_trouble, words[0], &n_troubles, NULL, &error))
    return nsc_cli_fail (error);
  if (n_troubles > 0)
    {
      fprintf (stderr,
               n_troubles == 1 ? "%s: %u trouble found; go back to a copy of the project\n"
                               : "%s: %u troubles found; go back to a copy of the project\n",
               words[0], n_troubles);
      return NSC_EXIT_PROJECT;
    }
  reader = nsc_store_take_reader (store, &error);
  if (reader == NULL ||
      !nsc_reader_scan_records (reader, nsc_table_find ("initiatives"), tell_coverage, reader, NULL, &error))
    return nsc_cli_fail (error);
  printf ("%s: whole\n", words[0]);
  return NSC_EXIT_DONE;
}

/* ---- list ---- */

/* A record without a name is told by what its natural key says. */
static gboolean
list_record (const NscRecord *record, gpointer data, GError **error)
{
  const NscTable *table = nsc_record_get_table (record);
  const char *parting = "\t";

  printf ("%s", nsc_record_get_id (record));
  if (nsc_table_name_column (table) != NSC_TABLE_ID_COLUMN)
    {
      g_autofree char *name = nsc_text_to_line (nsc_record_get_name (record, "en"));

      printf ("\t%s", name);
    }
  else
    for (guint i = 0; i < table->n_columns; i++)
      if (table->columns[i].flags & NSC_COLUMN_KEY)
        {
          printf ("%s%s", parting, nsc_record_get (record, i));
          parting = ", ";
        }
  printf ("\n");
  return TRUE;
}

static gboolean
list_tables (NscReader *reader, GError **error)
{
  for (const NscTable *const *table = nsc_table_list (); *table != NULL; table++)
    {
      gint64 count = nsc_reader_count (reader, *table, error);

      if (count < 0)
        return FALSE;
      printf ("%s\t%" G_GINT64_FORMAT "\n", (*table)->name, count);
    }
  return TRUE;
}

static int
run_list (char **arguments)
{
  g_autoptr (NscStore) store = NULL;
  g_autoptr (NscReader) reader = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *tables = NULL;
  const NscTable *table = NULL;
  GError *error = NULL;
  int status;

  tables = nsc_cli_tell_tables ();
  words = nsc_cli_read (&nsc_verb_list, arguments, no_options, tables, 1, 2, &status);
  if (words == NULL)
    return status;
  if (words[1] != NULL)
    {
      table = nsc_cli_find_table (words[1], &error);
      if (table == NULL)
        return nsc_cli_fail (error);
    }
  reader = nsc_cli_take_reader (words[0], &store, &status);
  if (reader == NULL)
    return status;
  if (table != NULL ? !nsc_reader_scan_records (reader, table, list_record, NULL, NULL, &error)
                    : !list_tables (reader, &error))
    return nsc_cli_fail (error);
  return NSC_EXIT_DONE;
}

const NscVerb nsc_verb_create = {
  "create",
  "PROJECT [OPTION…]",
  "make a new project",
  "Makes the project file PROJECT, with the list of countries in it. A file that is there already is refused and stays "
  "as it is. Prints nothing.",
  run_create,
};

const NscVerb nsc_verb_undo = {
  "undo",
  "PROJECT",
  "take the newest step back",
  "Takes the newest step back, whichever window or command made it: an import, an edit, a deletion. Prints what was "
  "undone. “history” tells which step is the newest.",
  run_undo,
};

const NscVerb nsc_verb_redo = {
  "redo",
  "PROJECT",
  "make the newest undone step again",
  "Makes the step again that was undone last; a new step drops what was undone. Prints what was done again.",
  run_redo,
};

const NscVerb nsc_verb_history = {
  "history",
  "PROJECT",
  "tell the steps that can be undone and redone",
  "Prints a line for each step, the oldest first: its number, “done” or “undone”, and its name, parted by tabs.",
  run_history,
};

const NscVerb nsc_verb_check = {
  "check",
  "PROJECT",
  "look through the whole file, tell coverage",
  "Reads the whole project: its structure, its keys, and the sums that are kept of all cells. Prints, for each "
  "initiative with a reported membership, how many of its members are recorded, then “PROJECT: whole”. Damage is told "
  "on "
  "standard error, a line each, with exit status 3. Nothing is written.",
  run_check,
};

const NscVerb nsc_verb_list = {
  "list",
  "PROJECT [TABLE]",
  "tell the tables, or the ids and names in one",
  "Prints a line for each table with its number of rows, or for each row of TABLE with its id and its name, parted by "
  "a "
  "tab. A row without a name is told by what it is matched by.",
  run_list,
};
