/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-choice-list.h"
#include "nsc-column-values.h"
#include "nsc-table-counts.h"

#include "open-project.h"

/* What is offered of a project: the choices of a field, the values of a column, the number of records of a table. */

static void
set_up (OpenProject *self, gconstpointer data)
{
  open_project_set_up (self);
}

static void
tear_down (OpenProject *self, gconstpointer data)
{
  open_project_tear_down (self);
}

static void
test_choices_of_codes (OpenProject *self, gconstpointer data)
{
  const NscTable *table = nsc_table_find ("actors");
  const NscColumn *kind = &table->columns[nsc_table_find_column (table, "kind")];
  const NscColumn *confidence = &table->columns[nsc_table_find_column (table, "confidence")];
  g_autoptr (NscChoiceList) kinds = nsc_choice_list_new (self->project, kind, "en");
  g_autoptr (NscChoiceList) confidences = nsc_choice_list_new (self->project, confidence, "en");
  g_autoptr (NscChoice) blank = g_list_model_get_item (G_LIST_MODEL (kinds), 0);
  g_autoptr (NscChoice) body = NULL;

  g_assert_true (nsc_answer_list_is_loaded (NSC_ANSWER_LIST (kinds)));
  g_assert_cmpstr (nsc_choice_get_value (blank), ==, "");
  body = g_list_model_get_item (G_LIST_MODEL (kinds), nsc_choice_list_find (kinds, "public_body"));
  g_assert_cmpstr (nsc_choice_get_label (body), ==, "Public body");
  g_assert_cmpuint (nsc_choice_list_find (kinds, "robot"), ==, G_MAXUINT);
  g_assert_cmpuint (nsc_choice_list_find (confidences, ""), ==, G_MAXUINT);
}

static void
test_choices_of_records (OpenProject *self, gconstpointer data)
{
  const NscTable *table = nsc_table_find ("signatories");
  const NscColumn *actor = &table->columns[nsc_table_find_column (table, "actor")];
  g_autoptr (NscChoiceList) actors = NULL;
  g_autoptr (NscChoice) first = NULL;
  g_autofree char *search = NULL;

  open_project_add_actor (self, "aaa", "Aardvark", "US");
  actors = nsc_choice_list_new (self->project, actor, "en");
  g_assert_false (nsc_answer_list_is_loaded (NSC_ANSWER_LIST (actors)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (actors)), ==, 1);
  while (!nsc_answer_list_is_loaded (NSC_ANSWER_LIST (actors)))
    g_main_context_iteration (NULL, TRUE);
  first = g_list_model_get_item (G_LIST_MODEL (actors), 1);
  g_assert_cmpstr (nsc_choice_get_label (first), ==, "Aardvark");
  g_assert_cmpstr (nsc_choice_get_value (first), ==, "aaa");
  g_assert_cmpuint (nsc_choice_list_find (actors, "aaa"), ==, 1);
  g_object_get (first, "search", &search, NULL);
  g_assert_nonnull (g_strstr_len (search, -1, "aaa"));
}

static void
add_membership (OpenProject *self, const char *initiative, const char *actor, const char *joined)
{
  g_autoptr (NscRecord) record = test_record_new ("signatories", "initiative", initiative, "actor", actor, "joined",
                                                  joined, "confidence", "official", NULL);

  test_project_add (&self->files, record);
  open_project_wait (self);
}

static NscColumnValues *
load_values (OpenProject *self, const char *table, const char *column, const char *language)
{
  const NscTable *described = nsc_table_find (table);
  NscColumnValues *values =
      nsc_column_values_new (self->project, described, (guint) nsc_table_find_column (described, column), language);

  g_assert_false (nsc_answer_list_is_loaded (NSC_ANSWER_LIST (values)));
  while (!nsc_answer_list_is_loaded (NSC_ANSWER_LIST (values)))
    g_main_context_iteration (NULL, TRUE);
  return values;
}

