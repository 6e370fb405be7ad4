/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-row-order.h"

#include <string.h>

/* The number of a blank; that of any other value is its place among the keys and one. */
#define BLANK 0

#define DIGIT_BITS 16
#define N_DIGITS (1 << DIGIT_BITS)

struct _NscRowOrder
{
  NscColumnKind kind;
  gboolean descending;
  NscColumnReading *reading;
  GStringChunk *texts;
  GPtrArray *keys; /* compared byte by byte; in `texts` */
  GArray *values;  /* guint32, one a row */
};

static char *
dup_key (const NscRowOrder *self, const NscColumnWords *words)
{
  switch (self->kind)
    {
    case NSC_COLUMN_INTEGER:
      return g_strdup_printf ("%020" G_GUINT64_FORMAT, g_ascii_strtoull (words->value, NULL, 10));
    case NSC_COLUMN_DATE:
      return g_strdup (words->value);
    case NSC_COLUMN_ID:
    case NSC_COLUMN_TEXT:
    case NSC_COLUMN_REFERENCE:
    case NSC_COLUMN_CHOICE:
    case NSC_COLUMN_COLOUR:
    default:
      return g_utf8_collate_key (words->text, -1);
    }
}

static guint32
number_key (const NscColumnWords *words, gpointer data)
{
  NscRowOrder *self = data;
  g_autofree char *key = NULL;

  if (*words->text == '\0')
    return BLANK;
  key = dup_key (self, words);
  g_ptr_array_add (self->keys, g_string_chunk_insert (self->texts, key));
  return self->keys->len;
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer keys)
{
  return strcmp (((char **) keys)[*(const guint32 *) a], ((char **) keys)[*(const guint32 *) b]);
}

/* The place of each number in the order, equal keys at the same. */
static guint32 *
make_ranks (NscRowOrder *self)
{
  guint n = self->keys->len;
  guint32 *ranks = g_new (guint32, n + 1);
  g_autofree guint32 *order = g_new (guint32, n);
  guint32 rank = 0;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  if (n > 1)
    g_sort_array (order, n, sizeof (guint32), compare_keys, self->keys->pdata);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && compare_keys (&order[i - 1], &order[i], self->keys->pdata) != 0)
        rank++;
      ranks[order[i] + 1] = rank;
    }
  if (self->descending)
    for (guint i = 1; i <= n; i++)
      ranks[i] = rank - ranks[i];
  ranks[BLANK] = n;
  return ranks;
}

/* One pass of a sort by digits, which keeps the order of equal ones. */
static void
sort_by_digit (const guint32 *values, const guint32 *from, guint32 *to, guint n, guint shift)
{
  g_autofree guint *starts = g_new0 (guint, N_DIGITS + 1);

  for (guint i = 0; i < n; i++)
    starts[((values[from[i]] >> shift) & (N_DIGITS - 1)) + 1]++;
  for (guint i = 1; i <= N_DIGITS; i++)
    starts[i] += starts[i - 1];
  for (guint i = 0; i < n; i++)
    to[starts[(values[from[i]] >> shift) & (N_DIGITS - 1)]++] = from[i];
}

NscRowOrder *
nsc_row_order_new (const NscTable *table, guint column, const char *language, gboolean descending)
{
  NscRowOrder *self = g_new0 (NscRowOrder, 1);

  self->kind = table->columns[column].kind;
  self->descending = descending;
  self->reading = nsc_column_reading_new (table, column, language, number_key, self);
  self->texts = g_string_chunk_new (64 * 1024);
  self->keys = g_ptr_array_new ();
  self->values = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
nsc_row_order_free (NscRowOrder *self)
{
  nsc_column_reading_free (self->reading);
  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->keys);
  g_array_unref (self->values);
  g_free (self);
}

NscColumnReading *
nsc_row_order_get_reading (NscRowOrder *self)
{
  return self->reading;
}

void
nsc_row_order_add (NscRowOrder *self, const NscRowCell *cell)
{
  guint32 value = nsc_column_reading_get (self->reading, cell);

  g_array_append_val (self->values, value);
}

void
nsc_row_order_sort (NscRowOrder *self, guint32 *indexes, guint n)
{
  g_autofree guint32 *ranks = make_ranks (self);
  g_autofree guint32 *spare = g_new (guint32, n);
  guint32 *values = (guint32 *) (gpointer) self->values->data;

  g_return_if_fail (n <= self->values->len);

  for (guint i = 0; i < self->values->len; i++)
    values[i] = ranks[values[i]];
  sort_by_digit (values, indexes, spare, n, 0);
  sort_by_digit (values, spare, indexes, n, DIGIT_BITS);
}
