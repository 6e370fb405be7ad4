/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-project.h"

/* Any steps undone and redone give the same tables, row numbers, ids and digests included. The steps are drawn with
 * g_test_rand_int: a failure is replayed with the seed that the test prints. */

#define N_STEPS 200

static const char *const tables[] = {
  "countries", "sectors", "actors", "initiatives", "signatories", "totals", "documents", "issues", "mentions",
};

static const char *
any (const char *const *choices, guint n)
{
  return choices[g_test_rand_int_range (0, (gint32) n)];
}

static const NscTable *
any_table (void)
{
  return nsc_table_find (any (tables, G_N_ELEMENTS (tables)));
}

/* A row that is there, or 0. */
static gint64
any_row (NscReader *reader, const NscTable *table)
{
  gint64 n = nsc_reader_count (reader, table, NULL);

  return n == 0 ? 0 : g_test_rand_int_range (1, (gint32) n * 2 + 1);
}

static void
set_any_reference (NscReader *reader, NscRecord *record, guint column)
{
  const NscColumn *described = &nsc_record_get_table (record)->columns[column];
  const NscTable *target = nsc_table_find (described->target);
  gint64 row = any_row (reader, target);
  g_autoptr (NscRecord) found = row > 0 ? nsc_reader_get_record (reader, target, row, NULL) : NULL;

  if (found != NULL)
    nsc_record_set (record, column, nsc_record_get_id (found));
}

/* Values of which many meet, so that keys collide and are set free again. */
static void
set_any_value (NscReader *reader, NscRecord *record, guint column)
{
  static const char *const texts[] = { "", "a", "b", "规范", "a longer text, with a comma" };
  static const char *const dates[] = { "", "2018", "2018-04", "2018-04-17", "2020" };
  static const char *const colours[] = { "", "#00aaff", "#123456" };
  const NscColumn *described = &nsc_record_get_table (record)->columns[column];
  gboolean required = (described->flags & NSC_COLUMN_REQUIRED) != 0;
  g_autofree char *number = NULL;

  switch (described->kind)
    {
    case NSC_COLUMN_ID:
      number = g_strdup_printf ("id-%d", g_test_rand_int_range (0, 40));
      nsc_record_set (record, column, number);
      break;
    case NSC_COLUMN_REFERENCE:
      set_any_reference (reader, record, column);
      break;
    case NSC_COLUMN_DATE:
      nsc_record_set (record, column, required ? "2019" : any (dates, G_N_ELEMENTS (dates)));
      break;
    case NSC_COLUMN_CHOICE:
      nsc_record_set (record, column, described->choices[g_test_rand_int_range (0, 3)]);
      break;
    case NSC_COLUMN_INTEGER:
      number = g_strdup_printf ("%d", g_test_rand_int_range (0, 9));
      nsc_record_set (record, column, number);
      break;
    case NSC_COLUMN_COLOUR:
      nsc_record_set (record, column, any (colours, G_N_ELEMENTS (colours)));
      break;
    case NSC_COLUMN_TEXT:
    default:
      nsc_record_set (record, column, required ? "a" : any (texts, G_N_ELEMENTS (texts)));
      break;
    }
}

/* The changes may be refused, like those of people; the step goes on with the next. */
static void
add_any (NscWriter *writer)
{
  const NscTable *table = any_table ();
  g_autoptr (NscRecord) record = nsc_record_new (table);

  for (guint i = g_test_rand_bit () ? 0 : 1; i < table->n_columns; i++)
    set_any_value (nsc_writer_get_reader (writer), record, i);
  nsc_writer_insert (writer, record, NULL);
}

static void
edit_any (NscWriter *writer)
{
  const NscTable *table = any_table ();
  gint64 row = any_row (nsc_writer_get_reader (writer), table);
  g_autoptr (NscRecord) record = NULL;

  if (row > 0)
    record = nsc_reader_get_record (nsc_writer_get_reader (writer), table, row, NULL);
  if (record == NULL)
    return;
  set_any_value (nsc_writer_get_reader (writer), record, (guint) g_test_rand_int_range (0, (gint32) table->n_columns));
  nsc_writer_update (writer, record, NULL);
}

