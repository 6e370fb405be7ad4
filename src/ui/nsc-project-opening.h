/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How a project comes to be open in a window: opened from a file, made new, or the example, which is made in the user's
 * data folder when it is first asked for. All of it without blocking; the window shows what goes on, and the reason
 * where it fails. A window that has a project leaves it alone: another window is opened. Main thread only. */

#include "nsc-window.h"

G_BEGIN_DECLS

/* A table instead of a project is offered for import where WINDOW has a project, and refused with advice elsewhere. */
void nsc_project_opening_open (NscWindow *window, GFile *file);
void nsc_project_opening_open_example (NscWindow *window);

/* Makes an empty project at FILE, whose name is its title. What is there already goes to the trash, but for a project
 * that is open, which is left alone. */
void nsc_project_opening_create (NscWindow *window, GFile *file);

/* Stops what WINDOW opens or makes, and shows the offer again. */
void nsc_project_opening_cancel (NscWindow *window);

/* WINDOW lets go of its project and goes on with FILE, which has all of it. */
void nsc_project_opening_move (NscWindow *window, GFile *file);

/* WINDOW has let go of its project and will open FILE when something was done with it: meanwhile it says that it opens
 * it, and takes no other. What can be cancelled belongs to the window until it is released. */
void nsc_project_opening_reserve (NscWindow *window, GFile *file);
GCancellable *nsc_project_opening_get_cancellable (NscWindow *window);
void nsc_project_opening_release (NscWindow *window);

/* The path of what WINDOW could not open, where that is why it has no project; else NULL. */
const char *nsc_project_opening_get_failed (NscWindow *window);

/* The window where FILE is open or being opened, or NULL. */
NscWindow *nsc_project_opening_find (GtkApplication *application, GFile *file);

/* The same, else one that waits for a project, else NULL. */
NscWindow *nsc_project_opening_find_place (GtkApplication *application, GFile *file);

/* The window with a project that was used last, or NULL. */
NscWindow *nsc_project_opening_find_window (GtkApplication *application);

G_END_DECLS
