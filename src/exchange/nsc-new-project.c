/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-new-project.h"

#include "nsc-csv-reader.h"
#include "nsc-data-resources.h"
#include "nsc-error.h"
#include "nsc-import.h"
#include "nsc-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define RESOURCES "/io/github/normscape/Normscape"

static const char *const examples[] = { "cyber-norms", NULL };
static const char *const titles[] = { N_ ("Cyber norms") };

typedef struct
{
  const char *example; /* or NULL */
} Order;

/* The program's own files must fit; if one does not, its first refusal is the error. */
static void
tell_refusal (const NscImportResult *result, GError **error)
{
  g_auto (GStrv) lines = nsc_import_result_dup_refusals (result);

  if (lines[0] == NULL)
    return;
  g_clear_error (error);
  g_set_error_literal (error, NSC_ERROR, NSC_ERROR_INPUT, lines[0]);
}

static gboolean
import_resource (NscWriter *writer,
                 NscStep *step,
                 const NscTable *table,
                 const char *path,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (NscImportResult) result = nsc_import_result_new (strrchr (path, '/') + 1);
  g_autoptr (NscCsvReader) reader = NULL;
  g_autoptr (GInputStream) stream =
      g_resource_open_stream (nsc_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (stream == NULL)
    return FALSE;
  reader = nsc_csv_reader_new (stream);
  if (!nsc_import_into (writer, table, reader, NULL, result, cancellable, error))
    {
      tell_refusal (result, error);
      return FALSE;
    }
  step->n_added += result->n_added;
  step->n_changed += result->n_changed;
  return TRUE;
}

static gboolean
has_resource (const char *path)
{
  return g_resource_get_info (nsc_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
}

static gboolean
create_cb (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;
  const NscTable *const *tables = nsc_table_list ();

  nsc_writer_begin_batch (writer);
  if (!import_resource (writer, step, nsc_table_find ("countries"), RESOURCES "/reference/countries.csv", cancellable,
                        error))
    return FALSE;
  for (guint i = 0; order->example != NULL && tables[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf (RESOURCES "/example/%s/%s.csv", order->example, tables[i]->name);

      if (has_resource (path) && !import_resource (writer, step, tables[i], path, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static char *
dup_title (const char *path, const char *title, const char *example)
{
  g_autofree char *name = g_path_get_basename (path);

  if (title != NULL && *title != '\0')
    return g_strdup (title);
  if (example != NULL)
    return g_strdup (nsc_new_project_get_example_title (example));
  if (g_str_has_suffix (name, ".normscape") && strlen (name) > strlen (".normscape"))
    name[strlen (name) - strlen (".normscape")] = '\0';
  return g_steal_pointer (&name);
}

const char *const *
nsc_new_project_list_examples (void)
{
  return examples;
}

const char *
nsc_new_project_get_example_title (const char *example)
{
  for (guint i = 0; examples[i] != NULL; i++)
    if (g_str_equal (examples[i], example))
      return titles[i];
  return NULL;
}

gboolean
nsc_new_project_make (
    const char *path, const char *title, const char *example, GCancellable *cancellable, GError **error)
{
  g_autofree char *used_title = NULL;
  g_autoptr (NscStep) step = NULL;
  Order order = { .example = example };

  g_return_val_if_fail (path != NULL, FALSE);

  if (example != NULL && nsc_new_project_get_example_title (example) == NULL)
    {
      g_autofree char *list = g_strjoinv (", ", (char **) examples);

      g_set_error (error, NSC_ERROR, NSC_ERROR_NOT_FOUND, _ ("%1$s: there is no such example; choose one of: %2$s"),
                   example, list);
      return FALSE;
    }
  used_title = dup_title (path, title, example);
  step = nsc_step_new (NSC_STEP_CREATE, "", used_title);
  return nsc_store_make (path, used_title, step, create_cb, &order, cancellable, error);
}

NscStore *
nsc_new_project_create (
    const char *path, const char *title, const char *example, GCancellable *cancellable, GError **error)
{
  if (!nsc_new_project_make (path, title, example, cancellable, error))
    return NULL;
  return nsc_store_open (path, NSC_STORE_WRITE, NULL, error);
}
