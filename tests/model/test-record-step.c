/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-error.h"
#include "nsc-record-step.h"

#include "test-folder.h"

typedef struct
{
  char *folder;
  char *path;
  NscStore *store;
} Fixture;

/* VALUES as "column=value", NULL-terminated. */
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

static NscStep *
save (Fixture *fixture, const char *table, const char *const *values, gint64 *row, GError **error)
{
  g_autoptr (NscRecord) record = make_record (table, values);

  return nsc_record_step_save (fixture->store, record, row, NULL, error);
}

static gint64
add (Fixture *fixture, const char *table, const char *const *values)
{
  g_autoptr (GError) error = NULL;
  gint64 row = 0;
  g_autoptr (NscStep) step = save (fixture, table, values, &row, &error);

  g_assert_no_error (error);
  g_assert_cmpint (step->kind, ==, NSC_STEP_ADD);
  g_assert_cmpint (step->id, >, 0);
  return row;
}

static NscRecord *
read_back (Fixture *fixture, const char *table, gint64 row)
{
  g_autoptr (NscReader) reader = nsc_store_take_reader (fixture->store, NULL);

  return nsc_reader_get_record (reader, nsc_table_find (table), row, NULL);
}

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "test.normscape", NULL);
  fixture->store = nsc_store_create (fixture->path, "Test", &error);
  g_assert_no_error (error);
  add (fixture, "actors", (const char *[]) { "id=acme", "name_en=Acme", NULL });
  add (fixture, "initiatives", (const char *[]) { "id=pact", "name_en=The Pact", NULL });
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_true (nsc_store_close (fixture->store, NULL));
  g_object_unref (fixture->store);
  test_folder_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  gint64 row = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStep) step =
      save (fixture, "signatories", (const char *[]) { "actor=acme", "initiative=pact", NULL }, &row, &error);
  g_autoptr (NscRecord) record = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (step->subject, ==, "The Pact, Acme");
  record = read_back (fixture, "signatories", row);
  g_assert_cmpstr (nsc_record_get_id (record), ==, "signatories-1");
  g_assert_cmpstr (nsc_record_get_by_name (record, "confidence"), ==, "unstated");
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NscRecord) record = read_back (fixture, "actors", 1);
  g_autoptr (NscRecord) after = NULL;
  g_autoptr (NscStep) step = NULL;
  g_autoptr (NscStep) again = NULL;
  g_autoptr (GError) error = NULL;

  nsc_record_set_by_name (record, "name_en", "Acme Ltd");
  nsc_record_set_by_name (record, "id", "");
  step = nsc_record_step_save (fixture->store, record, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (step->kind, ==, NSC_STEP_EDIT);
  g_assert_cmpstr (step->subject, ==, "Acme Ltd");
  after = read_back (fixture, "actors", 1);
  g_assert_cmpstr (nsc_record_get_id (after), ==, "acme");

  /* Saving what is there already is no step. */
  again = nsc_record_step_save (fixture->store, after, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (again->id, ==, 0);
}

static void
check_refused (Fixture *fixture, const char *table, const char *const *values, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStep) step = save (fixture, table, values, NULL, &error);

  g_assert_null (step);
  g_assert_error (error, NSC_ERROR, code);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  add (fixture, "signatories", (const char *[]) { "actor=acme", "initiative=pact", "joined=2018", "left=2019", NULL });
  add (fixture, "signatories", (const char *[]) { "actor=acme", "initiative=pact", "joined=2021", NULL });
  check_refused (fixture, "actors", (const char *[]) { "id=x", NULL }, NSC_ERROR_INPUT);
  check_refused (fixture, "actors", (const char *[]) { "id=acme", "name_en=Other", NULL }, NSC_ERROR_CONFLICT);
  check_refused (fixture, "actors", (const char *[]) { "name_en=X", "country=ZZ", NULL }, NSC_ERROR_NOT_FOUND);
  check_refused (fixture, "signatories",
                 (const char *[]) { "actor=acme", "initiative=pact", "joined=2018-05", "left=2018-06", NULL },
                 NSC_ERROR_CONFLICT);
  check_refused (fixture, "signatories", (const char *[]) { "actor=acme", "initiative=pact", "joined=2022", NULL },
                 NSC_ERROR_CONFLICT);
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NscRecord) acme = read_back (fixture, "actors", 1);
  gint64 row = add (fixture, "signatories", (const char *[]) { "actor=acme", "initiative=pact", NULL });
  g_autoptr (NscRecord) membership = read_back (fixture, "signatories", row);
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStep) step = NULL, undone = NULL;
  g_autoptr (NscRecord) back = NULL;

  g_assert_null (nsc_record_step_delete (fixture->store, acme, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_CONFLICT);
  g_clear_error (&error);

  step = nsc_record_step_delete (fixture->store, membership, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (step->subject, ==, "The Pact, Acme");
  undone = nsc_store_undo (fixture->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (undone->id, ==, step->id);
  back = read_back (fixture, "signatories", row);
  g_assert_true (nsc_record_equal (back, membership));
}

static void
check_there (Fixture *fixture, const char *table, const gint64 *rows, guint n, gboolean there)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NscRecord) record = read_back (fixture, table, rows[i]);

      g_assert_true ((record != NULL) == there);
    }
}

