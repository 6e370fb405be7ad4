/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* One page of the help, read from the subset of Mallard that data/help is written in: paragraphs, headings, steps,
 * bullets and notes, each as Pango markup for a label. A link leads to "help:TOPIC". The caller owns a topic.
 * Immutable once read; any thread. */

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  NSC_HELP_PARAGRAPH,
  NSC_HELP_HEADING,
  NSC_HELP_STEP,
  NSC_HELP_BULLET,
  NSC_HELP_NOTE,
  NSC_HELP_CODE,
} NscHelpKind;

typedef struct
{
  NscHelpKind kind;
  guint number; /* of a step, from 1 on */
  char *markup;
} NscHelpBlock;

typedef struct
{
  char *title;
  char *description; /* one sentence */
  GPtrArray *blocks; /* NscHelpBlock */
} NscHelpTopic;

/* The ids of all topics, in the order in which they are read; NULL-terminated. */
const char *const *nsc_help_topic_list (void);

/* The topic with that id in LANGUAGE ("en", "zh_CN"); NULL with G_IO_ERROR_NOT_FOUND where there is no such topic. */
NscHelpTopic *nsc_help_topic_load (const char *id, const char *language, GError **error);

/* Reads a page; NULL with G_MARKUP_ERROR where it is not one that this program can show. */
NscHelpTopic *nsc_help_topic_parse (const char *text, gssize length, GError **error);

void nsc_help_topic_free (NscHelpTopic *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscHelpTopic, nsc_help_topic_free)

G_END_DECLS
