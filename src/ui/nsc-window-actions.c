/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-window-actions.h"

#include "nsc-inquiry.h"
#include "nsc-step-words.h"

#include "nsc-error-door.h"
#include "nsc-import-dialog.h"
#include "nsc-jump-dialog.h"
#include "nsc-progress.h"
#include "nsc-project-copy.h"
#include "nsc-project-opening.h"
#include "nsc-project-recovery.h"
#include "nsc-record-form.h"
#include "nsc-report-page.h"
#include "nsc-places.h"
#include "nsc-step-toast.h"
#include "nsc-restore-dialog.h"
#include "nsc-story-presenting.h"

#include "nsc-error.h"

#include <glib/gi18n-lib.h>

static GListModel *
project_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Normscape projects"));
  gtk_file_filter_add_suffix (filter, &NSC_PROJECT_ENDING[1]);
  g_list_store_append (filters, filter);
  return G_LIST_MODEL (filters);
}

static GtkFileDialog *
project_dialog (const char *title)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = project_filters ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, filters);
  return dialog;
}

/* ---- opening ---- */

static void
open_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    nsc_project_opening_open (window, file);
  else
    nsc_error_door_show (GTK_WIDGET (window), error);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkFileDialog) dialog = project_dialog (_ ("Open a Project"));

  gtk_file_dialog_open (dialog, user_data, NULL, open_chosen_cb, g_object_ref (user_data));
}

static void
open_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  nsc_project_opening_open (user_data, file);
}

/* A project that is no longer where it was: the place that is told instead takes the old one's in the list. */
typedef struct
{
  NscWindow *window;
  GFile *old;
} Lost;

static void
located_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Lost *lost = user_data;
  g_autoptr (NscWindow) window = lost->window;
  g_autoptr (GFile) old = lost->old;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL)
    {
      nsc_error_door_show (GTK_WIDGET (window), error);
      return;
    }
  nsc_places_forget (old);
  nsc_project_opening_open (window, file);
}

static void
locate_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkFileDialog) dialog = project_dialog (_ ("Locate the Project"));
  Lost *lost = g_new (Lost, 1);

  lost->window = g_object_ref (user_data);
  lost->old = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  gtk_file_dialog_open (dialog, user_data, NULL, located_cb, lost);
}

static void
cancel_opening_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nsc_project_opening_cancel (user_data);
}

static void
open_example_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nsc_project_opening_open_example (user_data);
}

static void
new_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GFile) named = NULL;

  if (file == NULL)
    {
      nsc_error_door_show (GTK_WIDGET (window), error);
      return;
    }
  named = nsc_places_dup_with_ending (file);
  nsc_project_opening_create (window, named);
}

static void
new_project_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkFileDialog) dialog = project_dialog (_ ("New Project"));
  g_autofree char *name = g_strconcat (_ ("Untitled"), NSC_PROJECT_ENDING, NULL);

  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_accept_label (dialog, _ ("_Create"));
  gtk_file_dialog_save (dialog, user_data, NULL, new_chosen_cb, g_object_ref (user_data));
}

static void
save_copy_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nsc_project_copy_choose (user_data);
}

/* The project of the window, or what could not be opened there. */
static GFile *
dup_file (NscWindow *window)
{
  NscProject *project = nsc_window_get_project (window);
  const char *path = project != NULL ? nsc_project_get_path (project) : nsc_project_opening_get_failed (window);

  return path != NULL ? g_file_new_for_path (path) : NULL;
}

static void
restore_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = dup_file (user_data);

  if (file != NULL && adw_application_window_get_visible_dialog (user_data) == NULL)
    nsc_restore_dialog_present (user_data, file);
}

static void
recover_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = dup_file (user_data);

  if (file != NULL)
    nsc_project_recovery_choose (user_data, file);
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nsc_import_dialog_choose (user_data, nsc_window_get_project (user_data));
}

/* ---- undo ---- */

