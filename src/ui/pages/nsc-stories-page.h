/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The stories of the project: a list of them, and behind each its steps. A story can be made, renamed, duplicated,
 * deleted and presented. Main thread only. */

#include "nsc-page.h"

G_BEGIN_DECLS

#define NSC_TYPE_STORIES_PAGE (nsc_stories_page_get_type ())
G_DECLARE_FINAL_TYPE (NscStoriesPage, nsc_stories_page, NSC, STORIES_PAGE, NscPage)

/* Presents with the window's action "win.present-story", whose target is the story's id. */

GtkWidget *nsc_stories_page_new (void);

/* Shows the steps of that story as soon as they are read. */
void nsc_stories_page_open (NscStoriesPage *self, const char *id);

G_END_DECLS
