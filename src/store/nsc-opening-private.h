/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The way to a connection: what is asked of a file before it is trusted, how it is opened without a trace where it is
 * only read, and how it is made whole again on close. Blocking; any thread, as the connection has no other user yet. */

#include "nsc-header-private.h"
#include "nsc-working-copy-private.h"

G_BEGIN_DECLS

typedef struct
{
  const char *path; /* as people know it */
  char *place;      /* the same without links, beside which its journal stands */
  char *file;       /* what was opened: the place, or the working copy of it */
  NscConnection *connection;
  char *read_only_reason; /* NULL where the project can be written */
  gboolean is_newer;      /* which is that reason */
  gboolean is_unchecked;  /* too large to look through it while somebody waits */
  NscWorkingCopy *copy;   /* NULL where the file itself is written */
} NscOpening;

/* Opens an existing project. Without WRITE, nothing is written, not even beside the file. */
gboolean
nsc_opening_open (NscOpening *self, const char *path, gboolean write, GCancellable *cancellable, GError **error);

/* Frees what was opened. */
void nsc_opening_clear (NscOpening *self);

/* How a file that is only read is opened now; gives its HEADER. NSC_ERROR_RECOVERY where only a writer can. */
gboolean nsc_opening_get_reading_mode (
    const char *file, const char *path, NscConnectionMode *mode, NscHeader *header, GError **error);

/* SQLite's quick look at the whole file, NSC_ERROR_DAMAGED where it finds something. */
gboolean nsc_opening_look_through (NscConnection *connection, GError **error);

/* Closes CONNECTION and, unless another process still has FILE open, leaves it as one whole file. */
gboolean nsc_opening_close (NscConnection *connection, GError **error);

G_END_DECLS
