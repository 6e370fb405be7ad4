/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-backup.h"
#include "nsc-project-opening.h"
#include "nsc-project-recovery.h"
#include "nsc-recovery-dialog.h"
#include "nsc-restore-dialog.h"

#include "nsc-shelf-private.h"

#include "window-fixture.h"

#include <glib/gstdio.h>
#include <unistd.h>

typedef struct
{
  NscWindow *window;
  char *folder;
  GFile *file;
  char *uid;
} Fixture;

/* And a page that shows it. */
static gboolean
has_project (gpointer window)
{
  return nsc_window_get_page (window) != NULL;
}

static void
empty (const char *folder)
{
  g_autofree char *argument = g_shell_quote (folder);
  g_autofree char *command = g_strdup_printf ("rm -rf %s", argument);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("normscape-XXXXXX", NULL);
  path = g_build_filename (self->folder, "Norms.normscape", NULL);
  self->file = g_file_new_for_path (path);
  self->window = window_fixture_show ();
  nsc_project_opening_create (self->window, self->file);
  ui_fixture_wait (has_project, self->window);
  self->uid = g_strdup (nsc_project_get_uid (nsc_window_get_project (self->window)));
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  g_autofree char *backups = nsc_shelf_get_folder (self->uid);

  window_fixture_close (self->window);
  empty (self->folder);
  empty (backups);
  g_free (self->folder);
  g_free (self->uid);
  g_object_unref (self->file);
}

/* ---- records ---- */

static gint64
count_sectors (Fixture *self)
{
  NscStore *store = nsc_project_get_store (nsc_window_get_project (self->window));
  g_autoptr (NscReader) reader = nsc_store_take_reader (store, NULL);

  return nsc_reader_count (reader, nsc_table_find ("sectors"), NULL);
}

static guint
count_backups (Fixture *self)
{
  g_autoptr (GPtrArray) backups = nsc_backup_list (self->uid);

  return backups->len;
}

static gboolean
has_one_backup (gpointer self)
{
  return count_backups (self) == 1;
}

static gboolean
has_two_backups (gpointer self)
{
  return count_backups (self) == 2;
}

static gboolean
is_closed (gpointer window)
{
  return *(gpointer *) window == NULL;
}

static void
close_and_open (Fixture *self)
{
  window_fixture_close (self->window);
  self->window = window_fixture_show ();
  nsc_project_opening_open (self->window, self->file);
  ui_fixture_wait (has_project, self->window);
}

/* ---- the dialog ---- */

static gboolean
can_restore (gpointer window)
{
  GtkWidget *dialog = GTK_WIDGET (window_fixture_get_dialog (window));
  GtkWidget *button = dialog != NULL ? ui_fixture_find_button (dialog, "_Restore") : NULL;

  return button != NULL && gtk_widget_get_mapped (button) && gtk_widget_is_sensitive (button) &&
         !ui_fixture_shows (dialog, "Looking through it…");
}

static gboolean
is_empty (gpointer window)
{
  GtkWidget *dialog = GTK_WIDGET (window_fixture_get_dialog (window));

  return dialog != NULL && ui_fixture_shows (dialog, "No Backups Yet");
}

/* The row that has WORDS, or NULL. */
static GtkWidget *
find_row (GtkWidget *root, const char *words)
{
  if (ADW_IS_ACTION_ROW (root) && strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (root)), words) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
open_dialog (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.restore", NULL);
  ui_fixture_wait (can_restore, self->window);
  return GTK_WIDGET (window_fixture_get_dialog (self->window));
}

