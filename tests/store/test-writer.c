/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-project.h"

#include "nsc-error.h"

typedef void (*WriteFunc) (NscWriter *writer);

static gboolean
write_cb (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  (*(WriteFunc *) data) (writer);
  return TRUE;
}

/* Runs FUNC on a writer of a project with a few records. */
static void
run (WriteFunc func)
{
  TestProject project;
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_EDIT, "", "");
  g_autoptr (GError) error = NULL;

  test_project_set_up (&project);
  test_project_add_some (&project);
  nsc_store_run_step (project.store, step, write_cb, &func, NULL, &error);
  g_assert_no_error (error);
  test_project_tear_down (&project);
}

static void
insert (NscWriter *writer, NscRecord *taken)
{
  g_autoptr (NscRecord) record = taken;
  g_autoptr (GError) error = NULL;

  nsc_writer_insert (writer, record, &error);
  g_assert_no_error (error);
}

static void
assert_insert_fails (NscWriter *writer, NscRecord *taken, NscError code, const char *word)
{
  g_autoptr (NscRecord) record = taken;
  g_autoptr (GError) error = NULL;

  g_assert_false (nsc_writer_insert (writer, record, &error));
  g_assert_error (error, NSC_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, word));
  g_assert_cmpint (nsc_record_get_row (record), ==, 0);
}

static void
write_refused (NscWriter *writer)
{
  assert_insert_fails (writer, test_record_new ("actors", "id", "acme", "name_en", "Acme again", NULL),
                       NSC_ERROR_CONFLICT, "acme");
  assert_insert_fails (writer, test_record_new ("actors", "id", "x", "name_en", "X", "country", "ZZ", NULL),
                       NSC_ERROR_NOT_FOUND, "ZZ");
  assert_insert_fails (writer, test_record_new ("actors", "id", "x", "name_en", "X", "kind", "planet", NULL),
                       NSC_ERROR_INPUT, "kind");
  assert_insert_fails (writer, test_record_new ("actors", "id", "x", "name_en", "X", "colour", "red", NULL),
                       NSC_ERROR_INPUT, "colour");
  assert_insert_fails (writer, test_record_new ("actors", "id", "x", "name_en", "X", "confidence", "sure", NULL),
                       NSC_ERROR_INPUT, "confidence");
  assert_insert_fails (writer, test_record_new ("actors", "id", "x", NULL), NSC_ERROR_INPUT, "name_en");
  assert_insert_fails (writer, test_record_new ("signatories", "actor", "acme", NULL), NSC_ERROR_INPUT, "initiative");
  assert_insert_fails (
      writer, test_record_new ("signatories", "initiative", "tech_accord", "actor", "acme", "joined", "17.4.18", NULL),
      NSC_ERROR_INPUT, "joined");
  assert_insert_fails (
      writer,
      test_record_new ("totals", "initiative", "tech_accord", "as_of", "2018", "category", "all", "count", "-1", NULL),
      NSC_ERROR_INPUT, "-1");
}

static void
test_refused (void)
{
  run (write_refused);
}

static void
write_twins (NscWriter *writer)
{
  insert (writer, test_record_new ("signatories", "initiative", "tech_accord", "actor", "acme", NULL));
  assert_insert_fails (writer, test_record_new ("signatories", "initiative", "tech_accord", "actor", "acme", NULL),
                       NSC_ERROR_CONFLICT, "same key");
  insert (writer,
          test_record_new ("signatories", "initiative", "tech_accord", "actor", "acme", "joined", "2020", NULL));
  insert (writer, test_record_new ("issues", "id", "i", "label_en", "I", NULL));
  insert (writer, test_record_new ("documents", "id", "d", "title_en", "D", NULL));
  insert (writer, test_record_new ("mentions", "issue", "i", "publisher", "acme", NULL));
  assert_insert_fails (writer, test_record_new ("mentions", "issue", "i", "publisher", "acme", NULL),
                       NSC_ERROR_CONFLICT, "same key");
  insert (writer, test_record_new ("mentions", "issue", "i", "publisher", "acme", "document", "d", NULL));
}

/* Blanks in a key are equal to each other. */
static void
test_twins (void)
{
  run (write_twins);
}

