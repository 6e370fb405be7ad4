/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The first page of a project: the head of the file, and the way to the pages that hold its schema. It says nothing of
 * the records, and the schema's steps make it the same in each project, so that one that is damaged can be had from
 * elsewhere. Blocking; any thread. */

#include <glib.h>

G_BEGIN_DECLS

/* Gives FILE, a copy of the project at PATH that nobody has open, the first page of a new project or of a backup, where
 * its own does not lead to the whole schema and that one does. Whether it does in the end; else FILE stays as it was.
 */
gboolean nsc_first_page_mend (const char *file, const char *path);

G_END_DECLS