/* Words that are being written are undone before records are. */
static gboolean
undo_in_text (NscWindow *window, const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  if (!GTK_IS_TEXT (focus) && !GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  gtk_widget_activate_action (focus, action, NULL);
  return TRUE;
}

/* An undo or redo under way. */
typedef struct
{
  NscWindow *window;
  NscProgress *progress;
} Turn;

static Turn *
turn_begin (NscWindow *window, const char *sentence, const NscStep *step, GCancellable *cancellable)
{
  g_autofree char *step_words = step != NULL ? nsc_step_words (step) : g_strdup ("");
  g_autofree char *words = g_strdup_printf (sentence, step_words);
  Turn *turn = g_new (Turn, 1);

  turn->window = g_object_ref (window);
  turn->progress = nsc_progress_begin (GTK_WIDGET (window), words, cancellable);
  return turn;
}

/* Tells of STEP, or of ERROR. */
static void
turn_end (Turn *turn, const NscStep *step, NscStepToast what, const GError *error)
{
  nsc_progress_end (turn->progress);
  if (step != NULL)
    nsc_step_toast_show (GTK_WIDGET (turn->window), step, what);
  else
    nsc_error_door_show (GTK_WIDGET (turn->window), error);
  g_object_unref (turn->window);
  g_free (turn);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStep) step = nsc_project_undo_finish (NSC_PROJECT (source), result, &error);

  turn_end (user_data, step, NSC_STEP_TOAST_UNDONE, error);
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStep) step = nsc_project_redo_finish (NSC_PROJECT (source), result, &error);

  turn_end (user_data, step, NSC_STEP_TOAST_DONE, error);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NscProject *project = nsc_window_get_project (user_data);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  /* Behind a form the project stays as it is. */
  if (undo_in_text (user_data, "text.undo") || adw_application_window_get_visible_dialog (user_data) != NULL)
    return;
  if (project != NULL)
    /* Translators: a step of the history that is just taken back, "Undoing: Imported actors.csv". */
    nsc_project_undo_async (
        project, cancellable, undone_cb,
        turn_begin (user_data, _ ("Undoing: %1$s"), nsc_project_get_undo_step (project), cancellable));
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NscProject *project = nsc_window_get_project (user_data);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  if (undo_in_text (user_data, "text.redo") || adw_application_window_get_visible_dialog (user_data) != NULL)
    return;
  if (project != NULL)
    /* Translators: a step of the history that is just made again. */
    nsc_project_redo_async (
        project, cancellable, redone_cb,
        turn_begin (user_data, _ ("Redoing: %1$s"), nsc_project_get_redo_step (project), cancellable));
}

static void
go_to_step_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NscProject *project = nsc_window_get_project (user_data);

  if (project != NULL && adw_application_window_get_visible_dialog (user_data) == NULL)
    nsc_jump_dialog_start (user_data, project, g_variant_get_int64 (parameter));
}

/* ---- pages ---- */

static void
page_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  if (nsc_window_get_project (user_data) != NULL)
    nsc_window_show_page (user_data, g_variant_get_string (parameter, NULL));
}

static void
act (NscWindow *window, NscPageDeed deed)
{
  NscPage *page = nsc_window_get_page (window);

  if (page != NULL && adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) == NULL)
    nsc_page_act (page, deed);
}

