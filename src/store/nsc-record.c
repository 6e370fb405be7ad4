/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record.h"

#include <string.h>

struct _NscRecord
{
  const NscTable *table;
  gint64 row;
  char *values[];
};

NscRecord *
nsc_record_new (const NscTable *table)
{
  NscRecord *self;

  g_return_val_if_fail (table != NULL, NULL);

  self = g_malloc0 (sizeof (NscRecord) + table->n_columns * sizeof (char *));
  self->table = table;
  return self;
}

NscRecord *
nsc_record_copy (const NscRecord *self)
{
  NscRecord *copy = nsc_record_new (self->table);

  copy->row = self->row;
  for (guint i = 0; i < self->table->n_columns; i++)
    copy->values[i] = g_strdup (self->values[i]);
  return copy;
}

void
nsc_record_free (NscRecord *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->table->n_columns; i++)
    g_free (self->values[i]);
  g_free (self);
}

const NscTable *
nsc_record_get_table (const NscRecord *self)
{
  return self->table;
}

gint64
nsc_record_get_row (const NscRecord *self)
{
  return self->row;
}

void
nsc_record_set_row (NscRecord *self, gint64 row)
{
  self->row = row;
}

const char *
nsc_record_get (const NscRecord *self, guint column)
{
  g_return_val_if_fail (column < self->table->n_columns, "");

  return self->values[column] != NULL ? self->values[column] : "";
}

const char *
nsc_record_get_by_name (const NscRecord *self, const char *column)
{
  int index = nsc_table_find_column (self->table, column);

  g_return_val_if_fail (index >= 0, "");

  return nsc_record_get (self, (guint) index);
}

void
nsc_record_set (NscRecord *self, guint column, const char *value)
{
  g_return_if_fail (column < self->table->n_columns);

  g_set_str (&self->values[column], value != NULL && *value != '\0' ? value : NULL);
}

void
nsc_record_set_by_name (NscRecord *self, const char *column, const char *value)
{
  int index = nsc_table_find_column (self->table, column);

  g_return_if_fail (index >= 0);

  nsc_record_set (self, (guint) index, value);
}

const char *
nsc_record_get_id (const NscRecord *self)
{
  return nsc_record_get (self, NSC_TABLE_ID_COLUMN);
}

const char *
nsc_record_get_name (const NscRecord *self, const char *language)
{
  guint english = nsc_table_name_column (self->table);
  const char *name;

  /* Where a table has names, the Chinese one stands right after the English. */
  if (english != NSC_TABLE_ID_COLUMN && g_str_has_prefix (language, "zh"))
    {
      name = nsc_record_get (self, english + 1);
      if (*name != '\0')
        return name;
    }
  name = nsc_record_get (self, english);
  return *name != '\0' ? name : nsc_record_get_id (self);
}

gboolean
nsc_record_equal (const NscRecord *a, const NscRecord *b)
{
  if (a->table != b->table)
    return FALSE;
  for (guint i = 0; i < a->table->n_columns; i++)
    if (strcmp (nsc_record_get (a, i), nsc_record_get (b, i)) != 0)
      return FALSE;
  return TRUE;
}
