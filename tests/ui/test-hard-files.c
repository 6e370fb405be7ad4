/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a file, its folder and its disk while a window has it open: what is said, and that nothing is lost.
 */
#include "nsc-error-door.h"
#include "nsc-export-dialog.h"
#include "nsc-import-dialog.h"
#include "nsc-page-list.h"
#include "nsc-presenting.h"
#include "nsc-project-copy.h"
#include "nsc-project-opening.h"
#include "nsc-record-form.h"

#include "nsc-error.h"
#include "nsc-record-step.h"

#include "hard-fixture.h"
#include "test-folder.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define ACTORS "id,name_en,kind,country\na,Acme,company,DE\nb,Bolt,company,FR\n"
#define INITIATIVES "id,name_en\none,The First Accord\ntwo,The Second Accord\n"

static const HardTable records[] = {
  { "initiatives", INITIATIVES },
  { "actors", ACTORS },
  { "signatories", "id,initiative,actor,joined\nm,one,a,2018\nn,two,b,2019\n" },
  { NULL, NULL },
};

/* ---- what is seen ---- */

static AdwDialog *
get_dialog (HardFixture *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static gboolean
shows_alert (gpointer data)
{
  return ADW_IS_ALERT_DIALOG (get_dialog (data));
}

/* A refusal that says WORDS, and is read. */
static void
read_alert (HardFixture *self, const char *words)
{
  AdwDialog *alert;

  ui_fixture_wait (shows_alert, self);
  alert = get_dialog (self);
  if (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (alert)), words) == NULL)
    g_error ("%s is not in: %s", words, adw_alert_dialog_get_body (ADW_ALERT_DIALOG (alert)));
  adw_dialog_force_close (alert);
}

static AdwBanner *
get_banner (HardFixture *self)
{
  return ui_fixture_find (GTK_WIDGET (nsc_window_get_page (self->window)), ADW_TYPE_BANNER);
}

static gboolean
shows_banner (gpointer data)
{
  HardFixture *self = data;
  AdwBanner *banner = get_banner (self);

  return adw_banner_get_revealed (banner) && strstr (adw_banner_get_title (banner), self->words) != NULL;
}

static void
wait_for_banner (HardFixture *self, const char *words)
{
  self->words = words;
  ui_fixture_wait (shows_banner, self);
}

static gboolean
offers_copy (HardFixture *self)
{
  return g_strcmp0 (adw_banner_get_button_label (get_banner (self)), "Save a _Copy…") == 0;
}

static gboolean
can (HardFixture *self, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), action);
}

static NscStore *
get_store (HardFixture *self)
{
  return nsc_project_get_store (nsc_window_get_project (self->window));
}

static gint64
count (HardFixture *self, const char *table)
{
  NscReader *reader = nsc_store_take_reader (get_store (self), NULL);
  gint64 n = nsc_reader_count (reader, nsc_table_find (table), NULL);

  nsc_reader_free (reader);
  return n;
}

/* ---- the disk ---- */

/* No file may grow beyond SIZE; as on a full disk, but for the words, and small files of the desktop still have room.
 */
static void
limit_files (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static gboolean
is_preview_ready (gpointer data)
{
  AdwDialog *dialog = get_dialog (data);

  return NSC_IS_EXPORT_DIALOG (dialog) && nsc_export_dialog_get_scene (NSC_EXPORT_DIALOG (dialog)) != NULL;
}

static gboolean
is_dialog_closed (gpointer data)
{
  return get_dialog (data) == NULL;
}

static gboolean
has_only_the_project (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_prefix (name, "Norms.normscape"))
      return FALSE;
  return TRUE;
}

/* Says so over the dialog, which stays with its choices; nothing half written is left, and the second try does it. */
static void
test_export_to_full_disk (HardFixture *self, gconstpointer unused)
{
  static const char *const names[] = { "figure.pdf", "figure.svg", "figure.eps", "figure.png" };

  hard_fixture_open_tables (self, records);
  hard_fixture_go (self, "signatories");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);
      g_autofree char *table = g_build_filename (self->folder, "figure.csv", NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_assert_true (nsc_page_act (NSC_PAGE (self->page), NSC_PAGE_EXPORT));
      ui_fixture_wait (is_preview_ready, self);
      adw_combo_row_set_selected (ADW_COMBO_ROW (ui_fixture_find (GTK_WIDGET (get_dialog (self)), ADW_TYPE_COMBO_ROW)),
                                  i);
      ui_fixture_wait (is_preview_ready, self);
      limit_files (1500);
      nsc_export_dialog_write (NSC_EXPORT_DIALOG (get_dialog (self)), file);
      read_alert (self, names[i]);
      limit_files (RLIM_INFINITY);
      g_assert_true (has_only_the_project (self->folder));
      ui_fixture_wait (is_preview_ready, self);
      nsc_export_dialog_write (NSC_EXPORT_DIALOG (get_dialog (self)), file);
      ui_fixture_wait (is_dialog_closed, self);
      g_assert_cmpint (g_unlink (path), ==, 0);
      g_assert_cmpint (g_unlink (table), ==, 0);
    }
}

