/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agenda-fixture.h"

#include "nsc-codebook.h"
#include "nsc-error.h"

static char *
list (NscReader *reader, const char *parent)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscCodebook) codebook = nsc_codebook_new (reader, parent, "en", NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < nsc_codebook_get_n_issues (codebook); i++)
    {
      const char *id = nsc_codebook_get_id (codebook, i);
      gint64 row = nsc_reader_find_id (reader, nsc_table_find ("issues"), id, &error);

      g_assert_cmpuint (nsc_row_index_find (nsc_codebook_get_index (codebook), row), ==, i);
      g_string_append_printf (text, "%s ", id);
    }
  return g_string_free (text, FALSE);
}

/* Siblings by position, then those without, in the order of the file. */
static void
test_order (AgendaFixture *fixture, gconstpointer data)
{
  g_autofree char *all = list (fixture->reader, NULL);
  g_autofree char *below = list (fixture->reader, "grp_b");
  g_autofree char *leaf = list (fixture->reader, "loose");
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (all, ==, "grp_a a2 a1 grp_b b1 b2 loose ");
  g_assert_cmpstr (below, ==, "grp_b b1 b2 ");
  g_assert_cmpstr (leaf, ==, "loose ");
  g_assert_null (nsc_codebook_new (fixture->reader, "none", "en", NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_NOT_FOUND);
}

static gboolean
set_parent (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *const *ids = data;
  NscReader *reader = nsc_writer_get_reader (writer);
  const NscTable *table = nsc_table_find ("issues");
  gint64 row = nsc_reader_find_id (reader, table, ids[0], error);
  g_autoptr (NscRecord) record = nsc_reader_get_record (reader, table, row, error);

  nsc_record_set_by_name (record, "parent", ids[1]);
  return nsc_writer_update (writer, record, error);
}

/* Issues that are below each other are told once, and nobody waits for ever. */
static void
test_loop (AgendaFixture *fixture, gconstpointer data)
{
  const char *ids[] = { "grp_a", "a1" };
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_EDIT, "issues", "grp_a");
  g_autofree char *all = NULL, *below = NULL;
  g_autoptr (GError) error = NULL;

  nsc_store_run_step (fixture->store, step, set_parent, ids, NULL, &error);
  g_assert_no_error (error);
  nsc_reader_free (fixture->reader);
  fixture->reader = nsc_store_take_reader (fixture->store, &error);
  all = list (fixture->reader, NULL);
  below = list (fixture->reader, "a1");
  g_assert_cmpstr (all, ==, "grp_b b1 b2 loose grp_a a2 a1 ");
  g_assert_cmpstr (below, ==, "a1 grp_a a2 ");
}

/* Rows that stand far apart are found as well. */
static void
test_index (void)
{
  g_auto (NscRowIndex) index = { 0 };

  g_assert_cmpuint (nsc_row_index_find (&index, 0), ==, NSC_ROW_INDEX_NONE);
  nsc_row_index_set (&index, 7, 1);
  nsc_row_index_set (&index, 5000, 2);
  nsc_row_index_set (&index, NSC_ROW_INDEX_MOST_DENSE + 1, 3);
  nsc_row_index_set (&index, G_MAXINT64, 0);
  g_assert_cmpuint (nsc_row_index_find (&index, 7), ==, 1);
  g_assert_cmpuint (nsc_row_index_find (&index, 5000), ==, 2);
  g_assert_cmpuint (nsc_row_index_find (&index, NSC_ROW_INDEX_MOST_DENSE + 1), ==, 3);
  g_assert_cmpuint (nsc_row_index_find (&index, G_MAXINT64), ==, 0);
  g_assert_cmpuint (nsc_row_index_find (&index, 0), ==, NSC_ROW_INDEX_NONE);
  g_assert_cmpuint (nsc_row_index_find (&index, 8), ==, NSC_ROW_INDEX_NONE);
  g_assert_cmpuint (nsc_row_index_find (&index, -1), ==, NSC_ROW_INDEX_NONE);
  g_assert_cmpuint (nsc_row_index_find (&index, G_MAXINT64 - 1), ==, NSC_ROW_INDEX_NONE);
}

#define ADD(name, func)                                                                                                \
  g_test_add ("/report/codebook/" name, AgendaFixture, NULL, agenda_fixture_set_up, func, agenda_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("order", test_order);
  ADD ("loop", test_loop);
  g_test_add_func ("/report/codebook/index", test_index);
  return g_test_run ();
}
