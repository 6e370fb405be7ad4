/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The way to a connection that writes: what is asked of a file before it is trusted, how it is made, and how it is made
 * whole again on close. Blocking; any thread, as the connection has no other user yet. */

#include "nsc-schema-private.h"

G_BEGIN_DECLS

/* Makes the file, which must not be there, with the newest schema. */
gboolean nsc_opening_create (const char *path, const char *title, GError **error);

/* A connection to an existing project. REASON is set to the sentence that says why it cannot be written, where the file
 * was asked for writing and can only be read. */
NscConnection *nsc_opening_open (const char *path, gboolean write, char **reason, GError **error);

/* Closes CONNECTION and, unless another process still has the file open, leaves it as one whole file. */
gboolean nsc_opening_close (NscConnection *connection, GError **error);

G_END_DECLS
