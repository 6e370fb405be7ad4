/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Horizontal bars, one per row, with their numbers in words at the end: from 0 to the right, or to the left where they
 * are below it. Below a bar there can be a second, thin one in the colour of context, such as what others report of the
 * same thing. Owned and shared as nsc-mark.h says. */

#include "nsc-mark.h"
#include "nsc-pattern.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 key;
  double value;       /* NaN: missing; only its text is drawn */
  const char *text;   /* at the bar's end: "41" */
  const char *second; /* after it, more quietly: "45.6 %"; may be NULL */
  const char *name;   /* the whole row in words */
  NscColorRole color;
  NscPattern pattern;
  gboolean kept;              /* never folded away with others */
  double reference;           /* of the thin bar, NaN: none */
  const char *reference_text; /* at its end, with a word that says what it is */
  gboolean quiet;             /* nothing stands behind it: its text is set quietly, and it is no mark of the scene */
} NscBar;

/* Row I of the figure has bar I. All strings are copied. */
NscMark *nsc_bar_mark_new (const NscBar *bars, guint n);

/* Solid bars are rows of blocks of this value each, where there is room to part them; 0: they are whole. */
void nsc_bar_mark_set_block (NscMark *self, double block);

G_END_DECLS
