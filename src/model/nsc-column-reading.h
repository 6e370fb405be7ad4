/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Turns the values of one column into numbers while many rows are read: a function is asked once for each value that it
 * has not seen lately, for a reference once for each row of its target, and its answers are kept. What the numbers
 * mean is the function's affair: whether a value is looked for, its place in an order. Used by one thread. */

#include "nsc-reader.h"

G_BEGIN_DECLS

/* A value in all its forms, never NULL. They are valid during the call. */
typedef struct
{
  const char *value; /* as a file writes it: a reference as the id of its target */
  const char *text;  /* as people read it in the language of the reading */
  const char *other; /* the name of a reference in the other language, else the same as `text` */
} NscColumnWords;

typedef guint32 (*NscColumnFunc) (const NscColumnWords *words, gpointer data);

typedef struct _NscColumnReading NscColumnReading;

NscColumnReading *
nsc_column_reading_new (const NscTable *table, guint column, const char *language, NscColumnFunc func, gpointer data);
void nsc_column_reading_free (NscColumnReading *self);

guint nsc_column_reading_get_column (const NscColumnReading *self);

/* Reads what a reference refers to; to be called once before the first value. */
gboolean
nsc_column_reading_prepare (NscColumnReading *self, NscReader *reader, GCancellable *cancellable, GError **error);

/* The number of that value. */
guint32 nsc_column_reading_get (NscColumnReading *self, const NscRowCell *cell);

/* What people read where VALUE stands in that column, which is no reference; to be freed. */
char *nsc_column_reading_dup_text (const NscTable *table, guint column, const char *language, const char *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscColumnReading, nsc_column_reading_free)

G_END_DECLS