static void
save_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  HardFixture *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStep) step = nsc_project_save_finish (NSC_PROJECT (source), result, NULL, &error);

  if (error != NULL)
    nsc_error_door_show (GTK_WIDGET (self->window), error);
  self->words = error != NULL ? "failed" : "saved";
}

static gboolean
has_words (gpointer data)
{
  return ((HardFixture *) data)->words != NULL;
}

static void
save_sector (HardFixture *self, const char *name, const char *outcome)
{
  g_autoptr (NscRecord) sector = nsc_record_new (nsc_table_find ("sectors"));
  g_autofree char *long_name = g_strnfill (200000, 'x');

  nsc_record_set_by_name (sector, "id", name);
  nsc_record_set_by_name (sector, "name_en", long_name);
  nsc_record_set_by_name (sector, "confidence", "unstated");
  self->words = NULL;
  nsc_project_save_async (nsc_window_get_project (self->window), sector, NULL, save_cb, self);
  ui_fixture_wait (has_words, self);
  g_assert_cmpstr (self->words, ==, outcome);
}

/* A step that has no room is not made, what was made before stays, and with room again work goes on. */
static void
test_step_on_full_disk (HardFixture *self, gconstpointer unused)
{
  hard_fixture_open_tables (self, records);
  hard_fixture_go (self, "signatories");
  save_sector (self, "before", "saved");
  limit_files (100000);
  save_sector (self, "never", "failed");
  limit_files (RLIM_INFINITY);
  g_assert_true (adw_banner_get_revealed (get_banner (self)));
  g_assert_true (offers_copy (self));
  g_assert_cmpint (count (self, "sectors"), ==, 1);
  save_sector (self, "after", "saved");
  g_assert_cmpint (count (self, "sectors"), ==, 2);
  hard_fixture_close_window (self);
  self->window = hard_fixture_show_window (self);
  hard_fixture_open (self);
  g_assert_cmpint (count (self, "sectors"), ==, 2);
}

/* ---- the file ---- */

static gboolean
has_undone (gpointer data)
{
  return can (data, "redo");
}

static gboolean
goes_on_with_copy (gpointer data)
{
  NscProject *project = nsc_window_get_project (((HardFixture *) data)->window);

  return project != NULL && g_str_has_suffix (nsc_project_get_path (project), "Copy.normscape");
}

/* Undo works on a file that is gone too, and a copy has all of it. */
static void
test_undo_without_file (HardFixture *self, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (self->folder, "Copy.normscape", NULL);
  g_autoptr (GFile) copy = g_file_new_for_path (path);

  hard_fixture_open_tables (self, records);
  hard_fixture_go (self, "signatories");
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  nsc_store_look_for_changes (get_store (self));
  wait_for_banner (self, "moved or deleted");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  ui_fixture_wait (has_undone, self);
  g_assert_cmpint (count (self, "signatories"), ==, 0);
  nsc_project_copy_save (self->window, copy);
  ui_fixture_wait (goes_on_with_copy, self);
  g_assert_cmpint (count (self, "actors"), ==, 2);
  g_assert_cmpint (count (self, "signatories"), ==, 0);
  g_assert_true (can (self, "redo"));
}

/* More readers at once than there were before. */
static void
read_by_several (HardFixture *self)
{
  NscReader *readers[2];

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autoptr (GError) error = NULL;

      readers[i] = nsc_store_take_reader (get_store (self), &error);
      if (readers[i] != NULL)
        g_assert_cmpint (nsc_reader_count (readers[i], nsc_table_find ("signatories"), NULL), ==, 2);
      else
        g_assert_error (error, NSC_ERROR, NSC_ERROR_STORAGE);
    }
  g_assert_nonnull (readers[0]);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    g_clear_pointer (&readers[i], nsc_reader_free);
}

/* Whoever closes the window now is asked; this one does not want a copy. */
static void
let_go (HardFixture *self)
{
  gpointer weak = self->window;

  g_object_add_weak_pointer (weak, &weak);
  g_signal_emit_by_name (ui_fixture_find_button (GTK_WIDGET (get_dialog (self)), "Close _Without"), "clicked");
  self->window = NULL;
  ui_fixture_wait (is_gone, &weak);
}

