/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-import-dialog.h"

#include "nsc-import.h"
#include "nsc-letter-scale.h"
#include "nsc-story.h"
#include "nsc-table-sniff.h"

#include "nsc-accessible-names.h"
#include "nsc-announcement.h"
#include "nsc-choice-row.h"
#include "nsc-error-door.h"
#include "nsc-step-toast.h"
#include "nsc-task.h"
#include "nsc-tongue.h"

#include "nsc-error.h"
#include "nsc-text.h"

#include <glib/gi18n-lib.h>

/* More than a person reads; the count says how many there are. */
#define MAX_SHOWN 100

struct _NscImportDialog
{
  AdwDialog parent_instance;

  AdwBreakpoint *large_letters;
  GtkWidget *parent; /* weak; where the toast goes */
  NscProject *project;
  char *path;
  GCancellable *cancellable; /* of the try or the import under way */

  AdwActionRow *counts_row;
  NscChoiceRow *date_row;
  AdwActionRow *file_row;
  GtkWidget *import_button;
  GtkWidget *notes_group;
  GtkListBox *notes_list;
  GtkProgressBar *progress_bar;
  GtkWidget *refusals_group;
  GtkListBox *refusals_list;
  AdwSwitchRow *skip_row;
  NscChoiceRow *table_row;
};

G_DEFINE_FINAL_TYPE (NscImportDialog, nsc_import_dialog, ADW_TYPE_DIALOG)

/* ---- what is shown ---- */

static void
offer_choices (NscImportDialog *self)
{
  static const struct
  {
    const char *id;
    const char *label;
  } styles[] = {
    { "iso", N_ ("2015-09-25") },
    { "dmy", N_ ("25.9.2015, day first") },
    { "mdy", N_ ("9/25/2015, month first") },
  };

  nsc_choice_row_begin (self->table_row);
  for (const NscTable *const *table = nsc_table_list (); *table != NULL; table++)
    nsc_choice_row_add (self->table_row, (*table)->name, _ ((*table)->title));
  nsc_choice_row_end (self->table_row);

  nsc_choice_row_begin (self->date_row);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    nsc_choice_row_add (self->date_row, styles[i].id, _ (styles[i].label));
  nsc_choice_row_end (self->date_row);
}

/* An id that is broken at the end of a line gets no hyphen, which would seem part of it. */
static void
leave_out_hyphens (GtkWidget *widget)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (GTK_IS_LABEL (widget))
    gtk_label_set_attributes (GTK_LABEL (widget), attributes);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    leave_out_hyphens (child);
}

static void
add_row (GtkListBox *list, const char *words, const char *place)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (place != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  nsc_accessible_names_complete_row (ADW_ACTION_ROW (row));
  leave_out_hyphens (row);
  gtk_list_box_append (list, row);
}

static void
add_message (GtkListBox *list, const NscImportMessage *message)
{
  g_autofree char *place = NULL;

  if (message->row > 0 && *message->column != '\0')
    /* Translators: where in a file, "Row 12, column joined". */
    place = g_strdup_printf (_ ("Row %1$u, column %2$s"), (guint) message->row, message->column);
  else if (message->row > 0)
    place = g_strdup_printf (_ ("Row %1$u"), (guint) message->row);
  add_row (list, message->text, place);
}

/* N_UNLISTED are those that have no message of their own. */
static void
show_messages (GtkWidget *group, GtkListBox *list, const GPtrArray *messages, guint64 n_unlisted)
{
  guint n_shown = MIN (messages->len, MAX_SHOWN);
  guint64 n_more = messages->len - n_shown + n_unlisted;

  gtk_list_box_remove_all (list);
  for (guint i = 0; i < n_shown; i++)
    add_message (list, g_ptr_array_index (messages, i));
  if (n_more > 0)
    {
      g_autofree char *digits = nsc_text_integer (nsc_tongue_get (), n_more);
      g_autofree char *words = g_strdup_printf (ngettext ("and %s more", "and %s more", n_more), digits);

      add_row (list, words, NULL);
    }
  gtk_widget_set_visible (group, messages->len > 0);
}

