/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* One step of a story in a list: a small picture of its figure, what it shows in words, how it is revealed and what is
 * said to it. Can be moved by drag and by Alt+Up and Alt+Down, edited and taken out; the list does it. Main thread
 * only.
 */

#include "nsc-story.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_STORY_STEP_ROW (nsc_story_step_row_get_type ())
G_DECLARE_FINAL_TYPE (NscStoryStepRow, nsc_story_step_row, NSC, STORY_STEP_ROW, AdwActionRow)

/* Signals: "edit"; "remove"; "moved" (int DELTA), up or down; "dropped" (NscStoryStepRow), another row that should come
 * to the place of this one. */

/* The step at INDEX of N; what can be changed is offered where WRITABLE. */
GtkWidget *nsc_story_step_row_new (const NscStoryStep *step, guint index, guint n, gboolean writable);

const char *nsc_story_step_row_get_id (NscStoryStepRow *self);
guint nsc_story_step_row_get_index (NscStoryStepRow *self);
void nsc_story_step_row_set_picture (NscStoryStepRow *self, GdkPaintable *picture);

G_END_DECLS