/* Another project that takes the place of the open one is neither shown nor written. */
static void
test_replaced (HardFixture *self, gconstpointer unused)
{
  g_autofree char *aside = g_build_filename (self->folder, "Aside.normscape", NULL);
  g_autofree char *path = g_strdup (self->path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length, length_after;
  g_autoptr (NscStore) other = NULL;

  hard_fixture_open_tables (self, records);
  hard_fixture_go (self, "signatories");
  g_free (self->path);
  self->path = g_strdup (aside);
  other = hard_fixture_make (self, "Other");
  g_assert_true (nsc_store_close (other, NULL));
  g_assert_cmpint (g_rename (aside, path), ==, 0);
  g_assert_true (g_file_get_contents (path, &before, &length, NULL));
  nsc_store_look_for_changes (get_store (self));
  wait_for_banner (self, "nother");
  g_assert_true (offers_copy (self));
  save_sector (self, "kept", "saved");
  read_by_several (self);
  gtk_window_close (GTK_WINDOW (self->window));
  ui_fixture_wait (shows_alert, self);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self->window)));
  let_go (self);
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length, after, length_after);
}

/* Its schema step stands in the header. */
static void
make_newer (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  contents[62] = 77;
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
}

/* What can be read is shown, and whatever would change it says that it cannot. */
static void
test_newer (HardFixture *self, gconstpointer unused)
{
  static const char *const changing[] = { "add-record", "add-to", "add-to-story", "import", "redo", "undo" };
  g_autofree char *csv = g_build_filename (self->folder, "actors.csv", NULL);
  g_autoptr (GFile) table = g_file_new_for_path (csv);

  hard_fixture_open_tables (self, records);
  hard_fixture_close_window (self);
  make_newer (self->path);
  self->window = hard_fixture_show_window (self);
  hard_fixture_open (self);
  hard_fixture_go (self, "signatories");
  g_assert_true (hard_fixture_has_report (self));
  for (const NscPageEntry *entry = nsc_page_list_get (); entry->name != NULL; entry++)
    {
      nsc_window_show_page (self->window, entry->name);
      wait_for_banner (self, "newer version");
      /* A copy would be of that version too. */
      g_assert_false (offers_copy (self));
      for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
        g_assert_false (can (self, changing[i]));
      g_assert_true (can (self, "save-copy"));
    }
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open-record", "(ss)", "actors", "a");
  hard_fixture_wait_for (self, "Acme");
  g_assert_true (ui_fixture_shows (GTK_WIDGET (get_dialog (self)), "newer version"));
  g_assert_false (gtk_widget_is_sensitive (ui_fixture_find (GTK_WIDGET (get_dialog (self)), ADW_TYPE_ENTRY_ROW)));
  adw_dialog_force_close (get_dialog (self));

  g_assert_true (g_file_set_contents (csv, ACTORS, -1, NULL));
  nsc_project_opening_open (self->window, table);
  read_alert (self, "newer version");
}

/* ---- windows ---- */

static guint
count_windows (HardFixture *self)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (self->application)));
}

/* Whoever asks again for what is open is brought there, and a window that waits is used: none is left over. */
static void
test_asked_again (HardFixture *self, gconstpointer unused)
{
  g_autoptr (NscStore) store = hard_fixture_make (self, NULL);
  GFile *file = g_file_new_for_path (self->path);

  g_assert_true (nsc_store_close (store, NULL));
  g_assert_cmpuint (count_windows (self), ==, 1);
  g_application_open (G_APPLICATION (self->application), &file, 1, "");
  g_application_open (G_APPLICATION (self->application), &file, 1, "");
  hard_fixture_open (self);
  g_application_open (G_APPLICATION (self->application), &file, 1, "");
  g_assert_cmpuint (count_windows (self), ==, 1);
  g_object_unref (file);
}