static void
show_counts (NscImportDialog *self, const NscImportResult *result)
{
  /* Translators: what an import would bring: numbers of rows. */
  g_autofree char *words =
      g_strdup_printf (_ ("%1$llu new, %2$llu changed, %3$llu the same, %4$llu refused"),
                       (unsigned long long) result->n_added, (unsigned long long) result->n_changed,
                       (unsigned long long) result->n_same, (unsigned long long) result->n_refused);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->counts_row), words);
  nsc_announcement_make (GTK_WIDGET (self), words);
}

static void
set_busy (NscImportDialog *self, gboolean busy)
{
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), busy);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  if (busy)
    gtk_widget_set_sensitive (self->import_button, FALSE);
}

/* ---- trying and importing ---- */

static GCancellable *
begin (NscImportDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  set_busy (self, TRUE);
  return self->cancellable;
}

static NscDateStyle
chosen_date_style (NscImportDialog *self)
{
  const char *style = nsc_choice_row_get_chosen (self->date_row);

  if (g_str_equal (style, "dmy"))
    return NSC_DATE_STYLE_DMY;
  return g_str_equal (style, "mdy") ? NSC_DATE_STYLE_MDY : NSC_DATE_STYLE_ISO;
}

static void
progress_cb (double fraction, gpointer data)
{
  gtk_progress_bar_set_fraction (NSC_IMPORT_DIALOG (data)->progress_bar, fraction);
}

static void
run (NscImportDialog *self, gboolean dry_run, GAsyncReadyCallback callback)
{
  const NscTable *table = nsc_table_find (nsc_choice_row_get_chosen (self->table_row));
  NscImportOptions options = {
    .date_style = chosen_date_style (self),
    .dry_run = dry_run,
    .skip_invalid = adw_switch_row_get_active (self->skip_row),
    .check = nsc_story_check_record,
  };

  nsc_import_run_async (nsc_project_get_store (self->project), table, self->path, &options, progress_cb, self,
                        begin (self), callback, g_object_ref (self));
}

static void
tried_cb (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  g_autoptr (NscImportDialog) self = user_data;
  g_autoptr (NscImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean possible = nsc_import_run_finish (NSC_STORE (source), async_result, &result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->import_button == NULL)
    return;
  set_busy (self, FALSE);
  gtk_widget_set_sensitive (self->import_button, possible && result->n_added + result->n_changed > 0);
  show_counts (self, result);
  show_messages (self->refusals_group, self->refusals_list, result->refusals, result->n_unlisted);
  show_messages (self->notes_group, self->notes_list, result->notes, 0);
  /* What is refused stands in the list already. */
  if (!possible && result->refusals->len == 0)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->counts_row), error->message);
}

static void
imported_cb (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  g_autoptr (NscImportDialog) self = user_data;
  g_autoptr (NscImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autoptr (NscStep) step = NULL;

  if (!nsc_import_run_finish (NSC_STORE (source), async_result, &result, &error))
    {
      if (self->import_button != NULL)
        {
          set_busy (self, FALSE);
          nsc_error_door_show (GTK_WIDGET (self), error);
        }
      return;
    }
  name = g_path_get_basename (self->path);
  step = nsc_step_new (NSC_STEP_IMPORT, nsc_choice_row_get_chosen (self->table_row), name);
  step->id = 1;
  step->n_added = result->n_added;
  step->n_changed = result->n_changed;
  adw_dialog_force_close (ADW_DIALOG (self));
  if (self->parent != NULL)
    nsc_step_toast_show (self->parent, step, NSC_STEP_TOAST_DONE);
}

/* ---- callbacks ---- */

static void
chosen_cb (NscImportDialog *self)
{
  if (self->path != NULL)
    run (self, TRUE, tried_cb);
}

static void
import_cb (NscImportDialog *self)
{
  run (self, FALSE, imported_cb);
}

static void
cancel_cb (NscImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
sniff_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  const NscTable *table = nsc_table_sniff_file (data, cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, (gpointer) table, NULL);
}

/* A file that fits no table, or is no table, is tried all the same: the try says what is wrong with it. */
static void
sniffed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  NscImportDialog *self = NSC_IMPORT_DIALOG (source);
  const NscTable *table = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->import_button == NULL)
    return;
  if (table != NULL)
    nsc_choice_row_set_chosen (self->table_row, table->name);
  run (self, TRUE, tried_cb);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  NscProject *project = g_object_get_data (source, "nsc-project");
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    nsc_import_dialog_present (parent, project, file);
  else
    nsc_error_door_show (parent, error);
}

