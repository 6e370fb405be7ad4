/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How a recorded table is stored: its columns in the order of the file, the row's number first, and the statements that
 * move whole rows. Digests, changesets and batches work on these; none of them knows what a column means. Belongs to
 * its connection and lives as long as that. */

#include "nsc-connection-private.h"

G_BEGIN_DECLS

#define NSC_LAYOUT_MAX_COLUMNS 64

typedef struct
{
  char *table;
  guint n_columns;
  char **names;
  guint64 *seeds;     /* a column's part of a cell's hash */
  guint batch;        /* index of the column with the batch's number; 0 where there is none */
  char *select;       /* all columns of the row ?1 */
  char *scan;         /* all columns of the rows from ?1 to ?2, in their order */
  char *insert;       /* a row with all its columns */
  char *update;       /* all columns of the row ?1 */
  char *remove;       /* the row ?1 */
  char *remove_batch; /* rows from ?1 to ?2 of the batch ?3; NULL where there is no such column */
} NscLayout;

/* Tables whose changes are recorded, a referenced one before those that name it; NULL-terminated. */
const char *const *nsc_layout_list_tables (void);

/* NULL with NSC_ERROR_DAMAGED where the table is not one of those or cannot be asked. */
const NscLayout *nsc_layout_get (NscConnection *connection, const char *table, GError **error);

void nsc_layout_free (NscLayout *self);

G_END_DECLS
