/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-rows.h"

#include "nsc-column-reading.h"
#include "nsc-fold.h"
#include "nsc-row-order.h"

struct _NscRecordRows
{
  GArray *rows; /* gint64 */
  guint n_all;
};

/* ---- one pass ---- */

/* What is asked of a column of each row. */
typedef struct
{
  guint cell;                /* which of those that are read */
  NscColumnReading *reading; /* 1 where the value is what is asked for */
} Test;

typedef struct
{
  const NscRecordQuestion *question;
  gint *scanned;
  GArray *columns; /* guint, which are read */
  GArray *words;   /* Test: one of them must hold, if there are words */
  GArray *filters; /* Test: all must hold */
  NscRowOrder *orders[NSC_RECORD_MAX_SORTS];
  guint order_cells[NSC_RECORD_MAX_SORTS];
  NscRecordRows *rows;
} Pass;

static guint32
has_words (const NscColumnWords *words, gpointer data)
{
  const Pass *pass = data;
  const char *asked = pass->question->words;

  return nsc_fold_contains (words->value, asked) ||
         (words->text != words->value && nsc_fold_contains (words->text, asked)) ||
         (words->other != words->text && nsc_fold_contains (words->other, asked));
}

/* The column is known by the reading that asks. */
typedef struct
{
  const NscRecordQuestion *question;
  guint column;
} Filter;

static guint32
is_admitted (const NscColumnWords *words, gpointer data)
{
  const Filter *filter = data;

  return nsc_record_question_admits (filter->question, filter->column, words->value);
}

static guint
read_column (Pass *pass, guint column)
{
  for (guint i = 0; i < pass->columns->len; i++)
    if (g_array_index (pass->columns, guint, i) == column)
      return i;
  g_array_append_val (pass->columns, column);
  return pass->columns->len - 1;
}

static void
add_test (Pass *pass, GArray *tests, guint column, NscColumnFunc func, gpointer data)
{
  Test test = { read_column (pass, column),
                nsc_column_reading_new (pass->question->table, column, pass->question->language, func, data) };

  g_array_append_val (tests, test);
}

static void
clear_test (gpointer data)
{
  nsc_column_reading_free (((Test *) data)->reading);
}

static gboolean
is_wanted (const Pass *pass, const NscRowCell *cells)
{
  gboolean found = pass->words->len == 0;

  for (guint i = 0; i < pass->filters->len; i++)
    {
      const Test *test = &g_array_index (pass->filters, Test, i);

      if (!nsc_column_reading_get (test->reading, &cells[test->cell]))
        return FALSE;
    }
  for (guint i = 0; i < pass->words->len && !found; i++)
    {
      const Test *test = &g_array_index (pass->words, Test, i);

      found = nsc_column_reading_get (test->reading, &cells[test->cell]) != 0;
    }
  return found;
}

static gboolean
note_row (gint64 row, const NscRowCell *cells, gpointer data, GError **error)
{
  Pass *pass = data;

  pass->rows->n_all++;
  if (pass->scanned != NULL)
    g_atomic_int_set (pass->scanned, (gint) MIN (pass->rows->n_all, (guint) G_MAXINT));
  if (!is_wanted (pass, cells))
    return TRUE;
  g_array_append_val (pass->rows->rows, row);
  for (guint i = 0; i < pass->question->n_sorts; i++)
    nsc_row_order_add (pass->orders[i], &cells[pass->order_cells[i]]);
  return TRUE;
}

static gboolean
prepare (Pass *pass, NscReader *reader, GCancellable *cancellable, GError **error)
{
  GArray *const tests[] = { pass->words, pass->filters };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    for (guint j = 0; j < tests[i]->len; j++)
      if (!nsc_column_reading_prepare (g_array_index (tests[i], Test, j).reading, reader, cancellable, error))
        return FALSE;
  for (guint i = 0; i < pass->question->n_sorts; i++)
    if (!nsc_column_reading_prepare (nsc_row_order_get_reading (pass->orders[i]), reader, cancellable, error))
      return FALSE;
  return TRUE;
}

