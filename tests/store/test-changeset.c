/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-project.h"

#include "nsc-changeset-private.h"

/* A changeset comes from the file, and so from anybody: whatever its bytes, it is applied whole or refused. */

#define N_TRIES 2000

static GBytes *
read_changeset (NscConnection *connection, gint64 step)
{
  g_autofree char *sql = g_strdup_printf ("SELECT data FROM history_part WHERE step = %" G_GINT64_FORMAT, step);
  g_autoptr (NscStatement) statement = nsc_statement_take (connection, g_intern_string (sql), NULL);
  NscCell cell;

  g_assert_cmpint (nsc_statement_step (statement, NULL), ==, NSC_STATEMENT_ROW);
  cell = nsc_statement_get_cell (statement, 0);
  return g_bytes_new (cell.bytes, cell.length);
}

static gboolean
apply (NscConnection *connection, GBytes *changeset, gboolean inverse, GError **error)
{
  g_autoptr (NscDigest) digest = nsc_digest_new ();
  NscChangeCount count = { 0 };
  const void *data;
  gsize length;

  data = g_bytes_get_data (changeset, &length);
  return nsc_changeset_measure (connection, data, length, inverse, digest, &count, error) &&
         nsc_changeset_apply (connection, data, length, inverse, error);
}

static void
try_bytes (NscConnection *connection, GBytes *changeset)
{
  g_autoptr (GError) error = NULL;
  gboolean success;

  g_assert_true (nsc_connection_begin (connection, NULL));
  success = apply (connection, changeset, g_test_rand_bit (), &error);
  g_assert_true (success == (error == NULL));
  nsc_connection_rollback (connection);
}

static GBytes *
mutate (GBytes *changeset)
{
  gsize length;
  const void *data = g_bytes_get_data (changeset, &length);
  guint8 *bytes = g_memdup2 (data, length);

  for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
    bytes[g_test_rand_int_range (0, (gint32) length)] = (guint8) g_test_rand_int_range (0, 256);
  if (g_test_rand_bit ())
    length = (gsize) g_test_rand_int_range (0, (gint32) length + 1);
  return g_bytes_new_take (bytes, length);
}

static void
test_hostile (void)
{
  TestProject project;
  g_autoptr (NscConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  test_project_set_up (&project);
  test_project_add_some (&project);
  test_project_close (&project);
  before = test_project_dump (&project);
  connection = nsc_connection_open (project.path, project.path, NSC_CONNECTION_WRITE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_TRIES; i++)
    {
      g_autoptr (GBytes) changeset = read_changeset (connection, i % 5 + 1);
      g_autoptr (GBytes) mutated = mutate (changeset);

      try_bytes (connection, mutated);
    }
  g_clear_pointer (&connection, nsc_connection_free);
  after = test_project_dump (&project);
  g_assert_cmpstr (before, ==, after);
  test_project_tear_down (&project);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/changeset/hostile", test_hostile);
  return g_test_run ();
}
