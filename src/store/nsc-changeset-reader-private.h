/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Reads the bytes of a changeset one change after the other. SQLite's own reader can be sent into an endless loop by
 * bytes that it did not write, and a file may come from anybody. A plain value that points into the bytes; pure; one
 * thread at a time. */

#include "nsc-layout-private.h"

G_BEGIN_DECLS

typedef struct
{
  /* Where the reader stands. */
  const guint8 *next;
  const guint8 *end;

  /* The change it has read. A cell of type 0 is not part of it: an update tells only what it changed, and the row. */
  const char *table;
  guint n_columns;
  int operation; /* SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE */
  NscCell before[NSC_LAYOUT_MAX_COLUMNS];
  NscCell after[NSC_LAYOUT_MAX_COLUMNS];
} NscChangesetReader;

typedef enum
{
  NSC_CHANGESET_DAMAGED,
  NSC_CHANGESET_END,
  NSC_CHANGESET_CHANGE,
} NscChangesetState;

void nsc_changeset_reader_init (NscChangesetReader *self, const void *data, gsize length);
NscChangesetState nsc_changeset_reader_next (NscChangesetReader *self);

/* Turns the change that was read into the one that takes it back. */
void nsc_changeset_reader_invert (NscChangesetReader *self);

G_END_DECLS
