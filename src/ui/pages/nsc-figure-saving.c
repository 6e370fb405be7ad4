/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-figure-saving.h"

#include "nsc-render.h"

#include "nsc-error-door.h"
#include "nsc-window.h"

#include "nsc-error.h"

#include <glib/gi18n-lib.h>

/* Two columns of a journal, 174 mm, in points. */
#define PAGE_WIDTH (174 * 72 / 25.4)

typedef struct
{
  NscResult *result;
  char *path;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->result);
  g_free (saving->path);
  g_free (saving);
}

static gboolean
is_table (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ".csv");
}

static gboolean
write_table (const Saving *saving, GError **error)
{
  g_autofree char *text = nsc_sheet_to_string (nsc_result_get_sheet (saving->result), NSC_SHEET_CSV);
  g_autoptr (GError) reason = NULL;

  if (g_file_set_contents (saving->path, text, -1, &reason))
    return TRUE;
  g_set_error (error, NSC_ERROR, NSC_ERROR_OUTPUT, _ ("%1$s cannot be written: %2$s. Choose another name or folder."),
               saving->path, reason->message);
  return FALSE;
}

static gboolean
write_figure (const Saving *saving, GCancellable *cancellable, GError **error)
{
  NscRenderOptions options = { .date = nsc_result_get_latest_date (saving->result) };
  g_autoptr (NscScene) scene = NULL;
  NscFormat format;

  if (!nsc_format_for_path (saving->path, &format, error))
    return FALSE;
  scene = nsc_scene_new (nsc_result_get_figure (saving->result), nsc_theme_get (NSC_THEME_PRINT), PAGE_WIDTH, 0);
  return nsc_render_to_file (scene, format, &options, saving->path, cancellable, error);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Saving *saving = data;
  GError *error = NULL;
  gboolean done = is_table (saving->path) ? write_table (saving, &error) : write_figure (saving, cancellable, &error);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkWidget *widget = GTK_WIDGET (source);
  GtkWidget *window = gtk_widget_get_ancestor (widget, NSC_TYPE_WINDOW);
  const Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (saving->path);
  g_autofree char *words = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      nsc_error_door_show (widget, error);
      return;
    }
  /* Translators: the name of a file. */
  words = g_strdup_printf (_ ("Saved %1$s"), name);
  if (window != NULL)
    nsc_window_add_toast (NSC_WINDOW (window), adw_toast_new (words));
}

/* What the person answered, and about which result. */
typedef struct
{
  GtkWidget *widget;
  NscResult *result;
} Question;

static void
chosen_cb (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (GtkWidget) widget = question->widget;
  g_autoptr (NscResult) result = question->result;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), async_result, &error);

  g_free (question);
  if (file != NULL)
    nsc_figure_saving_save (widget, result, file);
  else
    nsc_error_door_show (widget, error);
}

static GListModel *
file_filters (void)
{
  static const struct
  {
    const char *name;
    const char *ending;
  } kinds[] = {
    { N_ ("Figure as PDF"), "pdf" }, { N_ ("Figure as SVG"), "svg" },  { N_ ("Figure as EPS"), "eps" },
    { N_ ("Figure as PNG"), "png" }, { N_ ("Numbers as CSV"), "csv" },
  };
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _ (kinds[i].name));
      gtk_file_filter_add_suffix (filter, kinds[i].ending);
      g_list_store_append (filters, filter);
    }
  return G_LIST_MODEL (filters);
}

void
nsc_figure_saving_choose (GtkWidget *widget, NscResult *result, const char *name)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = file_filters ();
  g_autofree char *proposed = g_strconcat (name, ".pdf", NULL);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  Question *question;

  g_return_if_fail (GTK_IS_WIDGET (widget) && NSC_IS_RESULT (result));

  gtk_file_dialog_set_title (dialog, _ ("Export as PDF, SVG, EPS, PNG or CSV"));
  gtk_file_dialog_set_initial_name (dialog, proposed);
  gtk_file_dialog_set_filters (dialog, filters);
  if (documents != NULL)
    {
      g_autoptr (GFile) folder = g_file_new_for_path (documents);

      gtk_file_dialog_set_initial_folder (dialog, folder);
    }
  question = g_new0 (Question, 1);
  question->widget = g_object_ref (widget);
  question->result = g_object_ref (result);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, question);
}

void
nsc_figure_saving_save (GtkWidget *widget, NscResult *result, GFile *file)
{
  g_autoptr (GTask) task = g_task_new (widget, NULL, saved_cb, NULL);
  Saving *saving = g_new0 (Saving, 1);

  g_return_if_fail (GTK_IS_WIDGET (widget) && NSC_IS_RESULT (result));

  saving->result = g_object_ref (result);
  saving->path = g_file_get_path (file);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_in_thread);
}
