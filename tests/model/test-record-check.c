/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-check.h"

#include "nsc-record-step.h"
#include "nsc-table-naming.h"

#include "test-folder.h"

typedef struct
{
  char *folder;
  NscProject *project;
  GAsyncResult *result;
} Fixture;

static NscRecord *
make_record (const char *table, const char *const *values)
{
  NscRecord *record = nsc_record_new (nsc_table_find (table));

  for (; *values != NULL; values++)
    {
      g_auto (GStrv) pair = g_strsplit (*values, "=", 2);

      nsc_record_set_by_name (record, pair[0], pair[1]);
    }
  return record;
}

static void
add (NscStore *store, const char *table, const char *const *values)
{
  g_autoptr (NscRecord) record = make_record (table, values);
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStep) step = nsc_record_step_save (store, record, NULL, NULL, &error);

  g_assert_no_error (error);
}

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStore) store = NULL;
  g_autofree char *path = NULL;

  fixture->folder = test_folder_new ();
  path = g_build_filename (fixture->folder, "test.normscape", NULL);
  store = nsc_store_create (path, "", &error);
  g_assert_no_error (error);
  add (store, "actors", (const char *[]) { "id=acme", "name_en=Acme", NULL });
  add (store, "initiatives", (const char *[]) { "id=pact", "name_en=The Pact", NULL });
  add (store, "issues", (const char *[]) { "id=trust", "label_en=Trust", NULL });
  add (store, "signatories", (const char *[]) { "actor=acme", "initiative=pact", "joined=2018", "left=2019", NULL });
  add (store, "mentions", (const char *[]) { "issue=trust", "publisher=acme", "date=2017", NULL });
  fixture->project = nsc_project_new (store, &error);
  g_assert_no_error (error);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_true (nsc_project_close (fixture->project, NULL));
  g_object_unref (fixture->project);
  test_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Fixture *) data)->result = g_object_ref (result);
}

/* COLUMN is where the fault is told, NULL: none. */
static void
check (Fixture *fixture, const char *table, const char *const *values, const char *column)
{
  g_autoptr (NscRecord) record = make_record (table, values);
  g_autoptr (NscRecordFault) fault = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  nsc_record_check_start (fixture->project, record, NULL, ready_cb, fixture);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  result = g_steal_pointer (&fixture->result);
  fault = nsc_record_check_finish (result, &error);
  g_assert_no_error (error);
  if (column == NULL)
    {
      g_assert_null (fault);
      return;
    }
  g_assert_nonnull (fault);
  g_assert_cmpstr (nsc_table_find (table)->columns[fault->column].name, ==, column);
  g_assert_cmpstr (fault->message, !=, "");
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  check (fixture, "actors", (const char *[]) { "name_en=Acme", NULL }, NULL);
  check (fixture, "actors", (const char *[]) { "name_zh=某", NULL }, "name_en");
  check (fixture, "actors", (const char *[]) { "id=acme", "name_en=B", NULL }, "id");
  check (fixture, "actors", (const char *[]) { "name_en=B", "country=ZZ", NULL }, "country");
  check (fixture, "signatories", (const char *[]) { "actor=acme", "initiative=pact", "joined=2019-13", NULL },
         "joined");
  check (fixture, "signatories", (const char *[]) { "actor=acme", "initiative=pact", "joined=2020", "left=2019", NULL },
         "left");
  check (fixture, "signatories", (const char *[]) { "actor=acme", "initiative=pact", "joined=2020", NULL }, NULL);
  check (fixture, "signatories", (const char *[]) { "actor=acme", "initiative=pact", "joined=2018-05", NULL },
         "joined");
  check (fixture, "mentions", (const char *[]) { "issue=trust", "publisher=acme", "date=2017", NULL }, "date");
  check (fixture, "mentions", (const char *[]) { "issue=trust", "publisher=acme", "date=2018", NULL }, NULL);
}

static void
check_message (NscReader *reader, const char *const *values, const char *message)
{
  g_autoptr (NscRecord) record = make_record ("signatories", values);
  g_autoptr (GError) error = NULL;

  g_assert_false (nsc_record_check (reader, record, NULL, &error));
  g_assert_nonnull (g_strstr_len (error->message, -1, message));
}

/* The names of files for the command line; then, and for good, what people read in the window. */
static void
test_naming (Fixture *fixture, gconstpointer data)
{
  const char *const unknown[] = { "actor=nobody", "initiative=pact", "joined=2019", NULL };
  g_autoptr (GError) error = NULL;
  NscReader *reader = nsc_store_take_reader (nsc_project_get_store (fixture->project), &error);

  g_assert_no_error (error);
  check_message (reader, unknown, "in the table “actors”, which “actor” names");
  nsc_table_naming_use_titles ();
  check_message (reader, unknown, "in the table “Actors”, which “Actor” names");
  nsc_reader_free (reader);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/record-check/faults", Fixture, NULL, fixture_set_up, test_faults, fixture_tear_down);
  g_test_add ("/model/record-check/naming", Fixture, NULL, fixture_set_up, test_naming, fixture_tear_down);
  return g_test_run ();
}
