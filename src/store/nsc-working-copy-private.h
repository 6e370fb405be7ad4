/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A project on a network, FUSE or portal path is worked on in a copy in the user's data folder, since the journal needs
 * shared memory and locks that hold. The copy is written back whole, by replacing the file. Programs of one user that
 * open the same path share the copy. What could not be written back survives a crash. Blocking; the worker's thread,
 * after it was opened. */

#include "nsc-connection-private.h"
#include "nsc-header-private.h"

G_BEGIN_DECLS

typedef struct _NscWorkingCopy NscWorkingCopy;

/* Makes the copy of PATH, or finds the one that is in use or was left by a crash. HEADER, which was read before,
 * becomes that of the file that was copied. NSC_ERROR_CONFLICT where the file was changed elsewhere since a crash: the
 * copy is then put aside and named. */
NscWorkingCopy *nsc_working_copy_open (const char *path, NscHeader *header, GError **error);

const char *nsc_working_copy_get_file (NscWorkingCopy *self);

/* Whether the copy holds steps of a crashed program that are not in the file yet. */
gboolean nsc_working_copy_is_ahead (NscWorkingCopy *self);

/* To be called before the copy is changed, so that a crash is noticed, and again when it was, since another program may
 * have written back a moment too early. */
gboolean nsc_working_copy_mark_changed (NscWorkingCopy *self, GError **error);

/* Puts what CONNECTION sees in the file's place. NSC_ERROR_CONFLICT where the file was changed elsewhere: it then stays
 * as it is, and so does the copy. */
gboolean nsc_working_copy_write_back (NscWorkingCopy *self, NscConnection *connection, GError **error);

/* After the connection is closed. Removes the copy unless it is in use elsewhere or holds what is not written back. */
void nsc_working_copy_close (NscWorkingCopy *self);

/* Lets go of a copy that was opened in vain. */
void nsc_working_copy_abandon (NscWorkingCopy *self);

G_END_DECLS
