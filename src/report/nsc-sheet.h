/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The result of a report as a table: named columns of text and numbers, in the order that the report promises. One
 * sheet becomes CSV, JSON, aligned text and the table in the window. Immutable once built; any thread. */

#include <gio/gio.h>

G_BEGIN_DECLS

#define NSC_TYPE_SHEET (nsc_sheet_get_type ())
G_DECLARE_FINAL_TYPE (NscSheet, nsc_sheet, NSC, SHEET, GObject)

typedef enum
{
  NSC_SHEET_WORDS,   /* for people */
  NSC_SHEET_CODE,    /* for programs; a window need not show it */
  NSC_SHEET_CHOICE,  /* a code that people read as the words of nsc_code_words */
  NSC_SHEET_NAMED,   /* an id that people read as the name that the sheet is told for it */
  NSC_SHEET_NUMBER,  /* a whole number; set flush right, a number in JSON */
  NSC_SHEET_PLAIN,   /* a number that people read as it is, such as a year or a rank; likewise */
  NSC_SHEET_DECIMAL, /* a number with decimals, such as a measure; set flush right, a number in JSON */
  NSC_SHEET_SHARE,   /* from 0 to 1; for people a percentage, see nsc_sheet_dup_shown */
} NscSheetKind;

typedef struct
{
  const char *name;  /* in CSV and JSON */
  const char *title; /* for people, in the sheet's language */
  NscSheetKind kind;
} NscSheetColumn;

/* Copies COLUMNS. */
NscSheet *nsc_sheet_new (const NscSheetColumn *columns, guint n_columns);

/* Adds a row of n_columns values, copied; "" is a missing value. KEY is that of the figure's mark for the same row, 0
 * where there is none. */
void nsc_sheet_add_row (NscSheet *self, gint64 key, const char *const *values);

/* Tells that the row added last counts what belongs to no other row, such as the unknown: in whatever order the rows
 * are, it comes after them. */
void nsc_sheet_set_rest (NscSheet *self);
gboolean nsc_sheet_is_rest (NscSheet *self, guint row);

/* What people read for ID in columns of ids, in the sheet's language; copied. An id without a name is read as it is. */
void nsc_sheet_set_name (NscSheet *self, const char *id, const char *name);

/* A sentence about the whole table that its numbers must not be read without, in the sheet's language; copied. Aligned
 * text ends with the notes; CSV and JSON are for programs and have none, so whoever writes them tells the notes. */
void nsc_sheet_add_note (NscSheet *self, const char *note);
guint nsc_sheet_get_n_notes (NscSheet *self);
const char *nsc_sheet_get_note (NscSheet *self, guint note);

guint nsc_sheet_get_n_columns (NscSheet *self);
guint nsc_sheet_get_n_rows (NscSheet *self);
const NscSheetColumn *nsc_sheet_get_column (NscSheet *self, guint column);
const char *nsc_sheet_get_value (NscSheet *self, guint row, guint column);
gint64 nsc_sheet_get_key (NscSheet *self, guint row);

/* The same table with ROWS only, in that order. */
NscSheet *nsc_sheet_dup_rows (NscSheet *self, const guint *rows, guint n_rows);

/* The value as people read it in LANGUAGE: 1,221, 0.247 and 45.6%; "" where it is missing. To be freed. */
char *nsc_sheet_dup_shown (NscSheet *self, guint row, guint column, const char *language);

/* Whether the column is set flush right. */
gboolean nsc_sheet_column_is_numeric (const NscSheetColumn *column);

typedef enum
{
  NSC_SHEET_TEXT, /* aligned, for a terminal */
  NSC_SHEET_CSV,
  NSC_SHEET_JSON, /* an array of objects */
} NscSheetFormat;

/* The whole table as a file has it, ids and codes as they are, whatever the language; as text with its notes. To be
 * freed. */
char *nsc_sheet_to_string (NscSheet *self, NscSheetFormat format);

G_END_DECLS