/* What a page alone can answer, by the name of the action. */
static void
deed_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const struct
  {
    const char *name;
    NscPageDeed deed;
  } deeds[] = {
    { "add-to-story", NSC_PAGE_ADD_TO_STORY },
    { "copy-figure", NSC_PAGE_COPY_FIGURE },
    { "copy-svg", NSC_PAGE_COPY_SVG },
    { "copy-table", NSC_PAGE_COPY_TABLE },
    { "export", NSC_PAGE_EXPORT },
    { "find", NSC_PAGE_FIND },
    { "present", NSC_PAGE_PRESENT },
    { "print", NSC_PAGE_PRINT },
    { "toggle-pane", NSC_PAGE_TOGGLE_PANE },
    { "zoom-in", NSC_PAGE_ZOOM_IN },
    { "zoom-out", NSC_PAGE_ZOOM_OUT },
    { "zoom-reset", NSC_PAGE_ZOOM_RESET },
    { "zoom-whole", NSC_PAGE_ZOOM_WHOLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (g_str_equal (g_action_get_name (G_ACTION (action)), deeds[i].name))
      act (user_data, deeds[i].deed);
}

/* Words that are chosen are copied before anything else is. */
static gboolean
copy_words (NscWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  if (!GTK_IS_TEXT (focus) && !GTK_IS_TEXT_VIEW (focus) &&
      !(GTK_IS_LABEL (focus) && gtk_label_get_selection_bounds (GTK_LABEL (focus), NULL, NULL)))
    return FALSE;
  gtk_widget_activate_action (focus, "clipboard.copy", NULL);
  return TRUE;
}

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  if (!copy_words (user_data))
    act (user_data, NSC_PAGE_COPY);
}

static void
present_story_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  if (nsc_window_get_project (user_data) != NULL)
    nsc_story_presenting_start (user_data, g_variant_get_string (parameter, NULL));
}

static void
view_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gboolean figure = g_str_equal (g_variant_get_string (parameter, NULL), "figure");

  act (user_data, figure ? NSC_PAGE_SHOW_FIGURE : NSC_PAGE_SHOW_TABLE);
}

static void
add_record_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NscPage *page = nsc_window_get_page (user_data);

  if (page == NULL || adw_application_window_get_visible_dialog (user_data) != NULL)
    return;
  if (!nsc_page_act (page, NSC_PAGE_ADD_RECORD))
    nsc_page_act (nsc_window_show_page (user_data, "records"), NSC_PAGE_ADD_RECORD);
}

/* A record of the table that is named, from wherever it is asked for. */
static void
add_to_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const NscTable *table = nsc_table_find (g_variant_get_string (parameter, NULL));

  if (table != NULL && nsc_window_get_project (user_data) != NULL)
    nsc_record_form_present (user_data, nsc_window_get_project (user_data), table, NULL);
}

typedef struct
{
  const NscTable *table;
  gint64 row;
  char *id; /* of the row, where that is not known */
} Place;

static void
place_free (gpointer data)
{
  Place *place = data;

  g_free (place->id);
  g_free (place);
}

static gpointer
read_record (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  Place *place = data;

  if (place->id != NULL)
    place->row = nsc_reader_find_id (reader, place->table, place->id, error);
  return place->row >= 0 ? nsc_reader_get_record (reader, place->table, place->row, error) : NULL;
}

static void
record_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NscRecord) record = nsc_inquiry_finish (result, &error);

  if (record == NULL)
    nsc_error_door_show (GTK_WIDGET (window), error);
  else if (nsc_window_get_project (window) == NSC_PROJECT (source))
    nsc_record_form_present (GTK_WIDGET (window), NSC_PROJECT (source), nsc_record_get_table (record), record);
}

/* The record as it is now, which may be newer than the list it was chosen from. Takes over ID. */
static void
open_record (NscWindow *window, const char *table, gint64 row, char *id)
{
  NscProject *project = nsc_window_get_project (window);
  Place *place = g_new0 (Place, 1);

  place->table = nsc_table_find (table);
  place->row = row;
  place->id = id;
  if (project != NULL && place->table != NULL)
    nsc_inquiry_start (project, read_record, place, place_free, (GDestroyNotify) nsc_record_free, NULL, record_read_cb,
                       g_object_ref (window));
  else
    place_free (place);
}

static void
edit_record_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *table;
  gint64 row;

  g_variant_get (parameter, "(&sx)", &table, &row);
  open_record (user_data, table, row, NULL);
}

/* The same for who knows its id alone. */
static void
open_record_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *table, *id;

  g_variant_get (parameter, "(&s&s)", &table, &id);
  open_record (user_data, table, 0, g_strdup (id));
}