/* By the last column first, since each sort keeps the order of what is equal in its column. */
static gboolean
sort (Pass *pass, GCancellable *cancellable, GError **error)
{
  GArray *rows = pass->rows->rows;
  guint n = rows->len;
  g_autofree guint32 *indexes = g_new (guint32, n);
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);

  for (guint i = 0; i < n; i++)
    indexes[i] = i;
  for (guint i = pass->question->n_sorts; i-- > 0;)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      nsc_row_order_sort (pass->orders[i], indexes, n);
    }
  for (guint i = 0; i < n; i++)
    g_array_append_val (sorted, g_array_index (rows, gint64, indexes[i]));
  g_array_unref (rows);
  pass->rows->rows = g_steal_pointer (&sorted);
  return TRUE;
}

static gboolean
run (Pass *pass, NscReader *reader, GCancellable *cancellable, GError **error)
{
  return prepare (pass, reader, cancellable, error) &&
         nsc_reader_scan_rows (reader, pass->question->table, (const guint *) (gpointer) pass->columns->data,
                               pass->columns->len, note_row, pass, cancellable, error) &&
         (pass->question->n_sorts == 0 || sort (pass, cancellable, error));
}

/* ---- public ---- */

NscRecordRows *
nsc_record_rows_find (
    NscReader *reader, const NscRecordQuestion *question, gint *scanned, GCancellable *cancellable, GError **error)
{
  const NscTable *table = question->table;
  g_autoptr (NscRecordRows) rows = nsc_record_rows_new ();
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Test));
  g_autoptr (GArray) filters = g_array_new (FALSE, FALSE, sizeof (Test));
  g_autofree Filter *asked = g_new (Filter, table->n_columns);
  Pass pass = {
    .question = question, .scanned = scanned, .columns = columns, .words = words, .filters = filters, .rows = rows
  };
  gboolean success;

  g_array_set_clear_func (words, clear_test);
  g_array_set_clear_func (filters, clear_test);
  for (guint i = 0; i < table->n_columns; i++)
    {
      asked[i] = (Filter) { question, i };
      if (question->words != NULL)
        add_test (&pass, words, i, has_words, &pass);
      if (nsc_record_question_filters_column (question, i))
        add_test (&pass, filters, i, is_admitted, &asked[i]);
    }
  for (guint i = 0; i < question->n_sorts; i++)
    {
      pass.orders[i] =
          nsc_row_order_new (table, question->sorts[i].column, question->language, question->sorts[i].descending);
      pass.order_cells[i] = read_column (&pass, question->sorts[i].column);
    }
  success = run (&pass, reader, cancellable, error);
  for (guint i = 0; i < question->n_sorts; i++)
    nsc_row_order_free (pass.orders[i]);
  return success ? g_steal_pointer (&rows) : NULL;
}

static void
rows_clear (gpointer data)
{
  g_array_unref (((NscRecordRows *) data)->rows);
}

NscRecordRows *
nsc_record_rows_new (void)
{
  NscRecordRows *self = g_atomic_rc_box_new0 (NscRecordRows);

  self->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

NscRecordRows *
nsc_record_rows_ref (NscRecordRows *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
nsc_record_rows_unref (NscRecordRows *self)
{
  g_atomic_rc_box_release_full (self, rows_clear);
}

guint
nsc_record_rows_get_length (const NscRecordRows *self)
{
  return self->rows->len;
}

const gint64 *
nsc_record_rows_get (const NscRecordRows *self)
{
  return (const gint64 *) (gpointer) self->rows->data;
}

guint
nsc_record_rows_get_n_all (const NscRecordRows *self)
{
  return self->n_all;
}

gboolean
nsc_record_rows_find_position (const NscRecordRows *self, gint64 row, guint *position)
{
  const gint64 *rows = nsc_record_rows_get (self);

  for (guint i = 0; i < self->rows->len; i++)
    if (rows[i] == row)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}
