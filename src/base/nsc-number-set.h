/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A set of whole numbers, such as the rows of a table, in at most two bytes a number where they stand together: blocks
 * of 65,536 numbers, each a sorted list while it is short, else a bitmap (after Chambi, Lemire, Kaser and Godin,
 * "Better bitmap performance with Roaring bitmaps", 2016). Owned by who made it; one thread at a time. */

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NscNumberSet NscNumberSet;

NscNumberSet *nsc_number_set_new (void);
void nsc_number_set_free (NscNumberSet *self);

/* Whether NUMBER is new to the set. */
gboolean nsc_number_set_add (NscNumberSet *self, guint64 number);

gboolean nsc_number_set_contains (const NscNumberSet *self, guint64 number);

guint64 nsc_number_set_get_count (const NscNumberSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscNumberSet, nsc_number_set_free)

G_END_DECLS
