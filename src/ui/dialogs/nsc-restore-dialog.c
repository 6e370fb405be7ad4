/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-restore-dialog.h"

#include "nsc-accessible-names.h"
#include "nsc-backup.h"
#include "nsc-letter-scale.h"
#include "nsc-project-restoring.h"
#include "nsc-step-words.h"
#include "nsc-task.h"
#include "nsc-tongue.h"

#include "nsc-error.h"
#include "nsc-text.h"

#include <glib/gi18n-lib.h>

struct _NscRestoreDialog
{
  AdwDialog parent_instance;

  NscWindow *window; /* weak */
  GFile *file;
  GCancellable *cancellable; /* of the look through the backups */
  GPtrArray *backups;        /* NscBackup, newest first */
  GPtrArray *rows;           /* AdwActionRow of each, in the group */
  GtkCheckButton *none;      /* not shown, so that even a single backup is one of several choices */

  GtkWidget *cancel_button;
  AdwPreferencesGroup *group;
  AdwBreakpoint *large_letters;
  GtkWidget *restore_button;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (NscRestoreDialog, nsc_restore_dialog, ADW_TYPE_DIALOG)

/* ---- the rows ---- */

static GtkCheckButton *
get_button (NscRestoreDialog *self, guint i)
{
  return g_object_get_data (g_ptr_array_index (self->rows, i), "nsc-button");
}

static int
find_chosen (NscRestoreDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_check_button_get_active (get_button (self, i)))
      return (int) i;
  return -1;
}

static void
toggled_cb (NscRestoreDialog *self)
{
  gtk_widget_set_sensitive (self->restore_button, find_chosen (self) >= 0);
}

static void
add_row (NscRestoreDialog *self, const NscBackup *backup)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  NscStep made = { .made = backup->made };
  g_autofree char *when = nsc_step_words_when (&made, now);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Looking through it…"));
  nsc_accessible_names_complete_row (ADW_ACTION_ROW (row));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->none);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, when, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_widget_set_sensitive (row, FALSE);
  g_object_set_data (G_OBJECT (row), "nsc-button", button);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static char *
dup_contents (const NscBackup *backup, const NscBackupFacts *facts)
{
  g_autofree char *digits = nsc_text_integer (nsc_tongue_get (), facts->n_records);
  /* Translators: a number of records. */
  g_autofree char *records =
      g_strdup_printf (ngettext ("%1$s record", "%1$s records", (gulong) facts->n_records), digits);
  g_autofree char *size = g_format_size (backup->size);
  g_autofree char *step = facts->newest != NULL ? nsc_step_words (facts->newest) : NULL;

  if (step == NULL)
    /* Translators: "1,221 records · 1.2 MB". */
    return g_strdup_printf (_ ("%1$s · %2$s"), records, size);
  /* Translators: "Edited Hitachi · 1,221 records · 1.2 MB". */
  return g_strdup_printf (_ ("%1$s · %2$s · %3$s"), step, records, size);
}

/* ---- looking through them, one after the other ---- */

