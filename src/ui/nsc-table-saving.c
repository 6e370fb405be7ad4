/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-table-saving.h"

#include "nsc-export.h"
#include "nsc-inquiry.h"

#include "nsc-error-door.h"
#include "nsc-export-toast.h"

#include "nsc-error.h"

#include <glib/gi18n-lib.h>

/* What is saved where, and who is told. */
typedef struct
{
  GtkWidget *widget;
  NscProject *project;
  const NscTable *table;
  char *path; /* NULL: the person is being asked */
} Saving;

static Saving *
saving_new (GtkWidget *widget, NscProject *project, const NscTable *table, char *path)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->widget = g_object_ref (widget);
  saving->project = g_object_ref (project);
  saving->table = table;
  saving->path = path;
  return saving;
}

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->widget);
  g_object_unref (saving->project);
  g_free (saving->path);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

/* On the worker. The answer is not NULL where the file is written. */
static gpointer
write_table (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const Saving *saving = data;

  return nsc_export_to_path (reader, saving->table, saving->path, cancellable, error) ? data : NULL;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;

  if (nsc_inquiry_finish (result, &error) != NULL)
    nsc_export_toast_show (saving->widget, saving->path, NULL);
  else
    nsc_error_door_show_over (saving->widget, error);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    nsc_table_saving_save (saving->widget, saving->project, saving->table, file);
  else
    nsc_error_door_show_over (saving->widget, error);
}

void
nsc_table_saving_choose (GtkWidget *widget, NscProject *project, const NscTable *table)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *proposed = g_strconcat (table->name, ".csv", NULL);

  gtk_file_filter_set_name (filter, _ ("Tables (CSV)"));
  gtk_file_filter_add_suffix (filter, "csv");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Export Table"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_initial_name (dialog, proposed);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb,
                        saving_new (widget, project, table, NULL));
}

void
nsc_table_saving_save (GtkWidget *widget, NscProject *project, const NscTable *table, GFile *file)
{
  Saving *saving = saving_new (widget, project, table, g_file_get_path (file));

  if (saving->path == NULL)
    {
      g_autofree char *name = g_file_get_basename (file);
      g_autoptr (GError) error =
          g_error_new (NSC_ERROR, NSC_ERROR_OUTPUT, _ ("%1$s is not on this computer. Choose a folder here."), name);

      nsc_error_door_show_over (widget, error);
      saving_free (saving);
      return;
    }
  nsc_inquiry_start (project, write_table, saving, NULL, NULL, NULL, written_cb, saving);
}
