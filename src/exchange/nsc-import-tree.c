/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-import-tree.h"

#include "nsc-error.h"
#include "nsc-rules.h"
#include "nsc-table-naming.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A project that is sound has no circles; this ends the walk in one that is not. */
#define MAX_STORED_DEPTH 10000

/* Of rows that are held, and what a value or a row takes beside its text. */
#define MAX_HELD_BYTES (64 * 1024 * 1024)
#define VALUE_BYTES 24
#define ROW_BYTES 128

typedef enum
{
  UNSEEN,
  ACTIVE, /* on the path that is walked */
  FINE,
  UNKNOWN,  /* names nothing */
  ORPHANED, /* names a row that is refused */
  CIRCULAR, /* names itself by way of others */
} State;

typedef struct
{
  NscRecord *record;
  guint64 row;
  State state;
  gint64 stored_row;
  NscImportOutcome outcome;
  gboolean deferred; /* what it names comes later */
} Held;

struct _NscImportTree
{
  NscWriter *writer;
  NscReader *reader;
  const NscTable *table;
  NscImportRows *rows;
  NscImportResult *result;
  guint64 told;
  guint column;
  GArray *held; /* of Held */
  gsize held_bytes;
  GHashTable *places; /* id to the index of its first row in `held`, plus 1 */
};

static void
held_clear (gpointer data)
{
  nsc_record_free (((Held *) data)->record);
}

static Held *
get_held (NscImportTree *self, guint index)
{
  return &g_array_index (self->held, Held, index);
}

int
nsc_import_tree_find_column (const NscTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].kind == NSC_COLUMN_REFERENCE && g_str_equal (table->columns[i].target, table->name))
      return (int) i;
  return -1;
}

NscImportTree *
nsc_import_tree_new (
    NscWriter *writer, const NscTable *table, NscImportRows *rows, guint64 told, NscImportResult *result)
{
  NscImportTree *self = g_new0 (NscImportTree, 1);

  self->writer = writer;
  self->reader = nsc_writer_get_reader (writer);
  self->table = table;
  self->rows = rows;
  self->result = result;
  self->told = told;
  self->column = (guint) nsc_import_tree_find_column (table);
  self->held = g_array_new (FALSE, TRUE, sizeof (Held));
  g_array_set_clear_func (self->held, held_clear);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
nsc_import_tree_free (NscImportTree *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->places);
  g_array_unref (self->held);
  g_free (self);
}

static gsize
measure (const NscRecord *record)
{
  guint n = nsc_record_get_table (record)->n_columns;
  gsize bytes = ROW_BYTES;

  for (guint i = 0; i < n; i++)
    bytes += VALUE_BYTES + strlen (nsc_record_get (record, i));
  return bytes;
}

gboolean
nsc_import_tree_hold (NscImportTree *self, const NscRecord *record, guint64 row, GError **error)
{
  const char *id = nsc_record_get_id (record);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, id));
  Held held = { .row = row };

  /* All rows of one record that are held name the same, so that it does not matter which of them is looked at. */
  if (place > 0 && !g_str_equal (nsc_record_get (record, self->column),
                                 nsc_record_get (get_held (self, place - 1)->record, self->column)))
    {
      nsc_import_rows_refuse_other (self->rows, row, self->column, id);
      return TRUE;
    }
  self->held_bytes += measure (record);
  if (self->held_bytes > MAX_HELD_BYTES)
    {
      g_set_error (
          error, NSC_ERROR, NSC_ERROR_INPUT,
          _ ("%s: the rows name each other, and there are too many to be looked at together; import the file in "
             "parts, first those that others name"),
          self->result->file);
      return FALSE;
    }
  held.record = nsc_record_copy (record);
  g_array_append_val (self->held, held);
  if (place == 0 && *id != '\0')
    g_hash_table_insert (self->places, (gpointer) nsc_record_get_id (held.record), GUINT_TO_POINTER (self->held->len));
  return TRUE;
}

/* ---- what rows name ---- */

/* Follows what is recorded from ID up, until a row of the file or the top is reached: gives that row's index, or -1 for
 * the top, where KNOWN says whether ID is recorded at all. FALSE with ERROR set. */
static gboolean
climb (NscImportTree *self, const char *id, int *index, gboolean *known, GError **error)
{
  g_autofree char *at = g_strdup (id);

  *index = -1;
  *known = FALSE;
  for (guint depth = 0; depth < MAX_STORED_DEPTH && *at != '\0'; depth++)
    {
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, at));
      g_autoptr (NscRecord) record = NULL;
      gint64 row;

      if (place > 0)
        {
          *index = (int) place - 1;
          return TRUE;
        }
      row = nsc_reader_find_id (self->reader, self->table, at, error);
      if (row < 0)
        return FALSE;
      if (row == 0)
        return TRUE;
      *known = TRUE;
      record = nsc_reader_get_record (self->reader, self->table, row, error);
      if (record == NULL)
        return FALSE;
      g_set_str (&at, nsc_record_get (record, self->column));
    }
  return TRUE;
}

