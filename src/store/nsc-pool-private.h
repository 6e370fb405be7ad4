/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The connections that readers use, a few of which are kept open between readers. Counted by reference: a reader that
 * outlives the store still has its connection. Any thread. */

#include "nsc-connection-private.h"

G_BEGIN_DECLS

typedef struct _NscPool NscPool;

/* FILE is what is opened, PATH what people call it. ONLY_READS: no connection of this store writes, so that how the
 * file is opened depends on what others do with it. */
NscPool *nsc_pool_new (const char *file, const char *path, gboolean only_reads);
NscPool *nsc_pool_ref (NscPool *self);
void nsc_pool_unref (NscPool *self);

NscConnection *nsc_pool_take (NscPool *self, GError **error);

/* Takes CONNECTION back, outside of any transaction. */
void nsc_pool_give (NscPool *self, NscConnection *connection);

/* Waits a moment for what is taken, then closes what is idle and whatever comes back later. */
void nsc_pool_close (NscPool *self);

G_END_DECLS
