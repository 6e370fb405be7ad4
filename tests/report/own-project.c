/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "own-project.h"

#include "test-folder.h"

void
own_project_open (OwnProject *self, NscStepFunc fill)
{
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_IMPORT, "", "test");
  g_autoptr (GError) error = NULL;

  self->folder = test_folder_new ();
  self->path = g_build_filename (self->folder, "test.normscape", NULL);
  self->store = nsc_store_create (self->path, "Test", &error);
  g_assert_no_error (error);
  nsc_store_run_step (self->store, step, fill, NULL, NULL, &error);
  g_assert_no_error (error);
  self->reader = nsc_store_take_reader (self->store, &error);
  g_assert_no_error (error);
}

void
own_project_close (OwnProject *self)
{
  nsc_reader_free (self->reader);
  g_assert_true (nsc_store_close (self->store, NULL));
  g_object_unref (self->store);
  test_folder_remove (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

gboolean
own_project_insert (NscWriter *writer, const char *table, const char *const *values, guint n, GError **error)
{
  g_autoptr (NscRecord) record = nsc_record_new (nsc_table_find (table));

  for (guint i = 0; i < n && values[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (values[i], "=", 2);

      nsc_record_set_by_name (record, pair[0], pair[1]);
    }
  return nsc_writer_insert (writer, record, error);
}

void
own_project_read_options (NscOptions *options, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (words[i], "=", 2);

      nsc_options_set (options, pair[0], pair[1]);
    }
}
