/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-list.h"

#include "nsc-table-counts.h"

#include "nsc-error.h"

#include "open-project.h"

#include <gio/gio.h>

typedef struct
{
  OpenProject open;
  guint removed;
  guint added;
  guint position;
  guint n_changes;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  open_project_set_up (&self->open);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  open_project_tear_down (&self->open);
}

static void
mark_cb (gboolean *mark)
{
  *mark = TRUE;
}

/* Spins until the list has answered once more and all is read that anybody looks at. */
static void
wait_for_answer (NscRecordList *list)
{
  gboolean refreshed = FALSE;
  gulong handler = g_signal_connect_swapped (list, "refreshed", G_CALLBACK (mark_cb), &refreshed);

  while (!refreshed || nsc_record_list_is_busy (list))
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (list, handler);
  g_assert_false (nsc_record_list_is_loading (list));
  g_assert_cmpfloat (nsc_record_list_get_progress (list), ==, 1);
}

static NscRecordList *
load (Fixture *self, const char *table, const char *language)
{
  NscRecordList *list = nsc_record_list_new (self->open.project, nsc_table_find (table), language);

  g_assert_false (nsc_record_list_is_loaded (list));
  g_assert_true (nsc_record_list_is_loading (list));
  wait_for_answer (list);
  g_assert_true (nsc_record_list_is_loaded (list));
  g_assert_null (nsc_record_list_get_error (list));
  return list;
}

static guint
count (NscRecordList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static NscRecordItem *
read_item (NscRecordList *list, guint position)
{
  NscRecordItem *item = g_list_model_get_item (G_LIST_MODEL (list), position);

  while (nsc_record_item_get_record (item) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return item;
}

static const char *
text_of (NscRecordList *list, guint position, const char *column)
{
  g_autoptr (NscRecordItem) item = read_item (list, position);

  return nsc_record_item_get_text (item, (guint) nsc_table_find_column (nsc_record_list_get_table (list), column));
}

static gint64
row_of (NscRecordList *list, guint position)
{
  g_autoptr (NscRecordItem) item = g_list_model_get_item (G_LIST_MODEL (list), position);

  return nsc_record_item_get_row (item);
}

static guint
position_of (NscRecordList *list, gint64 row)
{
  guint position;

  return nsc_record_list_find (list, row, &position) ? position : G_MAXUINT;
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
  for (guint i = 0; i < count (list); i++)
    {
      g_autoptr (NscRecordItem) item = read_item (list, i);

      if (g_str_equal (nsc_record_get_id (nsc_record_item_get_record (item)), id))
        return nsc_record_copy (nsc_record_item_get_record (item));
    }
  g_assert_not_reached ();
}

static void
test_texts (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecordList) list = NULL;
  g_autoptr (NscRecordList) chinese = NULL;
  guint last;

  open_project_add_actor (&self->open, "agency", "An Agency", "US");
  list = load (self, "actors", "en");
  last = count (list) - 1;
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
test_items_on_demand (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecordList) list = load (self, "actors", "en");
  g_autoptr (NscRecordItem) item = NULL;
  g_autoptr (NscRecordItem) same = NULL;
  gboolean told = FALSE;

  /* The first come with the answer, and are not read again. */
  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_nonnull (nsc_record_item_get_record (item));
  g_assert_false (nsc_record_list_is_busy (list));
  g_clear_object (&item);

  open_project_add_actor (&self->open, "one", "One", "US");
  wait_for_answer (list);
  item = g_list_model_get_item (G_LIST_MODEL (list), count (list) - 1);
  same = g_list_model_get_item (G_LIST_MODEL (list), count (list) - 1);
  g_assert_true (item == same);
  g_assert_null (nsc_record_item_get_record (item));
  g_assert_cmpstr (nsc_record_item_get_text (item, 1), ==, "");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), count (list)));
  g_signal_connect_swapped (item, "changed", G_CALLBACK (mark_cb), &told);
  while (!told)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (nsc_record_item_get_record (item));
  g_assert_cmpstr (nsc_record_item_get_text (item, 1), !=, "");
  g_clear_object (&same);
  /* Who still looks when the list is gone keeps what was read. */
  g_clear_object (&list);
  g_assert_nonnull (nsc_record_item_get_record (item));
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

  open_project_add_actor (&self->open, "one", "One", "US");
  row = open_project_add_actor (&self->open, "two", "Two", "US");
  open_project_add_actor (&self->open, "three", "Three", "US");
  list = load (self, "actors", "en");
  n = count (list);
  first = read_item (list, 0);
  record = dup_record (list, "two");
  middle = read_item (list, n - 2);
  g_assert_cmpuint (position_of (list, row), ==, n - 2);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect_swapped (middle, "changed", G_CALLBACK (mark_cb), &told);

  /* Other values at the same place are the item's affair. */
  nsc_record_set_by_name (record, "name_en", "Two and a Half");
  test_project_update (&self->open.files, record);
  open_project_wait (&self->open);
  wait_for_answer (list);
  g_assert_cmpuint (self->n_changes, ==, 0);
  g_assert_true (told);
  g_assert_cmpstr (text_of (list, n - 2, "name_en"), ==, "Two and a Half");

  test_project_delete (&self->open.files, "actors", row);
  open_project_wait (&self->open);
  wait_for_answer (list);
  g_assert_cmpuint (self->n_changes, ==, 1);
  g_assert_cmpuint (self->position, ==, n - 2);
  g_assert_cmpuint (self->removed, ==, 1);
  g_assert_cmpuint (self->added, ==, 0);
  g_assert_cmpuint (position_of (list, row), ==, G_MAXUINT);
  g_assert_cmpuint (position_of (list, nsc_record_item_get_row (first)), ==, 0);

  /* What is the same again tells nothing. */
  nsc_record_list_refresh (list);
  wait_for_answer (list);
  g_assert_cmpuint (self->n_changes, ==, 1);
}

