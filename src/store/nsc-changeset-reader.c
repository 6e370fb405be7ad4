/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-changeset-reader-private.h"

/* The format, as sqlite3session.c describes it: for each table 'T', the number of columns, for each column whether it
 * is of the primary key, the name with a zero; then its changes: the operation, a byte of no meaning here, and the
 * record before (update, delete) and after (insert, update). A record is a type and a value for each column. */
#define TABLE_MARK 'T'

enum
{
  VALUE_UNDEFINED,
  VALUE_INTEGER,
  VALUE_REAL,
  VALUE_TEXT,
  VALUE_BLOB,
  VALUE_NULL,
};

static gsize
left (const NscChangesetReader *self)
{
  return (gsize) (self->end - self->next);
}

/* Seven bits a byte, the highest first; a ninth byte has eight. */
static gboolean
get_number (NscChangesetReader *self, guint64 *value)
{
  *value = 0;
  for (guint i = 0; i < 9 && left (self) > 0; i++)
    {
      guint8 byte = *self->next++;

      if (i == 8)
        {
          *value = *value << 8 | byte;
          return TRUE;
        }
      *value = *value << 7 | (byte & 0x7f);
      if (byte < 0x80)
        return TRUE;
    }
  return FALSE;
}

static gboolean
get_integer (NscChangesetReader *self, NscCell *cell)
{
  guint64 value;

  if (left (self) < sizeof value)
    return FALSE;
  memcpy (&value, self->next, sizeof value);
  self->next += sizeof value;
  cell->integer = (gint64) GUINT64_FROM_BE (value);
  return TRUE;
}

static gboolean
get_bytes (NscChangesetReader *self, NscCell *cell)
{
  guint64 length;

  if (!get_number (self, &length) || length > left (self))
    return FALSE;
  cell->bytes = self->next;
  cell->length = (gsize) length;
  self->next += length;
  return TRUE;
}

static gboolean
get_cell (NscChangesetReader *self, NscCell *cell)
{
  *cell = (NscCell) { 0 };
  if (left (self) == 0)
    return FALSE;
  switch (*self->next++)
    {
    case VALUE_UNDEFINED:
      return TRUE;
    case VALUE_INTEGER:
      cell->type = SQLITE_INTEGER;
      return get_integer (self, cell);
    case VALUE_REAL:
      cell->type = SQLITE_FLOAT;
      return get_integer (self, cell);
    case VALUE_TEXT:
      cell->type = SQLITE_TEXT;
      return get_bytes (self, cell);
    case VALUE_BLOB:
      cell->type = SQLITE_BLOB;
      return get_bytes (self, cell);
    case VALUE_NULL:
      cell->type = SQLITE_NULL;
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
get_record (NscChangesetReader *self, NscCell *cells)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (!get_cell (self, &cells[i]))
      return FALSE;
  return TRUE;
}

static gboolean
get_table (NscChangesetReader *self)
{
  const guint8 *zero;
  guint64 n_columns;

  if (!get_number (self, &n_columns) || n_columns == 0 || n_columns > NSC_LAYOUT_MAX_COLUMNS || n_columns > left (self))
    return FALSE;
  self->n_columns = (guint) n_columns;
  self->next += n_columns;
  zero = memchr (self->next, '\0', left (self));
  if (zero == NULL)
    return FALSE;
  self->table = (const char *) self->next;
  self->next = zero + 1;
  return TRUE;
}

static void
clear (NscCell *cells)
{
  memset (cells, 0, NSC_LAYOUT_MAX_COLUMNS * sizeof *cells);
}

static gboolean
get_change (NscChangesetReader *self)
{
  if (self->table == NULL || left (self) < 2)
    return FALSE;
  self->operation = *self->next;
  self->next += 2;
  clear (self->before);
  clear (self->after);
  switch (self->operation)
    {
    case SQLITE_INSERT:
      return get_record (self, self->after);
    case SQLITE_UPDATE:
      return get_record (self, self->before) && get_record (self, self->after);
    case SQLITE_DELETE:
      return get_record (self, self->before);
    default:
      return FALSE;
    }
}

void
nsc_changeset_reader_init (NscChangesetReader *self, const void *data, gsize length)
{
  const guint8 *bytes = length > 0 ? data : (const guint8 *) "";

  *self = (NscChangesetReader) { .next = bytes, .end = bytes + length };
}

NscChangesetState
nsc_changeset_reader_next (NscChangesetReader *self)
{
  while (left (self) > 0 && *self->next == TABLE_MARK)
    {
      self->next++;
      if (!get_table (self))
        return NSC_CHANGESET_DAMAGED;
    }
  if (left (self) == 0)
    return NSC_CHANGESET_END;
  return get_change (self) ? NSC_CHANGESET_CHANGE : NSC_CHANGESET_DAMAGED;
}

void
nsc_changeset_reader_invert (NscChangesetReader *self)
{
  NscCell row = self->before[0];

  for (guint i = 0; i < self->n_columns; i++)
    {
      NscCell cell = self->before[i];

      self->before[i] = self->after[i];
      self->after[i] = cell;
    }
  if (self->operation == SQLITE_INSERT)
    self->operation = SQLITE_DELETE;
  else if (self->operation == SQLITE_DELETE)
    self->operation = SQLITE_INSERT;
  else
    {
      /* The row stands with what was before. */
      self->before[0] = row;
      self->after[0] = (NscCell) { 0 };
    }
}
