/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-project.h"

#include "nsc-backup.h"
#include "nsc-error.h"
#include "nsc-shelf-private.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/stat.h>

/* With this argument the program is one that backs up until it is killed. */
#define CHILD "--back-up-for-ever"

static char *
dup_uid (TestProject *project)
{
  return test_project_query (project, "SELECT uid FROM project");
}

static void
remove_backups (const char *uid)
{
  g_autofree char *folder = nsc_shelf_get_folder (uid);
  g_autofree char *argument = g_shell_quote (folder);
  g_autofree char *command = g_strdup_printf ("rm -r %s", argument);

  if (g_file_test (folder, G_FILE_TEST_EXISTS))
    g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

static char *
back_up (TestProject *project)
{
  g_autoptr (GError) error = NULL;
  char *path;

  g_assert_true (nsc_store_back_up (project->store, &path, NULL, &error));
  g_assert_no_error (error);
  g_assert_nonnull (path);
  return path;
}

static char *
dump_file (const char *path)
{
  TestProject file = { .path = (char *) path };
  g_autoptr (GError) error = NULL;
  char *dump;

  file.store = nsc_store_open (path, NSC_STORE_READ, NULL, &error);
  g_assert_no_error (error);
  dump = test_project_dump (&file);
  g_assert_true (nsc_store_close (file.store, NULL));
  g_object_unref (file.store);
  return dump;
}

static void
add_sector (TestProject *project, const char *id)
{
  g_autoptr (NscRecord) sector = test_record_new ("sectors", "id", id, "name_en", id, NULL);

  test_project_add (project, sector);
}

/* Damages bytes in the middle of a file. */
static void
scribble (const char *path)
{
  GStatBuf info;
  FILE *file = fopen (path, "r+b");

  g_assert_nonnull (file);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  for (off_t at = 4096 + 8; at < info.st_size; at += 64)
    {
      fseek (file, at, SEEK_SET);
      fputc (0x7f, file);
    }
  fclose (file);
}

/* What is in the journal is in the backup too, and one is made only of what is new. */
static void
test_made (void)
{
  TestProject project;
  g_autofree char *uid = NULL;
  g_autofree char *first = NULL;
  g_autofree char *same = NULL;
  g_autofree char *second = NULL;
  g_autofree char *before = NULL;
  g_autofree char *in_backup = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (NscBackupFacts) facts = { 0 };
  g_autofree char *folder = NULL;
  GStatBuf info;

  test_project_set_up (&project);
  test_project_add_some (&project);
  uid = dup_uid (&project);
  first = back_up (&project);
  before = test_project_dump (&project);
  in_backup = dump_file (first);
  g_assert_cmpstr (before, ==, in_backup);
  same = back_up (&project);
  g_assert_cmpstr (first, ==, same);

  add_sector (&project, "energy");
  second = back_up (&project);
  g_assert_cmpstr (first, !=, second);
  backups = nsc_backup_list (uid);
  g_assert_cmpuint (backups->len, ==, 2);
  g_assert_cmpstr (((NscBackup *) g_ptr_array_index (backups, 0))->path, ==, second);
  g_assert_true (nsc_backup_look (second, &facts, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (facts.n_records, ==, 6);
  g_assert_cmpstr (facts.newest->subject, ==, "energy");

  folder = g_path_get_dirname (first);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);
  found = nsc_backup_find_project (project.path);
  g_assert_cmpstr (found, ==, uid);
  remove_backups (uid);
  test_project_tear_down (&project);
}

/* A project that says it is something else does not lead out of the folder. */
static void
test_strange_name (void)
{
  g_autofree char *folder = nsc_shelf_get_folder ("../../../etc");
  g_autofree char *sane = nsc_shelf_get_folder ("0a0b0c0d-0000-4000-8000-000000000000");

  g_assert_null (strstr (folder, ".."));
  g_assert_true (g_str_has_suffix (sane, "/0a0b0c0d-0000-4000-8000-000000000000"));
}

/* The oldest go, and what is no backup stays. */
static void
test_rotation (void)
{
  TestProject project;
  g_autofree char *uid = NULL;
  g_autofree char *newest = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *foreign = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  test_project_set_up (&project);
  uid = dup_uid (&project);
  newest = back_up (&project);
  folder = g_path_get_dirname (newest);
  for (int i = 0; i < 9; i++)
    {
      g_autofree char *old = g_strdup_printf ("%s/2001-01-%02dT000000Z.normscape", folder, i + 1);

      g_assert_true (g_file_set_contents (old, "", 0, NULL));
    }
  foreign = g_build_filename (folder, "2001-01-01.normscape", NULL);
  g_assert_true (g_file_set_contents (foreign, "", 0, NULL));
  test_project_add_some (&project);
  g_free (back_up (&project));
  backups = nsc_backup_list (uid);
  g_assert_cmpuint (backups->len, ==, 5);
  g_assert_cmpstr (((NscBackup *) g_ptr_array_index (backups, 1))->path, ==, newest);
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
  remove_backups (uid);
  test_project_tear_down (&project);
}

/* A copy that is not what it should be is told and not kept; those before stay. */
static void
test_damaged (void)
{
  TestProject project;
  g_autofree char *uid = NULL;
  g_autofree char *good = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (NscBackupFacts) facts = { 0 };
  char *path;

  test_project_set_up (&project);
  test_project_add_some (&project);
  uid = dup_uid (&project);
  good = back_up (&project);
  add_sector (&project, "energy");
  test_project_close (&project);
  test_file_execute (project.path, "UPDATE actors SET name_en = 'Bcme' WHERE row = 1");
  test_project_reopen (&project);
  g_assert_false (nsc_store_back_up (project.store, &path, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_null (path);
  backups = nsc_backup_list (uid);
  g_assert_cmpuint (backups->len, ==, 1);

  /* One that was damaged since is found out before it is used. */
  g_assert_true (nsc_backup_look (good, &facts, NULL, &error));
  nsc_backup_facts_clear (&facts);
  test_file_execute (good, "UPDATE actors SET name_en = 'Bcme' WHERE row = 1");
  g_assert_false (nsc_backup_look (good, &facts, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_DAMAGED);
  g_clear_error (&error);
  scribble (good);
  g_assert_false (nsc_backup_look (good, &facts, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_DAMAGED);
  remove_backups (uid);
  test_project_tear_down (&project);
}

static void
test_no_room (void)
{
  TestProject project;
  g_autofree char *uid = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  char *path;

  test_project_set_up (&project);
  uid = dup_uid (&project);
  nsc_shelf_pretend_room (100000);
  g_assert_false (nsc_store_back_up (project.store, &path, NULL, &error));
  nsc_shelf_pretend_room (-1);
  g_assert_error (error, NSC_ERROR, NSC_ERROR_FULL);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (nsc_store_back_up (project.store, &path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  backups = nsc_backup_list (uid);
  g_assert_cmpuint (backups->len, ==, 0);
  g_free (back_up (&project));
  remove_backups (uid);
  test_project_tear_down (&project);
}

/* ---- killed ---- */

G_NORETURN static void
back_up_for_ever (const char *path)
{
  g_autoptr (NscStore) store = nsc_store_open (path, NSC_STORE_WRITE, NULL, NULL);
  TestProject project = { .path = (char *) path, .store = store };

  for (guint i = 0;; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u-%08x", i, g_random_int ());

      add_sector (&project, id);
      nsc_store_back_up (store, NULL, NULL, NULL);
    }
}

static void
test_killed (void)
{
  TestProject project;
  g_autofree char *uid = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *part = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GPtrArray) backups = NULL;

  test_project_set_up (&project);
  test_project_add_some (&project);
  uid = dup_uid (&project);
  g_free (back_up (&project));
  test_project_close (&project);
  for (guint i = 0; i < 8; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) child =
          g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, CHILD, project.path, NULL);

      g_assert_no_error (error);
      g_usleep (150000 + i * 17000);
      g_subprocess_send_signal (child, SIGKILL);
      g_assert_true (g_subprocess_wait (child, NULL, NULL));
    }
  folder = nsc_shelf_get_folder (uid);
  part = g_build_filename (folder, "new.part", NULL);
  journal = g_build_filename (folder, "new.part-journal", NULL);
  g_assert_true (g_file_set_contents (part, "half", -1, NULL));
  g_assert_true (g_file_set_contents (journal, "half", -1, NULL));
  test_project_reopen (&project);
  add_sector (&project, "last");
  g_free (back_up (&project));
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  backups = nsc_backup_list (uid);
  g_assert_cmpuint (backups->len, >=, 2);
  for (guint i = 0; i < backups->len; i++)
    {
      const NscBackup *backup = g_ptr_array_index (backups, i);
      g_auto (NscBackupFacts) facts = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_true (nsc_backup_look (backup->path, &facts, NULL, &error));
      g_assert_no_error (error);
    }
  remove_backups (uid);
  test_project_tear_down (&project);
}

/* ---- restoring ---- */

static void
restore (const char *backup, NscBackupTrust trust, const char *path, char **aside)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (nsc_backup_restore (backup, trust, path, aside, NULL, &error));
  g_assert_no_error (error);
}

/* There and back again, with more backups between than are kept: the one that is restored is the oldest. */
static void
test_restored (void)
{
  TestProject project;
  g_autofree char *uid = NULL;
  g_autofree char *oldest = NULL;
  g_autofree char *old = NULL;
  g_autofree char *present = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *back = NULL;
  g_autofree char *aside = NULL;
  g_autoptr (GError) error = NULL;

  test_project_set_up (&project);
  test_project_add_some (&project);
  uid = dup_uid (&project);
  oldest = back_up (&project);
  old = test_project_dump (&project);
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%d", i);

      add_sector (&project, id);
      g_free (back_up (&project));
    }
  add_sector (&project, "newest");
  present = test_project_dump (&project);
  g_assert_false (nsc_backup_restore (oldest, NSC_BACKUP_VERIFIED, project.path, NULL, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_BUSY);
  test_project_close (&project);

  restore (oldest, NSC_BACKUP_VERIFIED, project.path, &aside);
  restored = dump_file (project.path);
  g_assert_cmpstr (restored, ==, old);
  restore (aside, NSC_BACKUP_AS_IT_WAS, project.path, NULL);
  back = dump_file (project.path);
  g_assert_cmpstr (back, ==, present);
  remove_backups (uid);
  test_project_tear_down (&project);
}

/* A file that cannot be opened is found by its place, and can be put back as it was. */
static void
test_restored_over_damage (void)
{
  TestProject project;
  g_autofree char *uid = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *old = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *found = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *damaged = NULL;
  g_autofree char *back = NULL;
  g_autoptr (GError) error = NULL;
  gsize n, n_back;

  test_project_set_up (&project);
  test_project_add_some (&project);
  uid = dup_uid (&project);
  backup = back_up (&project);
  old = test_project_dump (&project);
  test_project_close (&project);
  scribble (project.path);
  g_assert_true (g_file_get_contents (project.path, &damaged, &n, NULL));
  found = nsc_backup_find_project (project.path);
  g_assert_cmpstr (found, ==, uid);
  restore (backup, NSC_BACKUP_VERIFIED, project.path, &aside);
  restored = dump_file (project.path);
  g_assert_cmpstr (restored, ==, old);

  /* A backup that is damaged itself takes no file's place. */
  g_assert_false (nsc_backup_restore (aside, NSC_BACKUP_VERIFIED, project.path, NULL, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_DAMAGED);
  restore (aside, NSC_BACKUP_AS_IT_WAS, project.path, NULL);
  g_assert_true (g_file_get_contents (project.path, &back, &n_back, NULL));
  g_assert_cmpmem (back, n_back, damaged, n);
  remove_backups (uid);
  test_project_tear_down (&project);
}

/* What was put aside has its journal with it, and not more is kept of it than can be of use. */
static void
test_put_aside (void)
{
  TestProject project;
  g_autofree char *uid = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *text = NULL;
  g_autofree char *aside = NULL;
  g_autoptr (GDir) dir = NULL;
  guint n = 0;

  test_project_set_up (&project);
  test_project_add_some (&project);
  uid = dup_uid (&project);
  backup = back_up (&project);
  test_project_close (&project);
  journal = g_strconcat (project.path, "-journal", NULL);
  for (guint i = 0; i < 7; i++)
    {
      scribble (project.path);
      g_assert_true (g_file_set_contents (journal, "of that file", -1, NULL));
      g_clear_pointer (&aside, g_free);
      restore (backup, NSC_BACKUP_VERIFIED, project.path, &aside);
      g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
    }
  folder = g_path_get_dirname (aside);
  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 10);
  restore (aside, NSC_BACKUP_AS_IT_WAS, project.path, NULL);
  g_assert_true (g_file_get_contents (journal, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "of that file");
  remove_backups (uid);
  test_project_tear_down (&project);
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], CHILD))
    back_up_for_ever (argv[2]);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/backup/made", test_made);
  g_test_add_func ("/store/backup/strange-name", test_strange_name);
  g_test_add_func ("/store/backup/rotation", test_rotation);
  g_test_add_func ("/store/backup/damaged", test_damaged);
  g_test_add_func ("/store/backup/no-room", test_no_room);
  g_test_add_func ("/store/backup/killed", test_killed);
  g_test_add_func ("/store/backup/restored", test_restored);
  g_test_add_func ("/store/backup/restored-over-damage", test_restored_over_damage);
  g_test_add_func ("/store/backup/put-aside", test_put_aside);
  return g_test_run ();
}
