/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Reads the rows of a table around what cannot be read: from both ends of a range as far as it goes, and then in halves
 * of what is left. The connection's thread. */

#include "nsc-layout-private.h"
#include "nsc-recovery.h"

G_BEGIN_DECLS

/* Called for each row that can be read, in no order. Return FALSE with ERROR set to end. */
typedef gboolean (*NscSalvageFunc) (const NscLayout *layout, const NscCell *cells, gpointer data, GError **error);

/* Called for each range of rows that cannot be read, in their order. */
typedef void (*NscSalvageGapFunc) (gint64 first, gint64 last, gpointer data);

/* LAST is where the table is taken to end where its own end cannot be read. */
gboolean nsc_salvage_table (NscConnection *connection,
                            const NscLayout *layout,
                            gint64 last,
                            NscSalvageFunc func,
                            NscSalvageGapFunc gap,
                            gpointer data,
                            GError **error);

G_END_DECLS
