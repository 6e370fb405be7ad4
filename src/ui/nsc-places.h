/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Where projects are: the example in the user's data folder, and the projects opened lately, as the desktop remembers
 * them. Main thread only. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NSC_PROJECT_ENDING ".normscape"
#define NSC_PROJECT_MIME_TYPE "application/vnd.normscape"

/* $XDG_DATA_HOME/normscape/Cyber Norms.normscape, there or not. */
GFile *nsc_places_dup_example (void);

/* Tells the desktop that the project was opened. */
void nsc_places_remember (GFile *file, const char *title);

/* Lets the desktop forget a project that is no longer there. */
void nsc_places_forget (GFile *file);

/* The projects opened lately, still there or not, newest first, elements GtkRecentInfo; MAX of them at the most. */
GPtrArray *nsc_places_list_recent (guint max);

/* When it was opened last; the info's. */
GDateTime *nsc_places_get_opened (GtkRecentInfo *info);

/* The newest of them that still exists, or NULL. */
GFile *nsc_places_dup_last_project (void);

gboolean nsc_places_is_project (GFile *file);

/* FILE, or one beside it whose name ends as a project's does. */
GFile *nsc_places_dup_with_ending (GFile *file);

/* Whether the file's name is that of a table to import. */
gboolean nsc_places_is_table (GFile *file);

G_END_DECLS
