/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-question.h"

#include "nsc-fold.h"

#include <string.h>

static void
clear_filter (gpointer data)
{
  g_free (((NscRecordFilter *) data)->value);
}

static int
find_filter (const NscRecordQuestion *self, guint column, const char *value)
{
  for (guint i = 0; i < self->filters->len; i++)
    {
      const NscRecordFilter *filter = &g_array_index (self->filters, NscRecordFilter, i);

      if (filter->column == column && g_str_equal (filter->value, value))
        return (int) i;
    }
  return -1;
}

static gboolean
holds (const NscColumn *column, const char *asked, const char *value)
{
  gsize length = strlen (asked);

  if (g_str_equal (asked, value))
    return TRUE;
  return column->kind == NSC_COLUMN_DATE && length > 0 && g_str_has_prefix (value, asked) && value[length] == '-';
}

NscRecordQuestion *
nsc_record_question_new (const NscTable *table, const char *language)
{
  NscRecordQuestion *self;

  g_return_val_if_fail (table != NULL && language != NULL, NULL);

  self = g_new0 (NscRecordQuestion, 1);
  self->table = table;
  self->language = g_strdup (language);
  self->filters = g_array_new (FALSE, FALSE, sizeof (NscRecordFilter));
  g_array_set_clear_func (self->filters, clear_filter);
  return self;
}

NscRecordQuestion *
nsc_record_question_copy (const NscRecordQuestion *self)
{
  NscRecordQuestion *copy = nsc_record_question_new (self->table, self->language);

  copy->words = g_strdup (self->words);
  nsc_record_question_set_sorts (copy, self->sorts, self->n_sorts);
  for (guint i = 0; i < self->filters->len; i++)
    {
      const NscRecordFilter *filter = &g_array_index (self->filters, NscRecordFilter, i);

      nsc_record_question_add_filter (copy, filter->column, filter->value);
    }
  return copy;
}

void
nsc_record_question_free (NscRecordQuestion *self)
{
  g_array_unref (self->filters);
  g_free (self->language);
  g_free (self->words);
  g_free (self);
}

gboolean
nsc_record_question_set_words (NscRecordQuestion *self, const char *words)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (words));
  g_autofree char *folded = *trimmed != '\0' ? nsc_fold_text (trimmed) : NULL;

  return g_set_str (&self->words, folded);
}

gboolean
nsc_record_question_set_sorts (NscRecordQuestion *self, const NscRecordSort *sorts, guint n_sorts)
{
  gboolean same = n_sorts == self->n_sorts;

  g_return_val_if_fail (n_sorts <= NSC_RECORD_MAX_SORTS, FALSE);

  for (guint i = 0; i < n_sorts; i++)
    {
      same = same && sorts[i].column == self->sorts[i].column && sorts[i].descending == self->sorts[i].descending;
      self->sorts[i] = sorts[i];
    }
  self->n_sorts = n_sorts;
  return !same;
}

gboolean
nsc_record_question_add_filter (NscRecordQuestion *self, guint column, const char *value)
{
  NscRecordFilter filter = { column, g_strdup (value) };

  g_return_val_if_fail (column < self->table->n_columns, FALSE);

  if (find_filter (self, column, value) >= 0)
    {
      g_free (filter.value);
      return FALSE;
    }
  g_array_append_val (self->filters, filter);
  return TRUE;
}

gboolean
nsc_record_question_remove_filter (NscRecordQuestion *self, guint column, const char *value)
{
  int found = find_filter (self, column, value);

  if (found < 0)
    return FALSE;
  g_array_remove_index (self->filters, (guint) found);
  return TRUE;
}

gboolean
nsc_record_question_clear_filters (NscRecordQuestion *self)
{
  if (self->filters->len == 0)
    return FALSE;
  g_array_set_size (self->filters, 0);
  return TRUE;
}

gboolean
nsc_record_question_has_filter (const NscRecordQuestion *self, guint column, const char *value)
{
  return find_filter (self, column, value) >= 0;
}

gboolean
nsc_record_question_admits (const NscRecordQuestion *self, guint column, const char *value)
{
  for (guint i = 0; i < self->filters->len; i++)
    {
      const NscRecordFilter *filter = &g_array_index (self->filters, NscRecordFilter, i);

      if (filter->column == column && holds (&self->table->columns[column], filter->value, value))
        return TRUE;
    }
  return FALSE;
}

gboolean
nsc_record_question_filters_column (const NscRecordQuestion *self, guint column)
{
  for (guint i = 0; i < self->filters->len; i++)
    if (g_array_index (self->filters, NscRecordFilter, i).column == column)
      return TRUE;
  return FALSE;
}
