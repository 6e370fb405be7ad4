/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-story-step-dialog.h"

#include "nsc-choice-row.h"
#include "nsc-code-words.h"
#include "nsc-error-door.h"
#include "nsc-inquiry.h"
#include "nsc-letter-scale.h"
#include "nsc-option-text.h"
#include "nsc-step-toast.h"
#include "nsc-story-book.h"
#include "nsc-story.h"
#include "nsc-tongue.h"

#include "nsc-text.h"

#include <glib/gi18n-lib.h>

/* The choice of a story that is not there yet; no id has a semicolon. */
#define NEW_STORY ";"

struct _NscStoryStepDialog
{
  AdwDialog parent_instance;

  NscProject *project;
  NscRecord *step;    /* as it was, or of a figure to be added what is known of it */
  NscStoryBook *book; /* of a figure to be added, NULL until it is read */
  GCancellable *cancellable;
  gboolean saving;

  AdwBreakpoint *large_letters;
  AdwBanner *banner;
  GtkTextView *note_en_view;
  GtkTextView *note_zh_view;
  NscChoiceRow *reveal_row;
  GtkButton *save_button;
  NscChoiceRow *story_row;
  GtkEditable *title_row;
  AdwWindowTitle *window_title;
};

G_DEFINE_FINAL_TYPE (NscStoryStepDialog, nsc_story_step_dialog, ADW_TYPE_DIALOG)

static gboolean
is_new (NscStoryStepDialog *self)
{
  return nsc_record_get_row (self->step) == 0;
}

/* ---- what is written ---- */

static char *
dup_note (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static NscRecord *
make_record (NscStoryStepDialog *self)
{
  NscRecord *record = nsc_record_copy (self->step);
  g_autofree char *note_en = dup_note (self->note_en_view);
  g_autofree char *note_zh = dup_note (self->note_zh_view);

  nsc_record_set_by_name (record, "reveal", nsc_choice_row_get_chosen (self->reveal_row));
  nsc_record_set_by_name (record, "note_en", note_en);
  nsc_record_set_by_name (record, "note_zh", note_zh);
  return record;
}

static gboolean
makes_story (NscStoryStepDialog *self)
{
  return is_new (self) && g_str_equal (nsc_choice_row_get_chosen (self->story_row), NEW_STORY);
}

static void
update (NscStoryStepDialog *self)
{
  gboolean titled = !makes_story (self) || !nsc_text_is_blank (gtk_editable_get_text (self->title_row));

  gtk_widget_set_visible (GTK_WIDGET (self->title_row), makes_story (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "step.save",
                                 !self->saving && titled && (!is_new (self) || self->book != NULL));
}

static void
story_chosen_cb (NscStoryStepDialog *self)
{
  update (self);
}

static void
written_cb (NscStoryStepDialog *self)
{
  update (self);
}

static void
close_attempt_cb (AdwDialog *dialog)
{
  NscStoryStepDialog *self = NSC_STORY_STEP_DIALOG (dialog);

  /* What is on its way to the project cannot be called back. */
  if (!self->saving)
    adw_dialog_force_close (dialog);
}

/* ---- saving ---- */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscStoryStepDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStep) step = nsc_project_save_many_finish (NSC_PROJECT (source), result, &error);

  self->saving = FALSE;
  if (step == NULL)
    {
      adw_banner_set_title (self->banner, error->message);
      adw_banner_set_revealed (self->banner, TRUE);
      update (self);
      return;
    }
  nsc_step_toast_show (GTK_WIDGET (self), step, NSC_STEP_TOAST_DONE);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static NscRecord *
make_story (NscStoryStepDialog *self)
{
  NscRecord *story = nsc_record_new (nsc_table_find ("stories"));
  g_autofree char *id = nsc_story_book_dup_free_id (self->book, "story");
  const char *title = gtk_editable_get_text (self->title_row);

  nsc_record_set (story, NSC_TABLE_ID_COLUMN, id);
  nsc_record_set_by_name (story, "title_en", title);
  if (g_str_equal (nsc_tongue_get (), "zh_CN"))
    nsc_record_set_by_name (story, "title_zh", title);
  return story;
}

static NscRecordChanges *
make_changes (NscStoryStepDialog *self)
{
  g_autoptr (NscRecord) story = NULL;
  NscRecordChanges *changes;

  if (is_new (self))
    {
      story = makes_story (self)
                  ? make_story (self)
                  : nsc_record_copy (nsc_story_book_find (self->book, nsc_choice_row_get_chosen (self->story_row)));
      return nsc_story_book_append (self->book, story, make_record (self));
    }
  changes = nsc_record_changes_new (self->step);
  nsc_record_changes_save (changes, make_record (self));
  return changes;
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NscStoryStepDialog *self = NSC_STORY_STEP_DIALOG (widget);
  g_autoptr (NscRecordChanges) changes = make_changes (self);

  self->saving = TRUE;
  adw_banner_set_revealed (self->banner, FALSE);
  update (self);
  nsc_project_save_many_async (self->project, changes, NULL, saved_cb, g_object_ref (self));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* ---- the stories there are ---- */

static gpointer
read_book (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  return nsc_story_book_load (reader, cancellable, error);
}

static void
book_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscStoryStepDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NscStoryBook) book = nsc_inquiry_finish (result, &error);
  GPtrArray *stories;

  if (book == NULL)
    {
      nsc_error_door_show (GTK_WIDGET (self), error);
      return;
    }
  self->book = g_steal_pointer (&book);
  stories = nsc_story_book_get_stories (self->book);
  nsc_choice_row_begin (self->story_row);
  for (guint i = stories->len; i > 0; i--)
    {
      const NscRecord *story = g_ptr_array_index (stories, i - 1);

      nsc_choice_row_add (self->story_row, nsc_record_get_id (story), nsc_record_get_name (story, nsc_tongue_get ()));
    }
  nsc_choice_row_add (self->story_row, NEW_STORY, _ ("New Story"));
  nsc_choice_row_end (self->story_row);
  update (self);
}

