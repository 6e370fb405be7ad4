/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-list.h"

#include "nsc-choice-list.h"
#include "nsc-inquiry.h"
#include "nsc-table-counts.h"

#include "nsc-error.h"

#include "test-project.h"

#include <gio/gio.h>

typedef struct
{
  TestProject files;
  NscProject *project;
  guint removed;
  guint added;
  guint position;
  guint n_changes;
} Fixture;

static void
mark_cb (gboolean *mark)
{
  *mark = TRUE;
}

/* Spins until the project has told of the steps made so far. */
static void
wait_for_change (Fixture *self)
{
  gboolean changed = FALSE;
  gulong handler = g_signal_connect_swapped (self->project, "changed", G_CALLBACK (mark_cb), &changed);

  while (!changed)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (self->project, handler);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  test_project_set_up (&self->files);
  test_project_add_some (&self->files);
  self->project = nsc_project_new (self->files.store, &error);
  g_assert_no_error (error);
  wait_for_change (self);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (nsc_inquiry_close_finish (result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gboolean closed = FALSE;

  nsc_inquiry_close_async (self->project, closed_cb, &closed);
  while (!closed)
    g_main_context_iteration (NULL, TRUE);
  /* A worker may hold it for a moment more. */
  g_object_add_weak_pointer (G_OBJECT (self->project), (gpointer *) &self->project);
  g_object_unref (self->project);
  while (g_atomic_pointer_get (&self->project) != NULL)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  test_project_tear_down (&self->files);
}

/* Spins until the list has answered once more. */
static void
wait_for_answer (NscRecordList *list)
{
  gboolean refreshed = FALSE;
  gulong handler = g_signal_connect_swapped (list, "refreshed", G_CALLBACK (mark_cb), &refreshed);

  while (!refreshed)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (list, handler);
  g_assert_false (nsc_record_list_is_loading (list));
}

static NscRecordList *
load (Fixture *self, const char *table, const char *language)
{
  NscRecordList *list = nsc_record_list_new (self->project, nsc_table_find (table), language);

  g_assert_false (nsc_record_list_is_loaded (list));
  g_assert_true (nsc_record_list_is_loading (list));
  wait_for_answer (list);
  g_assert_true (nsc_record_list_is_loaded (list));
  g_assert_null (nsc_record_list_get_error (list));
  return list;
}

static const char *
text_of (NscRecordList *list, guint position, const char *column)
{
  g_autoptr (NscRecordItem) item = g_list_model_get_item (G_LIST_MODEL (list), position);

  return nsc_record_item_get_text (item, (guint) nsc_table_find_column (nsc_record_list_get_table (list), column));
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Fixture *self)
{
  self->position = position;
  self->removed = removed;
  self->added = added;
  self->n_changes++;
}

static NscRecord *
dup_record (NscRecordList *list, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (NscRecordItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (g_str_equal (nsc_record_get_id (nsc_record_item_get_record (item)), id))
        return nsc_record_copy (nsc_record_item_get_record (item));
    }
  g_assert_not_reached ();
}

static gint64
add (Fixture *self, const char *id, const char *name, const char *country)
{
  g_autoptr (NscRecord) record = test_record_new ("actors", "id", id, "name_en", name, "kind", "public_body", "country",
                                                  country, "confidence", "official", NULL);

  gint64 row = test_project_add (&self->files, record);

  wait_for_change (self);
  return row;
}

static void
test_texts (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecordList) list = NULL;
  g_autoptr (NscRecordList) chinese = NULL;
  guint last;

  add (self, "agency", "An Agency", "US");
  list = load (self, "actors", "en");
  last = g_list_model_get_n_items (G_LIST_MODEL (list)) - 1;
  g_assert_cmpstr (text_of (list, last, "id"), ==, "agency");
  g_assert_cmpstr (text_of (list, last, "name_en"), ==, "An Agency");
  g_assert_cmpstr (text_of (list, last, "kind"), ==, "Public body");
  g_assert_cmpstr (text_of (list, last, "country"), ==, "United States");
  g_assert_cmpstr (text_of (list, last, "name_zh"), ==, "");
  g_assert_cmpstr (text_of (list, last, "confidence"), ==, "Official");

  chinese = load (self, "actors", "zh_CN");
  g_assert_cmpstr (text_of (chinese, last, "country"), ==, "美国");
}

static void
test_refresh_keeps_items (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecordList) list = NULL;
  g_autoptr (NscRecordItem) first = NULL;
  g_autoptr (NscRecordItem) middle = NULL;
  g_autoptr (NscRecord) record = NULL;
  gboolean told = FALSE;
  guint n;
  gint64 row;

  add (self, "one", "One", "US");
  row = add (self, "two", "Two", "US");
  add (self, "three", "Three", "US");
  list = load (self, "actors", "en");
  n = g_list_model_get_n_items (G_LIST_MODEL (list));
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  middle = g_object_ref (nsc_record_list_find (list, row));
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect_swapped (middle, "changed", G_CALLBACK (mark_cb), &told);

  record = dup_record (list, "two");
  nsc_record_set_by_name (record, "name_en", "Two and a Half");
  test_project_update (&self->files, record);
  wait_for_change (self);
  wait_for_answer (list);
  g_assert_cmpuint (self->n_changes, ==, 1);
  g_assert_cmpuint (self->position, ==, n - 2);
  g_assert_cmpuint (self->removed, ==, 1);
  g_assert_cmpuint (self->added, ==, 1);
  g_assert_true (told);
  g_assert_true (nsc_record_list_find (list, row) == middle);
  g_assert_cmpstr (text_of (list, n - 2, "name_en"), ==, "Two and a Half");

  test_project_delete (&self->files, "actors", row);
  wait_for_change (self);
  wait_for_answer (list);
  g_assert_cmpuint (self->n_changes, ==, 2);
  g_assert_cmpuint (self->position, ==, n - 2);
  g_assert_cmpuint (self->removed, ==, 1);
  g_assert_cmpuint (self->added, ==, 0);
  g_assert_null (nsc_record_list_find (list, row));
  g_assert_true (nsc_record_list_find (list, nsc_record_item_get_row (first)) == first);

  /* What is the same again tells nothing. */
  nsc_record_list_refresh (list);
  wait_for_answer (list);
  g_assert_cmpuint (self->n_changes, ==, 2);
}

