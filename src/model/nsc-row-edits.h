/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How one array of rows becomes another: the few places where rows went, came or moved, so that a view keeps all the
 * rest where it is. Any thread. */

#include <glib.h>

G_BEGIN_DECLS

/* N_BEFORE rows from BEFORE on gave way to N_AFTER rows from AFTER on. */
typedef struct
{
  guint before, n_before;
  guint after, n_after;
} NscRowEdit;

/* The edits in the order of rows, few even where much has changed: from then on the rest is one edit. Elements are
 * NscRowEdit. */
GArray *nsc_row_edits_find (const gint64 *before, guint n_before, const gint64 *after, guint n_after);

/* One edit that puts all rows in place of all, none where both are the same. */
GArray *nsc_row_edits_swap (const gint64 *before, guint n_before, const gint64 *after, guint n_after);

G_END_DECLS
