/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-recovery-dialog.h"

#include "nsc-recovery-words.h"

#include "nsc-accessible-names.h"
#include "nsc-announcement.h"
#include "nsc-letter-scale.h"
#include "nsc-project-opening.h"
#include "nsc-tongue.h"

#include <glib/gi18n-lib.h>

/* A list is read: of more ranges the number is told, and the copied list has them all. */
#define MAX_RANGES 8

struct _NscRecoveryDialog
{
  AdwDialog parent_instance;

  NscWindow *window; /* weak */
  GFile *file;
  char *words;

  AdwPreferencesGroup *group;
  AdwBreakpoint *large_letters;
  GtkWidget *open_button;
  AdwToastOverlay *toast_overlay;
  GtkLabel *words_label;
};

G_DEFINE_FINAL_TYPE (NscRecoveryDialog, nsc_recovery_dialog, ADW_TYPE_DIALOG)

static gboolean
has_loss (const NscRecoveredTable *table)
{
  return table->n_left_out > 0 || table->unreadable->len > 0 || table->altered->len > 0;
}

static void
add_row (NscRecoveryDialog *self, const NscRecoveredTable *table)
{
  g_autofree char *words = nsc_recovery_words_of_table (table, MAX_RANGES, nsc_tongue_get ());
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (table->table->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  nsc_accessible_names_complete_row (ADW_ACTION_ROW (row));
  if (has_loss (table))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  adw_preferences_group_add (self->group, row);
}

/* What has losses comes first. */
static void
fill (NscRecoveryDialog *self, const NscRecovery *recovery)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *words = NULL;

  /* Translators: the name of a file. */
  words = g_strdup_printf (nsc_recovery_is_whole (recovery)
                               ? _ ("All records could be read. They are in “%1$s”, without the history.")
                               : _ ("What could be read is in “%1$s”, without the history. This was lost:"),
                           shown);
  gtk_label_set_label (self->words_label, words);
  for (guint lossy = 0; lossy < 2; lossy++)
    for (guint i = 0; i < recovery->tables->len; i++)
      {
        const NscRecoveredTable *table = g_ptr_array_index (recovery->tables, i);

        if (has_loss (table) == (lossy == 0) && (has_loss (table) || table->n_kept > 0))
          add_row (self, table);
      }
  self->words = nsc_recovery_words (recovery, nsc_tongue_get ());
}

static void
close_cb (NscRecoveryDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
copy_cb (NscRecoveryDialog *self)
{
  AdwToast *toast = adw_toast_new (_ ("Copied the list"));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->words);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
  nsc_announcement_make (GTK_WIDGET (self), _ ("Copied the list"));
}

static void
open_cb (NscRecoveryDialog *self)
{
  g_autoptr (NscWindow) window = NULL;
  g_autoptr (GFile) file = g_object_ref (self->file);

  g_set_object (&window, self->window);
  adw_dialog_close (ADW_DIALOG (self));
  if (window != NULL)
    nsc_project_opening_open (window, file);
}

static void
nsc_recovery_dialog_dispose (GObject *object)
{
  NscRecoveryDialog *self = NSC_RECOVERY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_RECOVERY_DIALOG);
  g_clear_weak_pointer (&self->window);
  G_OBJECT_CLASS (nsc_recovery_dialog_parent_class)->dispose (object);
}

static void
nsc_recovery_dialog_finalize (GObject *object)
{
  NscRecoveryDialog *self = NSC_RECOVERY_DIALOG (object);

  g_clear_object (&self->file);
  g_free (self->words);
  G_OBJECT_CLASS (nsc_recovery_dialog_parent_class)->finalize (object);
}

static void
nsc_recovery_dialog_class_init (NscRecoveryDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nsc_recovery_dialog_dispose;
  object_class->finalize = nsc_recovery_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/normscape/Normscape/ui/nsc-recovery-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NscRecoveryDialog, group);
  gtk_widget_class_bind_template_child (widget_class, NscRecoveryDialog, large_letters);
  gtk_widget_class_bind_template_child (widget_class, NscRecoveryDialog, open_button);
  gtk_widget_class_bind_template_child (widget_class, NscRecoveryDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, NscRecoveryDialog, words_label);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
nsc_recovery_dialog_init (NscRecoveryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nsc_letter_scale_limit (self->large_letters, NSC_LETTER_SCALE_TITLE);
  nsc_accessible_names_complete (GTK_WIDGET (self));
}

void
nsc_recovery_dialog_present (NscWindow *window, const NscRecovery *recovery, GFile *file)
{
  NscRecoveryDialog *self;

  g_return_if_fail (NSC_IS_WINDOW (window) && recovery != NULL && G_IS_FILE (file));

  self = g_object_new (NSC_TYPE_RECOVERY_DIALOG, NULL);
  g_set_weak_pointer (&self->window, window);
  self->file = g_object_ref (file);
  fill (self, recovery);
  adw_dialog_present (ADW_DIALOG (self), GTK_WIDGET (window));
  nsc_announcement_make (GTK_WIDGET (self), gtk_label_get_label (self->words_label));
}