/* ---- object ---- */

static void
nsc_story_step_dialog_dispose (GObject *object)
{
  NscStoryStepDialog *self = NSC_STORY_STEP_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->book, nsc_story_book_unref);
  g_clear_pointer (&self->step, nsc_record_free);
  g_clear_object (&self->project);
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_STORY_STEP_DIALOG);
  G_OBJECT_CLASS (nsc_story_step_dialog_parent_class)->dispose (object);
}

static void
nsc_story_step_dialog_class_init (NscStoryStepDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_story_step_dialog_dispose;

  g_type_ensure (NSC_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/normscape/Normscape/ui/nsc-story-step-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NscStoryStepDialog, large_letters);
  gtk_widget_class_bind_template_child (widget_class, NscStoryStepDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, NscStoryStepDialog, note_en_view);
  gtk_widget_class_bind_template_child (widget_class, NscStoryStepDialog, note_zh_view);
  gtk_widget_class_bind_template_child (widget_class, NscStoryStepDialog, reveal_row);
  gtk_widget_class_bind_template_child (widget_class, NscStoryStepDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, NscStoryStepDialog, story_row);
  gtk_widget_class_bind_template_child (widget_class, NscStoryStepDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, NscStoryStepDialog, window_title);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_bind_template_callback (widget_class, story_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, written_cb);
  gtk_widget_class_install_action (widget_class, "step.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "step.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "step.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "step.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "step.save", NULL);
}

static void
nsc_story_step_dialog_init (NscStoryStepDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  nsc_letter_scale_limit (self->large_letters, NSC_LETTER_SCALE_TITLE);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
}

static void
fill_reveals (NscStoryStepDialog *self)
{
  nsc_choice_row_begin (self->reveal_row);
  for (int i = NSC_REVEAL_NONE; i <= NSC_REVEAL_YEARS; i++)
    {
      const char *code = nsc_reveal_kind_get_name ((NscRevealKind) i);
      g_autofree char *words = nsc_code_words (nsc_tongue_get (), code);

      nsc_choice_row_add (self->reveal_row, code, words);
    }
  nsc_choice_row_end (self->reveal_row);
  nsc_choice_row_set_chosen (self->reveal_row, nsc_record_get_by_name (self->step, "reveal"));
}

/* Takes over STEP. */
static NscStoryStepDialog *
dialog_new (NscProject *project, NscRecord *step)
{
  NscStoryStepDialog *self = g_object_new (NSC_TYPE_STORY_STEP_DIALOG, NULL);
  g_autofree char *figure = nsc_code_words (nsc_tongue_get (), nsc_record_get_by_name (step, "report"));

  self->project = g_object_ref (project);
  self->step = step;
  adw_window_title_set_title (self->window_title, is_new (self) ? _ ("Add to Story") : _ ("Edit Step"));
  adw_window_title_set_subtitle (self->window_title, figure);
  adw_dialog_set_title (ADW_DIALOG (self), is_new (self) ? _ ("Add to Story") : _ ("Edit Step"));
  fill_reveals (self);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note_en_view), nsc_record_get_by_name (step, "note_en"),
                            -1);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note_zh_view), nsc_record_get_by_name (step, "note_zh"),
                            -1);
  gtk_widget_set_visible (GTK_WIDGET (self->story_row), is_new (self));
  if (is_new (self))
    gtk_button_set_label (self->save_button, _ ("_Add"));
  update (self);
  return self;
}

void
nsc_story_step_dialog_present_add (GtkWidget *parent, NscProject *project, const NscReport *report, NscOptions *options)
{
  NscRecord *step = nsc_record_new (nsc_table_find ("story_steps"));
  g_autofree char *text = nsc_option_text_print (report, options);
  NscStoryStepDialog *self;

  nsc_record_set_by_name (step, "report", report->name);
  nsc_record_set_by_name (step, "options", text);
  self = dialog_new (project, step);
  nsc_inquiry_start (project, read_book, NULL, NULL, (GDestroyNotify) nsc_story_book_unref, self->cancellable,
                     book_read_cb, g_object_ref (self));
  adw_dialog_present (ADW_DIALOG (self), parent);
}

void
nsc_story_step_dialog_present_edit (GtkWidget *parent, NscProject *project, const NscRecord *step)
{
  adw_dialog_present (ADW_DIALOG (dialog_new (project, nsc_record_copy (step))), parent);
}
