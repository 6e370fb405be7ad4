/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-rows.h"

#include "nsc-code-words.h"
#include "nsc-fold.h"

#include "nsc-error.h"

#include "test-project.h"

#include <gio/gio.h>
#include <locale.h>

/* Everything is held against the slow way: all records in memory, compared one by one. */

typedef struct
{
  TestProject files;
  NscReader *reader;
} Fixture;

static const char *const words[] = { "Alpha",  "alpha", "Ångström", "Beta",   "阿尔法", "贝塔", "中国电信",
                                     "Zürich", "Zoom",  "",         "signal", "电",     "10",   "9" };

static const char *
draw_word (void)
{
  return words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
}

static const char *
draw_name (void)
{
  const char *word = draw_word ();

  return *word != '\0' ? word : "Nameless";
}

static const char *
draw_date (void)
{
  static const char *const dates[] = { "", "2018", "2018-04", "2018-04-17", "2019-01-02", "2017-12" };

  return dates[g_test_rand_int_range (0, G_N_ELEMENTS (dates))];
}

static void
fill (TestProject *files)
{
  static const char *const kinds[] = { "", "state", "company", "public_body" };
  static const char *const confidences[] = { "official", "unverified", "unstated" };
  static const char *const roles[] = { "", "signatory", "founder", "观察员" };

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *id = g_strdup_printf ("actor%u", i);
      g_autofree char *actor = g_strdup_printf ("actor%u", g_test_rand_int_range (0, (gint32) i + 1));
      g_autofree char *initiative = g_strdup_printf ("initiative%u", i);
      g_autofree char *number = g_strdup_printf ("%d", g_test_rand_int_range (0, 200));
      g_autofree char *as_of = g_strdup_printf ("20%02u", i);
      g_autoptr (NscRecord) one =
          test_record_new ("actors", "id", id, "name_en", draw_name (), "name_zh", draw_word (), "kind",
                           kinds[g_test_rand_int_range (0, 4)], "country", g_test_rand_bit () ? "US" : "", "source",
                           draw_word (), "confidence", confidences[g_test_rand_int_range (0, 3)], NULL);
      g_autoptr (NscRecord) two =
          test_record_new ("initiatives", "id", initiative, "name_en", draw_name (), "name_zh", draw_word (),
                           "lead_actor", g_test_rand_bit () ? id : "", "confidence", "official", NULL);
      g_autoptr (NscRecord) three = test_record_new ("signatories", "initiative", initiative, "actor", actor, "role",
                                                     roles[g_test_rand_int_range (0, 4)], "joined", draw_date (),
                                                     "confidence", confidences[g_test_rand_int_range (0, 3)], NULL);
      g_autoptr (NscRecord) four = test_record_new ("totals", "initiative", initiative, "as_of", as_of, "category",
                                                    "all", "count", number, "confidence", "official", NULL);

      test_project_add (files, one);
      test_project_add (files, two);
      test_project_add (files, three);
      test_project_add (files, four);
    }
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  test_project_set_up (&self->files);
  test_project_add_some (&self->files);
  fill (&self->files);
  self->reader = nsc_store_take_reader (self->files.store, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  nsc_reader_free (self->reader);
  test_project_tear_down (&self->files);
}

/* ---- the slow way ---- */

static gboolean
keep_record (const NscRecord *record, gpointer data, GError **error)
{
  g_ptr_array_add (data, nsc_record_copy (record));
  return TRUE;
}

static GPtrArray *
read_all (Fixture *self, const NscTable *table)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_record_free);
  g_autoptr (GError) error = NULL;

  nsc_reader_scan_records (self->reader, table, keep_record, records, NULL, &error);
  g_assert_no_error (error);
  return records;
}

static char *
dup_text (Fixture *self, const NscRecord *record, guint column, const char *language)
{
  const NscTable *table = nsc_record_get_table (record);
  const NscColumn *described = &table->columns[column];
  const char *value = nsc_record_get (record, column);
  g_autoptr (NscRecord) target = NULL;

  if (*value == '\0')
    return g_strdup ("");
  if (described->target != NULL)
    {
      const NscTable *other = nsc_table_find (described->target);

      target = nsc_reader_get_record (self->reader, other, nsc_reader_find_id (self->reader, other, value, NULL), NULL);
      return g_strdup (nsc_record_get_name (target, language));
    }
  if (described->kind == NSC_COLUMN_CHOICE || g_str_equal (value, "signatory") || g_str_equal (value, "founder"))
    return nsc_code_words (language, value);
  return g_strdup (value);
}

