/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A story of the project: figures in an order, how each is revealed, and what is said to it. Read for those who show
 * it; it is edited as records of stories and story_steps. A step that cannot be shown, since its report or options are
 * not ours, stays in its place and says why. A plain value of the caller; any thread. */

#include "nsc-report.h"

#include "nsc-reveal.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  const NscReport *report; /* NULL where there is none of that name */
  NscOptions *options;     /* with the language of the story; NULL where the step cannot be shown */
  NscRevealKind reveal;
  char *title;   /* of the report, in the language of the story */
  char *words;   /* what of the report is shown, in that language; of a step that cannot be shown the options */
  char *note;    /* in that language, else in the other; may be empty */
  char *trouble; /* NULL, or why the step cannot be shown and what to do */
} NscStoryStep;

typedef struct
{
  char *id;
  char *title;
  GPtrArray *steps; /* of NscStoryStep, in their order */
} NscStory;

/* The story with that id, its words in LANGUAGE. NSC_ERROR_NOT_FOUND where there is none. */
NscStory *nsc_story_load (NscReader *reader, const char *id, const char *language, GError **error);
void nsc_story_free (NscStory *self);

/* Whether RECORD, of any table and kept by nsc_rules_check, can be a step of a story as far as reports know; a record
 * of another table always can. NSC_ERROR_INPUT, with COLUMN at fault. */
gboolean nsc_story_check_record (const NscRecord *record, guint *column, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscStory, nsc_story_free)

G_END_DECLS