/* A record whose name changes goes to its new place, and only that is told. */
static void
test_refresh_keeps_order (Fixture *self, gconstpointer data)
{
  guint name = (guint) nsc_table_find_column (nsc_table_find ("actors"), "name_en");
  NscRecordSort by_name = { name, FALSE };
  g_autoptr (NscRecordList) list = NULL;
  g_autoptr (NscRecord) record = NULL;
  gint64 row;
  guint before;

  row = open_project_add_actor (&self->open, "aaa", "Aaa", "US");
  open_project_add_actor (&self->open, "aab", "Aab", "US");
  open_project_add_actor (&self->open, "zzz", "Zzz", "US");
  list = load (self, "actors", "en");
  nsc_record_list_set_sorts (list, &by_name, 1);
  wait_for_answer (list);
  before = position_of (list, row);
  g_assert_cmpstr (text_of (list, before + 1, "name_en"), ==, "Aab");
  record = dup_record (list, "aaa");
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), self);
  nsc_record_set_by_name (record, "name_en", "Zzzz");
  test_project_update (&self->open.files, record);
  open_project_wait (&self->open);
  wait_for_answer (list);
  g_assert_cmpuint (self->n_changes, ==, 2);
  g_assert_cmpuint (self->position, ==, before);
  g_assert_cmpuint (self->removed, ==, 1);
  g_assert_cmpuint (position_of (list, row), ==, count (list) - 1);
  g_assert_cmpstr (text_of (list, before, "name_en"), ==, "Aab");
}

/* What the model says agrees with what it told, at every moment. */
typedef struct
{
  NscRecordList *list;
  GArray *rows;
} Mirror;

static void
mirror_cb (GListModel *model, guint position, guint removed, guint added, Mirror *self)
{
  if (removed > 0)
    g_array_remove_range (self->rows, position, removed);
  for (guint i = position; i < position + added; i++)
    {
      gint64 row = row_of (self->list, i);

      g_array_insert_val (self->rows, i, row);
    }
  g_assert_cmpuint (self->rows->len, ==, g_list_model_get_n_items (model));
  for (guint i = 0; i < self->rows->len; i++)
    g_assert_cmpint (g_array_index (self->rows, gint64, i), ==, row_of (self->list, i));
}

