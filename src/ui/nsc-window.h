/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A window with one project, or with the offer to open one. Holds the sidebar and the pages, of which it makes each
 * when it is first shown, and tells how wide it is. What the person can do is in nsc-window-actions, how a project
 * comes to be open in nsc-project-opening. Main thread only. */

#include "nsc-application.h"
#include "nsc-page.h"

#include "nsc-project.h"

G_BEGIN_DECLS

#define NSC_TYPE_WINDOW (nsc_window_get_type ())
G_DECLARE_FINAL_TYPE (NscWindow, nsc_window, NSC, WINDOW, AdwApplicationWindow)

/* Properties: "project" (NscProject or NULL), "width-class", "trouble" (string or NULL, shown in the banner),
 * "remedy" (the label of the banner's button, which saves a copy; "" where that would not help). */

NscWindow *nsc_window_new (NscApplication *application);

NscProject *nsc_window_get_project (NscWindow *self);
void nsc_window_set_project (NscWindow *self, NscProject *project);

/* The page that is shown; NULL where no project is open, or it is not known yet which page. */
NscPage *nsc_window_get_page (NscWindow *self);

/* Its name, likewise. */
const char *nsc_window_get_page_name (NscWindow *self);

/* The list of the pages; NULL where it has no room beside them. */
GtkWidget *nsc_window_get_page_list (NscWindow *self);

/* Shows the page of that name and gives it, or NULL where there is none. */
NscPage *nsc_window_show_page (NscWindow *self, const char *name);

/* Takes TOAST; its words are plain text. A toast that is still up makes way. */
void nsc_window_add_toast (NscWindow *self, AdwToast *toast);

/* A state to mend, shown in a banner until another one or NULL is told. The latter offers to save a copy of the
 * project, for troubles that a copy elsewhere would not have. */
void nsc_window_set_trouble (NscWindow *self, const char *trouble);
void nsc_window_set_trouble_of_file (NscWindow *self, const char *trouble);

/* ---- for nsc-project-opening ---- */

/* What the window shows instead of a project: that NAME is being opened, or that it could not be (ERROR), or the offer
 * to open one (both NULL). */
void nsc_window_show_start (NscWindow *self, const char *name, const GError *error);

G_END_DECLS
