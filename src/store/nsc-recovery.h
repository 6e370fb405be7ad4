/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Takes out of a damaged project what can still be read of it, row by row, and makes a new project of that. The damaged
 * file is only read. What was lost is told table by table. Blocking; any thread. */

#include "nsc-table.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 first;
  gint64 last;
} NscRowRange;

typedef struct
{
  const NscTable *table;
  guint64 n_kept;
  guint64 n_left_out; /* read, but against the keys and rules of the project */
  GArray *unreadable; /* of NscRowRange, in their order: what stood there, if anything, could not be read */
  GArray *altered;    /* likewise: among these rows, which are kept, some are not what was written */
} NscRecoveredTable;

typedef struct
{
  char *title;       /* of the project, or "" */
  GPtrArray *tables; /* NscRecoveredTable, in the order of nsc_table_list */
} NscRecovery;

/* Writes what can be read of DAMAGED to the new project TARGET, where no file may be. Where nothing at all can be read,
 * no file is made: NSC_ERROR_DAMAGED. The history is not taken along. */
NscRecovery *nsc_recovery_run (const char *damaged, const char *target, GCancellable *cancellable, GError **error);
void nsc_recovery_free (NscRecovery *self);

/* Whether there is anything to tell. */
gboolean nsc_recovery_is_whole (const NscRecovery *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscRecovery, nsc_recovery_free)

G_END_DECLS