static gboolean
insert_many (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *id = g_strdup_printf ("many%u", i);
      g_autoptr (NscRecord) record =
          test_record_new ("actors", "id", id, "name_en", "5 of many", "confidence", "official", NULL);

      if (!nsc_writer_insert (writer, record, error))
        return FALSE;
    }
  return TRUE;
}

/* As many records of the same name, which come between others. */
static void
add_many (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_IMPORT, "actors", "");

  nsc_store_run_step (self->open.files.store, step, insert_many, NULL, NULL, &error);
  g_assert_no_error (error);
  open_project_wait (&self->open);
}

static void
test_tells_all (Fixture *self, gconstpointer data)
{
  guint name = (guint) nsc_table_find_column (nsc_table_find ("actors"), "name_en");
  NscRecordSort by_name = { name, FALSE };
  g_autoptr (NscRecordList) list = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  Mirror mirror = { NULL, rows };
  gint64 added[90];

  for (guint i = 0; i < G_N_ELEMENTS (added); i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      g_autofree char *words = g_strdup_printf ("%u", g_test_rand_int_range (0, 1000));

      added[i] = open_project_add_actor (&self->open, id, words, "US");
    }
  mirror.list = list = nsc_record_list_new (self->open.project, nsc_table_find ("actors"), "en");
  g_signal_connect (list, "items-changed", G_CALLBACK (mirror_cb), &mirror);
  nsc_record_list_set_sorts (list, &by_name, 1);
  wait_for_answer (list);
  g_assert_cmpuint (rows->len, >=, G_N_ELEMENTS (added));
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", 3 * i);
      g_autoptr (NscRecord) record = dup_record (list, id);
      /* None of the names that are there: an update that changes nothing is no step. */
      g_autofree char *words = g_strdup_printf ("%u", g_test_rand_int_range (1000, 2000));

      nsc_record_set_by_name (record, "name_en", words);
      test_project_update (&self->open.files, record);
      test_project_delete (&self->open.files, "actors", added[3 * i + 1]);
      open_project_wait (&self->open);
      wait_for_answer (list);
    }
  add_many (self);
  wait_for_answer (list);
  nsc_record_list_set_words (list, "1");
  wait_for_answer (list);
  nsc_record_list_set_words (list, "");
  wait_for_answer (list);
  g_assert_cmpuint (rows->len, ==, nsc_record_list_count_all (list));
}

static void
test_questions (Fixture *self, gconstpointer data)
{
  guint country = (guint) nsc_table_find_column (nsc_table_find ("actors"), "country");
  g_autoptr (NscRecordList) list = NULL;
  guint all;

  open_project_add_actor (&self->open, "one", "Österreich", "US");
  list = load (self, "actors", "en");
  all = count (list);
  nsc_record_list_set_words (list, "  oster ");
  g_assert_cmpuint (count (list), ==, all);
  wait_for_answer (list);
  g_assert_cmpuint (count (list), ==, 1);
  g_assert_cmpuint (nsc_record_list_count_all (list), ==, all);
  nsc_record_list_set_words (list, "oster");
  g_assert_false (nsc_record_list_is_loading (list));
  /* By the name of what it refers to, in the other language. */
  nsc_record_list_set_words (list, "美国");
  wait_for_answer (list);
  g_assert_cmpuint (count (list), >=, 1);
  nsc_record_list_add_filter (list, country, "no such");
  wait_for_answer (list);
  g_assert_cmpuint (count (list), ==, 0);
  nsc_record_list_add_filter (list, country, "US");
  nsc_record_list_set_words (list, "");
  wait_for_answer (list);
  g_assert_cmpuint (count (list), >=, 1);
  nsc_record_list_remove_filter (list, country, "no such");
  nsc_record_list_clear_filters (list);
  wait_for_answer (list);
  g_assert_cmpuint (count (list), ==, all);
}

