/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Numbers whole numbers, such as the rows of a table, from 0 on in the order in which they first come, so that what is
 * known of each stands in a plain array. At most 24 bytes a number, and nothing allocated for a single one. Owned by
 * who made it; one thread at a time. */

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NscNumberIndex NscNumberIndex;

NscNumberIndex *nsc_number_index_new (void);
void nsc_number_index_free (NscNumberIndex *self);

/* The index of NUMBER; a number that is new gets the next one. */
guint nsc_number_index_get (NscNumberIndex *self, gint64 number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscNumberIndex, nsc_number_index_free)

G_END_DECLS
