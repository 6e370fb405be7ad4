/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-table-file.h"

#include "nsc-error.h"
#include "nsc-store.h"

#include <glib/gi18n-lib.h>

NscCsvReader *
nsc_table_file_open (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) failed = NULL;

  if (nsc_store_is_project (path))
    {
      g_set_error (error, NSC_ERROR, NSC_ERROR_INPUT, _ ("%s: this is a project, not a table; choose another file"),
                   path);
      return NULL;
    }
  stream = g_file_read (file, cancellable, &failed);
  if (stream != NULL)
    return nsc_csv_reader_new (G_INPUT_STREAM (stream));
  if (g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&failed));
  else if (g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, NSC_ERROR, NSC_ERROR_NOT_FOUND, _ ("%s: there is no such file; check the name"), shown);
  else
    g_set_error (error, NSC_ERROR, NSC_ERROR_INPUT,
                 /* Translators: a file's name and the system's reason. */
                 _ ("%1$s: cannot be read (%2$s); choose another file"), shown, failed->message);
  return NULL;
}
