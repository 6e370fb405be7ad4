/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-changes.h"

#include "nsc-record-step.h"

static gpointer
copy_record (gconstpointer record, gpointer data)
{
  return nsc_record_copy (record);
}

static gboolean
names_same (const NscRecord *a, const NscRecord *b)
{
  return nsc_record_get_table (a) == nsc_record_get_table (b) && nsc_record_get_row (a) == nsc_record_get_row (b);
}

static gboolean
has_subject (const NscRecordChanges *self, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    if (names_same (g_ptr_array_index (records, i), self->subject))
      return TRUE;
  return FALSE;
}

static NscStepKind
get_kind (const NscRecordChanges *self)
{
  if (has_subject (self, self->deleted))
    return NSC_STEP_DELETE;
  return nsc_record_get_row (self->subject) == 0 ? NSC_STEP_ADD : NSC_STEP_EDIT;
}

/* The number of the natural key, -1 where there is none. */
static int
find_number (const NscTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].kind == NSC_COLUMN_INTEGER && (table->columns[i].flags & NSC_COLUMN_KEY) != 0)
      return (int) i;
  return -1;
}

/* Moves the number of a record that gets another one out of the way of those that come to its place. */
static gboolean
park (NscWriter *writer, const NscRecord *record, GError **error)
{
  const NscTable *table = nsc_record_get_table (record);
  int column = find_number (table);
  g_autoptr (NscRecord) parked = NULL;
  g_autofree char *number = NULL;
  gint64 row = nsc_record_get_row (record);

  if (row == 0 || column < 0)
    return TRUE;
  parked = nsc_reader_get_record (nsc_writer_get_reader (writer), table, row, error);
  if (parked == NULL)
    return FALSE;
  if (g_str_equal (nsc_record_get (parked, (guint) column), nsc_record_get (record, (guint) column)))
    return TRUE;
  number = g_strdup_printf ("%" G_GINT64_FORMAT, G_MAXINT64 - row);
  nsc_record_set (parked, (guint) column, number);
  return nsc_writer_update (writer, parked, error);
}

static gboolean
run_cb (NscWriter *writer, NscStep *step, gpointer data, GCancellable *cancellable, GError **error)
{
  const NscRecordChanges *self = data;
  g_autofree char *subject = nsc_record_step_dup_subject (nsc_writer_get_reader (writer), self->subject, error);

  if (subject == NULL)
    return FALSE;
  g_set_str (&step->subject, subject);
  for (guint i = 0; i < self->deleted->len; i++)
    {
      const NscRecord *record = g_ptr_array_index (self->deleted, i);

      if (!nsc_writer_delete (writer, nsc_record_get_table (record), nsc_record_get_row (record), error))
        return FALSE;
      step->n_deleted++;
    }
  for (guint i = 0; i < self->saved->len; i++)
    if (!park (writer, g_ptr_array_index (self->saved, i), error))
      return FALSE;
  for (guint i = 0; i < self->saved->len; i++)
    if (!nsc_record_step_write (writer, step, g_ptr_array_index (self->saved, i), error))
      return FALSE;
  return TRUE;
}

NscRecordChanges *
nsc_record_changes_new (const NscRecord *subject)
{
  NscRecordChanges *self = g_new (NscRecordChanges, 1);

  self->subject = nsc_record_copy (subject);
  self->deleted = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_record_free);
  self->saved = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_record_free);
  return self;
}

NscRecordChanges *
nsc_record_changes_copy (const NscRecordChanges *self)
{
  NscRecordChanges *copy = g_new (NscRecordChanges, 1);

  copy->subject = nsc_record_copy (self->subject);
  copy->deleted = g_ptr_array_copy (self->deleted, copy_record, NULL);
  copy->saved = g_ptr_array_copy (self->saved, copy_record, NULL);
  g_ptr_array_set_free_func (copy->deleted, (GDestroyNotify) nsc_record_free);
  g_ptr_array_set_free_func (copy->saved, (GDestroyNotify) nsc_record_free);
  return copy;
}

void
nsc_record_changes_free (NscRecordChanges *self)
{
  if (self == NULL)
    return;
  nsc_record_free (self->subject);
  g_ptr_array_unref (self->deleted);
  g_ptr_array_unref (self->saved);
  g_free (self);
}

void
nsc_record_changes_save (NscRecordChanges *self, NscRecord *record)
{
  g_ptr_array_add (self->saved, record);
}

void
nsc_record_changes_delete (NscRecordChanges *self, NscRecord *record)
{
  g_ptr_array_add (self->deleted, record);
}

NscStep *
nsc_record_changes_run (const NscRecordChanges *self, NscStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscRecordChanges) copy = nsc_record_changes_copy (self);
  g_autoptr (NscStep) step = nsc_step_new (get_kind (self), nsc_record_get_table (self->subject)->name, "");

  for (guint i = 0; i < copy->saved->len; i++)
    if (!nsc_rules_check (g_ptr_array_index (copy->saved, i), NSC_DATE_STYLE_ISO, NULL, error))
      return NULL;
  return nsc_store_run_step (store, step, run_cb, copy, cancellable, error) ? g_steal_pointer (&step) : NULL;
}
