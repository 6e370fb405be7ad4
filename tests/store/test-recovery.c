/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-project.h"

#include "nsc-backup.h"
#include "nsc-error.h"
#include "nsc-recovery.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define N_SECTORS 3000

static gboolean
add_sectors (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < N_SECTORS; i++)
    {
      g_autofree char *id = g_strdup_printf ("sector-%05u", i);
      g_autofree char *name = g_strdup_printf ("The sector of number %u, at some length", i);
      g_autoptr (NscRecord) sector = test_record_new ("sectors", "id", id, "name_en", name, NULL);

      if (nsc_writer_insert (writer, sector, error) == 0)
        return FALSE;
    }
  return TRUE;
}

/* Issues of which the first is below the second, and so on: each names one that comes later. */
static void
add_issues (TestProject *project)
{
  gint64 rows[5];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *id = g_strdup_printf ("issue-%u", i);
      g_autoptr (NscRecord) issue = test_record_new ("issues", "id", id, "label_en", id, NULL);

      rows[i] = test_project_add (project, issue);
    }
  for (guint i = 0; i + 1 < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *id = g_strdup_printf ("issue-%u", i);
      g_autofree char *parent = g_strdup_printf ("issue-%u", i + 1);
      g_autoptr (NscRecord) issue = test_record_new ("issues", "id", id, "label_en", id, "parent", parent, NULL);

      nsc_record_set_row (issue, rows[i]);
      test_project_update (project, issue);
    }
}

static void
set_up (TestProject *project)
{
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_ADD, "sectors", "many");
  g_autoptr (GError) error = NULL;

  test_project_set_up (project);
  test_project_add_some (project);
  add_issues (project);
  g_assert_true (nsc_store_run_step (project->store, step, add_sectors, NULL, NULL, &error));
  g_assert_no_error (error);
  test_project_close (project);
}

/* ---- damage ---- */

static void
write_at (const char *path, goffset at, const void *bytes, gsize n)
{
  FILE *file = fopen (path, "r+b");

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, at, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (bytes, 1, n, file), ==, n);
  fclose (file);
}

/* Fills PAGE, counted from 1, with what is no page. */
static void
spoil_page (const char *path, guint page)
{
  g_autofree char *junk = g_malloc (4096);

  memset (junk, 0xee, 4096);
  write_at (path, (goffset) (page - 1) * 4096, junk, 4096);
}

/* The page in which TEXT stands, the N-th such from 0. */
static guint
find_page (const char *path, const char *text, guint n)
{
  g_autofree char *bytes = NULL;
  gsize length, n_text = strlen (text);
  guint last = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize i = 0; i + n_text <= length; i++)
    if (memcmp (bytes + i, text, n_text) == 0 && (guint) (i / 4096) + 1 != last)
      {
        last = (guint) (i / 4096) + 1;
        if (n-- == 0)
          return last;
      }
  g_assert_not_reached ();
}

/* ---- recovering ---- */

typedef struct
{
  TestProject project;
  char *target;
  NscRecovery *recovery;
} Recovered;

static char *
hash_of (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) bytes, length);
}

