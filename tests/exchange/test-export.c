/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-fixture.h"

#include "nsc-error.h"
#include "nsc-export.h"
#include "nsc-rules.h"

#include <stdio.h>
#include <string.h>

static void
test_columns (ProjectFixture *project, gconstpointer unused)
{
  g_autofree char *empty = project_fixture_export (project, "signatories");
  g_autofree char *countries = project_fixture_export (project, "countries");
  g_autofree char *sectors = NULL;

  g_assert_cmpstr (empty, ==, "id,initiative,actor,role,joined,left,source,confidence\n");
  g_assert_cmpstr (countries, ==, "code,name_en,name_zh,region,subregion,un_group,source,confidence\n");
  project_fixture_expect (project, "sectors", "name_zh,name_en,id\n电信,Telecom,z\n\"\",\"a \"\"b\"\", c\",b\n", NULL,
                          "2 0 0 0\n");
  sectors = project_fixture_export (project, "sectors");
  g_assert_cmpstr (sectors, ==,
                   "id,name_en,name_zh,colour,source,confidence\nz,Telecom,电信,,,unstated\n"
                   "b,\"a \"\"b\"\", c\",,,,unstated\n");
}

static void
test_path (ProjectFixture *project, gconstpointer unused)
{
  g_autoptr (NscReader) reader = nsc_store_take_reader (project->store, NULL);
  g_autofree char *path = g_build_filename (project->folder, "out.CSV", NULL);
  g_autofree char *wrong = g_build_filename (project->folder, "out.doc", NULL);
  g_autofree char *expected = project_fixture_export (project, "sectors");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (nsc_export_to_path (reader, nsc_table_find ("sectors"), path, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);

  g_assert_false (nsc_export_to_path (reader, nsc_table_find ("sectors"), wrong, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_USAGE);
  g_assert_false (g_file_test (wrong, G_FILE_TEST_EXISTS));
}

/* ---- random projects ---- */

typedef struct
{
  GHashTable *counts; /* table name to how many rows it got */
} Dice;

static int
roll (int n)
{
  return g_test_rand_int_range (0, n);
}

static char *
random_text (gboolean needed)
{
  static const char *const parts[] = { "国际", "规范", "a",   "Zürich", "\"", ",",  ";", "\t",
                                       "\n",   "=1+1", "'x'", "　",     " ",  "🙂", "é", "\r\n" };
  GString *text = g_string_new (needed ? "文" : "");

  for (int i = roll (7); i > 0; i--)
    g_string_append (text, parts[roll (G_N_ELEMENTS (parts))]);
  return g_string_free (text, FALSE);
}

static char *
random_date (int from, int to)
{
  int year = g_test_rand_int_range (from, to), month = roll (12) + 1, day = roll (28) + 1;

  switch (roll (4))
    {
    case 0:
      return g_strdup ("");
    case 1:
      return g_strdup_printf ("%04d", year);
    case 2:
      return g_strdup_printf ("%04d-%02d", year, month);
    default:
      return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
    }
}

static char *
random_id (const char *table, int n)
{
  return g_strdup_printf ("%s 号%d", table, n);
}

static char *
random_value (Dice *dice, const NscTable *table, const NscColumn *column, int n)
{
  int n_targets;

  switch (column->kind)
    {
    case NSC_COLUMN_ID:
      /* Rows of a table with a natural key may come without. */
      return table->natural_key && roll (2) == 0 ? g_strdup ("") : random_id (table->name, n);
    case NSC_COLUMN_REFERENCE:
      n_targets = GPOINTER_TO_INT (g_hash_table_lookup (dice->counts, column->target));
      if (g_str_equal (column->target, table->name))
        n_targets = n; /* no circles: only rows with a lower number, which may stand anywhere */
      if (n_targets == 0 || ((column->flags & NSC_COLUMN_REQUIRED) == 0 && roll (3) == 0))
        return g_strdup ("");
      return random_id (column->target, roll (n_targets));
    case NSC_COLUMN_DATE:
      return (column->flags & NSC_COLUMN_ENDS) != 0 ? random_date (2015, 2025) : random_date (1990, 2015);
    case NSC_COLUMN_CHOICE:
      return g_strdup (roll (3) == 0 ? "" : column->choices[roll ((int) g_strv_length ((char **) column->choices))]);
    case NSC_COLUMN_INTEGER:
      return g_strdup_printf ("%d", roll (1000));
    case NSC_COLUMN_COLOUR:
      return roll (2) == 0 ? g_strdup ("") : g_strdup_printf ("#%06X", (guint) roll (0x1000000));
    case NSC_COLUMN_TEXT:
    default:
      /* Text by chance is hardly ever options with values. */
      if ((column->flags & NSC_COLUMN_OPTIONS) != 0)
        return g_strdup (roll (2) == 0 ? "" : "by=kind exclude-country=US");
      return random_text ((column->flags & NSC_COLUMN_REQUIRED) != 0);
    }
}

static void
append_field (GString *text, const char *field, char mark)
{
  g_autoptr (GString) quoted = g_string_new (field);

  g_string_replace (quoted, "\"", "\"\"", 0);
  g_string_append_printf (text, "\"%s\"%c", quoted->str, mark);
}

/* A file of N rows in random order, of which some may be refused. */
static char *
random_file (Dice *dice, const NscTable *table, int n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree int *order = g_new (int, n);

  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (text, "%s%c", table->columns[i].name, i + 1 < table->n_columns ? ';' : '\n');
  for (int i = 0; i < n; i++)
    {
      int other = roll (i + 1);

      order[i] = order[other];
      order[other] = i;
    }
  for (int i = 0; i < n; i++)
    for (guint c = 0; c < table->n_columns; c++)
      {
        const NscColumn *column = &table->columns[c];
        g_autofree char *value = random_value (dice, table, column, order[i]);

        if (*value == '\0' && (column->flags & NSC_COLUMN_REQUIRED) != 0 && column->kind == NSC_COLUMN_DATE)
          g_set_str (&value, "2020");
        append_field (text, value, c + 1 < table->n_columns ? ';' : '\n');
      }
  g_hash_table_insert (dice->counts, (gpointer) table->name, GINT_TO_POINTER (n));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Everything that FROM exports, imported into TO, is exported as the same bytes; importing it again is all same. */
static void
check_copy (ProjectFixture *from, ProjectFixture *to)
{
  const NscTable *const *tables = nsc_table_list ();

  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autofree char *text = project_fixture_export (from, tables[i]->name);
      g_autofree char *said = project_fixture_import (to, tables[i]->name, text, NULL);
      g_autofree char *again = project_fixture_import (to, tables[i]->name, text, NULL);
      g_autofree char *copy = project_fixture_export (to, tables[i]->name);
      guint n_added, n_same;

      g_assert_cmpint (sscanf (said, "%u 0 0 0\n", &n_added), ==, 1);
      g_assert_cmpint (sscanf (again, "0 %u 0 0\n", &n_same), ==, 1);
      g_assert_cmpuint (n_same, ==, n_added);
      g_assert_cmpstr (copy, ==, text);
    }
}

static void
test_round_trip (ProjectFixture *project, gconstpointer unused)
{
  const NscTable *const *tables = nsc_table_list ();
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  Dice dice = { counts };
  ProjectFixture copy;

  for (guint i = 0; tables[i] != NULL; i++)
    {
      /* Enough rows for some that do not contradict themselves. */
      g_autofree char *text =
          random_file (&dice, tables[i], g_test_rand_int_range (tables[i]->natural_key ? 25 : 5, 60));
      g_autofree char *said =
          project_fixture_import (project, tables[i]->name, text, &(NscImportOptions) { .skip_invalid = TRUE });
      guint n_added, n_same, n_changed, n_refused;

      g_assert_cmpint (sscanf (said, "%u %u %u %u", &n_added, &n_same, &n_changed, &n_refused), ==, 4);
      g_assert_cmpuint (n_added, >, 0);
      /* Only what can contradict itself is refused. */
      if (!tables[i]->natural_key)
        g_assert_cmpuint (n_refused, ==, 0);
    }
  project_fixture_set_up (&copy, NULL);
  check_copy (project, &copy);
  project_fixture_tear_down (&copy, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/exchange/export/columns", ProjectFixture, NULL, project_fixture_set_up, test_columns,
              project_fixture_tear_down);
  g_test_add ("/exchange/export/path", ProjectFixture, NULL, project_fixture_set_up, test_path,
              project_fixture_tear_down);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("/exchange/export/round-trip/%u", i);

      g_test_add (name, ProjectFixture, NULL, project_fixture_set_up, test_round_trip, project_fixture_tear_down);
    }
  return g_test_run ();
}
