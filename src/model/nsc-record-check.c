/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-check.h"

#include "nsc-error.h"
#include "nsc-inquiry.h"
#include "nsc-rules.h"
#include "nsc-table-naming.h"

#include <glib/gi18n-lib.h>

/* ---- the rules ---- */

/* A record must be the only one of its id. */
static gboolean
check_id (NscReader *reader, const NscRecord *record, guint *column, GError **error)
{
  const NscTable *table = nsc_record_get_table (record);
  const char *id = nsc_record_get_id (record);
  gint64 other = *id != '\0' ? nsc_reader_find_id (reader, table, id, error) : 0;

  if (other < 0)
    return FALSE;
  if (other == 0 || other == nsc_record_get_row (record))
    return TRUE;
  *column = NSC_TABLE_ID_COLUMN;
  g_set_error (error, NSC_ERROR, NSC_ERROR_CONFLICT,
               _ ("The id “%1$s” is taken in the table “%2$s”; choose another, or edit the record that has it"), id,
               nsc_table_naming_of_table (table));
  return FALSE;
}

static gboolean
check_references (NscReader *reader, const NscRecord *record, guint *column, GError **error)
{
  const NscTable *table = nsc_record_get_table (record);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const NscColumn *described = &table->columns[i];
      const char *id = nsc_record_get (record, i);
      const NscTable *target;
      gint64 row;

      if (described->target == NULL || *id == '\0')
        continue;
      target = nsc_table_find (described->target);
      row = nsc_reader_find_id (reader, target, id, error);
      if (row < 0)
        return FALSE;
      if (row > 0)
        continue;
      *column = i;
      g_set_error (
          error, NSC_ERROR, NSC_ERROR_NOT_FOUND,
          _ ("There is no “%1$s” in the table “%2$s”, which “%3$s” names; add it there first, or correct the id"), id,
          nsc_table_naming_of_table (target), nsc_table_naming_of_column (described));
      return FALSE;
    }
  return TRUE;
}

/* Where a second record of the same key is told of: at the beginning of its period, which tells them apart, or else at
 * the last part of the key that is given. */
static guint
choose_key_column (const NscRecord *record)
{
  const NscTable *table = nsc_record_get_table (record);
  guint column = NSC_TABLE_ID_COLUMN;

  for (guint i = 0; i < table->n_columns; i++)
    {
      NscColumnFlags flags = table->columns[i].flags;

      if ((flags & NSC_COLUMN_KEY) == 0)
        continue;
      if ((flags & NSC_COLUMN_BEGINS) != 0)
        return i;
      if (*nsc_record_get (record, i) != '\0')
        column = i;
    }
  return column;
}

/* A record with a natural key must be the only one to say what it says. */
static gboolean
check_kin (NscReader *reader, const NscRecord *record, guint *column, GError **error)
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
  *column = choose_key_column (record);
  g_set_error (error, NSC_ERROR, NSC_ERROR_CONFLICT,
               _ ("The record “%s” already says this for an overlapping time; edit that one, or give dates that do not "
                  "overlap"),
               nsc_record_get_id (other));
  return FALSE;
}

/* ---- the question, on a worker ---- */

static gpointer
ask (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  NscRecord *record = data;
  g_autoptr (GError) broken = NULL;
  guint column = 0;
  NscRecordFault *fault;

  if (nsc_rules_check (record, NSC_DATE_STYLE_ISO, &column, &broken) &&
      nsc_record_check (reader, record, &column, &broken))
    return NULL;
  if (!g_error_matches (broken, NSC_ERROR, NSC_ERROR_INPUT) &&
      !g_error_matches (broken, NSC_ERROR, NSC_ERROR_CONFLICT) &&
      !g_error_matches (broken, NSC_ERROR, NSC_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&broken));
      return NULL;
    }
  fault = g_new0 (NscRecordFault, 1);
  fault->column = column;
  fault->message = g_strdup (broken->message);
  return fault;
}

/* ---- public ---- */

void
nsc_record_fault_free (NscRecordFault *self)
{
  g_free (self->message);
  g_free (self);
}

gboolean
nsc_record_check (NscReader *reader, const NscRecord *record, guint *column, GError **error)
{
  guint place;

  if (column == NULL)
    column = &place;
  return check_references (reader, record, column, error) && check_kin (reader, record, column, error) &&
         check_id (reader, record, column, error);
}

void
nsc_record_check_start (NscProject *project,
                        const NscRecord *record,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  nsc_inquiry_start (project, ask, nsc_record_copy (record), (GDestroyNotify) nsc_record_free,
                     (GDestroyNotify) nsc_record_fault_free, cancellable, callback, user_data);
}

NscRecordFault *
nsc_record_check_finish (GAsyncResult *result, GError **error)
{
  return nsc_inquiry_finish (result, error);
}