/* ---- overrides ---- */

static void
nsc_import_dialog_closed (AdwDialog *dialog)
{
  NscImportDialog *self = NSC_IMPORT_DIALOG (dialog);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
nsc_import_dialog_dispose (GObject *object)
{
  NscImportDialog *self = NSC_IMPORT_DIALOG (object);

  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->project);
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_IMPORT_DIALOG);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (nsc_import_dialog_parent_class)->dispose (object);
}

static void
nsc_import_dialog_class_init (NscImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_import_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = nsc_import_dialog_closed;

  g_type_ensure (NSC_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/normscape/Normscape/ui/nsc-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NscImportDialog, large_letters);
  gtk_widget_class_bind_template_child (widget_class, NscImportDialog, counts_row);
  gtk_widget_class_bind_template_child (widget_class, NscImportDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, NscImportDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, NscImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, NscImportDialog, notes_group);
  gtk_widget_class_bind_template_child (widget_class, NscImportDialog, notes_list);
  gtk_widget_class_bind_template_child (widget_class, NscImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, NscImportDialog, refusals_group);
  gtk_widget_class_bind_template_child (widget_class, NscImportDialog, refusals_list);
  gtk_widget_class_bind_template_child (widget_class, NscImportDialog, skip_row);
  gtk_widget_class_bind_template_child (widget_class, NscImportDialog, table_row);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
}

static void
nsc_import_dialog_init (NscImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nsc_letter_scale_limit (self->large_letters, NSC_LETTER_SCALE_TITLE);
  nsc_accessible_names_complete (adw_dialog_get_child (ADW_DIALOG (self)));
  offer_choices (self);
}

void
nsc_import_dialog_choose (GtkWidget *parent, NscProject *project)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_return_if_fail (GTK_IS_WIDGET (parent) && NSC_IS_PROJECT (project));

  gtk_file_filter_set_name (filter, _ ("Tables (CSV)"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "tsv");
  gtk_file_filter_add_suffix (filter, "txt");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Import a Table"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  g_object_set_data_full (G_OBJECT (dialog), "nsc-project", g_object_ref (project), g_object_unref);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, file_chosen_cb, g_object_ref (parent));
}

void
nsc_import_dialog_present (GtkWidget *parent, NscProject *project, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GTask) task = NULL;
  NscImportDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && NSC_IS_PROJECT (project));

  if (nsc_project_get_read_only_reason (project) != NULL)
    {
      g_autoptr (GError) error =
          g_error_new_literal (NSC_ERROR, NSC_ERROR_READ_ONLY, nsc_project_get_read_only_reason (project));

      nsc_error_door_show_over (parent, error);
      return;
    }
  self = g_object_new (NSC_TYPE_IMPORT_DIALOG, NULL);
  g_set_weak_pointer (&self->parent, parent);
  self->project = g_object_ref (project);
  self->path = g_file_get_path (file);
  if (self->path == NULL)
    {
      g_autoptr (GError) error = g_error_new (
          NSC_ERROR, NSC_ERROR_INPUT, _ ("%1$s is not on this computer. Copy the file here, then import it."), name);

      nsc_error_door_show (parent, error);
      g_object_ref_sink (self);
      g_object_unref (self);
      return;
    }
  adw_action_row_set_subtitle (self->file_row, name);
  adw_dialog_present (ADW_DIALOG (self), parent);
  set_busy (self, TRUE);
  task = g_task_new (self, NULL, sniffed_cb, NULL);
  g_task_set_task_data (task, g_strdup (self->path), g_free);
  nsc_task_run_in_thread (task, sniff_in_thread);
}