static void
delete_any (NscWriter *writer)
{
  const NscTable *table = any_table ();
  gint64 row = any_row (nsc_writer_get_reader (writer), table);

  if (row > 0)
    nsc_writer_delete (writer, table, row, NULL);
}

static gboolean
any_cb (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  int n_changes = step->kind == NSC_STEP_IMPORT ? g_test_rand_int_range (10, 60) : g_test_rand_int_range (1, 6);
  int batch_from = step->kind == NSC_STEP_IMPORT ? g_test_rand_int_range (0, 10) : n_changes;

  for (int i = 0; i < n_changes; i++)
    {
      gboolean in_batch = i >= batch_from;
      int dice = g_test_rand_int_range (0, 10);

      if (i == batch_from)
        nsc_writer_begin_batch (writer);
      if (dice < (in_batch ? 8 : 4))
        add_any (writer);
      else if (dice < (in_batch ? 9 : 8))
        edit_any (writer);
      else
        delete_any (writer);
    }
  return TRUE;
}

/* Runs one recorded step; those that change nothing do not count. */
static void
run_any (TestProject *project)
{
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_EDIT, "", "any");
  g_autoptr (GError) error = NULL;

  do
    {
      step->kind = g_test_rand_int_range (0, 8) == 0 ? NSC_STEP_IMPORT : NSC_STEP_EDIT;
      nsc_store_run_step (project->store, step, any_cb, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  while (step->id == 0);
}

static void
move (TestProject *project, gboolean undo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStep) step = NULL;

  step = undo ? nsc_store_undo (project->store, NULL, &error) : nsc_store_redo (project->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (step->undone == undo);
}

static void
assert_state (TestProject *project, GPtrArray *dumps, guint n)
{
  g_autofree char *dump = test_project_dump (project);

  g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, n));
}

static void
add_trouble_cb (const char *trouble, gpointer data)
{
  g_test_message ("%s", trouble);
}

static void
assert_whole (TestProject *project)
{
  g_autoptr (GError) error = NULL;
  guint n_troubles = 0;

  nsc_store_check (project->store, add_trouble_cb, NULL, &n_troubles, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_troubles, ==, 0);
}

static void
test_any_steps (void)
{
  TestProject project;
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);

  test_project_set_up (&project);
  test_project_add_some (&project);
  g_ptr_array_add (dumps, test_project_dump (&project));
  for (guint i = 0; i < N_STEPS; i++)
    {
      run_any (&project);
      g_ptr_array_add (dumps, test_project_dump (&project));
    }
  assert_whole (&project);
  for (guint i = N_STEPS; i-- > 0;)
    {
      move (&project, TRUE);
      assert_state (&project, dumps, i);
    }
  assert_whole (&project);
  test_project_reopen (&project);
  for (guint i = 1; i <= N_STEPS; i++)
    {
      move (&project, FALSE);
      assert_state (&project, dumps, i);
    }
  assert_whole (&project);
  test_project_tear_down (&project);
}

/* A walk to and fro, on which new steps drop what was undone. */
static void
test_any_walk (void)
{
  TestProject project;
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  guint now = 0;

  test_project_set_up (&project);
  g_ptr_array_add (dumps, test_project_dump (&project));
  for (guint i = 0; i < N_STEPS; i++)
    {
      int dice = g_test_rand_int_range (0, 10);

      if (dice < 5)
        {
          run_any (&project);
          g_ptr_array_set_size (dumps, (int) ++now);
          g_ptr_array_add (dumps, test_project_dump (&project));
          continue;
        }
      if (dice < 8 && now > 0)
        {
          move (&project, TRUE);
          now--;
        }
      else if (now + 1 < dumps->len)
        {
          move (&project, FALSE);
          now++;
        }
      assert_state (&project, dumps, now);
    }
  assert_whole (&project);
  test_project_tear_down (&project);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/undo/any-steps", test_any_steps);
  g_test_add_func ("/store/undo/any-walk", test_any_walk);
  return g_test_run ();
}
