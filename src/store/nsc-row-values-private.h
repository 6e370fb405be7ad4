/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* From the texts of a record to the values of a stored row. Used by the connection's thread. */

#include "nsc-reader-private.h"

G_BEGIN_DECLS

/* Turns the values of RECORD into CELLS, one per described column; texts stay the record's. READER finds the targets of
 * references. NSC_ERROR_NOT_FOUND, NSC_ERROR_INPUT. */
gboolean nsc_row_values_read (NscReader *reader, const NscRecord *record, NscCell *cells, GError **error);

G_END_DECLS