/* The damaged file stays as it is, byte by byte, and what comes of it is a sound project. */
static void
recover (Recovered *self)
{
  g_autofree char *before = hash_of (self->project.path);
  g_autofree char *after = NULL;
  g_autoptr (NscStore) store = NULL;
  g_autoptr (GError) error = NULL;
  guint n_troubles;

  self->target = g_build_filename (self->project.folder, "Recovered.normscape", NULL);
  self->recovery = nsc_recovery_run (self->project.path, self->target, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->recovery);
  after = hash_of (self->project.path);
  g_assert_cmpstr (before, ==, after);
  store = nsc_store_open (self->target, NSC_STORE_WRITE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (nsc_store_check (store, NULL, NULL, &n_troubles, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_troubles, ==, 0);
  g_assert_true (nsc_store_close (store, NULL));
}

static const NscRecoveredTable *
find (Recovered *self, const char *name)
{
  for (guint i = 0; i < self->recovery->tables->len; i++)
    {
      const NscRecoveredTable *table = g_ptr_array_index (self->recovery->tables, i);

      if (g_str_equal (table->table->name, name))
        return table;
    }
  g_assert_not_reached ();
}

static void
tear_down (Recovered *self)
{
  nsc_recovery_free (self->recovery);
  g_unlink (self->target);
  g_free (self->target);
  test_project_tear_down (&self->project);
}

static void
test_whole (void)
{
  Recovered self = { 0 };

  set_up (&self.project);
  recover (&self);
  g_assert_true (nsc_recovery_is_whole (self.recovery));
  g_assert_cmpuint (find (&self, "sectors")->n_kept, ==, N_SECTORS + 1);
  g_assert_cmpuint (find (&self, "actors")->n_kept, ==, 2);
  g_assert_cmpuint (find (&self, "issues")->n_kept, ==, 5);
  tear_down (&self);
}

/* The rows of the spoiled pages are missed, told as ranges, and all others are there. */
static void
test_pages (void)
{
  Recovered self = { 0 };
  const NscRecoveredTable *sectors;
  guint64 n_missing = 0;

  set_up (&self.project);
  spoil_page (self.project.path, find_page (self.project.path, "The sector of number 500,", 0));
  spoil_page (self.project.path, find_page (self.project.path, "The sector of number 1500,", 0));
  spoil_page (self.project.path, find_page (self.project.path, "The sector of number 2400,", 0));
  recover (&self);
  sectors = find (&self, "sectors");
  g_assert_cmpuint (sectors->unreadable->len, ==, 3);
  for (guint i = 0; i < sectors->unreadable->len; i++)
    {
      const NscRowRange *range = &g_array_index (sectors->unreadable, NscRowRange, i);
      const gint64 in = (gint64[]) { 502, 1502, 2402 }[i];

      g_assert_cmpint (range->first, <=, in);
      g_assert_cmpint (range->last, >=, in);
      g_assert_cmpint (range->last - range->first, <, 100);
      n_missing += (guint64) (range->last - range->first + 1);
    }
  g_assert_cmpuint (sectors->n_kept + n_missing, ==, N_SECTORS + 1);
  g_assert_cmpuint (sectors->n_left_out, ==, 0);
  g_assert_cmpuint (find (&self, "issues")->n_kept, ==, 5);
  tear_down (&self);
}

static void
assert_whole (Recovered *self)
{
  g_assert_true (nsc_recovery_is_whole (self->recovery));
  g_assert_cmpstr (self->recovery->title, ==, "规范 & norms");
  g_assert_cmpuint (find (self, "sectors")->n_kept, ==, N_SECTORS + 1);
  g_assert_cmpuint (find (self, "actors")->n_kept, ==, 2);
  g_assert_cmpuint (find (self, "issues")->n_kept, ==, 5);
}

/* The first page, without which no other can be found, is that of any project. */
static void
test_first_page (void)
{
  static const char junk[4096] = { 0 };
  static const struct
  {
    goffset at;
    gsize n;
  } spoiled[] = { { 0, 4096 }, { 0, 100 }, { 100, 3996 } };

  for (guint i = 0; i < G_N_ELEMENTS (spoiled); i++)
    {
      Recovered self = { 0 };

      set_up (&self.project);
      write_at (self.project.path, spoiled[i].at, junk, spoiled[i].n);
      recover (&self);
      assert_whole (&self);
      tear_down (&self);
    }
}

/* What is damaged besides is told all the same. */
static void
test_first_page_and_another (void)
{
  Recovered self = { 0 };

  set_up (&self.project);
  spoil_page (self.project.path, 1);
  spoil_page (self.project.path, find_page (self.project.path, "The sector of number 1500,", 0));
  recover (&self);
  g_assert_cmpuint (find (&self, "sectors")->unreadable->len, ==, 1);
  g_assert_cmpuint (find (&self, "actors")->n_kept, ==, 2);
  tear_down (&self);
}

/* That of a project whose tables stand in another order is only in its backups. */
static void
test_first_page_of_backup (void)
{
  Recovered self = { 0 };
  g_autofree char *target = NULL;
  g_autoptr (GError) error = NULL;

  set_up (&self.project);
  test_file_execute (self.project.path, "VACUUM");
  spoil_page (self.project.path, 1);
  target = g_build_filename (self.project.folder, "Recovered.normscape", NULL);
  g_assert_null (nsc_recovery_run (self.project.path, target, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_NOT_A_PROJECT);
  test_project_tear_down (&self.project);

  set_up (&self.project);
  test_file_execute (self.project.path, "VACUUM");
  test_project_reopen (&self.project);
  g_assert_true (nsc_store_back_up (self.project.store, NULL, NULL, NULL));
  test_project_close (&self.project);
  spoil_page (self.project.path, 1);
  recover (&self);
  assert_whole (&self);
  tear_down (&self);
}

/* A file that was not copied whole. */
static void
test_cut (void)
{
  Recovered self = { 0 };
  GStatBuf info;

  set_up (&self.project);
  g_assert_cmpint (g_stat (self.project.path, &info), ==, 0);
  g_assert_cmpint (truncate (self.project.path, info.st_size / 2), ==, 0);
  recover (&self);
  g_assert_false (nsc_recovery_is_whole (self.recovery));
  g_assert_cmpuint (find (&self, "actors")->n_kept, ==, 2);
  g_assert_cmpuint (find (&self, "sectors")->n_kept, >, 100);
  tear_down (&self);
}

/* The row is there, but not what was written. */
static void
test_altered (void)
{
  Recovered self = { 0 };
  const NscRecoveredTable *sectors;

  set_up (&self.project);
  test_file_execute (self.project.path, "UPDATE sectors SET name_en = 'Another' WHERE row IN (1500, 2500)");
  recover (&self);
  sectors = find (&self, "sectors");
  g_assert_cmpuint (sectors->n_kept, ==, N_SECTORS + 1);
  g_assert_cmpuint (sectors->altered->len, ==, 1);
  g_assert_cmpint (g_array_index (sectors->altered, NscRowRange, 0).first, ==, 1024);
  g_assert_cmpint (g_array_index (sectors->altered, NscRowRange, 0).last, ==, 3071);
  g_assert_cmpuint (find (&self, "actors")->altered->len, ==, 0);
  g_assert_cmpuint (find (&self, "issues")->altered->len, ==, 0);
  tear_down (&self);
}

/* What names a record that is lost, or breaks another rule, is left out and counted. */
static void
test_rules (void)
{
  Recovered self = { 0 };

  set_up (&self.project);
  test_file_execute (self.project.path, "PRAGMA foreign_keys = OFF; DELETE FROM countries;"
                                        "PRAGMA ignore_check_constraints = ON;"
                                        "UPDATE sectors SET name_en = '' WHERE row = 7;"
                                        "UPDATE issues SET parent = 77 WHERE row = 3");
  recover (&self);
  g_assert_cmpuint (find (&self, "actors")->n_left_out, ==, 1);
  g_assert_cmpuint (find (&self, "actors")->n_kept, ==, 1);
  g_assert_cmpuint (find (&self, "sectors")->n_left_out, ==, 1);
  /* And the two that are below it. */
  g_assert_cmpuint (find (&self, "issues")->n_left_out, ==, 3);
  g_assert_cmpuint (find (&self, "issues")->n_kept, ==, 2);
  tear_down (&self);
}

static void
test_refused (void)
{
  TestProject project;
  g_autofree char *target = NULL;
  g_autofree char *other = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  set_up (&project);
  target = g_build_filename (project.folder, "Recovered.normscape", NULL);
  g_assert_null (nsc_recovery_run (project.path, project.path, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_OUTPUT);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (nsc_recovery_run (project.path, target, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  other = g_build_filename (project.folder, "letter.normscape", NULL);
  g_assert_true (g_file_set_contents (other, "A letter", -1, NULL));
  g_assert_null (nsc_recovery_run (other, target, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_NOT_A_PROJECT);
  g_clear_error (&error);
  g_unlink (other);

  /* Nothing but the first hundred bytes. */
  g_assert_cmpint (truncate (project.path, 100), ==, 0);
  g_assert_null (nsc_recovery_run (project.path, target, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_DAMAGED);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
  test_project_tear_down (&project);
}

/* Junk anywhere ends in a sound project or a refusal, never otherwise. */
static void
test_any_damage (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  TestProject project;
  g_autofree char *sound = NULL;
  g_autofree char *target = NULL;
  gsize length;

  set_up (&project);
  target = g_build_filename (project.folder, "Recovered.normscape", NULL);
  g_assert_true (g_file_get_contents (project.path, &sound, &length, NULL));
  for (guint round = 0; round < 10; round++)
    {
      g_autofree char *bytes = g_memdup2 (sound, length);
      g_autoptr (NscRecovery) recovery = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < 1u << round; i++)
        bytes[g_rand_int_range (rand, 100, (gint32) length)] = (char) g_rand_int (rand);
      g_assert_true (g_file_set_contents (project.path, bytes, (gssize) length, NULL));
      recovery = nsc_recovery_run (project.path, target, NULL, &error);
      if (recovery != NULL)
        {
          g_autoptr (NscStore) store = nsc_store_open (target, NSC_STORE_READ, NULL, &error);
          guint n_troubles;

          g_assert_no_error (error);
          g_assert_true (nsc_store_check (store, NULL, NULL, &n_troubles, NULL, &error));
          g_assert_cmpuint (n_troubles, ==, 0);
          g_assert_true (nsc_store_close (store, NULL));
        }
      else
        g_assert_error (error, NSC_ERROR, NSC_ERROR_DAMAGED);
      g_unlink (target);
    }
  test_project_tear_down (&project);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/recovery/whole", test_whole);
  g_test_add_func ("/store/recovery/pages", test_pages);
  g_test_add_func ("/store/recovery/first-page", test_first_page);
  g_test_add_func ("/store/recovery/first-page-and-another", test_first_page_and_another);
  g_test_add_func ("/store/recovery/first-page-of-backup", test_first_page_of_backup);
  g_test_add_func ("/store/recovery/cut", test_cut);
  g_test_add_func ("/store/recovery/altered", test_altered);
  g_test_add_func ("/store/recovery/rules", test_rules);
  g_test_add_func ("/store/recovery/refused", test_refused);
  g_test_add_func ("/store/recovery/any-damage", test_any_damage);
  return g_test_run ();
}
