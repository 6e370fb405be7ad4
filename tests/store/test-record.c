/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record.h"
#include "nsc-step.h"

#include <string.h>

static void
test_values (void)
{
  const NscTable *actors = nsc_table_find ("actors");
  g_autoptr (NscRecord) record = nsc_record_new (actors);
  g_autoptr (NscRecord) copy = NULL;
  g_autoptr (NscRecord) other = nsc_record_new (nsc_table_find ("sectors"));

  g_assert_true (nsc_record_get_table (record) == actors);
  g_assert_cmpstr (nsc_record_get (record, 3), ==, "");
  nsc_record_set_by_name (record, "id", "hitachi");
  nsc_record_set_by_name (record, "name_en", "Hitachi");
  nsc_record_set_row (record, 5);
  g_assert_cmpstr (nsc_record_get_id (record), ==, "hitachi");
  copy = nsc_record_copy (record);
  g_assert_true (nsc_record_equal (record, copy));
  g_assert_cmpint (nsc_record_get_row (copy), ==, 5);
  nsc_record_set_by_name (copy, "name_en", NULL);
  g_assert_cmpstr (nsc_record_get_by_name (copy, "name_en"), ==, "");
  g_assert_false (nsc_record_equal (record, copy));
  g_assert_false (nsc_record_equal (record, other));
}

static void
test_name (void)
{
  g_autoptr (NscRecord) actor = nsc_record_new (nsc_table_find ("actors"));
  g_autoptr (NscRecord) signatory = nsc_record_new (nsc_table_find ("signatories"));

  nsc_record_set_by_name (actor, "id", "hitachi");
  g_assert_cmpstr (nsc_record_get_name (actor, "en"), ==, "hitachi");
  nsc_record_set_by_name (actor, "name_en", "Hitachi");
  g_assert_cmpstr (nsc_record_get_name (actor, "zh_CN"), ==, "Hitachi");
  nsc_record_set_by_name (actor, "name_zh", "日立");
  g_assert_cmpstr (nsc_record_get_name (actor, "zh_CN"), ==, "日立");
  g_assert_cmpstr (nsc_record_get_name (actor, "en"), ==, "Hitachi");
  nsc_record_set_by_name (signatory, "id", "s1");
  g_assert_cmpstr (nsc_record_get_name (signatory, "zh_CN"), ==, "s1");
}

static void
test_step (void)
{
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_EDIT, NULL, "Hitachi");
  g_autoptr (NscStep) copy = NULL;

  step->n_changed = 3;
  copy = g_boxed_copy (NSC_TYPE_STEP, step);
  g_assert_cmpstr (copy->table, ==, "");
  g_assert_cmpstr (copy->subject, ==, "Hitachi");
  g_assert_true (copy->subject != step->subject);
  g_assert_cmpuint (copy->n_changed, ==, 3);
}

/* What other parts count on in every description. */
static void
test_tables (void)
{
  const NscTable *const *tables = nsc_table_list ();

  for (guint t = 0; tables[t] != NULL; t++)
    {
      const NscTable *table = tables[t];
      gboolean has_key = FALSE;

      g_assert_true (nsc_table_find (table->name) == table);
      g_assert_cmpint (table->columns[NSC_TABLE_ID_COLUMN].kind, ==, NSC_COLUMN_ID);
      g_assert_cmpint (nsc_table_find_column (table, "confidence"), ==, (int) table->n_columns - 1);
      g_assert_cmpint (nsc_table_find_column (table, "source"), ==, (int) table->n_columns - 2);
      for (guint i = 0; i < table->n_columns; i++)
        {
          const NscColumn *column = &table->columns[i];
          gboolean found = FALSE;

          has_key |= (column->flags & NSC_COLUMN_KEY) != 0;
          g_assert_true ((column->kind == NSC_COLUMN_REFERENCE) == (column->target != NULL));
          g_assert_true ((column->kind == NSC_COLUMN_CHOICE) == (column->choices != NULL));
          for (guint u = 0; u <= t && column->target != NULL; u++)
            found |= strcmp (tables[u]->name, column->target) == 0;
          g_assert_true (found == (column->target != NULL));
        }
      g_assert_true (has_key == table->natural_key);
    }
  g_assert_null (nsc_table_find ("history"));
  g_assert_cmpint (nsc_table_find_column (tables[0], "row"), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/record/values", test_values);
  g_test_add_func ("/store/record/name", test_name);
  g_test_add_func ("/store/record/step", test_step);
  g_test_add_func ("/store/record/tables", test_tables);
  return g_test_run ();
}
