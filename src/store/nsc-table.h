/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a project holds, told once: the interchange tables, their columns in the order of files, and the keys by which
 * rows are matched. Schema, import, export, forms and checks read these descriptions; none of them knows a table by
 * itself. Everything here is constant and lives as long as the program. Any thread. */

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NSC_COLUMN_ID,        /* the user's key, unique in its table */
  NSC_COLUMN_TEXT,      /* any text */
  NSC_COLUMN_REFERENCE, /* the id of a row of `target` */
  NSC_COLUMN_DATE,      /* a date of mixed precision */
  NSC_COLUMN_CHOICE,    /* one of `choices` */
  NSC_COLUMN_INTEGER,   /* a whole number from 0 */
  NSC_COLUMN_COLOUR,    /* #rrggbb */
} NscColumnKind;

typedef enum
{
  NSC_COLUMN_PLAIN = 0,
  NSC_COLUMN_REQUIRED = 1 << 0, /* a row without it is refused */
  NSC_COLUMN_KEY = 1 << 1,      /* part of the natural key */
  NSC_COLUMN_BEGINS = 1 << 2,   /* a date that begins a period: read as its earliest day */
  NSC_COLUMN_ENDS = 1 << 3,     /* a date that ends a period: read as its latest day */
  NSC_COLUMN_GROUP = 1 << 4,    /* names a group of reports, so it cannot be one of their own: see nsc-rules */
  NSC_COLUMN_OPTIONS = 1 << 5,  /* options of a report, written as nsc-assignments says */
} NscColumnFlags;

typedef struct
{
  const char *name;  /* in files and in the schema */
  const char *label; /* msgid of what people read */
  NscColumnKind kind;
  NscColumnFlags flags;
  const char *target;         /* table named by a reference, else NULL */
  const char *const *choices; /* NULL-terminated values of a choice, else NULL */
  const char *blank;          /* what a blank is stored as; NULL: as a blank */
} NscColumn;

typedef struct
{
  const char *name;         /* in files, on the command line and in the schema */
  const char *title;        /* msgid, plural: "Actors" */
  const char *singular;     /* msgid: "actor" */
  const NscColumn *columns; /* the id first; source and confidence last */
  guint n_columns;
  gboolean natural_key; /* some columns are NSC_COLUMN_KEY, so that rows without an id can be matched */
} NscTable;

#define NSC_TABLE_ID_COLUMN 0

/* All tables, a referenced one before those that name it; NULL-terminated. */
const NscTable *const *nsc_table_list (void);

/* The table of that name, or NULL. */
const NscTable *nsc_table_find (const char *name);

/* The column's index, or -1. */
int nsc_table_find_column (const NscTable *self, const char *name);

/* The column that people know a row by: its English name, title or label, else its id. */
guint nsc_table_name_column (const NscTable *self);

G_END_DECLS