/* The name of what is referred to changes in another table. */
static void
test_refresh_follows_names (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecordList) list = NULL;
  g_autoptr (NscRecordList) countries = NULL;
  g_autoptr (NscRecord) record = NULL;
  guint last;

  add (self, "agency", "An Agency", "US");
  list = load (self, "actors", "en");
  countries = load (self, "countries", "en");
  last = g_list_model_get_n_items (G_LIST_MODEL (list)) - 1;
  record = dup_record (countries, "US");
  nsc_record_set_by_name (record, "name_en", "The States");
  test_project_update (&self->files, record);
  wait_for_change (self);
  wait_for_answer (list);
  g_assert_cmpstr (text_of (list, last, "country"), ==, "The States");
}

static void
test_overtaken_answers (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecordList) list = load (self, "actors", "en");
  guint refreshed = 0;

  g_signal_connect_swapped (list, "refreshed", G_CALLBACK (g_atomic_int_inc), &refreshed);
  for (guint i = 0; i < 5; i++)
    nsc_record_list_refresh (list);
  while (nsc_record_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 20; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpuint (refreshed, ==, 1);
}

/* Nobody waits for the answer of a list that was let go. */
static void
test_let_go_while_loading (Fixture *self, gconstpointer data)
{
  NscRecordList *list = nsc_record_list_new (self->project, nsc_table_find ("actors"), "en");
  g_autoptr (NscTableCounts) counts = nsc_table_counts_new ();

  g_assert_finalize_object (list);
  nsc_table_counts_set_project (counts, self->project);
  nsc_table_counts_set_project (counts, NULL);
}

static NscRecordItem *
make_item (const char *table, const char *column, const char *value)
{
  const NscTable *described = nsc_table_find (table);

  return nsc_record_item_new (test_record_new (table, column, value, NULL), g_new0 (char *, described->n_columns));
}

static int
compare (const char *table, const char *column, const char *a, const char *b)
{
  g_autoptr (NscRecordItem) one = make_item (table, column, a);
  g_autoptr (NscRecordItem) other = make_item (table, column, b);
  guint index = (guint) nsc_table_find_column (nsc_table_find (table), column);
  int order = nsc_record_item_compare (one, other, index);

  g_assert_cmpint (order < 0, ==, nsc_record_item_compare (other, one, index) > 0);
  return order;
}

static void
test_order (void)
{
  g_assert_cmpint (compare ("totals", "count", "9", "10"), <, 0);
  g_assert_cmpint (compare ("signatories", "joined", "2018", "2018-04"), <, 0);
  g_assert_cmpint (compare ("signatories", "joined", "2018-04-17", "2019"), <, 0);
  g_assert_cmpint (compare ("actors", "name_en", "Avast", "Zoom"), <, 0);
  g_assert_cmpint (compare ("actors", "name_en", "Zoom", ""), <, 0);
  g_assert_cmpint (compare ("totals", "count", "", ""), ==, 0);
}

