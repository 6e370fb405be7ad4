/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-step.h"

#include "nsc-record-check.h"
#include "nsc-record-title.h"

#include "nsc-error.h"

#include <glib/gi18n-lib.h>

/* The history's own words are in English, whoever wrote it. */
char *
nsc_record_step_dup_subject (NscReader *reader, const NscRecord *record, GError **error)
{
  return nsc_record_title (reader, record, "en", error);
}

gboolean
nsc_record_step_write (NscWriter *writer, NscStep *step, NscRecord *record, GError **error)
{
  NscReader *reader = nsc_writer_get_reader (writer);
  g_autoptr (NscRecord) before = NULL;

  if (!nsc_record_check (reader, record, NULL, error))
    return FALSE;
  if (nsc_record_get_row (record) == 0)
    {
      step->n_added++;
      return nsc_writer_insert (writer, record, error);
    }
  before = nsc_reader_get_record (reader, nsc_record_get_table (record), nsc_record_get_row (record), error);
  if (before == NULL)
    return FALSE;
  /* An emptied id keeps the one that others may know the record by. */
  if (*nsc_record_get_id (record) == '\0')
    nsc_record_set (record, NSC_TABLE_ID_COLUMN, nsc_record_get_id (before));
  if (nsc_record_equal (before, record))
    return TRUE;
  step->n_changed++;
  return nsc_writer_update (writer, record, error);
}

static gboolean
save (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *subject = NULL;

  if (!nsc_record_step_write (writer, step, data, error))
    return FALSE;
  subject = nsc_record_step_dup_subject (nsc_writer_get_reader (writer), data, error);
  if (subject == NULL)
    return FALSE;
  g_set_str (&step->subject, subject);
  return TRUE;
}

/* ---- deleting ---- */

typedef struct
{
  const NscTable *table;
  const gint64 *rows;
  guint n;
} Deletion;

static gboolean
name_deletion (NscReader *reader, const Deletion *deletion, NscStep *step, GError **error)
{
  g_autoptr (NscRecord) first = nsc_reader_get_record (reader, deletion->table, deletion->rows[0], error);
  g_autofree char *subject = first != NULL ? nsc_record_step_dup_subject (reader, first, error) : NULL;

  if (subject == NULL)
    return FALSE;
  g_set_str (&step->subject, subject);
  step->n_deleted = deletion->n;
  return TRUE;
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one < other) - (one > other);
}

/* Deletes those of ROWS that no other row refers to. Gives those that are left, and sets ERROR to the first refusal. */
static GArray *
delete_free_rows (NscWriter *writer, const NscTable *table, GArray *rows, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) refusal = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GError) one = NULL;
      gint64 row = g_array_index (rows, gint64, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (nsc_writer_delete (writer, table, row, &one))
        continue;
      if (!g_error_matches (one, NSC_ERROR, NSC_ERROR_CONFLICT))
        {
          g_propagate_error (error, g_steal_pointer (&one));
          return NULL;
        }
      g_array_append_val (left, row);
      if (refusal == NULL)
        refusal = g_steal_pointer (&one);
    }
  if (refusal != NULL)
    g_propagate_error (error, g_steal_pointer (&refusal));
  return g_steal_pointer (&left);
}

static gboolean
refuse_rest (guint n_left, GError **error)
{
  g_set_error (error, NSC_ERROR, NSC_ERROR_CONFLICT,
               /* Translators: the number is how many of the records that were to be deleted are referred to. */
               g_dngettext (GETTEXT_PACKAGE, "Other records refer to %u of the records; change or delete those first",
                            "Other records refer to %u of the records; change or delete those first", n_left),
               n_left);
  return FALSE;
}

/* Records may refer to each other, mostly newer ones to older ones: some can only go after others have. */
static gboolean delete (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deletion *deletion = data;
  g_autoptr (GArray) rows = g_array_sized_new (FALSE, FALSE, sizeof (gint64), deletion->n);

  if (!name_deletion (nsc_writer_get_reader (writer), deletion, step, error))
    return FALSE;
  g_array_append_vals (rows, deletion->rows, deletion->n);
  g_array_sort (rows, newest_first);
  while (rows->len > 0)
    {
      g_autoptr (GError) refusal = NULL;
      GArray *left = delete_free_rows (writer, deletion->table, rows, cancellable, &refusal);

      if (left == NULL || (left->len == rows->len && deletion->n == 1))
        {
          g_clear_pointer (&left, g_array_unref);
          g_propagate_error (error, g_steal_pointer (&refusal));
          return FALSE;
        }
      if (left->len == rows->len)
        {
          g_array_unref (left);
          return refuse_rest (rows->len, error);
        }
      g_array_unref (rows);
      rows = left;
    }
  return TRUE;
}

NscStep *
nsc_record_step_save (NscStore *store, const NscRecord *record, gint64 *row, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscRecord) copy = nsc_record_copy (record);
  g_autoptr (NscStep) step = nsc_step_new (nsc_record_get_row (record) == 0 ? NSC_STEP_ADD : NSC_STEP_EDIT,
                                           nsc_record_get_table (record)->name, "");

  if (!nsc_rules_check (copy, NSC_DATE_STYLE_ISO, NULL, error))
    return NULL;
  if (!nsc_store_run_step (store, step, save, copy, cancellable, error))
    return NULL;
  if (row != NULL)
    *row = nsc_record_get_row (copy);
  return g_steal_pointer (&step);
}

NscStep *
nsc_record_step_delete (NscStore *store, const NscRecord *record, GCancellable *cancellable, GError **error)
{
  gint64 row;

  g_return_val_if_fail (record != NULL && nsc_record_get_row (record) != 0, NULL);

  row = nsc_record_get_row (record);
  return nsc_record_step_delete_many (store, nsc_record_get_table (record), &row, 1, cancellable, error);
}

NscStep *
nsc_record_step_delete_many (
    NscStore *store, const NscTable *table, const gint64 *rows, guint n, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscStep) step = NULL;
  Deletion deletion = { table, rows, n };

  g_return_val_if_fail (table != NULL && n > 0, NULL);

  step = nsc_step_new (NSC_STEP_DELETE, table->name, "");
  if (!nsc_store_run_step (store, step, delete, &deletion, cancellable, error))
    return NULL;
  return g_steal_pointer (&step);
}