static void
press (GtkWidget *root, const char *label)
{
  GtkWidget *button = ui_fixture_find_button (root, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
is_restored (gpointer window)
{
  return has_project (window) && ui_fixture_shows (window, "Restored the backup of");
}

static gboolean
is_taken_back (gpointer window)
{
  return has_project (window) && ui_fixture_shows (window, "before it was restored");
}

/* ---- tests ---- */

/* Opening makes one, closing makes one of what was done, and closing without having done anything makes none. */
static void
test_when (Fixture *self, gconstpointer unused)
{
  ui_fixture_wait (has_one_backup, self);
  window_fixture_add_sector (self->window, "Energy");
  g_assert_cmpuint (count_backups (self), ==, 1);
  close_and_open (self);
  g_assert_cmpuint (count_backups (self), ==, 2);
  close_and_open (self);
  g_assert_cmpuint (count_backups (self), ==, 2);
}

static void
test_there_and_back (Fixture *self, gconstpointer unused)
{
  GtkWidget *dialog, *row, *other;

  ui_fixture_wait (has_one_backup, self);
  window_fixture_add_sector (self->window, "Energy");
  close_and_open (self);
  window_fixture_add_sector (self->window, "Water");
  window_fixture_add_sector (self->window, "Telecom");
  g_assert_cmpint (count_sectors (self), ==, 3);

  dialog = open_dialog (self);
  row = find_row (dialog, "Energy");
  g_assert_nonnull (row);
  other = find_row (dialog, "records");
  g_assert_nonnull (other);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       adw_action_row_get_subtitle (ADW_ACTION_ROW (row)));
  gtk_widget_activate (row);
  press (dialog, "_Restore");
  ui_fixture_wait (is_restored, self->window);
  g_assert_cmpint (count_sectors (self), ==, 1);

  press (GTK_WIDGET (self->window), "_Undo");
  ui_fixture_wait (is_taken_back, self->window);
  g_assert_cmpint (count_sectors (self), ==, 3);
}

/* The only one is chosen, and stays so. */
static void
test_single (Fixture *self, gconstpointer unused)
{
  GtkWidget *dialog;

  ui_fixture_wait (has_one_backup, self);
  dialog = open_dialog (self);
  gtk_widget_activate (find_row (dialog, "record"));
  g_assert_true (gtk_widget_is_sensitive (ui_fixture_find_button (dialog, "_Restore")));
  window_fixture_close_dialog (self->window);
}

/* A backup that is damaged between the look and the choice changes nothing and is told; the project is open again. */
static void
test_failing (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) backups = NULL;
  GtkWidget *dialog;

  ui_fixture_wait (has_one_backup, self);
  window_fixture_add_sector (self->window, "Energy");
  dialog = open_dialog (self);
  backups = nsc_backup_list (self->uid);
  g_assert_cmpint (truncate (((NscBackup *) g_ptr_array_index (backups, 0))->path, 5000), ==, 0);
  press (dialog, "_Restore");
  ui_fixture_wait (has_project, self->window);
  g_assert_true (ADW_IS_ALERT_DIALOG (window_fixture_wait_for_dialog (self->window)));
  window_fixture_close_dialog (self->window);
  g_assert_cmpint (count_sectors (self), ==, 1);
}

static gboolean
shows_damage (gpointer window)
{
  return ui_fixture_shows (window, "The Project Is Damaged");
}

static gboolean
has_restored_project (gpointer window)
{
  return has_project (window);
}

/* A project that cannot be opened any more is offered its backups; one that is damaged itself cannot be chosen. */
static void
test_damaged (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = g_file_get_path (self->file);
  g_autofree char *folder = nsc_shelf_get_folder (self->uid);
  g_autofree char *bad = g_build_filename (folder, "2020-01-01T000000Z.normscape", NULL);
  GtkWidget *dialog, *row;

  ui_fixture_wait (has_one_backup, self);
  window_fixture_add_sector (self->window, "Energy");
  window_fixture_close (self->window);
  g_assert_true (g_file_set_contents (bad, "half", 4, NULL));
  g_assert_cmpint (truncate (path, 8192), ==, 0);
  self->window = window_fixture_show ();
  nsc_project_opening_open (self->window, self->file);
  ui_fixture_wait (shows_damage, self->window);
  g_assert_true (gtk_widget_get_mapped (ui_fixture_find_button (GTK_WIDGET (self->window), "Res_tore…")));
  g_assert_true (gtk_widget_get_mapped (ui_fixture_find_button (GTK_WIDGET (self->window), "Recover a Cop_y…")));

  dialog = open_dialog (self);
  row = find_row (dialog, "Damaged");
  g_assert_nonnull (row);
  g_assert_false (gtk_widget_is_sensitive (row));
  press (dialog, "_Restore");
  ui_fixture_wait (has_restored_project, self->window);
  g_assert_cmpint (count_sectors (self), ==, 1);
}