/* What becomes of a row that names the row of the file at INDEX, whose state is settled. */
static State
inherit (NscImportTree *self, const Held *held, guint index, GError **error)
{
  int found;

  if (get_held (self, index)->state == FINE)
    return FINE;
  /* The row may be refused while its record is there from before. */
  found = nsc_import_rows_has_id (self->rows, self->table, nsc_record_get (held->record, self->column), error);
  return found == 0 ? ORPHANED : FINE;
}

/* Everything on the path from the row at INDEX on goes round in a circle. */
static void
mark_circle (NscImportTree *self, GArray *path, guint index)
{
  for (guint i = path->len; i-- > 0;)
    {
      guint at = g_array_index (path, guint, i);

      get_held (self, at)->state = CIRCULAR;
      if (at == index)
        return;
    }
}

/* Goes from the row at START to what it names, and on, until something settled is met; then settles the way back. */
static gboolean
settle (NscImportTree *self, guint start, GArray *path, GError **error)
{
  guint at = start;

  g_array_set_size (path, 0);
  while (get_held (self, at)->state == UNSEEN)
    {
      Held *held = get_held (self, at);
      gboolean known;
      int index;

      g_array_append_val (path, at);
      held->state = ACTIVE;
      if (*nsc_record_get (held->record, self->column) == '\0')
        {
          held->state = FINE;
          break;
        }
      if (!climb (self, nsc_record_get (held->record, self->column), &index, &known, error))
        return FALSE;
      if (index < 0)
        {
          held->state = known ? FINE : UNKNOWN;
          break;
        }
      at = (guint) index;
    }
  if (get_held (self, at)->state == ACTIVE)
    mark_circle (self, path, at);

  for (guint i = path->len; i-- > 0;)
    {
      Held *held = get_held (self, g_array_index (path, guint, i));

      if (held->state == ACTIVE)
        {
          GError *failed = NULL;

          held->state = inherit (self, held, at, &failed);
          if (failed != NULL)
            {
              g_propagate_error (error, failed);
              return FALSE;
            }
        }
      at = g_array_index (path, guint, i);
    }
  return TRUE;
}

static void
refuse (NscImportTree *self, const Held *held)
{
  const char *id = nsc_record_get (held->record, self->column);
  char *text;

  if (held->state == CIRCULAR)
    text = g_strdup_printf (_ ("By way of “%s” the record comes back to itself; name another one, or none"), id);
  else if (held->state == ORPHANED)
    text = g_strdup_printf (_ ("The row of “%s”, which this one names, was refused; correct that row first"), id);
  else
    text =
        g_strdup_printf (_ ("Neither the file nor the table %1$s has a record with the id “%2$s”; add it, or correct "
                            "the id"),
                         nsc_table_naming_of_table (self->table), id);
  nsc_import_rows_refuse (self->rows, held->row, self->column, text);
}

/* ---- taking ---- */

static gboolean
take_held (NscImportTree *self, Held *held, GError **error)
{
  const char *id = nsc_record_get (held->record, self->column);
  g_autoptr (NscRecord) record = nsc_record_copy (held->record);
  guint64 told = self->told;
  int found = *id != '\0' ? nsc_import_rows_has_id (self->rows, self->table, id, error) : 1;

  if (found < 0)
    return FALSE;
  held->deferred = found == 0;
  if (held->deferred)
    {
      nsc_record_set (record, self->column, NULL);
      told &= ~NSC_RULES_COLUMN (self->column);
    }
  held->outcome = nsc_import_rows_take (self->rows, record, told, held->row, error);
  held->stored_row = nsc_record_get_row (record);
  return held->outcome != NSC_IMPORT_FAILED;
}

/* Gives a row what it names, now that all are there. */
static gboolean
join_held (NscImportTree *self, Held *held, GError **error)
{
  const char *id = nsc_record_get (held->record, self->column);
  g_autoptr (NscRecord) record = NULL;

  if (!held->deferred || held->outcome == NSC_IMPORT_REFUSED)
    return TRUE;
  record = nsc_reader_get_record (self->reader, self->table, held->stored_row, error);
  if (record == NULL)
    return FALSE;
  if (g_str_equal (nsc_record_get (record, self->column), id))
    return TRUE;
  nsc_record_set (record, self->column, id);
  if (held->outcome == NSC_IMPORT_SAME)
    held->outcome = NSC_IMPORT_CHANGED;
  return nsc_writer_update (self->writer, record, error);
}

static void
count (NscImportResult *result, NscImportOutcome outcome)
{
  result->n_added += outcome == NSC_IMPORT_ADDED;
  result->n_same += outcome == NSC_IMPORT_SAME;
  result->n_changed += outcome == NSC_IMPORT_CHANGED;
}

gboolean
nsc_import_tree_take (NscImportTree *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->held->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !settle (self, i, path, error))
      return FALSE;
  for (guint i = 0; i < self->held->len; i++)
    {
      Held *held = get_held (self, i);

      held->outcome = NSC_IMPORT_REFUSED;
      if (held->state != FINE)
        refuse (self, held);
      else if (g_cancellable_set_error_if_cancelled (cancellable, error) || !take_held (self, held, error))
        return FALSE;
    }
  for (guint i = 0; i < self->held->len; i++)
    {
      if (!join_held (self, get_held (self, i), error))
        return FALSE;
      count (self->result, get_held (self, i)->outcome);
    }
  return TRUE;
}