static gboolean
finds (NscRecordItem *item, const char *query)
{
  g_autofree char *folded = nsc_record_item_fold (query);

  return nsc_record_item_matches (item, folded);
}

static void
test_search (void)
{
  const NscTable *table = nsc_table_find ("actors");
  char **texts = g_new0 (char *, table->n_columns);
  g_autoptr (NscRecordItem) item = NULL;

  texts[nsc_table_find_column (table, "country")] = g_strdup ("España");
  item = nsc_record_item_new (test_record_new ("actors", "id", "telefonica", "name_en", "Telefónica", "name_zh",
                                               "西班牙电信", "country", "ES", NULL),
                              texts);
  g_assert_true (finds (item, ""));
  g_assert_true (finds (item, "TELEFON"));
  g_assert_true (finds (item, "telefó"));
  g_assert_true (finds (item, "电信"));
  g_assert_true (finds (item, "Ｔｅｌ"));
  g_assert_true (finds (item, "espana"));
  g_assert_true (finds (item, "es"));
  g_assert_false (finds (item, "hitachi"));
  /* Not across columns. */
  g_assert_false (finds (item, "telefonicatele"));
}

static void
test_choices_of_codes (Fixture *self, gconstpointer data)
{
  const NscTable *table = nsc_table_find ("actors");
  const NscColumn *kind = &table->columns[nsc_table_find_column (table, "kind")];
  const NscColumn *confidence = &table->columns[nsc_table_find_column (table, "confidence")];
  g_autoptr (NscChoiceList) kinds = nsc_choice_list_new (self->project, kind, "en");
  g_autoptr (NscChoiceList) confidences = nsc_choice_list_new (self->project, confidence, "en");
  g_autoptr (NscChoice) blank = g_list_model_get_item (G_LIST_MODEL (kinds), 0);
  g_autoptr (NscChoice) body = NULL;

  g_assert_true (nsc_choice_list_is_loaded (kinds));
  g_assert_cmpstr (nsc_choice_get_value (blank), ==, "");
  body = g_list_model_get_item (G_LIST_MODEL (kinds), nsc_choice_list_find (kinds, "public_body"));
  g_assert_cmpstr (nsc_choice_get_label (body), ==, "Public body");
  g_assert_cmpuint (nsc_choice_list_find (kinds, "robot"), ==, G_MAXUINT);
  g_assert_cmpuint (nsc_choice_list_find (confidences, ""), ==, G_MAXUINT);
}

static void
test_choices_of_records (Fixture *self, gconstpointer data)
{
  const NscTable *table = nsc_table_find ("signatories");
  const NscColumn *actor = &table->columns[nsc_table_find_column (table, "actor")];
  g_autoptr (NscChoiceList) actors = NULL;
  g_autoptr (NscChoice) first = NULL;
  g_autofree char *search = NULL;

  add (self, "aaa", "Aardvark", "US");
  actors = nsc_choice_list_new (self->project, actor, "en");
  g_assert_false (nsc_choice_list_is_loaded (actors));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (actors)), ==, 1);
  while (!nsc_choice_list_is_loaded (actors))
    g_main_context_iteration (NULL, TRUE);
  first = g_list_model_get_item (G_LIST_MODEL (actors), 1);
  g_assert_cmpstr (nsc_choice_get_label (first), ==, "Aardvark");
  g_assert_cmpstr (nsc_choice_get_value (first), ==, "aaa");
  g_assert_cmpuint (nsc_choice_list_find (actors, "aaa"), ==, 1);
  g_object_get (first, "search", &search, NULL);
  g_assert_nonnull (g_strstr_len (search, -1, "aaa"));
}

static void
test_counts (Fixture *self, gconstpointer data)
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
  add (self, "one", "One", "US");
  while (nsc_table_count_get_count (actors) == before)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (nsc_table_count_get_count (actors), ==, before + 1);
  nsc_table_counts_set_project (counts, NULL);
  g_assert_cmpint (nsc_table_count_get_count (actors), ==, -1);
}

#define ADD(path, func) g_test_add ("/record-list/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("texts", test_texts);
  ADD ("refresh-keeps-items", test_refresh_keeps_items);
  ADD ("refresh-follows-names", test_refresh_follows_names);
  ADD ("overtaken-answers", test_overtaken_answers);
  ADD ("let-go-while-loading", test_let_go_while_loading);
  g_test_add_func ("/record-list/order", test_order);
  g_test_add_func ("/record-list/search", test_search);
  ADD ("choices-of-codes", test_choices_of_codes);
  ADD ("choices-of-records", test_choices_of_records);
  ADD ("counts", test_counts);
  return g_test_run ();
}
