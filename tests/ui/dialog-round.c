/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-round.h"

#include "nsc-error-door.h"
#include "nsc-export-dialog.h"
#include "nsc-import-dialog.h"
#include "nsc-jump-dialog.h"
#include "nsc-record-form.h"
#include "nsc-recovery-dialog.h"
#include "nsc-referrers-dialog.h"

#include "nsc-error.h"

#include <glib/gstdio.h>

typedef struct
{
  const char *name;
  void (*open) (NscWindow *window); /* NULL: by ACTION */
  gboolean is_alert;
  const char *action;
} Entry;

/* ---- ways to open them ---- */

static void
open_form (NscWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-to", "s", "signatories");
}

/* A form that was to be saved with next to nothing in it. */
static void
open_faulty_form (NscWindow *window)
{
  GtkWidget *dialog, *entry;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-to", "s", "documents");
  dialog = GTK_WIDGET (window_fixture_wait_for_dialog (window));
  entry = ui_fixture_find (dialog, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (entry), "A\x07");
  gtk_widget_activate_action (dialog, "form.save", NULL);
}

/* The question of a form that is left with something in it. */
static void
open_question (NscWindow *window)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-to", "s", "actors");
  dialog = GTK_WIDGET (window_fixture_wait_for_dialog (window));
  gtk_editable_set_text (GTK_EDITABLE (ui_fixture_find (dialog, ADW_TYPE_ENTRY_ROW)), "Acme");
  gtk_widget_activate_action (dialog, "form.cancel", NULL);
}

static void
open_referrers (NscWindow *window)
{
  gint64 row = 1;

  nsc_referrers_dialog_open (GTK_WIDGET (window), nsc_window_get_project (window), nsc_table_find ("actors"), &row, 1);
}

static void
import (NscWindow *window, const char *text)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "signatories-of-the-tech-accord-as-of-2026.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  nsc_import_dialog_present (GTK_WIDGET (window), nsc_window_get_project (window), file);
}

static void
open_import (NscWindow *window)
{
  import (window, "id,name_en,kind\natlantis,Atlantis,state\n");
}

/* Each row is refused for a reason of its own, and a column is left out. */
static void
open_faulty_import (NscWindow *window)
{
  import (window, "initiative,actor,role,joined,left,remarks\n"
                  "paris_call,atlantis_confederation_of_very_long_names,supporter,2018,,\n"
                  "paris_call,,supporter,2018,,\n"
                  "paris_call,microsoft,supporter,25.9.2015,,\n"
                  "paris_call,microsoft,supporter,2018-02-30,,\n"
                  "paris_call,microsoft,supporter,2018,2017,left too early\n"
                  "paris_call,microsoft\n"
                  "paris_call,microsoft,\"a\"b,2018,,\n");
}

static void
open_error (NscWindow *window)
{
  g_autoptr (GError) error =
      g_error_new (NSC_ERROR, NSC_ERROR_OUTPUT,
                   "/home/someone/figures.pdf: cannot be written (No space left); choose another place");

  nsc_error_door_show_over (GTK_WIDGET (window), error);
}

/* By itself it shows only where going through the history takes long. */
static void
open_jump (NscWindow *window)
{
  adw_dialog_present (g_object_new (NSC_TYPE_JUMP_DIALOG, NULL), GTK_WIDGET (window));
}

/* Of the example, which was backed up when it was opened. */
static void
open_restore (NscWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.restore", NULL);
}

/* What there is to tell of each table, and more ranges than are listed. */
static void
open_recovery (NscWindow *window)
{
  NscRowRange range = { 51, 75 };
  g_autoptr (GFile) file = g_file_new_for_path ("/home/someone/Norms, recovered.normscape");
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (NscRowRange));
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();
  NscRecoveredTable lossy = { nsc_table_find ("signatories"), 1172, 3, ranges, ranges };
  NscRecovery recovery = { (char *) "Norms", tables };

  for (guint i = 0; i < 12; i++, range.first += 100, range.last += 100)
    g_array_append_val (ranges, range);
  g_ptr_array_add (tables, &lossy);
  nsc_recovery_dialog_present (window, &recovery, file);
}

static const Entry entries[] = {
  { "export", .action = "win.export" },
  { "story-step", .action = "win.add-to-story" },
  { "form", open_form },
  { "faulty-form", open_faulty_form },
  { "question", open_question, TRUE },
  { "referrers", open_referrers },
  { "import", open_import },
  { "faulty-import", open_faulty_import },
  { "restore", open_restore },
  { "recovery", open_recovery },
  { "preferences", .action = "app.preferences" },
  { "shortcuts", .action = "app.shortcuts" },
  { "about", .action = "app.about" },
  { "error", open_error, TRUE },
  { "jump", open_jump },
};

/* ---- the round ---- */

/* What turns or grows says that there is more to come. */
static gboolean
is_busy (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (ADW_IS_SPINNER (widget) || GTK_IS_PROGRESS_BAR (widget))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_busy (child))
      return TRUE;
  return FALSE;
}

static gboolean
is_whole (gpointer window)
{
  AdwDialog *dialog = window_fixture_get_dialog (window);

  /* What is in it shows a frame later than the dialog itself. */
  if (dialog == NULL || !gtk_widget_get_mapped (adw_dialog_get_child (dialog)))
    return FALSE;
  if (NSC_IS_EXPORT_DIALOG (dialog) && nsc_export_dialog_get_scene (NSC_EXPORT_DIALOG (dialog)) == NULL)
    return FALSE;
  return NSC_IS_JUMP_DIALOG (dialog) || !is_busy (GTK_WIDGET (dialog));
}

void
dialog_round_go (NscWindow *window, gboolean with_alerts, DialogRoundFunc func, gpointer data)
{
  nsc_window_show_page (window, "signatories");
  window_fixture_wait_for_figure (window);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      if (entries[i].is_alert && !with_alerts)
        continue;
      if (entries[i].open != NULL)
        entries[i].open (window);
      else
        g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), entries[i].action, NULL));
      ui_fixture_wait (is_whole, window);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      func (window_fixture_get_dialog (window), entries[i].name, data);
      /* A question stands over the form that asks it. */
      while (window_fixture_get_dialog (window) != NULL)
        adw_dialog_force_close (window_fixture_get_dialog (window));
    }
}
