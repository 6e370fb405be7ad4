/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The folder with the backups of one project, in the user's data folder: a file each, named after the UTC time at which
 * it was made. What is being written has another name, and one process at a time writes; what one that was killed has
 * left is removed by the next. Beside the folders it is kept which project was at which path, for a file that can no
 * longer tell. Any thread. */

#include "nsc-backup.h"

G_BEGIN_DECLS

typedef struct _NscShelf NscShelf;

/* The folder of the project UID, whether it is there or not; to be freed. */
char *nsc_shelf_get_folder (const char *uid);

/* Makes the folder where it is not there and takes it for writing. NULL and no error where another process has it.
 * NSC_ERROR_OUTPUT. */
NscShelf *nsc_shelf_take (const char *uid, GError **error);
void nsc_shelf_give_back (NscShelf *self);

/* The name under which a new backup is written. */
const char *nsc_shelf_get_part (NscShelf *self);

/* Gives what was written its lasting name, and takes away what no longer has to stay. The path is to be freed. */
char *nsc_shelf_keep_part (NscShelf *self, GError **error);

/* Bytes that are free in the folder of the project; -1 where that is not known. For tests: other than the disk's. */
gint64 nsc_shelf_get_room (NscShelf *self);
void nsc_shelf_pretend_room (gint64 room);

/* Which project was last seen at PATH; NULL: none. */
void nsc_shelf_note_place (const char *path, const char *uid);
char *nsc_shelf_recall_place (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscShelf, nsc_shelf_give_back)

G_END_DECLS
