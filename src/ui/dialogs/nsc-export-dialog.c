/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-export-dialog.h"

#include "nsc-export-facts.h"
#include "nsc-export-files.h"
#include "nsc-export-options.h"
#include "nsc-export-preview.h"
#include "nsc-export-toast.h"

#include "nsc-announcement.h"
#include "nsc-error-door.h"
#include "nsc-figure-style.h"
#include "nsc-letter-scale.h"
#include "nsc-scene-maker.h"
#include "nsc-application.h"

#include "nsc-error.h"
#include "nsc-task.h"

#include <glib/gi18n-lib.h>

/* Work that is over sooner is not worth a sign of it, in milliseconds. */
#define SPINNER_DELAY 400
#define PROGRESS_DELAY 1000
#define PULSE_INTERVAL 100

/* From here on down there is no room for the picture, in pixels. */
#define LOW 420.0

struct _NscExportDialog
{
  AdwDialog parent_instance;

  GtkWidget *parent; /* weak; where the toast goes */
  NscSceneMaker *maker;
  char *name;
  const char *language;      /* of the figure on the page */
  NscSceneRequest asked;     /* of the maker */
  gboolean is_small;         /* the smallest type, as it was told last */
  NscExportFiles *files;     /* as they are proposed, NULL: not looked up yet */
  GCancellable *cancellable; /* of the writing under way, NULL: none */
  guint spinner_source, progress_source;

  AdwBanner *banner;
  GtkWidget *export_button;
  AdwBreakpoint *large_letters;
  AdwBreakpoint *large_letters_low;
  NscExportOptions *options;
  GtkLabel *page_label;
  NscExportPreview *preview;
  GtkProgressBar *progress_bar;
  GtkLabel *size_label;
  GtkWidget *spinner;
  GtkImage *type_icon;
  GtkLabel *type_label;
};

G_DEFINE_FINAL_TYPE (NscExportDialog, nsc_export_dialog, ADW_TYPE_DIALOG)

/* ---- the preview and what is said of it ---- */

static void
show_table_row (NscExportDialog *self)
{
  NscResult *result = nsc_scene_maker_get_result (self->maker);
  guint n = result != NULL ? nsc_sheet_get_n_rows (nsc_result_get_sheet (result)) : 0;
  g_autofree char *proposed = g_strconcat (self->name, ".csv", NULL);
  g_autofree char *named = NULL;
  g_autofree char *words = NULL;

  if (self->files != NULL)
    named = g_path_get_basename (self->files->table);
  if (result == NULL)
    words = g_strdup (proposed);
  else if (self->files != NULL && self->files->replaces_table)
    /* Translators: a file's name and the rows of the table in it. */
    words = g_strdup_printf (
        ngettext ("%1$s, %2$u row; replaces the earlier table", "%1$s, %2$u rows; replaces the earlier table", n),
        named, n);
  else if (self->files != NULL && self->files->renamed_table)
    /* Translators: a file's name, the rows of the table in it, and the name that it would have. */
    words =
        g_strdup_printf (ngettext ("%1$s, %2$u row; %3$s is another file", "%1$s, %2$u rows; %3$s is another file", n),
                         named, n, proposed);
  else
    words = g_strdup_printf (ngettext ("%1$s, %2$u row", "%1$s, %2$u rows", n), proposed, n);
  nsc_export_options_set_table_words (self->options, words);
}

