/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-step.h"

#include "nsc-error.h"
#include "nsc-text.h"

#include <glib/gi18n-lib.h>

/* What a person would call the record: its own name, or for a record without one the names of what its natural key
 * refers to, such as “Hitachi, Cybersecurity Tech Accord”. */
char *
nsc_record_step_dup_subject (NscReader *reader, const NscRecord *record, GError **error)
{
  const NscTable *table = nsc_record_get_table (record);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (nsc_table_name_column (table) != NSC_TABLE_ID_COLUMN)
    return g_strdup (nsc_record_get_name (record, "en"));

  for (guint i = 0; i < table->n_columns; i++)
    {
      const NscColumn *column = &table->columns[i];
      const NscTable *target;
      g_autoptr (NscRecord) referred = NULL;
      gint64 row;

      if (column->kind != NSC_COLUMN_REFERENCE || !(column->flags & NSC_COLUMN_KEY))
        continue;
      target = nsc_table_find (column->target);
      row = nsc_reader_find_id (reader, target, nsc_record_get (record, i), error);
      if (row < 0)
        return NULL;
      if (row == 0)
        continue;
      referred = nsc_reader_get_record (reader, target, row, error);
      if (referred == NULL)
        return NULL;
      g_ptr_array_add (names, g_strdup (nsc_record_get_name (referred, "en")));
    }
  if (names->len == 0)
    return g_strdup (nsc_record_get_id (record));
  g_ptr_array_add (names, NULL);
  return nsc_text_join ("en", (const char *const *) names->pdata);
}

/* A record with a natural key must be the only one to say what it says. */
static gboolean
check_kin (NscReader *reader, const NscRecord *record, GError **error)
{
  g_autoptr (GPtrArray) kin = NULL;
  const NscRecord *other;
  guint match = 0;

  if (!nsc_record_get_table (record)->natural_key)
    return TRUE;
  kin = nsc_reader_find_kin (reader, record, error);
  if (kin == NULL)
    return FALSE;
  for (guint i = 0; i < kin->len; i++)
    if (nsc_record_get_row (g_ptr_array_index (kin, i)) == nsc_record_get_row (record))
      g_ptr_array_remove_index (kin, i--);
  if (nsc_rules_relate (record, kin, &match) == NSC_RELATION_NEW)
    return TRUE;
  other = g_ptr_array_index (kin, match);
  g_set_error (error, NSC_ERROR, NSC_ERROR_CONFLICT,
               _ ("The record “%s” already says this for an overlapping time; edit that one, or give dates that do not "
                  "overlap"),
               nsc_record_get_id (other));
  return FALSE;
}

gboolean
nsc_record_step_write (NscWriter *writer, NscStep *step, NscRecord *record, GError **error)
{
  NscReader *reader = nsc_writer_get_reader (writer);
  g_autoptr (NscRecord) before = NULL;

  if (!check_kin (reader, record, error))
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

static gboolean delete (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  const NscRecord *record = data;
  g_autofree char *subject = nsc_record_step_dup_subject (nsc_writer_get_reader (writer), record, error);

  if (subject == NULL)
    return FALSE;
  g_set_str (&step->subject, subject);
  step->n_deleted = 1;
  return nsc_writer_delete (writer, nsc_record_get_table (record), nsc_record_get_row (record), error);
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
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_DELETE, nsc_record_get_table (record)->name, "");

  g_return_val_if_fail (nsc_record_get_row (record) != 0, NULL);

  if (!nsc_store_run_step (store, step, delete, (gpointer) record, cancellable, error))
    return NULL;
  return g_steal_pointer (&step);
}
