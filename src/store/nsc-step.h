/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* One step of a project's history: what was done, so that it can be named, undone and redone. The words for people are
 * made above the store (nsc-step-words), in the language of the reader and not of the writer. A boxed value; copy and
 * free with the functions below. */

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  NSC_STEP_CREATE, /* the project itself; never undone */
  NSC_STEP_ADD,
  NSC_STEP_EDIT,
  NSC_STEP_DELETE,
  NSC_STEP_IMPORT,
} NscStepKind;

typedef struct
{
  gint64 id; /* 0 until recorded; grows by one with each step */
  NscStepKind kind;
  char *table;   /* name of the table that it is about, or "" */
  char *subject; /* name of the record or base name of the file, or "" */
  guint64 n_added;
  guint64 n_changed;
  guint64 n_deleted;
  gint64 made; /* seconds since 1970 UTC */
  gboolean undone;
} NscStep;

#define NSC_TYPE_STEP (nsc_step_get_type ())

GType nsc_step_get_type (void);
NscStep *nsc_step_new (NscStepKind kind, const char *table, const char *subject);
NscStep *nsc_step_copy (const NscStep *self);
void nsc_step_free (NscStep *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscStep, nsc_step_free)

G_END_DECLS
