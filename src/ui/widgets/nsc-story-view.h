/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The steps of one story, in their order, with all that can be done to them; each edit is one step of the history.
 * Small pictures of the figures come as they are made, on a worker, one after the other. Main thread only. */

#include "nsc-project.h"
#include "nsc-story-book.h"
#include "nsc-story.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_STORY_VIEW (nsc_story_view_get_type ())
G_DECLARE_FINAL_TYPE (NscStoryView, nsc_story_view, NSC, STORY_VIEW, AdwBin)

/* Shows STORY, which is borrowed for the call, as BOOK has it. To be called again after every change of the project. */
void nsc_story_view_show (NscStoryView *self, NscProject *project, NscStoryBook *book, const NscStory *story);

/* Lets go of the project. */
void nsc_story_view_clear (NscStoryView *self);

G_END_DECLS
