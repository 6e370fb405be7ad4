/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* One value of a row, as SQLite stores it, without a copy: the text belongs to whom the cell was made from and is valid
 * as long as that allows. A plain value. */

#include <glib.h>
#include <sqlite3.h>
#include <string.h>

G_BEGIN_DECLS

typedef struct
{
  int type;       /* SQLITE_NULL, SQLITE_INTEGER, SQLITE_TEXT; in a damaged file also SQLITE_FLOAT, SQLITE_BLOB */
  gint64 integer; /* of an integer; the bits of a float */
  const void *bytes;
  gsize length; /* of text and blob */
} NscCell;

#define NSC_CELL_NULL ((NscCell) { .type = SQLITE_NULL })

static inline NscCell
nsc_cell_integer (gint64 value)
{
  return (NscCell) { .type = SQLITE_INTEGER, .integer = value };
}

static inline NscCell
nsc_cell_text (const char *text)
{
  return (NscCell) { .type = SQLITE_TEXT, .bytes = text, .length = strlen (text) };
}

NscCell nsc_cell_from_value (sqlite3_value *value);
NscCell nsc_cell_from_column (sqlite3_stmt *statement, int column);
gboolean nsc_cell_equal (const NscCell *a, const NscCell *b);

/* Does not copy: the text must stay until the statement has run. */
int nsc_cell_bind (const NscCell *self, sqlite3_stmt *statement, int parameter);

G_END_DECLS
