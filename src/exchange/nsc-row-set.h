/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A set of rows of a table. Rows that follow each other take a bit each, one that is far from all others about a
 * hundred bytes. Owned by who made it; one thread at a time. */

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NscRowSet NscRowSet;

NscRowSet *nsc_row_set_new (void);
void nsc_row_set_free (NscRowSet *self);

/* ROW is any number. Adding one that is there changes nothing. */
void nsc_row_set_add (NscRowSet *self, gint64 row);
gboolean nsc_row_set_contains (const NscRowSet *self, gint64 row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscRowSet, nsc_row_set_free)

G_END_DECLS