static void
show_facts (NscExportDialog *self)
{
  const NscScene *scene = nsc_scene_maker_get_scene (self->maker);
  g_autofree char *size = NULL, *type = NULL, *page = NULL;
  gboolean small;

  if (scene == NULL)
    return;
  size = nsc_export_facts_dup_size (scene);
  type = nsc_export_facts_dup_type (scene, &small);
  page = nsc_export_facts_dup_page (
      scene, nsc_export_files_get_format (nsc_export_options_get_choices (self->options)->format),
      nsc_export_options_get_choices (self->options)->dpi);
  gtk_label_set_label (self->size_label, size);
  gtk_label_set_label (self->type_label, type);
  gtk_label_set_label (self->page_label, page);
  gtk_image_set_from_icon_name (self->type_icon, small ? "dialog-warning-symbolic" : "object-select-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (self->type_icon), (const char *[]) { small ? "warning" : "success", NULL });
  if (small && !self->is_small)
    nsc_announcement_make (GTK_WIDGET (self), type);
  self->is_small = small;
}

static gboolean
spin_cb (gpointer user_data)
{
  NscExportDialog *self = user_data;

  self->spinner_source = 0;
  gtk_widget_set_visible (self->spinner, TRUE);
  return G_SOURCE_REMOVE;
}

static gboolean
is_making (NscExportDialog *self)
{
  gboolean busy;

  g_object_get (self->maker, "busy", &busy, NULL);
  return busy;
}

static void
update_busy (NscExportDialog *self)
{
  gboolean making = is_making (self);

  gtk_widget_set_sensitive (self->export_button,
                            nsc_export_dialog_get_scene (self) != NULL && self->cancellable == NULL);
  if (making && self->spinner_source == 0 && !gtk_widget_get_visible (self->spinner))
    self->spinner_source = g_timeout_add (SPINNER_DELAY, spin_cb, self);
  if (making)
    return;
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  gtk_widget_set_visible (self->spinner, FALSE);
}

/* FALSE where that is what was made, or is being made, already. */
static gboolean
make_scene (NscExportDialog *self)
{
  const NscExportChoices *choices = nsc_export_options_get_choices (self->options);
  NscSceneRequest request = {
    .language = choices->language,
    .theme = nsc_theme_get_in_face (nsc_theme_find (choices->theme), nsc_figure_style_get_face ()),
    .parts = choices->parts,
  };

  nsc_export_choices_get_page (choices, &request.width, &request.height);
  if (nsc_scene_request_equal (&request, &self->asked))
    return FALSE;
  self->asked = request;
  nsc_scene_maker_make (self->maker, &request);
  return TRUE;
}

/* ---- where it goes ---- */

static char *
dup_folder (void)
{
  GSettings *settings = nsc_application_get_default_settings ();
  g_autofree char *folder = settings != NULL ? g_settings_get_string (settings, "export-folder") : NULL;
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (folder != NULL && *folder != '\0')
    return g_steal_pointer (&folder);
  return g_strdup (documents != NULL ? documents : g_get_home_dir ());
}

typedef struct
{
  char *path;
  NscFormat format;
  NscRenderOptions options;
  NscScene *scene;
  NscSheet *sheet; /* NULL: no table is wanted */
  NscExportFiles *files;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->path);
  g_clear_pointer (&work->scene, nsc_scene_unref);
  g_clear_object (&work->sheet);
  nsc_export_files_free (work->files);
  g_free (work);
}

static Work *
work_new (NscExportDialog *self, char *path)
{
  NscResult *result = nsc_scene_maker_get_result (self->maker);
  Work *work = g_new0 (Work, 1);

  work->path = path;
  work->format = nsc_export_files_get_format (nsc_export_options_get_choices (self->options)->format);
  work->options =
      (NscRenderOptions) { nsc_export_options_get_choices (self->options)->dpi, nsc_result_get_latest_date (result) };
  work->scene = nsc_scene_ref (nsc_scene_maker_get_scene (self->maker));
  work->sheet = g_object_ref (nsc_result_get_sheet (result));
  return work;
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;

  work->files = nsc_export_files_new (work->path, work->format, work->sheet);
  g_task_return_boolean (task, TRUE);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  NscExportDialog *self = NSC_EXPORT_DIALOG (source);
  Work *work = g_task_get_task_data (G_TASK (result));

  if (self->export_button == NULL)
    return;
  g_clear_pointer (&self->files, nsc_export_files_free);
  self->files = g_steal_pointer (&work->files);
  show_table_row (self);
}

/* What stands already where the table is proposed to go. */
static void
look_for_table (NscExportDialog *self)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *file = g_strconcat (self->name, ".pdf", NULL);
  g_autoptr (GTask) task = g_task_new (self, NULL, looked_cb, NULL);

  g_task_set_task_data (task, work_new (self, g_build_filename (folder, file, NULL)), work_free);
  nsc_task_run_in_thread (task, look_in_thread);
}

/* ---- writing ---- */

