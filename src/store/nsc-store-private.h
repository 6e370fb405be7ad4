/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the parts of the store's public face share. */

#include "nsc-connection-private.h"
#include "nsc-store.h"
#include "nsc-worker-private.h"

G_BEGIN_DECLS

/* NULL where the project is only read or the store is closed. The connection is the worker's. */
NscWorker *nsc_store_get_worker (NscStore *self);
NscConnection *nsc_store_get_connection (NscStore *self);

/* The path without links. */
const char *nsc_store_get_place_path (NscStore *self);

/* To be called on the worker where something was changed. */
void nsc_store_end_change (NscStore *self);

/* Lets "changed" be emitted soon; several calls may become one emission. Any thread. */
void nsc_store_notify_changed (NscStore *self);

G_END_DECLS
