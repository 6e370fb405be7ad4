/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-jump-dialog.h"

#include "nsc-error-door.h"
#include "nsc-step-jump.h"
#include "nsc-window.h"

#include <glib/gi18n-lib.h>

/* What is done by then needs no dialog. */
#define MOMENT_MS 400

struct _NscJumpDialog
{
  AdwDialog parent_instance;

  GtkWidget *parent;
  GCancellable *cancellable;
  guint moment; /* source until the dialog shows, 0: none */

  GtkProgressBar *bar;
  GtkWidget *cancel_button;
  GtkLabel *words_label;
};

G_DEFINE_FINAL_TYPE (NscJumpDialog, nsc_jump_dialog, ADW_TYPE_DIALOG)

static void
cancel_cb (NscJumpDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
}

static void
moment_cb (gpointer data)
{
  NscJumpDialog *self = data;

  self->moment = 0;
  adw_dialog_present (ADW_DIALOG (self), self->parent);
}

static void
progress_cb (goffset done, goffset all, gpointer data)
{
  NscJumpDialog *self = data;
  /* Translators: how many of how many steps were undone or redone. */
  g_autofree char *words = g_strdup_printf (_ ("%1$d of %2$d steps"), (int) done, (int) all);

  gtk_progress_bar_set_fraction (self->bar, (double) done / (double) all);
  gtk_label_set_label (self->words_label, words);
}

static void
show_toast (NscJumpDialog *self, const NscStepJump *jump)
{
  GtkWidget *window = gtk_widget_get_ancestor (self->parent, NSC_TYPE_WINDOW);
  guint n = jump->n_undone + jump->n_redone;
  g_autofree char *words = NULL;
  AdwToast *toast;

  if (window == NULL || n == 0)
    return;
  words = jump->n_undone > 0 ? g_strdup_printf (ngettext ("Went back %u step", "Went back %u steps", n), n)
                             : g_strdup_printf (ngettext ("Went forward %u step", "Went forward %u steps", n), n);
  toast = adw_toast_new (words);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.go-to-step");
  adw_toast_set_action_target (toast, "x", jump->from);
  nsc_window_set_trouble (NSC_WINDOW (window), NULL);
  nsc_window_add_toast (NSC_WINDOW (window), toast);
}

static void
jumped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscJumpDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  NscStepJump jump;
  gboolean done = nsc_step_jump_finish (result, &jump, &error);

  if (self->moment == 0)
    adw_dialog_force_close (ADW_DIALOG (self));
  g_clear_handle_id (&self->moment, g_source_remove);
  show_toast (self, &jump);
  if (!done)
    nsc_error_door_show (self->parent, error);
}

static void
nsc_jump_dialog_dispose (GObject *object)
{
  NscJumpDialog *self = NSC_JUMP_DIALOG (object);

  g_clear_handle_id (&self->moment, g_source_remove);
  g_clear_object (&self->parent);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_JUMP_DIALOG);
  G_OBJECT_CLASS (nsc_jump_dialog_parent_class)->dispose (object);
}

static void
nsc_jump_dialog_class_init (NscJumpDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_jump_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/normscape/Normscape/ui/nsc-jump-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NscJumpDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, NscJumpDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, NscJumpDialog, words_label);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
nsc_jump_dialog_init (NscJumpDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
nsc_jump_dialog_start (GtkWidget *parent, NscProject *project, gint64 target)
{
  NscJumpDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && NSC_IS_PROJECT (project));

  /* The step that is under way holds it, whether it shows or not. */
  self = g_object_ref_sink (g_object_new (NSC_TYPE_JUMP_DIALOG, NULL));
  self->parent = g_object_ref (parent);
  self->cancellable = g_cancellable_new ();
  self->moment = g_timeout_add_once (MOMENT_MS, moment_cb, self);
  nsc_step_jump_start (project, target, progress_cb, self, self->cancellable, jumped_cb, self);
}
