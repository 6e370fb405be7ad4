/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-error.h"
#include "nsc-export.h"
#include "nsc-new-project.h"

#include "nsc-column-reading.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
} Place;

static void
set_up (Place *place, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("normscape-XXXXXX", &error);
  g_assert_no_error (error);
  place->path = g_build_filename (place->folder, "my norms.normscape", NULL);
}

static void
tear_down (Place *place, gconstpointer unused)
{
  g_unlink (place->path);
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_free (place->path);
  g_free (place->folder);
}

static void
check_title (NscStore *store, const char *expected)
{
  g_autoptr (NscReader) reader = nsc_store_take_reader (store, NULL);
  g_autofree char *title = nsc_reader_dup_title (reader, NULL);

  g_assert_cmpstr (title, ==, expected);
}

static void
check_count (NscStore *store, const char *table, gint64 expected)
{
  g_autoptr (NscReader) reader = nsc_store_take_reader (store, NULL);

  g_assert_cmpint (nsc_reader_count (reader, nsc_table_find (table), NULL), ==, expected);
}

static void
test_empty (Place *place, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStore) store = nsc_new_project_create (place->path, NULL, NULL, NULL, &error);
  g_autoptr (NscReader) reader = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  g_assert_no_error (error);
  check_title (store, "my norms");
  check_count (store, "actors", 0);
  reader = nsc_store_take_reader (store, NULL);
  g_assert_cmpint (nsc_reader_find_id (reader, nsc_table_find ("countries"), "XK", NULL), >, 0);
  steps = nsc_reader_list_steps (reader, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (steps->len, ==, 1);
  g_assert_cmpint (((NscStep *) g_ptr_array_index (steps, 0))->kind, ==, NSC_STEP_CREATE);
  g_clear_pointer (&reader, nsc_reader_free);

  /* What made the project is not undone. */
  g_assert_null (nsc_store_undo (store, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_NOTHING_TO_UNDO);
  g_assert_true (nsc_store_close (store, NULL));
}

static void
test_example (Place *place, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStore) store = nsc_new_project_create (place->path, NULL, "cyber-norms", NULL, &error);
  const NscTable *const *tables = nsc_table_list ();

  g_assert_no_error (error);
  check_title (store, "Cyber norms");
  check_count (store, "initiatives", 34);
  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autoptr (NscReader) reader = nsc_store_take_reader (store, NULL);

      g_assert_cmpint (nsc_reader_count (reader, tables[i], NULL), >, 0);
    }
  g_assert_true (nsc_store_close (store, NULL));
}

static void
test_title (Place *place, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStore) store = nsc_new_project_create (place->path, "网络规范", NULL, NULL, &error);

  g_assert_no_error (error);
  check_title (store, "网络规范");
  g_assert_true (nsc_store_close (store, NULL));
}

static void
test_refused (Place *place, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *missing = g_build_filename (place->folder, "missing", "x.normscape", NULL);

  g_assert_null (nsc_new_project_create (place->path, NULL, "climate", NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_NOT_FOUND);
  g_assert_nonnull (g_strstr_len (error->message, -1, "cyber-norms"));
  g_clear_error (&error);
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));

  g_assert_true (g_file_set_contents (place->path, "mine", -1, NULL));
  g_assert_null (nsc_new_project_create (place->path, NULL, NULL, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_OUTPUT);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (place->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");

  g_assert_null (nsc_new_project_create (missing, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
}

/* tear_down finds nothing but the project's own name in the folder. */
static void
test_cancelled (Place *place, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (nsc_new_project_create (place->path, NULL, "cyber-norms", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
}

/* A column of codes. */
typedef struct
{
  const NscTable *table;
  guint column;
} Codes;

static gboolean
check_code (gint64 row, const NscRowCell *cells, gpointer data, GError **error)
{
  const Codes *codes = data;
  const char *code = cells[0].text;
  g_autofree char *english = nsc_column_reading_dup_text (codes->table, codes->column, "en", code);
  g_autofree char *chinese = nsc_column_reading_dup_text (codes->table, codes->column, "zh_CN", code);

  if (*code != '\0' && (g_str_equal (english, code) || g_str_is_ascii (chinese)))
    g_error ("%s: “%s” has no words of its own", codes->table->columns[codes->column].name, code);
  return TRUE;
}

/* Who reads the example never meets a code in place of words, in neither language. */
static void
test_codes (Place *place, gconstpointer unused)
{
  static const char *const coded[] = { "kind", "lead_type", "role", "implementer", "relevance", "uncertainty", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStore) store = nsc_new_project_create (place->path, NULL, "cyber-norms", NULL, &error);
  g_autoptr (NscReader) reader = NULL;

  g_assert_no_error (error);
  reader = nsc_store_take_reader (store, &error);
  g_assert_no_error (error);
  for (const NscTable *const *table = nsc_table_list (); *table != NULL; table++)
    for (guint i = 0; i < (*table)->n_columns; i++)
      if (g_strv_contains (coded, (*table)->columns[i].name))
        g_assert_true (nsc_reader_scan_rows (reader, *table, &i, 1, check_code, &(Codes) { *table, i }, NULL, &error));
  g_clear_pointer (&reader, nsc_reader_free);
  g_assert_true (nsc_store_close (store, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/exchange/new-project/empty", Place, NULL, set_up, test_empty, tear_down);
  g_test_add ("/exchange/new-project/example", Place, NULL, set_up, test_example, tear_down);
  g_test_add ("/exchange/new-project/codes", Place, NULL, set_up, test_codes, tear_down);
  g_test_add ("/exchange/new-project/title", Place, NULL, set_up, test_title, tear_down);
  g_test_add ("/exchange/new-project/refused", Place, NULL, set_up, test_refused, tear_down);
  g_test_add ("/exchange/new-project/cancelled", Place, NULL, set_up, test_cancelled, tear_down);
  return g_test_run ();
}
