/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The ways in which a figure may be revealed bit by bit, what stories call them, and which of them suit a figure. Plain
 * values; any thread. */

#include "nsc-figure.h"

G_BEGIN_DECLS

typedef enum
{
  NSC_REVEAL_NONE, /* all of it at once */
  NSC_REVEAL_ROWS,
  NSC_REVEAL_SERIES, /* where there are several panels, a panel each, else a colour each */
  NSC_REVEAL_YEARS,  /* of an axis of time */
} NscRevealKind;

#define NSC_N_REVEAL_KINDS (NSC_REVEAL_YEARS + 1)

/* As stories keep it: "none", "rows", "series", "years". What is none of these, as "" and NULL, is none. */
NscRevealKind nsc_reveal_kind_find (const char *name);
const char *nsc_reveal_kind_get_name (NscRevealKind kind);

/* Whether FIGURE has at least two steps of that kind, as far as that is known before it is laid out. */
gboolean nsc_reveal_kind_suits (NscRevealKind kind, const NscFigure *figure);

G_END_DECLS