/* Parents and their children go together, in whatever order they are named; or none goes. */
static void
test_delete_many (Fixture *fixture, gconstpointer data)
{
  const NscTable *issues = nsc_table_find ("issues");
  gint64 rows[3];
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStep) step = NULL, undone = NULL;

  rows[0] = add (fixture, "issues", (const char *[]) { "id=a", "label_en=A", NULL });
  rows[1] = add (fixture, "issues", (const char *[]) { "id=b", "label_en=B", "parent=a", NULL });
  rows[2] = add (fixture, "issues", (const char *[]) { "id=c", "label_en=C", "parent=b", NULL });
  g_assert_null (nsc_record_step_delete_many (fixture->store, issues, rows, 2, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_CONFLICT);
  g_clear_error (&error);
  check_there (fixture, "issues", rows, G_N_ELEMENTS (rows), TRUE);

  step =
      nsc_record_step_delete_many (fixture->store, issues, (gint64[]) { rows[0], rows[2], rows[1] }, 3, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (step->n_deleted, ==, 3);
  check_there (fixture, "issues", rows, G_N_ELEMENTS (rows), FALSE);
  undone = nsc_store_undo (fixture->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (undone->id, ==, step->id);
  check_there (fixture, "issues", rows, G_N_ELEMENTS (rows), TRUE);
}

static void
test_referrers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NscReader) reader = NULL;
  g_autoptr (GPtrArray) all = NULL, few = NULL;
  g_autoptr (GError) error = NULL;
  gint64 document;

  add (fixture, "signatories", (const char *[]) { "actor=acme", "initiative=pact", "joined=2018", "left=2019", NULL });
  add (fixture, "signatories", (const char *[]) { "actor=acme", "initiative=pact", "joined=2020", NULL });
  document = add (fixture, "documents", (const char *[]) { "title_en=T", "publisher=acme", NULL });
  reader = nsc_store_take_reader (fixture->store, &error);
  all = nsc_reader_list_referrers (reader, nsc_table_find ("actors"), 1, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, nsc_reader_count_references (reader, nsc_table_find ("actors"), 1, NULL));
  g_assert_cmpstr (nsc_record_get_by_name (g_ptr_array_index (all, 1), "joined"), ==, "2020");
  g_assert_cmpint (nsc_record_get_row (g_ptr_array_index (all, 2)), ==, document);
  few = nsc_reader_list_referrers (reader, nsc_table_find ("actors"), 1, 1, &error);
  g_assert_cmpuint (few->len, ==, 2);
}

#define ADD(name, func) g_test_add ("/model/record-step/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("add", test_add);
  ADD ("edit", test_edit);
  ADD ("refused", test_refused);
  ADD ("delete", test_delete);
  ADD ("delete-many", test_delete_many);
  ADD ("referrers", test_referrers);
  return g_test_run ();
}