/* A project that is open is not thrown away for a new one or a copy of another. */
static void
test_name_that_is_open (HardFixture *self, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (self->folder, "Second.normscape", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  HardFixture second = *self;

  hard_fixture_open_tables (self, records);
  nsc_project_opening_create (self->window, file);
  read_alert (self, "open in a window");
  second.path = path;
  second.window = hard_fixture_show_window (self);
  hard_fixture_open_tables (&second, records);
  nsc_project_copy_save (second.window, file);
  read_alert (&second, "open");
  hard_fixture_close_window (&second);
  nsc_store_look_for_changes (get_store (self));
  g_assert_cmpint (count (self, "signatories"), ==, 2);
  g_assert_cmpint (nsc_store_get_place (get_store (self)), ==, NSC_STORE_PLACE_FINE);
}

static gboolean
is_presenting (gpointer data)
{
  NscPresenter *presenter = nsc_presenting_get (((HardFixture *) data)->window);

  return presenter != NULL && nsc_stage_is_settled (nsc_presenter_get_stage (presenter));
}

static gboolean
has_no_windows (gpointer data)
{
  return count_windows (data) == 0;
}

static void
test_quit_while_presenting (HardFixture *self, gconstpointer unused)
{
  hard_fixture_open_tables (self, records);
  hard_fixture_go (self, "signatories");
  g_assert_true (nsc_page_act (NSC_PAGE (self->page), NSC_PAGE_PRESENT));
  ui_fixture_wait (is_presenting, self);
  g_action_group_activate_action (G_ACTION_GROUP (self->application), "quit", NULL);
  self->window = NULL;
  ui_fixture_wait (has_no_windows, self);
}

/* ---- records that go while they are looked at ---- */

static gboolean
shows_second (gpointer data)
{
  HardFixture *self = data;
  NscResult *result = nsc_report_page_get_result (self->page);

  return result != NULL &&
         g_strcmp0 (nsc_options_get (nsc_report_page_get_options (self->page), "initiative"), self->words) == 0;
}

static gboolean
has_no_report (gpointer data)
{
  return !hard_fixture_has_report (data) && hard_fixture_has_way_on (data);
}

static void
delete_record (NscStore *store, const char *table, const char *id)
{
  NscReader *reader = nsc_store_take_reader (store, NULL);
  gint64 row = nsc_reader_find_id (reader, nsc_table_find (table), id, NULL);
  g_autoptr (GError) error = NULL;

  nsc_reader_free (reader);
  nsc_step_free (nsc_record_step_delete_many (store, nsc_table_find (table), &row, 1, NULL, &error));
  g_assert_no_error (error);
}

/* As a window does that becomes active; one that stays active looks every few seconds. */
static void
look_again (HardFixture *self)
{
  nsc_store_look_for_changes (nsc_project_get_store (nsc_window_get_project (self->window)));
}

/* Another program takes what is chosen, then all. The window follows, and comes back with what is put back. */
static void
test_taken_by_others (HardFixture *self, gconstpointer page)
{
  g_autoptr (NscStore) other = NULL;
  g_autoptr (GError) error = NULL;

  hard_fixture_open_tables (self, records);
  hard_fixture_go (self, page);
  g_assert_true (hard_fixture_has_report (self));
  other = nsc_store_open (self->path, NSC_STORE_WRITE, NULL, &error);
  g_assert_no_error (error);
  delete_record (other, "signatories", "m");
  look_again (self);
  self->words = "two";
  ui_fixture_wait (shows_second, self);
  delete_record (other, "signatories", "n");
  look_again (self);
  ui_fixture_wait (has_no_report, self);
  nsc_step_free (nsc_store_undo (other, NULL, NULL));
  look_again (self);
  ui_fixture_wait (shows_second, self);
  g_assert_true (nsc_store_close (other, &error));
  /* The journal of the window is sound although the other one has ended. */
  save_sector (self, "later", "saved");
}

/* ---- folders of the person ---- */

/* Where the example cannot be made it is said, and there is something else to do. */
static void
test_no_data_folder (HardFixture *self, gconstpointer unused)
{
  g_autofree char *place = g_build_filename (g_get_user_data_dir (), "normscape", NULL);
  g_autofree char *aside = g_strconcat (place, ".aside", NULL);
  gboolean is_there = g_rename (place, aside) == 0;

  g_assert_true (g_file_set_contents (place, "", 0, NULL));
  nsc_project_opening_open_example (self->window);
  hard_fixture_wait_for (self, "cannot be made");
  g_assert_cmpint (g_unlink (place), ==, 0);
  g_assert_true (!is_there || g_rename (aside, place) == 0);
}

int
main (int argc, char *argv[])
{
  hard_fixture_init (&argc, &argv);
  signal (SIGXFSZ, SIG_IGN);

#define TEST(name_)                                                                                                    \
  g_test_add ("/hard-files/" #name_, HardFixture, NULL, hard_fixture_set_up, test_##name_, hard_fixture_tear_down)
  TEST (export_to_full_disk);
  TEST (step_on_full_disk);
  TEST (undo_without_file);
  TEST (replaced);
  TEST (newer);
  TEST (asked_again);
  TEST (name_that_is_open);
  TEST (quit_while_presenting);
  TEST (no_data_folder);
#undef TEST
  g_test_add ("/hard-files/taken_from_signatories", HardFixture, "signatories", hard_fixture_set_up,
              test_taken_by_others, hard_fixture_tear_down);
  g_test_add ("/hard-files/taken_from_growth", HardFixture, "growth", hard_fixture_set_up, test_taken_by_others,
              hard_fixture_tear_down);

  return hard_fixture_run ();
}