typedef struct
{
  Fixture *fixture;
  const NscRecordQuestion *question;
} Slow;

static int
compare_column (const Slow *slow, const NscRecord *a, const NscRecord *b, const NscRecordSort *sort)
{
  g_autofree char *one = dup_text (slow->fixture, a, sort->column, slow->question->language);
  g_autofree char *other = dup_text (slow->fixture, b, sort->column, slow->question->language);
  NscColumnKind kind = slow->question->table->columns[sort->column].kind;
  int order;

  if (*one == '\0' || *other == '\0')
    return (*one == '\0') - (*other == '\0');
  if (kind == NSC_COLUMN_INTEGER)
    order = atoi (one) - atoi (other);
  else
    order = kind == NSC_COLUMN_DATE ? g_strcmp0 (one, other) : g_utf8_collate (one, other);
  return sort->descending ? -order : order;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const NscRecord *one = *(NscRecord *const *) a, *other = *(NscRecord *const *) b;
  const Slow *slow = data;

  for (guint i = 0; i < slow->question->n_sorts; i++)
    {
      int order = compare_column (slow, one, other, &slow->question->sorts[i]);

      if (order != 0)
        return order;
    }
  return (nsc_record_get_row (one) > nsc_record_get_row (other)) -
         (nsc_record_get_row (one) < nsc_record_get_row (other));
}

static gboolean
says (const char *text, const char *folded)
{
  g_autofree char *whole = nsc_fold_text (text);

  return strstr (whole, folded) != NULL;
}

static gboolean
has_words (Fixture *self, const NscRecord *record, const NscRecordQuestion *question)
{
  if (question->words == NULL)
    return TRUE;
  for (guint i = 0; i < question->table->n_columns; i++)
    {
      g_autofree char *text = dup_text (self, record, i, question->language);
      g_autofree char *other = dup_text (self, record, i, g_str_equal (question->language, "en") ? "zh_CN" : "en");
      gboolean is_reference = question->table->columns[i].target != NULL;

      if (says (nsc_record_get (record, i), question->words) || says (text, question->words) ||
          (is_reference && says (other, question->words)))
        return TRUE;
    }
  return FALSE;
}

/* At most one filter is asked for here. */
static gboolean
is_admitted (const NscRecord *record, const NscRecordQuestion *question)
{
  const NscRecordFilter *filter;
  const char *value;

  if (question->filters->len == 0)
    return TRUE;
  filter = &g_array_index (question->filters, NscRecordFilter, 0);
  value = nsc_record_get (record, filter->column);
  if (question->table->columns[filter->column].kind == NSC_COLUMN_DATE && *filter->value != '\0')
    return g_str_has_prefix (value, filter->value);
  return g_str_equal (value, filter->value);
}

static guint
check (Fixture *self, const NscRecordQuestion *question)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = read_all (self, question->table);
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();
  g_autoptr (NscRecordRows) rows = NULL;
  Slow slow = { self, question };
  gint scanned = 0;

  for (guint i = 0; i < all->len; i++)
    if (has_words (self, g_ptr_array_index (all, i), question) && is_admitted (g_ptr_array_index (all, i), question))
      g_ptr_array_add (expected, g_ptr_array_index (all, i));
  g_ptr_array_sort_with_data (expected, compare, &slow);

  rows = nsc_record_rows_find (self->reader, question, &scanned, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nsc_record_rows_get_n_all (rows), ==, all->len);
  g_assert_cmpint (scanned, ==, all->len);
  g_assert_cmpuint (nsc_record_rows_get_length (rows), ==, expected->len);
  for (guint i = 0; i < expected->len; i++)
    g_assert_cmpint (nsc_record_rows_get (rows)[i], ==, nsc_record_get_row (g_ptr_array_index (expected, i)));
  return expected->len;
}

/* ---- tests ---- */

static void
test_every_order (Fixture *self, gconstpointer data)
{
  for (const NscTable *const *table = nsc_table_list (); *table != NULL; table++)
    for (guint column = 0; column < (*table)->n_columns; column++)
      for (guint i = 0; i < 4; i++)
        {
          g_autoptr (NscRecordQuestion) question = nsc_record_question_new (*table, i < 2 ? "en" : "zh_CN");
          NscRecordSort sort = { column, i % 2 == 1 };

          nsc_record_question_set_sorts (question, &sort, 1);
          check (self, question);
        }
}

