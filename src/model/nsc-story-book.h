/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The stories of a project as its records have them at one moment, for those who edit them, and the changes that an
 * edit makes. A book never changes: after a step of the history a new one is read. Positions of steps count from 1
 * after an edit, whatever they were. Shared by reference; any thread. */

#include "nsc-record-changes.h"

G_BEGIN_DECLS

typedef struct _NscStoryBook NscStoryBook;

NscStoryBook *nsc_story_book_load (NscReader *reader, GCancellable *cancellable, GError **error);
NscStoryBook *nsc_story_book_ref (NscStoryBook *self);
void nsc_story_book_unref (NscStoryBook *self);

/* The stories, as they were made, and the steps of one in their order; elements NscRecord of the book. */
GPtrArray *nsc_story_book_get_stories (NscStoryBook *self);
const NscRecord *nsc_story_book_find (NscStoryBook *self, const char *id);
GPtrArray *nsc_story_book_get_steps (NscStoryBook *self, const char *id);

/* An id that no story has: BASE with a number. To be freed. */
char *nsc_story_book_dup_free_id (NscStoryBook *self, const char *base);

/* ---- edits of the story ID; to be run with nsc_project_save_many_async and freed ---- */

/* The step at FROM goes to TO, both counted from 0. */
NscRecordChanges *nsc_story_book_move (NscStoryBook *self, const char *id, guint from, guint to);
NscRecordChanges *nsc_story_book_remove (NscStoryBook *self, const char *id, guint index);

/* STEP, which is taken over, becomes the last one of STORY, which may be new; its story and position are set. */
NscRecordChanges *nsc_story_book_append (NscStoryBook *self, const NscRecord *story, NscRecord *step);

/* A second story with the same steps, under other titles. */
NscRecordChanges *
nsc_story_book_duplicate (NscStoryBook *self, const char *id, const char *title_en, const char *title_zh);

/* The story and its steps. */
NscRecordChanges *nsc_story_book_delete (NscStoryBook *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscStoryBook, nsc_story_book_unref)

G_END_DECLS
