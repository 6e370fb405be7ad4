/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-column-reading.h"

#include "nsc-code-words.h"

#include "nsc-text.h"

#include <string.h>

/* A column that has more values than this mostly has others in every row, and keeping them costs more than it saves. */
#define MAX_KEPT 4096

struct _NscColumnReading
{
  const NscTable *table;
  guint column;
  char *language;
  NscColumnFunc func;
  gpointer data;

  GHashTable *kept; /* value to number */
  char *last;       /* rows that stand together mostly say the same; NULL at first */
  gsize last_size;
  guint32 last_number;

  /* Of a reference: */
  const NscTable *target;
  GArray *rows;    /* gint64, ascending */
  GArray *numbers; /* guint32, of those rows */
  guint32 blank_number;
};

/* ---- references ---- */

static gboolean
note_target (gint64 row, const NscRowCell *cells, gpointer data, GError **error)
{
  NscColumnReading *self = data;
  gboolean chinese = g_str_has_prefix (self->language, "zh");
  const char *id = cells[0].text, *english = cells[1].text, *native = cells[2].text;
  NscColumnWords words = { .value = id };
  guint32 number;

  if (*english == '\0')
    english = id;
  if (*native == '\0')
    native = english;
  words.text = chinese ? native : english;
  words.other = chinese ? english : native;
  number = self->func (&words, self->data);
  g_array_append_val (self->rows, row);
  g_array_append_val (self->numbers, number);
  return TRUE;
}

/* Where a table has names, the Chinese one stands right after the English. */
static void
list_name_columns (const NscTable *table, guint columns[3])
{
  guint name = nsc_table_name_column (table);

  columns[0] = NSC_TABLE_ID_COLUMN;
  columns[1] = name;
  columns[2] = name != NSC_TABLE_ID_COLUMN ? name + 1 : name;
}

/* Rows are given out one after the other, so that a row mostly stands where it would if none had ever been deleted. */
static guint32
number_of_target (NscColumnReading *self, gint64 row)
{
  const gint64 *rows = (const gint64 *) (gpointer) self->rows->data;
  guint start = 0, end = self->rows->len;

  if (row == 0 || end == 0)
    return self->blank_number;
  if (row >= rows[0] && row - rows[0] < end && rows[row - rows[0]] == row)
    return g_array_index (self->numbers, guint32, row - rows[0]);
  while (start < end)
    {
      guint middle = start + (end - start) / 2;

      if (rows[middle] == row)
        return g_array_index (self->numbers, guint32, middle);
      if (rows[middle] < row)
        start = middle + 1;
      else
        end = middle;
    }
  return self->blank_number;
}

/* ---- other values ---- */

static guint32
ask (NscColumnReading *self, const char *value)
{
  g_autofree char *text = nsc_column_reading_dup_text (self->table, self->column, self->language, value);
  NscColumnWords words = { value, text, text };

  return self->func (&words, self->data);
}

static guint32
number_of_text (NscColumnReading *self, const char *value)
{
  gpointer found;
  guint32 number;

  if (g_hash_table_lookup_extended (self->kept, value, NULL, &found))
    return GPOINTER_TO_UINT (found);
  number = ask (self, value);
  if (g_hash_table_size (self->kept) < MAX_KEPT)
    g_hash_table_insert (self->kept, g_strdup (value), GUINT_TO_POINTER (number));
  return number;
}

static void
remember_last (NscColumnReading *self, const char *value, guint32 number)
{
  gsize size = strlen (value) + 1;

  if (size > self->last_size)
    {
      self->last_size = MAX (size, 64);
      self->last = g_realloc (self->last, self->last_size);
    }
  memcpy (self->last, value, size);
  self->last_number = number;
}

/* Files write most codes in text columns, as their vocabulary is open: those that are known are read in words. */
static char *
dup_words_if_known (const char *language, const char *value)
{
  g_autofree char *words = nsc_code_words (language, value);
  g_autofree char *bare = nsc_text_from_code (value);

  return g_str_equal (words, bare) ? g_strdup (value) : g_steal_pointer (&words);
}

/* ---- public ---- */

NscColumnReading *
nsc_column_reading_new (const NscTable *table, guint column, const char *language, NscColumnFunc func, gpointer data)
{
  NscColumnReading *self = g_new0 (NscColumnReading, 1);

  self->table = table;
  self->column = column;
  self->language = g_strdup (language);
  self->func = func;
  self->data = data;
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (table->columns[column].target != NULL)
    self->target = nsc_table_find (table->columns[column].target);
  self->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
nsc_column_reading_free (NscColumnReading *self)
{
  g_hash_table_unref (self->kept);
  g_array_unref (self->rows);
  g_array_unref (self->numbers);
  g_free (self->last);
  g_free (self->language);
  g_free (self);
}

guint
nsc_column_reading_get_column (const NscColumnReading *self)
{
  return self->column;
}

gboolean
nsc_column_reading_prepare (NscColumnReading *self, NscReader *reader, GCancellable *cancellable, GError **error)
{
  guint columns[3];

  if (self->target == NULL)
    return TRUE;
  self->blank_number = ask (self, "");
  list_name_columns (self->target, columns);
  return nsc_reader_scan_rows (reader, self->target, columns, G_N_ELEMENTS (columns), note_target, self, cancellable,
                               error);
}

guint32
nsc_column_reading_get (NscColumnReading *self, const NscRowCell *cell)
{
  guint32 number;

  if (self->target != NULL)
    return number_of_target (self, cell->target);
  if (self->last != NULL && strcmp (self->last, cell->text) == 0)
    return self->last_number;
  number = number_of_text (self, cell->text);
  remember_last (self, cell->text, number);
  return number;
}

char *
nsc_column_reading_dup_text (const NscTable *table, guint column, const char *language, const char *value)
{
  NscColumnKind kind = table->columns[column].kind;

  if (*value == '\0')
    return g_strdup ("");
  if (kind == NSC_COLUMN_CHOICE)
    return nsc_code_words (language, value);
  /* A name is what it is, even where it looks like a code. */
  if (kind == NSC_COLUMN_TEXT && column != nsc_table_name_column (table))
    return dup_words_if_known (language, value);
  return g_strdup (value);
}
