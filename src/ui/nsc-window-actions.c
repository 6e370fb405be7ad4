/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-window-actions.h"

#include "nsc-step-words.h"

#include "nsc-error-door.h"
#include "nsc-jump-dialog.h"
#include "nsc-places.h"
#include "nsc-progress.h"
#include "nsc-project-actions.h"
#include "nsc-project-opening.h"
#include "nsc-record-opening.h"
#include "nsc-report-page.h"
#include "nsc-step-toast.h"
#include "nsc-story-presenting.h"

#include "nsc-error.h"

#include <glib/gi18n-lib.h>

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
act (NscWindow *window, NscPageAction page_action)
{
  NscPage *page = nsc_window_get_page (window);

  if (page != NULL && adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) == NULL)
    nsc_page_act (page, page_action);
}

/* What a page alone can answer, by the name of the action. */
static void
page_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const struct
  {
    const char *name;
    NscPageAction page_action;
  } known[] = {
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

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (g_action_get_name (G_ACTION (action)), known[i].name))
      act (user_data, known[i].page_action);
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

void
nsc_window_actions_add (NscWindow *window)
{
  static const GActionEntry entries[] = {
    { "copy", copy_cb },
    { "copy-figure", page_action_cb },
    { "copy-svg", page_action_cb },
    { "copy-table", page_action_cb },
    { "add-to-story", page_action_cb },
    { "export", page_action_cb },
    { "find", page_action_cb },
    { "go-to-step", go_to_step_cb, "x" },
    { "page", page_cb, "s" },
    { "present", page_action_cb },
    { "present-story", present_story_cb, "s" },
    { "print", page_action_cb },
    { "redo", redo_cb },
    { "toggle-pane", page_action_cb },
    { "undo", undo_cb },
    { "view", view_cb, "s" },
    { "zoom-in", page_action_cb },
    { "zoom-out", page_action_cb },
    { "zoom-reset", page_action_cb },
    { "zoom-whole", page_action_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
  nsc_project_actions_add (window);
  nsc_record_opening_add_actions (window);
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