static void
assert_value (NscColumnValues *values, guint position, const char *value, const char *label, const char *count_of_it)
{
  g_autoptr (NscChoice) choice = g_list_model_get_item (G_LIST_MODEL (values), position);

  g_assert_cmpstr (nsc_choice_get_value (choice), ==, value);
  g_assert_cmpstr (nsc_choice_get_label (choice), ==, label);
  g_assert_cmpstr (nsc_choice_get_hint (choice), ==, count_of_it);
}

static void
test_values (OpenProject *self, gconstpointer data)
{
  g_autoptr (NscRecord) initiative = test_record_new ("initiatives", "id", "pledge", "name_en", "Pledge", "name_zh",
                                                      "承诺", "confidence", "official", NULL);
  g_autoptr (NscColumnValues) years = NULL;
  g_autoptr (NscColumnValues) initiatives = NULL;
  g_autoptr (NscColumnValues) roles = NULL;

  test_project_add (&self->files, initiative);
  open_project_wait (self);
  open_project_add_actor (self, "one", "One", "US");
  open_project_add_actor (self, "two", "Two", "US");
  add_membership (self, "pledge", "one", "2019-05");
  add_membership (self, "pledge", "two", "2018");
  add_membership (self, "tech_accord", "one", "2019");
  add_membership (self, "tech_accord", "two", "");

  years = load_values (self, "signatories", "joined", "en");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (years)), ==, 3);
  assert_value (years, 0, "2018", "2018", "1");
  assert_value (years, 1, "2019", "2019", "2");
  assert_value (years, 2, "", "—", "1");
  open_project_add_actor (self, "three", "Three", "US");
  add_membership (self, "pledge", "three", "2020");
  initiatives = load_values (self, "signatories", "initiative", "zh_CN");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (initiatives)), ==, 2);
  assert_value (initiatives, 0, "pledge", "承诺", "3");
  roles = load_values (self, "mentions", "issue", "en");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (roles)), ==, 0);
}

static void
test_shared_columns (void)
{
  const NscTable *actors = nsc_table_find ("actors");

  g_assert_true (nsc_column_values_are_shared (actors, (guint) nsc_table_find_column (actors, "kind")));
  g_assert_true (nsc_column_values_are_shared (actors, (guint) nsc_table_find_column (actors, "country")));
  g_assert_true (nsc_column_values_are_shared (actors, (guint) nsc_table_find_column (actors, "source")));
  g_assert_false (nsc_column_values_are_shared (actors, (guint) nsc_table_find_column (actors, "id")));
  g_assert_false (nsc_column_values_are_shared (actors, (guint) nsc_table_find_column (actors, "name_en")));
  g_assert_false (nsc_column_values_are_shared (actors, (guint) nsc_table_find_column (actors, "name_zh")));
}

static void
test_counts (OpenProject *self, gconstpointer data)
{
  g_autoptr (NscTableCounts) counts = nsc_table_counts_new ();
  guint position = nsc_table_counts_find (counts, nsc_table_find ("actors"));
  g_autoptr (NscTableCount) actors = g_list_model_get_item (G_LIST_MODEL (counts), position);
  gint64 before;

  g_assert_cmpint (nsc_table_count_get_count (actors), ==, -1);
  nsc_table_counts_set_project (counts, self->project);
  while (nsc_table_count_get_count (actors) < 0)
    g_main_context_iteration (NULL, TRUE);
  before = nsc_table_count_get_count (actors);
  open_project_add_actor (self, "one", "One", "US");
  while (nsc_table_count_get_count (actors) == before)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (nsc_table_count_get_count (actors), ==, before + 1);
  nsc_table_counts_set_project (counts, NULL);
  g_assert_cmpint (nsc_table_count_get_count (actors), ==, -1);
}

#define ADD(path, func) g_test_add ("/offers/" path, OpenProject, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("choices-of-codes", test_choices_of_codes);
  ADD ("choices-of-records", test_choices_of_records);
  ADD ("values", test_values);
  g_test_add_func ("/offers/shared-columns", test_shared_columns);
  ADD ("counts", test_counts);
  return g_test_run ();
}
