/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-project.h"

#include "nsc-error.h"
#include "nsc-schema-private.h"

/* Later versions that may never be. */
static const NscSchemaStep with_column[] = {
  { nsc_schema_first, NULL },
  { nsc_schema_stories, nsc_schema_stories_stand_in },
  { "ALTER TABLE actors ADD COLUMN nickname TEXT; CREATE INDEX actors_nickname ON actors (nickname)", NULL },
};
static const NscSchemaStep with_loss[] = {
  { nsc_schema_first, NULL },
  { nsc_schema_stories, nsc_schema_stories_stand_in },
  { "DELETE FROM sectors WHERE id = 'telecom'", NULL },
};
static const NscSchemaStep with_mistake[] = {
  { nsc_schema_first, NULL },
  { nsc_schema_stories, nsc_schema_stories_stand_in },
  { "CREATE TABLE new (x); CREATE TABLE new (x)", NULL },
};

/* The tables have the described columns in the described order, between the row and the batch. */
static void
test_as_described (void)
{
  const NscTable *const *tables = nsc_table_list ();
  TestProject project;

  test_project_set_up (&project);
  for (guint t = 0; tables[t] != NULL; t++)
    {
      g_autoptr (GString) expected = g_string_new ("row");
      g_autofree char *sql = g_strdup_printf (
          "SELECT group_concat (name, ' ' ORDER BY cid) FROM pragma_table_info ('%s')", tables[t]->name);
      g_autofree char *columns = test_project_query (&project, sql);

      for (guint i = 0; i < tables[t]->n_columns; i++)
        g_string_append_printf (expected, " %s", tables[t]->columns[i].name);
      g_string_append (expected, " batch");
      g_assert_cmpstr (columns, ==, expected->str);
    }
  test_project_tear_down (&project);
}

/* Each reference is a foreign key with an index that begins with it. */
static void
test_references_are_indexed (void)
{
  const NscTable *const *tables = nsc_table_list ();
  TestProject project;

  test_project_set_up (&project);
  for (guint t = 0; tables[t] != NULL; t++)
    for (guint i = 0; i < tables[t]->n_columns; i++)
      {
        const NscColumn *column = &tables[t]->columns[i];
        g_autofree char *keys = NULL;
        g_autofree char *indexes = NULL;
        g_autofree char *n_keys = NULL;
        g_autofree char *n_indexes = NULL;

        if (column->kind != NSC_COLUMN_REFERENCE)
          continue;
        keys = g_strdup_printf ("SELECT count(*) FROM pragma_foreign_key_list ('%s') WHERE \"from\" = '%s'"
                                " AND \"table\" = '%s'",
                                tables[t]->name, column->name, column->target);
        n_keys = test_project_query (&project, keys);
        g_assert_cmpstr (n_keys, ==, "1");
        indexes = g_strdup_printf ("SELECT count(*) > 0 FROM pragma_index_list ('%s') l, pragma_index_info (l.name) i"
                                   " WHERE i.seqno = 0 AND i.name = '%s'",
                                   tables[t]->name, column->name);
        n_indexes = test_project_query (&project, indexes);
        g_assert_cmpstr (n_indexes, ==, "1");
      }
  test_project_tear_down (&project);
}

static void
test_strict (void)
{
  TestProject project;
  g_autofree char *n = NULL;

  test_project_set_up (&project);
  n = test_project_query (&project, "SELECT count(*) FROM pragma_table_list"
                                    " WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'");
  g_assert_cmpstr (n, ==, "0");
  test_project_tear_down (&project);
}

static void
assert_open_fails (TestProject *project, NscStoreMode mode, NscError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (nsc_store_open (project->path, mode, NULL, &error));
  g_assert_error (error, NSC_ERROR, (int) code);
}

static void
undo_and_redo_all (TestProject *project, guint n)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2 * n; i++)
    {
      g_autoptr (NscStep) step =
          i < n ? nsc_store_undo (project->store, NULL, &error) : nsc_store_redo (project->store, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (step);
    }
}

static void
test_upgrade (void)
{
  TestProject project;
  g_autofree char *backup = NULL;
  g_autofree char *version = NULL;
  g_autoptr (NscStore) old = NULL;
  g_autoptr (GError) error = NULL;
  guint n_troubles;

  test_project_set_up (&project);
  test_project_add_some (&project);
  test_project_close (&project);
  nsc_schema_pretend (with_column, G_N_ELEMENTS (with_column));
  assert_open_fails (&project, NSC_STORE_READ, NSC_ERROR_RECOVERY);
  test_project_reopen (&project);
  version = test_project_query (&project, "SELECT user_version || count(nickname) || count(*)"
                                          " FROM actors, pragma_user_version");
  g_assert_cmpstr (version, ==, "302");
  g_assert_true (nsc_store_check (project.store, NULL, NULL, &n_troubles, NULL, &error));
  g_assert_cmpuint (n_troubles, ==, 0);
  undo_and_redo_all (&project, 5);
  test_project_reopen (&project);
  test_project_close (&project);

  nsc_schema_pretend (NULL, 0);
  backup = g_strconcat (project.path, ".v2.backup", NULL);
  old = nsc_store_open (backup, NSC_STORE_WRITE, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (nsc_store_get_read_only_reason (old));
  g_clear_object (&old);
  test_project_tear_down (&project);
}

static void
check_failing_upgrade (const NscSchemaStep *steps, NscError code)
{
  TestProject project;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  test_project_set_up (&project);
  test_project_add_some (&project);
  before = test_project_dump (&project);
  test_project_close (&project);
  nsc_schema_pretend (steps, 3);
  assert_open_fails (&project, NSC_STORE_WRITE, code);
  nsc_schema_pretend (NULL, 0);
  after = test_project_dump (&project);
  g_assert_cmpstr (before, ==, after);
  test_project_reopen (&project);
  test_project_tear_down (&project);
}

static void
test_failing_upgrade (void)
{
  check_failing_upgrade (with_loss, NSC_ERROR_DAMAGED);
  check_failing_upgrade (with_mistake, NSC_ERROR_STORAGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/schema/as-described", test_as_described);
  g_test_add_func ("/store/schema/references-are-indexed", test_references_are_indexed);
  g_test_add_func ("/store/schema/strict", test_strict);
  g_test_add_func ("/store/schema/upgrade", test_upgrade);
  g_test_add_func ("/store/schema/failing-upgrade", test_failing_upgrade);
  return g_test_run ();
}
