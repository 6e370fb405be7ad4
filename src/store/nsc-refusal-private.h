/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Why the schema refused a row, in words that name what to correct. Both set ERROR and give FALSE. Used by the
 * connection's thread, right after the refusal. */

#include "nsc-reader-private.h"

G_BEGIN_DECLS

/* CODE is SQLite's; CELLS are the described columns of the row as they should have become. */
gboolean nsc_refusal_of_row (
    NscReader *reader, const NscTable *table, gint64 row, const NscCell *cells, int code, GError **error);

/* Other rows name ROW. */
gboolean nsc_refusal_of_delete (NscReader *reader, const NscTable *table, gint64 row, GError **error);

G_END_DECLS
