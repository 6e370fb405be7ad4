/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The SQL of one described table, made once from its description: how its rows are read as records, found and written.
 * Constant once made and lives as long as the program, as statements ask of their texts. Any thread. */

#include "nsc-table.h"

G_BEGIN_DECLS

typedef struct
{
  /* Read a row and the values of its record, references as the id of their target. */
  char *records; /* all, in row order */
  char *record;  /* the row ?1 */
  char *kin;     /* those that agree in the columns ?1… that tell kin, in row order; NULL: no natural key */

  char *of_source; /* those with the source ?1 and the confidence ?2, in row order */
  char *sources;   /* source and confidence of all rows, as they lie */

  char *find_id;    /* the row with the id ?1 */
  char *get_id;     /* the id of the row ?1 */
  char *count;      /* number of rows */
  char *last;       /* the highest row */
  char *references; /* how many rows name the row ?1; NULL: none can */
  char **referrers; /* per table, as nsc_table_list has them, the rows that name the row ?1, ?2 at most, or "" */

  /* ?1 is the row, then the described columns, then for an insert the batch. */
  char *insert;
  char *update;
  char *remove;
} NscQuery;

const NscQuery *nsc_query_get (const NscTable *table);

/* Whether rows must agree in COLUMN to be kin: all of the natural key but the beginning of a period, since periods that
 * begin at different dates may still overlap. */
gboolean nsc_query_tells_kin (const NscColumn *column);

G_END_DECLS
