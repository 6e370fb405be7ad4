/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A file that is not yet in its place: it is made beside it under a name of its own, which tells whose part it is. A
 * program that was killed leaves its part behind; the next that makes one for the same place takes it away, which it
 * knows by the lock that a living program holds. Freed without a move, nothing remains. One thread at a time. */

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _NscPart NscPart;

/* An empty part for what shall be at PLACE; NULL with errno set. */
NscPart *nsc_part_new (const char *place);
void nsc_part_free (NscPart *self);

/* Its own name, and a descriptor to write it, which stays the part's. */
const char *nsc_part_get_path (NscPart *self);
int nsc_part_get_descriptor (NscPart *self);

/* Copies the file FROM into it, and waits for the disk. Errors of GIO. */
gboolean nsc_part_fill (NscPart *self, const char *from, GError **error);

/* Waits for the disk. FALSE with errno set, as for the moves. */
gboolean nsc_part_sync (NscPart *self);

/* Waits until the disk has the name of the file at PATH, and what else was done in its folder. Where a folder cannot be
 * synced nobody is told: the file is there, and whole. */
void nsc_part_sync_name (const char *path);

/* Puts it at PLACE, over what is there, and waits for its name. */
gboolean nsc_part_move (NscPart *self, const char *place);

/* The same unless there is a file, EEXIST. Where there are no links, the time between look and move is short.
 */
gboolean nsc_part_move_new (NscPart *self, const char *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscPart, nsc_part_free)

G_END_DECLS
