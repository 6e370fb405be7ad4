/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-salvage-private.h"

#include "nsc-error.h"

/* Attempts at a table that come to nothing, after which no range is halved any more: without it, an end that cannot be
 * found would be looked for row by row. */
#define MAX_FAILURES 4000

typedef struct
{
  NscConnection *connection;
  const NscLayout *layout;
  const char *upwards, *downwards; /* statements */
  NscSalvageFunc func;
  gpointer data;
  GArray *gaps;  /* NscRowRange that cannot be read */
  GArray *queue; /* NscRowRange that were not read yet */
  guint n_failures;
} Salvage;

/* Where reading stopped. */
typedef enum
{
  END_FAILED, /* with an error that ends all */
  END_DONE,   /* nothing more is there */
  END_DAMAGE,
} End;

static char *
make_statement (const NscLayout *layout, gboolean upwards)
{
  g_autoptr (GString) columns = g_string_new (NULL);

  for (guint i = 0; i < layout->n_columns; i++)
    g_string_append_printf (columns, "%s\"%s\"", i > 0 ? ", " : "", layout->names[i]);
  return g_strdup_printf ("SELECT %s FROM \"%s\" NOT INDEXED WHERE row BETWEEN ?1 AND ?2 ORDER BY row%s", columns->str,
                          layout->table, upwards ? "" : " DESC");
}

static gboolean
is_damage (const GError *error)
{
  return g_error_matches (error, NSC_ERROR, NSC_ERROR_DAMAGED) ||
         g_error_matches (error, NSC_ERROR, NSC_ERROR_NOT_A_PROJECT) ||
         g_error_matches (error, NSC_ERROR, NSC_ERROR_STORAGE);
}

static End
end_with (GError *trouble, GError **error)
{
  if (is_damage (trouble))
    {
      g_error_free (trouble);
      return END_DAMAGE;
    }
  g_propagate_error (error, trouble);
  return END_FAILED;
}

/* Reads from FIRST up or from LAST down, and moves that one past what was read. */
static End
read_from (Salvage *self, gint64 *first, gint64 *last, gboolean upwards, GError **error)
{
  GError *trouble = NULL;
  g_autoptr (NscStatement) rows =
      nsc_statement_take (self->connection, upwards ? self->upwards : self->downwards, &trouble);
  NscCell cells[NSC_LAYOUT_MAX_COLUMNS];
  NscStatementState state;

  if (rows == NULL)
    return end_with (trouble, error);
  nsc_statement_bind_integer (rows, 1, *first);
  nsc_statement_bind_integer (rows, 2, *last);
  while ((state = nsc_statement_step (rows, &trouble)) == NSC_STATEMENT_ROW)
    {
      gint64 row;

      for (guint i = 0; i < self->layout->n_columns; i++)
        cells[i] = nsc_statement_get_cell (rows, (int) i);
      row = cells[0].integer;
      /* Pages that stand in each other's place would be read for ever. */
      if (cells[0].type != SQLITE_INTEGER || row < *first || row > *last)
        return END_DAMAGE;
      if (!self->func (self->layout, cells, self->data, error))
        return END_FAILED;
      if (upwards)
        *first = row + 1;
      else
        *last = row - 1;
    }
  return state == NSC_STATEMENT_DONE ? END_DONE : end_with (trouble, error);
}

/* ---- ranges ---- */

static void
add_range (GArray *ranges, gint64 first, gint64 last)
{
  NscRowRange range = { first, last };

  g_array_append_val (ranges, range);
}

/* Reads what can be read of a range, and leaves its halves in the queue where something is left. Wide ranges come
 * before narrow ones, so that an end that is given up has been looked at everywhere. */
static gboolean
read_range (Salvage *self, gint64 first, gint64 last, GError **error)
{
  const gint64 width = last - first;
  End end = read_from (self, &first, &last, TRUE, error);

  if (end == END_DAMAGE)
    end = read_from (self, &first, &last, FALSE, error);
  if (end != END_DAMAGE || first > last)
    return end != END_FAILED;
  if (last - first == width)
    self->n_failures++;
  if (first == last || self->n_failures >= MAX_FAILURES)
    add_range (self->gaps, first, last);
  else
    {
      const gint64 middle = first + (last - first) / 2;

      add_range (self->queue, first, middle);
      add_range (self->queue, middle + 1, last);
    }
  return TRUE;
}

static int
by_first (gconstpointer a, gconstpointer b)
{
  const NscRowRange *x = a, *y = b;

  return x->first < y->first ? -1 : x->first > y->first;
}

/* Those that follow on each other as one. */
static void
tell_gaps (Salvage *self, NscSalvageGapFunc gap)
{
  const NscRowRange *gaps = (const NscRowRange *) (void *) self->gaps->data;

  g_array_sort (self->gaps, by_first);
  for (guint i = 0; i < self->gaps->len;)
    {
      const gint64 first = gaps[i].first;

      while (i + 1 < self->gaps->len && gaps[i + 1].first == gaps[i].last + 1)
        i++;
      gap (first, gaps[i++].last, self->data);
    }
}

static gboolean
read_table (Salvage *self, gint64 last, GError **error)
{
  gint64 first = 1, end = G_MAXINT64 - 1;
  End reached = read_from (self, &first, &end, TRUE, error);

  if (reached == END_DAMAGE)
    reached = read_from (self, &first, &end, FALSE, error);
  if (reached != END_DAMAGE)
    return reached != END_FAILED;
  /* Where not even the end can be read, there may be nothing left. */
  if (end == G_MAXINT64 - 1)
    end = MAX (last, first > 1 ? first : 0);
  add_range (self->queue, first, end);
  for (guint i = 0; i < self->queue->len; i++)
    {
      const NscRowRange range = g_array_index (self->queue, NscRowRange, i);

      if (!read_range (self, range.first, range.last, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
nsc_salvage_table (NscConnection *connection,
                   const NscLayout *layout,
                   gint64 last,
                   NscSalvageFunc func,
                   NscSalvageGapFunc gap,
                   gpointer data,
                   GError **error)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (NscRowRange));
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (NscRowRange));
  g_autofree char *upwards = make_statement (layout, TRUE);
  g_autofree char *downwards = make_statement (layout, FALSE);
  /* Statements are known by their address. */
  Salvage self = {
    connection, layout, g_intern_string (upwards), g_intern_string (downwards), func, data, gaps, queue
  };

  if (!read_table (&self, last, error))
    return FALSE;
  tell_gaps (&self, gap);
  return TRUE;
}