static gboolean
pulse_cb (gpointer user_data)
{
  gtk_progress_bar_pulse (NSC_EXPORT_DIALOG (user_data)->progress_bar);
  return G_SOURCE_CONTINUE;
}

static gboolean
progress_cb (gpointer user_data)
{
  NscExportDialog *self = user_data;

  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), TRUE);
  self->progress_source = g_timeout_add (PULSE_INTERVAL, pulse_cb, self);
  return G_SOURCE_REMOVE;
}

static void
set_writing (NscExportDialog *self, gboolean writing)
{
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (writing)
    {
      self->cancellable = g_cancellable_new ();
      self->progress_source = g_timeout_add (PROGRESS_DELAY, progress_cb, self);
    }
  else
    gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), FALSE);
  adw_dialog_set_can_close (ADW_DIALOG (self), !writing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->options), !writing);
  update_busy (self);
}

static void
remember_folder (const char *path)
{
  GSettings *settings = nsc_application_get_default_settings ();
  g_autofree char *folder = g_path_get_dirname (path);

  if (settings != NULL)
    g_settings_set_string (settings, "export-folder", folder);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  work->files = nsc_export_files_new (work->path, work->format, work->sheet);
  if (nsc_export_files_write (work->files, work->scene, &work->options, work->sheet, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  NscExportDialog *self = NSC_EXPORT_DIALOG (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (done)
    {
      remember_folder (work->files->picture);
      if (self->parent != NULL)
        nsc_export_toast_show (self->parent, work->files->picture, work->files->table);
    }
  if (self->export_button == NULL)
    return;
  set_writing (self, FALSE);
  if (done)
    adw_dialog_force_close (ADW_DIALOG (self));
  else
    {
      nsc_error_door_show_over (GTK_WIDGET (self), error);
      look_for_table (self);
    }
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self->export_button == NULL)
    return;
  if (file != NULL)
    nsc_export_dialog_write (self, file);
  else
    nsc_error_door_show_over (GTK_WIDGET (self), error);
}

/* ---- callbacks ---- */

static void
made_cb (NscExportDialog *self)
{
  g_autofree char *warning = nsc_scene_maker_take_warning (self->maker);

  nsc_export_preview_set_scene (self->preview, nsc_scene_maker_get_scene (self->maker));
  show_facts (self);
  show_table_row (self);
  if (self->files == NULL)
    look_for_table (self);
  if (warning == NULL)
    return;
  adw_banner_set_title (self->banner, warning);
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
failed_cb (NscExportDialog *self, const GError *error)
{
  /* Whoever asks for the same again gets another try. */
  self->asked = (NscSceneRequest) { 0 };
  nsc_export_preview_set_scene (self->preview, NULL);
  nsc_error_door_show_over (GTK_WIDGET (self), error);
}

static void
changed_cb (NscExportDialog *self)
{
  /* The same scene goes into every format. */
  if (!make_scene (self))
    show_facts (self);
}

static void
banner_closed_cb (NscExportDialog *self)
{
  adw_banner_set_revealed (self->banner, FALSE);
}

static void
export_cb (NscExportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *folder = dup_folder ();
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  g_autofree char *proposed =
      g_strconcat (self->name, ".", nsc_export_options_get_choices (self->options)->format, NULL);
  g_autofree char *kind = g_ascii_strup (nsc_export_options_get_choices (self->options)->format, -1);

  gtk_file_filter_set_name (filter, kind);
  gtk_file_filter_add_suffix (filter, nsc_export_options_get_choices (self->options)->format);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Export Figure"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_initial_name (dialog, proposed);
  gtk_file_dialog_set_initial_folder (dialog, place);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, chosen_cb,
                        g_object_ref (self));
}

static void
cancel_cb (NscExportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* ---- overrides ---- */

/* While it is writing: what is to be closed is that. */
static void
nsc_export_dialog_close_attempt (AdwDialog *dialog)
{
  NscExportDialog *self = NSC_EXPORT_DIALOG (dialog);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
nsc_export_dialog_closed (AdwDialog *dialog)
{
  NscExportDialog *self = NSC_EXPORT_DIALOG (dialog);

  nsc_scene_maker_stop (self->maker);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
nsc_export_dialog_dispose (GObject *object)
{
  NscExportDialog *self = NSC_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->spinner_source, g_source_remove);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_weak_pointer (&self->parent);
  if (self->maker != NULL)
    nsc_scene_maker_stop (self->maker);
  g_clear_object (&self->maker);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->files, nsc_export_files_free);
  g_clear_pointer (&self->name, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_EXPORT_DIALOG);
  G_OBJECT_CLASS (nsc_export_dialog_parent_class)->dispose (object);
}

static void
nsc_export_dialog_class_init (NscExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_export_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = nsc_export_dialog_close_attempt;
  ADW_DIALOG_CLASS (klass)->closed = nsc_export_dialog_closed;

  g_type_ensure (NSC_TYPE_EXPORT_OPTIONS);
  g_type_ensure (NSC_TYPE_EXPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/normscape/Normscape/ui/nsc-export-dialog.ui");
#define CHILD(name_) gtk_widget_class_bind_template_child (widget_class, NscExportDialog, name_)
  CHILD (banner);
  CHILD (export_button);
  CHILD (large_letters);
  CHILD (large_letters_low);
  CHILD (options);
  CHILD (page_label);
  CHILD (preview);
  CHILD (progress_bar);
  CHILD (size_label);
  CHILD (spinner);
  CHILD (type_icon);
  CHILD (type_label);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, banner_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
}

static void
nsc_export_dialog_init (NscExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nsc_letter_scale_limit (self->large_letters, NSC_LETTER_SCALE_TITLE);
  nsc_letter_scale_limit_low (self->large_letters_low, NSC_LETTER_SCALE_TITLE, LOW);
}

/* ---- public ---- */

void
nsc_export_dialog_present (GtkWidget *parent,
                           NscProject *project,
                           const NscReport *report,
                           NscOptions *options,
                           NscResult *result,
                           const char *name)
{
  NscExportChoices choices;
  NscExportDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && NSC_IS_PROJECT (project) && NSC_IS_RESULT (result));
  g_return_if_fail (report != NULL && options != NULL && name != NULL);

  self = g_object_new (NSC_TYPE_EXPORT_DIALOG, NULL);
  g_set_weak_pointer (&self->parent, parent);
  self->name = g_strdup (name);
  self->maker = nsc_scene_maker_new (project, report, options, result);
  g_signal_connect_object (self->maker, "made", G_CALLBACK (made_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->maker, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->maker, "notify::busy", G_CALLBACK (update_busy), self, G_CONNECT_SWAPPED);
  self->language = g_intern_string (nsc_options_get_language (options));
  choices = nsc_export_choices_load (nsc_application_get_default_settings (), self->language);
  nsc_export_options_set_choices (self->options, &choices);
  show_table_row (self);
  make_scene (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}

void
nsc_export_dialog_write (NscExportDialog *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;
  char *path;
  Work *work;

  g_return_if_fail (NSC_IS_EXPORT_DIALOG (self) && G_IS_FILE (file));

  if (nsc_export_dialog_get_scene (self) == NULL || self->cancellable != NULL)
    return;
  path = g_file_get_path (file);
  if (path == NULL)
    {
      g_autofree char *name = g_file_get_basename (file);
      g_autoptr (GError) error =
          g_error_new (NSC_ERROR, NSC_ERROR_OUTPUT, _ ("%1$s is not on this computer. Choose a folder here."), name);

      nsc_error_door_show_over (GTK_WIDGET (self), error);
      return;
    }
  nsc_export_choices_save (nsc_export_options_get_choices (self->options), nsc_application_get_default_settings (),
                           self->language);
  set_writing (self, TRUE);
  work = work_new (self, path);
  if (!nsc_export_options_get_choices (self->options)->with_table)
    g_clear_object (&work->sheet);
  task = g_task_new (self, self->cancellable, written_cb, NULL);
  /* What was written before the person cancelled is written. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, work_free);
  nsc_task_run_in_thread (task, write_in_thread);
}

NscScene *
nsc_export_dialog_get_scene (NscExportDialog *self)
{
  g_return_val_if_fail (NSC_IS_EXPORT_DIALOG (self), NULL);
  return self->maker == NULL || is_making (self) ? NULL : nsc_scene_maker_get_scene (self->maker);
}