typedef struct
{
  NscBackup *backup;
  NscBackupFacts facts;
  guint i;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  nsc_backup_free (look->backup);
  nsc_backup_facts_clear (&look->facts);
  g_free (look);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;
  GError *error = NULL;

  if (nsc_backup_look (look->backup->path, &look->facts, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void look_at (NscRestoreDialog *self, guint i);

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  NscRestoreDialog *self = NSC_RESTORE_DIALOG (source);
  const Look *look = g_task_get_task_data (G_TASK (result));
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *row;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  row = g_ptr_array_index (self->rows, look->i);
  if (error == NULL)
    words = dup_contents (look->backup, &look->facts);
  else if (g_error_matches (error, NSC_ERROR, NSC_ERROR_NEWER))
    words = g_strdup (error->message);
  else
    words = g_strdup (_ ("Damaged, so it cannot be used"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_widget_set_sensitive (row, error == NULL);
  if (error == NULL && find_chosen (self) < 0)
    gtk_check_button_set_active (get_button (self, look->i), TRUE);
  look_at (self, look->i + 1);
}

static void
look_at (NscRestoreDialog *self, guint i)
{
  g_autoptr (GTask) task = NULL;
  Look *look;

  if (i >= self->backups->len)
    return;
  look = g_new0 (Look, 1);
  look->backup = nsc_backup_copy (g_ptr_array_index (self->backups, i));
  look->i = i;
  task = g_task_new (self, self->cancellable, looked_cb, NULL);
  g_task_set_task_data (task, look, look_free);
  nsc_task_run_in_thread (task, look_in_thread);
}

/* ---- finding them ---- */

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *uid = nsc_backup_find_project (data);

  g_task_return_pointer (
      task, uid != NULL ? nsc_backup_list (uid) : g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_backup_free),
      (GDestroyNotify) g_ptr_array_unref);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  NscRestoreDialog *self = NSC_RESTORE_DIALOG (source);
  g_autoptr (GPtrArray) backups = g_task_propagate_pointer (G_TASK (result), NULL);

  if (backups == NULL)
    return;
  self->backups = g_steal_pointer (&backups);
  for (guint i = 0; i < self->backups->len; i++)
    add_row (self, g_ptr_array_index (self->backups, i));
  gtk_stack_set_visible_child_name (self->stack, self->backups->len > 0 ? "list" : "empty");
  look_at (self, 0);
}

/* ---- callbacks ---- */

static void
cancel_cb (NscRestoreDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
restore_cb (NscRestoreDialog *self)
{
  int chosen = find_chosen (self);

  if (chosen < 0 || self->window == NULL)
    return;
  nsc_project_restoring_start (self->window, self->file, g_ptr_array_index (self->backups, (guint) chosen));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
recover_cb (NscRestoreDialog *self)
{
  g_autoptr (NscWindow) window = NULL;

  g_set_object (&window, self->window);
  adw_dialog_close (ADW_DIALOG (self));
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.recover", NULL);
}

/* ---- object ---- */

static void
nsc_restore_dialog_dispose (GObject *object)
{
  NscRestoreDialog *self = NSC_RESTORE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_RESTORE_DIALOG);
  g_clear_weak_pointer (&self->window);
  G_OBJECT_CLASS (nsc_restore_dialog_parent_class)->dispose (object);
}

static void
nsc_restore_dialog_finalize (GObject *object)
{
  NscRestoreDialog *self = NSC_RESTORE_DIALOG (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->none);
  g_clear_object (&self->file);
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (nsc_restore_dialog_parent_class)->finalize (object);
}

static void
nsc_restore_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (NSC_RESTORE_DIALOG (dialog)->cancellable);
}

static void
nsc_restore_dialog_class_init (NscRestoreDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nsc_restore_dialog_dispose;
  object_class->finalize = nsc_restore_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = nsc_restore_dialog_closed;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/normscape/Normscape/ui/nsc-restore-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NscRestoreDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, NscRestoreDialog, group);
  gtk_widget_class_bind_template_child (widget_class, NscRestoreDialog, large_letters);
  gtk_widget_class_bind_template_child (widget_class, NscRestoreDialog, restore_button);
  gtk_widget_class_bind_template_child (widget_class, NscRestoreDialog, stack);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, recover_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
}

static void
nsc_restore_dialog_init (NscRestoreDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  self->none = GTK_CHECK_BUTTON (g_object_ref_sink (gtk_check_button_new ()));
  gtk_widget_init_template (GTK_WIDGET (self));
  nsc_letter_scale_limit (self->large_letters, NSC_LETTER_SCALE_TITLE);
  nsc_accessible_names_complete (GTK_WIDGET (self));
}

void
nsc_restore_dialog_present (NscWindow *window, GFile *file)
{
  NscRestoreDialog *self;
  g_autoptr (GTask) task = NULL;
  char *path;

  g_return_if_fail (NSC_IS_WINDOW (window) && G_IS_FILE (file));

  path = g_file_get_path (file);
  if (path == NULL)
    return;
  self = g_object_new (NSC_TYPE_RESTORE_DIALOG, NULL);
  g_set_weak_pointer (&self->window, window);
  self->file = g_object_ref (file);
  task = g_task_new (self, self->cancellable, listed_cb, NULL);
  g_task_set_task_data (task, path, g_free);
  nsc_task_run_in_thread (task, list_in_thread);
  adw_dialog_present (ADW_DIALOG (self), GTK_WIDGET (window));
}
