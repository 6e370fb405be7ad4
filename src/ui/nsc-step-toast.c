/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-step-toast.h"

#include "nsc-step-words.h"

#include "nsc-window.h"

#include <glib/gi18n-lib.h>

void
nsc_step_toast_show (GtkWidget *widget, const NscStep *step, NscStepToast what)
{
  GtkWidget *window = gtk_widget_get_ancestor (widget, NSC_TYPE_WINDOW);
  g_autofree char *trouble = NULL;
  g_autofree char *words = NULL;
  NscProject *project;
  AdwToast *toast;

  if (step->id == 0 || window == NULL)
    return;
  words = nsc_step_words (step);
  if (what == NSC_STEP_TOAST_UNDONE)
    {
      /* Translators: a step of the history that was taken back, "Undone: Edited Hitachi". */
      g_autofree char *undone = g_strdup_printf (_ ("Undone: %1$s"), words);

      toast = adw_toast_new (undone);
      adw_toast_set_button_label (toast, _ ("_Redo"));
      adw_toast_set_action_name (toast, "win.redo");
    }
  else
    {
      toast = adw_toast_new (words);
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  /* What can be written again is no trouble any more, unless it is written to a file that is gone. */
  project = nsc_window_get_project (NSC_WINDOW (window));
  trouble = project != NULL ? nsc_store_dup_trouble (nsc_project_get_store (project)) : NULL;
  nsc_window_set_trouble_of_file (NSC_WINDOW (window), trouble);
  nsc_window_add_toast (NSC_WINDOW (window), toast);
}
