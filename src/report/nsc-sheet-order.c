/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-sheet-order.h"

#include <string.h>

/* What the rows have in a column. */
typedef struct
{
  gboolean descending;
  double *numbers; /* or NULL */
  char **words;    /* or NULL: as they are compared byte by byte */
  gboolean *blank;
} Key;

typedef struct
{
  NscSheet *sheet;
  GArray *keys; /* of Key */
} Order;

static void
clear_key (gpointer data)
{
  Key *key = data;

  g_free (key->numbers);
  g_strfreev (key->words);
  g_free (key->blank);
}

static Key
make_key (NscSheet *sheet, const NscSheetSort *sort, const char *language)
{
  guint n = nsc_sheet_get_n_rows (sheet);
  gboolean numeric = nsc_sheet_column_is_numeric (nsc_sheet_get_column (sheet, sort->column));
  Key key = { .descending = sort->descending, .blank = g_new (gboolean, n + 1) };

  if (numeric)
    key.numbers = g_new (double, n + 1);
  else
    key.words = g_new0 (char *, n + 1);
  for (guint row = 0; row < n; row++)
    {
      const char *value = nsc_sheet_get_value (sheet, row, sort->column);

      key.blank[row] = *value == '\0';
      if (numeric)
        key.numbers[row] = g_ascii_strtod (value, NULL);
      else
        {
          g_autofree char *shown = nsc_sheet_dup_shown (sheet, row, sort->column, language);

          key.words[row] = g_utf8_collate_key (shown, -1);
        }
    }
  return key;
}

static int
compare_by_key (const Key *key, guint one, guint other)
{
  int order;

  if (key->blank[one] || key->blank[other])
    return key->blank[one] - key->blank[other];
  if (key->numbers != NULL)
    order = (key->numbers[one] > key->numbers[other]) - (key->numbers[one] < key->numbers[other]);
  else
    order = strcmp (key->words[one], key->words[other]);
  return key->descending ? -order : order;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;
  guint one = *(const guint *) a, other = *(const guint *) b;
  gboolean is_rest = nsc_sheet_is_rest (order->sheet, one);
  int found = is_rest - nsc_sheet_is_rest (order->sheet, other);

  for (guint i = 0; i < order->keys->len && found == 0 && !is_rest; i++)
    found = compare_by_key (&g_array_index (order->keys, Key, i), one, other);
  return found != 0 ? found : (one > other) - (one < other);
}

GArray *
nsc_sheet_order_rows (NscSheet *sheet, const NscSheetSort *sorts, guint n_sorts, const char *language)
{
  guint n = nsc_sheet_get_n_rows (sheet);
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));
  Order order = { sheet, keys };

  g_array_set_clear_func (keys, clear_key);
  for (guint i = 0; i < n_sorts; i++)
    {
      Key key = make_key (sheet, &sorts[i], language);

      g_array_append_val (keys, key);
    }
  for (guint row = 0; row < n; row++)
    g_array_append_val (rows, row);
  if (n_sorts > 0)
    g_array_sort_with_data (rows, compare, &order);
  return rows;
}