static gboolean
is_recovered (gpointer window)
{
  AdwDialog *dialog = window_fixture_get_dialog (window);

  return NSC_IS_RECOVERY_DIALOG (dialog) && gtk_widget_get_mapped (adw_dialog_get_child (dialog)) &&
         ui_fixture_shows (GTK_WIDGET (dialog), "without the history");
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
has_text (gpointer text)
{
  return *(char **) text != NULL;
}

/* Without backups there are still the records that can be read, and the list of those that cannot. */
static void
test_recovered (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = g_file_get_path (self->file);
  g_autofree char *copy = g_build_filename (self->folder, "Rescued", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (copy);
  g_autofree char *text = NULL;
  GtkWidget *dialog;
  GStatBuf info;

  window_fixture_add_sector (self->window, "Energy");
  window_fixture_close (self->window);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (truncate (path, info.st_size * 2 / 3), ==, 0);
  self->window = window_fixture_show ();
  nsc_project_opening_open (self->window, self->file);
  ui_fixture_wait (shows_damage, self->window);
  g_assert_true (gtk_widget_is_sensitive (ui_fixture_find_button (GTK_WIDGET (self->window), "Recover a Cop_y…")));

  nsc_project_recovery_save (self->window, self->file, target);
  ui_fixture_wait (is_recovered, self->window);
  dialog = GTK_WIDGET (window_fixture_get_dialog (self->window));
  g_assert_nonnull (find_row (dialog, "kept"));
  press (dialog, "Copy the _List");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (dialog), NULL, text_cb, &text);
  ui_fixture_wait (has_text, &text);
  g_assert_nonnull (strstr (text, "Sectors\n"));
  press (dialog, "_Open");
  ui_fixture_wait (has_project, self->window);
  g_assert_true (g_str_has_suffix (nsc_project_get_path (nsc_window_get_project (self->window)), "Rescued.normscape"));
}

static gboolean
is_no_project (gpointer window)
{
  return ui_fixture_shows (window, "Not a Project");
}

/* What has lost its head looks like something else. */
static void
test_recovered_headless (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = g_file_get_path (self->file);
  g_autofree char *copy = g_build_filename (self->folder, "Rescued", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (copy);
  g_autofree char *bytes = NULL;
  gsize length;

  window_fixture_add_sector (self->window, "Energy");
  window_fixture_close (self->window);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  memset (bytes, 0, 4096);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  self->window = window_fixture_show ();
  nsc_project_opening_open (self->window, self->file);
  ui_fixture_wait (is_no_project, self->window);
  g_assert_true (gtk_widget_get_mapped (ui_fixture_find_button (GTK_WIDGET (self->window), "Recover a Cop_y…")));
  nsc_project_recovery_save (self->window, self->file, target);
  ui_fixture_wait (is_recovered, self->window);
  press (GTK_WIDGET (window_fixture_get_dialog (self->window)), "_Open");
  ui_fixture_wait (has_project, self->window);
  g_assert_cmpint (count_sectors (self), ==, 1);
}

/* It never takes the place of what is in use. */
static void
test_recovered_elsewhere (Fixture *self, gconstpointer unused)
{
  nsc_project_recovery_save (self->window, self->file, self->file);
  g_assert_true (ADW_IS_ALERT_DIALOG (window_fixture_wait_for_dialog (self->window)));
  window_fixture_close_dialog (self->window);
  g_assert_true (g_file_query_exists (self->file, NULL));
}

static void
test_none (Fixture *self, gconstpointer unused)
{
  g_autofree char *folder = nsc_shelf_get_folder (self->uid);

  ui_fixture_wait (has_one_backup, self);
  empty (folder);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.restore", NULL);
  ui_fixture_wait (is_empty, self->window);
  g_assert_false (gtk_widget_is_sensitive (
      ui_fixture_find_button (GTK_WIDGET (window_fixture_get_dialog (self->window)), "_Restore")));
  window_fixture_close_dialog (self->window);
}

/* What keeps a backup from being made is said. */
static gboolean
says_no_room (gpointer window)
{
  return ui_fixture_shows (window, "too little room");
}

static void
test_no_room (Fixture *self, gconstpointer unused)
{
  window_fixture_close (self->window);
  {
    g_autofree char *folder = nsc_shelf_get_folder (self->uid);

    empty (folder);
  }
  nsc_shelf_pretend_room (1000);
  self->window = window_fixture_show ();
  nsc_project_opening_open (self->window, self->file);
  ui_fixture_wait (says_no_room, self->window);

  /* It has been read and need not be read again. */
  window_fixture_close (self->window);
  nsc_shelf_pretend_room (-1);
  self->window = window_fixture_show ();
}

/* A backup that was not made at the end is told by a window that comes back, and goes when that was read. */
static void
test_no_room_at_the_end (Fixture *self, gconstpointer unused)
{
  gpointer window = self->window;
  AdwDialog *dialog;

  ui_fixture_wait (has_one_backup, self);
  window_fixture_add_sector (self->window, "Space");
  nsc_shelf_pretend_room (1000);
  gtk_window_close (GTK_WINDOW (self->window));
  dialog = window_fixture_wait_for_dialog (self->window);
  nsc_shelf_pretend_room (-1);
  ui_fixture_wait (says_no_room, dialog);
  g_assert_true (ui_fixture_shows (GTK_WIDGET (dialog), "No Backup Was Made"));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (self->window)));

  g_object_add_weak_pointer (window, &window);
  adw_dialog_close (dialog);
  ui_fixture_wait (is_closed, &window);
  self->window = window_fixture_show ();
  nsc_project_opening_open (self->window, self->file);
  ui_fixture_wait (has_project, self->window);
  g_assert_cmpint (count_sectors (self), ==, 1);
  ui_fixture_wait (has_two_backups, self);
}

int
main (int argc, char *argv[])
{
  window_fixture_init (&argc, &argv);
  g_test_add ("/restore/when", Fixture, NULL, set_up, test_when, tear_down);
  g_test_add ("/restore/there-and-back", Fixture, NULL, set_up, test_there_and_back, tear_down);
  g_test_add ("/restore/single", Fixture, NULL, set_up, test_single, tear_down);
  g_test_add ("/restore/failing", Fixture, NULL, set_up, test_failing, tear_down);
  g_test_add ("/restore/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/restore/recovered", Fixture, NULL, set_up, test_recovered, tear_down);
  g_test_add ("/restore/recovered-headless", Fixture, NULL, set_up, test_recovered_headless, tear_down);
  g_test_add ("/restore/recovered-elsewhere", Fixture, NULL, set_up, test_recovered_elsewhere, tear_down);
  g_test_add ("/restore/none", Fixture, NULL, set_up, test_none, tear_down);
  g_test_add ("/restore/no-room", Fixture, NULL, set_up, test_no_room, tear_down);
  g_test_add ("/restore/no-room-at-the-end", Fixture, NULL, set_up, test_no_room_at_the_end, tear_down);
  return window_fixture_run ();
}