void
nsc_window_actions_add (NscWindow *window)
{
  static const GActionEntry entries[] = {
    { "add-record", add_record_cb },
    { "add-to", add_to_cb, "s" },
    { "cancel-opening", cancel_opening_cb },
    { "copy", copy_cb },
    { "copy-figure", deed_cb },
    { "copy-svg", deed_cb },
    { "copy-table", deed_cb },
    { "add-to-story", deed_cb },
    { "edit-record", edit_record_cb, "(sx)" },
    { "export", deed_cb },
    { "find", deed_cb },
    { "go-to-step", go_to_step_cb, "x" },
    { "import", import_cb },
    { "locate-recent", locate_recent_cb, "s" },
    { "new-project", new_project_cb },
    { "open", open_cb },
    { "open-example", open_example_cb },
    { "open-recent", open_recent_cb, "s" },
    { "open-record", open_record_cb, "(ss)" },
    { "page", page_cb, "s" },
    { "present", deed_cb },
    { "present-story", present_story_cb, "s" },
    { "print", deed_cb },
    { "recover", recover_cb },
    { "redo", redo_cb },
    { "restore", restore_cb },
    { "save-copy", save_copy_cb },
    { "toggle-pane", deed_cb },
    { "undo", undo_cb },
    { "view", view_cb, "s" },
    { "zoom-in", deed_cb },
    { "zoom-out", deed_cb },
    { "zoom-reset", deed_cb },
    { "zoom-whole", deed_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
}

static void
enable (NscWindow *window, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

gboolean
nsc_window_actions_can_restore (NscWindow *window, const GError *error)
{
  const char *path = nsc_project_opening_get_failed (window);

  return path != NULL && g_str_has_suffix (path, NSC_PROJECT_ENDING) &&
         (g_error_matches (error, NSC_ERROR, NSC_ERROR_DAMAGED) ||
          g_error_matches (error, NSC_ERROR, NSC_ERROR_NOT_A_PROJECT) ||
          g_error_matches (error, NSC_ERROR, NSC_ERROR_NOT_FOUND));
}

gboolean
nsc_window_actions_can_recover (NscWindow *window, const GError *error)
{
  const char *path = nsc_project_opening_get_failed (window);

  /* What looks like something else may be a project that has lost its head. */
  return path != NULL &&
         (g_error_matches (error, NSC_ERROR, NSC_ERROR_DAMAGED) ||
          (g_error_matches (error, NSC_ERROR, NSC_ERROR_NOT_A_PROJECT) && g_str_has_suffix (path, NSC_PROJECT_ENDING)));
}

void
nsc_window_actions_update (NscWindow *window)
{
  NscProject *project = nsc_window_get_project (window);
  gboolean writable = project != NULL && nsc_project_get_read_only_reason (project) == NULL;

  enable (window, "add-record", writable);
  enable (window, "add-to", writable);
  enable (window, "add-to-story", writable && NSC_IS_REPORT_PAGE (nsc_window_get_page (window)));
  enable (window, "import", writable);
  enable (window, "copy-figure", project != NULL);
  enable (window, "copy-svg", project != NULL);
  enable (window, "copy-table", project != NULL);
  enable (window, "export", project != NULL);
  enable (window, "find", project != NULL);
  enable (window, "present", project != NULL);
  enable (window, "present-story", project != NULL);
  enable (window, "print", project != NULL);
  enable (window, "go-to-step", writable);
  enable (window, "redo", writable && nsc_project_get_redo_step (project) != NULL);
  enable (window, "recover", project != NULL || nsc_project_opening_get_failed (window) != NULL);
  enable (window, "restore", writable || nsc_project_opening_get_failed (window) != NULL);
  enable (window, "save-copy", project != NULL);
  enable (window, "toggle-pane", project != NULL);
  enable (window, "undo", writable && nsc_project_get_undo_step (project) != NULL);
  enable (window, "view", project != NULL);
}