static void
write_ids (NscWriter *writer)
{
  g_autoptr (NscRecord) first = test_record_new ("actors", "name_en", "Nameless", NULL);
  g_autoptr (NscRecord) second = test_record_new ("actors", "name_en", "Nameless too", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (nsc_writer_insert (writer, first, &error));
  g_assert_cmpstr (nsc_record_get_id (first), ==, "actors-3");
  g_assert_cmpint (nsc_record_get_row (first), ==, 3);
  g_assert_true (nsc_writer_insert (writer, second, &error));
  g_assert_cmpstr (nsc_record_get_id (second), ==, "actors-4");
  nsc_record_set_by_name (second, "id", "renamed");
  g_assert_true (nsc_writer_update (writer, second, &error));
  g_assert_cmpint (nsc_reader_find_id (nsc_writer_get_reader (writer), nsc_table_find ("actors"), "renamed", NULL), ==,
                   4);
  nsc_record_set_by_name (second, "id", "");
  g_assert_true (nsc_writer_update (writer, second, &error));
  nsc_record_set_by_name (second, "id", "acme");
  g_assert_false (nsc_writer_update (writer, second, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_CONFLICT);
}

static void
test_ids (void)
{
  run (write_ids);
}

static void
write_next_ids (NscWriter *writer)
{
  insert (writer, test_record_new ("actors", "id", "actors-4", "name_en", "Squatter", NULL)); /* in row 3 */
}

/* Somebody has the id that the next nameless record would get: it takes the next row. */
static void
test_ids_that_are_taken (void)
{
  TestProject project;
  WriteFunc func = write_next_ids;
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_EDIT, "", "");
  g_autoptr (NscRecord) record = test_record_new ("actors", "name_en", "Nameless", NULL);
  g_autoptr (GError) error = NULL;

  test_project_set_up (&project);
  test_project_add_some (&project);
  nsc_store_run_step (project.store, step, write_cb, &func, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_project_add (&project, record), ==, 5);
  test_project_tear_down (&project);
}

static void
write_references (NscWriter *writer)
{
  g_autoptr (NscRecord) child = test_record_new ("issues", "id", "child", "label_en", "Child", NULL);
  g_autoptr (GError) error = NULL;
  const NscTable *actors = nsc_table_find ("actors");
  const NscTable *issues = nsc_table_find ("issues");

  insert (writer, test_record_new ("issues", "id", "parent", "label_en", "Parent", NULL));
  nsc_record_set_by_name (child, "parent", "parent");
  g_assert_true (nsc_writer_insert (writer, child, &error));
  assert_insert_fails (writer, test_record_new ("issues", "id", "self", "label_en", "Self", "parent", "self", NULL),
                       NSC_ERROR_NOT_FOUND, "self");
  nsc_record_set_by_name (child, "parent", "child");
  g_assert_true (nsc_writer_update (writer, child, &error));
  g_assert_true (nsc_writer_delete (writer, issues, nsc_record_get_row (child), &error));

  g_assert_false (nsc_writer_delete (writer, actors, 1, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "1 record refers to “acme”"));
  g_clear_error (&error);
  g_assert_true (nsc_writer_delete (writer, actors, 2, &error));
  g_assert_false (nsc_writer_delete (writer, actors, 2, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_NOT_FOUND);
  g_clear_error (&error);
  nsc_record_set_row (child, 77);
  g_assert_false (nsc_writer_update (writer, child, &error));
}

static void
test_references (void)
{
  run (write_references);
}

static void
write_long (NscWriter *writer)
{
  g_autofree char *text = g_strnfill (17 * 1024 * 1024, 'x');

  assert_insert_fails (writer, test_record_new ("actors", "id", "long", "name_en", text, NULL), NSC_ERROR_INPUT,
                       "long");
}

static void
test_long_row (void)
{
  run (write_long);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/writer/refused", test_refused);
  g_test_add_func ("/store/writer/twins", test_twins);
  g_test_add_func ("/store/writer/ids", test_ids);
  g_test_add_func ("/store/writer/ids-that-are-taken", test_ids_that_are_taken);
  g_test_add_func ("/store/writer/references", test_references);
  g_test_add_func ("/store/writer/long-row", test_long_row);
  return g_test_run ();
}