/* What is read while the project changes is read again. */
static void
test_change_while_reading (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecordList) list = NULL;
  g_autoptr (NscRecord) record = NULL;

  open_project_add_actor (&self->open, "one", "One", "US");
  list = load (self, "actors", "en");
  record = dup_record (list, "one");
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *words = g_strdup_printf ("One %u", i);
      g_autoptr (NscRecordItem) item = g_list_model_get_item (G_LIST_MODEL (list), count (list) - 1);

      nsc_record_list_refresh (list);
      nsc_record_set_by_name (record, "name_en", words);
      test_project_update (&self->open.files, record);
      open_project_wait (&self->open);
      wait_for_answer (list);
      g_assert_cmpstr (text_of (list, count (list) - 1, "name_en"), ==, words);
    }
}

static void
set_up_many (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  test_project_set_up (&self->open.files);
  test_project_close (&self->open.files);
  test_file_execute (
      self->open.files.path,
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
      " INSERT INTO sectors SELECT 2 * i, 's' || i, 'Sector ' || i, '', '', '', 'official', NULL FROM n");
  test_project_reopen (&self->open.files);
  self->open.project = nsc_project_new (self->open.files.store, &error);
  g_assert_no_error (error);
}

/* However many are looked at one after the other, each is read, and few are kept. */
static void
test_many (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecordList) list = load (self, "sectors", "en");
  g_autoptr (NscRecordItem) held = read_item (list, 2000);
  NscRecordSort descending = { NSC_TABLE_ID_COLUMN, TRUE };
  guint position;

  g_assert_cmpuint (count (list), ==, 3000);
  for (guint i = 0; i < 3000; i += 7)
    {
      guint at = i * 11 % 3000;
      g_autofree char *expected = g_strdup_printf ("Sector %u", at + 1);

      g_assert_cmpstr (text_of (list, at, "name_en"), ==, expected);
    }
  /* All at once as well. */
  for (guint i = 0; i < 700; i++)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (list), i));
  while (nsc_record_list_is_busy (list))
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 700; i++)
    {
      g_autoptr (NscRecordItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_nonnull (nsc_record_item_get_record (item));
    }
  g_assert_false (nsc_record_list_is_busy (list));
  g_assert_true (nsc_record_list_find (list, 4002, &position));
  g_assert_cmpuint (position, ==, 2000);
  g_assert_cmpint (row_of (list, 2000), ==, nsc_record_item_get_row (held));
  g_assert_false (nsc_record_list_find (list, 4001, &position));

  /* Past the first that come with the answer. */
  nsc_record_list_set_sorts (list, &descending, 1);
  wait_for_answer (list);
  g_assert_cmpstr (text_of (list, 0, "id"), ==, "s999");
  g_assert_cmpstr (text_of (list, 2999, "id"), ==, "s1");
  nsc_record_list_set_words (list, "sector 29");
  wait_for_answer (list);
  g_assert_cmpuint (count (list), ==, 111);
  g_assert_cmpstr (text_of (list, 110, "id"), ==, "s29");
}

/* What a view is told that keeps to it. */
typedef struct
{
  guint n;      /* rows, as told */
  guint n_most; /* told at once, of those for which a view makes widgets */
} View;

static void
view_cb (GListModel *model, guint position, guint removed, guint added, View *self)
{
  g_assert_cmpuint (position + removed, <=, self->n);
  self->n += added - removed;
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, self->n);
  if (position < 200)
    self->n_most = MAX (self->n_most, MIN (added, 200 - position));
  if (added > 0)
    g_object_unref (g_list_model_get_item (model, position + added - 1));
}

/* A person is not to wait while a view makes two hundred rows: they are told some in a turn. */
static void
test_turns (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecordList) list = load (self, "sectors", "en");
  View view = { count (list), 0 };
  NscRecordSort descending = { NSC_TABLE_ID_COLUMN, TRUE };

  g_signal_connect (list, "items-changed", G_CALLBACK (view_cb), &view);
  nsc_record_list_set_sorts (list, &descending, 1);
  wait_for_answer (list);
  g_assert_cmpuint (view.n, ==, 3000);
  g_assert_cmpuint (view.n_most, <=, 40);
  g_assert_cmpstr (text_of (list, 2999, "id"), ==, "s1");
}

