/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The row of a source in a list: the source over its confidence and its tables, the number of its records at the end.
 * Main thread only. */

#include <gtk/gtk.h>

#include "nsc-source-item.h"

G_BEGIN_DECLS

/* Shows the NscSourceItem of ITEM: an NscRowTurnsFill. */
gboolean nsc_source_row_fill (GtkListItem *item, gpointer data);

/* What people read of ITEM, such as "Confidence: Official"; free it with g_free. */
char *nsc_source_row_word_source (NscSourceItem *item);
char *nsc_source_row_word_confidence (NscSourceItem *item);

G_END_DECLS