static void
test_orders_of_several (Fixture *self, gconstpointer data)
{
  const NscTable *table = nsc_table_find ("signatories");

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (NscRecordQuestion) question = nsc_record_question_new (table, "zh_CN");
      NscRecordSort sorts[NSC_RECORD_MAX_SORTS];

      for (guint j = 0; j < G_N_ELEMENTS (sorts); j++)
        {
          sorts[j].column = (guint) g_test_rand_int_range (0, (gint32) table->n_columns);
          sorts[j].descending = g_test_rand_bit ();
        }
      nsc_record_question_set_sorts (question, sorts, G_N_ELEMENTS (sorts));
      check (self, question);
    }
}

static void
test_words (Fixture *self, gconstpointer data)
{
  static const char *const tables[] = { "actors", "initiatives", "signatories", "totals", "countries", "mentions" };
  guint n_found = 0;

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    for (guint i = 0; i < 2 * G_N_ELEMENTS (words); i++)
      {
        g_autoptr (NscRecordQuestion) question =
            nsc_record_question_new (nsc_table_find (tables[t]), i % 2 == 0 ? "en" : "zh_CN");
        NscRecordSort sort = { 1, FALSE };

        nsc_record_question_set_words (question, words[i / 2]);
        if (i % 3 == 0)
          nsc_record_question_set_sorts (question, &sort, 1);
        n_found += check (self, question);
      }
  g_assert_cmpuint (n_found, >, 100);
}

static void
test_filters (Fixture *self, gconstpointer data)
{
  guint n_found = 0;

  for (const NscTable *const *table = nsc_table_list (); *table != NULL; table++)
    {
      g_autoptr (GPtrArray) all = read_all (self, *table);

      for (guint column = 0; column < (*table)->n_columns && all->len > 0; column++)
        for (guint i = 0; i < 3; i++)
          {
            g_autoptr (NscRecordQuestion) question = nsc_record_question_new (*table, "en");
            const NscRecord *record = g_ptr_array_index (all, g_test_rand_int_range (0, (gint32) all->len));

            nsc_record_question_add_filter (question, column, nsc_record_get (record, column));
            if (i == 2)
              nsc_record_question_set_words (question, "a");
            n_found += check (self, question);
          }
    }
  g_assert_cmpuint (n_found, >, 100);
}

/* Of one column one must hold, of several all. */
static void
test_filters_together (Fixture *self, gconstpointer data)
{
  const NscTable *table = nsc_table_find ("signatories");
  guint joined = (guint) nsc_table_find_column (table, "joined");
  guint confidence = (guint) nsc_table_find_column (table, "confidence");
  g_autoptr (NscRecordQuestion) question = nsc_record_question_new (table, "en");
  g_autoptr (GPtrArray) all = read_all (self, table);
  g_autoptr (NscRecordRows) rows = NULL;
  guint expected = 0, position;

  for (guint i = 0; i < all->len; i++)
    {
      const NscRecord *record = g_ptr_array_index (all, i);
      const char *date = nsc_record_get (record, joined);

      expected += (g_str_has_prefix (date, "2018") || *date == '\0') &&
                  !g_str_equal (nsc_record_get (record, confidence), "unstated");
    }
  g_assert_true (nsc_record_question_add_filter (question, joined, "2018"));
  g_assert_true (nsc_record_question_add_filter (question, joined, ""));
  g_assert_true (nsc_record_question_add_filter (question, confidence, "official"));
  g_assert_true (nsc_record_question_add_filter (question, confidence, "unverified"));
  g_assert_false (nsc_record_question_add_filter (question, confidence, "unverified"));
  rows = nsc_record_rows_find (self->reader, question, NULL, NULL, NULL);
  g_assert_cmpuint (nsc_record_rows_get_length (rows), ==, expected);
  g_assert_false (nsc_record_rows_find_position (rows, 1000, &position));
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecordQuestion) question = nsc_record_question_new (nsc_table_find ("actors"), "en");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (nsc_record_rows_find (self->reader, question, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(path, func) g_test_add ("/record-rows/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("every-order", test_every_order);
  ADD ("orders-of-several", test_orders_of_several);
  ADD ("words", test_words);
  ADD ("filters", test_filters);
  ADD ("filters-together", test_filters_together);
  ADD ("cancelled", test_cancelled);
  return g_test_run ();
}
