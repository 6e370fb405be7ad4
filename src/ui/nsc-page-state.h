/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the window remembers of a project from one day to the next, such as the options of its pages: in the user's
 * state folder, a file for each project, never in the project, which others may read. A group for each page, with
 * values by name. Nothing depends on it: what cannot be read is forgotten, what cannot be written too. */

#include "nsc-project.h"

G_BEGIN_DECLS

/* The values of GROUP, name to value, empty where there are none. For a worker thread; UID is nsc_project_get_uid. */
GHashTable *nsc_page_state_read (const char *uid, const char *group);

/* Puts VALUES in place of those of GROUP, on a worker, before the project is closed. VALUES must not be changed
 * afterwards. Main thread. */
void nsc_page_state_write (NscProject *project, const char *group, GHashTable *values);

/* A table for values; names and values are owned by it. */
GHashTable *nsc_page_state_new_values (void);

G_END_DECLS
