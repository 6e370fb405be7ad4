/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-cell-private.h"

static gint64
bits_of (double value)
{
  gint64 bits;

  memcpy (&bits, &value, sizeof bits);
  return bits;
}

NscCell
nsc_cell_from_value (sqlite3_value *value)
{
  NscCell self = { .type = sqlite3_value_type (value) };

  switch (self.type)
    {
    case SQLITE_INTEGER:
      self.integer = sqlite3_value_int64 (value);
      break;
    case SQLITE_FLOAT:
      self.integer = bits_of (sqlite3_value_double (value));
      break;
    case SQLITE_TEXT:
      self.bytes = sqlite3_value_text (value);
      self.length = (gsize) sqlite3_value_bytes (value);
      break;
    case SQLITE_BLOB:
      self.bytes = sqlite3_value_blob (value);
      self.length = (gsize) sqlite3_value_bytes (value);
      break;
    default:
      break;
    }
  return self;
}

NscCell
nsc_cell_from_column (sqlite3_stmt *statement, int column)
{
  NscCell self = { .type = sqlite3_column_type (statement, column) };

  switch (self.type)
    {
    case SQLITE_INTEGER:
      self.integer = sqlite3_column_int64 (statement, column);
      break;
    case SQLITE_FLOAT:
      self.integer = bits_of (sqlite3_column_double (statement, column));
      break;
    case SQLITE_TEXT:
      self.bytes = sqlite3_column_text (statement, column);
      self.length = (gsize) sqlite3_column_bytes (statement, column);
      break;
    case SQLITE_BLOB:
      self.bytes = sqlite3_column_blob (statement, column);
      self.length = (gsize) sqlite3_column_bytes (statement, column);
      break;
    default:
      break;
    }
  return self;
}

gboolean
nsc_cell_equal (const NscCell *a, const NscCell *b)
{
  if (a->type != b->type || a->integer != b->integer || a->length != b->length)
    return FALSE;
  return a->length == 0 || memcmp (a->bytes, b->bytes, a->length) == 0;
}

int
nsc_cell_bind (const NscCell *self, sqlite3_stmt *statement, int parameter)
{
  double value;

  switch (self->type)
    {
    case SQLITE_INTEGER:
      return sqlite3_bind_int64 (statement, parameter, self->integer);
    case SQLITE_FLOAT:
      memcpy (&value, &self->integer, sizeof value);
      return sqlite3_bind_double (statement, parameter, value);
    case SQLITE_TEXT:
      return sqlite3_bind_text64 (statement, parameter, self->length > 0 ? self->bytes : "", self->length,
                                  SQLITE_STATIC, SQLITE_UTF8);
    case SQLITE_BLOB:
      return sqlite3_bind_blob64 (statement, parameter, self->length > 0 ? self->bytes : "", self->length,
                                  SQLITE_STATIC);
    default:
      return sqlite3_bind_null (statement, parameter);
    }
}
