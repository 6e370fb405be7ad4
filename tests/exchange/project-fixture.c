/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-fixture.h"

#include "nsc-error.h"
#include "nsc-export.h"

#include "test-folder.h"
#include <string.h>

void
project_fixture_set_up (ProjectFixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  self->folder = test_folder_new ();
  self->path = g_build_filename (self->folder, "project.normscape", NULL);
  self->store = nsc_store_create (self->path, "A project", &error);
  g_assert_no_error (error);
}

void
project_fixture_tear_down (ProjectFixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (nsc_store_close (self->store, &error));
  g_assert_no_error (error);
  g_object_unref (self->store);
  test_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

char *
project_fixture_write (ProjectFixture *self, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (self->folder, name, NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
append_lines (GString *said, const char *mark, char **lines, const char *path)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_true (g_str_has_prefix (lines[i], path));
      g_string_append_printf (said, "%s%s\n", mark, lines[i] + strlen (path) + 1);
    }
}

char *
project_fixture_import (ProjectFixture *self, const char *table, const char *text, const NscImportOptions *options)
{
  g_autofree char *path = project_fixture_write (self, "x.csv", text);
  g_autoptr (NscImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) refusals = NULL;
  g_auto (GStrv) notes = NULL;
  GString *said = g_string_new (NULL);
  gboolean taken;

  taken = nsc_import_run (self->store, nsc_table_find (table), path, options, NULL, NULL, &result, NULL, &error);
  if (!taken)
    {
      g_assert_error (error, NSC_ERROR, NSC_ERROR_INPUT);
      g_assert_true (g_str_has_prefix (error->message, path));
      g_assert_cmpuint (result->n_refused, >, 0);
    }
  g_string_append_printf (said, "%s%u %u %u %u\n", taken ? "" : "refused: ", (guint) result->n_added,
                          (guint) result->n_same, (guint) result->n_changed, (guint) result->n_refused);
  refusals = nsc_import_result_dup_refusals (result);
  notes = nsc_import_result_dup_notes (result);
  append_lines (said, "", refusals, path);
  append_lines (said, "~", notes, path);
  return g_string_free (said, FALSE);
}

void
project_fixture_expect (
    ProjectFixture *self, const char *table, const char *text, const NscImportOptions *options, const char *expected)
{
  g_autofree char *said = project_fixture_import (self, table, text, options);

  g_assert_cmpstr (said, ==, expected);
}

char *
project_fixture_export (ProjectFixture *self, const char *table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscReader) reader = nsc_store_take_reader (self->store, &error);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  g_assert_no_error (error);
  nsc_export_to_stream (reader, nsc_table_find (table), stream, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

char *
project_fixture_export_all (ProjectFixture *self)
{
  const NscTable *const *tables = nsc_table_list ();
  GString *all = g_string_new (NULL);

  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autofree char *text = project_fixture_export (self, tables[i]->name);

      g_string_append (all, text);
    }
  return g_string_free (all, FALSE);
}

typedef struct
{
  char **columns;
  GString *lines;
} Lines;

static gboolean
record_cb (const NscRecord *record, gpointer data, GError **error)
{
  Lines *lines = data;

  for (guint i = 0; lines->columns[i] != NULL; i++)
    g_string_append_printf (lines->lines, "%s%s", i > 0 ? "|" : "", nsc_record_get_by_name (record, lines->columns[i]));
  g_string_append_c (lines->lines, '\n');
  return TRUE;
}

void
project_fixture_expect_rows (ProjectFixture *self, const char *table, const char *columns, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscReader) reader = nsc_store_take_reader (self->store, &error);
  g_auto (GStrv) names = g_strsplit (columns, ",", -1);
  g_autoptr (GString) text = g_string_new (NULL);
  Lines lines = { names, text };

  g_assert_no_error (error);
  nsc_reader_scan_records (reader, nsc_table_find (table), record_cb, &lines, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, expected);
}