static gboolean
draw_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Also where there is always a frame to draw, as on a slow machine. */
static void
test_turns_beside_frames (Fixture *self, gconstpointer data)
{
  guint frames = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 20, draw_cb, NULL, NULL);
  g_autoptr (NscRecordList) list = load (self, "sectors", "en");

  g_assert_cmpuint (count (list), ==, 3000);
  g_source_remove (frames);
}

/* Another question, and a change of a record, between the turns of an answer. */
static void
test_asked_between_turns (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecordList) list = load (self, "sectors", "en");
  View view = { count (list), 0 };
  NscRecordSort descending = { NSC_TABLE_ID_COLUMN, TRUE };
  gulong told;

  told = g_signal_connect (list, "items-changed", G_CALLBACK (view_cb), &view);
  nsc_record_list_set_sorts (list, &descending, 1);
  while (count (list) == 3000)
    g_main_context_iteration (NULL, TRUE);
  nsc_record_list_set_words (list, "sector 2");
  wait_for_answer (list);
  g_assert_cmpuint (view.n, ==, 1111);
  nsc_record_list_set_words (list, "");
  while (count (list) == 1111)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (list, told);
  nsc_record_list_refresh (list);
  wait_for_answer (list);
  g_assert_cmpuint (count (list), ==, 3000);
  g_assert_cmpstr (text_of (list, 0, "id"), ==, "s999");
  g_assert_cmpstr (text_of (list, 2999, "id"), ==, "s1");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3000);
}

static void
test_no_rows (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecordList) list = load (self, "mentions", "en");
  guint position;

  g_assert_cmpuint (count (list), ==, 0);
  g_assert_cmpuint (nsc_record_list_count_all (list), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 0));
  g_assert_false (nsc_record_list_find (list, 1, &position));
  nsc_record_list_set_words (list, "x");
  wait_for_answer (list);
  g_assert_cmpuint (count (list), ==, 0);
}

/* The name of what is referred to changes in another table. */
static void
test_refresh_follows_names (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecordList) list = NULL;
  g_autoptr (NscRecordList) countries = NULL;
  g_autoptr (NscRecord) record = NULL;
  guint last;

  open_project_add_actor (&self->open, "agency", "An Agency", "US");
  list = load (self, "actors", "en");
  countries = load (self, "countries", "en");
  last = count (list) - 1;
  record = dup_record (countries, "US");
  nsc_record_set_by_name (record, "name_en", "The States");
  test_project_update (&self->open.files, record);
  open_project_wait (&self->open);
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
  NscRecordList *list = nsc_record_list_new (self->open.project, nsc_table_find ("actors"), "en");
  g_autoptr (NscTableCounts) counts = nsc_table_counts_new ();

  g_assert_finalize_object (list);
  nsc_table_counts_set_project (counts, self->open.project);
  nsc_table_counts_set_project (counts, NULL);
}

#define ADD(path, func) g_test_add ("/record-list/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("texts", test_texts);
  ADD ("items-on-demand", test_items_on_demand);
  ADD ("refresh-keeps-items", test_refresh_keeps_items);
  ADD ("refresh-keeps-order", test_refresh_keeps_order);
  ADD ("tells-all", test_tells_all);
  ADD ("questions", test_questions);
  ADD ("change-while-reading", test_change_while_reading);
  ADD ("no-rows", test_no_rows);
  g_test_add ("/record-list/many", Fixture, NULL, set_up_many, test_many, tear_down);
  g_test_add ("/record-list/turns", Fixture, NULL, set_up_many, test_turns, tear_down);
  g_test_add ("/record-list/turns-beside-frames", Fixture, NULL, set_up_many, test_turns_beside_frames, tear_down);
  g_test_add ("/record-list/asked-between-turns", Fixture, NULL, set_up_many, test_asked_between_turns, tear_down);
  ADD ("refresh-follows-names", test_refresh_follows_names);
  ADD ("overtaken-answers", test_overtaken_answers);
  ADD ("let-go-while-loading", test_let_go_while_loading);
  return g_test_run ();
}
